package build_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/check"
	"factsheet/generator/diag"
)

// troubles are the kinds of trouble that editors meet again and again, one by
// one; where a kind is of several sorts, each of them.
var troubles = []string{
	"page-younger-than-its-text",
	"two-reports-in-one-text",
	"report-that-quotes-a-report",
	"rewrite-that-changes-a-number", "rewrite-that-drops-a-subject", "rewrite-that-firms-up-a-verb",
	"quotation-turned-into-own-words",
	"one-speaker-in-two-outlets", "two-speakers-under-one-description",
	"count-that-is-part-of-another",
	"running-total-beside-head-count",
	"plan-beside-head-count",
	"round-number-that-looks-exact",
	"one-figure-with-several-hedges",
	"one-vague-word-for-two-amounts",
	"figure-for-two-places-given-to-one",
	"percentage-without-its-whole",
	"currency-changed-on-the-way",
	"deadline-taken-for-a-day",
	"one-deadline-for-two-things",
	"month-without-a-year",
	"local-time-and-home-time",
	"last-stated-event-not-the-last",
	"event-known-only-through-its-consequence",
	"order-of-events-taken-for-cause",
	"lead-that-says-more-than-the-body",
	"headline-of-another-story",
	"place-that-stands-for-a-government",
	"namesakes",
	"office-whose-holder-changed",
	"body-renamed", "two-bodies-of-one-name",
	"charge-reported-as-a-finding",
	"denial-of-what-nobody-claimed",
	"silence-taken-for-a-no",
}

// leftToTheReader begins what is said of a wrong annotation that no rule can
// tell from the right one.
const leftToTheReader = "Left to the reader:"

// TestTroubles has for every kind of trouble a miniature of two or three
// sentences in testdata/troubles: the right annotation raises nothing; the
// tempting wrong one, laid over it, is caught, with the picture in its file
// "want", or is left to the reader, and the archive says so.
func TestTroubles(t *testing.T) {
	ground := readArchive(t, "testdata/troubles/base.txtar")
	for _, name := range troubles {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			right := readArchive(t, filepath.Join("testdata", "troubles", name, "right.txtar"))
			right.Files = slices.Concat(ground.Files, right.Files)
			if found := judged(t, right, nil); len(found) > 0 {
				t.Errorf("the right annotation is not silent:\n%s", printed(found))
			}
			file := filepath.Join("testdata", "troubles", name, "wrong.txtar")
			wrong := readArchive(t, file)
			found := judged(t, right, wrong)
			compareGolden(t, file, printed(found))
			if left := strings.HasPrefix(string(wrong.Comment), leftToTheReader); left != (len(found) == 0) {
				t.Errorf("left to the reader: %t, and there are %d findings", left, len(found))
			}
		})
	}
}

// TestTroublesAreAllThere sees that no miniature stands unused.
func TestTroublesAreAllThere(t *testing.T) {
	entries, err := os.ReadDir("testdata/troubles")
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	for _, e := range entries {
		if e.IsDir() {
			there = append(there, e.Name())
		}
	}
	if diff := cmp.Diff(slices.Sorted(slices.Values(troubles)), there); diff != "" {
		t.Errorf("miniatures (-named +there):\n%s", diff)
	}
}

// judged are the findings of a miniature but those of coverage: it annotates
// only what its trouble is about.
func judged(t *testing.T, base, over *txtar.Archive) []diag.Diagnostic {
	t.Helper()
	return slices.DeleteFunc(findings(t, overlay(base, over)), func(d diag.Diagnostic) bool {
		r, ok := check.Find(d.Code)
		return ok && r.Group == check.Coverage
	})
}
