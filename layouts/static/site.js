// The switch between light and dark, keys, and what paper cannot unfold. Everything
// on a page reads without this file.
"use strict";
(function () {
  var root = document.documentElement;
  var button = document.getElementById("_theme");
  var preference = window.matchMedia("(prefers-color-scheme: dark)");

  function dark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : preference.matches;
  }
  function label() {
    button.textContent = dark() ? "Light" : "Dark";
    button.setAttribute("aria-label", "Switch to " + (dark() ? "light" : "dark") + " colours");
  }
  function switchTheme() {
    root.dataset.theme = dark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch (refused) {
      // The choice lasts as long as the page.
    }
    label();
  }
  if (button) {
    label();
    button.hidden = false;
    button.addEventListener("click", switchTheme);
    preference.addEventListener("change", label);
  }

  // Keys: none while somebody writes, none with another key, and none at all
  // where they are switched off.
  var KEYS = [["/", "search"], ["j", "next fact"], ["k", "previous fact"], ["?", "this list"]];
  var find = document.getElementById("_find");
  var help;

  function off() {
    try {
      return localStorage.getItem("keys") === "off";
    } catch (refused) {
      return false;
    }
  }
  function step(by) {
    var facts = Array.from(document.querySelectorAll(".fact, .glance, .saying"));
    // From the focus, else from what the address names, else from the top of the screen.
    var here = [f => f.contains(document.activeElement), f => f.matches(":target"), f => f.getBoundingClientRect().top < 30];
    var i = facts.findLastIndex(here.find(is => facts.some(is)) || here[0]);
    var next = facts[i + by];
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: "start" });
  }
  function element(name, text) {
    var e = document.createElement(name);
    e.append(text);
    return e;
  }
  function makeHelp() {
    help = document.createElement("dialog");
    help.setAttribute("aria-labelledby", "_keys");
    var title = element("h2", "Keys");
    title.id = "_keys";
    var list = document.createElement("dl");
    KEYS.forEach(function (k) { list.append(element("dt", element("kbd", k[0])), element("dd", k[1])); });
    var box = document.createElement("input");
    box.type = "checkbox";
    box.checked = !off();
    box.addEventListener("change", function () {
      try {
        localStorage.setItem("keys", box.checked ? "on" : "off");
      } catch (refused) {
        // They stay on.
      }
    });
    var label = element("label", box);
    label.append(" Single keys do this");
    var close = element("button", "Close");
    close.type = "button";
    close.addEventListener("click", function () { help.close(); });
    help.append(title, list, label, close);
    document.body.append(help);
  }
  function showHelp() {
    if (!help) makeHelp();
    if (!help.open) help.showModal();
  }
  function toSearch() {
    var input = document.getElementById("_q");
    if (input) input.focus();
    else if (find) location.href = find.href;
  }
  document.addEventListener("keydown", function (e) {
    var writes = e.target.closest && e.target.closest("input, textarea, select, [contenteditable]");
    if (writes || e.ctrlKey || e.altKey || e.metaKey || e.key !== "?" && (off() || help && help.open)) return;
    var act = { "/": toSearch, "?": showHelp, j: function () { step(1); }, k: function () { step(-1); } }[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });

  var unfolded = [];
  window.addEventListener("beforeprint", function () {
    unfolded = Array.from(document.querySelectorAll("details:not([open])"));
    unfolded.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    unfolded.forEach(function (details) { details.open = false; });
  });
})();
