// Package tomlfile reads TOML 1.0 with a place for every key and value, and
// says in an author's words what is wrong with a file that is none.
//
// Parse goes over a file twice. A scan (scan.go) knows strings, comments and
// brackets, and nothing else: it holds the limits before any parser sees the
// file, since deep nesting can hang one, and it refuses what TOML 1.1 allows
// and 1.0 does not, since both libraries read 1.1. The walk (walk.go) then
// takes keys, values and places from the events of go-toml's unstable parser.
// The rules for defining a key twice (define.go) and for numbers and dates
// (value.go) are ours, because that parser leaves them to its user.
//
// BurntSushi/toml is five to eight times as slow and knows no places of
// values, so it reads no valid file: it is asked why a file is invalid where
// we have no words of our own (judge.go). A fuzz test holds the two to the
// same acceptance, keys and values, but for these, decided by the text of TOML 1.0:
//
//   - line breaks and a last comma in inline tables, \e and \x, and times
//     without seconds are of TOML 1.1: refused;
//   - BurntSushi lets dotted keys and headers add to inline tables, static
//     arrays and tables that are defined elsewhere: refused;
//   - it takes offsets of 24 hours and of 60 minutes: refused;
//   - it lets a sixth quotation mark in a row pass behind an escaped backslash:
//     refused;
//   - it files what it knows of a key under the key's path, which the elements
//     of an array share, and takes the key "" for its table: what it defines
//     twice is refused, and of what it loses nothing is lost here;
//   - it skips the bytes FF FE and FE FF at the start: refused as not UTF-8;
//   - BurntSushi keeps a carriage return before a line feed in a multi-line
//     string; here a line ends in "\n", so that the same text means the same
//     in a checkout with either line ending.
//
// TestDivergences and TestMisreadings have an example of each.
package tomlfile

import (
	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// A Kind is what a value is.
type Kind uint8

// The kinds. All four kinds of date and time of TOML are Datetime; no code
// here reckons with them, since dates in annotations are strings.
const (
	String Kind = iota + 1
	Integer
	Float
	Boolean
	Datetime
	Array
	TableKind
)

var kindNames = [...]string{"no value", "string", "integer", "float", "boolean", "date", "array", "table"}

// String returns the name of the kind as TOML has it; "date" for Datetime.
func (k Kind) String() string { return kindNames[k] }

// A Value is a value with its place. The fields that belong to other kinds are
// zero.
type Value struct {
	Kind    Kind
	Boolean bool
	headers bool      // an array made by [[headers]], which further ones extend
	Span    text.Span // the whole value as written; of a table or array made by headers, its first header
	Content text.Span // of a string, what stands between its quotes; else Span
	Text    string    // a string decoded, any other scalar as written
	Integer int64
	Float   float64  // of an Integer as well
	Items   []*Value // of an Array
	Table   *Table
}

// A Table is a table with its entries in the order of the file.
type Table struct {
	Span    text.Span // its header, the whole inline table, or the part of a dotted key that made it
	Entries []Entry

	origin origin
	index  map[string]int // of entry by key, once there are many
}

// An Entry is a key of a table with its value.
type Entry struct {
	Key     string
	KeySpan text.Span // as written, of a dotted key only its part
	Value   *Value
}

// manyEntries is the number from which a table has an index; below it, looking
// through the entries is faster.
const manyEntries = 16

// Get returns the value of a key, or nil.
func (t *Table) Get(key string) *Value {
	if e := t.entry(key); e != nil {
		return e.Value
	}
	return nil
}

func (t *Table) entry(key string) *Entry {
	if t.index != nil {
		if i, ok := t.index[key]; ok {
			return &t.Entries[i]
		}
		return nil
	}
	for i := range t.Entries {
		if t.Entries[i].Key == key {
			return &t.Entries[i]
		}
	}
	return nil
}

func (t *Table) add(e Entry) {
	t.Entries = append(t.Entries, e)
	switch {
	case t.index != nil:
		t.index[e.Key] = len(t.Entries) - 1
	case len(t.Entries) > manyEntries:
		t.index = make(map[string]int, 2*len(t.Entries))
		for i := range t.Entries {
			t.index[t.Entries[i].Key] = i
		}
	}
}

// Parse reads a file. Where it reports anything, all of severity error and
// code "syntax" or "limit", the table is nil. A mistake of syntax ends the
// reading; mistakes before it that leave the syntax whole, such as a key given
// twice, are all reported. An empty file is an empty table. The file's bytes
// must be UTF-8; a byte order mark is skipped.
func Parse(f *text.File) (*Table, []diag.Diagnostic) {
	if fault := checkFile(f.Data); fault != nil {
		return nil, []diag.Diagnostic{fault.diagnostic(f)}
	}
	w := newWalker(f)
	w.walk()
	if w.faults = closed(w.faults, f); len(w.faults) > 0 {
		found := make([]diag.Diagnostic, len(w.faults))
		for i := range w.faults {
			found[i] = w.faults[i].diagnostic(f)
		}
		diag.Sort(found)
		return nil, found
	}
	return w.root, nil
}
