package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"factsheet/generator/filename"
	"factsheet/generator/panics"
	"factsheet/generator/parallel"
)

// A stage is the next site on its way to the folder beside the published one.
// That folder is made when the first file is written.
type stage struct {
	at     places
	old    Manifest
	create func(path string) (*os.File, error)
	names  filename.Set

	folders sync.Map // paths of the folders that exist

	mu      sync.Mutex
	files   []Entry
	kept    []string // paths of files that stand in the published folder
	written int
}

func newStage(at places, old Manifest, create func(string) (*os.File, error)) *stage {
	return &stage{at: at, old: old, create: create, names: filename.Set{}}
}

// take writes the files of a stream that do not stand already. A panic of the
// stream is its own, once nobody writes any more.
func (s *stage) take(ctx context.Context, files iter.Seq2[File, error]) error {
	group, inner := errgroup.WithContext(ctx)
	queue := make(chan File)
	work := func() error {
		for f := range queue {
			if err := s.put(f); err != nil {
				return s.at.untouched(err)
			}
		}
		return nil
	}
	var catch panics.Catcher
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error { return catch.Try(work) })
	}
	err := catch.Try(func() error {
		defer close(queue)
		return s.feed(inner, files, queue)
	})
	failed := group.Wait()
	catch.Throw()
	if failed != nil { // then feed only reports that it was stopped
		return failed
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// feed hands the files of a stream to the workers, as long as their names will do.
func (s *stage) feed(ctx context.Context, files iter.Seq2[File, error], work chan<- File) error {
	for f, err := range files {
		if err != nil {
			return err
		}
		if err := checkPath(f.Path); err != nil {
			return err
		}
		if c, ok := s.names.Add(f.Path); !ok {
			return errors.New(c.Why)
		}
		select {
		case work <- f:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// put writes one file, unless the same bytes stand in the published folder.
func (s *stage) put(f File) error {
	take := s.place
	if f.Write != nil {
		take = s.pour
	}
	e, stands, err := take(f)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, e)
	if stands {
		s.kept = append(s.kept, f.Path)
	} else {
		s.written++
	}
	return nil
}

// place takes a file that is in memory.
func (s *stage) place(f File) (e Entry, stands bool, err error) {
	e = Entry{Path: f.Path, Size: int64(len(f.Data)), Sum: sha256.Sum256(f.Data)}
	last, published := s.old.find(f.Path)
	if published && last == e && holds(join(s.at.dir, f.Path), f.Data) {
		return e, true, nil
	}
	return e, false, s.write(f.Path, f.Data)
}

func (s *stage) write(path string, data []byte) error {
	target, err := s.target(path)
	if err != nil {
		return err
	}
	out, err := s.create(target)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return errors.Join(err, flushFile(out), out.Close())
}

// target returns where a file is staged, and makes its folder.
func (s *stage) target(path string) (string, error) {
	target := join(s.at.stage, path)
	folder := filepath.Dir(target)
	if _, ok := s.folders.Load(folder); ok {
		return target, nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	s.folders.Store(folder, nil)
	return target, nil
}

// removed counts the files of the old site that the new one has not.
func (s *stage) removed() int {
	still := 0
	for _, e := range s.files {
		if _, ok := s.old.find(e.Path); ok {
			still++
		}
	}
	return len(s.old.Files) - still
}

// complete adds the files that stand and the manifest, and sees all of it to
// the disk.
func (s *stage) complete(ctx context.Context, in Input) error {
	err := parallel.Try(ctx, len(s.kept), func(i int) error { return s.keep(s.kept[i]) })
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err == nil {
		err = s.seal(in)
	}
	if err != nil {
		return s.at.untouched(err)
	}
	return nil
}

func (s *stage) seal(in Input) error {
	slices.SortFunc(s.files, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	if err := s.write(ManifestName, Manifest{Input: in, Files: s.files}.append(nil)); err != nil {
		return err
	}
	if old, err := os.Stat(s.at.dir); err == nil {
		if err := os.Chmod(s.at.stage, old.Mode().Perm()|old.Mode()&os.ModeSetgid); err != nil {
			return err
		}
	}
	return flushTree(s.at.stage)
}

// keep links a file that stands into the stage. Where links cannot be had it
// is copied with its times.
func (s *stage) keep(path string) error {
	target, err := s.target(path)
	if err != nil {
		return err
	}
	if os.Link(join(s.at.dir, path), target) == nil {
		return nil
	}
	return s.copy(path, target)
}

func (s *stage) copy(path, target string) error {
	source := join(s.at.dir, path)
	data, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	if err := s.write(path, data); err != nil {
		return err
	}
	info, err := os.Stat(source)
	if err != nil {
		return err
	}
	return os.Chtimes(target, info.ModTime(), info.ModTime())
}

const bufferBytes = 64 << 10

// buffers keeps what published files are read into, to compare them.
var buffers = sync.Pool{New: func() any { return new([bufferBytes]byte) }}

// holds reports whether a file has exactly these bytes.
func holds(path string, data []byte) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	buf := buffers.Get().(*[bufferBytes]byte)
	defer buffers.Put(buf)
	for {
		n, err := f.Read(buf[:])
		if !bytes.HasPrefix(data, buf[:n]) {
			return false
		}
		data = data[n:]
		if err == io.EOF {
			return len(data) == 0
		}
		if err != nil {
			return false
		}
	}
}

// join returns the file of the system at a path of the site.
func join(dir, path string) string {
	return dir + string(filepath.Separator) + filepath.FromSlash(path)
}
