package render

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// inert finds attributes in a layout that the policy of every page keeps from
// having any effect, and scripts, in which such words mean something else.
var inert = regexp.MustCompile(`(?is)<script\b.*?</script|<[a-z][^<>]*?\s(style|on[a-z]+)\s*=`)

// forbidden reports attributes that would do nothing.
func (l *Layouts) forbidden(names []string) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, name := range names {
		file := l.files[name]
		for _, at := range inert.FindAllSubmatchIndex(file.Data, -1) {
			if at[2] < 0 {
				continue
			}
			span := text.Span{Start: at[2], End: at[3]}
			attribute, home := file.Slice(span), "static/style.css"
			if attribute != "style" {
				home = "static/site.js"
			}
			found = append(found, diag.Diagnostic{
				Code: "layout", Severity: diag.Error, Place: diag.Place{File: file, Span: span},
				Message: fmt.Sprintf("the attribute %q does nothing: the security policy of every page forbids it", attribute),
				Help:    "give the element a class and write the rest in " + dir + home,
			})
		}
	}
	return found
}

// headless reports a base.html that leaves no place for the policy.
func headless(base *text.File) []diag.Diagnostic {
	if bytes.Contains(base.Data, []byte("<head")) {
		return nil
	}
	return []diag.Diagnostic{{
		Code: "layout", Severity: diag.Error, Place: diag.Place{File: base},
		Message: "there is no <head>, behind which the security policy of the page goes", Help: "<head>",
	}}
}

// strays reports files of the project that look like layouts but that no page
// uses, such as a misspelt one.
func strays(own []*text.File) []diag.Diagnostic {
	known := []string{"base.html"}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		known = append(known, kind+".html")
	}
	var found []diag.Diagnostic
	for _, f := range own {
		name := strings.TrimPrefix(f.Path, dir)
		if path.Ext(name) != ".html" || strings.Contains(name, "/") || slices.Contains(known, name) {
			continue
		}
		d := diag.Diagnostic{
			Code: "layout", Severity: diag.Error, Place: diag.Place{File: f},
			Message: fmt.Sprintf("no page is laid out by %q", name),
			Help:    "the layouts are " + strings.Join(known, ", ") + " and what they include from partials/",
		}
		if nearest, ok := diag.Nearest(name, known); ok {
			d.Help = "rename it to " + dir + nearest
		}
		found = append(found, d)
	}
	return found
}
