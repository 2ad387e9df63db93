package cli

import "testing"

func TestMemoryLimit(t *testing.T) {
	for live, want := range map[uint64]int64{0: roomy, 600 << 20: roomy, 900 << 20: 1200 << 20, 3 << 30: 4 << 30} {
		if got := memoryLimit(live); got != want {
			t.Errorf("with %d bytes in use the limit is %d, want %d", live, got, want)
		}
	}
}
