// Patch changes what is shown from one version of a page to the next. The
// server sent before, then after; live is what became of before in the browser.
// Only what differs between the two is touched, so that what the reader opened,
// focused or switched stays as it is.

function patch(live, before, after, changed) {
  if (before.isEqualNode(after)) return;
  if (!(after instanceof Element)) {
    if (live.nodeType === after.nodeType) live.data = after.data;
    if (live.parentElement) changed.push(live.parentElement);
    return;
  }
  patchAttributes(live, before, after, changed);
  patchChildren(live, before, after, changed);
}

function patchAttributes(live, before, after, changed) {
  for (const { name } of before.attributes) {
    if (!after.hasAttribute(name)) live.removeAttribute(name);
  }
  for (const { name, value } of after.attributes) {
    if (before.getAttribute(name) === value) continue;
    live.setAttribute(name, value);
    changed.push(live);
  }
}

function patchChildren(live, before, after, changed) {
  const old = Array.from(before.childNodes);
  const shown = Array.from(live.childNodes);
  if (!sameShape(shown, old)) {
    // A script of the page made something else of it.
    live.replaceChildren(...Array.from(after.childNodes, (node) => document.importNode(node, true)));
    changed.push(live);
    return;
  }
  const partners = pair(old, Array.from(after.childNodes));
  const kept = new Set(partners.values());
  old.forEach((node, i) => {
    if (kept.has(i)) return;
    shown[i].remove();
    changed.push(live);
  });
  let at = live.firstChild;
  for (const node of after.childNodes) {
    const i = partners.get(node);
    const here = i === undefined ? document.importNode(node, true) : shown[i];
    if (here === at) at = at.nextSibling;
    else live.insertBefore(here, at);
    if (i !== undefined) patch(here, old[i], node, changed);
    else changed.push(here instanceof Element ? here : live);
  }
}

function sameShape(a, b) {
  return a.length === b.length && a.every((node, i) => node.nodeName === b[i].nodeName && (node.id || "") === (b[i].id || ""));
}

// pair finds for each new node the index of the old one that becomes it: the
// equal ones at both ends, between them those of the same id, and of those
// without one the next of the same name.
function pair(old, now) {
  const partners = new Map();
  let start = 0;
  let oldEnd = old.length;
  let end = now.length;
  while (start < oldEnd && start < end && old[start].isEqualNode(now[start])) {
    partners.set(now[start], start);
    start++;
  }
  while (oldEnd > start && end > start && old[oldEnd - 1].isEqualNode(now[end - 1])) {
    partners.set(now[--end], --oldEnd);
  }
  const named = new Map();
  const nameless = [];
  for (let i = start; i < oldEnd; i++) {
    if (old[i].id) named.set(old[i].nodeName + old[i].id, i);
    else nameless.push(i);
  }
  for (let i = start; i < end; i++) {
    const node = now[i];
    const next = node.id ? -1 : nameless.findIndex((k) => old[k].nodeName === node.nodeName);
    if (node.id && named.has(node.nodeName + node.id)) partners.set(node, named.get(node.nodeName + node.id));
    else if (next >= 0) partners.set(node, nameless.splice(0, next + 1)[next]);
  }
  return partners;
}
