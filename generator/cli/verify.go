package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"factsheet/generator/publish"
)

func (p *program) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify DIR",
		Short: "Check a published folder again",
		Long: `Verify reads a published folder and nothing else. Every file must be the one that
was published, every seed must have its sum, every quote in the data must stand
at its place in its seed, and every link must lead somewhere. Where only
excerpts of the seeds are published, each quote is looked for on the page of
its source.`,
		Example: "  factsheet verify public",
		Args:    arguments(1, 1, "one published folder"),
		RunE:    func(_ *cobra.Command, args []string) error { return p.verify(args[0]) },
	}
}

func (p *program) verify(dir string) error {
	done := p.say.progress("reading")
	report, err := publish.Recheck(dir)
	done()
	if err != nil {
		return hinted(fmt.Errorf("cannot read the published folder: %w", err), "factsheet verify public")
	}
	for _, problem := range report.Problems {
		p.say.line("%s", problem)
	}
	p.say.line("%s: %s", dir, looked(report))
	if len(report.Problems) > 0 {
		return errorsFound{}
	}
	return nil
}

// looked says what a re-check looked at and what came of it.
func looked(r publish.Report) string {
	at := []string{count(r.Files, "file")}
	if r.Seeds > 0 {
		at = append(at, count(r.Seeds, "seed"))
	}
	at = append(at, count(r.Quotes, "quote"), count(r.Links, "link"))
	words := strings.Join(at, ", ") + "; "
	if len(r.Problems) == 0 {
		words += "all is as it was published"
	} else {
		words += count(len(r.Problems), "problem")
	}
	if r.Excerpts {
		words += "; the seeds are not published, so quotes were looked for on the pages, and offsets not checked"
	}
	return words
}
