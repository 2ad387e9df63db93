package page

import (
	"factsheet/generator/dossier"
)

// Data is the page of the files for other programs.
type Data struct {
	Lead    Words
	Files   []DataFile
	Columns []Column // of facts.csv
	Cite    Words    // how to cite the whole
	CiteOne Words    // how to cite one fact
}

// A DataFile is one file for other programs.
type DataFile struct {
	Ref    Ref // its title is the file's name
	Format Words
	Holds  Words
}

// A Column is a column of facts.csv.
type Column struct {
	Name  string
	Holds Words
}

// Columns are those of facts.csv (DESIGN section 8), in their order.
var Columns = []Column{
	{"fact", "id of the fact, and its anchor on its sheet’s page"},
	{"sheet", "the sheet on which it stands"},
	{"kind", "quantity, date, claim or question"},
	{"group", "the part of the sheet with a page of its own"},
	{"statement", "the sentence, or the question"},
	{"measure", "what is counted; only figures of one measure may be compared"},
	{"value", "the number"},
	{"word", "the text’s word where it gives no number: dozens, the rest"},
	{"low", "the lower end of a range"},
	{"high", "the upper end of a range"},
	{"hedge", "none, exactly, about, nearly, at-least, at-most, over, under"},
	{"unit", "what is counted: a word, or a sign such as % or $"},
	{"as_of", "the day on which the figure is said to hold"},
	{"since", "the start of a running count: a date, or the id of an event"},
	{"when", "the date of the event or plan"},
	{"status", "happened, planned, denied and so on; of a question, how far it is answered"},
	{"who", "ids of those who act or whose the figure is"},
	{"whom", "ids of those to or against whom"},
	{"where", "ids of the places"},
	{"source", "id of the text that is quoted"},
	{"part", "id of the passage of that text, where it has one"},
	{"seed", "the file of the text"},
	{"start", "where the quote begins in that file, in bytes from 0"},
	{"end", "where the quote ends, in bytes; the outermost of a quote with gaps"},
	{"quote", "the words as they stand in the text"},
	{"reads", "the words of the quote that carry the value or date, where that is said"},
	{"role", "supports, qualifies, updates or raises"},
	{"by", "ids of those whom the text credits, innermost first; empty: it credits nobody"},
	{"reading", "what the program reads in the quote; empty: nothing, so that the value or date is the editor’s"},
	{"published", "the day of the page"},
	{"dated", "the day from which the passage speaks"},
	{"said", "the day on which it was said"},
	{"origins", "ids of those who first reported the passage"},
	{"differs", "ids of facts that cannot hold together with this one"},
	{"answers", "ids of the facts that answer the question"},
}

// DossierPath is the file that holds the whole dossier of a site: one record a
// line where it would be too large to be read at once.
func DossierPath(d *dossier.Dossier) string {
	if d.Large() {
		return "data/dossier.jsonl"
	}
	return "data/dossier.json"
}

// Data returns the page of the files for other programs.
func (b *Book) Data() Data {
	p := Data{
		Lead:    "All that stands on this site, for other programs. " + b.lead(),
		Columns: Columns, Cite: b.citation(), CiteOne: citeOne,
	}
	p.add(DossierPath(b.d), b.dossierFormat(), "the whole: sources with their parts, measures, actors, facts, and every quote with its place in its file, in bytes")
	p.add("data/facts.csv", "CSV, UTF-8", "a table with a row for every quote of every fact, and one for a fact without any; lists are joined by “;”")
	p.add("data/annotations.jsonld", "W3C Web Annotations", b.annotated())
	p.add("data/claims.jsonld", "JSON-LD, schema.org", "the statements as claims with the articles in which they appear; nothing is rated")
	p.add("data/sources.csl.json", "CSL-JSON", "the texts, for Zotero and other reference managers")
	p.add("data/sources.bib", "BibTeX", "the texts, for BibTeX")
	if b.shown == nil {
		p.add(dossier.SumsPath, "sha256sum", "the SHA-256 of each text; the texts stand beside it, byte for byte")
	}
	if b.d.Site.BaseURL.Value != "" {
		p.add("feed.xml", "Atom", "the facts as a feed, those on the newest passages first")
		p.add("sitemap.xml", "sitemaps.org", "the addresses of all pages")
	}
	return p
}

func (p *Data) add(path string, format, holds Words) {
	p.Files = append(p.Files, DataFile{Ref: Ref{Kind: "data", ID: path, Title: path, Link: path}, Format: format, Holds: sentence(holds) + "."})
}

// annotated says what the quotes are annotations of.
func (b *Book) annotated() Words {
	if b.shown != nil {
		return "every quote as an annotation of the page with its text; of the texts only excerpts are published"
	}
	return "every quote as an annotation of its text, with its place in code points"
}

func (b *Book) dossierFormat() Words {
	if b.d.Large() {
		return "JSON, a record a line"
	}
	return "JSON"
}

// citation is how the whole is cited.
func (b *Book) citation() Words {
	site := b.Site()
	edited := ""
	if site.Updated != "" {
		edited = "Last edited on " + site.Updated
	}
	address := site.BaseURL
	if address == "" {
		address = "The address at which you found it, and the day"
	}
	return list(". ", site.Title, site.KnownUpTo, edited, address) + fullStopUnless(site.BaseURL)
}

// fullStopUnless ends a sentence, but not after an address, which would seem
// to end with it.
func fullStopUnless(address string) Words {
	if address != "" {
		return ""
	}
	return "."
}

// citeOne says how one fact is cited.
const citeOne = "Each fact has an address of its own that does not change: that of its page, “#” and its id. Cite the text it rests on as well."
