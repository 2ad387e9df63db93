package page

import (
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// notes are the remarks below a fact, in the order in which a reader needs
// them: what it answers, what else is held, why, and what the site got wrong.
func (b *Book) notes(f *dossier.Fact) []Note {
	r := f.Record
	n := notes{book: b}
	b.questionNotes(&n, f)
	if _, event := b.d.Since(f); event != nil {
		n.refs("Counted from", []string{event.ID})
	}
	n.refs("Differs from", both(r.Differs, b.factsNaming(f.ID, "differs")))
	n.refs("Replaces", form.Values(r.Supersedes))
	n.refs("Replaced by", b.factsNaming(f.ID, "supersedes"))
	n.refs("Comes before", both(r.Before, b.factsNaming(f.ID, "after")))
	n.refs("Comes after", both(r.After, b.factsNaming(f.ID, "before")))
	b.answerNotes(&n, f)
	b.commonNotes(&n, &r.Common)
	n.missing(f.Evidence)
	return n.out
}

// commonNotes are the remarks that facts and actors may have.
func (b *Book) commonNotes(n *notes, r *annotation.Common) {
	n.inline("Reason", r.Because)
	n.refs("Rests on", form.Values(r.RestsOn))
	n.inline("Note", r.Note)
	for i := range r.Corrected {
		c := &r.Corrected[i]
		n.add(Note{Label: "Corrected " + on(c.On.Date), Words: "It said: " + quoted(c.Was.Value), Text: b.inline(c.Because)})
	}
	for i := range r.Allow {
		n.add(b.allowed(&r.Allow[i], r.Allow[i].Quote.Value))
	}
}

// allowed is a finding that was set aside at some words, or at none, with its
// reason.
func (b *Book) allowed(a *annotation.Allow, at string) Note {
	note := Note{Label: "Check set aside (" + a.Code.Value + ")", Text: b.inline(a.Because)}
	if at != "" {
		note.Words = "At " + quoted(at)
	}
	return note
}

// notes collects remarks, leaving out those that say nothing.
type notes struct {
	book *Book
	out  []Note
}

func (n *notes) add(note Note) { n.out = append(n.out, note) }

func (n *notes) refs(label Words, ids []string) {
	if refs := n.book.refs(ids); len(refs) > 0 {
		n.add(Note{Label: label, Refs: refs})
	}
}

func (n *notes) inline(label Words, t form.Text) {
	if t.Value != "" {
		n.add(Note{Label: label, Text: n.book.inline(t)})
	}
}

// missing names the quotes of a draft that stand in no source, or more than
// once.
func (n *notes) missing(list []*dossier.Evidence) {
	for _, e := range list {
		if !e.Found() {
			n.add(Note{Label: "Quote not found", Words: quoted(strings.TrimSpace(e.Record.Quote.Value))})
		}
	}
}
