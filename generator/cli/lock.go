package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"factsheet/generator/build"
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
		RunE: func(_ *cobra.Command, args []string) error { return p.lock(append(accept, args...)) },
	}
	cmd.Flags().StringArrayVar(&accept, "accept", nil, "take the new bytes of this seed")
	return cmd
}

func (p *program) lock(accept []string) error {
	state, err := p.state()
	if err != nil {
		return err
	}
	if state.Dossier == nil {
		return p.refuseUnread(state.Found)
	}
	l, err := newLock(state.Dossier, accept)
	if err != nil {
		return err
	}
	p.say.line("%s", l.summary())
	for _, name := range l.changed {
		p.say.line("changed, not taken: %s (factsheet lock --accept %s)", name, name)
	}
	if l.data != string(state.Files.Sums.Data) {
		if err := writeFile(p.root, dossier.SumsPath, []byte(l.data)); err != nil {
			return err
		}
	}
	p.lost(state, l.accepted)
	if len(l.changed) > 0 {
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
}

func newLock(d *dossier.Dossier, accept []string) (lock, error) {
	var l lock
	sums := map[string]string{}
	for _, name := range d.Sums.Names() {
		if d.Seed(name) != nil {
			sums[name], _, _ = d.Sums.Sum(name)
		}
	}
	for i, name := range accept {
		accept[i] = strings.TrimPrefix(name, dossier.SeedDir+"/")
		if s := d.Seed(accept[i]); s == nil || s.Bad() {
			return l, fmt.Errorf("%s/ has no readable seed %q", dossier.SeedDir, accept[i])
		}
	}
	for _, s := range d.Seeds {
		old, listed := sums[s.Name]
		switch {
		case s.Bad():
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

func (l lock) summary() string {
	if len(l.added)+len(l.accepted) == 0 {
		return "no seed was added"
	}
	s := fmt.Sprintf("%s added", count(len(l.added), "seed"))
	if len(l.accepted) > 0 {
		s += fmt.Sprintf(", %d taken in a new version", len(l.accepted))
	}
	return s
}

// lost prints the evidence that does not stand in the new version of a seed.
func (p *program) lost(state *build.State, accepted []string) {
	for _, item := range state.Dossier.Items() {
		for _, e := range item.Cited() {
			if e.Source == nil || e.Source.Seed == nil || e.Found() || !slices.Contains(accepted, e.Source.Seed.Name) {
				continue
			}
			pos := e.Record.File.Position(e.Record.Quote.Span.Start)
			fmt.Fprintf(p.env.Stdout, "%s:%d:%d: %s: its quote no longer stands in %q\n", e.Record.File.Path, pos.Line, pos.Column, item.Name(), e.Source.ID)
		}
	}
}
