package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
)

var negationLost = Rule{
	Code: "negation-lost", Group: Statements, Severity: diag.Error,
	Title: "every supporting quote denies what the statement says",
	Why: "A \"not\" or \"denied\" that is lost on the way turns a finding round. Say it in the statement, or cite a quote that " +
		"says so without it.",
	Example: `statement = "The gate was shut before the rain."
evidence  = [{ source = "valley-post", quote = "the gate had not been shut before the rain" }]`,
	Linked: says(func(f *dossier.Fact, s support, report Report) {
		if table, ok := affirming(f, s); ok && len(denials(f.Says.View.Text, table)) == 0 {
			reportLost(f, lostDenials(f), report)
		}
	}),
	// A statement that denies something else, or quotes of which some do not
	// speak of what the others deny, leave room for a reader.
	Doubt: Finder{Linked: says(func(f *dossier.Fact, s support, report Report) {
		table, ok := affirming(f, s)
		if !ok {
			return
		}
		own := denials(f.Says.View.Text, table)
		if len(own) == 0 && len(lostDenials(f)) > 0 {
			return
		}
		reportLost(f, turnedDenials(f, own), report)
	})},
}

// affirming returns the words of a site's language for a fact of which the
// page does not say that it did not come to pass.
func affirming(f *dossier.Fact, s support) (*lang.Table, bool) {
	if f.Record.Kind == "question" || deniedStatus(f) {
		return nil, false
	}
	return lang.For(s.d.Site.Language())
}

func reportLost(f *dossier.Fact, lost []lostDenial, report Report) {
	if len(lost) == 0 {
		return
	}
	var related []diag.Related
	for _, l := range lost {
		e := l.evidence
		related = append(related, diag.Related{
			Label: "quoted", Place: diag.Place{File: e.Source.Text.File, Span: e.Span()}, Message: q(l.denial.word + " … " + l.denial.content[0]),
		})
	}
	report(f.Place(f.Record.Statement), fmt.Sprintf("the quote says %q of what the statement affirms", lost[0].denial.word),
		"say in the statement that it was not so, or who denies it", related...)
}

// deniedStatus reports whether the page says beside the statement that it did
// not come to pass.
func deniedStatus(f *dossier.Fact) bool {
	switch f.Record.Status.Value {
	case "denied", "missed", "cancelled", "postponed":
		return true
	}
	return false
}

type lostDenial struct {
	evidence *dossier.Evidence
	denial   denial
}

// lostDenials returns of every supporting quote the denial of a word that the
// statement affirms; nothing where one quote has none.
func lostDenials(f *dossier.Fact) []lostDenial {
	said := affirmed(f.Says)
	var out []lostDenial
	for _, e := range f.Evidence {
		if e.Role != "supports" {
			continue
		}
		i := slices.IndexFunc(denials(quoted(e), e.Source.Lang), func(d denial) bool {
			return affirms(d.content, said)
		})
		if i < 0 {
			return nil
		}
		out = append(out, lostDenial{e, denials(quoted(e), e.Source.Lang)[i]})
	}
	return out
}

// turnedDenials returns the denials of supporting quotes whose words the
// statement has outside of what it denies itself. A quote that has these words
// and denies nothing of them settles that they may be affirmed; one without
// them says nothing either way.
func turnedDenials(f *dossier.Fact, own []denial) []lostDenial {
	said := affirmed(f.Says)
	var out []lostDenial
	for _, e := range f.Evidence {
		if e.Role != "supports" {
			continue
		}
		denied := denials(quoted(e), e.Source.Lang)
		i := slices.IndexFunc(denied, func(d denial) bool { return affirms(d.content, said) && !deniesAny(own, d.content) })
		if i < 0 {
			continue
		}
		out = append(out, lostDenial{e, denied[i]})
	}
	if slices.ContainsFunc(out, func(l lostDenial) bool { return isAffirmedElsewhere(f, l) }) {
		return nil
	}
	return out
}

// isAffirmedElsewhere reports whether another supporting quote has most of the
// words that one denies, and denies none of them.
func isAffirmedElsewhere(f *dossier.Fact, l lostDenial) bool {
	return slices.ContainsFunc(f.Evidence, func(e *dossier.Evidence) bool {
		return e != l.evidence && e.Role == "supports" && affirms(l.denial.content, wordsOf(quoted(e))) && !deniesAny(denials(quoted(e), e.Source.Lang), l.denial.content)
	})
}

// deniesAny reports whether one of some denials turns one of the first words
// of a content.
func deniesAny(list []denial, content []string) bool {
	return slices.ContainsFunc(list, func(d denial) bool {
		return slices.ContainsFunc(d.content, func(word string) bool {
			return slices.ContainsFunc(content[:min(len(content), 3)], func(w string) bool { return sameStem(w, word) })
		})
	})
}

// affirms reports whether a statement has most of the first three words that
// are denied.
func affirms(denied []string, said func(string) bool) bool {
	denied = denied[:min(len(denied), 3)]
	n := 0
	for _, word := range denied {
		if said(word) {
			n++
		}
	}
	return n*2 > len(denied)
}

// affirmed returns whether a statement has a word in any form.
func affirmed(p *dossier.Prose) func(word string) bool { return wordsOf(p.View.Text) }

// wordsOf returns whether a text has a word in any form.
func wordsOf(s string) func(word string) bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWord(r) })
	return func(word string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return sameStem(w, word) })
	}
}
