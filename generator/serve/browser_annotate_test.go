package serve_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"factsheet/generator/serve"
)

// mayCopy lets the pages of a site use the clipboard.
func (tb *tab) mayCopy(s *site) {
	tb.t.Helper()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		_, err := chromedp.CallBrowser(tb.ctx, browser.SetPermission, browser.SetPermissionParams{
			Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted, Origin: s.url,
		})
		s.check(err)
	}
}

// A box is where something stands in the window.
type box struct{ Left, Top, Right, Bottom float64 } // the middle of the first line and of the last

// find brings words of a page's main text into sight. They are then the range
// called words.
func (tb *tab) find(words string) box {
	tb.t.Helper()
	return eval[box](tb, fmt.Sprintf(`(() => {
		const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
		let node = walker.nextNode();
		while (!node.data.includes(%[1]q) || !node.parentElement.closest("p")) node = walker.nextNode();
		const at = node.data.indexOf(%[1]q);
		window.words = document.createRange();
		words.setStart(node, at);
		words.setEnd(node, at + %[1]q.length);
		node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
		const all = Array.from(words.getClientRects());
		const last = all[all.length - 1];
		return { Left: all[0].left, Top: (all[0].top + all[0].bottom) / 2, Right: last.right, Bottom: (last.top + last.bottom) / 2 };
	})()`, words))
}

// copied presses the key of a draft and returns what is in the clipboard then.
func (tb *tab) copied(key string) string {
	tb.t.Helper()
	tb.run(chromedp.KeyEvent(key))
	tb.until(shade + fmt.Sprintf(`.querySelector('[data-key=%q]').textContent === "Copied"`, key))
	return eval[string](tb, `navigator.clipboard.readText()`)
}

// passes pastes records into a new file: nothing is wrong with them.
func (s *site) passes(toml string) {
	s.t.Helper()
	s.write("content/annotations/pasted.toml", toml)
	g := s.wait("what was pasted", func(g *serve.Generation) bool {
		return g.Judged && g.State.Files.Has("content/annotations/pasted.toml")
	})
	pasted := g.State.Dossier.Records[1]
	if g.Errors() != 0 || pasted.File.Path != "content/annotations/pasted.toml" || len(pasted.Facts) == 0 {
		s.t.Errorf("%d errors of what was pasted:\n%s", g.Errors(), toml)
	}
}

// TestBrowserAnnotates selects words on the page of a source by hand, copies
// the fact at a key and pastes it: nothing is wrong with it.
func TestBrowserAnnotates(t *testing.T) {
	ctx := chromium(t)
	const words = "650 damaged books in the town library"
	for name, choose := range map[string]func(*tab){
		"mouse": func(tb *tab) {
			at := tb.find(words)
			held := func(p *input.DispatchMouseEventParams) {
				p.Button, p.Buttons, p.ClickCount = input.MouseButtonLeft, 1, 1
			}
			tb.run(
				chromedp.MouseEvent(chromedp.MousePressed, at.Left+1, at.Top, held),
				chromedp.MouseEvent(chromedp.MouseMoved, (at.Left+at.Right)/2, at.Bottom, held),
				chromedp.MouseEvent(chromedp.MouseMoved, at.Right, at.Bottom, held),
				chromedp.MouseEvent(chromedp.MouseReleased, at.Right, at.Bottom, chromedp.ButtonLeft, chromedp.ClickCount(1)),
			)
		},
		"keyboard": func(tb *tab) {
			tb.find(words)
			tb.do(`getSelection().collapse(words.startContainer, words.startOffset)`)
			for range len(words) {
				tb.run(chromedp.KeyEvent(kb.ArrowRight, chromedp.KeyModifiers(chromedp.ModifierShift)))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := starter(t).serve()
			tb := s.tab(ctx, "/sources/council.html")
			tb.run(chromedp.EmulateViewport(900, 800))
			tb.mayCopy(s)
			choose(tb)
			if got := eval[string](tb, `getSelection().toString()`); got != words {
				t.Fatalf("selected are %q", got)
			}
			tb.until(shade + `.querySelector(".drafts pre") !== null`)
			shown := eval[string](tb, shade+`.querySelector(".drafts").textContent`)
			for _, want := range []string{`{ source = "council", quote = "` + words + `"`, "[[figures]]", "650"} {
				if !strings.Contains(shown, want) {
					t.Errorf("the drafts have no %q:\n%s", want, shown)
				}
			}
			if !eval[bool](tb, `(() => {
				const a = words.getBoundingClientRect(), b = `+shade+`.querySelector(".drafts").getBoundingClientRect();
				return a.bottom <= b.top || b.bottom <= a.top;
			})()`) {
				t.Error("the drafts stand before the words")
			}
			if got := tb.copied("e"); !strings.HasPrefix(got, `{ source = "council", quote = "`) || !strings.HasSuffix(got, "},\n") {
				t.Errorf("copied as evidence: %q", got)
			}
			s.passes(tb.copied("f"))
			tb.run(chromedp.KeyEvent("\x1b"))
			tb.until(shade + `.querySelector(".drafts").hidden`)
		})
	}
}

// TestBrowserSelectsTooMuch selects words of a paragraph, then so much that no
// address holds it: the drafts of the former are gone, and it is said why.
func TestBrowserSelectsTooMuch(t *testing.T) {
	s := starter(t).serve()
	tb := s.tab(chromium(t), "/sources/council.html")
	tb.find("650 damaged books")
	tb.do(`getSelection().addRange(words)`)
	tb.until(shade + `.querySelector(".drafts pre") !== null`)
	tb.do(`document.querySelector("main").append("and on it goes ".repeat(3000)); getSelection().selectAllChildren(document.querySelector("main"))`)
	tb.until(shade + `.querySelector(".drafts").innerText.includes("too many words")`)
	if eval[bool](tb, shade+`.querySelector(".drafts pre") !== null`) {
		t.Error("the drafts of other words are still there")
	}
}

// TestBrowserUncovered goes by keyboard and by mouse to what no fact reads, and
// pastes the draft.
func TestBrowserUncovered(t *testing.T) {
	ctx := chromium(t)
	const claim = "[[claims]]\nid        = \"nobody-hurt\"\nstatement = \"Nobody was hurt.\"\nevidence  = [{ source = \"courier\", quote = \"Nobody was hurt\" }]\n"
	for name, choose := range map[string]func(*tab){
		"keyboard": func(tb *tab) { tb.run(chromedp.KeyEvent("n")) },
		"mouse": func(tb *tab) {
			at := tb.find("Nobody was hurt")
			tb.run(chromedp.MouseClickXY(at.Left+5, at.Top))
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := starter(t).serve()
			s.edit(facts, claim, "")
			s.hides("/claims.html", "nobody-hurt")
			tb := s.tab(ctx, "/sources/courier.html")
			tb.mayCopy(s)
			tb.until(`CSS.highlights.get("preview-uncovered")?.size > 0`)
			texts := eval[string](tb, `Array.from(CSS.highlights.get("preview-uncovered"), (r) => r.toString()).join("|")`)
			if !strings.Contains(texts, "Nobody was hurt") {
				t.Errorf("underlined: %q", texts)
			}
			choose(tb)
			tb.until(shade + `.querySelector(".drafts pre")?.textContent.includes("[[")`)
			s.passes(tb.copied("f"))
			tb.until(`!Array.from(CSS.highlights.get("preview-uncovered"), (r) => r.toString()).join("|").includes("Nobody was hurt")`)
		})
	}
}

// TestBrowserSourceLinks follows a link of a source's text: words that can be
// selected are still a link.
func TestBrowserSourceLinks(t *testing.T) {
	ctx := chromium(t)
	s := starter(t).serve()
	tb := s.tab(ctx, "/sources/council.html")
	at := tb.find("650 damaged books")
	tb.run(chromedp.MouseClickXY(at.Left+5, at.Top))
	tb.until(`location.pathname === "/figures.html" && location.hash === "#books-counted"`)
}
