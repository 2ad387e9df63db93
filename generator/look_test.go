package generator_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// prefer opens a page as a reader sees it who prefers something in all pages:
// pairs of a media feature and its value.
func (p *tab) prefer(t *testing.T, address string, features ...string) {
	t.Helper()
	var media emulation.SetEmulatedMediaParams
	for pair := range slices.Chunk(features, 2) {
		media.Features = append(media.Features, &emulation.MediaFeature{Name: pair[0], Value: pair[1]})
	}
	if _, err := chromedp.Call(p, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	p.do(t, chromedp.Navigate("about:blank"), chromedp.Navigate(address))
}

// TestTheme wants light and dark by preference, a switch between them that says
// what it does and lasts, and drawings that follow.
func TestTheme(t *testing.T) {
	p := open(t)
	_, address := onDisk(t, project(t))
	const (
		paper = `getComputedStyle(document.documentElement).backgroundColor`
		ink   = `getComputedStyle(document.querySelector(".chart .amount")).fill`
		label = `document.getElementById("_theme").textContent + ": " + document.getElementById("_theme").getAttribute("aria-label")`
	)
	type look struct{ paper, ink, label string }
	see := func() look {
		return look{eval[string](t, p, paper), eval[string](t, p, ink), eval[string](t, p, label)}
	}
	p.prefer(t, address+"dates.html", "prefers-color-scheme", "light")
	light := see()
	p.prefer(t, address+"dates.html", "prefers-color-scheme", "dark")
	dark := see()
	if light.paper == dark.paper || light.ink == dark.ink {
		t.Errorf("light is %v, dark %v", light, dark)
	}
	if light.label != "Dark: Switch to dark colours" || dark.label != "Light: Switch to light colours" {
		t.Errorf("the switch says %q and %q", light.label, dark.label)
	}
	p.do(t, chromedp.Click("#_theme"))
	if got := see(); got != light {
		t.Errorf("switched to light it is %v, want %v", got, light)
	}
	p.prefer(t, address+"dates.html", "prefers-color-scheme", "dark")
	if got := see(); got != light {
		t.Errorf("opened again it is %v, want %v", got, light)
	}
	p.do(t, chromedp.Click("#_theme"), chromedp.Navigate(address+"index.html"))
	if got := eval[string](t, p, paper); got != dark.paper {
		t.Errorf("the next page is %v, want %v", got, dark.paper)
	}
}

// TestForcedColours wants the words of a drawing to have the colours that a
// reader has set for all pages, whatever the switch was left at.
func TestForcedColours(t *testing.T) {
	p := open(t)
	_, address := onDisk(t, project(t))
	for _, theme := range []string{"light", "dark", ""} {
		p.prefer(t, address+"dates.html", "forced-colors", "active", "prefers-color-scheme", "dark")
		eval[any](t, p, `localStorage.setItem("theme", "`+theme+`"); null`)
		p.do(t, chromedp.Reload())
		text := eval[string](t, p, `getComputedStyle(document.body).color`)
		words := eval[[]string](t, p, `Array.from(document.querySelectorAll(".chart text"), e => getComputedStyle(e).fill)`)
		if len(words) == 0 {
			t.Fatal("there is no drawing")
		}
		for _, c := range words {
			if c != text {
				t.Errorf("left at %q: words in %s beside %s", theme, c, text)
			}
		}
		if eval[bool](t, p, `document.getElementById("_theme").checkVisibility()`) {
			t.Errorf("left at %q: there is a switch that does nothing", theme)
		}
	}
}

// TestWithoutScripts reads a page of each kind with scripts and without: no
// line is missing but what only scripts can do, and where there is no search
// the sheets are named.
func TestWithoutScripts(t *testing.T) {
	p := open(t)
	in := valley(t)
	_, address := onDisk(t, in)
	names := onePageOfEachKind(pagesOf(t, in))
	if len(names) < 10 {
		t.Fatalf("%d kinds of pages", len(names))
	}
	read := func(without bool) map[string][]string {
		p.do(t, chromedp.Navigate("about:blank"))
		if _, err := chromedp.Call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: without}); err != nil {
			t.Fatal(err)
		}
		lines := map[string][]string{}
		for _, name := range names {
			p.do(t, chromedp.Navigate(address+name))
			eval[any](t, p, `document.querySelectorAll("button, [role=search]").forEach(e => { e.hidden = true }); document.querySelectorAll("details").forEach(d => { d.open = true }); null`)
			lines[name] = strings.Split(eval[string](t, p, `document.body.innerText`), "\n")
		}
		return lines
	}
	with, without := read(false), read(true)
	for _, name := range slices.Sorted(maps.Keys(with)) {
		for _, line := range with[name] {
			if !slices.Contains(without[name], line) {
				t.Errorf("%s: without scripts nobody reads %q", name, line)
			}
		}
	}
	p.do(t, chromedp.Navigate(address+"search.html"))
	shown := eval[[]string](t, p, `Array.from(document.querySelectorAll("main a")).filter(a => a.checkVisibility()).map(a => a.getAttribute("href"))`)
	for _, sheet := range []string{"figures.html", "dates.html", "questions.html"} {
		if !slices.Contains(shown, sheet) {
			t.Errorf("without scripts the page of the search does not lead to %s", sheet)
		}
	}
}
