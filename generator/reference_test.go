package generator_test

import (
	"fmt"
	"reflect"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/check"
	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/form"
)

// annotationsReference is the reference of the annotation format: for every
// record its keys, which of them it needs, and what they mean.
func annotationsReference() string {
	var b strings.Builder
	for _, r := range []struct {
		heading, kind string
		record        reflect.Type
	}{
		{"`[[sources]]`", "", reflect.TypeFor[annotation.Source]()},
		{"`[[sources.parts]]`", "", reflect.TypeFor[annotation.Part]()},
		{"`[[measures]]`", "", reflect.TypeFor[annotation.Measure]()},
		{"`[[actors]]`", "actor", reflect.TypeFor[annotation.Actor]()},
		{"A sheet of kind `quantity`", "quantity", reflect.TypeFor[annotation.Fact]()},
		{"A sheet of kind `date`", "date", reflect.TypeFor[annotation.Fact]()},
		{"A sheet of kind `claim`", "claim", reflect.TypeFor[annotation.Fact]()},
		{"A sheet of kind `question`", "question", reflect.TypeFor[annotation.Fact]()},
		{"Every fact and actor", "", reflect.TypeFor[annotation.Common]()},
		{"`evidence`", "", reflect.TypeFor[annotation.Evidence]()},
		{"`allow`", "", reflect.TypeFor[annotation.Allow]()},
		{"`corrected`", "", reflect.TypeFor[annotation.Correction]()},
		{"`answers`", "", reflect.TypeFor[annotation.Answer]()},
		{"`silent`", "", reflect.TypeFor[annotation.Silence]()},
	} {
		fmt.Fprintf(&b, "#### %s\n\n", r.heading)
		writeFields(&b, r.record, r.kind)
	}
	return b.String()
}

// siteReference is the reference of site.toml.
func siteReference() string {
	var b strings.Builder
	writeFields(&b, reflect.TypeFor[config.Site](), "")
	b.WriteString("Of each `[[sheets]]`:\n\n")
	writeFields(&b, reflect.TypeFor[config.Sheet](), "")
	return b.String()
}

// common are the keys that every fact has, listed once by themselves.
var common = func() map[string]bool {
	keys := map[string]bool{}
	for _, f := range form.Fields(reflect.TypeFor[annotation.Common]()) {
		keys[f.Key] = true
	}
	return keys
}()

func writeFields(b *strings.Builder, record reflect.Type, kind string) {
	b.WriteString("| key | | meaning |\n| --- | --- | --- |\n")
	shared := record != reflect.TypeFor[annotation.Common]() && embedsCommon(record)
	fields := form.Fields(record)
	for i := range fields {
		f := &fields[i]
		if !f.Allowed(kind) || shared && common[f.Key] {
			continue
		}
		need := ""
		if f.Needed(kind) {
			need = "required"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", f.Key, need, meaning(f, kind))
	}
	b.WriteString("\n")
}

func embedsCommon(record reflect.Type) bool {
	_, ok := record.FieldByName("Common")
	return ok
}

// meaning is a field's description with the words that it may be.
func meaning(f *form.Field, kind string) string {
	doc := strings.ReplaceAll(f.Doc, "|", "\\|")
	if words := f.Words(kind); len(words) > 0 {
		return doc + "; one of `" + strings.Join(words, "`, `") + "`"
	}
	return doc
}

// rulesReference is the table of all rules.
func rulesReference() string {
	var b strings.Builder
	group := ""
	for _, r := range check.Rules {
		if r.Group != group {
			group = r.Group
			fmt.Fprintf(&b, "\n#### %s\n\n| code | | what is wrong |\n| --- | --- | --- |\n", group)
		}
		severity := "error"
		if r.Severity == diag.Warning {
			severity = "warning"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.Code, severity, strings.ReplaceAll(r.Title, "|", "\\|"))
	}
	return strings.TrimPrefix(b.String(), "\n")
}
