package check

import (
	"fmt"
	"slices"
	"sync"

	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

var statementUnsupported = Rule{
	Code: "statement-unsupported", Group: Statements, Severity: diag.Error,
	Title: "a statement or answer says what nothing of it bears out",
	Why: "Every number, date and name that a reader sees stands in a quote of the fact, or in a field of it that other rules " +
		"hold to the quotes. An answer rests on the quotes of the facts in `answers` too. " +
		"A number has the currency, unit of time and hedge of its quotes. " +
		"A warning says that a number of a translation does not stand in its quote, that no quote denies what the statement does, " +
		"that its words (\"rose\", \"fewer\") are the opposite of theirs, that it has a time where they have a deadline, or that the side a fact takes in a question says more than the fact.",
	Doubt: Finder{Item: mistranslated, Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		turnedStatement(d, item, report)
		if f, ok := item.(*dossier.Fact); ok {
			for i := range f.Record.Answers {
				sideOf(d, &f.Record.Answers[i], report)
			}
		}
	}},
	Example: `statement = "Four bridges were closed."
evidence  = [{ source = "valley-post", quote = "three bridges were closed" }]`,
	Linked: says(func(f *dossier.Fact, s support, report Report) {
		table, _ := lang.For(s.d.Site.Language())
		u := unsaid(s, f.Says, table, report)
		u.value(f)
		u.words(f)
	}),
}

var turnedStatement = says(func(f *dossier.Fact, s support, report Report) {
	saidOpposite(f, s, report)
	negationAdded(f, s, report)
	deadlineLost(f, s, report)
})

// sideOf holds the side that a fact takes in a question to the fact. A number
// word that counts nothing there stands for those who were named: "the two
// together".
func sideOf(d *dossier.Dossier, a *annotation.Answer, report Report) {
	t, _ := lang.For(d.Site.Language())
	f := d.Fact(a.Fact.Value)
	if !a.Says.Given() || f == nil {
		return
	}
	if s, ok := supportOf(d, f); ok {
		p := dossier.NewProse(a.Record, a.Says, t)
		p.Quantities = slices.DeleteFunc(p.Quantities, func(q quantity.Quantity) bool {
			return q.Words && q.Kind == quantity.Number && !q.Unit.Period && !isPlural(t, p.Slice(q.Unit.Head))
		})
		u := unsaid(s, p, t, report)
		u.what = "the side"
		u.words(nil)
	}
}

func isPlural(t *lang.Table, word string) bool {
	toks := t.Tokens(word)
	return len(toks) > 0 && t.Plural(word, toks[len(toks)-1])
}

func unsaid(s support, p *dossier.Prose, t *lang.Table, report Report) unsupported {
	return unsupported{support: s, what: "the statement", p: p, table: t, report: report, quotations: quotations(p.View.Text), mentions: s.d.ActorsIn(p.View.Text)}
}

// words judges the numbers, dates and names of a text. f is the fact whose
// statement it is, if it is one.
func (u unsupported) words(f *dossier.Fact) {
	u.numbers()
	u.framed(f)
	u.dates()
	u.feasts()
	u.actors()
}

// unsupported looks for what a statement says and nothing bears out. Words in
// quotation marks are left to quotation-altered.
type unsupported struct {
	support
	what       string // says it, as messages have it
	p          *dossier.Prose
	table      *lang.Table // of the site's language
	report     Report
	quotations []text.Span
	mentions   []names.Mention
}

func (u unsupported) numbers() {
	var told []number
	for _, said := range writtenNumbers(u.p.View.Text, u.p.Quantities) {
		if !isNumberWord(u.p, said.Quantity) || quotedIn(u.quotations, said.Number) || u.inMention(said.Number) {
			continue
		}
		if told == nil {
			told = u.support.numbers()
		}
		if !bearsNumber(said, told) && !u.hasWords(said.words) && !u.untranslated() {
			u.report(u.p.Place(said.Number), fmt.Sprintf("%q stands in no quote of this fact and in no field", u.p.Slice(said.Number)),
				"say the number of a quote, or cite the words that have this one", u.quotesAsRelated(readsNumbers)...)
		}
	}
}

// value holds the statement of a figure to the number of the figure: one that
// says other numbers of its quotes and not this one says something else.
func (u unsupported) value(f *dossier.Fact) {
	r := f.Record
	own := fieldNumbers(r.Value, r.Low, r.High)
	if len(own) == 0 || slices.ContainsFunc(own, number.isOpen) {
		return
	}
	var said []number
	told := sync.OnceValue(u.support.numbers)
	for _, n := range writtenNumbers(u.p.View.Text, u.p.Quantities) {
		if n.isOpen() || n.isPart() || bearsNumber(n, own) {
			return
		}
		if isNumberWord(u.p, n.Quantity) && !u.inMention(n.Number) && bearsNumber(n, told()) {
			said = append(said, n)
		}
	}
	if len(said) > 0 {
		u.report(u.p.Place(said[0].Number), fmt.Sprintf("the statement says %q, and the figure is %s", u.p.Slice(said[0].Number), amountWords(r)),
			"say the number of the figure")
	}
}

func (u unsupported) inMention(s text.Span) bool {
	return slices.ContainsFunc(u.mentions, func(m names.Mention) bool { return m.Span.Contains(s) })
}

func (u unsupported) dates() {
	for _, x := range u.p.Times {
		switch {
		case quotedIn(u.quotations, x.Span) || u.inMention(x.Span) || u.unread():
		case x.Kind == timex.Clock && !u.bearsClock(x):
			u.report(u.p.Place(x.Span), fmt.Sprintf("the time %q stands in no quote of this fact", x.Text), "say the time of a quote, or cite the words that have this one")
		case isDateWord(x) && !u.bearsDate(x, u.table):
			u.report(u.p.Place(x.Span), fmt.Sprintf("%q is the date of no quote of this fact and of no field", x.Text),
				"say the date of a quote, or cite the words that have this one", u.quotesAsRelated(readsTimes)...)
		}
	}
}

// feasts are dates by a name that no calendar of the program tells.
func (u unsupported) feasts() {
	toks := u.table.Tokens(u.p.View.Text)
	for i := 0; i < len(toks); i++ {
		e := u.table.Match(toks, i, lang.Feast)
		if e == nil {
			continue
		}
		at := text.Span{Start: toks[i].Start, End: toks[i+e.Len()-1].End}
		if words := u.p.Slice(at); !quotedIn(u.quotations, at) && !u.inMention(at) && !u.hasWords(words) && !u.unread() {
			u.report(u.p.Place(at), fmt.Sprintf("%q stands in no quote of this fact", words), "say the date of a quote, or cite the words that have this one")
		}
		i += e.Len() - 1
	}
}

func (u unsupported) actors() {
	fields := u.support.actors()
	for _, m := range u.mentions {
		words := u.p.Slice(m.Span)
		if quotedIn(u.quotations, m.Span) || u.bearsActor(m, words, fields) {
			continue
		}
		u.report(u.p.Place(m.Span), fmt.Sprintf("%q is named in no quote of this fact, and no field has %s", words, quotedList(m.IDs)),
			fmt.Sprintf("where the words quoted mean it: refers = { \"…\" = %q }", m.IDs[0]))
	}
	if !u.knowsActors() {
		return
	}
	for _, span := range candidatesIn(u.p, u.table, u.mentions) {
		words := u.p.Slice(span)
		if !quotedIn(u.quotations, span) && !u.bearsName(words, fields) {
			u.report(u.p.Place(span), fmt.Sprintf("%q stands in no quote of this fact, and no field has an actor of that name", words),
				"take the spelling of the text, or cite the words that have this name")
		}
	}
}
