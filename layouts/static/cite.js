// A button beside each fact that shows how to cite it, in four forms, and
// copies the one that is chosen.
"use strict";
(function () {
  var forms = {
    "Text": c => "“" + c.title + "” " + c.site + ". " + c.known + ". " + c.url,
    "Markdown": c => "[" + plain(c.title) + "](" + c.url + ") (" + plain(c.site + "; " + c.known) + ")",
    "BibTeX": c => "@misc{" + c.id + ",\n  title = {{" + tex(c.title) + "}},\n  howpublished = {" + tex(c.site) + "},\n  note = {" + tex(c.known) + "},\n  url = {" + c.url + "}\n}",
    "Wiki": c => "<ref>{{cite web |url=" + wiki(c.url) + " |title=" + wiki(c.title) + " |website=" + wiki(c.site) + " |access-date=" + new Date().toISOString().slice(0, 10) + "}}</ref>"
  };
  var names = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

  function plain(text) {
    return text.replace(/[\\`*_[\]<>]/g, "\\$&");
  }
  function tex(text) {
    return text.replace(/[\\{}$&#%_~^]/g, sign => names[sign] || "\\" + sign);
  }
  function wiki(text) {
    return text.replace(/[{}[\]<>|=']/g, sign => "&#" + sign.charCodeAt(0) + ";");
  }

  function words(root, selector) {
    var found = root.querySelector(selector);
    return found ? found.textContent.trim().replace(/\s+/g, " ") : "";
  }
  function citation(article) {
    var canonical = document.querySelector("link[rel=canonical]");
    var leaf = article.closest("[data-address]"); // its page, in a file that holds all pages
    var page = leaf ? leaf.dataset.address : canonical ? canonical.href : location.href.replace(/#.*/, "");
    return {
      id: article.id,
      title: words(article, ".words > p:first-child > strong") || words(article, "h2"),
      site: words(document, ".name"),
      known: words(document, ".dateline"),
      url: encodeURI(decodeURI(page)).replace(/[()']/g, escape) + "#" + article.id
    };
  }
  function copied(field) {
    field.select();
    try {
      return document.execCommand("copy");
    } catch (refused) {
      return false;
    }
  }
  function show(article, button) {
    var box = document.createElement("div");
    var field = document.createElement("textarea");
    var status = document.createElement("p");
    box.className = "forms";
    field.readOnly = true;
    field.rows = 5;
    field.setAttribute("aria-label", "Citation of " + article.id);
    status.setAttribute("role", "status");
    Object.keys(forms).forEach(function (name) {
      var choice = document.createElement("button");
      choice.type = "button";
      choice.textContent = name;
      choice.addEventListener("click", function () {
        field.value = forms[name](citation(article));
        status.textContent = copied(field) ? name + " copied" : "Select and copy";
      });
      box.appendChild(choice);
    });
    field.value = forms.Text(citation(article));
    box.appendChild(field);
    box.appendChild(status);
    button.after(box);
  }
  document.querySelectorAll("article.fact[id]").forEach(function (article) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "citing";
    button.textContent = "Cite";
    button.setAttribute("aria-label", "Cite " + article.id);
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", function () {
      var box = article.querySelector(".forms");
      if (box) {
        box.remove();
      } else {
        show(article, button);
      }
      button.setAttribute("aria-expanded", String(!box));
    });
    article.querySelector("header").appendChild(button);
  });
})();
