// In a site that is one file, a button below each quote that shows it in its
// paragraph, which stands elsewhere in the file. Without this the link of the
// quote leads there.
"use strict";
(function () {
  if (!("popover" in HTMLElement.prototype)) return;
  var card = document.createElement("div");
  card.className = "card";
  card.popover = "auto";
  document.body.append(card);

  function words(s) {
    return s.replace(/\s+/g, " ").trim();
  }
  // marked fills p with the text of a paragraph, marking the words of a quote
  // from an offset on. Square brackets in a quote hold what is not the text's.
  function marked(p, text, quote, from) {
    var done = 0;
    quote.split(/\s*\[[^\]]*\]\s*/).map(words).filter(Boolean).forEach(function (piece) {
      var i = text.indexOf(piece, Math.max(from, done));
      if (i < 0) return;
      var mark = document.createElement("mark");
      mark.append(piece);
      p.append(text.slice(done, i), mark);
      done = i + piece.length;
    });
    p.append(text.slice(done));
  }
  function show(quote, link, passage) {
    var paragraph = passage.closest("p");
    var before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEndBefore(passage);
    var title = document.createElement("p");
    title.className = "kicker";
    title.append(link.cloneNode(true));
    title.firstChild.addEventListener("click", function () { card.hidePopover(); });
    var p = document.createElement("p");
    p.className = "theirs";
    p.lang = paragraph.lang;
    p.dir = paragraph.dir;
    marked(p, words(paragraph.textContent), quote.querySelector("p").textContent, Math.max(0, before.toString().replace(/\s+/g, " ").length - 1));
    var close = document.createElement("button");
    close.type = "button";
    close.append("Close");
    close.addEventListener("click", function () { card.hidePopover(); });
    card.replaceChildren(title, p, close);
    card.showPopover();
  }
  document.querySelectorAll(".fact blockquote").forEach(function (quote) {
    var links = quote.querySelectorAll("a[href^='#']");
    var link = links[links.length - 1];
    var passage = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!passage || !passage.closest(".paragraph p")) return;
    var p = document.createElement("p");
    p.className = "opener";
    var button = document.createElement("button");
    button.type = "button";
    button.append("In its paragraph");
    button.addEventListener("click", function () { show(quote, link, passage); });
    p.append(button);
    quote.append(p);
  });
})();
