package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCorrections(t *testing.T) {
	mended := strings.Replace(ferry, `statement = "One ferry sank."`, `statement = "One ferry sank."
corrected = [{ on = "2031-03-20", was = "Two ferries sank.", because = "See [it](sank)." }, { on = "2031-03-22", was = "No ferry sank.", because = "It did." }]`, 1)
	mended = strings.Replace(mended, `name = "Ann Lee"`, `name = "Ann Lee"
corrected = [{ on = "2031-03-21", was = "Anne Lee", because = "Misspelt." }]`, 1)
	mended = strings.Replace(mended, `name = "It"`, `name = "It"
corrected = [{ on = "2031-03-21", was = "They", because = "A draft." }]`, 1)
	var got []string
	for _, c := range New(link(t, mended), nil, Options{}).Corrections().List {
		got = append(got, c.On+": "+c.Fact.ID+" was "+c.Was)
	}
	want := []string{"22 March 2031: old was No ferry sank.", "21 March 2031: lee was Anne Lee", "20 March 2031: old was Two ferries sank."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNoCorrections(t *testing.T) {
	if c := book(t, Options{}).Corrections(); len(c.List) > 0 || c.Lead == "" {
		t.Errorf("of nothing that was corrected: %+v", c)
	}
}
