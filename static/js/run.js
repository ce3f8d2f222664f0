/* Follows a run while it works: fetches the changing part of the page when it has changed, shows
   answers as they are written, and reads whole sentences aloud. Without this script the page loads
   itself again every few seconds. */
const live = document.querySelector("[data-live][data-events]");
const spoken = document.querySelector("[data-spoken]");

if (live) {
  const said = new Map();
  let fetching = Promise.resolve();
  live.tabIndex = -1;

  const unfolded = () => new Map([...live.querySelectorAll("details[id]")].map((one) => [one.id, one.open]));

  // Rows have links and buttons of the same words: what tells them apart is where they lead.
  const name = (one) => one.getAttribute("href") ?? (one.matches("summary") ? one.parentElement.id : one.form?.action ?? one.textContent);

  const fetchPart = async () => {
    const answer = await fetch(live.dataset.live, { headers: { "X-Part": live.dataset.part } });
    if (!answer.ok) return;
    const focused = document.activeElement;
    const held = live.contains(focused) ? name(focused) : null;
    const before = unfolded();
    const touched = live.dataset.touched?.split(" ") ?? [];
    live.innerHTML = await answer.text();
    for (const id of touched) {
      const one = document.getElementById(id);
      if (one && before.has(id)) one.open = before.get(id);
    }
    if (held) ([...live.querySelectorAll("a, button, summary")].find((one) => name(one) === held) ?? live).focus();
    const now = live.querySelector(".moment-running .moment-words, .moment-waits .moment-words");
    if (now && spoken.textContent !== now.textContent) spoken.textContent = now.textContent;
  };

  // What a person folded or unfolded stays so; the rest opens and closes by itself.
  live.addEventListener("click", (event) => {
    const id = event.target.closest("summary")?.parentElement.id;
    if (id) live.dataset.touched = `${live.dataset.touched ?? ""} ${id}`.trim();
  });

  const news = new EventSource(live.dataset.events);
  news.addEventListener("changed", () => { fetching = fetching.then(fetchPart); });
  news.addEventListener("wrote", (event) => {
    const { call, text } = JSON.parse(event.data);
    const place = live.querySelector(`[data-call="${CSS.escape(call)}"]`);
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
    fetching = fetching.then(fetchPart).then(() => { spoken.textContent = live.querySelector("h2")?.textContent ?? ""; });
  });
}
