/* Fetches a page again that shows something before it is worked out. Without this script a person
   loads the page again. */
const main = document.querySelector("main");

const again = async () => {
  if (!main.querySelector("[data-late]")) return;
  await new Promise((done) => setTimeout(done, 700));
  try {
    const answer = await fetch(location.href);
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      main.replaceChildren(...page.querySelector("main").childNodes);
    }
  } catch {
    // The server can't be reached now: try once more.
  }
  again();
};

again();
