package conflict

import (
	"strings"
	"testing"

	"factsheet/generator/dossier"
)

// A figure takes the place of all those before it, however far back and even
// where somebody wrote a circle, and nothing of those after it.
func TestRevisesOverSteps(t *testing.T) {
	fact := func(id, supersedes string) string {
		return "\n[[figures]]\nid = \"" + id + "\"\nstatement = \"Some.\"\n" + dead + "value = 9\nsupersedes = [" + supersedes + "]" + onFifth
	}
	full := link(t, dead+"value = 9"+onFifth, strings.Join([]string{
		dead + "value = 9\nsupersedes = [\"a\"]" + onFifth,
		fact("c", `"b"`), fact("d", `"c", "x"`), fact("x", `"y"`), fact("y", `"x"`),
	}, ""))
	var trace dossier.Trace
	for name, d := range map[string]*dossier.Dossier{"plain": full, "watched": full.Watched(&trace)} {
		for _, c := range []struct {
			later, earlier string
			want           bool
		}{
			{"d", "a", true}, {"d", "b", true}, {"d", "y", true}, {"c", "a", true}, {"x", "y", true}, {"x", "x", true},
			{"a", "d", false}, {"b", "c", false}, {"x", "a", false}, {"c", "y", false},
		} {
			if got := Revises(d, d.Fact(c.later), d.Fact(c.earlier)); got != c.want {
				t.Errorf("%s: %s takes the place of %s: %v", name, c.later, c.earlier, got)
			}
		}
	}
}
