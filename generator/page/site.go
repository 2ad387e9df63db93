package page

import (
	"factsheet/generator/dossier"
)

// Site returns what every page shows of the whole.
func (b *Book) Site() Site {
	c := b.d.Site
	site := Site{
		Title: c.Title.Value, Description: c.Description.Value, Lang: c.Language(), BaseURL: c.BaseURL.Value,
		Updated: c.Updated.Date.Words(), KnownUpTo: b.knownUpTo(), KnownShort: b.knownShort(), Nav: b.nav(),
	}
	site.Search = Ref{Kind: "page", ID: "search", Title: "Search", Link: "search.html"}
	site.Foot, site.Alternates = b.foot(), b.alternates()
	if p := b.newest(); p != nil {
		site.Newest = b.sourceRef(p.Source)
	}
	if n := len(site.BaseURL); n > 0 && site.BaseURL[n-1] != '/' {
		site.BaseURL += "/"
	}
	return site
}

func (b *Book) nav() []Ref {
	nav := append([]Ref{{Kind: "page", ID: "index", Title: "Home", Link: "index.html"}}, b.Sheets()...)
	nav = append(nav, Ref{Kind: "page", ID: "sources", Title: "Sources", Link: "sources.html"})
	for _, p := range b.prose {
		if !p.Aside {
			nav = append(nav, p.Ref())
		}
	}
	return nav
}

func (b *Book) foot() []Ref {
	return []Ref{
		{Kind: "page", ID: "compare", Title: "Texts compared", Link: "compare.html"},
		{Kind: "page", ID: "corrections", Title: "Corrections", Link: "corrections.html"},
		{Kind: "page", ID: "data", Title: "Data", Link: "data.html"},
	}
}

// alternates are the whole for feed readers, where the site's address is known,
// and for other programs.
func (b *Book) alternates() []Alternate {
	var out []Alternate
	if b.d.Site.BaseURL.Value != "" {
		out = append(out, Alternate{"application/atom+xml", "Feed", "feed.xml"})
	}
	path, kind := DossierPath(b.d), "application/json"
	if b.d.Large() {
		kind = "application/jsonl"
	}
	return append(out, Alternate{kind, "All facts", path})
}

// Prose returns the hand-written pages.
func (b *Book) Prose() []Prose { return b.prose }

// findNewest returns the part that reaches furthest; of several that do, one
// whose day is that of its page, then the first. It is nil where no source
// tells its day.
func (b *Book) findNewest() *dossier.Part {
	date := b.d.KnownUpTo()
	if date.IsZero() {
		return nil
	}
	var found *dossier.Part
	for _, s := range b.d.Sources {
		for _, passage := range s.Passages {
			p := passage.Part
			switch {
			case !p.Proves() || p.Dated != date:
			case !isReasoned(p):
				return p
			case found == nil:
				found = p
			}
		}
	}
	return found
}

// isReasoned reports whether the day from which a part speaks is not that of
// its page, but the editor's.
func isReasoned(p *dossier.Part) bool {
	return !p.Dated.IsZero() && p.Dated != p.Source.Record.Published.Date
}

// knownUpTo says how far the sources reach and how sure that is.
func (b *Book) knownUpTo() Words {
	return b.reach(" (inferred: the text itself does not tell its day)")
}

// knownShort says the same in a line or two of a phone.
func (b *Book) knownShort() Words {
	return b.reach(inferredWords(true))
}

// reach says how far the sources reach, and of a day that is the editor's that
// it is.
func (b *Book) reach(reasoned Words) Words {
	p := b.newest()
	if p == nil {
		return ""
	}
	words := "Known up to " + noun(p.Dated)
	if isReasoned(p) {
		words += reasoned
	}
	return words
}
