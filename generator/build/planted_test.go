package build_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"factsheet/generator/diag"
)

// A plant is a fault put into annotations that are right, as a person may make
// it.
type plant struct {
	what  string // in words, for the list of those that nothing finds
	edits []edit
	zones []zone // where a finding belongs; the first is the record that was changed

	// beyond says which of the faults this is that no rule can catch, as the
	// README lists them; "" for one that a rule should.
	beyond string
}

// A class is a kind of fault.
type class struct {
	name  string
	codes []string // any of which finds it
	all   func(*garden) []plant
}

// floor is how many per cent of the faults within reach are found at least, of
// every class.
const floor = 95

// A tally is what became of the plants of a class.
type tally struct {
	planted, caught, wrong, silent int
	beyond                         int // of others, that no rule can catch
}

func (t tally) plus(other tally) tally {
	return tally{t.planted + other.planted, t.caught + other.caught, t.wrong + other.wrong, t.silent + other.silent, t.beyond + other.beyond}
}

// String returns the numbers and the share that is caught.
func (t tally) String() string {
	return fmt.Sprintf("%4d %4d %4d %4d %3d%% %4d", t.planted, t.caught, t.wrong, t.silent, t.percent(), t.beyond)
}

func (t tally) percent() int {
	if t.planted == 0 {
		return 0
	}
	return 100 * t.caught / t.planted
}

// Plants a class: enough of the project's own, and fewer of each invented one;
// and how many there are at least of all.
const (
	ownPlants      = 40
	inventedPlants = 20
	fewestPlants   = 4
)

// TestPlantedErrors plants faults of every class into this repository's own
// annotations and into two invented corpora, one at a time, and looks for a
// finding of an expected code in the record that is at fault, or where the
// code has its place. It prints how many were caught, how many only by another
// code, and how many by nothing, and holds every class to its floor. Faults of
// which the words of the texts do not tell are planted too, counted apart, and
// stand in the README.
func TestPlantedErrors(t *testing.T) {
	gardens := gardens(t)
	classes := slices.Concat(valuePlants, datePlants, voicePlants, sourcePlants, statementPlants)
	own, all := make([]tally, len(classes)), make([]tally, len(classes))
	t.Cleanup(func() { t.Log(table(classes, own, all)) })
	for i, c := range classes {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			own[i] = gardens[0].sow(t, c, ownPlants)
			all[i] = own[i]
			for _, g := range gardens[1:] {
				all[i] = all[i].plus(g.sow(t, c, inventedPlants))
			}
			if all[i].planted < fewestPlants || all[i].percent() < floor {
				t.Errorf("%d of %d caught, which is less than %d%%", all[i].caught, all[i].planted, floor)
			}
		})
	}
}

// table shows what was planted, caught, caught with another code, and silent.
func table(classes []class, own, all []tally) string {
	var b strings.Builder
	fmt.Fprintf(&b, "planted, caught, other code, silent, per cent; beyond reach\n%-30s   this repository            with two corpora\n", "")
	for i, c := range classes {
		fmt.Fprintf(&b, "%-30s %s   %s\n", c.name, own[i], all[i])
	}
	return b.String()
}

// sow plants up to n faults of a class that are within reach, one at a time, and
// counts those that are not.
func (g *garden) sow(t *testing.T, c class, n int) tally {
	all := c.all(g)
	within := slices.DeleteFunc(slices.Clone(all), func(p plant) bool { return p.beyond != "" })
	sum := tally{beyond: len(all) - len(within)}
	for _, p := range choose(within, c.name+g.name, n) {
		found := g.plant(p.edits).Found
		sum.planted++
		switch {
		case len(found) == 0:
			sum.silent++
			t.Logf("silent: %s, %s: %s", g.name, c.name, p.what)
		case p.isCaught(found, c.codes):
			sum.caught++
		default:
			sum.wrong++
			t.Logf("other code: %s, %s: %s: %s", g.name, c.name, p.what, codesOf(found))
		}
	}
	return sum
}

// choose takes up to n members of a list, the same ones every time.
func choose(list []plant, seed string, n int) []plant {
	var state [32]byte
	copy(state[:], seed)
	random := rand.New(rand.NewChaCha8(state))
	random.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
	return list[:min(n, len(list))]
}

func (p plant) isCaught(found []diag.Diagnostic, codes []string) bool {
	return slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
		return slices.Contains(codes, d.Code) && slices.ContainsFunc(p.zones, func(z zone) bool {
			return z.has(d.Place, p.edits)
		})
	})
}

func (z zone) has(p diag.Place, edits []edit) bool {
	return p.File.Path == z.path &&
		after(z.path, z.span.Start, edits) <= p.Span.Start && p.Span.Start < after(z.path, z.span.End, edits)
}

func codesOf(found []diag.Diagnostic) string {
	var list []string
	for _, d := range found {
		list = append(list, d.Code+" "+d.Place.String())
	}
	return strings.Join(slices.Compact(list), ", ")
}
