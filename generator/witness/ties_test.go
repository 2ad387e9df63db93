package witness

import "testing"

// TestSurelyWithin sees that a part that only a reason makes one is none for
// sure, and that a circle of parts ends.
func TestSurelyWithin(t *testing.T) {
	b, _ := bench(t)
	for _, c := range []struct {
		x, y string
		want bool
	}{
		{"lee", "lee", true},
		{"office", "lee", true},
		{"lee", "office", true},
		{"dunn", "lee", false},
		{"office", "wire", false},
		{"nobody", "lee", false},
	} {
		if got := b.SurelyWithin(c.x, c.y); got != c.want {
			t.Errorf("%s, %s: %v", c.x, c.y, got)
		}
	}
}
