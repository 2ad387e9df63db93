package page

import (
	"strings"

	"golang.org/x/text/unicode/bidi"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/memo"
)

// labels are the names of the sources of a dossier, no two alike: the publisher,
// else the headline, with the day of the page. Of names that would be alike each
// has its id with it.
type labels struct {
	plain memo.Map[*dossier.Source, Words]
	times memo.Map[Words, int] // how many sources have a name
}

// of returns the name of a source.
func (l *labels) of(s *dossier.Source) Words {
	words, _ := l.plain.Get(s)
	if n, _ := l.times.Get(words); n > 1 {
		return words + " (" + s.ID + ")"
	}
	return words
}

// newLabels names the sources of a book. Those of prev, a book of the same site
// or nil, keep their names.
func newLabels(b, prev *Book) *labels {
	var old labels
	var before []*dossier.Source
	if prev != nil && prev.d.Site == b.d.Site && b.shown == nil {
		old, before = *prev.labels, prev.d.Sources
	}
	gone, fresh := difference(before, b.d.Sources)
	plain, times := map[*dossier.Source]Words{}, map[Words]int{}
	count := func(words Words, n int) {
		if _, known := times[words]; !known {
			times[words], _ = old.times.Get(words)
		}
		times[words] += n
	}
	for _, s := range gone {
		words, _ := old.plain.Get(s)
		count(words, -1)
	}
	for _, s := range fresh {
		plain[s] = b.label(s)
		count(plain[s], 1)
	}
	return &labels{old.plain.With(gone, plain), old.times.With(nil, times)}
}

// difference returns what only the one and only the other of two lists has,
// which are in the order of their ids.
func difference(before, now []*dossier.Source) (gone, fresh []*dossier.Source) {
	for len(before) > 0 && len(now) > 0 {
		a, b := before[0], now[0]
		switch {
		case a == b:
			before, now = before[1:], now[1:]
		case a.ID < b.ID:
			gone, before = append(gone, a), before[1:]
		case b.ID < a.ID:
			fresh, now = append(fresh, b), now[1:]
		default:
			gone, fresh = append(gone, a), append(fresh, b)
			before, now = before[1:], now[1:]
		}
	}
	return append(gone, before...), append(fresh, now...)
}

func (b *Book) label(s *dossier.Source) Words {
	r := s.Record
	day := r.Published.Date.Words()
	switch {
	case r.Publisher.Value != "":
		return list(", ", isolated(r.Publisher.Value), day)
	case r.Title.Value != "":
		return list(", ", isolated(quoted(strings.Trim(b.shown.Verbatim(s, r.Title.Value), `"“”`))), day)
	case day == "":
		day = textDay(s.Parts[0].Dated)
	}
	return list(", ", "Unnamed outlet", day)
}

// isolated puts a name that is not written from left to right throughout between
// the marks of Unicode that isolate it, so that the number after it stays in its
// place.
func isolated(name Words) Words {
	if strings.ContainsFunc(name, turnsLine) {
		return "\u2068" + name + "\u2069"
	}
	return name
}

// turnsLine reports whether a character is written from right to left, or says
// so of others.
func turnsLine(c rune) bool {
	p, _ := bidi.LookupRune(c)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLI, bidi.RLO, bidi.LRO:
		return true
	}
	return false
}

// textDay is the day of a text in words, and of one that may be of several
// that it is of one of them: no outlet lasted from the first to the last.
func textDay(d edtf.Date) Words {
	if d.IsOneOf() {
		return "text of " + noun(d)
	}
	return d.Words()
}
