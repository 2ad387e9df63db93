package watch

import (
	"slices"
	"testing"
	"time"
)

func TestPendingDue(t *testing.T) {
	start := time.Date(2031, 3, 5, 12, 0, 0, 0, time.UTC)
	ms := func(n int) time.Time { return start.Add(time.Duration(n) * time.Millisecond) }
	type event struct {
		path   string
		folder bool
		at     int // milliseconds after the start
	}
	for name, test := range map[string]struct {
		events []event
		due    int
	}{
		"one file":           {[]event{{"a", false, 0}}, 10},
		"one file twice":     {[]event{{"a", false, 0}, {"a", false, 7}}, 17},
		"two files":          {[]event{{"a", false, 0}, {"b", false, 7}}, 107},
		"a folder":           {[]event{{"a", true, 0}}, 100},
		"a folder, a file":   {[]event{{"a", true, 0}, {"a", false, 50}}, 150},
		"files without end":  {[]event{{"a", false, 0}, {"b", false, 950}}, 1000},
		"one file all along": {[]event{{"a", false, 0}, {"a", false, 995}}, 1000},
	} {
		t.Run(name, func(t *testing.T) {
			var p pending
			if _, ok := p.due(); ok {
				t.Error("nothing is due")
			}
			for _, e := range test.events {
				p.add(e.path, e.folder, ms(e.at))
			}
			if got, ok := p.due(); !ok || !got.Equal(ms(test.due)) {
				t.Errorf("due after %v, want %d ms", got.Sub(start), test.due)
			}
			last := test.events[len(test.events)-1]
			if b := p.take(); !slices.Contains(b.Paths, last.path) || !b.Last.Equal(ms(last.at)) {
				t.Errorf("the batch %+v", b)
			}
			if _, ok := p.due(); ok {
				t.Error("something is due that was taken")
			}
		})
	}
}

// A file of the same size and time may be another one if it is young.
func TestDoubtful(t *testing.T) {
	now := time.Now()
	old := snapshot{at: now, young: now.Add(-recent), stamp: map[string]stamp{"young": {size: 1, time: now}, "old": {size: 1, time: now.Add(-time.Hour)}, "gone": {}}}
	next := snapshot{at: now.Add(time.Second), stamp: map[string]stamp{"young": old.stamp["young"], "old": old.stamp["old"], "new": {}}}
	changed, doubtful := next.since(old)
	slices.Sort(changed)
	if !slices.Equal(changed, []string{"gone", "new"}) || !slices.Equal(doubtful, []string{"young"}) {
		t.Errorf("changed %q, doubtful %q", changed, doubtful)
	}
}
