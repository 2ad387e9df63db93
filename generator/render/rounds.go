package render

import (
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"
)

// A layout is a program: it may go through a billion numbers, call templates
// that call templates, or double a string sixty times. What layouts of a
// project do on a page is therefore counted: first on a page that has one of
// everything, where too much is told before any page is made, and then on every
// page, since a layout may do on one what it does not do on another.

const (
	// maxRounds is how many times a layout may go through loops and call
	// templates on a page that has one of everything. The embedded ones take a
	// few hundred.
	maxRounds = 1_000_000
	// maxPageRounds is the same on any page: what fills the largest page if each
	// round prints a dozen bytes.
	maxPageRounds = 20_000_000
	// maxWords is how many bytes the functions of a page's layout may make that
	// print words, whether they come to stand on the page or not.
	maxWords = 64 << 20
)

// The functions that count, put behind what a loop goes through and what a
// template is given.
const (
	loopName = "_loop"
	callName = "_call"
)

// A meter counts what the layouts do on one page.
type meter struct {
	most  int // rounds
	left  int // of them
	words int // bytes left
}

// reset begins a page that may take so many rounds.
func (m *meter) reset(rounds int) { *m = meter{most: rounds, left: rounds, words: maxWords} }

// metered returns a copy of templates that were not executed yet. What it does
// is counted.
func (m *meter) metered(set *template.Template) *template.Template {
	set = template.Must(set.Clone())
	set.Funcs(m.printers()).Funcs(template.FuncMap{loopName: m.loop, callName: m.call})
	for _, t := range set.Templates() {
		if t.Tree != nil {
			counting{t.Tree}.list(t.Tree.Root)
		}
	}
	return set
}

func (m *meter) loop(through any) (any, error) {
	m.left -= rounds(through)
	if m.left < 0 {
		return nil, fault{fmt.Sprintf("with this loop a page goes round more than %d times", m.most), "go through a list of the page"}
	}
	return through, nil
}

func (m *meter) call(dot ...any) (any, error) {
	if m.left--; m.left < 0 {
		return nil, fault{fmt.Sprintf("the templates of a page are called more than %d times", m.most), "call a template once for each part of a list of the page"}
	}
	return append(dot, nil)[0], nil
}

// rounds is how often a loop goes round.
func rounds(through any) int {
	switch v := reflect.ValueOf(through); v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return int(max(0, min(v.Int(), maxPageRounds+1)))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return int(min(v.Uint(), maxPageRounds+1))
	case reflect.Slice, reflect.Array, reflect.Map:
		return v.Len()
	}
	return 1
}

// counting puts the counting functions into a tree.
type counting struct{ tree *parse.Tree }

func (c counting) list(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.IfNode:
			c.branch(&n.BranchNode)
		case *parse.WithNode:
			c.branch(&n.BranchNode)
		case *parse.RangeNode:
			c.append(n.Pipe, loopName)
			c.branch(&n.BranchNode)
		case *parse.TemplateNode:
			if n.Pipe == nil {
				n.Pipe = &parse.PipeNode{NodeType: parse.NodePipe, Pos: n.Pos}
			}
			c.append(n.Pipe, callName)
		}
	}
}

func (c counting) branch(n *parse.BranchNode) {
	c.list(n.List)
	c.list(n.ElseList)
}

// append puts a function at the end of a pipe. An error of it is told at the
// pipe's beginning.
func (c counting) append(pipe *parse.PipeNode, function string) {
	call := parse.NewIdentifier(function).SetPos(pipe.Pos).SetTree(c.tree)
	pipe.Cmds = append(pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: pipe.Pos, Args: []parse.Node{call}})
}
