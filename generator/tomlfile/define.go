package tomlfile

import (
	"fmt"

	"github.com/pelletier/go-toml/v2/unstable"

	"factsheet/generator/text"
)

// An origin says how a table was made, on which depends what may add to it
// (TOML 1.0, "Table", "Inline Table", "Array of Tables").
type origin uint8

const (
	implied  origin = iota // by the header of a table within it: its own header may follow
	byHeader               // by its own header
	byDots                 // by a dotted key: further keys, and headers of tables within it, may follow
	inline                 // closed
)

// dotted returns the table that the parts of a dotted key before its last one
// lead to, making it where needed, or nil after saying why there is none.
func (w *walker) dotted(t *Table, key []part) *Table {
	for i, p := range key {
		e := t.entry(p.name)
		if e == nil {
			t = w.makeTable(t, p, p.span, byDots)
			continue
		}
		below := e.Value.Table
		if below == nil || below.origin != implied && below.origin != byDots {
			w.fail(taken(e, p, fmt.Sprintf("%s is already %s, and a dotted key cannot add to it", named(key[:i+1]), described(e.Value)),
				"write the key where "+pathOf(key[:i+1])+" is made, or rename it"))
			return nil
		}
		below.origin = byDots
		t = below
	}
	return t
}

// free reports whether a table lacks a key, and says so if it does not.
func (w *walker) free(t *Table, p part) bool {
	e := t.entry(p.name)
	if e == nil {
		return true
	}
	w.fail(taken(e, p, fmt.Sprintf("the key %s is given twice in one table", quoted(p.name)), "rename one of the two, or delete it"))
	return false
}

// header opens the table of a header. After one that cannot be, keys are
// added to a table that nobody sees, so that one mistake is reported once.
func (w *walker) header(n *unstable.Node) {
	key := w.readKey(n.Key())
	span := w.headerSpan(key)
	last := len(key) - 1
	w.table = w.newTable()
	t := w.parent(key[:last])
	if t == nil {
		return
	}
	if n.Kind == unstable.ArrayTable {
		t = w.openItem(t, key, span)
	} else {
		t = w.openTable(t, key, span)
	}
	if t != nil {
		w.table = t
	}
}

// headerSpan returns the span of the header around a key, with its brackets.
func (w *walker) headerSpan(key []part) text.Span {
	data := w.file.Data
	start, end := key[0].span.Start, skipBlank(data, key[len(key)-1].span.End)
	for data[start-1] == ' ' || data[start-1] == '\t' {
		start--
	}
	for start > w.base && data[start-1] == '[' {
		start--
	}
	for end < len(data) && data[end] == ']' {
		end++
	}
	return text.Span{Start: start, End: end}
}

// parent returns the table that the parts of a header before its last one
// lead to.
func (w *walker) parent(key []part) *Table {
	t := w.root
	for i, p := range key {
		e := t.entry(p.name)
		switch {
		case e == nil:
			t = w.makeTable(t, p, p.span, implied)
		case e.Value.headers:
			t = e.Value.Items[len(e.Value.Items)-1].Table
		case e.Value.Table != nil && e.Value.Table.origin != inline:
			t = e.Value.Table
		default:
			w.fail(taken(e, p, fmt.Sprintf("%s is already %s, and no header can add to it", named(key[:i+1]), described(e.Value)),
				"write what belongs to it in one place, or rename it"))
			return nil
		}
	}
	return t
}

// openTable makes the table of a [header], or takes the one that the header
// of a table within it implied.
func (w *walker) openTable(t *Table, key []part, span text.Span) *Table {
	p := key[len(key)-1]
	e := t.entry(p.name)
	if e == nil {
		return w.makeTable(t, p, span, byHeader)
	}
	if below := e.Value.Table; below != nil && below.origin == implied {
		below.origin, below.Span = byHeader, span
		e.KeySpan, e.Value.Span, e.Value.Content = p.span, span, span
		return below
	}
	path := pathOf(key)
	switch {
	case e.Value.headers:
		w.fail(taken(e, part{span: span}, fmt.Sprintf("%s is a list, and this header has single brackets", named(key)), "[["+path+"]]"))
	case e.Value.Table != nil && e.Value.Table.origin == byHeader:
		w.fail(taken(e, part{span: span}, fmt.Sprintf("the table %s is given twice", named(key)), "where it is a list, each header is [["+path+"]]"))
	default:
		w.fail(taken(e, part{span: span}, fmt.Sprintf("%s is already %s", named(key), described(e.Value)), "write it in one place, or rename it"))
	}
	return nil
}

// openItem adds a table to the array of a [[header]].
func (w *walker) openItem(t *Table, key []part, span text.Span) *Table {
	p := key[len(key)-1]
	e := t.entry(p.name)
	if e == nil {
		v := w.newValue()
		*v = Value{Kind: Array, Span: span, Content: span, headers: true}
		t.add(Entry{Key: p.name, KeySpan: p.span, Value: v})
		return w.makeItem(v, span)
	}
	if e.Value.headers {
		return w.makeItem(e.Value, span)
	}
	path, help := pathOf(key), "write it in one place, or rename it"
	if e.Value.Table != nil && e.Value.Table.origin == byHeader {
		help = "where it is a list, each header is [[" + path + "]]"
	}
	w.fail(taken(e, part{span: span}, fmt.Sprintf("%s is already %s, and a [[header]] cannot add to it", named(key), described(e.Value)), help))
	return nil
}

func (w *walker) makeTable(into *Table, p part, span text.Span, made origin) *Table {
	t, v := w.newTable(), w.newValue()
	t.Span, t.origin = span, made
	*v = Value{Kind: TableKind, Span: span, Content: span, Table: t}
	into.add(Entry{Key: p.name, KeySpan: p.span, Value: v})
	return t
}

// usualEntries is how many keys a record has room for before it must grow.
const usualEntries = 8

func (w *walker) makeItem(list *Value, span text.Span) *Table {
	t, v := w.newTable(), w.newValue()
	t.Span, t.origin, t.Entries = span, byHeader, make([]Entry, 0, usualEntries)
	*v = Value{Kind: TableKind, Span: span, Content: span, Table: t}
	list.Items = append(list.Items, v)
	return t
}

// taken is the fault that a key, or the header at p, meets an entry that is
// already there.
func taken(e *Entry, p part, message, help string) fault {
	return fault{span: p.span, message: message, help: help, related: "first", other: e.KeySpan}
}

// described says what a value is and how it was made.
func described(v *Value) string {
	switch {
	case v.headers:
		return "a list made by [[headers]]"
	case v.Kind == TableKind:
		return [...]string{"a table made by a header", "a table with a header", "a table made by dotted keys", "an inline table"}[v.Table.origin]
	case v.Kind == Array, v.Kind == Integer:
		return "an " + v.Kind.String()
	}
	return "a " + v.Kind.String()
}
