package publish

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// pieces is a file that is written in pieces of some bytes.
func pieces(path, data string, size int) File {
	return File{Path: path, Write: func(w io.Writer) error {
		for rest := data; len(rest) > 0; {
			n := min(size, len(rest))
			if _, err := io.WriteString(w, rest[:n]); err != nil {
				return err
			}
			rest = rest[n:]
		}
		return nil
	}}
}

// TestPour publishes a file that is written piece by piece over another one,
// and wants it to be left alone exactly where it is the same.
func TestPour(t *testing.T) {
	long := string(make([]byte, 3*bufferBytes+7))
	old := time.Date(2031, 3, 4, 5, 6, 7, 0, time.UTC)
	for _, tt := range []struct{ name, before, after string }{
		{"nothing before", "", "abc"},
		{"the same", "abcdefgh", "abcdefgh"},
		{"the same, larger than the buffer", long, long},
		{"another end", "abcdefgh", "abcdefgX"},
		{"another beginning", "abcdefgh", "Xbcdefgh"},
		{"longer", "abc", "abcdefgh"},
		{"shorter", "abcdefgh", "abc"},
		{"another end, larger than the buffer", long, long[1:] + "x"},
		{"empty", "abc", ""},
		{"empty again", "", ""},
	} {
		for _, size := range []int{1 << 20, bufferBytes - 1, 3} {
			dir := filepath.Join(t.TempDir(), "public")
			name := filepath.Join(dir, "a.txt")
			publish(t, dir, 1, File{Path: "a.txt", Data: []byte(tt.before)}, File{Path: "b.txt", Data: []byte("b")})
			if err := os.Chtimes(name, old, old); err != nil {
				t.Fatal(err)
			}
			publish(t, dir, 2, pieces("a.txt", tt.after, size), File{Path: "b.txt", Data: []byte("b")})
			got, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.after, string(got)); diff != "" {
				t.Errorf("%s, by %d bytes (-want +got):\n%s", tt.name, size, diff)
			}
			info, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			if kept := info.ModTime().Equal(old); kept != (tt.before == tt.after) {
				t.Errorf("%s, by %d bytes: the old file is kept: %v", tt.name, size, kept)
			}
			m, err := ReadManifest(dir)
			if err != nil {
				t.Fatal(err)
			}
			if e, _ := m.find("a.txt"); e.Size != int64(len(tt.after)) {
				t.Errorf("%s, by %d bytes: %d bytes are listed", tt.name, size, e.Size)
			}
		}
	}
}

func publish(t *testing.T, dir string, n int, files ...File) {
	t.Helper()
	if _, err := Publish(context.Background(), dir, input(n), list(files...), Guard{}); err != nil {
		t.Fatal(err)
	}
}

// TestPourFails wants an error in the middle of a file to leave the old site.
func TestPourFails(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, 1, File{Path: "a.txt", Data: []byte("abc")})
	broken := errors.New("broken")
	_, err := Publish(context.Background(), dir, input(2), list(File{Path: "a.txt", Write: func(w io.Writer) error {
		io.WriteString(w, "abX")
		return broken
	}}), Guard{})
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "a.txt")); string(got) != "abc" {
		t.Errorf("the old file is %q", got)
	}
}
