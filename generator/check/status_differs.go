package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

var statusDiffers = Rule{
	Code: "status-differs", Group: Dates, Severity: diag.Warning,
	Title: "the verbs of the quotes, or of the statement, say another status",
	Why: "An aim, a plan, an agreement, an announcement and an event are different things. The clause that carries the date says by its own verbs which it is; " +
		"where they mislead, `allow` says why. The statement of what is yet to come says so too.",
	Example: `status   = "planned"
evidence = [{ source = "valley-post", quote = "the mayor hopes to reopen the dam by Friday" }]     # aimed`,
	Item: func(item dossier.Item, report Report) {
		f, ok := item.(*dossier.Fact)
		if !ok || f.Record.Kind != "quantity" && f.Record.Kind != "date" {
			return
		}
		list, ok := supporting(f)
		if !ok || len(list) == 0 || slices.ContainsFunc(list, func(e *dossier.Evidence) bool { return e.Source.Lang == nil }) {
			return
		}
		if status(f) == "happened" {
			notYet(f, list, report)
		} else if fit, ok := fits[status(f)]; ok {
			unfit(f, list, fit, report)
		}
	},
	Linked: says(func(f *dossier.Fact, s support, report Report) {
		toldAsDone(f, s, report)
		takenBack(f, s, report)
	}),
}

// fits are the statuses whose words bear out a status. A plan is what
// somebody is to do, and texts say it with words of expectation too.
var fits = map[string][]string{
	"aimed":     {"aimed"},
	"possible":  {"possible", "expected"},
	"expected":  {"expected", "planned"},
	"planned":   {"planned", "expected"},
	"agreed":    {"agreed"},
	"announced": {"announced"},
}

// ahead are the statuses of what is yet to come.
var ahead = []string{"aimed", "possible", "expected", "planned"}

// notYet reports an event of which every quote's own clause says that it is
// yet to come.
func notYet(f *dossier.Fact, list []*dossier.Evidence, report Report) {
	var verbs []diag.Related
	said := ""
	for _, e := range list {
		carry := carrying(f, e)
		if isLeftBehind(f, e, carry) {
			return
		}
		own := governing(e, carry)
		words := statusWords(e.Source, own)
		s := anyOf(words, ahead)
		switch {
		case s != "":
			said = cmp.Or(said, s)
			verbs = append(verbs, verb(e, own, words[s], s))
		case !hangs(e.Source, own): // a headline may do without a verb
			return
		}
	}
	if said == "" {
		return
	}
	report(statusPlace(f), fmt.Sprintf("by its status this has happened, and its words say %q", said), fmt.Sprintf("status = %q", said), verbs...)
}

// isLeftBehind reports whether the number of a figure is the one from which
// another comes: what "would be cut from 1,200 to 900" was 1,200 all the same.
func isLeftBehind(f *dossier.Fact, e *dossier.Evidence, carry []text.Span) bool {
	if f.Record.Kind != "quantity" || len(carry) != 1 {
		return false
	}
	toks := tokensOf(e.Source, text.Span{Start: sentenceAt(e.Source, carry[0].Start).Start, End: carry[0].Start})
	return len(toks) > 0 && toks[len(toks)-1].Is(lang.From)
}

// unfit reports a plan, aim or agreement of which no quote has the words:
// either they say another status, or they are those of an event and its day is
// not ahead.
func unfit(f *dossier.Fact, list []*dossier.Evidence, fit []string, report Report) {
	var verbs []diag.Related
	said := ""
	for _, e := range list {
		own := governing(e, carrying(f, e))
		words := statusWords(e.Source, own)
		s := anyOf(words, interplay)
		if s == "" {
			words = quoteStatus(e)
		}
		if anyOf(words, fit) != "" || status(f) == "announced" && hasSay(e) {
			return
		}
		if s != "" {
			said = cmp.Or(said, s)
			verbs = append(verbs, verb(e, own, words[s], s))
		}
	}
	switch {
	case said != "":
		report(statusPlace(f), fmt.Sprintf("the status is %q, and the words say %q", status(f), said), fmt.Sprintf("status = %q", said), verbs...)
	case status(f) != "possible" && !isAhead(f, list):
		report(statusPlace(f), fmt.Sprintf("the status is %q, and no quote has a word that says so", status(f)), `status = "happened" where it has, or cite the words that say so`)
	}
}

// anyOf returns the first of some statuses that words say, or "".
func anyOf(words map[string]string, statuses []string) string {
	for _, s := range statuses {
		if words[s] != "" {
			return s
		}
	}
	return ""
}

// interplay are the statuses that are told apart by their words.
var interplay = []string{"aimed", "possible", "expected", "planned", "agreed", "announced"}

// quoteStatus are the status words of a whole quote.
func quoteStatus(e *dossier.Evidence) map[string]string {
	all := map[string]string{}
	for _, span := range e.Folded() {
		maps.Copy(all, statusWords(e.Source, span))
	}
	return all
}

// hasSay reports whether a quote has a verb of saying.
func hasSay(e *dossier.Evidence) bool {
	s := e.Source.Text.View.Text
	for _, span := range e.Folded() {
		if slices.ContainsFunc(e.Source.Lang.Tokens(s[span.Start:span.End]), func(tok lang.Token) bool { return tok.Is(lang.Say) }) {
			return true
		}
	}
	return false
}

// isAhead reports whether the date of a fact lies after the days from which
// its passages speak, or may do so: then even a verb in the present is one of
// a plan.
func isAhead(f *dossier.Fact, list []*dossier.Evidence) bool {
	when := f.Record.When.Date
	latest := when.Latest()
	return !when.IsZero() && latest == edtf.MaxDay || slices.ContainsFunc(list, func(e *dossier.Evidence) bool {
		return !when.IsZero() && (e.Part.Dated.IsZero() || latest > e.Part.Dated.Earliest())
	})
}

// carrying are the words of a quote that carry the date of an event, or the
// number of a figure.
func carrying(f *dossier.Fact, e *dossier.Evidence) (list []text.Span) {
	if f.Record.Kind == "quantity" {
		if e.Record.Reads.Value != "" {
			return e.Reads()
		}
		for _, q := range e.Quantities() {
			list = append(list, q.Number)
		}
		return list
	}
	for _, x := range text.Overlapping(e.Source.Readings.Times, e.Source.Text.View.Folded(e.Span()), timeSpan) {
		if overlapsAny(e.Reads(), x.Span) {
			list = append(list, x.Span)
		}
	}
	if len(list) == 0 && e.Record.Reads.Value != "" {
		return e.Reads()
	}
	return list
}

// verb shows the words that say a status.
func verb(e *dossier.Evidence, clause text.Span, words, status string) diag.Related {
	s := e.Source.Text.View.Text
	span := e.Source.Text.View.Folded(e.Span())
	if i := strings.Index(s[clause.Start:clause.End], words); i >= 0 {
		span = text.Span{Start: clause.Start + i, End: clause.Start + i + len(words)}
	} else if i := strings.Index(s[span.Start:span.End], words); i >= 0 {
		span = text.Span{Start: span.Start + i, End: span.Start + i + len(words)}
	}
	return diag.Related{Label: "read", Place: inSeed(e.Source, span), Message: fmt.Sprintf("%q: %s", words, status)}
}

// statusPlace is the status of a fact, or what it has instead of one.
func statusPlace(f *dossier.Fact) diag.Place {
	return f.Place(f.Record.Status)
}
