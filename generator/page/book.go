package page

import (
	"slices"
	"sync"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/fragment"
	"factsheet/generator/witness"
)

// Options say what takes part.
type Options struct {
	Drafts bool // facts and actors that are not for publication yet
}

// A Book makes the pages of a site, each when it is asked for. It never
// changes, so that pages may be made on several goroutines at once.
type Book struct {
	d      *dossier.Dossier
	opt    Options
	prose  []Prose
	shown  dossier.Excerpts // what is shown of the seeds
	speech speech

	bench  *witness.Bench
	labels map[*dossier.Source]Words // names of sources, no two alike
	cites  map[*dossier.Source][]citation
	// originals are the texts of which the page is known.
	originals map[*dossier.Source]func() *fragment.Page
	// measured are the figures of each measure that some text bears out.
	measured map[string][]*dossier.Fact
	// spread is how many texts bear out any figure of a measure.
	spread map[string]int

	// spelled is made when the first actor asks for it.
	spelled func() map[string][]spelling

	// pairs is made when the first page asks that compares texts.
	pairs func() pairings

	// For each id, those that name it, in the dossier's order.
	differ     reverse // facts: by differs
	superseded reverse // facts: by supersedes
	preceded   reverse // facts: by before, so those that come before it
	followed   reverse // facts: by after
	asked      reverse // facts: questions, by answers
	lookAlike  reverse // actors: by not
	alike      reverse // actors: by likely
	members    reverse // actors: by part_of
	says       reverse // actors: facts, by by of what supports them
	heard      reverse // actors: questions, by by
	acts       reverse // actors: facts, by who
	suffers    reverse // actors: facts, by whom
	takesPlace reverse // actors: facts, by where
	sharing    reverse // sources: sources, by shares
	reported   reverse // actors: sources, by origins

	quoted map[string][]citation // actors: what is credited to them
}

// A citation is evidence with the fact or actor whose it is.
type citation struct {
	item dossier.Item
	*dossier.Evidence
}

// New returns the book of a dossier and of its hand-written pages, in the order
// in which they are listed. It takes time in proportion to the records.
func New(d *dossier.Dossier, prose []Prose, opt Options) *Book {
	b := &Book{d: d, opt: opt, prose: prose, speech: newSpeech(d.Site.Language())}
	b.bench = witness.New(d)
	b.shown = d.Excerpts(opt.Drafts)
	b.labels = b.sourceLabels()
	b.pairs = sync.OnceValue(b.findPairs)
	b.spelled = sync.OnceValue(func() map[string][]spelling { return spellings(d) })
	b.cites, b.quoted = map[*dossier.Source][]citation{}, map[string][]citation{}
	b.originals = originalsOf(d)
	b.measured = map[string][]*dossier.Fact{}
	b.indexSources()
	for _, a := range d.Actors {
		if b.shows(a) {
			b.indexActor(a)
		}
	}
	for _, f := range d.Facts {
		if b.shows(f) {
			b.indexFact(f)
		}
	}
	b.spread = spreadOf(b.measured)
	return b
}

func spreadOf(measured map[string][]*dossier.Fact) map[string]int {
	out := map[string]int{}
	for id, facts := range measured {
		var list []*dossier.Evidence
		for _, f := range facts {
			list = append(list, f.Evidence...)
		}
		out[id] = texts(list)
	}
	return out
}

// shows reports whether a fact or actor takes part.
func (b *Book) shows(item dossier.Item) bool { return b.opt.Drafts || !item.Common().Draft }

func (b *Book) indexSources() {
	for _, s := range b.d.Sources {
		for _, p := range speaking(s) {
			for _, id := range p.Origins {
				b.reported.add(id, s.ID)
			}
		}
		for _, p := range s.Parts {
			for _, id := range p.Shares {
				if other := b.sharer(id); other != nil && other != s {
					b.sharing.add(other.ID, s.ID)
				}
			}
		}
	}
}

// sharer returns the source that an id of shares names, itself or by a part.
func (b *Book) sharer(id string) *dossier.Source {
	if p := b.d.Part(id); p != nil {
		return p.Source
	}
	return b.d.Source(id)
}

func (b *Book) indexActor(a *dossier.Actor) {
	b.cite(a)
	b.lookAlike.addTexts(a.Record.Not, a.ID)
	b.alike.add(a.Record.Likely.Value, a.ID)
	b.members.add(a.Record.PartOf.Value, a.ID)
}

func (b *Book) indexFact(f *dossier.Fact) {
	b.cite(f)
	r := f.Record
	if id := r.Measure.Value; id != "" && len(supporting(f.Evidence)) > 0 {
		b.measured[id] = append(b.measured[id], f)
	}
	b.differ.addTexts(r.Differs, f.ID)
	b.superseded.addTexts(r.Supersedes, f.ID)
	b.preceded.addTexts(r.Before, f.ID)
	b.followed.addTexts(r.After, f.ID)
	b.acts.addTexts(r.Who, f.ID)
	b.suffers.addTexts(r.Whom, f.ID)
	b.takesPlace.addTexts(r.Where, f.ID)
	for i := range r.Answers {
		b.asked.add(r.Answers[i].Fact.Value, f.ID)
	}
	says := &b.says
	if r.Kind == "question" {
		says = &b.heard
	}
	for _, e := range supporting(f.Evidence) {
		says.addTexts(e.Record.By, f.ID)
	}
}

// cite files the evidence of an item that was found under its source and under
// those to whom it is credited.
func (b *Book) cite(item dossier.Item) {
	for _, e := range item.Cited() {
		if !e.Found() {
			continue
		}
		b.cites[e.Source] = append(b.cites[e.Source], citation{item, e})
		for _, id := range unique(form.Values(e.Record.By)) {
			b.quoted[id] = append(b.quoted[id], citation{item, e})
		}
	}
}

// fact returns the fact of that id if it takes part, or nil.
func (b *Book) fact(id string) *dossier.Fact {
	if f := b.d.Fact(id); f != nil && b.shows(f) {
		return f
	}
	return nil
}

// actor returns the actor of that id if it takes part, or nil.
func (b *Book) actor(id string) *dossier.Actor {
	if a := b.d.Actor(id); a != nil && b.shows(a) {
		return a
	}
	return nil
}

// sheet returns the linked sheet of that name, or nil.
func (b *Book) sheet(name string) *dossier.Sheet {
	i := slices.IndexFunc(b.d.Sheets, func(s *dossier.Sheet) bool { return s.Config.Name.Value == name })
	if i < 0 {
		return nil
	}
	return b.d.Sheets[i]
}

// supporting returns the evidence of a fact that was found and bears it out;
// of a question, that raises it.
func supporting(list []*dossier.Evidence) []*dossier.Evidence {
	var out []*dossier.Evidence
	for _, e := range list {
		if e.Found() && (e.Role == "supports" || e.Role == "raises") {
			out = append(out, e)
		}
	}
	return out
}
