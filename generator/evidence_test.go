package generator_test

import (
	"html"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"factsheet/generator/fragment"
	"factsheet/generator/text"
)

// TestCardsOpen opens the quote in its paragraph, with scripts and without.
func TestCardsOpen(t *testing.T) {
	p := open(t)
	_, address := onDisk(t, valley(t))
	for _, without := range []bool{false, true} {
		p.do(t, chromedp.Navigate("about:blank"))
		if _, err := chromedp.Call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: without}); err != nil {
			t.Fatal(err)
		}
		p.do(t, chromedp.Navigate(address+"figures-people.html"))
		const shown = `document.querySelectorAll(".card:popover-open").length`
		if n := eval[int](t, p, shown); n != 0 {
			t.Fatalf("%d cards are open before anybody asks", n)
		}
		p.do(t, chromedp.Click(".opener button"))
		if n := eval[int](t, p, shown); n != 1 {
			t.Fatalf("without scripts: %v; %d cards are open", without, n)
		}
		if got := eval[string](t, p, `document.querySelector(".card:popover-open mark").textContent`); !strings.Contains(got, "1,200") {
			t.Errorf("marked: %q", got)
		}
		p.do(t, chromedp.Click(".card:popover-open > button"))
		if n := eval[int](t, p, shown); n != 0 {
			t.Errorf("without scripts: %v; the card does not close", without)
		}
		if buttons := eval[int](t, p, `document.querySelectorAll(".citing").length`); (buttons == 0) != without {
			t.Errorf("without scripts: %v; %d buttons to cite, which need one", without, buttons)
		}
	}
}

// TestCite reads the citations of a fact, which name it, its site and its own
// address, and escape what means something in their form.
func TestCite(t *testing.T) {
	p := open(t)
	_, address := onDisk(t, valley(t))
	p.do(t, chromedp.Navigate(address+"figures-people.html"))
	eval[bool](t, p, `document.querySelector("#moved .words strong").textContent = "100% of [A_B] {x} | \\ <b>"; true`)
	p.do(t, chromedp.Click("#moved .citing"))
	for form, want := range map[string][]string{
		"Text":     {"“100% of [A_B] {x} | \\ <b>” ", "figures-people.html#moved"},
		"Markdown": {`[100% of \[A\_B\] {x} | \\ \<b\>](`, "figures-people.html#moved) ("},
		"BibTeX":   {"@misc{moved,", `title = {{100\% of [A\_B] \{x\} | \textbackslash{} <b>}}`, "figures-people.html#moved}"},
		"Wiki":     {"{{cite web |url=", "|title=100% of &#91;A_B&#93; &#123;x&#125; &#124; \\ &#60;b&#62; |", "|access-date=2"},
	} {
		eval[bool](t, p, `Array.from(document.querySelectorAll(".forms button")).find(b => b.textContent === "`+form+`").click(), true`)
		got := eval[string](t, p, `document.querySelector(".forms textarea").value`)
		for _, part := range want {
			if !strings.Contains(got, part) {
				t.Errorf("%s: %q is not in %s", form, part, got)
			}
		}
	}
	p.do(t, chromedp.Click("#moved .citing"))
	if n := eval[int](t, p, `document.querySelectorAll(".forms").length`); n != 0 {
		t.Error("the citations do not go away")
	}
}

// TestFragmentInBrowser sees that a browser finds a passage by its fragment:
// the second of two that are alike.
func TestFragmentInBrowser(t *testing.T) {
	p := open(t)
	const body = "The gate was shut early. " + "The gate was shut late, “not now”, said the mayor."
	start := strings.LastIndex(body, "The gate")
	found, ok := fragment.New([]byte(body)).Fragment(text.Span{End: len(body)}, text.Span{Start: start, End: start + len("The gate was shut")})
	if !ok {
		t.Fatal("no fragment")
	}
	dir, file := t.TempDir(), "page.html"
	filler := strings.Repeat("<p>Rain.</p>\n", 400)
	write(t, filepath.Join(dir, file), []byte("<!doctype html><meta charset=utf-8><title>t</title>"+filler+"<p>"+html.EscapeString(body)+"</p>"+filler))
	p.do(t, chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/"+file+"#"+found))
	p.wait(t, "scrollY > 1000")
}
