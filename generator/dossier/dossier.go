// Package dossier links records and seeds into one whole: every quote at its
// place in its seed, every part cut out of its text, every id with what it
// names. It judges nothing: what does not link is there to see, and package
// check says so.
//
// All values are immutable once [Link] has returned. A linked source or fact
// is made of its own record and the seeds it cites alone, so that the next
// Link may take it over unchanged.
package dossier

import (
	"sync"

	"factsheet/generator/annotation"
	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/memo"
	"factsheet/generator/names"
	"factsheet/generator/reuse"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// SeedDir is where a project keeps its seeds.
const SeedDir = "seeds"

// SumsPath lists the SHA-256 of each seed, as sha256sum writes it.
const SumsPath = SeedDir + "/SHA256SUMS"

// Input is all that a dossier is made of.
type Input struct {
	Site    *config.Site
	Records []*annotation.Records // in the order of their paths
	Seeds   []*Seed               // in the order of their names
	Sums    *Sums                 // the content of SHA256SUMS
}

// A Seed is one file of seeds/, readable or not.
type Seed struct {
	Name    string       // the file's name within seeds/
	File    *text.File   // without bytes where the file cannot be read
	Sum     string       // SHA-256 of its bytes in hexadecimal
	Problem seed.Problem // why it cannot be a seed; without a message where it can
}

// Bad reports whether the file cannot be a seed.
func (s *Seed) Bad() bool { return s.Problem.Message != "" }

// A Dossier is the linked whole.
type Dossier struct {
	Site     *config.Site
	Sums     *Sums
	Seeds    []*Seed
	Records  []*annotation.Records
	Sources  []*Source  // by id
	Measures []*Measure // by id
	Actors   []*Actor   // by kind as the vocabulary lists them, name, id
	Sheets   []*Sheet   // as site.toml lists them
	Facts    []*Fact    // of all sheets, sheet by sheet; actors are not among them

	// Wording is what the texts share; its texts are Sources, by index.
	Wording *reuse.Wording

	// Duplicates are declarations of an id that another record declared
	// before, by file and line.
	Duplicates []Duplicate

	// Units are what each file of annotations comes to, in the order of
	// Records.
	Units []*Unit

	names     memo.Map[string, Declared]
	linked    memo.Map[string, any] // *Source, *Part, *Measure, *Actor or *Fact by id
	referring memo.Map[string, referring]
	seeds     map[string]*Seed
	items     []Item
	summary   func() summary

	named    []names.Named // of the actors, in their order
	index    *names.Index
	mentions memo.Map[*Source, []names.Mention]
	coloured []names.Named // the loaded words of the sources that have any
	loaded   *names.Index

	derived *sync.Map // by key, each a *derivation

	// Of one that is [Dossier.Watched], which lists nothing itself.
	full  *Dossier
	trace *Trace
	made  map[any]any
}

// A Sheet is the facts of one table, in the order in which they are shown.
type Sheet struct {
	Config *config.Sheet
	Facts  []*Fact // none for the sheet of kind actor, which shows Dossier.Actors
}

// Declared is what an id names and where it is declared.
type Declared struct {
	Space string // "source", "part", "measure", "actor", "fact"
	Place diag.Place
	// Whole is false where the record has an error of form: the id is
	// known, and nothing else of it.
	Whole bool
}

// A Duplicate is a second declaration of an id.
type Duplicate struct {
	ID    form.ID
	Place diag.Place
	First Declared
}

// A Measure is what is counted.
type Measure struct {
	Record *annotation.Measure
	ID     string
}

// An Actor is a person, body, place or thing, with its evidence found.
type Actor struct {
	Record     *annotation.Actor
	ID         string
	Evidence   []*Evidence
	References []form.Reference

	spelled, called []string
}

// A Fact is a statement with its evidence found.
type Fact struct {
	Record     *annotation.Fact
	ID         string
	Says       *Prose // the statement, of a question the answer; nil where it is empty
	Evidence   []*Evidence
	References []form.Reference
}

// Draft reports whether the fact is not for publication yet.
func (f *Fact) Draft() bool { return f.Record.Draft }

// AsOf returns the day on which a figure is said to hold: the one that its
// author gives, else that of the first passage which supports it.
func (f *Fact) AsOf() edtf.Date {
	if f.Record.AsOf.Given() {
		return f.Record.AsOf.Date
	}
	for _, e := range f.Evidence {
		if e.Role == "supports" && e.Part != nil {
			return e.Part.Dated
		}
	}
	return edtf.Date{}
}

// linkedAs returns what an id leads to, or nil where that is of another kind.
func linkedAs[T any](d *Dossier, id string) *T {
	x, _ := d.ask(askedID, id).linked.At(id).(*T)
	return x
}

// Source returns the source of that id, or nil.
func (d *Dossier) Source(id string) *Source { return linkedAs[Source](d, id) }

// Part returns the part of that id, or nil. A source is no part.
func (d *Dossier) Part(id string) *Part { return linkedAs[Part](d, id) }

// Measure returns the measure of that id, or nil.
func (d *Dossier) Measure(id string) *Measure { return linkedAs[Measure](d, id) }

// Actor returns the actor of that id, or nil.
func (d *Dossier) Actor(id string) *Actor { return linkedAs[Actor](d, id) }

// Fact returns the fact of that id, or nil.
func (d *Dossier) Fact(id string) *Fact { return linkedAs[Fact](d, id) }

// Seed returns the seed of that file name, or nil.
func (d *Dossier) Seed(name string) *Seed { return d.seeds[name] }

// Lookup returns what an id names.
func (d *Dossier) Lookup(id string) (Declared, bool) {
	return d.ask(askedID, id).names.Get(id)
}

// Names returns the ids declared in the spaces, in no order.
func (d *Dossier) Names(spaces []string) []string {
	var out []string
	for id, x := range d.ask(askedIDs, "").names.All {
		for _, s := range spaces {
			if x.Space == s {
				out = append(out, id)
			}
		}
	}
	return out
}

// Since returns the start of a running count: a date as written, or the event
// with which it starts and the date of that. The date is the unknown one where
// neither is told.
func (d *Dossier) Since(f *Fact) (edtf.Date, *Fact) {
	since := f.Record.Since.Value
	if event := d.Fact(since); event != nil {
		return event.Record.When.Date, event
	}
	date, err := edtf.Parse(since)
	if err != nil {
		return edtf.Date{}, nil // the id of what is not declared
	}
	return date, nil
}

// largeBytes is the size of the annotations from which their dossier, as JSON,
// is larger than most programs read at once: about twice that, 20 MB.
const largeBytes = 10 << 20

// Large reports whether the dossier as one file of JSON would be larger than
// about 20 MB.
func (d *Dossier) Large() bool {
	bytes := 0
	for _, r := range d.Records {
		bytes += len(r.File.Data)
	}
	return bytes > largeBytes
}
