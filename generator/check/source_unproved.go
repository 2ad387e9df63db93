package check

import (
	"fmt"
	"regexp"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/markdown"
	"factsheet/generator/seed"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

var sourceUnproved = Rule{
	Code: "source-unproved", Group: Sources, Severity: diag.Error,
	Title: "publisher, title, date or origin of a source stands not in its text",
	Why: "What the seed does not say itself is known from elsewhere: `basis` says from where. " +
		"An origin whose name does not stand in the passage is inferred, and needs a basis too. " +
		"A basis that speaks of neither publisher nor title proves none that the text does not have.",
	Example: `publisher = "Valley Post"     # the text does not name it, and there is no basis`,
	Named: func(d *dossier.Dossier, s *dossier.Source, report Report) {
		if s.Text == nil || s.Record.Basis.Value != "" {
			return
		}
		proveSource(d, s, report)
		for _, p := range s.Parts[1:] {
			if p.Record.Basis.Value == "" && p.Span.Len() > 0 {
				proveOrigins(d, s, p.Record.Record, p.Record.Origins, []text.Span{p.Span}, report)
			}
		}
	},
	Doubt: Finder{Source: func(s *dossier.Source, report Report) {
		if s.Text != nil && s.Record.Basis.Value != "" {
			explainNames(s, report)
		}
	}},
}

func proveSource(d *dossier.Dossier, s *dossier.Source, report Report) {
	r := s.Record
	for _, field := range []struct {
		key string
		t   form.Text
	}{{"publisher", r.Publisher}, {"title", r.Title}} {
		if words := text.FoldString(field.t.Value); words != "" && !containsWords(s.Text.View.Text, words) {
			report(r.Place(field.t), fmt.Sprintf("the %s %q does not stand in %s", field.key, field.t.Value, r.Seed.Value),
				fmt.Sprintf(`%s = "" where the text does not say, or basis = ""`, field.key))
		}
	}
	if r.Published.Value != "" && !saysDate(s, r.Published) {
		message := fmt.Sprintf("published is %s, and %s names no such date", r.Published.Date.Words(), r.Seed.Value)
		if s.Lang == nil {
			message = fmt.Sprintf("published is %s, and no date in %s can be read in its language", r.Published.Date.Words(), r.Seed.Value)
		}
		report(r.Place(r.Published.Text), message, `published = "" where the text does not say, or basis = ""`)
	}
	var own []text.Span
	for _, passage := range s.Passages {
		own = append(own, passage.Span)
	}
	proveOrigins(d, s, r.Record, r.Origins, own, report)
}

// explainNames reports a publisher or title that does not stand in the text, in
// any case, and of which the basis does not speak: one that explains something
// else proves nothing. Of a publisher the text may have a part.
func explainNames(s *dossier.Source, report Report) {
	r := s.Record
	words, basis := s.Text.View.Text, text.FoldString(markdown.Plain(r.Basis.Value))
	for _, field := range []struct {
		key   string
		t     form.Text
		known string
	}{{"publisher", r.Publisher, words + " " + basis}, {"title", r.Title, basis}} {
		name := text.FoldString(field.t.Value)
		if name != "" && !containsWordsFold(words, name) && !speaksOf(field.known, name) {
			report(r.Place(field.t), fmt.Sprintf("the %s %q does not stand in %s, and basis does not speak of it", field.key, field.t.Value, r.Seed.Value),
				fmt.Sprintf(`%s = "" where the text does not say, or say in basis how it is known`, field.key))
		}
	}
}

// speaksOf reports whether a text has at least half of the long words of a name.
func speaksOf(known, name string) bool {
	long, found := 0, 0
	for _, w := range seed.Words(name) {
		if word := w.Text(name); len(word) >= longWord {
			long++
			if containsWordsFold(known, word) {
				found++
			}
		}
	}
	return long > 0 && 2*found >= long
}

// longWord is how many bytes a word of a name has at least that tells it from
// other names.
const longWord = 4

// saysDate reports whether a text names a date outright, no wider than it is
// wanted: relative days prove nothing of a page, nor do days without a year.
func saysDate(s *dossier.Source, want form.Date) bool {
	return s.Lang == nil && saysDigits(s.Text.View.Text, want.Date) || slices.ContainsFunc(s.Readings.Times, func(x timex.Expression) bool {
		return x.Absolute() && x.Date.Meets(want.Date) && !want.Date.Narrower(x.Date)
	})
}

// dateMark is a day in digits, from the year on: 2031-03-06, 2031年3月6日.
var dateMark = regexp.MustCompile(`(\d{4})\s?[-./년年]\s?(\d{1,2})\s?[-./월月]\s?(\d{1,2})`)

// saysDigits reports whether a text names a day in digits that are read alike
// in every language.
func saysDigits(s string, want edtf.Date) bool {
	return slices.ContainsFunc(dateMark.FindAllStringSubmatch(s, -1), func(m []string) bool {
		month, day := "0"+m[2], "0"+m[3]
		return want.String() == m[1]+"-"+month[len(month)-2:]+"-"+day[len(day)-2:]
	})
}

// proveOrigins reports origins whose names stand in none of the passages.
func proveOrigins(d *dossier.Dossier, s *dossier.Source, r form.Record, origins []form.Text, passages []text.Span, report Report) {
	for _, o := range origins {
		a := d.Actor(o.Value)
		if a == nil || Credited(s, a, passages) {
			continue
		}
		report(r.Place(o), fmt.Sprintf("the origin %q is not named in the passage", o.Value), `basis = ""`)
	}
}

// Credited reports whether one of the passages of a source names an actor.
func Credited(s *dossier.Source, a *dossier.Actor, passages []text.Span) bool {
	for _, span := range passages {
		folded := s.Text.View.Folded(span)
		for _, name := range a.Spellings() {
			if containsWords(s.Text.View.Text[folded.Start:folded.End], name) {
				return true
			}
		}
	}
	return false
}
