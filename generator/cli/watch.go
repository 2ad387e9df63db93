package cli

import (
	"context"
	"errors"
	"time"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/publish"
	"factsheet/generator/serve"
)

// buildAgain publishes the site whenever something changed and nothing is
// wrong, until the user ends it.
func (p *program) buildAgain(ctx context.Context, flags buildFlags) error {
	project, err := p.project(flags.poll)
	if err != nil {
		return err
	}
	if err := p.guard().Check(p.folder(flags)); err != nil {
		return err
	}
	settled := stayWithin(ctx)
	project.WriteSchema = nil // it is written with the sheets
	a := &again{p: p, output: p.folder(flags), screen: &screen{p: p}}
	project.Say = a.screen.say
	p.say.line("publishing to %s whenever something changes (ctrl-c ends it)", a.output)
	serve.Follow(ctx, project, func(g *serve.Generation) {
		if g.Judged {
			settled()
		}
		if g.Judged && !g.Repeated {
			a.take(ctx, g)
		}
	})
	return nil
}

// again is a build that is made again and again.
type again struct {
	p      *program
	output string
	screen *screen
	out    *build.Output // the last that was published
	in     publish.Input // of which it was made
	missed bool          // something newer was not published
}

// take publishes a generation, if it is not published already: to write the
// sheets is a change as well, of which there is nothing to say.
func (a *again) take(ctx context.Context, g *serve.Generation) {
	stands := a.stands(g.State.Files)
	if stands && !a.missed {
		return
	}
	a.screen.show(g)
	if stands {
		a.missed = false
		a.p.say.line("%s stands as it was published", a.output)
		return
	}
	a.missed = !a.publish(ctx, g)
}

// stands reports whether files are those of which the site was published last,
// and it is still there.
func (a *again) stands(files *build.Files) bool {
	if a.out == nil || build.Digest(files, files.Generated()) != a.in.Inputs {
		return false
	}
	m, err := publish.ReadManifest(a.output)
	return err == nil && m.Input == a.in
}

func (a *again) publish(ctx context.Context, g *serve.Generation) (published bool) {
	start := time.Now()
	if g.Errors() > 0 {
		a.p.say.line("nothing was written")
		return false
	}
	if len(g.State.Files.Annotations) == 0 { // as while the folder is moved or deleted and not back yet
		a.p.say.line("there are no annotations, so nothing was written")
		return false
	}
	out := g.State.OutputAfter(a.p.env.Layouts, a.out)
	if diag.Errors(out.Found) > 0 {
		a.p.report(a.p.env.Stderr, out.Found)
		a.p.say.line("nothing was written")
		return false
	}
	in := publish.Input{Program: programID(), Inputs: build.Digest(g.State.Files, out.Generated)}
	result, err := a.p.publish(ctx, a.output, in, out)
	found, isFound := errors.AsType[build.Findings](err)
	switch {
	case isFound:
		a.p.report(a.p.env.Stderr, found)
		a.p.say.line("nothing was written")
	case err != nil && ctx.Err() == nil:
		a.p.say.failure(err)
	case err == nil:
		a.out, a.in = out, in
		a.p.say.line("%s: %s (%s)", a.output, describe(result), took(start))
	}
	return err == nil
}
