/* Fetches the preview where it takes longer to make than an edit may wait for it. Without this script
   the page shows it when it is loaded again. */
const form = document.querySelector("form[data-build]");
let asked;

const fetchLate = async () => {
  const preview = document.querySelector("[data-part=preview]");
  if (!preview.querySelector("[data-late]")) return;
  asked?.abort();
  asked = new AbortController();
  const at = form.querySelector("[name=at]").value;
  const example = preview.querySelector("[name=example]").value;
  try {
    const answer = await fetch(`?${new URLSearchParams({ at, example })}`, { headers: { "X-Part": "preview" }, signal: asked.signal });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-part=preview]");
    if (answer.ok && fresh) preview.innerHTML = fresh.innerHTML;
  } catch {
    // A newer one was asked for, or the server can't be reached: the preview stays as it is.
  }
};

document.addEventListener("build:saved", () => setTimeout(fetchLate));
fetchLate();
