package render

import (
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// A fault is an error of a function that layouts call, with what was probably
// meant.
type fault struct{ message, help string }

func (f fault) Error() string { return f.message }

// located is the form of the errors of text/template and html/template: the
// file, the line, at times the column in bytes from 0, what was executed, and
// the message. They have no other way to say where.
var located = regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?s:(?:executing ".*?" at <(.*?)>: )?(.*))$`)

// uncounted takes away what counts.
var uncounted = strings.NewReplacer(" | "+loopName, "", " | "+callName, "", " "+callName, "")

// explain makes an error of a template, met in laying out a page of the kind,
// a diagnostic at its place.
func (l *Layouts) explain(err error, kind string) diag.Diagnostic {
	d := diag.Diagnostic{Code: "layout", Severity: diag.Error}
	at := located.FindStringSubmatch(err.Error())
	var escape *template.Error
	if at == nil || errors.As(err, &escape) && !l.own[at[1]] {
		return l.explainUnplaced(d, err, kind)
	}
	file, line, context, message := l.files[at[1]], at[2], at[4], at[5]
	n, _ := strconv.Atoi(line)
	span := file.Line(n)
	if at[3] != "" {
		column, _ := strconv.Atoi(at[3])
		span = narrow(file, span, column, uncounted.Replace(context))
	}
	d.Place = diag.Place{File: file, Span: trimmed(file, span)}
	return describe(d, err, message, kind)
}

// explainUnplaced is for the errors of html/template that name no line of a
// layout of the project. They come of a tag, a script or a quotation mark that
// is not closed; html/template blames base.html, which calls the rest, but
// base.html works with other layouts.
func (l *Layouts) explainUnplaced(d diag.Diagnostic, err error, kind string) diag.Diagnostic {
	d.Place.File, d.Message = l.files[kind+".html"], err.Error()
	if own, ok := errors.AsType[fault](err); ok {
		d.Help = own.help
	}
	if escape, ok := errors.AsType[*template.Error](err); ok {
		reason, _, _ := strings.Cut(escape.Description, ": {state")
		d.Message = "this does not fit into the HTML of the page: " + reason
		d.Help = "look for a tag, a script or a quotation mark that is not closed"
	}
	return d
}

// narrow finds what an error is about in its line: the words that the
// template package gives as its context, around the column, or else what is
// left of the action.
func narrow(file *text.File, line text.Span, column int, context string) text.Span {
	words := file.Slice(line)
	column = min(column, len(words))
	for from := 0; ; {
		i := strings.Index(words[from:], context)
		if i < 0 || context == "" {
			break
		}
		if from += i; column <= from+len(context) {
			return text.Span{Start: line.Start + from, End: line.Start + from + len(context)}
		}
		from++
	}
	end := len(words)
	if i := strings.Index(words[column:], "}}"); i > 0 {
		end = column + i
	}
	return text.Span{Start: line.Start + column, End: line.Start + end}
}

func trimmed(file *text.File, span text.Span) text.Span {
	words := file.Slice(span)
	span.End -= len(words) - len(strings.TrimRight(words, " \t"))
	span.Start += min(len(words)-len(strings.TrimLeft(words, " \t")), span.Len())
	return span
}

var (
	noField    = regexp.MustCompile(`^can't evaluate field (\w+) in type (.+)$`)
	noFunction = regexp.MustCompile(`^function "(\w+)" not defined$`)
	noTemplate = regexp.MustCompile(`^(?:no such template|template) "(.+?)"(?: not defined)?$`)
	badByte    = regexp.MustCompile(`^(?:bad|unexpected bad) character U\+\w+ (.+)$`)
)

// describe puts the message of a template's error into words.
func describe(d diag.Diagnostic, err error, message, kind string) diag.Diagnostic {
	d.Message = message
	if own, ok := errors.AsType[fault](err); ok {
		d.Message, d.Help = own.message, own.help
		return d
	}
	if m := noField.FindStringSubmatch(message); m != nil {
		return describeField(d, m[1], m[2], kind)
	}
	if m := noFunction.FindStringSubmatch(message); m != nil {
		d.Message = fmt.Sprintf("there is no function %q for layouts", m[1])
		d.Help, _ = diag.Nearest(m[1], functionNames())
	}
	if m := noTemplate.FindStringSubmatch(message); m != nil {
		d.Message = fmt.Sprintf("there is no template %q", m[1])
		d.Help = `a file layouts/partials/NAME.html is the template "partials/NAME.html"`
	}
	if m := badByte.FindStringSubmatch(message); m != nil {
		d.Message = m[1] + " stands between {{ and }}"
		d.Help = "look for a {{ that no }} closes"
	}
	if strings.HasPrefix(message, "exceeded maximum template depth") {
		d.Message = "this template calls itself without an end"
		d.Help = "a template may call itself for the parts of what it shows, and for nothing else"
	}
	if message == "unexpected EOF" {
		d.Message = "the file ends within an action such as {{define}}, {{range}} or {{if}}"
		d.Help = "{{end}}"
	}
	return d
}

// describeField says which fields the value has instead, narrows the place to
// the field's name, and proposes the nearest.
func describeField(d diag.Diagnostic, name, typeName, kind string) diag.Diagnostic {
	if value := kinds[kind]; typeName == "interface {}" && value != nil {
		typeName = reflect.TypeOf(value).String() // View.Value alone is of no type of its own
	}
	d.Place.Span = fieldSpan(d.Place, name)
	fields, ok := fieldsOf(typeName)
	if !ok {
		return describeNoStruct(d, name, typeName)
	}
	d.Message = fmt.Sprintf("%s has no field %q", typeName, name)
	d.Related = []diag.Related{{Label: "fields", Message: fields.String()}}
	if nearest, ok := diag.Nearest(name, fields.names()); ok {
		d.Help = nearest
	}
	return d
}

func describeNoStruct(d diag.Diagnostic, name, typeName string) diag.Diagnostic {
	element, list := strings.CutPrefix(typeName, "[]")
	if !list {
		d.Message = fmt.Sprintf("the field %q is asked of a value that has none, of type %s", name, typeName)
		return d
	}
	d.Message = fmt.Sprintf("the field %q is asked of a list of %s", name, element)
	d.Help = "go through the list: {{range …}}{{." + name + "}}{{end}}"
	return d
}

// fieldSpan finds ".name" in what an error is about, or in the rest of its
// line where the template package cut that short.
func fieldSpan(p diag.Place, name string) text.Span {
	rest := text.Span{Start: p.Span.Start, End: p.File.Line(p.File.Position(p.Span.Start).Line).End}
	at := regexp.MustCompile(`\.` + name + `\b`).FindStringIndex(p.File.Slice(rest))
	if at == nil {
		return p.Span
	}
	return text.Span{Start: rest.Start + at[0] + 1, End: rest.Start + at[1]}
}
