package render

import (
	"html/template"
	"strings"
	"sync"
	"testing"

	"factsheet/generator/text"
	"factsheet/layouts"
)

// What counts prints the words that the functions of html/template print.
func TestPrintersPrintTheSame(t *testing.T) {
	const all = `{{print 1 2 "a" .}}|{{println "a" .}}|{{printf "%5d|%-4s|%q|%v|%T|%08.3f|100%%2000|%[2]*s|%d" 1 "a" . true 2.5}}` +
		`|{{$h := . | html}}{{$h}}|{{$j := js . "'"}}{{$j}}|{{$u := urlquery . "&"}}{{$u}}|{{printf "%s" .}}|{{"<i>" | print | html}}`
	plain := strings.Replace(all, "|%[2]*s", "", 1)
	for _, dot := range []any{`<b>"é"</b>`, template.HTML("<b>x</b>"), 7, nil, []string{"a", "b"}} {
		var want, got strings.Builder
		if err := template.Must(template.New("x").Parse(plain)).Execute(&want, dot); err != nil {
			t.Fatal(err)
		}
		var m meter
		m.reset(maxRounds)
		set := template.Must(template.New("x").Parse(plain))
		if err := m.metered(set).Execute(&got, dot); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%v is printed as %q, not as %q", dot, got.String(), want.String())
		}
	}
	var m meter
	m.reset(maxRounds)
	if err := m.metered(template.Must(template.New("x").Parse(all))).Execute(&strings.Builder{}, ""); err == nil || !strings.Contains(err.Error(), "of *") {
		t.Errorf("a width that an operand gives: %v", err)
	}
}

// Each page has all the room there is, on however many goroutines.
func TestMeteredPages(t *testing.T) {
	l := parsed(t, layouts.FS, text.NewFile("layouts/notfound.html", []byte(`{{define "main"}}{{range 900000}}{{end}}{{len (printf "%0999d" 1)}}{{end}}`)))
	p := pages()["notfound"]
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 8 {
				if got, found := l.Page(p); len(found) > 0 || !strings.Contains(string(got), "999") {
					t.Errorf("%d bytes, %v", len(got), found)
				}
			}
		})
	}
	wg.Wait()
}
