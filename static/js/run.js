/* Follows a run while it works: fetches the changing part of the page when it has changed, shows
   answers as they are written, and reads whole sentences aloud. Without this script the page loads
   itself again every few seconds. */
const run = document.querySelector("[data-run][data-running]");
const spoken = document.querySelector("[data-spoken]");

if (run) {
  const said = new Map();
  let fetching = Promise.resolve();

  const fetchPart = async () => {
    const answer = await fetch(run.dataset.run, { headers: { "X-Part": "run" } });
    if (!answer.ok) return;
    const focused = document.activeElement?.textContent;
    const open = run.querySelector("details")?.open;
    run.innerHTML = await answer.text();
    if (open) run.querySelector("details").open = true;
    if (document.activeElement === document.body && focused) {
      [...run.querySelectorAll("a, button")].find((one) => one.textContent === focused)?.focus();
    }
    const now = run.querySelector(".moment-running .moment-words");
    if (now && spoken.textContent !== now.textContent) spoken.textContent = now.textContent;
  };

  const news = new EventSource(run.dataset.run + "/events");
  news.addEventListener("changed", () => { fetching = fetching.then(fetchPart); });
  news.addEventListener("wrote", (event) => {
    const { call, text } = JSON.parse(event.data);
    const place = run.querySelector(`[data-call="${CSS.escape(call)}"]`);
    if (!place) return;
    place.textContent = text;
    const whole = text.slice(0, Math.max(text.lastIndexOf(". "), text.lastIndexOf("\n")) + 1);
    const before = said.get(call) ?? 0;
    if (whole.length > before) {
      spoken.textContent = whole.slice(before);
      said.set(call, whole.length);
    }
  });
  news.addEventListener("rested", () => {
    news.close();
    fetching = fetching.then(fetchPart).then(() => {
      spoken.textContent = run.querySelector("h2")?.textContent ?? "";
    });
  });
}
