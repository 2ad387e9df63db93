package cli

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// roomy is up to how many bytes a program that stays may take before garbage is
// collected earlier than [PaceCollector] has it: ten thousand texts are linked
// in twice the memory that they need afterwards.
const roomy = 750 << 20

// stayWithin keeps the program within that until the context ends, or within
// half as much again as a larger project needs, where it would do nothing but
// collect. GOMEMLIMIT has the first say.
func stayWithin(ctx context.Context) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	before := debug.SetMemoryLimit(roomy)
	go func() {
		defer debug.SetMemoryLimit(before)
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				metrics.Read(live)
				debug.SetMemoryLimit(memoryLimit(live[0].Value.Uint64()))
			}
		}
	}()
}

// memoryLimit is the limit where so many bytes are in use.
func memoryLimit(live uint64) int64 { return max(roomy, int64(live+live/2)) }
