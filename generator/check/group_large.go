package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
)

// mostOnPage is how many facts a page can have before it is slow to load on a
// phone: some two megabytes of HTML.
const mostOnPage = 500

var groupLarge = Rule{
	Code: "group-large", Group: Site, Severity: diag.Warning,
	Title: "one page would show very many facts",
	Why: fmt.Sprintf("A page of more than %d facts is slow to load, and nobody reads it to its end. "+
		"A sheet is split into pages by the group of its facts, never by count, so that addresses stay.", mostOnPage),
	Example: `site.toml: [[sheets]] name = "figures", of which 2,400 facts have no group`,
	Whole: func(d *dossier.Dossier, report Report) {
		for _, s := range d.Sheets {
			if s.Config.Kind.Value == "actor" {
				largeGroups(s, d.Actors, report)
				continue
			}
			largeGroups(s, s.Facts, report)
		}
	},
}

// largeGroups looks at the groups of a sheet, whose facts stand in the order of
// their groups.
func largeGroups[T dossier.Item](s *dossier.Sheet, list []T, report Report) {
	for len(list) > mostOnPage {
		group := list[0].Common().Group.Value
		n := sort.Search(len(list), func(i int) bool { return list[i].Common().Group.Value > group })
		if n <= mostOnPage {
			list = list[n:]
			continue
		}
		if shown := published(list[:n]); len(shown) > mostOnPage {
			report(s.Config.Place(s.Config.Name), crowd(s.Config.Name.Value, group, len(shown)), split(shown))
		}
		list = list[n:]
	}
}

func published[T dossier.Item](list []T) []dossier.Item {
	var out []dossier.Item
	for _, item := range list {
		if !item.Common().Draft {
			out = append(out, item)
		}
	}
	return out
}

func crowd(sheet, group string, n int) string {
	if group == "" {
		return fmt.Sprintf("the page of the sheet %q would show the %d facts that have no group", sheet, n)
	}
	return fmt.Sprintf("the page of the group %q of the sheet %q would show %d facts", group, sheet, n)
}

// A division names the group in which an item would be; "" for none.
type division struct {
	by string
	of func(dossier.Item) string
}

var divisions = []division{
	{"measure", func(item dossier.Item) string {
		if f, ok := item.(*dossier.Fact); ok {
			return f.Record.Measure.Value
		}
		return ""
	}},
	{"kind", func(item dossier.Item) string {
		if a, ok := item.(*dossier.Actor); ok {
			return a.Record.Kind.Value
		}
		return ""
	}},
	{"first place", func(item dossier.Item) string { return foremost(item.Common().Where) }},
	{"first who", func(item dossier.Item) string { return foremost(item.Common().Who) }},
	{"year", yearOf},
	{"first source", func(item dossier.Item) string {
		for _, e := range item.Cited() {
			return e.Record.Source.Value
		}
		return ""
	}},
}

func foremost(ids []form.Text) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0].Value
}

// yearOf is the last year of an event, or of the day on which a figure holds.
func yearOf(item dossier.Item) string {
	f, ok := item.(*dossier.Fact)
	if !ok {
		return ""
	}
	date := f.Record.When.Date
	if date.IsZero() {
		date = f.AsOf()
	}
	day := date.Latest()
	if day == edtf.MaxDay {
		day = date.Earliest()
	}
	if day == edtf.MinDay {
		return ""
	}
	year, _, _ := day.Civil()
	return strconv.Itoa(year)
}

// split proposes what to group by: of the divisions whose pages are all small
// enough the one of fewest pages, else the one whose largest page is the
// smallest.
func split(items []dossier.Item) string {
	var best map[string]int
	var by string
	for _, d := range divisions {
		sizes := map[string]int{}
		for _, item := range items {
			sizes[d.of(item)]++
		}
		if best == nil || compareSplits(sizes, best) < 0 {
			best, by = sizes, d.by
		}
	}
	if delete(best, ""); len(best) == 0 {
		return `give each fact a group = "…"`
	}
	return fmt.Sprintf("give each fact a group, for example by its %s: %s", by, examples(best))
}

func compareSplits(a, b map[string]int) int {
	over := func(sizes map[string]int) int { return max(largest(sizes), mostOnPage) }
	return cmp.Or(over(a)-over(b), len(a)-len(b))
}

func largest(sizes map[string]int) int { return slices.Max(slices.Collect(maps.Values(sizes))) }

// examples writes the largest groups as TOML to paste.
func examples(sizes map[string]int) string {
	names := slices.SortedFunc(maps.Keys(sizes), func(a, b string) int {
		return cmp.Or(sizes[b]-sizes[a], cmp.Compare(a, b))
	})
	var out []string
	for _, name := range names[:min(len(names), 3)] {
		out = append(out, fmt.Sprintf("group = %q (%d facts)", name, sizes[name]))
	}
	if len(names) > 3 {
		out = append(out, fmt.Sprintf("… %d groups", len(names)))
	}
	return strings.Join(out, ", ")
}
