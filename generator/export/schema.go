// Package export turns a dossier into files for other programs.
package export

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"

	"factsheet/generator/annotation"
	"factsheet/generator/config"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// maxEnumerated is how many ids of one space the schema lists. With more,
// editors get slow, and the ids are checked by the program alone.
const maxEnumerated = 5000

// object is a JSON object; encoding/json writes its keys in order.
type object = map[string]any

// Schema returns the JSON Schema (draft 4, which TOML editors read) of the
// annotation files of a dossier: every key with its meaning, every closed list
// of words, and the ids that are declared.
func Schema(d *dossier.Dossier) []byte {
	s := schema{spaces: map[string]space{}}
	definitions := object{}
	for _, space := range []string{"source", "part", "measure", "actor", "fact"} {
		ids := d.Names([]string{space})
		if len(ids) == 0 {
			s.spaces[space] = empty
			continue
		}
		if len(ids) > maxEnumerated {
			continue
		}
		slices.Sort(ids)
		s.spaces[space] = enumerated
		definitions[space] = object{"type": "string", "enum": ids}
	}
	return encode(object{
		"$schema":              "http://json-schema.org/draft-04/schema#",
		"title":                "Annotations of " + d.Site.Title.Value,
		"type":                 "object",
		"definitions":          definitions,
		"properties":           s.tables(d.Site),
		"additionalProperties": false,
	})
}

func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // a map of strings, lists and maps always encodes
	}
	return b.Bytes()
}

// schema knows which ids may be referred to.
type schema struct{ spaces map[string]space }

// A space is what the schema says of the ids of one space.
type space uint8

const (
	open       space = iota // any string: too many ids to list
	empty                   // none is declared
	enumerated              // a definition lists them
)

func (s schema) tables(site *config.Site) object {
	tables := object{
		"sources":  s.list(reflect.TypeFor[annotation.Source](), "", "the source texts"),
		"measures": s.list(reflect.TypeFor[annotation.Measure](), "", "what is counted"),
		"actors":   s.list(reflect.TypeFor[annotation.Actor](), "actor", "persons, bodies, places and things"),
	}
	for _, sheet := range site.Sheets {
		if kind := sheet.Kind.Value; kind != "actor" {
			tables[sheet.Name.Value] = s.list(reflect.TypeFor[annotation.Fact](), kind, sheet.Title.Value)
		}
	}
	return tables
}

func (s schema) list(record reflect.Type, kind, doc string) object {
	return object{"type": "array", "description": doc, "items": s.record(record, kind)}
}

func (s schema) record(t reflect.Type, kind string) object {
	properties := object{}
	var required []string
	fields := form.Fields(t)
	for i := range fields {
		f := &fields[i]
		if !f.Allowed(kind) {
			continue
		}
		properties[f.Key] = s.field(f, kind)
		if f.Needed(kind) {
			required = append(required, f.Key)
		}
	}
	out := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

func (s schema) field(f *form.Field, kind string) object {
	out := s.value(f, kind)
	out["description"] = f.Doc
	return out
}

func (s schema) value(f *form.Field, kind string) object {
	switch f.Type {
	case form.Amount:
		return object{"type": []string{"number", "string"}}
	case form.Bool:
		return object{"type": "boolean"}
	case form.Strings:
		return object{"type": "array", "items": s.text(f, kind)}
	case form.Pairs:
		values := s.text(f, kind)
		return object{"type": "object", "additionalProperties": object{
			"anyOf": []object{values, {"type": "array", "items": values}},
		}}
	case form.Tables:
		return s.list(f.Elem, kind, "")
	}
	return s.text(f, kind)
}

// text is the schema of a string: a word of a list, an id, or anything.
func (s schema) text(f *form.Field, kind string) object {
	switch words := f.Words(kind); {
	case words != nil:
		return object{"type": "string", "enum": words}
	case f.ID != "":
		return object{"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
	case len(f.Refs) > 0:
		return s.reference(f.Refs)
	}
	return object{"type": "string"}
}

func (s schema) reference(spaces []string) object {
	var any []object
	for _, space := range spaces {
		switch {
		case space == "own":
			any = append(any, object{"type": "string", "enum": []string{"own"}})
		case s.spaces[space] == enumerated:
			any = append(any, object{"$ref": "#/definitions/" + space})
		case s.spaces[space] == open:
			return object{"type": "string"}
		}
	}
	if len(any) == 0 {
		return object{"not": object{}} // there is no such id yet
	}
	return object{"anyOf": any}
}
