// Package filename says which paths every common file system can hold, and
// which of them some file system takes for one.
package filename

import (
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Max is how many bytes one name of a path can have on the common file
// systems.
const Max = 255

// MaxPath is how many bytes a path below the site can have. macOS ends whole
// paths at 1,024, of which some are those of the folder.
const MaxPath = 900

// reserved are the names that Windows keeps for devices, whatever follows
// their first dot.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
var reserved = deviceNames()

func deviceNames() map[string]bool {
	names := map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true, "CONIN$": true, "CONOUT$": true}
	for _, port := range []string{"COM", "LPT"} {
		for _, digit := range "123456789¹²³" {
			names[port+string(digit)] = true
		}
	}
	return names
}

// Fault says why a relative path with forward slashes cannot name a file on
// every common file system: a clause such as `"CON.html" is the name of a
// device on Windows`. It is "" for a path that can.
func Fault(p string) string {
	if !utf8.ValidString(p) {
		return "its name is not UTF-8"
	}
	if len(p) > MaxPath {
		return fmt.Sprintf("a path of %d bytes is longer than the %d that file systems hold", len(p), MaxPath)
	}
	for name := range strings.SplitSeq(p, "/") {
		if why := nameFault(name); why != "" {
			return why
		}
	}
	return ""
}

// nameFault says what is wrong with one name of a path, or "".
func nameFault(name string) string {
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case name == "":
		return "its path is absolute, ends with a slash or has an empty name"
	case name == "." || name == "..":
		return fmt.Sprintf("its path has the part %q", name)
	case len(name) > Max:
		return fmt.Sprintf("a name of %d bytes is longer than the %d that file systems hold", len(name), Max)
	case strings.ContainsFunc(name, forbidden):
		return fmt.Sprintf("%q has a character that Windows forbids in names", name)
	case strings.ContainsFunc(name, unseen):
		return fmt.Sprintf("%q has a character that is not seen, or turns round what stands beside it", name)
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return fmt.Sprintf("%q ends with a dot or a space, which Windows drops", name)
	case reserved[strings.ToUpper(strings.TrimRight(stem, " "))]:
		return fmt.Sprintf("%q is the name of a device on Windows", name)
	}
	return ""
}

func forbidden(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"|?*\`, r) }

// unseen reports whether a character is a control, or one that only says in
// which direction others run.
func unseen(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}

// A Set holds files and the folders above them under their folded paths.
type Set map[string]entry

type entry struct {
	path   string
	folder bool
	file   string // that with which it came into the set
}

// A Collision is two files of which some file system can hold only one.
type Collision struct {
	Other  string // the file that was there first
	Folder bool   // it is not the files that meet, but a folder above one of them
	Why    string // a sentence without its full stop, with the paths that meet
}

// Add takes up a file and the folders above it. Where it collides with a file
// that was added before, ok is false.
func (s Set) Add(p string) (c Collision, ok bool) {
	key := Fold(p)
	if other, ok := s[key]; ok {
		return collision(other, entry{path: p}), false
	}
	s[key] = entry{path: p, file: p}
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		key := Fold(dir)
		other, ok := s[key]
		if !ok {
			s[key] = entry{path: dir, folder: true, file: p}
			continue
		}
		if !other.folder || other.path != dir {
			return collision(other, entry{path: dir, folder: true}), false
		}
		break // and the folders above it are known too
	}
	return Collision{}, true
}

func collision(a, b entry) Collision {
	c := Collision{Other: a.file, Folder: a.folder || b.folder}
	switch {
	case a.path != b.path:
		c.Why = fmt.Sprintf("%q and %q cannot both be published: where case or Unicode normalisation does not count they are one", a.path, b.path)
	case a.folder != b.folder:
		c.Why = fmt.Sprintf("%q cannot be published as a file and as a folder", a.path)
	default:
		c.Why = fmt.Sprintf("%q cannot be published twice", a.path)
	}
	return c
}

// Fold maps the paths that some file system takes for one to one string.
// Upper case comes first because some letters only meet there, as ſ and s do.
func Fold(p string) string {
	if ascii(p) {
		return strings.ToLower(p)
	}
	return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFC.String(p))))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
