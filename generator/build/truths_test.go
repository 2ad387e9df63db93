package build_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quote"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// gardens are this repository's own annotations and those of two invented
// corpora, which were written before there were rules.
func gardens(t testing.TB) []*garden {
	return []*garden{
		newGarden(t, "own", realRoot),
		newGarden(t, "ferry", "../check/testdata/corpora/ferry"),
		newGarden(t, "waterworks", "../check/testdata/corpora/waterworks"),
	}
}

// ropeway is a small corpus that was annotated before the rules were last
// changed, and into which nothing is planted.
func ropeway(t testing.TB) *garden {
	return newGarden(t, "ropeway", "../check/testdata/corpora/ropeway")
}

// TestCorporaAreSilent sees that right annotations raise nothing, not even a
// warning, on four corpora of their own topics.
func TestCorporaAreSilent(t *testing.T) {
	if g := ropeway(t); len(g.state.Dossier.Facts) < 30 {
		t.Errorf("%s has %d facts", g.name, len(g.state.Dossier.Facts))
	}
	for _, g := range gardens(t) { // which fail where anything is found
		if len(g.state.Dossier.Sources) < 5 || len(g.state.Dossier.Facts) < 90 {
			t.Errorf("%s has %d sources and %d facts", g.name, len(g.state.Dossier.Sources), len(g.state.Dossier.Facts))
		}
	}
}

// TestPlantedTruths changes right annotations in ways that leave them right:
// nothing is found then.
func TestPlantedTruths(t *testing.T) {
	const most = 60 // changes of a kind in each corpus
	gardens := append(gardens(t), ropeway(t))
	for _, c := range []struct {
		name string
		all  func(*garden) []plant
	}{{"quote lengthened", lengthened}, {"evidence reordered", reordered}, {"statement reworded", reworded}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			tried := 0
			for _, g := range gardens {
				for _, p := range choose(c.all(g), c.name+g.name, most) {
					tried++
					if found := alarms(g.plant(p.edits).Found); len(found) > 0 {
						t.Errorf("%s: %s:\n%s", g.name, p.what, printed(found))
					}
				}
			}
			if tried < 100 {
				t.Errorf("only %d were tried", tried)
			}
		})
	}
}

// alarms leaves out what is no alarm: that a permission has nothing to set
// aside any more, since a longer quote covers its words.
func alarms(found []diag.Diagnostic) []diag.Diagnostic {
	return slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool { return d.Code == "allow-unused" })
}

// lengthened makes of a quote the whole of its sentence: with the words that
// carried its number or date as `reads`, and with context where the sentence
// stands twice.
func lengthened(g *garden) (list []plant) {
	for _, f := range g.state.Dossier.Facts {
		for _, e := range f.Evidence {
			if p, ok := g.lengthen(f, e); ok {
				list = append(list, p)
			}
		}
	}
	return list
}

func (g *garden) lengthen(f *dossier.Fact, e *dossier.Evidence) (plant, bool) {
	sentences := e.Sentences()
	view := e.Source.Text.View
	if len(sentences) != 1 || strings.Contains(e.Record.Quote.Value, "[…]") {
		return plant{}, false
	}
	whole := view.Raw(sentences[0])
	words := e.Source.Text.File.Slice(whole)
	if whole == e.Span() || !e.Source.Within(whole) || strings.ContainsAny(words, "\n") {
		return plant{}, false
	}
	if f.Record.Kind == "claim" && len(e.Record.By) == 0 && slices.ContainsFunc(e.Source.Lang.Tokens(words), func(tok lang.Token) bool { return tok.Is(lang.Say) }) {
		return plant{}, false // the sentence has a credit, and whether it covers the claim a reader must tell
	}
	r := e.Record
	edits := []edit{set(r.Record, r.Quote, words)}
	if kind := f.Record.Kind; !r.Reads.Given() && (kind == "quantity" || kind == "date") {
		edits = append(edits, g.put(r.Record, "reads", tomlfile.Quote(r.Quote.Value)))
	}
	for _, key := range []string{"prefix", "suffix"} {
		if g.table(r.Record).Get(key) != nil {
			edits = append(edits, g.drop(r.Record, key))
		}
	}
	q := quote.Parse(words, "", "")
	if found := quote.Find(e.Source.Text, q); len(found) > 1 {
		i := slices.IndexFunc(found, func(m quote.Match) bool { return m.Span().Start == whole.Start })
		prefix, suffix, ok := quote.Context(e.Source.Text, q, found[i])
		if !ok {
			return plant{}, false
		}
		edits = append(edits, g.put(r.Record, "prefix", tomlfile.Quote(prefix)), g.put(r.Record, "suffix", tomlfile.Quote(suffix)))
	}
	return g.planted(r.Record, inEvidence(f, e, "%q", words), edits...), true
}

// reordered shuffles the evidence of a fact or an actor.
func reordered(g *garden) (list []plant) {
	random := rand.New(rand.NewPCG(7, 7))
	for _, item := range g.state.Dossier.Items() {
		cited := item.Cited()
		if len(cited) < 2 {
			continue
		}
		order := random.Perm(len(cited))
		var edits []edit
		for i, k := range order {
			if from, to := cited[k].Record.Record, cited[i].Record.Record; i != k && isInline(to) {
				edits = append(edits, edit{to.File, to.Span, from.File.Slice(from.Span)})
			}
		}
		if len(edits) > 0 {
			list = append(list, plant{what: item.Name() + ": evidence reordered", edits: edits})
		}
	}
	return list
}

// reworded says a statement in other words, with its numbers and names: with
// its last part first where that tells who says so, and with a phrase before
// it where not.
func reworded(g *garden) (list []plant) {
	for _, f := range g.state.Dossier.Facts {
		t := said(f)
		if t.Value == "" {
			continue
		}
		body := strings.TrimSuffix(t.Value, ".")
		other := "It is told that " + withSmallStart(f, body) + "."
		if i := strings.LastIndex(body, ", "); i > 0 && strings.HasSuffix(body, " said") && !strings.ContainsAny(body[i:], "“”;:[]") {
			other = withCapital(body[i+len(", "):]) + " that " + withSmallStart(f, body[:i]) + "."
		}
		list = append(list, g.planted(f.Record.Record, inFact(f, "%q", other), set(f.Record.Record, form.Text(t), other)))
	}
	return list
}

// withSmallStart is a statement that begins in the middle of a sentence: with
// a small letter, unless its first word is a name, a number or a quotation.
func withSmallStart(f *dossier.Fact, s string) string {
	first, _, _ := strings.Cut(s, " ")
	small := strings.ToLower(first[:1]) + first[1:]
	for _, e := range f.Evidence {
		if strings.Contains(e.Source.Text.View.Text, text.FoldString(first)) && !strings.Contains(e.Source.Text.View.Text, text.FoldString(small)) {
			return s
		}
	}
	if first[0] < 'A' || first[0] > 'Z' || strings.ToUpper(first) == first && len(first) > 1 {
		return s
	}
	return small + s[len(first):]
}

func withCapital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
