/* Keeps the head of a page true while the page stays open: the month's meter and the number of
   reviews that wait; on the page of reviews its list too. Asks when something changed on the page,
   when it is looked at again, and now and then. Without this script the next page tells. */
const often = 1_000;
const seldom = 20_000;
let asked = Date.now();
let timer = 0;

const put = (place, fresh) => {
  if (place.innerHTML === fresh.innerHTML) return false;
  const was = place.querySelector(".meter");
  const now = fresh.querySelector(".meter");
  if (was && now) {
    was.className = now.className;
    was.innerHTML = now.innerHTML;
  } else {
    place.innerHTML = fresh.innerHTML;
  }
  return true;
};

const part = async (address, name) => {
  const answer = await fetch(address, { headers: { "X-Part": name } });
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
};

const renewList = async () => {
  const list = document.querySelector("[data-list]");
  const fresh = list && await part(list.dataset.list, "list");
  if (!fresh) return;
  const at = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  list.innerHTML = fresh.body.innerHTML;
  if (at) (list.querySelector(`[href="${CSS.escape(at)}"]`) ?? document.querySelector("main")).focus();
};

const renew = async () => {
  asked = Date.now();
  const fresh = await part("/head", "head");
  for (const one of fresh?.querySelectorAll("[data-head]") ?? []) {
    const place = document.querySelector(`.renewed[data-head="${one.dataset.head}"]`);
    if (place && put(place, one) && one.dataset.head === "waiting") await renewList();
  }
};

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(() => renew().catch(() => {}).finally(later), Math.max(0, asked + often - Date.now()));
};

const later = () => {
  timer = setTimeout(() => { if (document.visibilityState === "visible") soon(); else later(); }, seldom);
};

document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") soon(); });
const live = document.querySelector("[data-live]");
if (live) new MutationObserver(soon).observe(live, { childList: true });
if (document.querySelector(".renewed")) later();
