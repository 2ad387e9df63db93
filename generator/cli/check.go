package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"factsheet/generator/build"
	"factsheet/generator/check"
	"factsheet/generator/diag"
)

var formats = []string{"text", "json", "github", "sarif"}

func (p *program) checkCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "check [FILE…]",
		Short: "Check everything and print what is wrong",
		Long: `Check reads the whole project and prints every finding to standard output.
With files or folders named, it prints what is placed in those only. Without, it
also says how much of the texts is read: how many of their numbers, time
expressions, names and sentences. Of what no fact reads it then prints the first
findings only, as long as these are warnings.`,
		Example: `  factsheet check
  factsheet check content/annotations/figures.toml
  factsheet check --format github`,
		RunE: func(cmd *cobra.Command, args []string) error { return p.check(cmd, format, args) },
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, json, github or sarif, the `FORMAT` of the findings")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (p *program) check(cmd *cobra.Command, format string, args []string) error {
	if !slices.Contains(formats, format) {
		return hinted(fmt.Errorf("there is no format %q", format), "%s", meantFormat(format))
	}
	start := time.Now()
	state, err := p.state()
	if err != nil {
		return err
	}
	found, err := p.placed(build.Check(cmd.Context(), state, p.env.Layouts), args)
	if err != nil {
		return err
	}
	p.print(p.env.Stdout, format, found, len(args) == 0)
	if format == "text" && len(args) == 0 && state.Dossier != nil {
		p.say.coverage(check.CoverageOf(state.Dossier))
	}
	p.summary(state, found, start)
	if diag.Errors(found) > 0 {
		return errorsFound{}
	}
	return nil
}

// placed keeps the findings in the files and folders named, all where none is.
func (p *program) placed(found []diag.Diagnostic, args []string) ([]diag.Diagnostic, error) {
	if len(args) == 0 {
		return found, nil
	}
	var paths []string
	for _, arg := range args {
		path, err := p.inProject(arg)
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(arg); err != nil {
			return nil, hinted(fmt.Errorf("cannot check %q: %w", arg, err), "name a file or folder of the project; without one all is printed")
		}
		paths = append(paths, path)
	}
	return slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool {
		return d.Place.File == nil || !slices.ContainsFunc(paths, func(path string) bool { return within(d.Place.File.Path, path) })
	}), nil
}

// within reports whether a path is that of a file or folder, or below it.
func within(path, folder string) bool {
	return path == folder || folder == "." || strings.HasPrefix(path, folder+"/")
}

func meantFormat(format string) string {
	if near, ok := diag.Nearest(format, formats); ok {
		return "--format " + near
	}
	return "one of " + strings.Join(formats, ", ")
}

// inProject makes a path as the user gives it, relative to the working
// folder, one relative to the project.
func (p *program) inProject(arg string) (string, error) {
	file, err := filepath.Abs(arg)
	if err != nil {
		return "", err
	}
	root, err := filepath.Abs(p.root)
	if err != nil {
		return "", err
	}
	path, err := filepath.Rel(root, file)
	if err != nil || !filepath.IsLocal(path) {
		return "", fmt.Errorf("%q is no file of the project", arg)
	}
	return filepath.ToSlash(path), nil
}

// print prints findings, those of a whole project for people in brief.
func (p *program) print(w io.Writer, format string, found []diag.Diagnostic, whole bool) {
	switch {
	case format == "json":
		diag.JSON(w, found)
	case format == "github":
		diag.GitHub(w, found)
	case format == "sarif":
		diag.SARIF(w, found, ruleInfos(), version())
	case whole:
		p.report(w, found)
	default:
		diag.Text(w, found, isTerminal(w) && colorWanted())
	}
}

func ruleInfos() []diag.RuleInfo {
	var infos []diag.RuleInfo
	for _, r := range check.Rules {
		infos = append(infos, diag.RuleInfo{Code: r.Code, Title: r.Title, Text: r.Why, Severity: r.Severity})
	}
	return infos
}
