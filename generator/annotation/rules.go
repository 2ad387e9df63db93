package annotation

import (
	"fmt"
	"math"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/form"
)

// rules returns what is wrong with a record's form beyond what the tags of
// its fields can say.
func rules(record any) []diag.Diagnostic {
	var c checker
	switch r := record.(type) {
	case *Actor:
		c.common(r.Record, &r.Common)
		c.actor(r)
	case *Fact:
		c.common(r.Record, &r.Common)
		c.fact(r)
	}
	return c.found
}

type checker struct {
	draft bool
	found []diag.Diagnostic
}

func (c *checker) common(r form.Record, f *Common) {
	c.draft = f.Draft
	for i := range f.Evidence {
		c.evidence(&f.Evidence[i])
	}
}

// evidence wants a reason for whatever the program is told to read.
func (c *checker) evidence(e *Evidence) {
	if e.Because.Value != "" {
		return
	}
	var keys []string
	var first form.Text
	for _, given := range []struct {
		key string
		at  form.Text
	}{
		{"value", e.Value.Text}, {"low", e.Low.Text}, {"high", e.High.Text},
		{"hedge", e.Hedge}, {"when", e.When.Text},
	} {
		if !given.at.Given() {
			continue
		}
		if keys = append(keys, given.key); len(keys) == 1 {
			first = given.at
		}
	}
	if len(keys) > 0 {
		c.missing(e.Place(first), fmt.Sprintf("this evidence gives its own %s, and no because says why the program cannot read that in the quote", strings.Join(keys, " and ")), `because = ""`)
	}
}

func (c *checker) actor(a *Actor) {
	if a.Count.Given() && a.Kind.Value != "anonymous" {
		c.bad(a.Place(a.Count.Text), fmt.Sprintf("only an anonymous actor has a count, and %q is of kind %q", a.ID.Value, a.Kind.Value), "delete it, or kind = \"anonymous\"")
	}
	if n := a.Count; n.Numeric && (n.Value < 1 || n.Value != math.Trunc(n.Value)) {
		c.bad(a.Place(n.Text), fmt.Sprintf("count is %s, and people are counted by whole numbers from 1", n.Text.Value), "")
	}
	switch a.Kind.Value {
	case "media", "place", "thing":
	default:
		if len(a.Evidence) == 0 {
			c.missing(a.Place(form.Text{}), fmt.Sprintf("the actor %q has no evidence", a.ID.Value), `evidence = [{ source = "", quote = "" }]`)
		}
	}
}

func (c *checker) fact(f *Fact) {
	if f.Kind == "quantity" {
		c.figure(f)
	}
	switch {
	case len(f.Evidence) > 0:
	case f.Kind != "question":
		c.missing(f.Place(form.Text{}), fmt.Sprintf("the %s %q has no evidence", noun(f.Kind), f.ID.Value), `evidence = [{ source = "", quote = "" }]`)
	case len(f.Silent) == 0:
		c.missing(f.Place(form.Text{}), fmt.Sprintf("the question %q has neither evidence nor silent", f.ID.Value), "evidence = [{ source = \"\", quote = \"\" }]\nor silent = [{ sources = [\"\"], words = [\"\"] }]")
	}
}

func (c *checker) figure(f *Fact) {
	header := f.Place(form.Text{})
	ranged := f.Low.Given() || f.High.Given()
	switch {
	case !f.Value.Given() && !ranged:
		c.missing(header, fmt.Sprintf("the figure %q has no value", f.ID.Value), "value = 0\nor low = 0 and high = 0\nor the text's own word: value = \"dozens\"")
	case f.Value.Given() && ranged:
		c.bad(f.Place(f.Value.Text), fmt.Sprintf("the figure %q has both a value and a range", f.ID.Value), "delete value, or low and high")
	case f.Low.Numeric && f.High.Numeric && f.Low.Value > f.High.Value:
		c.bad(f.Place(f.Low.Text), "the range is reversed: low is more than high", fmt.Sprintf("low = %s\nhigh = %s", f.High.Text.Value, f.Low.Text.Value))
	}
	switch {
	case f.Draft && f.Unit.Given() && !f.Measure.Given(): // "" is still to be filled in
	case f.Measure.Value == "" && f.Unit.Value == "":
		c.missing(header, fmt.Sprintf("the figure %q has neither measure nor unit", f.ID.Value), "unit = \"\"\nor measure = \"\", where it is compared with other figures")
	case f.Measure.Given() && f.Unit.Given():
		c.bad(f.Place(f.Unit), fmt.Sprintf("the figure %q has a measure, which has a unit, and a unit of its own", f.ID.Value), "delete one of the two")
	}
}

func (c *checker) missing(place diag.Place, message, help string) {
	c.report("missing-field", place, message, help)
}

func (c *checker) bad(place diag.Place, message, help string) {
	c.report("bad-value", place, message, help)
}

func (c *checker) report(code string, place diag.Place, message, help string) {
	severity := diag.Error
	if c.draft {
		severity = diag.Warning
	}
	c.found = append(c.found, diag.Diagnostic{Code: code, Severity: severity, Place: place, Message: message, Help: help})
}
