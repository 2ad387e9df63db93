package generator_test

import (
	"bytes"
	"maps"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"factsheet/generator/build"
)

// A paper is a size of paper in inches, with the width of what is printed on it
// in pixels of 1/96 inch, without the margins of the style sheet.
type paper struct {
	name          string
	width, height float64
	inner         int64
}

var papers = []paper{{"A4", 8.27, 11.69, 672}, {"Letter", 8.5, 11, 695}}

// TestPrint prints every page of this repository's site and of one in which
// every word is hostile: nothing is wider than the paper, what only a screen can
// do is not there, and each quote is a numbered note.
func TestPrint(t *testing.T) {
	for name, in := range map[string]build.Folders{"own": project(t), "hostile": hostileSite(t)} {
		t.Run(name, func(t *testing.T) {
			papers := papers
			if name == "hostile" {
				if testing.Short() {
					t.Skip("LEFT OUT: in short tests, hostile words are not printed")
				}
				papers = papers[:1]
			}
			p := open(t)
			_, address := onDisk(t, in)
			print := emulation.SetEmulatedMediaParams{Media: "print"}
			if _, err := chromedp.Call(p, emulation.SetEmulatedMedia, print); err != nil {
				t.Fatal(err)
			}
			for _, name := range onePageOfEachKind(pagesOf(t, in)) {
				for _, size := range papers {
					p.checkPaper(t, address, name, size)
				}
			}
		})
	}
}

// pagesOf are the kinds of the pages of a site by their addresses.
func pagesOf(t *testing.T, in build.Folders) map[string]string {
	kinds := map[string]string{}
	files := filesOf(t, in)
	delete(files, "whole.html")
	for name, p := range pages(t, files) {
		for n := range p.root.Descendants() {
			if n.Data == "body" {
				kinds[name] = attribute(n, "class")
			}
		}
	}
	return kinds
}

func onePageOfEachKind(kinds map[string]string) []string {
	var out []string
	seen := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(kinds)) {
		if !seen[kinds[name]] {
			seen[kinds[name]] = true
			out = append(out, name)
		}
	}
	return out
}

func (p *tab) checkPaper(t *testing.T, address, name string, size paper) {
	t.Helper()
	metrics := emulation.SetDeviceMetricsOverrideParams{Width: size.inner, Height: 1000, DeviceScaleFactor: 1}
	if _, err := chromedp.Call(p, emulation.SetDeviceMetricsOverride, metrics); err != nil {
		t.Fatal(err)
	}
	p.do(t, chromedp.Navigate(address+name))
	if wide := eval[string](t, p, `Array.from(document.querySelectorAll("body *")).filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".skip")).map(e => e.tagName + "." + e.getAttribute("class")).slice(-3).join("; ")`); wide != "" {
		t.Errorf("%s on %s: cut off: %s", name, size.name, wide)
	}
	if left := eval[string](t, p, `Array.from(document.querySelectorAll("button, form, nav, svg.tall, summary, .skip")).filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 1).map(e => e.tagName).join(" ")`); left != "" {
		t.Errorf("%s on %s: shows %s", name, size.name, left)
	}
	if notes := eval[bool](t, p, `Array.from(document.querySelectorAll(".words blockquote")).every(e => getComputedStyle(e, "::before").content.startsWith("counter("))`); !notes {
		t.Errorf("%s on %s: a quote has no number", name, size.name)
	}
	p.checkFlow(t, name, size)
	pdf, err := chromedp.Call(p, cdppage.PrintToPDF, cdppage.PrintToPDFParams{PaperWidth: size.width, PaperHeight: size.height, PreferCSSPageSize: new(true)})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(pdf.Data, []byte("%PDF-")) || !bytes.Contains(pdf.Data, []byte("/Type /Page\n")) {
		t.Errorf("%s on %s: no page is printed (%d bytes)", name, size.name, len(pdf.Data))
	}
}

// checkFlow wants a printed page to break wherever there is a place to break,
// and its first page not to stand in columns within columns. Rules for wide
// screens hold on paper too, for a browser asks them of the whole sheet.
func (p *tab) checkFlow(t *testing.T, name string, size paper) {
	t.Helper()
	metrics := emulation.SetDeviceMetricsOverrideParams{Width: int64(size.width * 96), Height: 1000, DeviceScaleFactor: 1}
	if _, err := chromedp.Call(p, emulation.SetDeviceMetricsOverride, metrics); err != nil {
		t.Fatal(err)
	}
	if tall := eval[string](t, p, `Array.from(document.querySelectorAll(".fact > header")).filter(h => h.getBoundingClientRect().bottom > 1 + Math.max(...Array.from(h.children, c => c.getBoundingClientRect().bottom))).map(h => h.parentElement.id).join(" ")`); tall != "" {
		t.Errorf("%s on %s: cannot break beside the headings of %s", name, size.name, tall)
	}
	if cut := eval[string](t, p, `Array.from(document.querySelectorAll(".entries li, .contents li")).filter(e => getComputedStyle(e).breakInside !== "avoid").map(e => e.innerText).join("; ")`); cut != "" {
		t.Errorf("%s on %s: what is said of these may stand on the next page: %s", name, size.name, cut)
	}
	if n := eval[int](t, p, `new Set(Array.from(document.querySelectorAll(".front > section"), s => s.getBoundingClientRect().left)).size`); n > 1 {
		t.Errorf("%s on %s: %d sections of columns stand side by side", name, size.name, n)
	}
}
