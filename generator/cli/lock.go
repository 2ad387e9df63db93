package cli

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

func (p *program) lockCommand() *cobra.Command {
	var accept []string
	cmd := &cobra.Command{
		Use:   "lock [--accept FILE…]",
		Short: "List new seeds in seeds/SHA256SUMS",
		Long: `Lock adds a line to seeds/SHA256SUMS for every seed that has none. A seed
whose bytes changed is taken only by name, and the facts whose quotes no longer
stand in it are printed.`,
		Example: `  factsheet lock
  factsheet lock --accept 017.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 && len(accept) == 0 {
				return hinted(fmt.Errorf("lock lists every new seed, and takes files only behind --accept"), "factsheet lock --accept %s", strings.Join(args, " "))
			}
			return p.lock(cmd.Context(), append(accept, args...))
		},
	}
	cmd.Flags().StringArrayVar(&accept, "accept", nil, "take the new bytes of the seed `FILE`")
	return cmd
}

func (p *program) lock(ctx context.Context, accept []string) error {
	state, err := p.state()
	if err != nil {
		return err
	}
	if state.Dossier == nil {
		return p.refuseUnread(state.Found)
	}
	if !state.Dossier.Sums.Whole { // a new list would take every seed that changed since
		return p.refuseUnread(slices.DeleteFunc(slices.Clone(state.Found), func(d diag.Diagnostic) bool { return d.Place.File == nil || d.Place.File.Path != dossier.SumsPath }))
	}
	l, err := newLock(state.Dossier, accept)
	if err != nil {
		return err
	}
	if l.data != string(state.Files.Sums.Data) {
		if err := p.inTurn(ctx, func() error { return writeFile(p.root, dossier.SumsPath, []byte(l.data)) }); err != nil {
			return fmt.Errorf("nothing was listed, %s is as it was: %w", dossier.SumsPath, err)
		}
	}
	p.say.line("%s", l.summary())
	for _, name := range l.changed {
		p.say.line("%s changed and was not taken", name)
		p.say.line("  help: factsheet lock --accept %s", name)
	}
	for _, s := range l.bad {
		p.say.line("%s was not taken: it %s", s.Name, s.Problem.Message)
		if s.Problem.Help != "" {
			p.say.line("  help: %s", s.Problem.Help)
		}
	}
	p.lost(state.Dossier, l.accepted)
	if len(l.changed)+len(l.bad) > 0 {
		return errorsFound{}
	}
	return nil
}

// A lock is the next content of SHA256SUMS and what is new in it.
type lock struct {
	data     string
	added    []string
	accepted []string
	changed  []string // not accepted
	bad      []*dossier.Seed
}

func newLock(d *dossier.Dossier, accept []string) (lock, error) {
	var l lock
	sums := map[string]string{}
	for _, name := range d.Sums.Names() { // that of a seed which is not there stays: it is missed
		sums[name], _, _ = d.Sums.Sum(name)
	}
	for i, name := range accept {
		accept[i] = strings.TrimPrefix(name, dossier.SeedDir+"/")
		if err := acceptable(d, accept[i]); err != nil {
			return l, err
		}
	}
	for _, s := range d.Seeds {
		old, listed := sums[s.Name]
		switch {
		case s.Bad():
			l.bad = append(l.bad, s)
			continue
		case !listed:
			l.added = append(l.added, s.Name)
		case old != s.Sum && !slices.Contains(accept, s.Name):
			l.changed = append(l.changed, s.Name)
			continue
		case old != s.Sum:
			l.accepted = append(l.accepted, s.Name)
		}
		sums[s.Name] = s.Sum
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(&b, "%s  %s\n", sums[name], name)
	}
	l.data = b.String()
	return l, nil
}

// acceptable says why there are no new bytes of a seed to take.
func acceptable(d *dossier.Dossier, name string) error {
	switch s := d.Seed(name); {
	case s == nil:
		err := fmt.Errorf("%s/ has no seed %q", dossier.SeedDir, name)
		if near, ok := diag.Nearest(name, seedNames(d)); ok {
			return hinted(err, "factsheet lock --accept %s", near)
		}
		return err
	case s.Bad():
		return fmt.Errorf("the seed %q %s", name, s.Problem.Message)
	}
	return nil
}

func seedNames(d *dossier.Dossier) []string {
	var names []string
	for _, s := range d.Seeds {
		names = append(names, s.Name)
	}
	return names
}

func (l lock) summary() string {
	var done []string
	if len(l.added) > 0 {
		done = append(done, count(len(l.added), "seed")+" added")
	}
	if len(l.accepted) > 0 {
		done = append(done, count(len(l.accepted), "seed")+" taken in a new version")
	}
	if len(done) == 0 {
		return "no seed was added"
	}
	return strings.Join(done, ", ")
}

// lost prints the evidence that does not stand in the new version of a seed.
func (p *program) lost(d *dossier.Dossier, accepted []string) {
	for _, item := range d.Items() {
		for _, e := range item.Cited() {
			if e.Source == nil || e.Source.Seed == nil || len(e.Matches) > 0 || !slices.Contains(accepted, e.Source.Seed.Name) {
				continue
			}
			pos := e.Record.File.Position(e.Record.Quote.Span.Start)
			fmt.Fprintf(p.env.Stdout, "%s:%d:%d: %q loses a quote, which does not stand in %q any more\n", diag.Visible(e.Record.File.Path), pos.Line, pos.Column, item.Name(), e.Source.ID)
		}
	}
}
