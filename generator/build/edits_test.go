package build_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
	"factsheet/layouts"
)

// A desk is a project at which somebody works, edit after edit.
type desk struct {
	t        *testing.T
	dice     *rand.Rand
	files    fstest.MapFS
	original fstest.MapFS
	touched  []string
	done     []string // what was done since everything last stood well

	read    *build.Files
	state   *build.State
	preview *build.Preview
	out     *build.Output       // the last that was published
	known   map[string][]string // ids by annotation file, as of the last version that parsed
}

// starterDir is the small site that every new project begins as.
const starterDir = "../cli/starter"

func newDesk(t *testing.T, seed uint64) *desk {
	t.Helper()
	d := &desk{t: t, dice: rand.New(rand.NewPCG(seed, 1)), files: fstest.MapFS{}, known: map[string][]string{}}
	err := fs.WalkDir(os.DirFS(starterDir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(starterDir + "/" + name)
		d.files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil || len(d.files) < 5 {
		t.Fatalf("%d files of the starter: %v", len(d.files), err)
	}
	d.files["content/more/notes.md"] = &fstest.MapFile{Data: []byte("# Notes\n\nOf [books](books-soaked) and [the rest](../about.md).\n")}
	d.lock()
	d.original = maps.Clone(d.files)
	return d
}

// lock lists the seeds as they are.
func (d *desk) lock() bool {
	var sums strings.Builder
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		if dir, base := path.Split(name); dir == "seeds/" && path.Ext(base) == ".txt" {
			fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(d.files[name].Data), base)
		}
	}
	d.write("seeds/SHA256SUMS", sums.String())
	return true
}

func (d *desk) folders() build.Folders {
	sub := func(name string) fs.FS {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(d.files)), func(path string) bool { return strings.HasPrefix(path, name+"/") }) {
			return nil
		}
		fsys, err := fs.Sub(d.files, name)
		if err != nil {
			d.t.Fatal(err)
		}
		return fsys
	}
	return build.Folders{Root: d.files, Seeds: sub("seeds"), Content: sub("content"), Layouts: sub("layouts")}
}

func (d *desk) write(path, data string) {
	d.files[path] = &fstest.MapFile{Data: []byte(data)}
	d.touched = append(d.touched, path)
}

// remove deletes a file, and with the last of a folder the folder.
func (d *desk) remove(name string) {
	delete(d.files, name)
	d.touched = append(d.touched, name, path.Dir(name))
}

// clear deletes what lies below a path.
func (d *desk) clear(folder string) {
	for name := range d.files {
		if strings.HasPrefix(name, folder+"/") {
			d.remove(name)
		}
	}
}

func (d *desk) data(path string) string { return string(d.files[path].Data) }

// pick returns one of the paths below a folder, with an ending.
func (d *desk) pick(folder, ending string) (string, bool) {
	var paths []string
	for path := range d.files {
		if strings.HasPrefix(path, folder) && strings.HasSuffix(path, ending) {
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		return "", false
	}
	slices.Sort(paths)
	return paths[d.dice.IntN(len(paths))], true
}

// anywhere returns an offset in a text at which a character begins.
func (d *desk) anywhere(s string) int {
	at := d.dice.IntN(len(s) + 1)
	for at < len(s) && s[at]&0xC0 == 0x80 {
		at++
	}
	return at
}

// mend puts some or all files back as they were.
func (d *desk) mend(all bool) {
	for _, path := range slices.Sorted(maps.Keys(d.files)) {
		if _, known := d.original[path]; !known && (all || d.dice.IntN(2) == 0) {
			d.remove(path)
		}
	}
	for path, f := range d.original {
		if all || d.dice.IntN(2) == 0 {
			d.clear(path)
			d.files[path] = f
			d.touched = append(d.touched, path)
		}
	}
}

// step makes an edit or several and brings the desk up to date as the preview
// does: by what was touched.
func (d *desk) step() {
	switch n := d.dice.IntN(12); n {
	case 0:
		d.mend(true)
		d.done = []string{"mend all"}
	case 1, 2:
		d.mend(false)
		d.done = append(d.done, "mend some")
	default:
		for range 1 + n/9 {
			if e := edits[d.dice.IntN(len(edits))]; e.do(d) {
				d.done = append(d.done, e.name)
			}
		}
	}
	d.refresh()
}

func (d *desk) refresh() {
	read, err := build.Reread(d.folders(), d.read, d.touched)
	if err != nil {
		d.t.Fatal(err)
	}
	d.touched = nil
	d.read = read
	d.state = build.Lenient(read, d.state).Judge()
	if d.state.Dossier != nil {
		d.preview = build.NewPreview(d.state, layouts.FS, d.preview)
	}
}

// clean is the project built from nothing.
func (d *desk) clean() *build.State {
	files, err := build.Read(d.folders(), nil)
	if err != nil {
		d.t.Fatal(err)
	}
	if diff := cmp.Diff(listing(files), listing(d.read)); diff != "" {
		d.t.Fatalf("files read again (-clean +again):\n%s\nafter %q", diff, d.done)
	}
	return build.Next(files, nil)
}

// listing is every file with its bytes.
func listing(f *build.Files) map[string]string {
	out := map[string]string{"digest": build.Digest(f, f.Generated())}
	for _, list := range [][]*text.File{f.Annotations, f.Pages, f.Pictures, f.Sheets, f.Layouts, {f.Config, f.Sums, f.Schema}} {
		for _, one := range list {
			if one != nil {
				out[one.Path] += string(one.Data)
			}
		}
	}
	for _, s := range f.Seeds {
		out[s.File.Path] += s.Sum + s.Problem.Message + s.File.Slice(text.Span{End: len(s.File.Data)})
	}
	for _, d := range f.Found {
		out["found "+d.Place.File.Path] = d.Message
	}
	return out
}

// TestEdits makes hundreds of random edits and compares, whenever every file
// parses and every layout works, what the preview shows with what is built
// from nothing. In between, what stands in for a file that does not parse is
// its last version that did.
func TestEdits(t *testing.T) {
	compared, published, stoodIn := 0, 0, 0
	for seed := range uint64(6) {
		d := newDesk(t, seed)
		d.touched = []string{"."}
		d.refresh()
		for range 80 {
			d.step()
			fresh := d.clean()
			if d.compare(fresh) {
				compared++
				published += d.comparePublished(fresh)
			}
			stoodIn += d.checkStandIns(fresh)
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("compared %d times, with what is published %d times; %d times a file stood in", compared, published, stoodIn)
	if compared < 50 || published < 10 || stoodIn < 5 {
		t.Error("the edits break too much or too little")
	}
}

// TestEditsOfRecords makes many more random edits, of records alone, and compares
// after each what is found and linked with what is from nothing.
func TestEditsOfRecords(t *testing.T) {
	compared, codes := 0, map[string]bool{}
	for seed := range uint64(8) {
		d := newDesk(t, 100+seed)
		d.touched = []string{"."}
		d.catchUp()
		for n := range 100 {
			if n%15 == 14 {
				d.mend(d.dice.IntN(2) == 0)
				d.done = nil
			}
			for _, e := range edits {
				if strings.Contains(e.name, "record") && d.dice.IntN(5) == 0 && e.do(d) {
					d.done = append(d.done, e.name)
				}
			}
			d.catchUp()
			fresh := d.clean()
			if slices.ContainsFunc(fresh.Found, isUnread) {
				continue // another version of the file stands in for it
			}
			compared++
			if diff := cmp.Diff(printed(fresh.Found), printed(d.state.Found)); diff != "" {
				t.Fatalf("findings (-clean +desk):\n%s\nseed %d, step %d, after %q", diff, seed, n, d.done)
			}
			if diff := cmp.Diff(named(fresh.Dossier), named(d.state.Dossier)); diff != "" {
				t.Fatalf("what is linked (-clean +desk):\n%s\nseed %d, step %d, after %q", diff, seed, n, d.done)
			}
			for _, f := range fresh.Found {
				codes[f.Code] = true
			}
		}
	}
	t.Logf("compared %d times; %d codes were raised: %q", compared, len(codes), slices.Sorted(maps.Keys(codes)))
	if compared < 200 || len(codes) < 25 {
		t.Error("the edits break too much or too little")
	}
}

// catchUp brings the state up to date, and nothing that is made of it.
func (d *desk) catchUp() {
	d.t.Helper()
	read, err := build.Reread(d.folders(), d.read, d.touched)
	if err != nil {
		d.t.Fatal(err)
	}
	d.touched, d.read = nil, read
	if d.state = build.Lenient(read, d.state); d.dice.IntN(4) == 0 {
		d.state = build.Lenient(read, d.state) // shown again before it is judged
	}
	d.state = d.state.Judge()
}

// named is what a dossier lists, by id, and who names which.
func named(d *dossier.Dossier) map[string][]string {
	out := map[string][]string{"up to": {d.KnownUpTo().String()}}
	for _, s := range d.Sources {
		out["sources"] = append(out["sources"], s.ID)
		for _, m := range d.Mentions(s) {
			out["mentions of "+s.ID] = append(out["mentions of "+s.ID], m.IDs...)
		}
	}
	for _, m := range d.Measures {
		out["measures"] = append(out["measures"], m.ID)
	}
	for _, item := range d.Items() {
		out["items"] = append(out["items"], item.Name())
		for _, ref := range item.Refs() {
			id := ref.Text.Value
			out["naming "+id] = nil
			for _, x := range d.Referring(id) {
				out["naming "+id] = append(out["naming "+id], x.Name())
			}
			_, known := d.Lookup(id)
			out["known "+id] = []string{fmt.Sprint(known, d.Fact(id) != nil, d.Actor(id) != nil, d.Source(id) != nil, d.Part(id) != nil, d.Measure(id) != nil)}
		}
	}
	for _, x := range d.Duplicates {
		out["duplicates"] = append(out["duplicates"], x.ID.Text.Value, x.Place.String(), x.First.Place.String())
	}
	return out
}

// compare compares the desk with a state made from nothing, if that can be
// read whole.
func (d *desk) compare(fresh *build.State) bool {
	if fresh.Site == nil || slices.ContainsFunc(fresh.Found, isUnread) {
		return false
	}
	if diff := cmp.Diff(printed(fresh.Found), printed(d.state.Found)); diff != "" {
		d.t.Errorf("findings (-clean +desk):\n%s\nafter %q", diff, d.done)
	}
	preview := build.NewPreview(fresh, layouts.FS, nil)
	if len(preview.Found) > 0 {
		return false
	}
	if diff := cmp.Diff(d.all(preview), d.all(d.preview)); diff != "" {
		d.t.Errorf("files of the site (-clean +desk):\n%s\nafter %q", diff, d.done)
	}
	if diff := cmp.Diff(printed(preview.Check()), printed(d.preview.Check())); diff != "" {
		d.t.Errorf("findings on the site (-clean +desk):\n%s\nafter %q", diff, d.done)
	}
	return true
}

func isUnread(x diag.Diagnostic) bool { return x.Code == "syntax" || x.Code == "limit" }

// all are the files of a preview.
func (d *desk) all(p *build.Preview) map[string]string {
	out := map[string]string{}
	for _, path := range p.Paths() {
		made, ok := p.File(path)
		if !ok && (p.State.Sound() || strings.HasSuffix(path, ".html")) {
			d.t.Errorf("%s is a file of the site that is not found", path)
		}
		out[path] = string(made.Data)
		for _, f := range made.Found {
			out[path] += f.Message
		}
	}
	return out
}

// comparePublished compares the preview with what is published, where a site
// without drafts is, and returns how often it did.
func (d *desk) comparePublished(fresh *build.State) int {
	if fresh.Errors() > 0 || slices.ContainsFunc(fresh.Dossier.Items(), isDraft) {
		return 0
	}
	d.out = d.state.OutputAfter(layouts.FS, d.out)
	again, ok := d.published(d.out)
	want, wantOK := d.published(fresh.Output(layouts.FS))
	if ok != wantOK {
		d.t.Errorf("published again: %v, from nothing: %v\nafter %q", ok, wantOK, d.done)
	}
	if !ok || !wantOK {
		return 0
	}
	for path, data := range want {
		if !bytes.Equal(again[path], data) {
			d.t.Errorf("%s is not the same when it is published again\nafter %q", path, d.done)
		}
		if made, _ := d.preview.File(path); !bytes.Equal(made.Data, data) {
			d.t.Errorf("%s is not the same in the preview\nafter %q", path, d.done)
		}
	}
	return 1
}

// published is every file of an output, and false where one cannot be rendered.
func (d *desk) published(out *build.Output) (map[string][]byte, bool) {
	files := map[string][]byte{}
	for file, err := range out.Files(context.Background()) {
		switch {
		case errors.As(err, new(build.Findings)):
			return nil, false
		case err != nil:
			d.t.Fatal(err)
		}
		files[file.Path] = file.Bytes()
	}
	return files, true
}

// checkStandIns sees that the ids of the last version of a file that parsed
// are still there while a newer one does not, and returns how many files stand
// in.
func (d *desk) checkStandIns(fresh *build.State) int {
	if fresh.Dossier == nil || d.state.Dossier == nil {
		d.known = nil // what they hold by the next time is not looked at now
		return 0
	}
	n := 0
	known := map[string][]string{}
	for _, r := range fresh.Dossier.Records {
		path := r.File.Path
		if r.Parsed {
			for _, f := range r.Facts {
				known[path] = append(known[path], f.ID.Value)
			}
			continue
		}
		if known[path] = d.known[path]; len(known[path]) > 0 {
			n++
		}
		for _, id := range known[path] {
			if _, ok := d.state.Dossier.Lookup(id); !ok {
				d.t.Errorf("%s does not parse, and %q, which it held before, is gone\nafter %q", path, id, d.done)
			}
		}
	}
	d.known = known
	return n
}

func isDraft(item dossier.Item) bool { return item.Common().Draft }
