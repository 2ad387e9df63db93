// Package cli is the command line: flags, exit status, and every word that
// the program says besides its diagnostics.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"factsheet/generator/panics"
)

// Exit statuses.
const (
	statusOK     = 0
	statusErrors = 1 // the project has errors
	statusFailed = 2 // wrong usage, or the world failed: a file, a disk
)

// An Env is what the program is given by whoever runs it.
type Env struct {
	Stdout  io.Writer
	Stderr  io.Writer
	Layouts fs.FS // the embedded layouts
}

// gcPercent is how much the heap grows between collections. Below Go's own 100,
// since memory is what a large project runs out of first: measured against 75,
// 10,000 annotated texts take a quarter less of it and 1,000 texts a twenty-fifth
// more CPU time.
const gcPercent = 50

// PaceCollector sets the garbage collector as the program has it, unless GOGC
// says otherwise.
func PaceCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
}

// Main runs the program with the arguments of the process and returns its
// exit status.
func Main(layouts fs.FS) int {
	PaceCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second one ends the program at once
	return Run(ctx, os.Args[1:], Env{Stdout: os.Stdout, Stderr: os.Stderr, Layouts: layouts})
}

// Run runs the program and returns its exit status.
func Run(ctx context.Context, args []string, env Env) int {
	out := &printer{Writer: env.Stdout}
	env.Stdout = out
	p := &program{env: env, say: newVoice(env.Stderr)}
	root := p.command()
	root.SetArgs(args)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	err := execute(ctx, root)
	if out.err != nil {
		err = fmt.Errorf("cannot print: %w", out.err)
	}
	switch {
	case err == nil:
		return statusOK
	case errors.Is(err, errorsFound{}):
		return statusErrors
	case errors.Is(err, context.Canceled):
		p.say.failure(errors.New("stopped; nothing was changed"))
	default:
		p.say.failure(err)
	}
	return statusFailed
}

// execute runs the command line. A fault of the program itself is an error of
// it, after all that must be put in order before the program ends.
func execute(ctx context.Context, root *cobra.Command) error {
	var catch panics.Catcher
	err := catch.Try(func() error { return root.ExecuteContext(ctx) })
	if fault := catch.Caught(); fault != nil {
		return errors.New("a fault of the program itself; " + fault.Report())
	}
	return err
}

// A printer remembers the first error of a writer, so that whoever prints need
// not look: half a list is no list.
type printer struct {
	io.Writer
	err error
}

func (p *printer) Write(data []byte) (int, error) {
	n, err := p.Writer.Write(data)
	if p.err == nil {
		p.err = err
	}
	return n, err
}

// errorsFound ends a command whose findings were printed already.
type errorsFound struct{}

func (errorsFound) Error() string { return "the project has errors" }

// A program is one run of the program.
type program struct {
	env  Env
	say  *voice
	root string // --root
}

func (p *program) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "factsheet",
		Short: "Fact sheets that their sources bear out, or no site at all",
		Long: `Factsheet turns source texts (seeds/) and hand-written annotations
(content/annotations/) into Markdown fact sheets (content/sheets/) and a static
site (public/). Every statement cites verbatim quotes; what the sources do not
bear out does not build.`,
		Example: `  factsheet new demo && cd demo
  factsheet build
  factsheet check`,
		Version:       version(),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().StringVar(&p.root, "root", ".", "work on the project in the folder `DIR`")
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(helpCommand())
	root.AddCommand(p.newCommand(), p.buildCommand(), p.serveCommand(), p.checkCommand(), p.suggestCommand(), p.quoteCommand(),
		p.lockCommand(), p.explainCommand(), p.verifyCommand(), p.completionCommand(), p.manCommand(), p.versionCommand())
	return root
}

// A hint is an error with what to do about it.
type hint struct {
	err  error
	text string
}

func (h hint) Error() string { return h.err.Error() }
func (h hint) Unwrap() error { return h.err }

func hinted(err error, format string, args ...any) error {
	return hint{err, fmt.Sprintf(format, args...)}
}
