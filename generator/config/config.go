// Package config reads site.toml: what the site is called, and which sheets
// it has.
package config

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/form"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// Path is where a project keeps its configuration.
const Path = "site.toml"

// A Site is the content of site.toml.
type Site struct {
	form.Record
	Title       form.Text `key:"title" need:"always" doc:"the name of the site"`
	Description form.Text `key:"description" doc:"one or two sentences on what the site is about"`
	BaseURL     form.Text `key:"base_url" is:"address" doc:"the address at which the site will stand; with it there are a feed, a sitemap, canonical addresses and pictures for links"`
	Lang        form.Text `key:"lang" is:"language" doc:"the language of the site, BCP 47; default en"`
	Updated     form.Date `key:"updated" doc:"the editor's date, since no clock is ever read"`
	Seeds       form.Text `key:"seeds" one:"full excerpts" doc:"whether the seeds are published whole or only the passages cited; default full"`
	Check       form.Map  `key:"check" doc:"coverage, or a single coverage code, as error or warning"`
	Sheets      []Sheet   `key:"sheets" need:"always" doc:"the sheets of the site, in their order"`
}

// A Sheet is one table of facts and the page it becomes.
type Sheet struct {
	form.Record
	Name  form.Text `key:"name" need:"always" is:"id" doc:"the table's name in the annotations and the page's address"`
	Kind  form.Text `key:"kind" need:"always" one:"quantity date claim question actor" doc:"what is checked of its facts"`
	Title form.Text `key:"title" need:"always" doc:"the heading of the page"`
}

// CoverageCodes are the checks whose severity site.toml may set.
var CoverageCodes = []string{
	"allow-unused", "date-uncovered", "name-uncovered", "name-undeclared",
	"number-uncovered", "seed-uncited", "sentence-uncovered",
}

// reserved are names that a sheet cannot have, since other tables or pages
// have them.
var reserved = []string{
	"sources", "measures", "index", "compare", "search", "data", "404", "corrections",
	"feed", "sitemap", "robots", "assets", "seeds",
}

// Read returns the site of a site.toml, or nil where it has errors.
func Read(f *text.File) (*Site, []diag.Diagnostic) {
	table, found := tomlfile.Parse(f)
	if table == nil {
		return nil, found
	}
	site := new(Site)
	found = append(found, form.Decode(f, table, site, "site", "")...)
	found = append(found, site.checkSheets()...)
	found = append(found, site.checkLevels()...)
	if diag.Errors(found) > 0 {
		return nil, found
	}
	return site, found
}

// Sheet returns the sheet of that name, or nil.
func (s *Site) Sheet(name string) *Sheet {
	for i := range s.Sheets {
		if s.Sheets[i].Name.Value == name {
			return &s.Sheets[i]
		}
	}
	return nil
}

// Language returns the site's language, "en" where none is given.
func (s *Site) Language() string {
	if s.Lang.Value == "" {
		return "en"
	}
	return s.Lang.Value
}

// Excerpts reports whether only the cited passages of the seeds are
// published.
func (s *Site) Excerpts() bool { return s.Seeds.Value == "excerpts" }

// Level returns the severity of a coverage code: its own, else that of
// "coverage", else a warning.
func (s *Site) Level(code string) diag.Severity {
	for _, key := range []string{code, "coverage"} {
		if values, ok := s.Check.Get(key); ok && len(values) == 1 {
			if values[0].Value == "error" {
				return diag.Error
			}
			return diag.Warning
		}
	}
	return diag.Warning
}

func (s *Site) checkSheets() []diag.Diagnostic {
	var found []diag.Diagnostic
	seen := map[string]form.Text{}
	for _, sheet := range s.Sheets {
		name := sheet.Name
		if first, ok := seen[name.Value]; ok {
			d := s.bad("duplicate-id", name, fmt.Sprintf("two sheets are named %q", name.Value), "")
			d.Related = []diag.Related{{Label: "first", Place: s.Place(first)}}
			found = append(found, d)
			continue
		}
		seen[name.Value] = name
		if problem, help := nameProblem(name.Value, sheet.Kind.Value); problem != "" {
			found = append(found, s.bad("bad-value", name, problem, help))
		}
	}
	return found
}

func nameProblem(name, kind string) (problem, help string) {
	switch {
	case !form.IsID(name):
		return "", "" // said where it was read
	case slices.Contains(reserved, name):
		return fmt.Sprintf("no sheet can be named %q: the site has a page or table of that name", name), ""
	case kind == "actor" && name != "actors":
		return `the sheet of kind "actor" is named "actors"`, `name = "actors"`
	case kind != "actor" && name == "actors":
		return `the sheet named "actors" is of kind "actor"`, `kind = "actor"`
	}
	return "", ""
}

func (s *Site) checkLevels() []diag.Diagnostic {
	var found []diag.Diagnostic
	valid := append([]string{"coverage"}, CoverageCodes...)
	for _, p := range s.Check {
		if !slices.Contains(valid, p.Key.Value) {
			found = append(found, form.UnknownKey(s.Place(p.Key), p.Key.Value, "[check] table", valid))
		} else if len(p.Values) > 1 || len(p.Values) == 1 && p.Values[0].Value != "error" && p.Values[0].Value != "warning" {
			found = append(found, s.bad("bad-value", p.Key, p.Key.Value+" is neither error nor warning", p.Key.Value+` = "warning"`))
		}
	}
	return found
}

func (s *Site) bad(code string, t form.Text, message, help string) diag.Diagnostic {
	return diag.Diagnostic{Code: code, Severity: diag.Error, Place: s.Place(t), Message: message, Help: help}
}
