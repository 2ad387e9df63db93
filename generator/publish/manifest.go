package publish

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// ManifestName is the file that marks a folder as published by this program.
const ManifestName = ".factsheet"

// A Manifest lists what was published. In the folder it is text, the same for
// the same program, inputs and files on every machine:
//
//	factsheet 1
//	program 1.2.0 sha256:3f79…
//	inputs sha256:ab12…
//	files 2
//
//	9f86d081…  8120  index.html
//	60303ae2…  512  sources/valley-post.html
//
// The first line is the version of the format. After the empty line stands a
// line for each file, sorted by the bytes of the path: SHA-256 in lower-case
// hex, size in bytes, path with forward slashes, with two spaces between.
type Manifest struct {
	Input
	Files []Entry // by path
}

// An Entry is what a manifest says of one file.
type Entry struct {
	Path string // relative to the site, with forward slashes
	Size int64  // bytes
	Sum  [sha256.Size]byte
}

// ReadManifest reads the manifest of a published folder. The error is
// fs.ErrNotExist where there is none. Every path in it is one that could have
// been published, so that none leads out of the folder.
func ReadManifest(dir string) (Manifest, error) {
	name := filepath.Join(dir, ManifestName)
	info, err := os.Stat(name)
	if err != nil {
		return Manifest{}, err
	}
	if !info.Mode().IsRegular() {
		return Manifest{}, fmt.Errorf("%s is no plain file", name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return Manifest{}, err
	}
	m, err := parseManifest(data)
	if err != nil {
		return Manifest{}, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// append writes the manifest's text to the end of b.
func (m Manifest) append(b []byte) []byte {
	if strings.ContainsAny(m.Program+m.Inputs, "\r\n") {
		panic("publish: an input of more than one line")
	}
	b = fmt.Appendf(b, "factsheet 1\nprogram %s\ninputs %s\nfiles %d\n\n", m.Program, m.Inputs, len(m.Files))
	for _, e := range m.Files {
		b = hex.AppendEncode(b, e.Sum[:])
		b = append(b, "  "...)
		b = strconv.AppendInt(b, e.Size, 10)
		b = append(b, "  "...)
		b = append(b, e.Path...)
		b = append(b, '\n')
	}
	return b
}

func parseManifest(data []byte) (Manifest, error) {
	lines := bytes.Split(data, []byte("\n"))
	if len(lines) < 6 || string(lines[0]) != "factsheet 1" || len(lines[len(lines)-1]) != 0 {
		return Manifest{}, errors.New("not a whole manifest of a version that this program reads")
	}
	var m Manifest
	var count string
	for i, field := range []struct {
		key   string
		value *string
	}{{"program ", &m.Program}, {"inputs ", &m.Inputs}, {"files ", &count}, {"", new(string)}} {
		rest, ok := strings.CutPrefix(string(lines[i+1]), field.key)
		if !ok || strings.Contains(rest, "\r") {
			return Manifest{}, fmt.Errorf("line %d does not start with %q", i+2, field.key)
		}
		*field.value = rest
	}
	lines = lines[5 : len(lines)-1]
	if count != strconv.Itoa(len(lines)) {
		return Manifest{}, fmt.Errorf("it announces %s files and lists %d", count, len(lines))
	}
	m.Files = make([]Entry, len(lines))
	for i, line := range lines {
		e, err := parseEntry(string(line))
		if err == nil && i > 0 && m.Files[i-1].Path >= e.Path {
			err = errors.New("the paths are not in order")
		}
		if err != nil {
			return Manifest{}, fmt.Errorf("line %d: %w", i+6, err)
		}
		m.Files[i] = e
	}
	return m, nil
}

func parseEntry(line string) (e Entry, err error) {
	sum, rest, _ := strings.Cut(line, "  ")
	size, path, ok := strings.Cut(rest, "  ")
	if n, err := hex.Decode(e.Sum[:], []byte(sum[:min(len(sum), 2*len(e.Sum))])); !ok || err != nil || n != len(e.Sum) || len(sum) != 2*len(e.Sum) {
		return Entry{}, errors.New("it is not of the form SHA-256, size, path")
	}
	e.Path = path
	e.Size, err = strconv.ParseInt(size, 10, 64)
	if err != nil || e.Size < 0 {
		return Entry{}, fmt.Errorf("%q is no size", size)
	}
	return e, checkPath(path)
}

// find returns the entry of a path.
func (m Manifest) find(path string) (Entry, bool) {
	i, ok := slices.BinarySearchFunc(m.Files, path, func(e Entry, path string) int { return cmp.Compare(e.Path, path) })
	if !ok {
		return Entry{}, false
	}
	return m.Files[i], true
}
