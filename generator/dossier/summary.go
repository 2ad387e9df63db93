package dossier

import (
	"slices"
	"strings"

	"factsheet/generator/edtf"
	"factsheet/generator/text"
)

// A summary is what many ask of a dossier as a whole.
type summary struct {
	newest                    edtf.Date
	complete, whole, readsAll bool
}

func summaryOf(d *Dossier) summary {
	s := summary{complete: true, whole: len(d.Duplicates) == 0, readsAll: true}
	var dates []edtf.Date
	for _, u := range d.Units {
		s.complete = s.complete && u.Records.Parsed
		s.whole = s.whole && u.Records.Whole
		s.readsAll = s.readsAll && !u.unread
		dates = append(dates, u.newest)
	}
	s.newest, s.readsAll = newest(dates), s.readsAll && s.whole
	return s
}

func newestOf(list []*Source) edtf.Date {
	var dates []edtf.Date
	for _, s := range list {
		for _, p := range s.Passages {
			if p.Part.Proves() {
				dates = append(dates, p.Part.Dated)
			}
		}
	}
	return newest(dates)
}

// newest returns the newest date, in whatever order they come and however often.
func newest(dates []edtf.Date) edtf.Date {
	seen := map[edtf.Date]bool{}
	dates = slices.DeleteFunc(dates, func(d edtf.Date) bool {
		again := seen[d]
		seen[d] = true
		return again
	})
	slices.SortFunc(dates, func(a, b edtf.Date) int {
		if by := a.Compare(b); by != 0 {
			return by
		}
		return strings.Compare(a.String(), b.String())
	})
	return edtf.Newest(dates)
}

// Ordered returns the events of which it is told what they come before or
// after, in the order of Facts.
func (d *Dossier) Ordered() (list []*Fact) {
	for _, u := range d.Units {
		list = append(list, u.Ordered...)
	}
	slices.SortFunc(list, func(a, b *Fact) int { return d.compareItems(a, b) })
	return list
}

// KnownUpTo returns the latest day from which any source speaks, as
// [edtf.Newest] has it, and the unknown date where no source tells.
func (d *Dossier) KnownUpTo() edtf.Date { return d.ask(askedNewest, "").summary().newest }

// Complete reports whether every annotation file was read, so that an id that
// is not declared is declared nowhere.
func (d *Dossier) Complete() bool { return d.ask(askedComplete, "").summary().complete }

// Whole reports whether every record of every annotation file is linked, so
// that what nothing refers to is referred to nowhere.
func (d *Dossier) Whole() bool { return d.ask(askedWhole, "").summary().whole }

// ReadsAll reports whether it is whole and every source is linked to its text.
func (d *Dossier) ReadsAll() bool { return d.ask(askedRead, "").summary().readsAll }

// SharesTexts reports whether two sources have one text.
func (d *Dossier) SharesTexts() bool {
	seen := make(map[*text.File]bool, len(d.Sources))
	for _, source := range d.Sources {
		if source.Text != nil && seen[source.Text.File] {
			return true
		}
		if source.Text != nil {
			seen[source.Text.File] = true
		}
	}
	return false
}

// sampled is how many facts stand for all of them.
const sampled = 400

// First returns the first facts, a sample of all.
func (d *Dossier) First() []*Fact {
	facts := d.ask(askedFirst, "").Facts
	return facts[:min(len(facts), sampled)]
}

// AnySource reports whether something holds of any source.
func (d *Dossier) AnySource(holds func(*Source) bool) bool {
	full := d.unwatched()
	i := slices.IndexFunc(full.Sources, holds)
	if i < 0 {
		d.ask(askedSources, "")
		return false
	}
	return d.Source(full.Sources[i].ID) != nil // of which alone it depends
}

// AllSources returns the sources by id, as Sources has them.
func (d *Dossier) AllSources() []*Source { return d.ask(askedSources, "").Sources }

// AllMeasures returns the measures by id, as Measures has them.
func (d *Dossier) AllMeasures() []*Measure { return d.ask(askedMeasures, "").Measures }
