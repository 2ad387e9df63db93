package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"factsheet/generator/check"
	"factsheet/generator/cli"
	"factsheet/layouts"
)

// run runs the program, which must end well, and returns what it prints.
func run(t *testing.T, args ...string) string {
	t.Helper()
	status, out := runAny(t, args...)
	if status != 0 {
		t.Fatalf("factsheet %s: status %d\n%s", strings.Join(args, " "), status, out)
	}
	return out
}

// runAny runs the program and returns its status and what it prints; what it
// says besides goes to the log.
func runAny(t *testing.T, args ...string) (status int, out string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = cli.Run(t.Context(), args, cli.Env{Stdout: &stdout, Stderr: &stderr, Layouts: layouts.FS})
	t.Logf("factsheet %s: %s", strings.Join(args, " "), &stderr)
	return status, stdout.String()
}

var (
	listed = regexp.MustCompile(`(?m)^  ([a-z]+) +[A-Z]`)
	option = regexp.MustCompile(`(?m)^ +(--[a-z-]+)`)
	macro  = regexp.MustCompile(`^\.(TH|SH|SS|TP|PP|EX|EE|B)( ".*")*$`)
)

// The manual page has every command, every option, every code and every
// example that help has, and no line that man would read as something else.
func TestManual(t *testing.T) {
	page := run(t, "man")
	for _, line := range strings.Split(strings.TrimSuffix(page, "\n"), "\n") {
		if strings.HasPrefix(line, "'") || strings.HasPrefix(line, ".") && !macro.MatchString(line) {
			t.Errorf("this line is none of man's: %s", line)
		}
	}
	commands := listed.FindAllStringSubmatch(run(t, "help"), -1)
	if len(commands) < 10 {
		t.Errorf("help lists %d commands", len(commands))
	}
	for _, c := range commands {
		if !strings.Contains(page, `.SS "factsheet `+c[1]) {
			t.Errorf("the command %s is not there", c[1])
		}
		for _, o := range option.FindAllStringSubmatch(run(t, "help", c[1]), -1) {
			if o[1] != "--help" && !strings.Contains(page, strings.ReplaceAll(o[1], "-", `\-`)) {
				t.Errorf("the option %s of %s is not there", o[1], c[1])
			}
		}
	}
	for _, r := range check.Rules {
		if !strings.Contains(page, strings.ReplaceAll(r.Code, "-", `\-`)) {
			t.Errorf("the code %s is not there", r.Code)
		}
	}
}

// What groff says of the page is nothing. Where there is no groff the test is
// left out, and says so; with FACTSHEET_CI=1 it fails.
func TestManualIsSetWithoutWarning(t *testing.T) {
	if _, err := exec.LookPath("groff"); err != nil {
		if os.Getenv("FACTSHEET_CI") == "1" {
			t.Fatal(err)
		}
		t.Skip("SKIPPED, there is no groff here")
	}
	groff := exec.Command("groff", "-man", "-Tutf8", "-ww", "-rCHECKSTYLE=3")
	groff.Stdin = strings.NewReader(run(t, "man"))
	var said bytes.Buffer
	groff.Stderr = &said
	set, err := groff.Output()
	if err != nil || said.Len() > 0 || !bytes.Contains(set, []byte("factsheet build")) {
		t.Errorf("%v\n%s", err, &said)
	}
}
