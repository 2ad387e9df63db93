package page

import (
	"slices"

	"factsheet/generator/dossier"
)

// A Poster is the picture that other sites show beside a link to this one.
type Poster struct {
	Kicker Words // the site, above the title of a sheet
	Title  Words
	Says   Words // the first figure, date, claim or question
	Status Words // its value and day
	Foot   Words // how much there is
}

// Alt returns what the picture says, for those who do not see it.
func (p Poster) Alt() Words { return list(" – ", p.Kicker, p.Title, p.Says, p.Foot) }

// Poster returns the picture of the site: with a figure, else what happened
// last, else a plan.
func (b *Book) Poster() Poster {
	p := Poster{Title: b.d.Site.Title.Value, Foot: b.extent() + " from " + b.speech.count(len(b.d.Sources), "text", "texts") + "."}
	if news := b.news(); len(news) > 0 {
		return b.tell(p, news[0])
	}
	return p
}

// findNews are the facts that the first page shows, the foremost first.
func (b *Book) findNews() []*dossier.Fact {
	return slices.Concat(b.figuresAtAGlance(), b.latest(), b.due())
}

// SheetPoster returns the picture of a sheet; of one that has no fact to show,
// such as that of the actors, that of the site.
func (b *Book) SheetPoster(name string) Poster {
	s := b.sheet(name)
	if s == nil {
		return b.Poster()
	}
	f := b.foremost(s)
	if f == nil {
		return b.Poster()
	}
	noun := nouns[s.Config.Kind.Value]
	foot := b.speech.count(len(b.held(s)), noun[0], noun[1]) + "."
	return b.tell(Poster{Kicker: b.d.Site.Title.Value, Title: s.Config.Title.Value, Foot: foot}, f)
}

// foremost returns the fact of a sheet that the first page would show first,
// else its first, or nil.
func (b *Book) foremost(s *dossier.Sheet) *dossier.Fact {
	for _, f := range b.news() {
		if f.Record.Table == s.Config.Name.Value {
			return f
		}
	}
	for _, item := range b.items(s) {
		if f, ok := item.(*dossier.Fact); ok {
			return f
		}
	}
	return nil
}

func (b *Book) tell(p Poster, f *dossier.Fact) Poster {
	p.Says, p.Status = plain(stated(f.Record).Value), b.status(f)
	return p
}
