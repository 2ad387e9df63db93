// The search. Its index is scripts that are added when it is first used, so
// that it works from a disk; what they hold is told in export/search.go.
"use strict";
(function () {
  var form = document.getElementById("_search");
  if (!form) return;
  var input = document.getElementById("_q");
  var kind = document.getElementById("_kind");
  var hits = document.getElementById("_hits");
  var said = document.getElementById("_said");
  var address = form.dataset.index;
  var index = { parts: {} };
  var loading = {};
  var MOST = 30;
  var APART = 64; // documents in a part
  var PARTS = 16; // of terms, loaded for one word
  var WEIGHT = [0.5, 1, 2, 4];
  var ASKS = /^(wh(o|om|ose|at|en|ere|ich|y)|how|is|are|was|were|do|does|did|ha[sd]|have|will|would)$/;
  var LETTERS = { "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "ʼ": "'" };

  window.factsheetSearch = function (part) {
    Object.assign(index.parts, part.parts);
    if (part.terms) {
      index.count = part.count;
      index.kinds = part.kinds;
      index.kindred = part.kindred;
      index.terms = part.terms;
    }
  };

  function load(path) { // "" where the index stands in the page itself
    if (!path) return index.terms ? Promise.resolve() : new Promise(done => { window.addEventListener("load", done); });
    loading[path] = loading[path] || new Promise((done, failed) => {
      var script = document.createElement("script");
      script.src = path;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return loading[path];
  }
  function part(name) {
    if (index.parts[name]) return Promise.resolve(index.parts[name]);
    return load(address.replace(/\.js$/, "/" + name + ".js")).then(() => index.parts[name]);
  }

  // terms makes the words of a query as export/terms.go makes those of a text.
  function terms(s) {
    s = s.toLowerCase().replace(/[øłđßæœı’ʼ]/g, c => LETTERS[c]);
    s = s.normalize("NFKD").replace(/\p{M}/gu, "").replace(/'s\b|'/g, "");
    s = s.replace(/(?:\p{L}\.){2,}/gu, a => a.replaceAll(".", "") + " ");
    s = s.replace(/(?<![\p{L}\p{N}])\d{1,3}(?:[ ,.]\d{3})+(?![\p{L}\p{N}])/gu, n => n.replace(/[ ,.]/g, ""));
    return (s.match(/[\p{L}\p{N}]+/gu) || []).map(t => /^\d+$/.test(t) ? t.replace(/^0+(?=\d)/, "") : t);
  }

  // partsOf returns the numbers of the parts with some terms.
  function partsOf(from, to) {
    var numbers = [];
    for (var i = 0; i < index.terms.length && index.terms[i] <= to; i++) {
      if (i + 1 === index.terms.length || index.terms[i + 1] > from || index.terms[i] === from) numbers.push(i);
    }
    return numbers;
  }
  function read(numbers) {
    return Promise.all(numbers.map(i => part("t" + i)));
  }

  // beginning returns the parts with the terms that begin as a word does, unless
  // they are too many.
  function beginning(term, few) {
    for (var n = few; n <= term.length; n++) {
      var parts = partsOf(term.slice(0, n), term.slice(0, n) + "\uffff");
      if (parts.length <= PARTS) return parts;
    }
    return [];
  }

  // distance counts wrong, missing, added and exchanged letters, up to a bound.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before, row = [], next;
    for (var j = 0; j <= b.length; j++) row[j] = j;
    for (var i = 1; i <= a.length; i++) {
      next = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
        least = Math.min(least, next[j]);
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return row[b.length];
  }

  // kin returns how well two words match of which the beginning is the same and
  // the rest looks like an ending, or is still to be typed.
  function kin(a, b, typing) {
    var n = 0;
    while (n < a.length && a[n] === b[n]) n++;
    var rest = a.length - n, other = b.length - n;
    if (!rest && other < 3) return 0.8;
    if (!rest && (typing || n < 4 || other > 3)) return typing ? 0.5 : 0.1;
    if (rest === 1 && !other && a[n] === "s") return 0.8;
    return n > 3 && rest < 4 && other < 4 ? 0.4 : 0;
  }

  // like returns how well each term of the index matches one of the query.
  function like(term, typing) {
    var number = /^\d+$/.test(term);
    var kindred = index.kindred.filter(list => list.includes(term)).flat();
    var own = [term].concat(kindred).flatMap(t => partsOf(t, t));
    var near = number ? [] : beginning(term, Math.min(4, term.length));
    return read(Array.from(new Set(own.concat(near)))).then(parts => {
      var found = [];
      parts.forEach(list => {
        Object.keys(list).forEach(t => {
          var well = t === term ? 1 : kindred.includes(t) ? 0.7 : number ? 0 : kin(term, t, typing);
          if (well) found.push([list[t], well]);
        });
      });
      if (number || term.length < 4 || found.some(known)) return found;
      var most = term.length < 8 ? 1 : 2;
      return read(beginning(term, 0)).then(parts => {
        parts.forEach(list => {
          Object.keys(list).forEach(t => {
            var far = Math.min(distance(term, t, most), t.length > term.length ? distance(term, t.slice(0, term.length), most) + 0.5 : 9);
            if (far <= most) found.push([list[t], 0.6 / (1 + far)]);
          });
        });
        return found;
      });
    });
  }

  function known(match) {
    return match[1] > 0.3;
  }

  // rank returns documents, the best first: those that have most of the words,
  // the rare ones above all (as in BM25), in the places that say most.
  function rank(words, matches) {
    var scores = new Map();
    matches.forEach((found, i) => {
      var best = new Map();
      found.forEach(m => {
        var doc = 0;
        m[0].split(" ").forEach(x => {
          var n = parseInt(x, 36);
          doc += Math.floor(n / 256);
          var old = best.get(doc) || [0, 0];
          best.set(doc, [Math.max(old[0], m[1] * WEIGHT[n & 3]), Math.max(old[1], m[1]), n >> 2 & 63]);
        });
      });
      var rare = Math.log(1 + (index.count - best.size + 0.5) / (best.size + 0.5)) * (ASKS.test(words[i]) ? 0.2 : 1);
      best.forEach((b, doc) => {
        var s = scores.get(doc) || { doc: doc, worth: b[2], weight: 0, words: 0 };
        s.weight += rare * b[0];
        s.words += rare * b[1] * (b[0] < 1 ? 0.8 : 1);
        scores.set(doc, s);
      });
    });
    var most = 0;
    scores.forEach(s => {
      s.score = s.weight * s.words * s.words * s.worth;
      most = Math.max(most, s.words);
    });
    return Array.from(scores.values()).filter(s => s.words > most / 2).sort(byScore);
  }
  function byScore(a, b) {
    return b.score - a.score || a.doc - b.doc;
  }

  // inOrder ranks documents once more, by titles with words side by side as they
  // were typed, or nothing else.
  function inOrder(words, ranked, docs) {
    ranked.forEach((r, i) => {
      var title = " " + terms(docs[i][2]).join(" ") + " ", whole = title + " " + terms(docs[i][6]).join(" ") + " ";
      r.shown = docs[i];
      if (title.trim() === words.join(" ")) r.score *= 2;
      words.reduce((a, b) => {
        if (whole.includes(" " + a + " " + b + " ")) r.score *= 1.2;
        return b;
      });
    });
    return ranked.sort(byScore).map(r => r.shown);
  }

  function kindOf(doc) {
    return String(index.kinds.findLast(run => run[0] <= doc)[1]);
  }
  function document_(n) {
    return part("d" + Math.floor(n / APART)).then(list => list[n % APART]);
  }

  function add(parent, name, kind, text) {
    var e = document.createElement(name);
    e.className = kind;
    e.textContent = text;
    parent.append(e);
    return e;
  }
  function show(docs, all, unknown) {
    hits.replaceChildren();
    docs.forEach(d => {
      var item = add(hits, "li", "glance hit", "");
      add(item, "p", "kicker", kind.options[d[0] + 1].dataset.single + (d[6] ? " · " + d[6] : ""));
      var link = add(add(item, "h2", "", ""), "a", "", d[2]);
      link.href = d[1];
      if (d[3]) add(item, "p", d[5] ? "theirs" : "answer", d[3]);
      if (d[4]) add(item, "p", "fine", d[4]);
    });
    said.textContent = !input.value.trim() ? "" : all === 0 ? "Nothing was found." :
      docs.length < all ? "The first " + docs.length + " of " + all + " hits." : all === 1 ? "1 hit." : all + " hits.";
    if (all && unknown.length) said.textContent += " Not found as typed: " + unknown.join(", ") + ".";
  }

  var turn = 0;
  function search() {
    var own = ++turn;
    var words = terms(input.value);
    remember();
    if (!words.length) return show([], 0);
    load(address).then(() => {
      // What very many documents have says little, and is much to load.
      var telling = words.filter(w => partsOf(w, w).length <= PARTS);
      if (telling.length) words = telling;
      var last = /[\p{L}\p{N}]$/u.test(input.value) ? words.length - 1 : -1;
      return Promise.all(words.map((w, i) => like(w, i === last)));
    }).then(matches => {
      var ranked = rank(words, matches);
      if (kind.value) ranked = ranked.filter(r => kindOf(r.doc) === kind.value);
      var first = ranked.slice(0, MOST);
      return Promise.all(first.map(r => document_(r.doc))).then(docs => {
        docs = inOrder(words, first, docs);
        if (own === turn) show(docs, ranked.length, words.filter((w, i) => !matches[i].some(known)));
      });
    }).catch(() => {
      said.textContent = "The index of the search cannot be read.";
    });
  }
  // remember keeps the words in the address for a reader who comes back.
  function remember() {
    try {
      history.replaceState(null, "", input.value ? "#q=" + encodeURIComponent(input.value) : "#");
    } catch (refused) {
      // The words last as long as the page.
    }
  }

  form.hidden = false;
  form.addEventListener("submit", function (e) {
    e.preventDefault();
    search();
  });
  input.addEventListener("input", search);
  kind.addEventListener("change", search);
  var given = /^#q=(.*)$/.exec(location.hash);
  if (given) {
    try {
      input.value = decodeURIComponent(given[1]);
    } catch (misspelt) {
      input.value = given[1];
    }
    search();
  }
  if (given || document.body.classList.contains("page-search")) input.focus();
})();
