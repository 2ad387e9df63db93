package chart

import (
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/page"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares a drawing, which must be well formed, with a file of
// testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	wellFormed(t, got)
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// wellFormed holds a drawing to what every page asks of its markup: XML with
// no attribute that the security policy forbids and ids of the layout's own.
func wellFormed(t *testing.T, drawing string) {
	t.Helper()
	ids := map[string]bool{}
	d := xml.NewDecoder(strings.NewReader(drawing))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, drawing)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range start.Attr {
			name := a.Name.Local
			if name == "style" || strings.HasPrefix(name, "on") || name == "href" && !ids[strings.TrimPrefix(a.Value, "#")] {
				t.Errorf("<%s> has the attribute %s", start.Name.Local, name)
			}
			if name == "id" {
				if ids[a.Value] || !strings.HasPrefix(a.Value, "_") {
					t.Errorf("the id %q", a.Value)
				}
				ids[a.Value] = true
			}
		}
	}
	if len(ids) != 3 {
		t.Errorf("%d ids, want those of the title, the description and the grid", len(ids))
	}
	inside(t, drawing)
}

var lineOfText = regexp.MustCompile(`<text class="[^"]*" x="(\d+)" y="(\d+)">([^<]*)</text>`)

// inside sees that no label leaves the drawing on the narrowest screen and
// that no two stand in one another's way.
func inside(t *testing.T, drawing string) {
	t.Helper()
	height, _ := strconv.Atoi(regexp.MustCompile(`height="(\d+)"`).FindStringSubmatch(drawing)[1])
	last, n := lineHeight/-4, 0
	for _, m := range lineOfText.FindAllStringSubmatch(drawing, -1) {
		x, _ := strconv.Atoi(m[1])
		y, _ := strconv.Atoi(m[2])
		unescaped := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'").Replace(m[3])
		if y < last+lineHeight || y > height {
			t.Errorf("%q stands at %d, after %d, of %d", m[3], y, last, height)
		}
		if float64(x)+measure(unescaped) > narrowest {
			t.Errorf("%q is too wide", m[3])
		}
		last = y
		n++
	}
	if n == 0 {
		t.Error("no labels")
	}
}

var boats = page.Plot{
	ID: "lost", Title: "Boats lost", Summary: "Counted: harbour. About 400 in the Herald.",
	Ticks: []page.Tick{{At: 0, Words: "0"}, {At: 0.5, Words: "200"}, {At: 1, Words: "400"}},
	Lanes: []page.Lane{
		{Title: "Counted: harbour", Reports: []page.Report{
			{Title: "5 March 2031; first reported by: Wire", Marks: []page.Mark{
				{Words: "about 200", Texts: []page.Words{"Herald, 5 March 2031"}, From: 0.45, To: 0.55, Point: 0.5, Pointed: true},
				{Words: "190", Texts: []page.Words{"Echo, 6 March 2031", "“Boats: what a night it was for the harbour and for all who sail”"}, From: 0.47, To: 0.48, Point: 0.475, Pointed: true, Inferred: true},
			}},
			{Title: "6 March 2031; own words", Marks: []page.Mark{
				{Words: "100 to 300", Texts: []page.Words{"Star"}, From: 0.25, To: 0.75},
				{Words: "“dozens”", Texts: []page.Words{"Star"}, From: 0.1, To: 0.4, Vague: true},
			}},
		}},
		{Title: "Counted since May 2030", Reports: []page.Report{
			{Title: "5 March 2031", Marks: []page.Mark{
				{Words: "more than 90", Texts: []page.Words{"Herald"}, From: 0.2, To: 1, OpenTo: true, Point: 0.2, Pointed: true},
				{Words: "up to 300", Texts: []page.Words{"Herald"}, From: 0, To: 0.75, OpenFrom: true},
				{Words: "“a wave”", Texts: []page.Words{"Herald"}, From: 0, To: 1, OpenFrom: true, OpenTo: true, Vague: true},
			}},
		}},
	},
}

func TestPlot(t *testing.T) { golden(t, "plot.svg", Plot(boats)) }

// TestHostilePlot draws texts that are markup, run from right to left or have
// no spaces.
func TestHostilePlot(t *testing.T) {
	hostile := "<script>]]>&\"'\x00 \u202eabc {{x}} " + strings.Repeat("w", 10000)
	p := boats
	p.Title, p.Summary = hostile, hostile
	p.Ticks = []page.Tick{{At: 0, Words: hostile}, {At: 1, Words: "1"}}
	p.Lanes = []page.Lane{{Title: hostile, Reports: []page.Report{{Title: hostile, Marks: []page.Mark{{Words: hostile, Texts: []page.Words{hostile}}}}}}}
	wellFormed(t, Plot(p))
}

// TestClear sees that the words of a scale keep clear of one another.
func TestClear(t *testing.T) {
	ticks := func(n int, words string) []page.Tick {
		var out []page.Tick
		for i := range n {
			out = append(out, page.Tick{At: float64(i) / float64(max(1, n-1)), Words: words})
		}
		return out
	}
	for _, c := range []struct {
		ticks        []page.Tick
		narrow, wide int
	}{
		{boats.Ticks, 3, 3}, {ticks(3, "1.4 million"), 3, 3}, {ticks(6, "1.4 million"), 3, 3}, {ticks(12, "2031"), 5, 6}, {ticks(9, "2031"), 5, 7},
		{ticks(2, strings.Repeat("w", 99)), 1, 1}, {nil, 0, 0},
	} {
		if narrow, wide := len(clear(c.ticks, narrowest)), len(clear(c.ticks, broad)); narrow != c.narrow || wide != c.wide {
			t.Errorf("of %d ticks %d and %d, want %d and %d", len(c.ticks), narrow, wide, c.narrow, c.wide)
		}
	}
}
