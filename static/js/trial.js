/* Follows a trial while it goes on: fetches the changing part of the page every second or so, and
   says aloud how it ended. Without this script the page loads itself again every few seconds. */
const live = document.querySelector("[data-trial]");
const spoken = document.querySelector("[data-spoken]");
const name = (one) => `${one.getAttribute("href") ?? one.value ?? ""} ${one.textContent}`;

const follow = async () => {
  if (!live.querySelector("[data-going]")) return;
  await new Promise((done) => setTimeout(done, 1200));
  try {
    const answer = await fetch(location.href, { headers: { "X-Part": "trial" } });
    if (answer.ok) {
      const focused = document.activeElement;
      const held = live.contains(focused) ? name(focused) : null;
      const open = new Set([...live.querySelectorAll("details[open]")].map((one) => one.id));
      live.innerHTML = await answer.text();
      for (const one of live.querySelectorAll("details")) one.open = open.has(one.id);
      if (held) ([...live.querySelectorAll("a, button, summary, [tabindex]")].find((one) => name(one) === held) ?? live).focus();
      if (!live.querySelector("[data-going]")) spoken.textContent = live.querySelector("[data-stands]")?.textContent ?? "";
    }
  } catch {
    // The server can't be reached now: try once more.
  }
  follow();
};

if (live) {
  live.tabIndex = -1;
  follow();
}
