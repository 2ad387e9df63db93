// In a site that is one file, a button below each quote that shows it in its
// paragraph. Without this the link of the quote leads there.
"use strict";
(function () {
  if (!("popover" in HTMLElement.prototype)) return;
  function make(name, kind, content) {
    var e = document.createElement(name);
    e.className = kind;
    e.append(content);
    return e;
  }
  function button(words, act) {
    var b = make("button", "", words);
    b.type = "button";
    b.addEventListener("click", act);
    return b;
  }
  function words(s) {
    return s.replace(/\s+/g, " ");
  }
  var card = make("div", "card", "");
  card.popover = "auto";
  document.body.append(card);
  function hide() {
    card.hidePopover();
  }

  // marked is a paragraph in which the words of a quote are marked, from an
  // offset on. Square brackets in a quote hold what is not the text's.
  function marked(paragraph, quote, from) {
    var p = make("p", "theirs", "");
    p.lang = paragraph.lang;
    p.dir = paragraph.dir;
    var text = words(paragraph.textContent).trim(), done = 0;
    quote.split(/\[[^\]]*\]/).forEach(function (piece) {
      piece = words(piece).trim();
      var i = text.indexOf(piece, Math.max(from, done));
      if (!piece || i < 0) return;
      p.append(text.slice(done, i), make("mark", "", piece));
      done = i + piece.length;
    });
    p.append(text.slice(done));
    return p;
  }
  function show(quote, link, passage) {
    var paragraph = passage.closest("p");
    var before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEndBefore(passage);
    var source = link.cloneNode(true);
    source.addEventListener("click", hide);
    card.replaceChildren(make("p", "kicker", source), marked(paragraph, quote.querySelector("p").textContent, Math.max(0, words(before.toString()).length - 1)), button("Close", hide));
    card.showPopover();
  }
  document.querySelectorAll(".fact blockquote").forEach(function (quote) {
    var link = Array.from(quote.querySelectorAll("a[href^='#']")).pop();
    var passage = link && document.getElementById(link.hash.slice(1));
    if (passage && passage.closest(".paragraph p")) quote.append(make("p", "opener", button("In its paragraph", function () { show(quote, link, passage); })));
  });
})();
