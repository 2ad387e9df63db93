package publish

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const maxName = 255 // bytes of one name on the common file systems

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

// checkPath says why a path cannot be a file of a site on every common file
// system. Nil is a path that can.
func checkPath(p string) error {
	if p == "" {
		return fmt.Errorf("a file without a name cannot be published")
	}
	if !utf8.ValidString(p) {
		return fmt.Errorf("%q cannot be published: its name is not UTF-8", p)
	}
	for name := range strings.SplitSeq(p, "/") {
		if why := nameFault(name); why != "" {
			return fmt.Errorf("%q cannot be published: %s", p, why)
		}
	}
	if strings.HasPrefix(fold(p), ManifestName) {
		return fmt.Errorf("%q cannot be published: names in %s… are kept for the manifest", p, ManifestName)
	}
	return nil
}

// nameFault says what is wrong with one name of a path, or "".
func nameFault(name string) string {
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case name == "":
		return "its path is absolute, ends with a slash or has an empty name"
	case name == "." || name == "..":
		return fmt.Sprintf("its path has the part %q", name)
	case len(name) > maxName:
		return fmt.Sprintf("a name of %d bytes is longer than the %d that file systems hold", len(name), maxName)
	case strings.ContainsFunc(name, forbidden):
		return fmt.Sprintf("%q has a character that Windows forbids in names", name)
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return fmt.Sprintf("%q ends with a dot or a space, which Windows drops", name)
	case reserved[strings.ToUpper(strings.TrimRight(stem, " "))]:
		return fmt.Sprintf("%q is the name of a device on Windows", name)
	}
	return ""
}

func forbidden(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"|?*\`, r) }

// names holds the files and folders of one site under their folded paths, to
// find two that some file system takes for one.
type names map[string]name

type name struct {
	path   string
	folder bool
}

// add takes up a file and the folders above it. The error names both paths.
func (n names) add(p string) error {
	key := fold(p)
	if other, ok := n[key]; ok {
		return collision(other, name{path: p})
	}
	n[key] = name{path: p}
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		key := fold(dir)
		other, ok := n[key]
		if !ok {
			n[key] = name{path: dir, folder: true}
			continue
		}
		if !other.folder || other.path != dir {
			return collision(other, name{path: dir, folder: true})
		}
		return nil // and the folders above it are known too
	}
	return nil
}

func collision(a, b name) error {
	switch {
	case a.path != b.path:
		return fmt.Errorf("%q and %q cannot both be published: where case or Unicode normalisation does not count they are one", a.path, b.path)
	case a.folder != b.folder:
		return fmt.Errorf("%q cannot be published as a file and as a folder", a.path)
	}
	return fmt.Errorf("%q cannot be published twice", a.path)
}

// fold maps the paths that a file system may take for one to one string.
// Upper case comes first because some letters only meet there, as ſ and s do.
func fold(p string) string {
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
