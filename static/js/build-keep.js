/* Keeps what is typed in the builder until the server has it: on the page, and in this tab's own
   store should the page be closed. Says at the field what is not saved and how to go on. */
const form = document.querySelector("form[data-build]");
const words = form.dataset;
const key = (place) => `knowhow ${words.build} ${place}`;
const boxOf = (place) => form.querySelector(`[data-field="${CSS.escape(place)}"]`);
const control = (field) => field.querySelector("textarea, input[type=text]:not([data-blank])");
const again = (place) => document.dispatchEvent(new CustomEvent("build:save", { detail: { place } }));
const clear = (field) => field.querySelector(".field-unsaved")?.remove();

const make = (tag, all) => Object.assign(document.createElement(tag), all);

const note = (field, ...inside) => {
  clear(field);
  field.append(make("div", { className: "field-unsaved", role: "alert" }));
  field.lastElementChild.append(...inside);
};

const button = (label, act) => make("button", { type: "button", className: "action action-small", textContent: label, onclick: act });

document.addEventListener("build:typed", ({ detail: { field } }) => {
  field.dataset.state ||= "typing";
  if (control(field)) sessionStorage.setItem(key(field.dataset.field), control(field).value);
});

document.addEventListener("build:saved", ({ detail: { place, still } }) => {
  if (!place || !still) return;
  const field = boxOf(place);
  sessionStorage.removeItem(key(place));
  if (field) { delete field.dataset.state; clear(field); }
}, true);

const conflict = (field, doc) => {
  const theirs = doc.querySelector("[data-theirs]").textContent;
  const line = make("p", { className: "cluster" });
  const settle = (text) => { field.querySelector("input[type=hidden]").value = theirs; if (text !== null) control(field).value = text; clear(field); again(field.dataset.field); };
  line.append(button(words.mine, () => settle(null)), button(words.theirs, () => settle(theirs)));
  note(field, make("p", { textContent: words.conflict }), make("pre", { textContent: theirs }), line);
};

document.addEventListener("build:refused", ({ detail: { place, status, doc } }) => {
  const field = place ? boxOf(place) : form.querySelector("h1");
  if (!field) return;
  field.dataset.state = status === 401 || status === 403 ? "out" : "failed";
  if (status === 409 && control(field)) return conflict(field, doc);
  const link = make("a", { href: "/sign-in", target: "_blank", textContent: words.outLink });
  if (field.dataset.state === "out") return note(field, make("p", { textContent: words.out }), link);
  const lost = status === 0 || status >= 500;
  note(field, make("p", { textContent: lost ? words.lost : (doc.querySelector("[data-sentence]") ?? doc.body).textContent }));
  if (place && lost) setTimeout(() => again(place), 3000);
});

for (const field of form.querySelectorAll("[data-field]")) {
  const typed = sessionStorage.getItem(key(field.dataset.field));
  if (typed === null || !control(field) || typed === control(field).value) continue;
  control(field).value = typed;
  field.dataset.state = "typing";
  again(field.dataset.field);
}
