package render

import (
	"html/template"
	"io/fs"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"factsheet/generator/page"
	"factsheet/generator/text"
	"factsheet/layouts"
)

// embedded are the embedded layouts with static files of fixed bytes, so that
// no golden page changes with a colour.
func embedded(t testing.TB) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(layouts.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(layouts.FS, name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"style.css", "site.js", "search.js", "cite.js", "near.js", "icon.svg"} {
		if out["static/"+name] == nil {
			t.Fatalf("no static/%s among the embedded layouts", name)
		}
		out["static/"+name] = &fstest.MapFile{Data: []byte("/* " + name + " */\n")}
	}
	return out
}

// parsed are layouts that have no fault.
func parsed(t testing.TB, fsys fs.FS, own ...*text.File) *Layouts {
	t.Helper()
	l, found := Parse(fsys, own)
	if len(found) > 0 {
		t.Fatalf("layouts: %v", found)
	}
	return l
}

// rendered is a page whose layout has no fault.
func rendered(t testing.TB, l *Layouts, p Page) []byte {
	t.Helper()
	out, found := l.Page(p)
	if len(found) > 0 {
		t.Fatalf("%s: %v", p.Link, found)
	}
	return out
}

// The site of the tests: a flood, with one sheet in two parts and one source.

var flood = page.Site{
	Title: "The flood", Description: "What is known of the flood.", Lang: "en", BaseURL: "https://flood.example/",
	Updated: "1 April 2031", KnownUpTo: "Known up to 6 March 2031", KnownShort: "Known up to 6 March 2031", Newest: valley,
	Nav: []page.Ref{
		{Kind: "page", ID: "index", Title: "Home", Link: "index.html"},
		{Kind: "sheet", ID: "figures", Title: "Figures", Link: "figures.html"},
		{Kind: "page", ID: "sources", Title: "Sources", Link: "sources.html"},
		{Kind: "page", ID: "about", Title: "About", Link: "about.html"},
	},
	Search:     page.Ref{Kind: "page", ID: "search", Title: "Search", Link: "search.html"},
	Foot:       []page.Ref{{Kind: "page", ID: "data", Title: "Data", Link: "data.html"}},
	Alternates: []page.Alternate{{Type: "application/json", Title: "All facts", Link: "data/dossier.json"}},
}

// dataFiles are those of the site that are made elsewhere.
var dataFiles = []string{"data/dossier.json", "seeds/017.txt"}

var (
	valley  = page.Ref{Kind: "source", ID: "valley-post", Title: "Valley Post, 6 March 2031", Link: "sources/valley-post.html", File: "seeds/017.txt"}
	moved   = page.Ref{Kind: "fact", ID: "moved", Title: "More than 1,200 people were moved.", Link: "figures.html#moved", File: "content/sheets/figures.md#moved"}
	bridges = page.Ref{Kind: "fact", ID: "bridges", Title: "Three bridges were closed.", Link: "figures-roads.html#bridges", File: "content/sheets/figures.md#bridges"}
	office  = page.Ref{Kind: "actor", ID: "river-office", Title: "river office", Link: "actors/river-office.html"}
)

func at(ref page.Ref, anchor string) page.Ref {
	ref.Link += "#" + anchor
	return ref
}

var movedSection = page.Section{
	ID: "moved", Heading: "People moved to shelters: 5 March 2031",
	Statement: page.Inline{Text: "More than 1,200 people were *moved*."},
	Status:    "More than 1,200 people; as of 5 March 2031",
	Support:   "1 text; credited to the river office",
	Quotes: []page.Quote{{
		Anchor: "moved_1", Pieces: []string{"more than 1,200 residents were moved"},
		Speakers: []page.Speaker{{Ref: office}}, Source: at(valley, "moved_1"), Seed: "017.txt", Line: 3,
		Said: "5 March 2031", Told: "said on 5 March 2031", Lang: "en",
	}},
	Plots: []page.Plot{movedPlot},
	Cards: []page.Card{{
		ID: "moved_1", Source: at(valley, "moved_1"), Lang: "he",
		Paragraph: []page.Stretch{{Text: "[…] ", Gap: true}, {Text: "On Monday <b>"}, {Text: "more than 1,200 residents were moved", Quoted: true}, {Text: "."}},
		Details:   []page.Note{{Label: "Said by", Refs: []page.Ref{office}}, {Label: "Said", Words: "on 5 March 2031"}, {Label: "Reason", Text: page.Inline{Text: "It *says* so."}}},
		Original:  "https://valley.example/17#:~:text=more%20than,-moved",
	}},
	Notes: []page.Note{{Label: "Note", Text: page.Inline{Text: "Not with [the bridges](bridges).", Refs: []page.Ref{bridges}}}},
}

var movedTimeline = page.Timeline{
	ID: "figures", Title: "Timeline", Summary: "Happened.", Notes: []page.Words{"A bar: all that time.", "//: left out."},
	Key: []page.KeyEntry{{Shape: "happened", Words: "It happened"}}, Ticks: []page.Tick{{At: 0, Words: "2031"}}, Breaks: []float64{0.5},
	Events: []page.Event{
		{Fact: moved, Shape: "happened", Status: "Happened on 5 March 2031", Dated: true, From: 0.2, To: 0.2, Inferred: true, Reason: page.Inline{Text: "The *post* says so."}},
		{Fact: bridges, Shape: "ahead", Status: "Planned; no day told", Order: "Put after “More”"},
	},
}

var movedPlot = page.Plot{
	ID: "people-moved", Title: "People moved", Summary: "More than 1,200.", Key: []page.Words{"The dot is the number."},
	Ticks: []page.Tick{{At: 0, Words: "0"}, {At: 1, Words: "2,000"}},
	Lanes: []page.Lane{{Title: "Counted", Reports: []page.Report{{Title: "5 March 2031", Marks: []page.Mark{
		{Words: "more than 1,200", Texts: []page.Words{"Valley Post"}, From: 0.6, To: 1, OpenTo: true, Point: 0.6, Pointed: true},
	}}}}},
	Rows: []page.PlotRow{
		{Fact: moved, Reading: page.Reading{Source: at(valley, "moved_1"), Words: "more than 1,200", Value: "more than 1,200", When: "5 March 2031"}},
		{Fact: moved, Reading: page.Reading{Source: at(valley, "moved_1"), Words: "residents", Value: "about 1,000", Inferred: true, Reason: page.Inline{Text: "Told *elsewhere*."}}},
	},
}

var bridgesSection = page.Section{
	ID:        "bridges",
	Statement: page.Inline{Text: "Three bridges were closed."},
	Support:   "1 text, which credits nobody",
	Quotes: []page.Quote{{
		Anchor: "bridges_1", Pieces: []string{"three bridges were closed"},
		Source: at(valley, "bridges_1"), Seed: "017.txt", Line: 5, Lang: "en",
	}},
	Draft: true,
}

// An actor's section stands on the sheet of actors without its id.
var officeSection = page.Section{ID: "river-office", Page: office.Link, Heading: "River office", Status: "Organisation"}

var officeActor = page.Actor{
	Ref: office, Name: "River office",
	Who: page.Section{
		ID: "river-office", Status: "Organisation",
		Notes: []page.Note{{Label: "Not to be confused with", Refs: []page.Ref{bridges}}},
	},
	Reported:  []page.Ref{valley},
	Says:      []page.Sayings{{List: []page.Saying{{Fact: moved, Quote: movedSection.Quotes[0]}}}},
	Lists:     []page.List{{Title: "Acts in", Entries: []page.Entry{{Ref: moved, Summary: "As of 5 March 2031"}, {Ref: bridges}}}},
	Named:     page.Section{ID: "river-office", Support: "In 1 text"},
	SaysTitle: "What it says", NamedTitle: "What the texts call it",
}

var row = page.SourceRow{
	Ref: valley, Publisher: "Valley Post", Published: "6 March 2031",
	Dated:   []page.Words{"5 March 2031 (inferred)", "6 March 2031"},
	Origins: []page.Origin{{Ref: office, Credited: true}, {Ref: page.Ref{Title: "the publisher itself"}}},
	Facts:   2,
}

var valleySource = page.Source{
	SourceRow: row, ID: "valley-post", Title: "River rises", File: page.Ref{Title: "017.txt", Link: "seeds/017.txt"}, URL: "https://valley.example/17", Lang: "en", Excerpts: "Only what is cited stands here.",
	Reasons: []page.Note{
		{Label: "How this is known", Text: page.Inline{Text: "The day stands in the *header*."}},
		{Label: "Rests on", Refs: []page.Ref{moved, bridges}},
	},
	Passages: []page.Passage{
		{Role: "headline", Label: "Headline", Paragraphs: []page.Paragraph{
			{ID: "valley-post_1", Line: 1, Runs: []page.Run{{Text: "River rises"}}},
		}},
		{Role: "body", Label: "Speaks from 5 March 2031", Paragraphs: []page.Paragraph{
			{ID: "valley-post_2", Line: 3, Facts: []page.Ref{moved, bridges}, Actors: []page.Ref{office}, Runs: []page.Run{
				{Text: "On Monday "},
				{Text: "more than 1,200 ", Anchors: []string{"moved_1"}, Cited: []page.Ref{moved}},
				{Text: "residents", Anchors: []string{"river-office_1", "bridges_1"}, Cited: []page.Ref{moved, office, bridges}},
				{Text: ".", Cited: []page.Ref{moved}},
				{Text: " […]", Gap: true},
			}},
		}},
		{Role: "boilerplate", Label: "Not part of the article", Paragraphs: []page.Paragraph{
			{ID: "valley-post_3", Line: 7, Runs: []page.Run{{Text: "Subscribe now"}}},
		}},
	},
}

// pages are one page of each kind; together they are a site.
func pages() map[string]Page {
	figures := page.Sheet{
		Name: "figures", Kind: "quantity", Title: "Figures", Link: "figures.html", Summary: "2 figures from 1 text.",
		Timelines: []page.Timeline{movedTimeline},
		Sections:  []page.Section{movedSection, officeSection},
		Groups:    []page.Group{{Name: "roads", Title: "Roads", Link: "figures-roads.html", Facts: 1, Sections: []page.Section{bridgesSection}}},
	}
	sheet := page.Ref{Kind: "sheet", ID: "figures", Title: "Figures", Link: "figures.html"}
	home := page.Home{
		Lead:      "2 facts from 1 text.",
		Sheets:    []page.Entry{{Ref: sheet, Summary: "2 figures."}},
		Figures:   []page.Glance{{Ref: moved, Heading: "People moved", Status: "As of 5 March 2031", Support: "1 text"}},
		Due:       []page.Glance{{Ref: bridges, Heading: "Roads", Draft: true}},
		Latest:    []page.Glance{{Ref: moved}},
		Questions: []page.Glances{{ID: "open", Title: "Open", List: []page.Glance{{Ref: moved, Answer: page.Inline{Text: "See [how many](moved).", Refs: []page.Ref{moved}}}}, All: page.Ref{Kind: "page", Title: "All 2 questions of this kind", Link: "figures.html"}}},
		People:    []page.Entry{{Ref: office, Summary: "Organisation"}},
		Parties:   []page.Entry{{Ref: office}},
		Sources:   []page.Ref{valley},
	}
	about := page.Prose{Path: "about.md", Title: "About", Body: []byte("Of [a fact](moved).\n\n## Details\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n")}
	search := page.Search{
		Lead: "Everything.", Index: "data/search.js", Kinds: []page.SearchKind{{One: "Fact", Many: "facts"}},
		Sheets: []page.Entry{{Ref: sheet, Summary: "2 figures."}},
	}
	cell, nothing := page.Cell{Source: at(valley, "moved_1"), Words: "More than 1,200"}, page.Cell{}
	compare := page.Compare{
		Lead:     "What each text says.",
		Matrices: []page.Matrix{{Title: "People moved", Sources: []page.Ref{valley, valley}, Rows: []page.MatrixRow{{Fact: moved, Cells: []page.Cell{cell, nothing}}}, LeftOut: "1 more text."}},
		Pairs:    []page.PairEntry{{Ref: page.Ref{Title: "Echo and Valley Post", Link: "compare/echo--valley-post.html"}, Shares: "1 fact"}},
		LeftOut:  "No more pairs are shown.",
		Rest:     "Several texts speak of 2 more facts.",
	}
	pair := page.Pair{
		A: valley, B: valley, Lead: "They share 1 fact.", LeftOut: "1 sentence is not published.",
		Facts: []page.PairFact{{Fact: moved, A: cell, B: nothing, Differs: true}, {Fact: bridges, A: cell, B: cell}},
		Sentences: []page.Twin{{
			A: []page.Segment{{Text: "Three "}, {Text: "bridges", Own: true}}, B: []page.Segment{{Text: "Three "}, {Text: "<roads>", Own: true}},
			AtA: at(valley, "valley-post_2"), AtB: at(valley, "valley-post_2"), Changes: []page.Words{"“2” against “3”"}, LangA: "en", LangB: "he",
		}},
	}
	corrections := page.Corrections{
		Lead: "What was mended.",
		List: []page.Correction{{On: "2 April 2031", Fact: moved, Was: "1,300 people were moved.", Because: page.Inline{Text: "The *text* says 1,200."}}},
	}
	data := page.Data{
		Lead:    "All that stands on this site.",
		Files:   []page.DataFile{{Ref: page.Ref{Title: "data/dossier.json", Link: "data/dossier.json"}, Format: "JSON", Holds: "The whole."}},
		Columns: []page.Column{{Name: "fact", Holds: "id of the fact"}},
		Cite:    "The flood. https://flood.example/", CiteOne: "Each fact has an address.",
	}
	resolve := func(id string) (string, bool) { return moved.Link, id == "moved" }
	list := map[string]Page{
		"home":        {Link: "index.html", Title: "The flood", Value: home},
		"sheet":       {Link: "figures.html", Title: "Figures", Value: figures},
		"group":       {Link: "figures-roads.html", Title: "Roads", Parent: sheet, Value: figures.Groups[0]},
		"sources":     {Link: "sources.html", Title: "Sources", Value: page.Sources{Rows: []page.SourceRow{row}}},
		"source":      {Link: valley.Link, Title: "River rises", Parent: flood.Nav[2], Value: valleySource},
		"prose":       {Link: "about.html", Title: "About", Value: about, Resolve: resolve},
		"actor":       {Link: office.Link, Title: "river office", Parent: sheet, Value: officeActor},
		"search":      {Link: "search.html", Title: "Search", Value: search},
		"compare":     {Link: "compare.html", Title: "Texts compared", Value: compare},
		"pair":        {Link: "compare/echo--valley-post.html", Title: "Echo and Valley Post", Parent: page.Ref{Kind: "page", ID: "compare", Title: "Texts compared", Link: "compare.html"}, Value: pair},
		"corrections": {Link: "corrections.html", Title: "Corrections", Value: corrections},
		"data":        {Link: "data.html", Title: "Data", Value: data},
		"notfound":    {Link: "404.html", Title: "Not found"},
		"single": {Link: "flood-in-one.html", Title: "The flood", Value: Single{
			Leaves: []Leaf{
				{ID: "_index.html", Kind: "home", Title: "The flood", Address: "https://flood.example/", HTML: "<h2>Moved</h2>\n"},
				{ID: "_about.html", Kind: "prose", Title: "About", HTML: "<h2>About</h2>\n"},
			},
			Scripts: []template.JS{`factsheetSearch({});`},
		}},
	}
	for kind, p := range list {
		p.Kind, p.Site = kind, flood
		list[kind] = p
	}
	return list
}

func TestPagesHasEveryKind(t *testing.T) {
	if got, want := slices.Sorted(maps.Keys(pages())), slices.Sorted(maps.Keys(kinds)); !slices.Equal(got, want) {
		t.Errorf("pages of the tests: %v; kinds: %v", got, want)
	}
}
