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
		if f.Record.Kind == "question" || deniedStatus(f) {
			return
		}
		table, ok := lang.For(s.d.Site.Language())
		if !ok || len(denials(f.Says.View.Text, table)) > 0 {
			return
		}
		lost := lostDenials(f)
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
	}),
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
func affirmed(p *dossier.Prose) func(word string) bool {
	words := strings.FieldsFunc(strings.ToLower(p.View.Text), func(r rune) bool { return !isWord(r) })
	return func(word string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return sameStem(w, word) })
	}
}
