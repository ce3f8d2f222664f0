/* Saves each field of the builder's page by itself: while a person types, and at once when a field
   is left or chosen in. One request at a time; what is typed meanwhile is sent next. Without this
   script the Save button sends the form. */
const form = document.querySelector("form[data-build]");
const timers = new Map();
let queue = Promise.resolve();
let token = form.elements.csrf.value;

const say = (name, detail) => document.dispatchEvent(new CustomEvent(`build:${name}`, { detail }));
const box = (element) => element.closest("[data-field]");
const boxOf = (place) => form.querySelector(`[data-field="${CSS.escape(place)}"]`);
const controls = (field) => [...field.querySelectorAll("input, textarea, select")];

const text = (field) => controls(field)
  .filter((one) => one.type !== "hidden" && (one.type !== "checkbox" || one.checked))
  .map((one) => `${one.name}=${one.value}`).join("\n");

const body = (field, doing) => {
  const data = new URLSearchParams({ csrf: token, do: doing });
  for (const one of [...form.elements].filter((each) => ["seen", "at", "example"].includes(each.name))) data.set(one.name, one.value);
  for (const one of field ? controls(field) : []) if (one.type !== "checkbox" || one.checked) data.append(one.name, one.value);
  return data;
};

const renewToken = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const fresh = page.querySelector("form[data-build] input[name=csrf]");
  if (fresh) token = form.elements.csrf.value = fresh.value;
};

const send = async (place, doing) => {
  const field = place ? boxOf(place) : null;
  if (place && !field) return;
  const sent = field && text(field);
  try {
    if (field?.dataset.state === "out") await renewToken();
    const answer = await fetch(form.action, { method: "POST", body: body(field, doing), headers: { "X-Part": "changed" } });
    const doc = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) say("saved", { place, doing, doc, at: answer.headers.get("X-At"), still: field && text(field) === sent });
    else say("refused", { place, doing, doc, status: answer.status });
  } catch {
    say("refused", { place, doing, status: 0 });
  }
};

const save = (place, doing = "") => { queue = queue.then(() => send(place, doing)); };

const later = (field, wait) => {
  const place = field.dataset.field;
  clearTimeout(timers.get(place));
  timers.set(place, setTimeout(() => save(place), wait));
};

form.addEventListener("input", (event) => { const field = box(event.target); if (field) { say("typed", { field }); later(field, 300); } });
form.addEventListener("change", (event) => { const field = box(event.target); if (field) later(field, 0); });
document.addEventListener("change", (event) => { if (event.target.matches("[data-reload]")) save(null); });
form.addEventListener("submit", (event) => { event.preventDefault(); save(null, event.submitter?.name === "do" ? event.submitter.value : ""); });
document.addEventListener("build:save", (event) => save(event.detail.place, event.detail.doing));
