/* Has a chosen or dropped file read at once, and says at the field what was read or why not. Without
   this script the file goes with the form. */
for (const place of document.querySelectorAll("[data-document]")) {
  const choose = place.querySelector("[data-choose]");
  const input = choose?.querySelector("input[type=file]");
  const said = choose?.querySelector("[data-said]");
  if (!input) continue;
  const limits = said.textContent;
  const token = place.closest("form").elements.csrf.value;

  const say = (words, bad) => { said.textContent = words; said.classList.toggle("field-fault", bad); };

  const read = async (file) => {
    if (file.size > 20 * 1024 * 1024) {
      input.value = "";
      return say(place.dataset.large.replace("{0}", file.name), true);
    }
    say(place.dataset.reading.replace("{0}", file.name), false);
    const form = new FormData();
    form.set("csrf", token);
    form.set("field", place.dataset.name);
    form.set("file", file);
    try {
      const answer = await fetch(place.dataset.document, { method: "POST", body: form });
      const text = await answer.text();
      const told = answer.headers.get("Content-Type")?.startsWith("text/plain");
      if (!answer.ok) return say(told ? text : limits, true);
      choose.before(document.createRange().createContextualFragment(text));
      place.classList.remove("document-empty");
      if (!input.multiple) choose.hidden = true;
    } catch {
      return say(limits, false); // The server can't be reached: the file stays chosen and goes with the form.
    }
    say(limits, false);
    input.value = "";
    place.dispatchEvent(new Event("input", { bubbles: true }));
  };

  input.addEventListener("change", async () => {
    for (const file of [...input.files]) await read(file);
  });
  place.addEventListener("dragover", (event) => { event.preventDefault(); place.dataset.dragging = ""; });
  place.addEventListener("dragleave", () => delete place.dataset.dragging);
  place.addEventListener("drop", async (event) => {
    event.preventDefault();
    delete place.dataset.dragging;
    for (const file of [...event.dataTransfer.files]) await read(file);
  });
  place.addEventListener("click", (event) => {
    if (event.target.closest("button[name=drop]")) {
      event.preventDefault();
      event.target.closest(".document-row").remove();
      choose.hidden = false;
      input.focus();
    }
  });
}
