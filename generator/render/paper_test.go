package render

import (
	"html/template"
	"strings"
	"testing"

	"factsheet/generator/text"
)

// A page that outgrows its paper ends where it is full, and the layout of its
// kind is told of.
func TestPaperIsFull(t *testing.T) {
	p := &paper{most: 100}
	set := template.Must(template.New("base.html").Parse(`{{range 1000000000}}again {{end}}`))
	err := set.Execute(p, nil)
	if err == nil || p.Len() > 100 || p.Len() < 90 {
		t.Fatalf("%d bytes written, %v", p.Len(), err)
	}
	l := &Layouts{files: map[string]*text.File{"prose.html": text.NewFile("layouts/prose.html", nil)}}
	d := l.explain(err, "prose")
	if d.Place.File.Path != "layouts/prose.html" || d.Message != "this makes a page of more than 100 bytes" || !strings.Contains(d.Help, "loop") {
		t.Errorf("got %+v", d)
	}
}
