/* Copies a text that is on the page. Without this script the text can be selected and copied by
   hand: it stands in a field of its own. */
for (const part of document.querySelectorAll("[data-copy]")) {
  const text = part.querySelector("input");
  const button = part.querySelector("button");
  const said = part.querySelector("[role=status]");

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      return true;
    } catch {
      // Browsers have no clipboard for pages that came over plain HTTP from another computer.
      text.focus();
      text.select();
      return document.execCommand("copy");
    }
  };

  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = (await copy()) ? part.dataset.copied : part.dataset.byHand;
  });
  text.addEventListener("focus", () => text.select());
}
