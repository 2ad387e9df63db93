// Package lang holds what the program knows of a language: its words for
// numbers, dates, doubt, denial and speech, and the tokens of a text in it.
//
// A language is one data file, named by its base tag (en.txt) and embedded;
// another language is another file and no code. The form of a file stands at
// Parse. Nothing in a table is about the topic of a text.
package lang

import (
	"embed"
	"sort"
	"strings"
	"sync"
)

// A Table is the words of one language. Its contents never change, so that
// any number of readers may share it.
type Table struct {
	Tag       string // the base language as in BCP 47: "en"
	Decimal   string // the mark before a decimal fraction: "."
	Thousands string // the marks between groups of three digits: ","
	DayFirst  bool   // whether 5/6/2031 is the fifth day of the sixth month

	plural, notPlural []string // endings of nouns
	participle        []string // endings of participles
	gerund            []string // endings of verbs that stand for their clause: "demanding"

	words         map[string]*Word
	abbreviations map[string]bool
	acronyms      map[string]*Word // as written: "US" is not "us"
	kindred       [][]string       // words that a reader may use for one another, in lower case
	clitics       []string         // endings that are tokens of their own: "'s"
}

// A Word is a word that stands in a table, by itself or in a phrase.
type Word struct {
	Text    string  // in lower case
	classes Classes // of its entries of one word
	cased   Classes // those of them that ask for a capital
	begins  Classes // of all entries that begin with it
	entries []Entry // those entries by class, of one class longest first
}

// An Entry is a word or phrase of a table in one of its classes.
type Entry struct {
	Class     Class
	Arg       string  // what stands after the class in the header of its section: a hedge, a status, a sign
	Low, High float64 // the value of the entry; one number is both
	words     []*Word
	length    int  // how many of the words belong to the entry; the others only follow it
	cased     bool // stands with a capital in the table, so only such words match
}

// Len returns the number of tokens of the entry.
func (e *Entry) Len() int { return e.length }

//go:embed *.txt
var files embed.FS

var tables sync.Map // base tag → *Table, nil for a language without a file

// For returns the table of a language by its BCP 47 tag, of which only the
// base language counts: "en-GB" has the words of "en". It reports false, and
// a nil table, for a language that has no file.
func For(tag string) (*Table, bool) {
	base := baseOf(tag)
	if t, ok := tables.Load(base); ok {
		return t.(*Table), t.(*Table) != nil
	}
	t, _ := tables.LoadOrStore(base, load(base))
	return t.(*Table), t.(*Table) != nil
}

func baseOf(tag string) string {
	base, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(base)
}

// load reads the file of a language. A file with a fault is a fault of the
// program, which the tests of this package rule out.
func load(base string) *Table {
	if base == "" || strings.ContainsFunc(base, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return nil
	}
	data, err := files.ReadFile(base + ".txt")
	if err != nil {
		return nil
	}
	t, err := Parse(base, string(data))
	if err != nil {
		panic("lang: " + err.Error())
	}
	return t
}

// Negation reports whether a word denies its clause: "not", "never", "didn't".
func (t *Table) Negation(word string) bool { return t.Is(word, Negation) }

// Hedge reports whether a word or phrase makes a number less or more than
// exact: "about", "at least".
func (t *Table) Hedge(word string) bool { return t.Is(word, HedgeBefore, HedgeAfter, HedgeTight) }

// Abbreviation reports whether a full stop after the word belongs to it
// rather than to its sentence: "Mr", "Gen", "a.m", "U.S". The word may come
// with or without its last stop. Case counts: "No. 5", but "he said no."
func (t *Table) Abbreviation(word string) bool {
	return t != nil && t.abbreviations[strings.TrimSuffix(word, ".")]
}

// Kindred returns words, a list for each thing, that stand in different texts
// for much the same thing, with their forms: "leave", "left", "withdrawal". A
// search may take one for another; nothing that is checked does.
func (t *Table) Kindred() [][]string {
	if t == nil {
		return nil
	}
	return t.kindred
}

// Is reports whether the word or phrase stands in one of the classes.
// Of a nil table nothing does.
func (t *Table) Is(phrase string, classes ...Class) bool {
	toks := t.Tokens(phrase)
	if t == nil || len(toks) == 0 {
		return false
	}
	for _, class := range classes {
		if e := t.Match(toks, 0, class); e != nil && e.Len() == len(toks) {
			return true
		}
	}
	return false
}

// Plural reports whether a word looks like a noun that says more than one:
// by its ending, or as one that the table lists.
func (t *Table) Plural(s string, tok Token) bool {
	if t == nil || tok.Kind != Letters {
		return false
	}
	for _, c := range [...]Class{Verb, Say, Preposition, Onward, After, Day} {
		if tok.Is(c) {
			return false
		}
	}
	if tok.Is(Plural) {
		return true
	}
	word := s[tok.Start:tok.End]
	return !tok.Is(Stop) && endsIn(word, t.plural) && !endsIn(word, t.notPlural)
}

// Participle reports whether a word ends like a participle: "wounded".
func (t *Table) Participle(s string, tok Token) bool {
	return t != nil && tok.Kind == Letters && endsIn(s[tok.Start:tok.End], t.participle)
}

// Gerund reports whether a word ends like a verb that stands for its clause:
// "with the mayor demanding more".
func (t *Table) Gerund(s string, tok Token) bool {
	return t != nil && tok.Kind == Letters && !tok.Capital && endsIn(s[tok.Start:tok.End], t.gerund)
}

func endsIn(word string, endings []string) bool {
	for _, ending := range endings {
		if len(word) > len(ending)+1 && strings.EqualFold(word[len(word)-len(ending):], ending) {
			return true
		}
	}
	return false
}

// Match returns the longest entry of a class that begins at token i, or nil.
func (t *Table) Match(toks []Token, i int, class Class) *Entry {
	if i < 0 || i >= len(toks) || toks[i].Word == nil || !toks[i].Word.begins.has(class) {
		return nil
	}
	entries := toks[i].Word.entries
	first := sort.Search(len(entries), func(k int) bool { return entries[k].Class >= class })
	for k := first; k < len(entries) && entries[k].Class == class; k++ {
		if e := &entries[k]; e.matches(toks[i:]) {
			return e
		}
	}
	return nil
}

func (e *Entry) matches(toks []Token) bool {
	if len(toks) < len(e.words) || e.cased && !toks[0].Capital {
		return false
	}
	for k, w := range e.words {
		if toks[k].Word != w {
			return false
		}
	}
	return true
}
