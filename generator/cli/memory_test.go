package cli

import "testing"

func TestMemoryLimit(t *testing.T) {
	for live, want := range map[uint64]int64{0: roomy, 500 << 20: roomy, 600 << 20: 900 << 20, 1 << 30: 3 << 29, 4 << 30: 6 << 30} {
		if got := memoryLimit(live); got != want {
			t.Errorf("with %d bytes in use the limit is %d, want %d", live, got, want)
		}
	}
}
