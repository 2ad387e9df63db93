// Package check judges a linked dossier. There is one file for every code: a
// [Rule] with what it finds, why that matters and an example, from which the
// README and `factsheet explain` are made, and the function that finds it.
// Codes raised where a file is read or a site is put together have a rule
// without a function.
package check

import (
	"fmt"
	"sync"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

// A Rule describes one code.
type Rule struct {
	Code     string
	Group    string        // the heading under which the reference lists it
	Severity diag.Severity // the highest that its findings can have
	Title    string        // what is wrong, a clause without a full stop
	Why      string        // why it matters and what to do, one or two sentences
	Example  string        // TOML that raises it, or the message where no TOML does

	// What finds it, if anything here does. A finding of Source or Item
	// depends on nothing but its argument and what that is linked to, so it
	// is remembered as long as the argument is the same pointer. One of
	// Named, Measure or Linked depends also on what it asks of the dossier,
	// whose methods take that down and which lists nothing to it; it is
	// remembered as long as the answers too are the same. So is one of
	// Across, which is made of what was remembered of all clusters of shared
	// wording and all quotations. Whole is asked each time.
	Source  func(*dossier.Source, Report)
	Named   func(*dossier.Dossier, *dossier.Source, Report)
	Measure func(*dossier.Dossier, *dossier.Measure, Report)
	Item    func(dossier.Item, Report)
	Linked  func(*dossier.Dossier, dossier.Item, Report)
	Across  func(*dossier.Dossier, *across, Report)
	Whole   func(*dossier.Dossier, Report)

	// What finds it where only a reader can be sure. Its findings are
	// warnings, whatever the rule's severity.
	Doubt Finder
}

// A Finder is what finds something in a source, a measure, a fact or actor,
// across sources or in the whole; see Rule.
type Finder struct {
	Source  func(*dossier.Source, Report)
	Named   func(*dossier.Dossier, *dossier.Source, Report)
	Measure func(*dossier.Dossier, *dossier.Measure, Report)
	Item    func(dossier.Item, Report)
	Linked  func(*dossier.Dossier, dossier.Item, Report)
	Across  func(*dossier.Dossier, *across, Report)
	Whole   func(*dossier.Dossier, Report)
}

// finder is what finds the rule's own findings.
func (r *Rule) finder() Finder {
	return Finder{r.Source, r.Named, r.Measure, r.Item, r.Linked, r.Across, r.Whole}
}

// A Report takes a finding of a rule.
type Report func(place diag.Place, message, help string, related ...diag.Related)

// The groups of rules, in the order of the reference.
const (
	Form       = "Form"
	Sources    = "Sources"
	Actors     = "Actors"
	Quotes     = "Quotes"
	Values     = "Values"
	Dates      = "Dates"
	Statements = "Statements"
	Voices     = "Voices"
	Across     = "Across sources"
	Coverage   = "Coverage"
	Site       = "Site"
)

// Find returns the rule of a code.
func Find(code string) (*Rule, bool) {
	r, ok := byCode()[code]
	return r, ok
}

var byCode = sync.OnceValue(func() map[string]*Rule {
	m := make(map[string]*Rule, len(Rules))
	for i := range Rules {
		m[Rules[i].Code] = &Rules[i]
	}
	return m
})

// Silenceable reports whether `allow` may set findings of the rule aside:
// what is proved by reading alone may not be, what the editor may know better
// may.
func (r *Rule) Silenceable() bool {
	switch r.Code {
	case "seed-unlisted", "seed-missing", "seed-changed",
		"quote-not-found", "quote-ambiguous", "quote-elsewhere", "quote-in-boilerplate":
		return false
	}
	return r.Group != Form && r.Group != Site
}

// q puts an author's words in quotation marks, as every message does.
func q(s string) string { return fmt.Sprintf("%q", s) }
