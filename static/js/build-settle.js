/* Puts what came back from the server into the builder's page: outline, preview, faults at their
   fields. What a person is typing stays untouched; only where pieces came or went is the editor
   drawn anew, and the focus finds its place again. */
const parts = () => [...document.querySelectorAll(".build [data-part]")];
const fields = (root) => [...root.querySelectorAll("[data-field]")];
const shape = (root) => fields(root).map((one) => one.dataset.field).join("\n") + [...root.querySelectorAll("[data-card]")].map((one) => one.id);
const hidden = (field) => field.querySelector("input[type=hidden]");

const settleField = (now, fresh, settled) => {
  if (now.dataset.shape !== fresh.dataset.shape && !now.dataset.state && !now.contains(document.activeElement)) return now.replaceWith(fresh);
  hidden(now)?.setAttribute("value", hidden(fresh).value);
  if (hidden(now)) hidden(now).value = hidden(fresh).value;
  const faults = (root) => root.querySelector(":scope > .field-faults");
  if (faults(now).innerHTML !== faults(fresh).innerHTML) faults(now).innerHTML = faults(fresh).innerHTML;
  for (const one of now.querySelectorAll("input:not([type=hidden]), textarea, select")) {
    const other = fresh.querySelector(`#${CSS.escape(one.id)}`);
    if (!other) continue;
    if (other.hasAttribute("aria-invalid")) one.setAttribute("aria-invalid", "true"); else one.removeAttribute("aria-invalid");
    if (now.dataset.state || one === document.activeElement && !settled) continue;
    if (one.type === "checkbox") one.checked = other.checked; else if (one.value !== other.value) one.value = other.value;
  }
};

const keepTyping = (now, fresh) => {
  for (const typed of fields(now).filter((one) => one.dataset.state)) {
    const place = fresh.querySelector(`[data-field="${CSS.escape(typed.dataset.field)}"]`);
    if (place) { hidden(typed).value = hidden(place).value; place.replaceWith(typed); }
  }
};

const sheet = (now, fresh, lead) => {
  if (!lead && shape(now) === shape(fresh)) {
    fields(now).forEach((one, index) => settleField(one, fields(fresh)[index]));
    for (const head of now.querySelectorAll(".build-card-head")) {
      const other = fresh.querySelector(`#${CSS.escape(head.parentElement.id)} > .build-card-head`);
      if (other && !head.contains(document.activeElement) && head.innerHTML !== other.innerHTML) head.innerHTML = other.innerHTML;
    }
    return;
  }
  const id = document.activeElement?.id;
  const open = [...now.querySelectorAll("details[open][id]")].map((one) => one.id);
  keepTyping(now, fresh);
  now.replaceChildren(...fresh.childNodes);
  for (const one of open) document.getElementById(one)?.setAttribute("open", "");
  document.dispatchEvent(new CustomEvent("build:drawn"));
  const card = lead && now.querySelector(".build-card-open, h1");
  (document.getElementById(id) ?? card?.querySelector("input:not([type=hidden]), textarea, select") ?? now.querySelector("h1")).focus({ preventScroll: !lead });
};

document.addEventListener("build:saved", ({ detail: { doc, doing, at } }) => {
  for (const part of parts()) {
    const fresh = doc.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!fresh) continue;
    if (part.dataset.part === "sheet") sheet(part, fresh, doing);
    else if (part.innerHTML !== fresh.innerHTML) part.innerHTML = fresh.innerHTML;
  }
  if (at) history.replaceState(null, "", `?at=${at}`);
});
