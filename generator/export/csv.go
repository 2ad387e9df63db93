package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/page"
)

// columns are the names of the columns of facts.csv.
var columns = func() []string {
	var names []string
	for _, c := range page.Columns {
		names = append(names, c.Name)
	}
	return names
}()

// FactsCSV writes a table with a row for every piece of evidence, and one for
// a fact without any. Lists are joined by ";". start and end are bytes of the
// seed, the outermost ones of a quote with gaps; reading is what the program
// itself reads in the quote, empty where it reads nothing.
func FactsCSV(w io.Writer, d *dossier.Dossier) error {
	out := csv.NewWriter(w)
	out.Write(columns)
	for _, f := range published(d) {
		cells := factCells(d, f)
		if len(f.Evidence) == 0 {
			out.Write(row(cells))
		}
		for _, e := range f.Evidence {
			evidenceCells(cells, f, e)
			out.Write(row(cells))
		}
	}
	out.Flush()
	return out.Error()
}

// published are the facts that are no drafts.
func published(d *dossier.Dossier) []*dossier.Fact {
	var out []*dossier.Fact
	for _, f := range d.Facts {
		if !f.Draft() {
			out = append(out, f)
		}
	}
	return out
}

func row(cells map[string]string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = cells[c]
	}
	return out
}

func factCells(d *dossier.Dossier, f *dossier.Fact) map[string]string {
	r := f.Record
	cells := map[string]string{
		"fact": f.ID, "sheet": r.Table, "kind": r.Kind, "group": r.Group.Value, "statement": statement(f),
		"measure": r.Measure.Value, "hedge": r.Hedge.Value, "unit": unit(d, f),
		"when": r.When.Value, "status": r.Status.Value, "since": r.Since.Value,
		"who": list(r.Who), "whom": list(r.Whom), "where": list(r.Where), "differs": list(r.Differs),
	}
	for column, n := range map[string]form.Number{"value": r.Value, "low": r.Low, "high": r.High} {
		switch {
		case n.Numeric:
			cells[column] = number(n.Value)
		case n.Given():
			cells["word"] = n.Text.Value
		}
	}
	if r.Kind == "quantity" {
		cells["as_of"] = f.AsOf().String()
	}
	var answers []string
	for i := range r.Answers {
		answers = append(answers, r.Answers[i].Fact.Value)
	}
	cells["answers"] = strings.Join(answers, ";")
	return cells
}

func evidenceCells(cells map[string]string, f *dossier.Fact, e *dossier.Evidence) {
	span := e.Span()
	cells["source"], cells["part"], cells["seed"] = e.Source.ID, e.Part.ID, e.Source.Seed.Name
	cells["start"], cells["end"] = strconv.Itoa(span.Start), strconv.Itoa(span.End)
	cells["quote"] = verbatim(e)
	cells["reads"], cells["role"], cells["by"] = e.Record.Reads.Value, e.Role, list(e.Record.By)
	cells["reading"] = Reading(f.Record.Kind, e, inferredDate(f))
	cells["published"] = e.Source.Record.Published.Value
	cells["dated"], cells["said"] = e.Part.Dated.String(), e.Said.String()
	cells["origins"] = strings.Join(e.Part.Origins, ";")
}

// statement is the sentence of a fact: of a question, the question.
func statement(f *dossier.Fact) string {
	if f.Record.Kind == "question" {
		return f.Record.Question.Value
	}
	return f.Record.Statement.Value
}

func unit(d *dossier.Dossier, f *dossier.Fact) string {
	if m := d.Measure(f.Record.Measure.Value); m != nil {
		return m.Record.Unit.Value
	}
	return f.Record.Unit.Value
}

// verbatim is the raw seed text of a quote, its gaps marked.
func verbatim(e *dossier.Evidence) string {
	var pieces []string
	for _, s := range e.Matches[0].Spans {
		pieces = append(pieces, e.Source.Text.File.Slice(s))
	}
	return strings.Join(pieces, " […] ")
}

func list(texts []form.Text) string { return strings.Join(form.Values(texts), ";") }

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
