package lang

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Parse reads the table of a language from its data. A line that begins with #
// and a space is a comment. A line in brackets opens a section: the name of a
// class, then what its entries share. Every other line is words or phrases with
// commas between them, and after an equals sign the number that they stand for,
// or the two bounds of it:
//
//	[hedge-before at-least]
//	at least, no fewer than
//	[vague]
//	dozens, dozens of = 24..200
//	[month]
//	January, Jan = 1
//
// A number may be a fraction (1/3) and a bound may be missing (1/2..). A
// word written with a capital matches only such words; any other matches in
// every case. Words after a bar ("scores | were") must follow and are no part
// of the entry.
//
// Four sections are no classes: [text] holds the marks in numbers (decimal = .,
// thousands = comma), the order in dates (dates = day-first or month-first)
// and the endings of plurals (plural = s, not-plural = ss), participles and
// gerunds, [abbreviation] the words whose full stop ends no sentence, [acronym]
// those that are another word in capitals ("US"), and each line of [kindred]
// words for much the same thing, which a search takes for one another.
func Parse(tag, data string) (*Table, error) {
	t := &Table{Tag: tag, words: map[string]*Word{}, abbreviations: map[string]bool{}, acronyms: map[string]*Word{}}
	p := parser{table: t}
	for n, line := range strings.Split(data, "\n") {
		if err := p.line(strings.TrimSpace(line)); err != nil {
			return nil, fmt.Errorf("%s.txt:%d: %w", tag, n+1, err)
		}
	}
	p.link()
	return t, nil
}

type parser struct {
	table   *Table
	section string
	class   Class
	arg     string
	entries []phrase
}

// A phrase is an entry before all words of the table are known.
type phrase struct {
	text  string
	entry Entry
}

func (p *parser) line(line string) error {
	switch {
	case line == "" || line[0] == '#' && len(line) > 1 && line[1] == ' ':
		return nil
	case line[0] == '[':
		return p.header(strings.Trim(line, "[]"))
	}
	words, value, _ := strings.Cut(line, " = ")
	switch p.section {
	case "text":
		return p.setting(words, value)
	case "abbreviation":
		for _, word := range splitList(words) {
			p.table.abbreviations[word] = true
		}
	case "acronym":
		for _, word := range splitList(words) {
			p.table.acronyms[word] = &Word{Text: word}
		}
	case "kindred":
		p.table.kindred = append(p.table.kindred, splitList(words))
	default:
		return p.add(words, value)
	}
	return nil
}

func (p *parser) header(header string) error {
	p.section, p.arg, _ = strings.Cut(header, " ")
	p.class = classNames[p.section]
	special := slices.Contains([]string{"text", "abbreviation", "acronym", "kindred"}, p.section)
	if p.class == None && !special {
		return fmt.Errorf("no class is called %q", p.section)
	}
	return nil
}

func (p *parser) setting(key, value string) error {
	value = strings.ReplaceAll(strings.ReplaceAll(value, "comma", ","), "space", " ")
	switch key {
	case "decimal":
		p.table.Decimal = value
	case "thousands":
		p.table.Thousands = value
	case "dates":
		p.table.DayFirst = value == "day-first"
	case "plural":
		p.table.plural = splitList(value)
	case "not-plural":
		p.table.notPlural = splitList(value)
	case "participle":
		p.table.participle = splitList(value)
	case "gerund":
		p.table.gerund = splitList(value)
	default:
		return fmt.Errorf("no setting is called %q", key)
	}
	return nil
}

func (p *parser) add(words, value string) error {
	if p.class == None {
		return fmt.Errorf("%q stands in no section", words)
	}
	low, high, err := bounds(value)
	if err != nil {
		return err
	}
	if p.class == Clitic {
		p.table.clitics = append(p.table.clitics, splitList(words)...)
	}
	for _, text := range splitList(words) {
		entry := Entry{Class: p.class, Arg: p.arg, Low: low, High: high, cased: capital(text)}
		p.entries = append(p.entries, phrase{text, entry})
	}
	return nil
}

// link makes a Word of every word in every phrase and hangs each phrase on
// its first. The words go in before any phrase is cut, since a word that
// stands in the table is never cut before a clitic.
func (p *parser) link() {
	for _, ph := range p.entries {
		if !strings.Contains(ph.text, " ") {
			p.table.intern(ph.text)
		}
	}
	for _, ph := range p.entries {
		own, after, _ := strings.Cut(ph.text, " | ")
		ph.entry.words = p.table.internAll(own)
		ph.entry.length = len(ph.entry.words)
		ph.entry.words = append(ph.entry.words, p.table.internAll(after)...)
		first := ph.entry.words[0]
		first.entries = append(first.entries, ph.entry)
		first.begins.add(ph.entry.Class)
		if len(ph.entry.words) == 1 { // with words after a bar it is none by itself
			first.add(ph.entry.Class, ph.entry.cased)
		}
	}
	for _, w := range p.table.words {
		slices.SortStableFunc(w.entries, func(a, b Entry) int {
			return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(len(b.words), len(a.words)))
		})
	}
}

// add puts the word in a class, for capitals only as long as no entry of the
// class has it in lower case.
func (w *Word) add(c Class, cased bool) {
	if cased && !w.classes.has(c) {
		w.cased.add(c)
	}
	if !cased {
		w.cased.remove(c)
	}
	w.classes.add(c)
}

func (t *Table) internAll(phrase string) []*Word {
	if slices.Contains(t.clitics, phrase) {
		return []*Word{t.intern(phrase)}
	}
	var words []*Word
	for _, tok := range t.Tokens(phrase) {
		words = append(words, t.intern(phrase[tok.Start:tok.End]))
	}
	return words
}

func (t *Table) intern(word string) *Word {
	if w := t.acronyms[word]; w != nil {
		return w
	}
	word = strings.ToLower(word)
	w := t.words[word]
	if w == nil {
		w = &Word{Text: word}
		t.words[word] = w
	}
	return w
}

func splitList(s string) []string {
	var list []string
	for _, item := range strings.Split(s, ", ") {
		if item = strings.TrimSuffix(strings.TrimSpace(item), ","); item != "" {
			list = append(list, item)
		}
	}
	return list
}

// bounds reads "3", "1/3", "24..200", "2..", or nothing (0).
func bounds(s string) (low, high float64, err error) {
	if s == "" {
		return 0, 0, nil
	}
	from, to, isRange := strings.Cut(s, "..")
	if low, err = number(from); err != nil || !isRange {
		return low, low, err
	}
	if to == "" {
		return low, math.Inf(1), nil
	}
	high, err = number(to)
	return low, high, err
}

func number(s string) (float64, error) {
	over, under, isFraction := strings.Cut(s, "/")
	n, err := strconv.ParseFloat(over, 64)
	if err != nil || !isFraction {
		return n, err
	}
	d, err := strconv.ParseFloat(under, 64)
	return n / d, err
}
