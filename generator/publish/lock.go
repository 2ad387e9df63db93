package publish

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// errLocked says that another process holds the lock.
var errLocked = errors.New("locked")

const lockPoll = 20 * time.Millisecond

// acquire takes the lock of a published folder, waiting as the guard says. The
// system releases it when the process dies, however it dies.
func acquire(ctx context.Context, at places, guard Guard) (release func(), err error) {
	deadline := time.Now().Add(guard.Wait)
	for waiting := false; ; waiting = true {
		release, err := tryLock(at.lock)
		if err == nil {
			return release, nil
		}
		if !errors.Is(err, errLocked) {
			return nil, at.untouched(err)
		}
		if time.Now().After(deadline) {
			return nil, fmt.Errorf("nothing published: another build is publishing to %q; wait for it to end, and build again", at.dir)
		}
		if !waiting && guard.Waiting != nil {
			guard.Waiting()
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(lockPoll):
		}
	}
}
