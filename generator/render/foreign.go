package render

import (
	"fmt"
	"regexp"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// What a layout or a style sheet would have loaded from another host, which the
// policy of every page keeps from happening. Links to read are no such thing.
var (
	foreignTag = regexp.MustCompile(`(?is)<!--.*?-->|<(?:script|img|image|source|video|audio|track|embed|iframe|frame|object|input|use)\b[^<>]*?\s(?:src|srcset|poster|data|href)\s*=\s*["']?\s*((?:https?:)?//[^\s"'<>]*)`)
	foreignRel = regexp.MustCompile(`(?is)<!--.*?-->|<link\b[^<>]*?\shref\s*=\s*["']?\s*((?:https?:)?//[^\s"'<>]*)[^<>]*>`)
	loadingRel = regexp.MustCompile(`(?is)\srel\s*=\s*["']?[^"'<>]*?\b(?:stylesheet|icon|preload|modulepreload|manifest)\b`)
	foreignCSS = regexp.MustCompile(`(?is)/\*.*?\*/|@import\s+(?:url\(\s*)?["']?\s*((?:https?:)?//[^\s"')]*)`)
)

// foreign reports what the layouts of that names, and the style sheets, would
// load from elsewhere.
func (l *Layouts) foreign(names []string) []diag.Diagnostic {
	var found []diag.Diagnostic
	look := func(pattern *regexp.Regexp, file *text.File, help string) {
		for _, at := range pattern.FindAllSubmatchIndex(file.Data, -1) {
			if at[2] < 0 || pattern == foreignRel && !loadingRel.Match(file.Data[at[0]:at[1]]) {
				continue
			}
			span := text.Span{Start: at[2], End: at[3]}
			found = append(found, diag.Diagnostic{
				Code: "external-resource", Severity: diag.Error, Place: diag.Place{File: file, Span: span},
				Message: fmt.Sprintf("%q would be loaded from elsewhere, and the security policy of every page forbids it", file.Slice(span)),
				Help:    help,
			})
		}
	}
	for _, name := range names {
		const help = `put the file into ` + dir + staticDir + ` and write {{asset "its name"}}`
		look(foreignTag, l.files[name], help)
		look(foreignRel, l.files[name], help)
	}
	for _, name := range l.names(staticDir, ".css") {
		look(foreignCSS, l.files[name], "copy what stands there into this file")
	}
	return found
}
