// The page follows the project: one stream for all tabs of the browser says
// that there is something newer, and each tab that is looked at asks whether
// its own bytes are.

const me = document.currentScript;
let tag = me.dataset.tag; // names the bytes shown
let before = document.documentElement.cloneNode(true); // as the server sent it
before.querySelector("factsheet-preview").remove();
let heard = ""; // the newest that the stream told of
let reported = ""; // what the panel shows
let busy = false;

const channel = new BroadcastChannel("factsheet-preview");
channel.onmessage = (message) => hear(message.data);

// hear takes in what the stream told of, or "" where it fell silent.
function hear(newest) {
  heard = newest;
  if (newest) {
    follow();
  } else {
    reported = "";
    showSilence();
  }
}

function tell(newest) {
  channel.postMessage(newest);
  hear(newest);
}

async function follow() {
  if (busy || isHidden()) return;
  busy = true;
  try {
    for (let asked = null; asked !== heard; ) {
      asked = heard;
      await refresh();
      await refreshReport(asked);
    }
  } catch (unanswered) {
    // The stream says when there is an answer again.
  }
  busy = false;
}

async function refresh() {
  const answer = await fetch(location.pathname, { headers: { "If-None-Match": `"${tag}"` }, cache: "no-store" });
  if (answer.status === 304) return;
  const html = await answer.text();
  show(new DOMParser().parseFromString(html, "text/html"), (answer.headers.get("ETag") || "").replaceAll('"', ""));
}

async function refreshReport(asked) {
  const answer = await fetch("/_preview/report", { cache: "no-store" });
  if (!answer.ok || reported === asked && asked !== "") return;
  reported = asked;
  showReport(await answer.json());
}

// show makes the newest version the one that is seen. A page with other
// scripts is another program, and is loaded anew.
function show(next, newTag) {
  if (programOf(before) !== programOf(next.documentElement)) {
    location.reload();
    return;
  }
  const after = next.documentElement;
  const changed = [];
  const hold = holdScroll();
  swapStyles(before, after);
  document.title = next.title;
  for (const name of ["lang", "dir"]) document.documentElement[name] = after[name]; // others are of scripts
  patch(document.body, before.querySelector("body"), next.body, changed);
  hold();
  before = after;
  tag = newTag;
  reveal(changed);
  if (source) setTimeout(askUncovered, 400);
}

function programOf(page) {
  const scripts = Array.from(page.querySelectorAll("script"), (s) => s.getAttribute("src") || s.textContent);
  const policies = Array.from(page.querySelectorAll("meta[http-equiv]"), (m) => m.content);
  return JSON.stringify([scripts, policies]);
}

// swapStyles loads new style sheets before it takes the old ones away, so that
// the page is never without.
function swapStyles(before, after) {
  const hrefs = (page) => Array.from(page.querySelectorAll('link[rel="stylesheet"]'), (l) => l.getAttribute("href"));
  const old = hrefs(before).filter((href) => !hrefs(after).includes(href));
  const fresh = hrefs(after).filter((href) => !hrefs(before).includes(href));
  const outdated = Array.from(document.querySelectorAll('link[rel="stylesheet"]')).filter((l) => old.includes(l.getAttribute("href")));
  const drop = () => outdated.forEach((l) => l.remove());
  if (fresh.length === 0) drop();
  fresh.forEach((href, i) => {
    const link = element("link", { rel: "stylesheet" });
    link.setAttribute("href", href);
    link.onload = i === fresh.length - 1 ? drop : null;
    if (outdated.length) outdated[outdated.length - 1].after(link);
    else document.head.append(link);
  });
}

// holdScroll notes what stands at the top of the window and returns what puts
// it there again.
function holdScroll() {
  const root = document.documentElement;
  root.style.overflowAnchor = "none"; // or the browser would do it a second time
  const held = Array.from(document.querySelectorAll("main [id]")).find((e) => e.getBoundingClientRect().bottom > 0);
  const top = held && held.getBoundingClientRect().top;
  return () => {
    if (held && held.isConnected && scrollY > 0) scrollBy({ top: held.getBoundingClientRect().top - top, behavior: "instant" });
    setTimeout(() => root.style.removeProperty("overflow-anchor"), 100);
  };
}

// reveal marks what changed for a moment and, if none of it is in sight,
// brings the first of it there.
function reveal(changed) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const inMain = changed.filter((e) => e.isConnected && e.closest("main") && !e.matches("main"));
  const facts = new Set(inMain.map((e) => e.closest('[id]:not([id^="_"])') || e));
  if (facts.size === 0) return;
  if (!inMain.some(inSight)) inMain[0].scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
  if (calm) return;
  for (const fact of Array.from(facts).slice(0, 20)) {
    fact.toggleAttribute("data-preview-changed", true);
    setTimeout(() => fact.removeAttribute("data-preview-changed"), 2000);
  }
}

function inSight(e) {
  const box = e.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}

// Of all tabs that are looked at the one that holds the lock listens. One that
// is hidden passes it on: browsers let its timers sleep.
let wait = 250;
let attending = false; // it listens, or waits for the lock
let leave = () => {};

async function attend() {
  if (isHidden()) leave();
  if (attending || isHidden()) return;
  attending = true;
  await (navigator.locks ? navigator.locks.request("factsheet-preview", listening) : listening());
  attending = false;
  attend(); // it may be looked at again by now
}

// listening lasts until the tab is hidden.
function listening() {
  if (isHidden()) return null;
  return new Promise((done) => {
    let stream, timer;
    const listen = () => {
      stream = new EventSource("/_preview/events");
      stream.onopen = () => { wait = 250; };
      stream.onmessage = (event) => tell(event.data);
      stream.onerror = () => {
        stream.close();
        tell("");
        timer = setTimeout(listen, wait);
        wait = Math.min(2 * wait, 4000);
      };
    };
    leave = () => {
      stream.close();
      clearTimeout(timer);
      done();
    };
    listen();
  });
}

function isHidden() { return document.visibilityState === "hidden"; }

function lookedAt() {
  attend();
  follow();
}

document.addEventListener("visibilitychange", lookedAt);
window.addEventListener("pageshow", lookedAt);
lookedAt();
