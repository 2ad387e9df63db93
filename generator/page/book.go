package page

import (
	"slices"
	"sync"

	"factsheet/generator/dossier"
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

	labels *labels

	// Each is made when the first page asks for it.
	bench     func() *witness.Bench
	spelled   func() map[string][]spelling
	pairs     func() pairings
	newest    func() *dossier.Part
	news      func() []*dossier.Fact
	measured  sync.Map // ids of measures: *measured
	originals sync.Map // sources: func() *fragment.Page
}

// measured are the figures of a measure that some text bears out.
type measured struct {
	figures []*dossier.Fact
	texts   int // that bear out any of them
}

// A citation is evidence with the fact or actor whose it is.
type citation struct {
	item dossier.Item
	*dossier.Evidence
}

// New returns the book of a dossier and of its hand-written pages, in the order
// in which they are listed. It takes time in proportion to the sources.
func New(d *dossier.Dossier, prose []Prose, opt Options) *Book { return Next(d, prose, opt, nil) }

// Next is New with what prev, an earlier book or nil, knows of the same
// sources: it takes time in proportion to what changed.
func Next(d *dossier.Dossier, prose []Prose, opt Options, prev *Book) *Book {
	b := &Book{d: d, opt: opt, prose: prose, speech: newSpeech(d.Site.Language())}
	b.shown = d.Excerpts(opt.Drafts)
	b.labels = newLabels(b, prev)
	b.bench = sync.OnceValue(func() *witness.Bench { return witness.New(d) })
	b.spelled = sync.OnceValue(func() map[string][]spelling { return spellings(d) })
	if b.pairs = sync.OnceValue(b.findPairs); prev != nil && b.Alike(prev) {
		b.pairs = prev.pairs
	}
	b.newest = sync.OnceValue(b.findNewest)
	b.news = sync.OnceValue(b.findNews)
	return b
}

// measuredBy returns the figures of a measure; nothing for "".
func (b *Book) measuredBy(id string) *measured {
	if m, ok := b.measured.Load(id); ok {
		return m.(*measured)
	}
	var m measured
	var list []*dossier.Evidence
	for _, item := range b.naming(id) {
		f, ok := item.(*dossier.Fact)
		if ok && id != "" && f.Record.Measure.Value == id && len(supporting(f.Evidence)) > 0 {
			m.figures = append(m.figures, f)
			list = append(list, f.Evidence...)
		}
	}
	m.texts = texts(list)
	known, _ := b.measured.LoadOrStore(id, &m)
	return known.(*measured)
}

// shows reports whether a fact or actor takes part.
func (b *Book) shows(item dossier.Item) bool { return b.opt.Drafts || !item.Common().Draft }

// sharer returns the source that an id of shares names, itself or by a part.
func (b *Book) sharer(id string) *dossier.Source {
	if p := b.d.Part(id); p != nil {
		return p.Source
	}
	return b.d.Source(id)
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
