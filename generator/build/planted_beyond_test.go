package build_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"factsheet/generator/conflict"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/seed"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// What no rule can catch, as the README says it: in each of these the words of
// the texts are the same for the right annotation and the wrong one.
const (
	ownerUntold     = "an owner or place exchanged for another that the passage names too, or that the text names where the quotes do not name the right one"
	measureUntold   = "a figure split from a measure whose words neither it nor its statement has"
	reasonUntold    = "a date that leans on `because` and `rests_on`, narrowed to one of its own ends"
	dayOfAnother    = "an undated thing given a day that another clause of its quote has"
	statusUntold    = "an aim, plan, agreement or event taken for another where the words of its quote say both, or neither"
	speakerUntold   = "a speaker left out where the quote has no verb of saying (\"put the toll at 14\")"
	speakerNameless = "a speaker exchanged for another whom the text names nearby, where the sentence names nobody who says it"
	actorUntold     = "who acts and who is acted upon, where neither the statement nor the words that carry it name both"
	partUntold      = "a part left out, or dated from its page, whose words have no relative date that nobody explains, or whose own date has room for that of the page"
	originUntold    = "an origin left out of a headline, or of a passage that names nobody whose report it is"
	negationUntold  = "a \"not\" dropped where no quote has the words that it denied"
	answerUntold    = "an answer exchanged for a fact of the same people, measure or passage"
	conflictUntold  = "a disagreement that nobody marks between facts of which neither denies the words of the other, and which are no figures of one measure, owner, place and day"
)

var allBeyond = []string{
	ownerUntold, measureUntold, reasonUntold, dayOfAnother, statusUntold, speakerUntold, speakerNameless,
	actorUntold, partUntold, originUntold, negationUntold, answerUntold, conflictUntold,
}

// TestReadmeSaysWhatPasses sees that the README owns up to each kind of mistake
// that is counted apart here.
func TestReadmeSaysWhatPasses(t *testing.T) {
	readme, err := os.ReadFile(realRoot + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range allBeyond {
		if !strings.Contains(string(readme), "- "+line) {
			t.Errorf("README.md does not say: - %s", line)
		}
	}
}

// reasonIf returns a reason where a condition holds, and "" else.
func reasonIf(reason string, holds bool) string {
	if holds {
		return reason
	}
	return ""
}

// stems are the beginnings of the words of a text that have four letters or
// more.
func stems(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range seed.Words(text.FoldString(s)) {
		if word := strings.ToLower(w.Text(text.FoldString(s))); w.Letters && len(word) >= 4 {
			out[word[:4]] = true
		}
	}
	return out
}

// toldWords are all that a fact says and cites.
func toldWords(f *dossier.Fact) string { return f.Record.Statement.Value + " | " + quotesOf(f) }

// isCalled reports whether a text has a name of an actor, or of one of its kin.
func (g *garden) isCalled(id, words string) bool {
	words = text.FoldString(words)
	return slices.ContainsFunc(g.state.Dossier.Actors, func(a *dossier.Actor) bool {
		return (a.ID == id || g.kin(a.ID, id)) && slices.ContainsFunc(a.Spellings(), func(s string) bool { return strings.Contains(words, s) })
	})
}

// isMeant reports whether evidence names an actor in some words, or says by
// `refers` that words of its quote mean it.
func (g *garden) isMeant(id string, e *dossier.Evidence, words string) bool {
	return g.isCalled(id, words) || slices.ContainsFunc(e.Record.Refers, func(p form.Pair) bool {
		return slices.ContainsFunc(p.Values, func(v form.Text) bool { return v.Value == id || g.kin(v.Value, id) })
	})
}

// paragraph is the paragraph of a quote and those beside it.
func paragraph(e *dossier.Evidence) string {
	t := e.Source.Text
	i := t.ParagraphAt(e.Span().Start)
	return t.File.Slice(text.Span{Start: t.Paragraphs[max(0, i-1)].Start, End: t.Paragraphs[min(i+1, len(t.Paragraphs)-1)].End})
}

func sentences(e *dossier.Evidence) string {
	var all []string
	for _, s := range e.Sentences() {
		all = append(all, e.Source.Text.View.Text[s.Start:s.End])
	}
	return strings.Join(all, " ")
}

// ownerBeyond is why an owner or place may be exchanged for another.
func (g *garden) ownerBeyond(f *dossier.Fact, own, other string) string {
	named, beside, inText := false, false, false
	for _, e := range f.Evidence {
		named = named || g.isMeant(own, e, sentences(e))
		beside = beside || g.isMeant(other, e, paragraph(e))
		inText = inText || g.isCalled(other, e.Source.Text.View.Text)
	}
	return reasonIf(ownerUntold, beside || !named && inText)
}

// measureBeyond is why a figure may leave its measure.
func (g *garden) measureBeyond(f *dossier.Fact, own *dossier.Measure) string {
	has := stems(toldWords(f))
	for _, list := range [][]form.Text{f.Record.Who, f.Record.Where} {
		for _, id := range list {
			for _, s := range g.state.Dossier.Actor(id.Value).Spellings() {
				for stem := range stems(s) {
					has[stem] = true
				}
			}
		}
	}
	isToldBy := func(words string) bool {
		for stem := range stems(words) {
			if !has[stem] && !stems(own.Record.Unit.Value)[stem] {
				return false
			}
		}
		return true
	}
	told := isToldBy(own.Record.Title.Value) || slices.ContainsFunc(own.Record.Words, func(w form.Text) bool { return isToldBy(w.Value) })
	compared := len(f.Record.Differs)+len(f.Record.Supersedes)+len(g.compared(f)) > 0
	return reasonIf(measureUntold, !told && !compared)
}

// dayBeyond is why an undated thing may be given a day.
func dayBeyond(f *dossier.Fact, day string) string {
	return reasonIf(dayOfAnother, slices.ContainsFunc(f.Evidence, func(e *dossier.Evidence) bool {
		return slices.ContainsFunc(e.AllTimes(), func(x timex.Expression) bool { return e.Resolve(x).Date.String() == day })
	}))
}

// statusBeyond is why a status may be taken for another: the quotes have words
// of both, or none of the right one; those of an event have none, so that its
// date must tell, which may lie ahead of the day from which they speak.
func statusBeyond(f *dossier.Fact, own, other string) string {
	said := map[string]bool{}
	for _, e := range f.Evidence {
		toks := e.Source.Lang.Tokens(text.FoldString(e.Record.Quote.Value))
		for i := range toks {
			if entry := e.Source.Lang.Match(toks, i, lang.Status); entry != nil {
				said[entry.Arg] = true
			}
		}
	}
	alike := map[string]string{"planned": "expected", "expected": "planned"}
	ahead := slices.ContainsFunc(f.Evidence, func(e *dossier.Evidence) bool {
		return e.Part.Dated.IsZero() || f.Record.When.Date.Latest() > e.Part.Dated.Earliest()
	})
	return reasonIf(statusUntold, own == "happened" && (said[other] || said[alike[other]] || ahead && !f.Record.When.Date.IsZero()) || own != "happened" && (said[other] || !said[own] && !said[alike[own]]))
}

// hasSaying reports whether some words have a verb of saying outside of
// quotation marks.
func hasSaying(t *lang.Table, words string) bool {
	for i, piece := range strings.Split(text.FoldString(words), `"`) {
		if i%2 > 0 {
			continue
		}
		toks := t.Tokens(piece)
		for k, tok := range toks {
			if tok.Is(lang.Say) && (k == 0 || !isAnyOf(toks[k-1], lang.Article, lang.Filler, lang.Negation, lang.To)) { // no noun, nothing denied
				return true
			}
		}
	}
	return false
}

func isAnyOf(tok lang.Token, classes ...lang.Class) bool { return slices.ContainsFunc(classes, tok.Is) }

// exchangeBeyond is why a speaker may be exchanged for another.
func (g *garden) exchangeBeyond(e *dossier.Evidence, own, other string) string {
	credited := hasSaying(e.Source.Lang, sentences(e)) && g.isMeant(own, e, sentences(e))
	return reasonIf(speakerNameless, !credited && (g.isMeant(other, e, paragraph(e)) || isDeclaredBeside(g.state.Dossier.Actor(other), e)))
}

// isDeclaredBeside reports whether the quotes by which an actor is declared have
// one in the paragraph of a quote or beside it.
func isDeclaredBeside(a *dossier.Actor, e *dossier.Evidence) bool {
	return slices.ContainsFunc(a.Evidence, func(own *dossier.Evidence) bool {
		return own.Source == e.Source && strings.Contains(paragraph(e), own.Source.Text.File.Slice(own.Span()))
	})
}

// actorsBeyond is why who and whom may be exchanged: of a date only those
// words count that have it.
func (g *garden) actorsBeyond(f *dossier.Fact) string {
	both := func(e *dossier.Evidence, words string) bool {
		all := func(list []form.Text) bool {
			return slices.ContainsFunc(list, func(id form.Text) bool {
				return g.isMeantIn(id.Value, e, words)
			})
		}
		return all(f.Record.Who) && all(f.Record.Whom)
	}
	if both(nil, withoutCredit(f.Evidence[0].Source.Lang, f.Record.Statement.Value)) {
		return ""
	}
	for _, e := range f.Evidence {
		for _, sentence := range e.Sentences() {
			for _, piece := range e.Folded() {
				within := text.Span{Start: max(piece.Start, sentence.Start), End: min(piece.End, sentence.End)}
				carries := f.Record.Kind != "date" || len(e.Times()) == 0 || slices.ContainsFunc(e.Times(), func(x timex.Expression) bool { return within.Contains(x.Span) })
				if within.Start < within.End && carries && both(e, e.Source.Text.View.Text[within.Start:within.End]) {
					return ""
				}
			}
		}
	}
	return actorUntold
}

// withoutCredit is a statement without what it says at its end of who said so.
func withoutCredit(t *lang.Table, statement string) string {
	if i := strings.LastIndex(statement, ", "); i >= 0 && hasSaying(t, statement[i:]) {
		return statement[:i]
	}
	return statement
}

// isMeantIn reports whether a stretch of text has a spelling of an actor, or
// words that evidence, where there is one, says to mean it.
func (g *garden) isMeantIn(id string, e *dossier.Evidence, words string) bool {
	words = text.FoldString(words)
	if slices.ContainsFunc(g.state.Dossier.Actor(id).Spellings(), func(s string) bool { return strings.Contains(words, s) }) {
		return true
	}
	return e != nil && slices.ContainsFunc(e.Record.Refers, func(p form.Pair) bool {
		return strings.Contains(words, text.FoldString(p.Key.Value)) && slices.ContainsFunc(p.Values, func(v form.Text) bool { return v.Value == id })
	})
}

// partBeyond is why a part, or for nil a whole source, may speak from the day
// of its page.
func (g *garden) partBeyond(s *dossier.Source, p *dossier.Part) string {
	page := s.Record.Published.Date
	if p != nil && !page.IsZero() && page.Meets(p.Dated) {
		return partUntold
	}
	relative := slices.ContainsFunc(s.Readings.Times, func(x timex.Expression) bool {
		at := s.At(s.Text.View.Raw(x.Span).Start)
		return (p == nil || at == p) && at.Proves() && x.Dated() && !x.Absolute() && x.Kind != timex.Deictic && x.Resolve(edtf.FromDay(0)).Outcome == timex.Settled && !g.isExplained(s, x)
	})
	return reasonIf(partUntold, !relative)
}

// isExplained reports whether evidence says by `refers` what a time expression of
// a source stands for.
func (g *garden) isExplained(s *dossier.Source, x timex.Expression) (found bool) {
	g.eachEvidence(func(_ dossier.Item, e *dossier.Evidence) {
		found = found || e.Source == s && slices.ContainsFunc(e.Record.Refers, func(p form.Pair) bool { return text.FoldString(p.Key.Value) == x.Text })
	})
	return found
}

// originBeyond is why an origin may be left out.
func (g *garden) originBeyond(p *dossier.Part) string {
	s := p.Source
	var words []string
	for _, sentence := range s.Readings.Sentences {
		if at := s.At(s.Text.View.Raw(sentence).Start); at == p || at.Role == "header" && p.Record == nil {
			words = append(words, s.Text.View.Text[sentence.Start:sentence.End])
		}
	}
	all := strings.Join(words, " ")
	named := slices.ContainsFunc(p.Origins, func(id string) bool {
		return g.isCalled(id, all) || id == "own" && s.Record.Publisher.Value != "" && strings.Contains(all, text.FoldString(s.Record.Publisher.Value))
	})
	return reasonIf(originUntold, p.Role == "headline" || !named)
}

// negationBeyond is why a negation may be dropped: what stands after it in the
// statement stands in no quote.
func negationBeyond(f *dossier.Fact, after string) string {
	quoted, n := stems(quotesOf(f)), 0
	for _, w := range strings.Fields(after) {
		for stem := range stems(w) {
			if n++; quoted[stem] {
				return ""
			}
		}
		if n >= 2 {
			break
		}
	}
	return negationUntold
}

// answerBeyond is why an answer may be exchanged for another fact.
func (g *garden) answerBeyond(question, other *dossier.Fact, i int) string {
	near := []*dossier.Fact{question}
	for k, a := range question.Record.Answers {
		if f := g.state.Dossier.Fact(a.Fact.Value); k != i && f != nil {
			near = append(near, f)
		}
	}
	return reasonIf(answerUntold, slices.ContainsFunc(near, func(f *dossier.Fact) bool {
		return shareActor(f, other) || sharePassage(f, other) || shareMeasure(f, other)
	}))
}

func shareMeasure(a, b *dossier.Fact) bool {
	return a.Record.Measure.Value != "" && a.Record.Measure.Value == b.Record.Measure.Value
}

func shareActor(a, b *dossier.Fact) bool {
	ids := func(f *dossier.Fact) (list []string) {
		for _, field := range [][]form.Text{f.Record.Who, f.Record.Whom, f.Record.Where} {
			list = append(list, form.Values(field)...)
		}
		for _, e := range f.Evidence {
			list = append(list, form.Values(e.Record.By)...)
		}
		return list
	}
	return slices.ContainsFunc(ids(a), func(id string) bool { return slices.Contains(ids(b), id) })
}

func sharePassage(a, b *dossier.Fact) bool {
	return slices.ContainsFunc(a.Evidence, func(x *dossier.Evidence) bool {
		return slices.ContainsFunc(b.Evidence, func(y *dossier.Evidence) bool {
			return x.Source == y.Source && x.Source.Text.ParagraphAt(x.Span().Start) == y.Source.Text.ParagraphAt(y.Span().Start)
		})
	})
}

// conflictBeyond is why a disagreement may stand unmarked.
func (g *garden) conflictBeyond(a, b *dossier.Fact) string {
	figures := conflict.Comparable(a, b) && conflict.ScopeOf(g.state.Dossier, a) == conflict.ScopeOf(g.state.Dossier, b) &&
		slices.ContainsFunc(conflict.Period(a), func(x edtf.Date) bool { return slices.ContainsFunc(conflict.Period(b), x.Meets) })
	return reasonIf(conflictUntold, !figures && !denies(a, b) && !denies(b, a))
}

// denies reports whether a statement has a word of denying with two words after
// it that another has.
func denies(a, b *dossier.Fact) bool {
	t := a.Evidence[0].Source.Lang
	s, other := text.FoldString(a.Record.Statement.Value), stems(b.Record.Statement.Value)
	for _, tok := range t.Tokens(s) {
		if !tok.Is(lang.Negation) && !tok.Is(lang.Denial) {
			continue
		}
		clause, _, _ := strings.Cut(s[tok.End:], ",")
		n := 0
		for _, word := range t.Tokens(clause) {
			for stem := range stems(clause[word.Start:word.End]) {
				if other[stem] && !word.Is(lang.Stop) {
					n++
				}
			}
		}
		if n >= 2 {
			return true
		}
	}
	return false
}
