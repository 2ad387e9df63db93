package publish

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"os"
)

// pour takes a file that is written piece by piece. It is compared with the one
// that stands as it comes, and staged from the first byte that differs.
func (s *stage) pour(f File) (e Entry, stands bool, err error) {
	p := pouring{stage: s, path: f.Path, sum: sha256.New()}
	if last, published := s.old.find(f.Path); published {
		p.last = last
		if p.standing, err = os.Open(join(s.at.dir, f.Path)); err == nil {
			defer p.standing.Close()
			p.rest = bufio.NewReaderSize(p.standing, bufferBytes)
		}
	}
	if err = f.Write(&p); err != nil {
		return e, false, errors.Join(err, p.close())
	}
	e = Entry{Path: f.Path, Size: p.size, Sum: [sha256.Size]byte(p.sum.Sum(nil))}
	if p.out == nil && p.rest != nil && p.last == e && p.atEnd() {
		return e, true, nil
	}
	if p.out == nil {
		err = p.begin()
	}
	return e, false, errors.Join(err, p.close())
}

// A pouring is a file that is being written.
type pouring struct {
	stage    *stage
	path     string
	sum      hash.Hash
	size     int64
	last     Entry
	standing *os.File      // the published file, if there is one
	rest     *bufio.Reader // of it, as long as nothing differs
	out      *os.File      // the staged file, once something does
}

// Write takes the next bytes.
func (p *pouring) Write(data []byte) (int, error) {
	if p.out == nil && !p.follows(data) {
		if err := p.begin(); err != nil {
			return 0, err
		}
	}
	p.sum.Write(data)
	p.size += int64(len(data))
	if p.out != nil {
		return p.out.Write(data)
	}
	return len(data), nil
}

// follows reports whether the published file goes on with these bytes.
func (p *pouring) follows(data []byte) bool {
	if p.rest == nil {
		return false
	}
	for len(data) > 0 {
		next, err := p.rest.Peek(min(len(data), bufferBytes))
		if err != nil || !bytes.HasPrefix(data, next) {
			return false
		}
		p.rest.Discard(len(next))
		data = data[len(next):]
	}
	return true
}

func (p *pouring) atEnd() bool {
	_, err := p.rest.Peek(1)
	return err == io.EOF
}

// begin stages what was taken so far, all of which stands in the published
// file as well.
func (p *pouring) begin() error {
	target, err := p.stage.target(p.path)
	if err != nil {
		return err
	}
	p.out, err = p.stage.create(target)
	if err != nil || p.size == 0 {
		return err
	}
	_, err = io.Copy(p.out, io.NewSectionReader(p.standing, 0, p.size))
	return err
}

// close ends the staged file, if there is one.
func (p *pouring) close() error {
	if p.out == nil {
		return nil
	}
	return errors.Join(flushFile(p.out), p.out.Close())
}
