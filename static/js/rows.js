/* Adds and removes rows of a table in a form without asking the server. Without this script the
   same buttons send the form and the server shows it again. */
for (const rows of document.querySelectorAll("[data-rows]")) {
  const body = rows.querySelector("tbody");
  const limit = Number(rows.dataset.limit);
  const add = rows.querySelector("button[name=add]");

  const renumber = () => {
    [...body.rows].forEach((row, index) => {
      for (const input of row.querySelectorAll("input, select")) {
        const at = input.id.lastIndexOf(".", input.id.lastIndexOf(".") - 1);
        input.id = input.id.slice(0, at + 1) + (index + 1) + input.id.slice(input.id.lastIndexOf("."));
        input.setAttribute("aria-label", input.getAttribute("aria-label").replace(/\d+$/, index + 1));
      }
      const remove = row.querySelector("button[name=remove]");
      remove.value = rows.dataset.rows + "." + index;
      remove.setAttribute("aria-label", remove.getAttribute("aria-label").replace(/\d+$/, index + 1));
    });
    if (add) add.hidden = body.rows.length >= limit;
  };

  rows.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || (button.name !== "add" && button.name !== "remove")) return;
    event.preventDefault();
    if (button.name === "add") {
      const row = body.rows[body.rows.length - 1].cloneNode(true);
      for (const input of row.querySelectorAll("input, select")) {
        input.value = "";
        input.removeAttribute("aria-invalid");
      }
      for (const fault of row.querySelectorAll(".field-fault")) fault.remove();
      body.append(row);
      renumber();
      row.querySelector("input, select").focus();
    } else if (body.rows.length > 1) {
      button.closest("tr").remove();
      renumber();
      (add ?? rows).focus();
    } else {
      for (const input of body.querySelectorAll("input, select")) input.value = "";
    }
    rows.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
