package cli_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"factsheet/generator/cli"
	"factsheet/layouts"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"factsheet": func() { os.Exit(cli.Main(layouts.FS)) },
	})
}

// TestScripts runs the program as its users do. Besides the commands of
// testscript there are
//
//	status N ARG…     runs factsheet and wants that exit status
//	note NAME DIR     notes every file of a folder, its bytes and its time
//	untouched NAME    wants every noted file to stand as it stood
//	sametree A B      wants two folders to hold the same bytes, but for .factsheet
//	jsonlines FILE    wants every line of a file, "stdout" too, to be a JSON object
//	jsonfile FILE     wants a file to be JSON
//	smalldisk DIR N   mounts a disk of N KB there
//
// and the condition [mount].
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               setup,
		Condition:           condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":    status,
			"note":      note,
			"untouched": untouched,
			"sametree":  sameTree,
			"jsonlines": jsonLines,
			"jsonfile":  jsonFile,
			"smalldisk": smallDisk,
		},
	})
}

func setup(env *testscript.Env) error {
	env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
	env.Values[notes{}] = map[string]tree{}
	return os.Mkdir(filepath.Join(env.WorkDir, "home"), 0o777)
}

// status is `exec factsheet` with the exit status as an expectation.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: status N ARG…")
	}
	err := ts.Exec("factsheet", args[1:]...)
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if fmt.Sprint(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

type notes struct{}

// A tree is what is known of the files of a folder, by path.
type tree map[string]string

// treeOf describes the files of a folder: with their times, or by their bytes
// alone.
func treeOf(ts *testscript.TestScript, dir string, times bool) tree {
	files := tree{}
	ts.Check(filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		about := fmt.Sprintf("%x", sha256.Sum256(data))
		if times {
			info, err := d.Info()
			if err != nil {
				return err
			}
			about += " " + info.ModTime().String()
		}
		rel, err := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = about
		return err
	}))
	if len(files) == 0 {
		ts.Fatalf("%s holds no files", dir)
	}
	return files
}

func note(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: note NAME DIR")
	}
	noted := ts.Value(notes{}).(map[string]tree)
	dir := ts.MkAbs(args[1])
	noted[args[0]] = treeOf(ts, dir, true)
	noted[args[0]][""] = dir
}

func untouched(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: untouched NAME")
	}
	want := ts.Value(notes{}).(map[string]tree)[args[0]]
	got := treeOf(ts, want[""], true)
	got[""] = want[""]
	if diff := cmp.Diff(want, got); diff != "" {
		ts.Fatalf("files changed (-before +now):\n%s", diff)
	}
}

func sameTree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sametree A B")
	}
	a, b := treeOf(ts, ts.MkAbs(args[0]), false), treeOf(ts, ts.MkAbs(args[1]), false)
	delete(a, ".factsheet")
	delete(b, ".factsheet")
	if diff := cmp.Diff(a, b); diff != "" {
		ts.Fatalf("the folders differ (-%s +%s):\n%s", args[0], args[1], diff)
	}
}

func jsonLines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: jsonlines FILE")
	}
	lines := bufio.NewScanner(strings.NewReader(ts.ReadFile(args[0])))
	n := 0
	for ; lines.Scan(); n++ {
		var object map[string]any
		if err := json.Unmarshal(lines.Bytes(), &object); err != nil {
			ts.Fatalf("line %d is no JSON object: %v\n%s", n+1, err, lines.Text())
		}
	}
	if n == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
}

func jsonFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: jsonfile FILE")
	}
	if !json.Valid([]byte(ts.ReadFile(args[0]))) {
		ts.Fatalf("%s is no JSON", args[0])
	}
}

// smallDisk mounts a disk in memory, which is full soon and can be made
// read-only even for root.
func smallDisk(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: smalldisk DIR KB")
	}
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o777))
	ts.Check(ts.Exec("mount", "-t", "tmpfs", "-o", "size="+args[1]+"k", "tmpfs", dir))
	ts.Defer(func() { exec.Command("umount", dir).Run() })
}

// condition is [mount]: whether disks can be mounted, which takes the rights of
// root on Linux. With FACTSHEET_CI=1 nothing is left out.
func condition(name string) (bool, error) {
	if name != "mount" {
		return false, fmt.Errorf("there is no condition %q", name)
	}
	return runtime.GOOS == "linux" && os.Geteuid() == 0 || os.Getenv("FACTSHEET_CI") == "1", nil
}
