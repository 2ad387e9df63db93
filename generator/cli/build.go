package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/publish"
)

type buildFlags struct {
	output string
	single string // a file for the whole site besides; "" for none
	frozen bool
	watch  bool
	poll   bool
}

func (p *program) buildCommand() *cobra.Command {
	var flags buildFlags
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Check everything, write the sheets and publish the site",
		Long: `Build reads and checks the whole project. If nothing is wrong it writes
content/sheets/ and the schema of the annotations, and publishes the site to
public/, whole or not at all. If anything is wrong it prints it and writes nothing.

With --single-file it also writes the whole site as one HTML file that loads
nothing, to be sent by mail or kept: every page, search and all. An earlier such
file is replaced, any other is left alone.`,
		Example: `  factsheet build
  factsheet build --output /srv/www/facts
  factsheet build --frozen     # in continuous integration: the sheets must be up to date
  factsheet build --single-file facts.html
  factsheet build --watch      # and again whenever something changes`,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case cmd.Flags().Changed("output") && flags.output == "":
				return hinted(errors.New("--output wants a folder to publish to"), "without --output it is public/ of the project")
			case flags.frozen && flags.watch:
				return hinted(errors.New("--frozen and --watch exclude each other: one writes nothing, the other again and again"), "factsheet build --watch")
			case cmd.Flags().Changed("single-file") && flags.single == "":
				return hinted(errors.New("--single-file wants a file to write"), "factsheet build --single-file facts.html")
			case flags.single != "" && flags.watch:
				return hinted(errors.New("--single-file and --watch exclude each other"), "factsheet build --single-file %s", flags.single)
			case flags.poll && !flags.watch:
				return hinted(errors.New("--poll says how to watch, and nothing is watched"), "factsheet build --watch --poll")
			case flags.watch:
				return p.buildAgain(cmd.Context(), flags)
			}
			return p.build(cmd.Context(), flags)
		},
	}
	cmd.Flags().StringVar(&flags.output, "output", "", "publish to the folder `DIR` (default public/ of the project)")
	cmd.Flags().StringVar(&flags.single, "single-file", "", "also write the whole site as one HTML `FILE`, to be sent by mail")
	cmd.Flags().BoolVar(&flags.frozen, "frozen", false, "write no sheet and no schema, and fail where one would change")
	cmd.Flags().BoolVar(&flags.watch, "watch", false, "go on, and publish again whenever something changes")
	cmd.Flags().BoolVar(&flags.poll, "poll", false, "with --watch: look at all files every so often instead of waiting to be told")
	return cmd
}

// folder is where the site is published to.
func (p *program) folder(flags buildFlags) string {
	if flags.output == "" {
		return filepath.Join(p.root, "public")
	}
	return flags.output
}

func (p *program) build(ctx context.Context, flags buildFlags) error {
	start := time.Now()
	output := p.folder(flags)
	files, err := p.read()
	if err != nil {
		return err
	}
	single := p.single(flags)
	if err := single.mayWrite(); err != nil {
		return err
	}
	in := publish.Input{Program: programID(), Inputs: build.Digest(files, files.Generated())}
	if !single.wanted() && publish.Fresh(output, in) {
		p.say.line("nothing changed: %s stands as it was built (%s)", output, took(start))
		return nil
	}
	state := build.Next(files, nil)
	if state.Errors() > 0 {
		return p.refuse(state, state.Found, start)
	}
	out := state.Output(p.env.Layouts)
	if found := append(slices.Clone(state.Found), out.Found...); diag.Errors(found) > 0 {
		return p.refuse(state, found, start)
	}
	if flags.frozen && len(out.Stale)+len(out.Gone) > 0 {
		return p.stale(out)
	}
	if found := single.make(out); len(found) > 0 {
		return p.refuse(state, append(slices.Clone(state.Found), found...), start)
	}
	in.Inputs = build.Digest(files, out.Generated)
	result, err := p.publish(ctx, output, in, out)
	if found, ok := errors.AsType[build.Findings](err); ok {
		return p.refuse(state, append(slices.Clone(state.Found), found...), start)
	}
	if err != nil {
		return err
	}
	p.report(p.env.Stderr, state.Found)
	p.say.line("%s: %s", output, describe(result))
	if err := single.write(); err != nil {
		return hinted(err, "the folder is published")
	}
	p.summary(state, state.Found, start)
	return nil
}

// stale ends a frozen build that would change generated files of the project.
func (p *program) stale(out *build.Output) error {
	for _, f := range out.Stale {
		p.say.line("%s is not what the annotations say", f.Path)
	}
	for _, path := range out.Gone {
		p.say.line("%s is of no sheet any more", path)
	}
	p.say.failure(hinted(errors.New("generated files are not up to date, and nothing was written"), "factsheet build, and commit what it writes"))
	return errorsFound{}
}

// publish writes the site, then the generated files of the project: a site
// that cannot be written changes nothing.
func (p *program) publish(ctx context.Context, output string, in publish.Input, out *build.Output) (publish.Result, error) {
	defer p.say.progress("writing")()
	result, err := publish.Publish(ctx, output, in, publishable(out.Files(ctx)), p.guard())
	if err != nil {
		return result, err
	}
	if err := p.writeGenerated(ctx, out); err != nil {
		if ctx.Err() != nil {
			err = errors.New("stopped") // not the error of a run that changed nothing
		}
		return result, hinted(fmt.Errorf("the site is published, but not every sheet was written: %w", err), "factsheet build writes the others once it may")
	}
	return result, nil
}

func publishable(files iter.Seq2[build.File, error]) iter.Seq2[publish.File, error] {
	return func(yield func(publish.File, error) bool) {
		for f, err := range files {
			if !yield(publish.File(f), err) {
				return
			}
		}
	}
}

// lockWait is how long a run waits for another one.
const lockWait = 30 * time.Second

func (p *program) guard() publish.Guard {
	guard := publish.Guard{
		Root: p.root, Wait: lockWait,
		Waiting: func() { p.say.line("another build is publishing there; waiting for it") },
	}
	for _, own := range []string{"seeds", "content", "layouts", "generator"} {
		guard.Own = append(guard.Own, filepath.Join(p.root, own))
	}
	return guard
}

// writeGenerated brings the sheets and the schema in the project up to date,
// while no other run does.
func (p *program) writeGenerated(ctx context.Context, out *build.Output) error {
	steps := out.Writes()
	if len(steps) == 0 {
		return nil
	}
	return p.inTurn(ctx, func() error {
		for _, f := range steps {
			if err := p.bring(f); err != nil {
				return err
			}
		}
		return nil
	})
}

// bring writes a file of the project, or removes one of no data.
func (p *program) bring(f build.File) error {
	if f.Data != nil {
		return writeFile(p.root, f.Path, f.Data)
	}
	err := os.Remove(filepath.Join(p.root, filepath.FromSlash(f.Path)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// inTurn calls do while no other run of the program writes into the project.
func (p *program) inTurn(ctx context.Context, do func() error) error {
	release, err := publish.Lock(ctx, filepath.Join(p.root, ".factsheet-lock"), lockWait, func() {
		p.say.line("another run is writing to the project; waiting for it")
	})
	if err != nil {
		return err
	}
	defer release()
	return do()
}

// writeFile replaces a file of the project whole or not at all. Its temporary
// file is one that no reader of a project takes for its own.
func writeFile(root, path string, data []byte) error {
	name := filepath.Join(root, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return replaceFile(name, data)
}

// replaceFile is writeFile where the folder must be there.
func replaceFile(name string, data []byte) error {
	tmp := filepath.Join(filepath.Dir(name), ".factsheet-new") // short, as the file's own name may be as long as names can be
	if err := writeSynced(tmp, data); err != nil {
		os.Remove(tmp)
		return err
	}
	return os.Rename(tmp, name)
}

func writeSynced(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// refuse prints what is wrong and ends the command.
func (p *program) refuse(state *build.State, found []diag.Diagnostic, start time.Time) error {
	diag.Sort(found)
	p.report(p.env.Stderr, found)
	p.summary(state, found, start)
	p.say.line("nothing was written")
	return errorsFound{}
}

func describe(r publish.Result) string {
	if r.Unchanged {
		return "nothing changed"
	}
	s := count(r.Written, "file") + " written"
	if r.Kept > 0 {
		s += fmt.Sprintf(", %d unchanged", r.Kept)
	}
	if r.Removed > 0 {
		s += fmt.Sprintf(", %d removed", r.Removed)
	}
	return s
}

// summary is the closing line: what there is, what was found, how long it
// took.
func (p *program) summary(state *build.State, found []diag.Diagnostic, start time.Time) {
	if state.Hidden > 0 {
		p.say.line("%s not found while some file cannot be read", count(state.Hidden, "id"))
	}
	errs := diag.Errors(found)
	what := ""
	if d := state.Dossier; d != nil {
		quotes := 0
		for _, item := range d.Items() {
			quotes += len(item.Cited())
		}
		what = fmt.Sprintf("%s, %s, %s, %s; ", count(len(d.Sources), "source"), count(len(d.Actors), "actor"), count(len(d.Facts), "fact"), count(quotes, "quote"))
	}
	p.say.line("%s%s, %s (%s)", what, count(errs, "error"), count(len(found)-errs, "warning"), took(start))
}
