package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"factsheet/generator/conflict"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
)

// A refusal is a denial in the statement of a fact, with what it denies.
type refusal struct {
	fact *dossier.Fact
	denial
	topic topic
}

// fewestDenied is how many words besides names a denial needs to be told from
// others.
const fewestDenied = 2

// deniedElsewhere reports facts whose statements affirm all that another one
// denies, of the same people or places, while nothing says that they differ.
func deniedElsewhere(d *dossier.Dossier, report Report) {
	table, ok := lang.For(d.Site.Language())
	if !ok {
		return
	}
	denying := denyingFacts(d, table)
	byWord := refusals(d, denying)
	if len(byWord) == 0 {
		return
	}
	for _, f := range d.Facts {
		if !canAffirm(f) {
			continue
		}
		for _, r := range affirmedBy(f, byWord) {
			if r.fact == f || deniesAny(denying[f], r.content) || conflict.Marked(d, f, r.fact) || !isSameDay(f, r.fact) || !r.isAbout(topicOf(d, f, nil)) {
				continue
			}
			report(f.Place(f.Record.Statement), fmt.Sprintf("%q denies what this affirms, and neither fact names the other", r.fact.ID),
				fmt.Sprintf("differs = [%q]", r.fact.ID),
				diag.Related{Label: "the other", Place: r.fact.Place(r.fact.Record.Statement), Message: q(r.word + " … " + strings.Join(r.content, " "))})
		}
	}
}

// canAffirm reports whether a fact states something as so.
func canAffirm(f *dossier.Fact) bool {
	return f.Says != nil && f.Record.Kind != "question" && !deniedStatus(f)
}

// denyingFacts are the facts whose statements deny something, with what they
// deny.
func denyingFacts(d *dossier.Dossier, t *lang.Table) map[*dossier.Fact][]denial {
	type key struct{}
	out := map[*dossier.Fact][]denial{}
	for _, u := range d.Units {
		maps.Copy(out, dossier.DerivedOf(u, key{}, func(u *dossier.Unit) map[*dossier.Fact][]denial { return denyingIn(u, t) }))
	}
	return out
}

func denyingIn(u *dossier.Unit, t *lang.Table) map[*dossier.Fact][]denial {
	var out map[*dossier.Fact][]denial
	for _, f := range u.Facts {
		if f.Says == nil || f.Record.Kind == "question" {
			continue
		}
		if list := denials(f.Says.View.Text, t); len(list) > 0 {
			if out == nil {
				out = map[*dossier.Fact][]denial{}
			}
			out[f] = list
		}
	}
	return out
}

// refusals are what some statements deny, by the beginning of its first word
// and in the order of the dossier.
func refusals(d *dossier.Dossier, denying map[*dossier.Fact][]denial) map[string][]*refusal {
	out := map[string][]*refusal{}
	for _, f := range d.Facts {
		if len(denying[f]) == 0 {
			continue
		}
		named := namedWords(d, f)
		for _, x := range denying[f] {
			if countIn(named, x.content) <= len(x.content)-fewestDenied {
				key := stemKey(x.content[0])
				out[key] = append(out[key], &refusal{f, x, topicOf(d, f, nil)})
			}
		}
	}
	return out
}

// namedWords are the words of the names of actors in a statement.
func namedWords(d *dossier.Dossier, f *dossier.Fact) map[string]bool {
	named := map[string]bool{}
	for _, m := range d.ActorsIn(f.Says.View.Text) {
		for _, word := range unitStems(f.Says.Slice(m.Span)) {
			named[word] = true
		}
	}
	return named
}

func countIn(set map[string]bool, words []string) (n int) {
	for _, w := range words {
		if set[w] {
			n++
		}
	}
	return n
}

// stemKey is the beginning that two forms of one word have in common.
func stemKey(word string) string { return word[:min(len(word), 4)] }

// affirmedBy returns the refusals all of whose words a statement has.
func affirmedBy(f *dossier.Fact, byWord map[string][]*refusal) (out []*refusal) {
	has, seen := wordsOf(f.Says.View.Text), map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(f.Says.View.Text), func(r rune) bool { return !isWord(r) }) {
		key := stemKey(word)
		if seen[key] {
			continue
		}
		seen[key] = true
		for _, r := range byWord[key] {
			if !slices.ContainsFunc(r.content, func(w string) bool { return !has(w) }) {
				out = append(out, r)
			}
		}
	}
	return out
}

// isSameDay reports whether two facts may be of one day.
func isSameDay(a, b *dossier.Fact) bool {
	x, y := a.Record.When.Date, b.Record.When.Date
	return x.IsZero() || y.IsZero() || x.Meets(y)
}

// isAbout reports whether another fact has an actor in common with a refusal,
// or a word besides those that are denied.
func (r *refusal) isAbout(other topic) bool {
	for id := range r.topic.actors {
		if other.actors[id] {
			return true
		}
	}
	for word := range r.topic.words {
		if other.words[word] && !slices.Contains(r.content, word) {
			return true
		}
	}
	return false
}
