package diag

import (
	"encoding/json"
	"io"
)

// JSON prints one object a line. Lines and columns count from 1, columns in
// bytes; the end is exclusive. A finding without a place has neither location
// nor end. Bytes that are not UTF-8 become U+FFFD. The error is the writer's.
func JSON(w io.Writer, list []Diagnostic) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for _, d := range list {
		o := jsonDiagnostic{
			Code: d.Code, Severity: d.Severity.String(), Message: d.Message, Help: d.Help,
			Location: jsonPlace(d.Place), Related: []jsonRelated{},
		}
		if d.Place.File != nil {
			end := d.Place.File.Position(d.Place.Span.End)
			o.End = &jsonEnd{end.Line, end.Column}
		}
		for _, r := range d.Related {
			o.Related = append(o.Related, jsonRelated{r.Label + ": " + r.Message, jsonPlace(r.Place)})
		}
		if err := out.Encode(o); err != nil {
			return err
		}
	}
	return nil
}

type jsonDiagnostic struct {
	Code     string        `json:"code"`
	Severity string        `json:"severity"`
	Location *jsonLocation `json:"location,omitempty"`
	End      *jsonEnd      `json:"end,omitempty"`
	Message  string        `json:"message"`
	Help     string        `json:"help"`
	Related  []jsonRelated `json:"related"`
}

type jsonLocation struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type jsonEnd struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type jsonRelated struct {
	Message  string        `json:"message"`
	Location *jsonLocation `json:"location,omitempty"`
}

func jsonPlace(p Place) *jsonLocation {
	if p.File == nil {
		return nil
	}
	at := p.File.Position(p.Span.Start)
	return &jsonLocation{p.File.Path, at.Line, at.Column}
}
