// The panel lists what is wrong. It stands beside the page, not in it, so that
// neither disturbs the other.

const host = document.createElement("factsheet-preview");
const shade = host.attachShadow({ mode: "open" });

function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

const summary = element("button", { type: "button", className: "summary" });
const list = element("ol", { className: "findings" });
const panel = element("section", { className: "panel", hidden: true }, summary, list);
panel.setAttribute("aria-label", "What is wrong");
summary.setAttribute("aria-live", "polite");
shade.append(
  element("link", { rel: "stylesheet", href: document.currentScript.dataset.panel }),
  panel,
);
document.documentElement.append(host);

let listed = recall("listed") === "true";

summary.addEventListener("click", () => {
  listed = !listed;
  remember("listed", listed);
  showList();
});

function showList() {
  list.hidden = !listed;
  summary.setAttribute("aria-expanded", String(listed));
}

function remember(key, value) {
  try {
    sessionStorage.setItem("factsheet-preview-" + key, value);
  } catch (refused) {
    // It lasts as long as the page.
  }
}

function recall(key) {
  try {
    return sessionStorage.getItem("factsheet-preview-" + key);
  } catch (refused) {
    return null;
  }
}

function count(n, noun) {
  return n === 1 ? "1 " + noun : n + " " + noun + "s";
}

let checking = 0; // the timer that says so where it takes long

function showReport(report) {
  const words = [];
  if (report.errors) words.push(count(report.errors, "error"));
  if (report.warnings) words.push(count(report.warnings, "warning"));
  if (report.fault) words.push("this may be old: the program failed, and its terminal says how");
  if (report.unread) words.push("this may be old: " + report.unread);
  showSummary(words);
  panel.className = report.errors ? "panel errors" : "panel";
  clearTimeout(checking);
  if (!report.judged && !report.fault && !report.unread) checking = setTimeout(() => showSummary([...words, "checking …"]), 300);
  const unlisted = report.errors + report.warnings - report.findings.length;
  list.replaceChildren(...report.findings.map(finding));
  if (unlisted > 0) list.append(element("li", {}, "and " + unlisted + " more"));
  showList();
}

function showSummary(words) {
  summary.textContent = words.join(", ");
  panel.hidden = words.length === 0;
}

function finding(f) {
  const place = f.editor ? element("a", { href: f.editor }, f.place) : element("span", {}, f.place);
  place.className = "place";
  const item = element("li", { className: f.severity }, place, element("pre", {}, f.picture));
  if (f.page) item.append(element("a", { href: f.page }, "Show on the page"));
  return item;
}

function showSilence() {
  clearTimeout(checking);
  summary.textContent = "The preview does not answer; trying again …";
  panel.hidden = false;
  list.hidden = true;
}
