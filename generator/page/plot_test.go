package page

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// boats is a project in which one measure has figures of every sort.
const boats = sheetsTOML + `-- seeds/a.txt --
The harbour lost about 400 boats, the Wire said. It lost 400 boats. Dozens of boats sank in the bay. More than 90 boats have sunk since May. The bay wants 50 boats by June. There were none. A wave of boats came. Under 30 boats were left.
-- seeds/b.txt --
The harbour lost 400 boats. Nearly 500 boats sank there.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-05"
lang = "en"
origins = ["wire"]
[[sources]]
id = "echo"
seed = "b.txt"
publisher = ""
title = ""
published = "2031-03-05"
lang = "en"
origins = ["wire"]
  [[sources.parts]]
  id = "echo-own"
  from = "Nearly"
  origins = []
[[measures]]
id = "lost"
title = "Boats lost"
unit = "boats"
[[measures]]
id = "words"
title = "Boats in words"
unit = "boats"
[[actors]]
id = "wire"
name = "Wire"
kind = "media"
[[actors]]
id = "harbour"
name = "harbour"
kind = "place"
[[figures]]
id = "lost-all"
statement = "S"
measure = "lost"
value = 400
hedge = "about"
who = ["harbour"]
evidence = [
  { source = "herald", quote = "about 400 boats" },
  { source = "herald", quote = "It lost 400 boats" },
  { source = "echo", quote = "The harbour lost 400 boats" },
  { source = "echo", quote = "Nearly 500 boats" },
  { source = "herald", quote = "There were none", value = 0, because = "None is 0." },
]
[[figures]]
id = "lost-bay"
statement = "S"
measure = "lost"
value = "dozens"
evidence = [{ source = "herald", quote = "Dozens of boats" }]
[[figures]]
id = "lost-since"
statement = "S"
measure = "lost"
value = 90
hedge = "over"
since = "2030-05"
evidence = [{ source = "herald", quote = "More than 90 boats have sunk since May" }]
[[figures]]
id = "lost-wanted"
statement = "S"
measure = "lost"
value = 50
status = "aimed"
when = "[..2031-06]"
evidence = [{ source = "herald", quote = "The bay wants 50 boats" }]
[[figures]]
id = "words-one"
statement = "S"
measure = "words"
value = "a wave"
evidence = [{ source = "herald", quote = "A wave of boats came" }]
[[figures]]
id = "words-two"
statement = "S"
measure = "words"
value = "dozens"
evidence = [{ source = "herald", quote = "Dozens of boats" }]
`

// drawn is a plot as lines of text.
func drawn(p Plot) []string {
	var out []string
	for _, lane := range p.Lanes {
		out = append(out, lane.Title)
		for _, r := range lane.Reports {
			out = append(out, "  "+r.Title)
			for _, m := range r.Marks {
				out = append(out, "    "+m.Words+" "+span(m)+" "+strings.Join(m.Texts, ", "))
			}
		}
	}
	return out
}

func span(m Mark) string {
	s := fmt.Sprintf("%.2f–%.2f", m.From, m.To)
	if m.OpenFrom {
		s = "…" + s
	}
	if m.OpenTo {
		s += "…"
	}
	if m.Pointed {
		s += fmt.Sprintf(" at %.2f", m.Point)
	}
	if m.Vague {
		s += " vague"
	}
	if m.Inferred {
		s += " inferred"
	}
	return s
}

func TestPlot(t *testing.T) {
	b := New(link(t, boats), nil, Options{})
	plots := section(t, b, "figures", "lost-all").Plots
	if len(plots) != 1 {
		t.Fatalf("%d plots", len(plots))
	}
	want := []string{
		"Counted: harbour",
		"  5 March 2031; report first carried by: Wire (named or inferred, by passage)",
		"    about 400 0.60–0.73 at 0.67 Herald, 5 March 2031",
		"    400 0.58–0.75 at 0.67 Herald, 5 March 2031, Unnamed outlet, 5 March 2031",
		"    about 0 0.00–0.00 at 0.00 inferred Herald, 5 March 2031",
		"  5 March 2031; report of unknown origin",
		"    nearly 500 0.75–0.83 at 0.83 Unnamed outlet, 5 March 2031",
		"Counted",
		"  5 March 2031; report first carried by: Wire",
		"    “Dozens of” 0.04–0.33 vague Herald, 5 March 2031",
		"Counted since May 2030",
		"  5 March 2031; report first carried by: Wire",
		"    more than 90 0.15–1.00… at 0.15 Herald, 5 March 2031",
		"An aim; due by the end of June 2031",
		"  Said on 5 March 2031; report first carried by: Wire",
		"    50 0.07–0.09 at 0.08 Herald, 5 March 2031",
	}
	if diff := cmp.Diff(want, drawn(plots[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n := len(plots[0].Rows); n != 8 {
		t.Errorf("%d readings in the table", n)
	}
	if n := len(plots[0].Key); n != 5 {
		t.Errorf("%d explanations of the rows and four shapes: %q", n, plots[0].Key)
	}
	if !strings.Contains(plots[0].Summary, "about 0 (inferred) in Herald, 5 March 2031") {
		t.Errorf("summary: %s", plots[0].Summary)
	}
}

// TestNoPlot sees that a plot stands once, and none where nothing is compared.
func TestNoPlot(t *testing.T) {
	b := New(link(t, boats), nil, Options{})
	for _, id := range []string{"lost-bay", "lost-since", "words-one", "words-two"} {
		if n := len(section(t, b, "figures", id).Plots); n > 0 {
			t.Errorf("%s: %d plots", id, n)
		}
	}
	b = book(t, Options{})
	if n := len(section(t, b, "figures", "new").Plots) + len(section(t, b, "figures", "old").Plots); n != 1 {
		t.Errorf("of a number and a word: %d plots", n)
	}
}

func TestScale(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		whole     bool
		want      string
	}{
		{0, 2750, true, "0 1000 2000 3000"},
		{0, 3, true, "0 1 2 3"},
		{0, 1, true, "0 1"},
		{0, 0, true, "0 1"},
		{0, 0.3, false, "0 0.1 0.2 0.3"},
		{-40, 900, true, "-200 0 200 400 600 800 1000"},
		{0, math.MaxFloat64, true, "0 2e+299 4e+299 6e+299 8e+299 1e+300"},
	} {
		s := newScale(c.low, c.high, c.whole)
		if s.at(c.low) < 0 || s.at(c.high) > 1 || s.at(math.Inf(1)) != 1 || s.at(math.Inf(-1)) != 0 {
			t.Errorf("%g to %g: its ends are at %g and %g", c.low, c.high, s.at(c.low), s.at(c.high))
		}
		var got []string
		for _, v := range s.marks() {
			got = append(got, fmt.Sprintf("%g", v))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%g to %g: %v, not %s", c.low, c.high, got, c.want)
		}
	}
}

// TestAnyScale: whatever the ends, a scale has a few ticks, and places lie
// between its ends.
func TestAnyScale(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	value := func() float64 {
		return []float64{0, 1, -1, math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, math.Ldexp(rng.Float64()-0.5, rng.IntN(2000)-1000)}[rng.IntN(7)]
	}
	for range 20_000 {
		low, high, whole := value(), value(), rng.IntN(2) == 0
		s := newScale(min(low, high, 0), max(low, high, 0), whole)
		if n := len(s.marks()); n < 2 || n > 8 {
			t.Fatalf("%g to %g: %d ticks", low, high, n)
		}
		for _, v := range []float64{low, high, 0} {
			if at := s.at(v); !(at >= 0 && at <= 1) {
				t.Fatalf("%g to %g: %g is at %g", low, high, v, at)
			}
		}
	}
}
