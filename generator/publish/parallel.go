package publish

import (
	"context"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"factsheet/generator/panics"
)

// parallel calls do for 0 to n-1 on all cores until a call fails or the
// context ends, and returns that error. A panic of a call is its own.
func parallel(ctx context.Context, n int, do func(i int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	var next atomic.Int64
	work := func() error {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err := do(i); err != nil {
				return err
			}
		}
		return nil
	}
	var catch panics.Catcher
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() error { return catch.Try(work) })
	}
	err := group.Wait()
	catch.Throw()
	return err
}
