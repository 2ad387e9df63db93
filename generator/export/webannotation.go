package export

import (
	"io"
	"unicode/utf8"

	"factsheet/generator/dossier"
	"factsheet/generator/page"
	"factsheet/generator/text"
)

// contextRunes is how many code points stand on either side of a quote in the
// Web Annotation export, as annotation clients write them.
const contextRunes = 32

// WebAnnotations writes the evidence as W3C Web Annotations (Web Annotation
// Data Model, 23 February 2017): one a piece of evidence, with a target for
// every unbroken piece of its quote. Positions count code points, as the model
// wants; without the seeds a target is the source's page, in which only the
// words can be looked for.
func WebAnnotations(w io.Writer, d *dossier.Dossier) error {
	facts, total := published(d), 0
	for _, f := range facts {
		total += len(f.Evidence)
	}
	out := newStream(w)
	out.open(struct {
		Context string `json:"@context"`
		ID      string `json:"id"`
		Type    string `json:"type"`
		Label   string `json:"label"`
		Total   int    `json:"total"`
	}{"http://www.w3.org/ns/anno.jsonld", "annotations.jsonld", "AnnotationCollection", d.Site.Title.Value, total},
		`,"first":{"type":"AnnotationPage","startIndex":0,"items":[`)
	a := webAnnotator{shown: d.Excerpts(false), positions: map[*text.File]*codePoints{}}
	for _, f := range facts {
		for _, e := range f.Evidence {
			out.item(a.annotation(f, e))
		}
	}
	out.close("]}}\n")
	return out.end()
}

type webAnnotation struct {
	ID         string      `json:"id"`
	Type       string      `json:"type"`
	Motivation string      `json:"motivation"`
	Body       webBody     `json:"body"`
	Target     []webTarget `json:"target"`
}

type webBody struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Purpose string `json:"purpose"`
}

// A webTarget has one selector, or a list of several.
type webTarget struct {
	Source   string `json:"source"`
	Selector any    `json:"selector"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type webAnnotator struct {
	shown     dossier.Excerpts
	positions map[*text.File]*codePoints
}

func (a *webAnnotator) annotation(f *dossier.Fact, e *dossier.Evidence) webAnnotation {
	out := webAnnotation{
		ID: "../" + pageOf(f) + "#" + f.ID, Type: "Annotation", Motivation: "describing",
		Body: webBody{"TextualBody", statement(f), "describing"},
	}
	for _, span := range e.Matches[0].Spans {
		out.Target = append(out.Target, a.target(e.Source, span))
	}
	return out
}

func (a *webAnnotator) target(s *dossier.Source, span text.Span) webTarget {
	data, near := s.Text.File.Data, a.shown.Around(s, span)
	quote := quoteSelector{
		"TextQuoteSelector", s.Text.File.Slice(span), before(data[near.Start:span.Start]), after(data[span.End:near.End]),
	}
	if a.shown != nil {
		return webTarget{"../sources/" + s.ID + ".html", quote}
	}
	return webTarget{"../seeds/" + s.Seed.Name, []any{a.position(s.Text.File, span), quote}}
}

func (a *webAnnotator) position(file *text.File, span text.Span) positionSelector {
	at := a.positions[file]
	if at == nil {
		at = newCodePoints(file.Data)
		a.positions[file] = at
	}
	return positionSelector{"TextPositionSelector", at.of(span.Start), at.of(span.End)}
}

// pageOf is the address of a fact's page, from the root of the site.
func pageOf(f *dossier.Fact) string { return page.SheetLink(f.Record.Table, f.Record.Group.Value) }

// before is the text that ends a passage's left side, after the one that
// begins its right side.
func before(data []byte) string {
	start := len(data)
	for n := 0; n < contextRunes && start > 0; n++ {
		_, size := utf8.DecodeLastRune(data[:start])
		start -= size
	}
	return string(data[start:])
}

func after(data []byte) string {
	end := 0
	for n := 0; n < contextRunes && end < len(data); n++ {
		_, size := utf8.DecodeRune(data[end:])
		end += size
	}
	return string(data[:end])
}

// codePoints counts the code points before a byte, for offsets that mostly
// ascend.
type codePoints struct {
	data   []byte
	offset int
	count  int
}

func newCodePoints(data []byte) *codePoints { return &codePoints{data: data} }

func (c *codePoints) of(offset int) int {
	if offset < c.offset {
		c.offset, c.count = 0, 0
	}
	c.count += utf8.RuneCount(c.data[c.offset:offset])
	c.offset = offset
	return c.count
}
