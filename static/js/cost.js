/* Keeps the cost chip true while a person types. Without this script it shows the cost of the form
   as the page was loaded. */
for (const form of document.querySelectorAll("form[data-cost]")) {
  const here = form.querySelector("[data-cost-here]");
  let waiting;
  let asked;

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(form.dataset.cost, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Part": "cost" },
        signal: asked.signal,
      });
      if (answer.ok) here.innerHTML = await answer.text();
    } catch {
      // A newer question was asked, or the server can't be reached: the chip stays as it is.
    }
  };

  if (here.querySelector("[data-late]")) ask();

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 500);
  });
}
