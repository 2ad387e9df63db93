//go:build !linux && !darwin

package publish

import (
	"errors"
	"os"
)

// exchange fails: this system cannot make two folders change places.
func exchange(a, b string) error {
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: errors.ErrUnsupported}
}
