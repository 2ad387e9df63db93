package generator_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"factsheet/generator/export"
	"factsheet/generator/lang"
	"factsheet/generator/page"
)

// search types a query and returns where the hits lead.
func (p *tab) search(t *testing.T, query string) []string {
	t.Helper()
	eval[bool](t, p, fmt.Sprintf(`document.getElementById("_said").textContent = ""; document.getElementById("_q").value = %q;
		document.getElementById("_q").dispatchEvent(new Event("input"))`, query))
	p.wait(t, `document.getElementById("_said").textContent !== ""`)
	return eval[[]string](t, p, `Array.from(document.querySelectorAll("#_hits h2 a"), a => a.getAttribute("href"))`)
}

// TestSearchFromDisk looks for things in the ways in which readers write them,
// in a site that is opened as a file.
func TestSearchFromDisk(t *testing.T) {
	p := open(t)
	_, address := onDisk(t, valley(t))
	p.do(t, chromedp.Navigate(address+"search.html"))
	if eval[bool](t, p, `document.querySelector("script[src*='data/search']") !== null`) {
		t.Error("the index is loaded before anybody searches")
	}
	for query, want := range map[string]string{
		"people moved":        "figures-people.html#moved",
		"how many moved":      "figures-people.html#moved",
		"moving people":       "figures-people.html#moved",
		"when dam":            "dates.html#dam-opens",
		"1,200":               "figures-people.html#moved",
		"1200 people":         "figures-people.html#moved",
		"1 200":               "figures-people.html#moved",
		"peeple mvoed":        "figures-people.html#moved",
		"resid":               "figures-people.html#moved",
		"dam april":           "dates.html#dam-opens",
		"30 April 2031":       "dates.html#dam-opens",
		"april 30, 2031":      "dates.html#dam-opens",
		"Apr 30, 2031":        "dates.html#dam-opens",
		"30th apr 2031":       "dates.html#dam-opens",
		"2031-04-30":          "dates.html#dam-opens",
		"30.04.2031":          "dates.html#dam-opens",
		"who order":           "questions.html#who-gave-the-order",
		"who gave the order?": "questions.html#who-gave-the-order",
		"river office":        "actors/river-office.html",
		"rivers’s ofice":      "actors/river-office.html",
		"TALPOST":             "sources/post.html",
		"Tälpöst":             "sources/post.html",
	} {
		hits := p.search(t, query)
		if !slices.Contains(hits[:min(3, len(hits))], want) {
			t.Errorf("%q finds %v, want %s among the first three", query, hits, want)
		}
	}
	if hits := p.search(t, "zyxwv"); len(hits) > 0 {
		t.Errorf("what stands nowhere finds %v", hits)
	}
}

// TestSearchWords wants a beginning to count fully only of the word that is
// being typed, words to be found by others for the same thing, and a reader to
// be told which words stand nowhere.
func TestSearchWords(t *testing.T) {
	p := open(t)
	dir, address := onDisk(t, valley(t))
	var finds []func() []page.Find
	for i, title := range []string{"The ferry's deadline passed.", "The ferry sank.", "Nine people were killed on the ferry.", "The crew has left the ferry.", "The first crossing was on 7 October 2031."} {
		finds = append(finds, func() []page.Find {
			return []page.Find{{Link: fmt.Sprintf("a.html#f%d", i), Title: title, Worth: 10}}
		})
	}
	table, _ := lang.For("en")
	export.Search(finds, table.Kindred(), func(f export.SearchFile) {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Path)), f.Data)
	})
	p.do(t, chromedp.Navigate(address+"search.html"))
	for _, c := range []struct{ query, first, said string }{
		{"ferry deadl", "a.html#f0", ""},
		{"dead ferry", "a.html#f2", ""},
		{"sunk ferry", "a.html#f1", ""},
		{"ferry withdrew", "a.html#f3", ""},
		{"crew quorum", "a.html#f3", "Not found as typed: quorum."},
		{"oct 7th crossing", "a.html#f4", ""},
	} {
		hits := p.search(t, c.query)
		if len(hits) == 0 || hits[0] != c.first {
			t.Errorf("%q finds %v, want %s first", c.query, hits, c.first)
		}
		_, said, _ := strings.Cut(eval[string](t, p, `document.getElementById("_said").textContent`), ". ")
		if said != c.said {
			t.Errorf("%q: the reader is told %q, want %q", c.query, said, c.said)
		}
	}
}

// TestHits wants a hit to show the answer, the status and the day, and a choice
// of sorts.
func TestHits(t *testing.T) {
	p := open(t)
	_, address := onDisk(t, valley(t))
	p.do(t, chromedp.Navigate(address+"search.html#q=dam%20opens"))
	p.wait(t, `document.querySelectorAll("#_hits li").length > 0`)
	text := eval[string](t, p, `document.querySelector("#_hits li").innerText`)
	for _, want := range []string{"Date", "The dam opens by 30 April, the river office said.", "Planned; due by 30 April 2031"} {
		if !strings.Contains(strings.ToLower(text), strings.ToLower(want)) {
			t.Errorf("the first hit is %q, without %q", text, want)
		}
	}
	eval[bool](t, p, `document.getElementById("_kind").value = "5"; document.getElementById("_kind").dispatchEvent(new Event("change"))`)
	p.wait(t, `document.querySelector("#_hits li") && Array.from(document.querySelectorAll("#_hits .kicker")).every(k => k.textContent === "Text")`)
}

// TestLargeSearchFromDisk searches an index of many parts.
func TestLargeSearchFromDisk(t *testing.T) {
	p := open(t)
	dir, address := onDisk(t, valley(t))
	var finds []func() []page.Find
	for i := range 40_000 {
		f := page.Find{Link: fmt.Sprintf("a.html#f%d", i), Title: fmt.Sprintf("The word%d of many.", i), Status: fmt.Sprintf("anchor%dstone", i), Worth: 10}
		if i == 3210 {
			f.Names = []string{"Kingfisher"}
		}
		finds = append(finds, func() []page.Find { return []page.Find{f} })
	}
	files := 0
	export.Search(finds, nil, func(f export.SearchFile) {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Path)), f.Data)
		files++
	})
	if files < 4 {
		t.Fatalf("the index has %d files", files)
	}
	p.do(t, chromedp.Navigate(address+"search.html"))
	for _, query := range []string{"word3210", "kingfisher", "kingfihser many"} {
		if hits := p.search(t, query); len(hits) == 0 || hits[0] != "a.html#f3210" {
			t.Errorf("%q finds %v", query, hits[:min(3, len(hits))])
		}
	}
}

// TestSearchTerms holds the script to the terms that the index is made of.
func TestSearchTerms(t *testing.T) {
	p := open(t)
	data, err := os.ReadFile("export/testdata/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	function := functionOf(t, "search.js", "var LETTERS", "terms")
	n := 0
	for line := range strings.Lines(string(data)) {
		s, _, _ := strings.Cut(line, "= ")
		got := eval[string](t, p, fmt.Sprintf("(function(){%s; return terms(%q).join(' ')})()", function, s))
		if want := strings.Join(export.Terms(s), " "); got != want {
			t.Errorf("the script makes %q of %q, the index %q", got, s, want)
		}
		n++
	}
	if n == 0 {
		t.Error("there are no cases")
	}
}

// TestKeys goes through a site by its keys.
func TestKeys(t *testing.T) {
	p := open(t)
	_, address := onDisk(t, valley(t))
	press := func(keys string) {
		t.Helper()
		p.do(t, chromedp.KeyEvent(keys))
	}
	focused := func(want string) {
		t.Helper()
		if got := eval[string](t, p, `document.activeElement.id`); got != want {
			t.Errorf("the focus is on %q, want %q", got, want)
		}
	}
	p.do(t, chromedp.Navigate(address+"questions.html"))
	press("j")
	focused("who-gave-the-order")
	press("j")
	focused("who-paid")
	press("k")
	focused("who-gave-the-order")

	press("?")
	p.wait(t, `document.querySelector("dialog[open]") !== null`)
	eval[any](t, p, `document.querySelector("dialog input").click()`)
	press(kb.Escape)
	p.wait(t, `document.querySelector("dialog[open]") === null`)
	press("j")
	focused("who-gave-the-order")

	press("?")
	eval[any](t, p, `document.querySelector("dialog input").click()`)
	press(kb.Escape)
	p.wait(t, `document.querySelector("dialog[open]") === null`)
	press("/")
	p.wait(t, `document.activeElement.id === "_q"`)
	press("j/k?")
	if value := eval[string](t, p, `document.getElementById("_q").value`); value != "j/k?" {
		t.Errorf("the field holds %q", value)
	}
}

// TestKeysFromHere wants the keys to begin where the reader is: at the fact
// that the address names, or at the top of the screen.
func TestKeysFromHere(t *testing.T) {
	p := open(t)
	_, address := onDisk(t, valley(t))
	metrics := emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 400, DeviceScaleFactor: 1}
	if _, err := chromedp.Call(p, emulation.SetDeviceMetricsOverride, metrics); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ at, scroll, key, want string }{
		{"", "0", "j", "0"},
		{"", "0", "k", "-1"},
		{"#who-gave-the-order", "0", "j", "1"},
		{"#who-paid", "0", "k", "0"},
		{"", "facts[0].offsetTop", "j", "1"},
		{"", "facts[1].offsetTop", "k", "0"},
	} {
		p.do(t, chromedp.Navigate("about:blank"), chromedp.Navigate(address+"questions.html"+c.at))
		eval[any](t, p, `var facts = Array.from(document.querySelectorAll(".fact")); if (`+c.scroll+`) scrollTo(0, `+c.scroll+`); null`)
		p.do(t, chromedp.KeyEvent(c.key))
		if got := eval[string](t, p, `String(facts.indexOf(document.activeElement))`); got != c.want {
			t.Errorf("%s from %q and %s leads to fact %s, want %s", c.key, c.at, c.scroll, got, c.want)
		}
	}
}
