package cli

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

// roomy is up to how many bytes a program that stays may take before garbage is
// collected earlier than [PaceCollector] has it: ten thousand texts are linked
// in twice the memory that they need afterwards.
const roomy = 840 << 20

// stayWithin keeps the program within that until the context ends, or within a
// third more than a larger project needs, where it would do nothing but
// collect. Until settled is called nothing is collected below that, so that the
// first page is there sooner. GOMEMLIMIT has the first say.
func stayWithin(ctx context.Context) (settled func()) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	before, pace := debug.SetMemoryLimit(roomy), debug.SetGCPercent(-1)
	settled = sync.OnceFunc(func() { debug.SetGCPercent(pace) })
	go func() {
		defer debug.SetMemoryLimit(before)
		defer settled()
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
	return settled
}

// memoryLimit is the limit where so many bytes are in use.
func memoryLimit(live uint64) int64 { return max(roomy, int64(live+live/3)) }
