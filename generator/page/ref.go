package page

import (
	"fmt"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// SheetDir is where the committed sheets stand in the project.
const SheetDir = "content/sheets"

const seedDir = dossier.SeedDir + "/"

// factRef returns the link to a fact on its sheet's page.
func (b *Book) factRef(f *dossier.Fact) Ref {
	r := f.Record
	title := plain(stated(r).Value)
	if title == "" {
		title = f.ID // a draft that states nothing yet
	}
	return Ref{
		Kind: "fact", ID: f.ID, Title: title,
		Link: SheetLink(r.Table, r.Group.Value) + "#" + f.ID,
		File: sheetFile(r.Table) + "#" + f.ID,
	}
}

// Before is what stands before the ref at an index in a list of them: "a, b and
// c". Statements, which end as sentences do, follow one another as sentences.
func Before(refs []Ref, index int) Words {
	switch {
	case index == 0:
		return ""
	case endsSentence(refs[index-1].Title):
		return " "
	case index == len(refs)-1:
		return " and "
	}
	return ", "
}

// endsSentence reports whether words end with the sign that ends a sentence,
// within quotation marks or without.
func endsSentence(words Words) bool {
	words = strings.TrimRight(words, "\"'”’»)")
	return strings.HasSuffix(words, ".") || strings.HasSuffix(words, "?") || strings.HasSuffix(words, "!")
}

// stated returns the statement of a fact, or the question that it is.
func stated(r *annotation.Fact) form.Text {
	if r.Kind == "question" {
		return r.Question
	}
	return r.Statement
}

// actorRef returns the link to an actor's page; in the project to the sheet of
// actors, if the site has one.
func (b *Book) actorRef(a *dossier.Actor) Ref {
	ref := Ref{Kind: "actor", ID: a.ID, Title: a.Record.Name.Value, Link: "actors/" + a.ID + ".html"}
	if b.d.Site.Sheet("actors") != nil {
		ref.File = sheetFile("actors") + "#" + a.ID
	}
	return ref
}

// sourceRef returns the link to a source's page.
func (b *Book) sourceRef(s *dossier.Source) Ref {
	ref := Ref{Kind: "source", ID: s.ID, Title: b.labels.of(s), Link: "sources/" + s.ID + ".html"}
	if s.Seed != nil {
		ref.File = seedDir + s.Seed.Name
	}
	return ref
}

// passageRef returns the link to the passage that evidence cites, which was
// found.
func (b *Book) passageRef(item dossier.Item, e *dossier.Evidence) Ref {
	ref := b.sourceRef(e.Source)
	ref.Link += "#" + anchor(item, e)
	ref.File += fmt.Sprintf("#L%d", line(e))
	return ref
}

// anchor is the element id of the passage that evidence cites.
func anchor(item dossier.Item, e *dossier.Evidence) string {
	return fmt.Sprintf("%s_%d", item.Name(), e.Number)
}

// line is the line of the seed at which found evidence begins.
func line(e *dossier.Evidence) int { return e.Source.Text.File.Position(e.Span().Start).Line }

// itemRef returns the link to a fact or actor.
func (b *Book) itemRef(item dossier.Item) Ref {
	if a, ok := item.(*dossier.Actor); ok {
		return b.actorRef(a)
	}
	return b.factRef(item.(*dossier.Fact))
}

// Ref returns what an id leads to, and whether it is declared and takes part.
func (b *Book) Ref(id string) (Ref, bool) {
	_, ok := b.d.Lookup(id)
	return b.ref(id), ok && !b.hidden(id)
}

// ref returns what an id leads to. A part leads to its source's page, a
// measure nowhere.
func (b *Book) ref(id string) Ref {
	switch {
	case b.fact(id) != nil:
		return b.factRef(b.d.Fact(id))
	case b.actor(id) != nil:
		return b.actorRef(b.d.Actor(id))
	case b.d.Source(id) != nil:
		return b.sourceRef(b.d.Source(id))
	case b.d.Part(id) != nil:
		return b.sourceRef(b.d.Part(id).Source)
	case b.d.Measure(id) != nil:
		return Ref{ID: id, Title: b.d.Measure(id).Record.Title.Value}
	}
	return Ref{ID: id, Title: id}
}

// refs returns what ids lead to, leaving out facts and actors that take no
// part.
func (b *Book) refs(ids []string) []Ref {
	var out []Ref
	for _, id := range ids {
		if !b.hidden(id) {
			out = append(out, b.ref(id))
		}
	}
	return out
}

// hidden reports whether an id is that of a draft that takes no part.
func (b *Book) hidden(id string) bool {
	if f := b.d.Fact(id); f != nil {
		return !b.shows(f)
	}
	a := b.d.Actor(id)
	return a != nil && !b.shows(a)
}

func (b *Book) refsOf(ids []form.Text) []Ref { return b.refs(form.Values(ids)) }

// titles are the names of links.
func titles(refs []Ref) []Words {
	var out []Words
	for _, r := range refs {
		out = append(out, r.Title)
	}
	return out
}

func sheetFile(table string) string { return SheetDir + "/" + table + ".md" }

// SheetLink is the address of the page of a sheet, or of one of its groups,
// from the root of the site.
func SheetLink(table, group string) string {
	if group != "" {
		table += "-" + group
	}
	return table + ".html"
}
