// On the page of a source: words that are selected become evidence and a fact
// to paste, and what no fact reads yet is underlined. Nothing is written from
// here but to the clipboard.

const source = (location.pathname.match(/^\/sources\/([a-z0-9-]+)\.html$/) || [])[1];
const box = element("section", { className: "drafts", hidden: true });
box.setAttribute("aria-label", "To paste into an annotation file");
box.setAttribute("aria-live", "polite");
shade.append(box);

let drafts = {}; // what is shown, by key
let uncovered = []; // passages with their ranges
let current = -1; // the one last gone to
let lifted = null; // the link in which the mouse is down, with its address

if (source) {
  let timer;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(askSelection, 150);
  });
  document.addEventListener("mousedown", letSelect);
  document.addEventListener("mouseup", released);
  window.addEventListener("blur", giveBack);
  document.addEventListener("click", showUncoveredAt);
  document.addEventListener("keydown", pressed);
  askUncovered();
}

// letSelect makes words selectable that a fact cites already: they are a link,
// in which browsers begin no selection. As long as the button is down it is
// none.
function letSelect(event) {
  giveBack();
  const link = event.target.closest("main a[href]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  lifted = { link, href: link.getAttribute("href") };
  link.removeAttribute("href");
}

// released lets a click on a link go where it leads, and the end of a selection
// nowhere.
function released() {
  if (getSelection().isCollapsed) giveBack();
  else setTimeout(giveBack);
}

function giveBack() {
  if (lifted) lifted.link.setAttribute("href", lifted.href);
  lifted = null;
}

function paragraphOf(node) {
  const found = (node instanceof Element ? node : node.parentElement).closest(`[id^="${source}_"]`);
  const number = found && found.id.slice(source.length + 1);
  return found && /^[0-9]+$/.test(number) ? { element: found, number: Number(number) } : null;
}

async function askSelection() {
  const selection = getSelection();
  const words = selection.toString().trim();
  if (selection.isCollapsed || !words || !document.querySelector("main").contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const start = paragraphOf(range.startContainer);
  const question = new URLSearchParams({ source, words, paragraph: 0, at: 0 });
  if (start) {
    const before = document.createRange();
    before.setStart(start.element, 0);
    before.setEnd(range.startContainer, range.startOffset);
    question.set("paragraph", start.number);
    question.set("at", before.toString().length);
  }
  const answer = await fetch("/_preview/annotate?" + question, { cache: "no-store" }).catch(() => null);
  showDrafts(await draftsOf(answer), range);
}

// draftsOf says so where there is no answer with drafts, so that those of other
// words do not stay.
async function draftsOf(answer) {
  if (!answer) return { note: "the preview does not answer" };
  if (answer.headers.get("Content-Type") === "application/json") return answer.json();
  return { note: "these are too many words for a quote" };
}

// showDrafts shows what may be pasted for a range, which it leaves in sight.
function showDrafts(d, range) {
  drafts = { e: d.evidence, f: d.fact };
  const rows = [];
  if (d.note) rows.push(element("p", {}, d.note));
  for (const [key, name, toml] of [["e", "Evidence", d.evidence], ["f", "Fact", d.fact]]) {
    if (toml) rows.push(element("h2", {}, name), element("pre", {}, toml), copyButton(key, name));
  }
  rows.push(element("button", { type: "button", onclick: hideDrafts }, "Close (Esc)"));
  box.replaceChildren(...rows);
  const where = range.getBoundingClientRect();
  box.classList.toggle("low", where.top + where.bottom < innerHeight + 2); // a passage in the middle is in the upper half
  box.hidden = false;
}

function copyButton(key, name) {
  const button = element("button", { type: "button" }, `Copy ${name.toLowerCase()} (${key})`);
  button.dataset.key = key;
  button.addEventListener("click", () => copy(key));
  return button;
}

function hideDrafts() {
  box.hidden = true;
  drafts = {};
}

async function copy(key) {
  if (!drafts[key]) return;
  const button = box.querySelector(`[data-key="${key}"]`);
  try {
    await navigator.clipboard.writeText(drafts[key]);
    button.textContent = "Copied";
  } catch (refused) {
    button.textContent = "The browser does not allow copying; select the words above";
  }
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.nodeName)) return;
  if (event.key === "Escape") hideDrafts();
  else if (!box.hidden && drafts[event.key]) copy(event.key);
  else if (event.key === "n") go(1);
  else if (event.key === "p") go(-1);
}

// askUncovered underlines what no fact reads yet. It changes nothing in the
// page: a highlight is a style alone.
async function askUncovered() {
  const answer = await fetch("/_preview/uncovered?source=" + source, { cache: "no-store" }).catch(() => null);
  if (!answer || !answer.ok) return;
  uncovered = [];
  for (const passage of await answer.json()) {
    const paragraph = document.getElementById(`${source}_${passage.paragraph}`);
    const range = paragraph && rangeIn(paragraph, passage.from, passage.to);
    if (range) uncovered.push({ range, toml: passage.toml });
  }
  if (window.Highlight && CSS.highlights) {
    CSS.highlights.set("preview-uncovered", new Highlight(...uncovered.map((u) => u.range)));
  }
}

// rangeIn returns the range between two offsets into the text of an element.
function rangeIn(element, from, to) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let begun = false;
  for (let at = 0, node = walker.nextNode(); node; at += node.length, node = walker.nextNode()) {
    if (!begun && from < at + node.length) {
      range.setStart(node, Math.max(0, from - at));
      begun = true;
    }
    if (begun && to <= at + node.length) {
      range.setEnd(node, to - at);
      return range;
    }
  }
  return null;
}

function showUncoveredAt(event) {
  if (!getSelection().isCollapsed || event.target.closest("a, button, summary, factsheet-preview")) return;
  const hit = (r) => Array.from(r.getClientRects()).some(
    (b) => b.left <= event.clientX && event.clientX <= b.right && b.top <= event.clientY && event.clientY <= b.bottom);
  const found = uncovered.find((u) => hit(u.range));
  if (found) showDrafts({ fact: found.toml }, found.range);
}

// go selects the next or the previous passage that no fact reads.
function go(step) {
  if (uncovered.length === 0) return;
  current = (current + step + uncovered.length) % uncovered.length;
  const { range, toml } = uncovered[current];
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  getSelection().removeAllRanges();
  showDrafts({ fact: toml }, range);
}
