/* Puts a name into the instructions where the cursor is, so that it can't be misspelt. Without this
   script names are typed. */
const show = () => { for (const chips of document.querySelectorAll("[data-chips]")) chips.hidden = false; };

document.addEventListener("click", (event) => {
  const chip = event.target.closest("[data-put]");
  if (!chip) return;
  const text = document.getElementById(chip.closest("[data-chips]").dataset.chips);
  text.focus();
  if (!document.execCommand("insertText", false, chip.dataset.put)) {
    text.setRangeText(chip.dataset.put, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
});

/* A menu of things to add closes when something else is clicked, or with Escape. */
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".adds-menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest(".adds-menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});

const fold = document.querySelector(".build-fold");
if (matchMedia("(width < 60rem)").matches) fold.open = false;
document.addEventListener("build:drawn", show);
show();
