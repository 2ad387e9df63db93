// The switch between light and dark, and what paper cannot unfold. Everything
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

  var unfolded = [];
  window.addEventListener("beforeprint", function () {
    unfolded = Array.from(document.querySelectorAll("details:not([open])"));
    unfolded.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    unfolded.forEach(function (details) { details.open = false; });
  });
})();
