package render

import (
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"
)

// A layout is a program: it may go through a billion numbers, or call templates
// that call templates. Before a page is made with layouts of the project, they
// are tried on a page that has one of everything, and what they do is counted.

// maxRounds is how many times a layout may go through loops and call templates
// on a page that has one of everything. The embedded ones take a few hundred.
const maxRounds = 1_000_000

// The functions that count, put behind what a loop goes through and what a
// template is given.
const (
	loopName = "_loop"
	callName = "_call"
)

// counted returns a copy of templates that were not executed yet. Executed
// once, it fails where its loops and calls come to more than maxRounds.
func counted(set *template.Template) *template.Template {
	set = template.Must(set.Clone())
	left := maxRounds
	set.Funcs(template.FuncMap{
		loopName: func(through any) (any, error) {
			left -= rounds(through)
			if left < 0 {
				return nil, fault{fmt.Sprintf("with this loop a page goes round more than %d times", maxRounds), "go through a list of the page"}
			}
			return through, nil
		},
		callName: func(dot ...any) (any, error) {
			if left--; left < 0 {
				return nil, fault{fmt.Sprintf("the templates of a page are called more than %d times", maxRounds), "call a template once for each part of a list of the page"}
			}
			return append(dot, nil)[0], nil
		},
	})
	for _, t := range set.Templates() {
		if t.Tree != nil {
			counting{t.Tree}.list(t.Tree.Root)
		}
	}
	return set
}

// rounds is how often a loop goes round.
func rounds(through any) int {
	switch v := reflect.ValueOf(through); v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return int(max(0, min(v.Int(), maxRounds+1)))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return int(min(v.Uint(), maxRounds+1))
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
