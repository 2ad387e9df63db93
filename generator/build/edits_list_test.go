package build_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing/fstest"
)

// edits are what somebody may do; each says what it did, or "" where there was
// nothing to do it to.
var edits = []struct {
	name string
	do   func(*desk) bool
}{
	{"change a digit of an annotation", func(d *desk) bool {
		return d.change("content/annotations/", ".toml", func(s string) string { return strings.Replace(s, "0", fmt.Sprint(d.dice.IntN(10)), 1) })
	}},
	{"change a letter of an annotation", func(d *desk) bool {
		return d.change("content/annotations/", ".toml", func(s string) string {
			at := d.anywhere(s)
			return s[:at] + "x" + s[at:]
		})
	}},
	{"shift an annotation by a line", func(d *desk) bool {
		return d.change("content/annotations/", ".toml", func(s string) string { return "# a remark\n" + s })
	}},
	{"break an annotation file", func(d *desk) bool {
		return d.change("content/annotations/", ".toml", func(s string) string {
			at := d.anywhere(s)
			return s[:at] + "\n= [\n" + s[at:]
		})
	}},
	{"leave a string open", func(d *desk) bool {
		return d.change("content/annotations/", ".toml", func(s string) string { return s + "\n[[claims]]\nid = \"" })
	}},
	{"cut an annotation file off", func(d *desk) bool {
		return d.change("content/annotations/", ".toml", func(s string) string { return s[:d.anywhere(s)] })
	}},
	{"delete a record", func(d *desk) bool {
		return d.records(func(all []string, i int) []string { return slices.Delete(all, i, i+1) })
	}},
	{"copy a record", func(d *desk) bool {
		return d.records(func(all []string, i int) []string { return append(all, all[i]) })
	}},
	{"move a record to a file of its own", func(d *desk) bool {
		return d.records(func(all []string, i int) []string {
			d.write(fmt.Sprintf("content/annotations/more/%d.toml", d.dice.IntN(5)), all[i])
			return slices.Delete(all, i, i+1)
		})
	}},
	{"make a draft", func(d *desk) bool {
		return d.records(func(all []string, i int) []string {
			all[i] += "\ndraft = true\n"
			return all
		})
	}},
	{"give a record another id", func(d *desk) bool {
		return d.records(func(all []string, i int) []string {
			all[i] = firstID.ReplaceAllString(all[i], fmt.Sprintf(`${1}"other-%d"`, d.dice.IntN(3)))
			return all
		})
	}},
	{"give a record the id of another", func(d *desk) bool {
		return d.records(func(all []string, i int) []string {
			id := firstID.FindString(all[d.dice.IntN(len(all))])
			all[i] = firstID.ReplaceAllLiteralString(all[i], id)
			return all
		})
	}},
	{"say something else of a record", func(d *desk) bool {
		return d.records(func(all []string, i int) []string {
			all[i] = d.saying(all[i])
			return all
		})
	}},
	{"move a part", func(d *desk) bool {
		return d.change("content/annotations/", ".toml", func(s string) string { return strings.Replace(s, `"A storm tore off"`, `"on Friday night"`, 1) })
	}},
	{"name a part", func(d *desk) bool {
		return d.change("content/annotations/", ".toml", func(s string) string {
			return strings.Replace(s, "from = \"A storm", fmt.Sprintf("id = \"part-%d\"\n  from = \"A storm", d.dice.IntN(2)), 1)
		})
	}},
	{"bring all annotations together", func(d *desk) bool {
		var all strings.Builder
		for _, path := range slices.Sorted(maps.Keys(d.files)) {
			if strings.HasPrefix(path, "content/annotations/") && strings.HasSuffix(path, ".toml") {
				all.WriteString(d.data(path) + "\n")
				d.remove(path)
			}
		}
		d.write("content/annotations/all.toml", all.String())
		return true
	}},
	{"rename an annotation file", func(d *desk) bool { return d.rename("content/annotations/", ".toml") }},
	{"delete an annotation file", func(d *desk) bool { return d.drop("content/annotations/", ".toml") }},
	{"add to a seed", func(d *desk) bool {
		return d.change("seeds/", ".txt", func(s string) string { return s + "\n\nTwelve books were dry.\n" })
	}},
	{"change a letter of a seed", func(d *desk) bool {
		return d.change("seeds/", ".txt", func(s string) string {
			at := d.anywhere(s)
			return s[:at] + "x" + s[at:]
		})
	}},
	{"empty a seed", func(d *desk) bool { return d.change("seeds/", ".txt", func(string) string { return "" }) }},
	{"delete a seed", func(d *desk) bool { return d.drop("seeds/", ".txt") }},
	{"put a folder where a seed was", func(d *desk) bool {
		path, ok := d.pick("seeds/", ".txt")
		if ok && !strings.Contains(strings.TrimPrefix(path, "seeds/"), "/") {
			d.remove(path)
			d.files[path+"/inner.txt"] = &fstest.MapFile{Data: []byte("inner")}
		}
		return ok
	}},
	{"add a seed", func(d *desk) bool {
		d.write(fmt.Sprintf("seeds/new-%d.txt", d.dice.IntN(3)), "A letter of 9 May 2031.\n")
		return true
	}},
	{"list the seeds", (*desk).lock},
	{"lay out sheets another way", func(d *desk) bool {
		d.write("layouts/sheet.html", fmt.Sprintf(`{{define "main"}}<h1>%d {{.Value.Title}}</h1>{{range .Value.Sections}}{{template "partials/section.html" (fact . $.Site.Lang)}}{{end}}{{end}}`, d.dice.IntN(100)))
		return true
	}},
	{"break a layout", func(d *desk) bool {
		d.write("layouts/sheet.html", `{{define "main"}}{{.Value.Titel}}{{end}}`)
		return true
	}},
	{"cut a layout off", func(d *desk) bool {
		return d.change("layouts/", ".html", func(s string) string { return s[:d.anywhere(s)] })
	}},
	{"delete a layout", func(d *desk) bool { return d.drop("layouts/", "") }},
	{"change the style", func(d *desk) bool {
		d.write("layouts/static/style.css", fmt.Sprintf("h1 { font-size: %dpx }\n", d.dice.IntN(40)))
		return true
	}},
	{"change the site's title", func(d *desk) bool {
		return d.change("site.toml", "", func(s string) string { return strings.Replace(s, "storm", "gale", 1) })
	}},
	{"shift site.toml by a line", func(d *desk) bool { return d.change("site.toml", "", func(s string) string { return "\n" + s }) }},
	{"take the last sheet from the site", func(d *desk) bool {
		return d.change("site.toml", "", func(s string) string { return s[:max(strings.LastIndex(s, "[[sheets]]"), 0)] })
	}},
	{"break site.toml", func(d *desk) bool { return d.change("site.toml", "", func(s string) string { return s + "\n= 1\n" }) }},
	{"delete site.toml", func(d *desk) bool { return d.drop("site.toml", "") }},
	{"add a page", func(d *desk) bool {
		d.write(fmt.Sprintf("content/pages/%d.md", d.dice.IntN(4)), "---\ntitle: A page\n---\n\n[Here](../about.md) and [there](nobody-hurt).\n")
		return true
	}},
	{"change a page", func(d *desk) bool {
		return d.change("content/", ".md", func(s string) string { return s + "\n## More\n\nWords, ![a picture](dot.png).\n" })
	}},
	{"rename a page", func(d *desk) bool { return d.rename("content/", ".md") }},
	{"delete a page", func(d *desk) bool { return d.drop("content/", ".md") }},
	{"add a picture", func(d *desk) bool {
		d.write("content/dot.png", "not a picture")
		return true
	}},
	{"delete a folder", func(d *desk) bool {
		folder := []string{"content/annotations", "content/more", "seeds", "layouts", "content"}[d.dice.IntN(5)]
		touched := slices.Clone(d.touched)
		d.clear(folder)
		d.touched = append(touched, folder) // all that one may be told
		return true
	}},
}

// firstID is the id of a record.
var firstID = regexp.MustCompile(`(?m)^(id\s*= )"[^"]*"`)

// sayings are what may be said of records besides, by table; the key of one
// that a record has already is given the new value.
var sayings = map[string][]string{
	"sources": {
		`shares = ["courier"]`, `shares = ["council"]`, `shares = ["part-0"]`, `shares = []`,
		`origins = ["hallow-courier"]`, `origins = ["own"]`, `origins = []`, `origins = ["mara-venn"]`,
		`loaded = ["storm"]`, `loaded = ["damaged books"]`, `dated = "2031-05-01"`, `basis = "The library says so."`,
		`allow = [{ code = "sentence-uncovered", because = "for now" }]`, `allow = [{ code = "wording-undeclared", because = "for now" }]`,
		`seed = "courier.txt"`, `seed = "nowhere.txt"`, `lang = "de"`,
	},
	"actors": {
		`aliases = ["Mara"]`, `aliases = ["the librarian"]`, `aliases = ["storm"]`, `likely = "mara-venn"`, `likely = "hallow-courier"`,
		`part_of = "town-library"`, `part_of = "council-surveyors"`, `name = "Courier"`, `kind = "organisation"`, `not = ["mara-venn"]`,
	},
	"measures": {`words = ["volumes"]`, `unit = "volumes"`},
	"": {
		`supersedes = ["library-closed"]`, `supersedes = ["books-counted"]`, `differs = ["books-soaked"]`, `differs = ["books-counted"]`,
		`where = ["hallow-courier"]`, `who = ["mara-venn"]`, `whom = ["council-surveyors"]`, `value = 900`, `as_of = "2031-05-03"`,
		`before = ["roof-torn-off"]`, `after = ["library-opens-again"]`, `status = "planned"`, `note = "See [this](nobody-hurt) and [that](other-1)."`,
		`group = "storm"`, `because = "So it was."`, `rests_on = ["nobody-hurt"]`, `draft = true`, `measure = "books-damaged"`,
		`allow = [{ code = "conflict-unmarked", because = "for now" }]`,
		`evidence = [{ source = "radio", quote = "About 400 books were soaked", by = ["hallow-courier"] }]`,
		`evidence = [{ source = "courier", quote = "We hope to open again in June", by = ["hallow-courier"], refers = { "We" = "town-library" } }]`,
		`evidence = [{ source = "council", quote = "Nobody was hurt" }]`,
	},
}

// saying gives a key of a record another value.
func (d *desk) saying(record string) string {
	table := strings.TrimPrefix(record, "\n[[")
	list := sayings[table[:strings.Index(table, "]]")]]
	if list == nil {
		list = sayings[""]
	}
	saying := list[d.dice.IntN(len(list))]
	key, _, _ := strings.Cut(saying, " ")
	if old := regexp.MustCompile(`(?m)^` + key + `\s*= .*$`); old.MatchString(record) && !strings.Contains(record, "\n  {") {
		return old.ReplaceAllLiteralString(record, saying)
	}
	header := strings.Index(record, "]]\n") + len("]]\n")
	return record[:header] + saying + "\n" + record[header:]
}

func (d *desk) change(folder, ending string, how func(string) string) bool {
	path, ok := d.pick(folder, ending)
	if ok {
		d.write(path, how(d.data(path)))
	}
	return ok
}

func (d *desk) drop(folder, ending string) bool {
	path, ok := d.pick(folder, ending)
	if ok {
		d.remove(path)
	}
	return ok
}

func (d *desk) rename(folder, ending string) bool {
	path, ok := d.pick(folder, ending)
	if ok {
		data := d.data(path)
		d.remove(path)
		d.write(fmt.Sprintf("%srenamed/%d%s", folder, d.dice.IntN(9), ending), data)
	}
	return ok
}

// records cuts an annotation file into its tables, and puts together again
// what is done to one of them.
func (d *desk) records(how func(all []string, i int) []string) bool {
	path, ok := d.pick("content/annotations/", ".toml")
	if !ok {
		return false
	}
	parts := strings.Split(d.data(path), "\n[[")
	head, all := parts[0], parts[1:]
	if len(all) == 0 {
		return false
	}
	for i := range all {
		all[i] = "\n[[" + all[i]
	}
	d.write(path, head+strings.Join(how(all, d.dice.IntN(len(all))), ""))
	return true
}
