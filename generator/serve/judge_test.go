package serve

import (
	"strings"
	"testing"
)

// TestFaultOfARule judges what no rule can be asked about: that is said, and the
// judge is free for the next.
func TestFaultOfARule(t *testing.T) {
	said := ""
	j := judge{waiting: &candidate{}}
	j.begin(Project{Say: func(line string) { said += line }}, nil)
	if g := <-j.done; g != nil || j.over(g) != true || j.done != nil || j.waiting != nil {
		t.Errorf("it gave %v, and leaves %+v", g, j)
	}
	if !strings.Contains(said, "a fault of the program itself") {
		t.Errorf("said %q", said)
	}
}
