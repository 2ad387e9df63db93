package tomlfile

import (
	"bytes"
	"errors"

	"github.com/pelletier/go-toml/v2/unstable"

	"factsheet/generator/text"
)

// A walker makes a table of the events of the parser.
type walker struct {
	file   *text.File
	source string // the file's bytes, of which strings without escapes are parts
	base   int    // bytes before what the parser sees
	parser unstable.Parser
	root   *Table
	table  *Table // to which keys are added: the last header's
	faults []fault

	values []Value // not yet given out
	tables []Table
	key    []part // of the key at hand
}

// A part is one part of a dotted key.
type part struct {
	name string
	span text.Span
}

func newWalker(f *text.File) *walker {
	w := &walker{file: f, source: f.Text(), root: &Table{origin: byHeader}}
	w.table = w.root
	if bytes.HasPrefix(f.Data, []byte("\xef\xbb\xbf")) {
		w.base = 3
	}
	return w
}

func (w *walker) walk() {
	data := w.file.Data
	scan := newScanner(data, w.base)
	scan.scan(len(data))
	end := len(data)
	if scan.fault != nil {
		end = min(len(data), lineEnd(data, scan.fault.span.Start)+1)
	}
	w.parser.Reset(data[w.base:end])
	for w.parser.NextExpression() {
		w.expression(w.parser.Expression())
	}
	err := w.parser.Error()
	if at := w.offset(err); err != nil && (scan.fault == nil || at < scan.fault.span.Start) {
		w.fail(explain(w.file, w.base, at, scan.pos, err.Error()))
	} else if scan.fault != nil {
		w.fail(*scan.fault)
	}
}

// offset returns where in the file the parser met an error.
func (w *walker) offset(err error) int {
	at, ok := errors.AsType[*unstable.ParserError](err)
	if !ok {
		return 0
	}
	return w.base + int(w.parser.Range(at.Highlight).Offset)
}

func (w *walker) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.KeyValue:
		w.pair(w.table, n)
	case unstable.Table, unstable.ArrayTable:
		w.header(n)
	}
}

// pair adds a key and its value to a table and returns the offset at which
// the value ends.
func (w *walker) pair(t *Table, n *unstable.Node) int {
	key := w.readKey(n.Key())
	into := w.dotted(t, key[:len(key)-1])
	last := key[len(key)-1]
	if into != nil && !w.free(into, last) {
		into = nil
	}
	at := skipBlank(w.file.Data, last.span.End) + len("=")
	value, end := w.value(n.Value(), skipBlank(w.file.Data, at))
	if into != nil {
		into.add(Entry{Key: last.name, KeySpan: last.span, Value: value})
	}
	return end
}

// readKey returns the parts of a key, which stand until the next call.
func (w *walker) readKey(it unstable.Iterator) []part {
	w.key = w.key[:0]
	for it.Next() {
		n := it.Node()
		span := w.span(n.Raw)
		name := w.source[span.Start:span.End]
		if c := name[0]; c == '"' || c == '\'' {
			name = string(n.Data)
		}
		w.key = append(w.key, part{name, span})
	}
	return w.key
}

func (w *walker) span(r unstable.Range) text.Span {
	start := w.base + int(r.Offset)
	return text.Span{Start: start, End: start + int(r.Length)}
}

// value reads the value that begins at an offset and returns it with the
// offset at which it ends.
func (w *walker) value(n *unstable.Node, at int) (*Value, int) {
	v := w.newValue()
	switch n.Kind {
	case unstable.Array:
		v.Kind = Array
		v.Items, v.Span.End = w.items(n, at)
	case unstable.InlineTable:
		v.Kind = TableKind
		v.Table, v.Span.End = w.inline(n, at)
	default:
		v.Span.End = at + int(n.Raw.Length)
		v.Span.Start, v.Content = at, text.Span{Start: at, End: v.Span.End}
		v.Text = w.source[at:v.Span.End]
		w.scalar(v, n.Kind)
	}
	v.Span.Start = at
	if v.Kind != String {
		v.Content = v.Span
	}
	return v, v.Span.End
}

func (w *walker) items(n *unstable.Node, at int) ([]*Value, int) {
	count := 0
	for it := n.Children(); it.Next(); {
		count++
	}
	items := make([]*Value, 0, count)
	at++
	for it := n.Children(); it.Next(); {
		var item *Value
		item, at = w.value(it.Node(), w.skip(at))
		items = append(items, item)
	}
	return items, w.skip(at) + 1
}

func (w *walker) inline(n *unstable.Node, at int) (*Table, int) {
	t := w.newTable()
	t.origin = inline
	count := 0
	for it := n.Children(); it.Next(); {
		count++
	}
	t.Entries = make([]Entry, 0, count)
	start := at
	at++
	for it := n.Children(); it.Next(); {
		at = w.pair(t, it.Node())
	}
	at = w.skip(at) + 1
	t.Span = text.Span{Start: start, End: at}
	return t, at
}

// skip returns the offset of the next value or closing bracket of an array or
// inline table.
func (w *walker) skip(at int) int {
	for data := w.file.Data; ; {
		switch data[at] {
		case ' ', '\t', '\r', '\n', ',':
			at++
		case '#':
			at = lineEnd(data, at)
		default:
			return at
		}
	}
}

// newValue gives out values by the block, since they all live as long as the
// file does.
func (w *walker) newValue() *Value {
	if len(w.values) == 0 {
		w.values = make([]Value, 128)
	}
	v := &w.values[0]
	w.values = w.values[1:]
	return v
}

func (w *walker) newTable() *Table {
	if len(w.tables) == 0 {
		w.tables = make([]Table, 32)
	}
	t := &w.tables[0]
	w.tables = w.tables[1:]
	return t
}

func (w *walker) fail(f fault) { w.faults = append(w.faults, f) }
