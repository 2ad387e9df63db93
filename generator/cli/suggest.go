package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"factsheet/generator/annotation"
	"factsheet/generator/check"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/suggest"
)

func (p *program) suggestCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "suggest [SOURCE]",
		Short: "Draft annotations for what is not covered yet",
		Long: `Suggest prints annotations to paste, as TOML: for every number, time expression,
name and sentence of a source that no fact reads yet a draft with its quote and
what the program reads there, and for a seed that no source names the source
itself. Without SOURCE it drafts for all of them.

A draft has no statement: write it, after the words in the comment, look at what
was read, fill in what is "", and take draft = true away.`,
		Example: `  factsheet suggest valley-post
  factsheet suggest > content/annotations/drafts.toml`,
		Args: arguments(0, 1, "one source"),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			return p.sourceIDs(args), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.suggest(args) },
	}
}

// sourceIDs completes the first argument.
func (p *program) sourceIDs(args []string) []string {
	state, err := p.state()
	if err != nil || state.Dossier == nil || len(args) > 0 {
		return nil
	}
	var ids []string
	for _, s := range state.Dossier.Sources {
		ids = append(ids, s.ID)
	}
	return ids
}

func (p *program) suggest(args []string) error {
	state, err := p.state()
	if err != nil {
		return err
	}
	if state.Dossier == nil {
		return p.refuseUnread(state.Found)
	}
	drafts, err := draft(state.Dossier, args)
	if err != nil {
		return err
	}
	if n := broken(state.Found); n > 0 {
		p.say.line("%s of form: what stands in these records is not known, and may be drafted once more; factsheet check lists them", count(n, "error"))
	}
	fmt.Fprint(p.env.Stdout, suggest.TOML(drafts))
	if len(drafts) == 0 {
		p.say.line("nothing is left to draft")
		return nil
	}
	p.say.line("%s, to be pasted into a file of %s/", count(len(drafts), "draft"), annotation.Dir)
	return nil
}

func draft(d *dossier.Dossier, args []string) ([]suggest.Draft, error) {
	if len(args) == 0 {
		return suggest.All(d), nil
	}
	if s := d.Source(args[0]); s != nil {
		return suggest.Source(d, s), nil
	}
	err := fmt.Errorf("there is no source %q", args[0])
	if near, ok := diag.Nearest(args[0], d.Names([]string{"source"})); ok {
		return nil, hinted(err, "factsheet suggest %s", near)
	}
	return nil, hinted(err, "factsheet suggest drafts a source for every seed that has none")
}

// broken counts the errors that keep a record from being read.
func broken(found []diag.Diagnostic) int {
	n := 0
	for _, f := range found {
		if rule, ok := check.Find(f.Code); ok && rule.Group == check.Form && f.Severity == diag.Error {
			n++
		}
	}
	return n
}
