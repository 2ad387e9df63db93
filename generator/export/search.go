package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"factsheet/generator/dossier"
	"factsheet/generator/page"
)

// The index of the search is classic scripts, since a page that is read from a
// disk can load nothing else. Each calls factsheetSearch with an object. The
// main one has
//
//	docs   the number of the first document in each part d0, d1, …
//	terms  the first term of each part t0, t1, …
//	long   for each document a digit in base 36: how many terms its title has
//	worth  for each document a digit in base 36: what it is worth to a reader, in
//	       tenths of what one text tells
//	parts  the parts, where these are small; else each is a script of its own
//
// A part of documents is a list of [kind, link, title, says, status, theirs,
// heading]; one of terms maps each to the documents that have it: numbers in
// base 36, each the distance from the one before times four plus a weight from 0
// (words of a text) to 3 (of the statement itself).

// partBytes is the size of a part from which another is begun.
const partBytes = 256 << 10

// SearchDir is the folder of the parts of a large index.
const SearchDir = "data/search/"

// A SearchFile is one script of the index.
type SearchFile struct {
	Path string // from the root of the site
	Data []byte
}

// Search returns the index of what can be found: page.SearchPath, and where it
// is large the scripts of its parts beside it.
func Search(finds []page.Find) []SearchFile {
	parts := map[string]any{}
	main := object{
		"long":  digits(finds, func(f page.Find) int { return len(Terms(f.Title)) }),
		"worth": digits(finds, func(f page.Find) int { return f.Worth }),
		"docs":  docParts(finds, parts), "terms": termParts(postings(finds), parts),
	}
	if len(parts) == 2 {
		main["parts"] = parts
		return []SearchFile{{page.SearchPath, call(main)}}
	}
	out := []SearchFile{{page.SearchPath, call(main)}}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		out = append(out, SearchFile{SearchDir + name + ".js", call(object{"parts": object{name: parts[name]}})})
	}
	return out
}

// digits are those of the main script, one for each document.
func digits(finds []page.Find, of func(page.Find) int) string {
	out := make([]byte, len(finds))
	for i, f := range finds {
		out[i] = strconv.FormatInt(int64(min(of(f), 35)), 36)[0]
	}
	return string(out)
}

// call is a script that hands over an object.
func call(v object) []byte {
	var b bytes.Buffer
	b.WriteString("factsheetSearch(")
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // lists and maps of strings and numbers always encode
	}
	b.Truncate(b.Len() - 1)
	b.WriteString(");\n")
	return b.Bytes()
}

// docParts cuts the documents into parts and returns the number of the first
// of each.
func docParts(finds []page.Find, parts map[string]any) []int {
	starts, docs, size := []int{0}, []any{}, 0
	for i, f := range finds {
		if size > partBytes {
			parts[fmt.Sprintf("d%d", len(starts)-1)] = docs
			starts, docs, size = append(starts, i), nil, 0
		}
		theirs := 0
		if f.Theirs {
			theirs = 1
		}
		docs = append(docs, []any{f.Kind, f.Link, f.Title, f.Says, f.Status, theirs, f.Heading})
		size += len(f.Link) + len(f.Title) + len(f.Says) + len(f.Status) + len(f.Heading)
	}
	parts[fmt.Sprintf("d%d", len(starts)-1)] = docs
	return starts
}

// termParts cuts the terms, in their order, into parts and returns the first of
// each.
func termParts(postings map[string]string, parts map[string]any) []string {
	starts, terms, size := []string{""}, map[string]string{}, 0
	for _, term := range slices.Sorted(maps.Keys(postings)) {
		if size > partBytes {
			parts[fmt.Sprintf("t%d", len(starts)-1)] = terms
			starts, terms, size = append(starts, term), map[string]string{}, 0
		}
		terms[term] = postings[term]
		size += len(term) + len(postings[term])
	}
	parts[fmt.Sprintf("t%d", len(starts)-1)] = terms
	return starts
}

// postings lists for each term the documents that have it.
func postings(finds []page.Find) map[string]string {
	lists := map[string][]byte{}
	last := map[string]int{}
	for doc, weights := range dossier.Parallel(finds, weightsOf) {
		for term, weight := range weights {
			if list := lists[term]; len(list) > 0 {
				lists[term] = append(list, ' ')
			}
			lists[term] = strconv.AppendInt(lists[term], int64((doc-last[term])*4+weight), 36)
			last[term] = doc
		}
	}
	out := make(map[string]string, len(lists))
	for term, list := range lists {
		out[term] = string(list)
	}
	return out
}

// weightsOf are the terms of a document with the greatest weight that each has.
func weightsOf(f page.Find) map[string]int {
	weights := map[string]int{}
	add := func(weight int, texts ...string) {
		for _, s := range texts {
			for _, term := range append(Terms(s), joined(s)...) {
				weights[term] = max(weights[term], weight)
			}
		}
	}
	title, says := 3, 2
	if f.Theirs { // every paragraph of a text has its name
		title, says = 1, 0
	}
	add(0, f.Quotes...)
	add(says, f.Says)
	add(2, f.Names...)
	add(title, f.Title)
	add(3, f.Also...)
	return weights
}
