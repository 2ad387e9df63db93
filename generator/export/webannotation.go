package export

import (
	"unicode/utf8"

	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// contextRunes is how many code points stand on either side of a quote in the
// Web Annotation export, as annotation clients write them.
const contextRunes = 32

// WebAnnotations returns the evidence as W3C Web Annotations (Web Annotation
// Data Model, 23 February 2017): one a piece of evidence, with a target for
// every unbroken piece of its quote. Positions count code points, as the model
// wants; without the seeds a target is the source's page, in which only the
// words can be looked for.
func WebAnnotations(d *dossier.Dossier) []byte {
	w := webAnnotator{shown: d.Excerpts(false), positions: map[*text.File]*codePoints{}}
	var items []object
	for _, f := range published(d) {
		for _, e := range f.Evidence {
			items = append(items, w.annotation(f, e))
		}
	}
	return encode(object{
		"@context": "http://www.w3.org/ns/anno.jsonld",
		"id":       "annotations.jsonld",
		"type":     "AnnotationCollection",
		"label":    d.Site.Title.Value,
		"total":    len(items),
		"first":    object{"type": "AnnotationPage", "startIndex": 0, "items": items},
	})
}

type webAnnotator struct {
	shown     dossier.Excerpts
	positions map[*text.File]*codePoints
}

func (w *webAnnotator) annotation(f *dossier.Fact, e *dossier.Evidence) object {
	var targets []object
	for _, span := range e.Matches[0].Spans {
		targets = append(targets, w.target(e.Source, span))
	}
	return object{
		"id":         "../" + pageOf(f) + "#" + f.ID,
		"type":       "Annotation",
		"motivation": "describing",
		"body":       object{"type": "TextualBody", "value": statement(f), "purpose": "describing"},
		"target":     targets,
	}
}

func (w *webAnnotator) target(s *dossier.Source, span text.Span) object {
	data, near := s.Text.File.Data, w.shown.Around(s, span)
	quote := object{
		"type": "TextQuoteSelector", "exact": s.Text.File.Slice(span),
		"prefix": before(data[near.Start:span.Start]), "suffix": after(data[span.End:near.End]),
	}
	if w.shown != nil {
		return object{"source": "../sources/" + s.ID + ".html", "selector": quote}
	}
	return object{"source": "../seeds/" + s.Seed.Name, "selector": []object{w.position(s.Text.File, span), quote}}
}

func (w *webAnnotator) position(file *text.File, span text.Span) object {
	at := w.positions[file]
	if at == nil {
		at = newCodePoints(file.Data)
		w.positions[file] = at
	}
	return object{"type": "TextPositionSelector", "start": at.of(span.Start), "end": at.of(span.End)}
}

// pageOf is the address of a fact's page, from the root of the site.
func pageOf(f *dossier.Fact) string {
	if g := f.Record.Group.Value; g != "" {
		return f.Record.Table + "-" + g + ".html"
	}
	return f.Record.Table + ".html"
}

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
