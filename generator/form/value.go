// Package form turns TOML tables into typed records and says what is wrong
// with their form: keys nobody knows, fields that are missing, values of the
// wrong type, words outside an enumeration, dates that are none.
//
// A record is a struct that embeds [Record]. Its fields carry tags, which are
// the one description of the vocabulary: the decoder, the JSON schema and the
// reference in the README are all made from them.
//
//	key:"status"             the TOML key
//	doc:"…"                  what it means, one sentence without a full stop
//	need:"always"            required; or the kinds that require it: need:"date question"
//	kinds:"date question"    the kinds that may have it; absent: all
//	one:"open answered"      the words it may be; one:"date=planned|aimed question=open" by kind
//	id:"actor"               declares an id in that space
//	ref:"actor"              refers to an id of one of these spaces
//	empty:"ok"               a needed text may be ""; empty:"draft": in a draft,
//	                         where a word of a closed list is still to be chosen too
//	is:"address"             written like an id, an address of the web, or a language (BCP 47)
//	like:"en"                an example, for whoever left it out
//
// A record whose key draft is true is one that its author has not finished:
// what is wrong with it are warnings.
//
// Fields are of type [Text], [Date], [Number], bool, [Map], []Text, or a slice
// of structs. Those that few records have may stand in a struct of their own, to
// which a pointer is embedded.
package form

import (
	"math"

	"factsheet/generator/diag"
	"factsheet/generator/edtf"
	"factsheet/generator/text"
)

// A Text is a string as an author wrote it, with the place of its content.
// A field that was left out is the zero Text.
type Text struct {
	Value string
	Span  text.Span
}

// Given reports whether the author wrote the field at all, if only as "".
func (t Text) Given() bool { return t.Span != text.Span{} }

// A Date is a string that holds an EDTF date. "" is the unknown date.
type Date struct {
	Text
	Date edtf.Date
}

// A Number is a number, or a word of the source ("dozens") that stands for
// one of which no page makes a number.
type Number struct {
	Text            // as written; of a word, the word
	Value   float64 // 0 of a word
	Numeric bool    // false of a word
}

// Bound returns the number as an end of a range: infinite, with that sign, where
// it is none.
func (n Number) Bound(sign int) float64 {
	if n.Numeric {
		return n.Value
	}
	return math.Inf(sign)
}

// A Pair is one entry of a [Map].
type Pair struct {
	Key    Text
	Values []Text
}

// A Map is a table whose keys are the author's own words and whose values
// are a string or a list of strings, in the order written.
type Map []Pair

// Get returns the values of a key and whether it is there.
func (m Map) Get(key string) ([]Text, bool) {
	for _, p := range m {
		if p.Key.Value == key {
			return p.Values, true
		}
	}
	return nil, false
}

// A Record is where a record stands. Every struct that [Decode] fills embeds
// one.
type Record struct {
	File *text.File
	Span text.Span // its table's header, or the whole inline table
}

// placed are the structs that embed a Record.
type placed interface{ stand(Record) }

func (r *Record) stand(there Record) { *r = there }

// Place returns the place of one of the record's fields, or of the record
// itself where the field was left out.
func (r Record) Place(t Text) diag.Place {
	if !t.Given() {
		return diag.Place{File: r.File, Span: r.Span}
	}
	return diag.Place{File: r.File, Span: t.Span}
}

// Values returns the strings of a list.
func Values(list []Text) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.Value
	}
	return out
}
