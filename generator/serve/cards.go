package serve

import (
	"slices"
	"strings"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/page"
)

// cards are the errors of a generation by where they are shown.
type cards struct {
	pages map[string][]card // by path
	// stood is where each record that cannot be read was shown when it
	// could, by id.
	stood map[string]stand
	links map[errorKey]string // the address of the first card of each error
}

// An errorKey tells one error from another.
type errorKey struct {
	place diag.Place
	code  string
}

// A card stands on a page for what has errors.
type card struct {
	stand
	found []diag.Diagnostic
}

// A stand is a place on a page.
type stand struct {
	page string
	id   string // of the element that the card stands for; "" at the top of the page
	next []string
}

// link is the address of a place within the preview.
func (s stand) link() string {
	if s.id == "" {
		return "/" + s.page
	}
	return "/" + s.page + "#" + s.id
}

func newCards(g, before *Generation) cards {
	c := cards{map[string][]card{}, map[string]stand{}, map[errorKey]string{}}
	for _, d := range g.Found {
		if d.Severity != diag.Error || d.Place.File == nil {
			continue
		}
		for i, at := range c.places(g, before, d) {
			if c.add(at, d); i == 0 {
				c.links[errorKey{d.Place, d.Code}] = at.link()
			}
		}
	}
	return c
}

func (c cards) add(at stand, d diag.Diagnostic) {
	list := c.pages[at.page]
	i := slices.IndexFunc(list, func(x card) bool { return x.id == at.id })
	if i < 0 {
		i = len(list)
		list = append(list, card{stand: at})
	}
	list[i].found = append(list[i].found, d)
	c.pages[at.page] = list
}

// places returns where an error is shown: where the record stands in which it
// is placed; at the top of a hand-written page; where a file does not parse,
// at the top of the pages that show what it held before.
func (c cards) places(g, before *Generation, d diag.Diagnostic) []stand {
	file := d.Place.File
	if name, ok := strings.CutPrefix(file.Path, "content/"); ok && strings.HasSuffix(name, ".md") {
		return []stand{{page: strings.TrimSuffix(name, ".md") + ".html"}}
	}
	if items := g.State.StandIns(file); len(items) > 0 {
		return pagesOf(g.Preview, items)
	}
	own := g.State.Owner(d.Place)
	if ref, ok := g.Preview.Ref(own.ID); ok {
		return []stand{standOf(ref)}
	}
	return c.stoodAt(g, before, own)
}

// pagesOf are the pages that show facts or actors, each once.
func pagesOf(p *build.Preview, items []dossier.Item) []stand {
	var out []stand
	for _, item := range items {
		ref, ok := p.Ref(item.Name())
		at := stand{page: standOf(ref).page}
		if ok && !slices.ContainsFunc(out, func(s stand) bool { return s.page == at.page }) {
			out = append(out, at)
		}
	}
	return out
}

// standOf is where a link leads. The page of a source or actor of its own has
// no element for it.
func standOf(ref page.Ref) stand {
	path, id, _ := strings.Cut(ref.Link, "#")
	return stand{page: path, id: id}
}

// stoodAt is where a record that cannot be read was shown before, else its
// sheet.
func (c cards) stoodAt(g, before *Generation, own build.Owner) []stand {
	if own.Table == "" {
		return nil
	}
	if own.ID != "" && before != nil && before.Preview != nil {
		if at, ok := before.cards.stood[own.ID]; ok {
			c.stood[own.ID] = at
			return []stand{at}
		}
		if ref, ok := before.Preview.Ref(own.ID); ok {
			at := standOf(ref)
			at.next = following(before.State.Dossier, own.ID)
			c.stood[own.ID] = at
			return []stand{at}
		}
	}
	link, ok := g.Preview.Sheet(own.Table, own.Group)
	if !ok {
		return nil
	}
	at := stand{page: link, id: own.ID}
	if at.id == "" {
		at.id = "_nameless"
	}
	return []stand{at}
}

// maxFollowing is how many of those that follow a record are asked for its
// place.
const maxFollowing = 64

// following returns the ids of what follows a fact or actor on its page.
func following(d *dossier.Dossier, id string) []string {
	var lists [][]dossier.Item
	for _, s := range d.Sheets {
		var list []dossier.Item
		for _, f := range s.Facts {
			list = append(list, f)
		}
		lists = append(lists, list)
	}
	var actors []dossier.Item
	for _, a := range d.Actors {
		actors = append(actors, a)
	}
	for _, list := range append(lists, actors) {
		i := slices.IndexFunc(list, func(x dossier.Item) bool { return x.Name() == id })
		if i < 0 {
			continue
		}
		var out []string
		for _, x := range list[i+1 : min(len(list), i+1+maxFollowing)] {
			if x.Common().Group.Value == list[i].Common().Group.Value {
				out = append(out, x.Name())
			}
		}
		return out
	}
	return nil
}
