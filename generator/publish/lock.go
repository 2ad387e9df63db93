package publish

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// ErrLocked says that another process holds a lock.
var ErrLocked = errors.New("another run of the program is at work there")

const lockPoll = 20 * time.Millisecond

// Lock takes the lock for which a file stands, which is made and, on release,
// removed. It waits for another holder as long as wait, after calling waiting,
// if that is not nil, once, and then fails with [ErrLocked]. The system
// releases the lock when the process dies, however it dies.
func Lock(ctx context.Context, file string, wait time.Duration, waiting func()) (release func(), err error) {
	deadline := time.Now().Add(wait)
	for {
		release, err := tryLock(file)
		if !errors.Is(err, ErrLocked) || time.Now().After(deadline) {
			return release, err
		}
		if waiting != nil {
			waiting()
			waiting = nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(lockPoll):
		}
	}
}

// acquire takes the lock of a published folder, waiting as the guard says.
func acquire(ctx context.Context, at places, guard Guard) (release func(), err error) {
	release, err = Lock(ctx, at.lock, guard.Wait, guard.Waiting)
	switch {
	case err == nil || ctx.Err() != nil:
		return release, err
	case errors.Is(err, ErrLocked):
		return nil, fmt.Errorf("nothing published: another build is publishing to %q; wait for it to end, and build again", at.dir)
	}
	return nil, at.untouched(err)
}
