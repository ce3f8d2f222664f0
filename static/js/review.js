/* Says on the button that what was changed is saved, and offers to put the proposal back. Without
   this script the button is called the same either way. */
for (const form of document.querySelectorAll("form[data-decide]")) {
  const proposed = form.querySelector("[data-proposed]");
  const approve = form.querySelector("[data-approve]");
  if (!proposed) continue;
  const plain = approve.textContent;
  const rows = proposed.querySelectorAll("tbody tr").length;

  const changed = () =>
    proposed.querySelectorAll("tbody tr").length !== rows ||
    [...proposed.querySelectorAll("input, textarea, select")].some((one) => {
      if (one.type === "radio") return one.checked !== one.defaultChecked;
      if (one.tagName === "SELECT") return [...one.options].some((option) => option.selected !== option.defaultSelected);
      return one.value !== one.defaultValue;
    });

  const look = () => { approve.textContent = changed() ? approve.dataset.changed : plain; };
  proposed.addEventListener("input", look);
  proposed.addEventListener("change", look);
  look();
}
