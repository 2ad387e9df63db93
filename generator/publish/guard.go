package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"time"
)

// A Guard says where nothing may be published, and how long to wait for
// another build that publishes to the same folder. Besides what it names, no
// site is published to the root of a file system, to the user's home folder or
// to a folder above that.
type Guard struct {
	Root    string        // the project; neither it nor a folder above it; "" for none
	Own     []string      // folders of the project's own: neither these nor what is below them
	Wait    time.Duration // 0: not at all
	Waiting func()        // called once before waiting; may be nil
}

// Check returns an error that says why no site is ever published to a folder,
// or nil.
func (g Guard) Check(dir string) error {
	_, err := g.resolve(dir)
	return err
}

// resolve returns the folder that a path means, absolute and without symbolic
// links, or an error in words that says why nothing is published to it.
func (g Guard) resolve(dir string) (string, error) {
	if dir == "" {
		return "", errors.New("no folder to publish to")
	}
	named, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	target, err := resolveLinks(named)
	if err != nil {
		return "", fmt.Errorf("cannot publish to %q: %w", dir, err)
	}
	if why := g.fault(named, target); why != "" {
		return "", fmt.Errorf("cannot publish to %q: %s; choose another folder, such as public", dir, why)
	}
	return target, nil
}

// fault says why nothing is published to target, which the user called named,
// or "".
func (g Guard) fault(named, target string) string {
	if filepath.Dir(target) == target {
		return "it is the root of the file system"
	}
	if home := homeFolder(); home != "" && within(home, target) {
		return "it is your home folder or holds it"
	}
	if info, err := os.Stat(target); err == nil && !info.IsDir() {
		return "it is a file"
	}
	for _, own := range g.Own {
		if within(target, own) {
			return fmt.Sprintf("it lies in the project's own folder %q", own)
		}
	}
	if above := publishedAbove(target); above != "" {
		return fmt.Sprintf("it lies in the published folder %q, which the next build would refuse to replace", above)
	}
	if g.Root == "" {
		return ""
	}
	if within(g.Root, target) {
		return "it is the project itself or holds it"
	}
	if leadsOut(g.Root, named, target) {
		return fmt.Sprintf("a symbolic link leads from there out of the project to %q; to publish there, name that folder itself", target)
	}
	return ""
}

// homeFolder is the user's, also where the environment does not tell it, as in
// many a container.
func homeFolder() string {
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	if u, err := user.Current(); err == nil {
		return u.HomeDir
	}
	return ""
}

// publishedAbove is the published folder in which a path lies, or "".
func publishedAbove(path string) string {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if exists(filepath.Join(dir, ManifestName)) {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// leadsOut reports whether a path that reads as one inside root is not.
func leadsOut(root, named, target string) bool {
	root, err := filepath.Abs(root)
	if err != nil {
		return true
	}
	rel, err := filepath.Rel(root, named)
	return err == nil && filepath.IsLocal(rel) && !within(target, root)
}

// within reports whether a path is the folder or lies below it. Folders are
// told apart as the file system tells them apart, in spite of links, letter
// case and mounts; those that do not exist, by name.
func within(path, folder string) bool {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return false
	}
	path, err = filepath.Abs(path)
	if err != nil {
		return false
	}
	want, wantErr := os.Stat(folder)
	for {
		if path == folder {
			return true
		}
		if info, err := os.Stat(path); err == nil && wantErr == nil && os.SameFile(info, want) {
			return true
		}
		parent := filepath.Dir(path)
		if parent == path {
			return false
		}
		path = parent
	}
}

// resolveLinks follows the symbolic links of an absolute path of which the
// last names need not exist yet.
func resolveLinks(path string) (string, error) {
	target, err := filepath.EvalSymlinks(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return target, err
	}
	if _, err := os.Lstat(path); err == nil {
		return "", fmt.Errorf("%q is a symbolic link to a folder that does not exist", path)
	}
	parent := filepath.Dir(path)
	if parent == path {
		return "", err
	}
	target, err = resolveLinks(parent)
	return filepath.Join(target, filepath.Base(path)), err
}
