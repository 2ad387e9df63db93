package page

import "testing"

func TestBefore(t *testing.T) {
	for _, test := range []struct {
		name   string
		titles []Words
		want   Words
	}{
		{"names", []Words{"Ann Lee", "Herald", "two sailors"}, "Ann Lee, Herald and two sailors"},
		{"statements", []Words{"It sank.", "“It was full.”", "Why?"}, "It sank. “It was full.” Why?"},
		{"one", []Words{"It sank."}, "It sank."},
	} {
		var refs []Ref
		for _, title := range test.titles {
			refs = append(refs, Ref{Title: title})
		}
		got := ""
		for i, r := range refs {
			got += Before(refs, i) + r.Title
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
