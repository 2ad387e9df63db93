package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"factsheet/generator/check"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quote"
	"factsheet/generator/suggest"
	"factsheet/generator/tomlfile"
)

func (p *program) quoteCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "quote WORDS…",
		Short: "Find a passage and print the evidence line to paste",
		Long: `Quote looks for words in every source and prints, for each place, where it
stands and the evidence to paste, with the context that makes it unique. Where the
words stand nowhere, it proposes the nearest passages and says what differs.`,
		Example: `  factsheet quote three bridges were closed
  factsheet quote 'moved overnight […] 40 patients'`,
		Args: arguments(1, -1, "the words to look for"),
		RunE: func(_ *cobra.Command, args []string) error {
			state, err := p.state()
			if err != nil {
				return err
			}
			if state.Dossier == nil {
				return p.refuseUnread(state.Found)
			}
			return p.findQuote(state.Dossier, strings.Join(args, " "))
		},
	}
}

func (p *program) findQuote(d *dossier.Dossier, words string) error {
	q := quote.Parse(words, "", "")
	places := 0
	for _, s := range d.Sources {
		if s.Text == nil {
			continue
		}
		for _, m := range quote.Find(s.Text, q) {
			printMatch(p.env.Stdout, s, m)
			places++
		}
	}
	if places > 0 {
		return nil
	}
	p.say.line("%q stands in no source", words)
	proposeQuote(p.env.Stdout, d, q)
	return errorsFound{}
}

func printMatch(w io.Writer, s *dossier.Source, m quote.Match) {
	pos := s.Text.File.Position(m.Span().Start)
	fmt.Fprintf(w, "%s:%d:%d:%s\n  %s\n", diag.Visible(s.Text.File.Path), pos.Line, pos.Column, warning(s, m), evidenceLine(s, m))
}

// warning says why a place cannot be cited.
func warning(s *dossier.Source, m quote.Match) string {
	if role := s.At(m.Span().Start).Role; role == "boilerplate" || role == "header" {
		return " " + role + ", which proves no fact"
	}
	if quote.CutsWord(s.Text, m.Span()) {
		return " cut inside a word"
	}
	return ""
}

// evidenceLine is the inline table to paste; without context where none tells
// the place from others.
func evidenceLine(s *dossier.Source, m quote.Match) string {
	if line := suggest.Evidence(s, m.Spans...); line != "" {
		return line + ","
	}
	return fmt.Sprintf("{ source = %s, quote = %s },", tomlfile.Quote(s.ID), tomlfile.Quote(quote.Verbatim(s.Text, m.Spans)))
}

// maxProposals is how many passages are proposed for words that stand nowhere.
const maxProposals = 5

// proposeQuote prints the passages that differ least from a quote.
func proposeQuote(w io.Writer, d *dossier.Dossier, q quote.Quote) {
	type proposal struct {
		source *dossier.Source
		near   quote.Near
	}
	var list []proposal
	for _, s := range d.Sources {
		if s.Text == nil {
			continue
		}
		if near, ok := quote.Nearest(s.Text, q, check.ClassOf(s.Lang)); ok {
			list = append(list, proposal{s, near})
		}
	}
	slices.SortStableFunc(list, func(a, b proposal) int { return len(a.near.Differences) - len(b.near.Differences) })
	for _, x := range list[:min(len(list), maxProposals)] {
		file := x.source.Text.File
		pos := file.Position(x.near.Spans[0].Start)
		fmt.Fprintf(w, "%s:%d:%d: near\n  { source = %s, quote = %s },\n  differs: %s\n", diag.Visible(file.Path), pos.Line, pos.Column,
			tomlfile.Quote(x.source.ID), tomlfile.Quote(quote.Verbatim(x.source.Text, x.near.Spans)), strings.Join(x.near.Differences, "; "))
	}
}
