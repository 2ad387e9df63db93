package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"factsheet/generator/check"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quote"
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
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			state, err := p.state()
			if err != nil {
				return err
			}
			if state.Dossier == nil {
				return p.refuseUnread(state.Found)
			}
			return findQuote(p.env.Stdout, state.Dossier, strings.Join(args, " "))
		},
	}
}

// refuseUnread prints why site.toml cannot be used.
func (p *program) refuseUnread(found []diag.Diagnostic) error {
	p.print(p.env.Stderr, "text", found)
	return errorsFound{}
}

func findQuote(w io.Writer, d *dossier.Dossier, words string) error {
	q := quote.Parse(words, "", "")
	places := 0
	for _, s := range d.Sources {
		if s.Text == nil {
			continue
		}
		for _, m := range quote.Find(s.Text, q) {
			printMatch(w, s, q, m)
			places++
		}
	}
	if places > 0 {
		return nil
	}
	return proposeQuote(w, d, q, words)
}

func printMatch(w io.Writer, s *dossier.Source, q quote.Quote, m quote.Match) {
	pos := s.Text.File.Position(m.Span().Start)
	fmt.Fprintf(w, "%s:%d:%d:%s\n  %s\n", s.Text.File.Path, pos.Line, pos.Column, warning(s, m), evidenceLine(s, q, m))
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

// evidenceLine is the inline table to paste.
func evidenceLine(s *dossier.Source, q quote.Quote, m quote.Match) string {
	line := fmt.Sprintf("{ source = %s, quote = %s", tomlString(s.ID), tomlString(quote.Verbatim(s.Text, m.Spans)))
	prefix, suffix, _ := quote.Context(s.Text, q, m)
	if prefix != "" {
		line += ", prefix = " + tomlString(prefix)
	}
	if suffix != "" {
		line += ", suffix = " + tomlString(suffix)
	}
	return line + " },"
}

// tomlString writes a string as TOML does, literally where it holds quotation
// marks.
func tomlString(s string) string {
	if strings.ContainsAny(s, "\"\\") && !strings.ContainsAny(s, "'\n\r\t") {
		return "'" + s + "'"
	}
	return fmt.Sprintf("%q", s)
}

func proposeQuote(w io.Writer, d *dossier.Dossier, q quote.Quote, words string) error {
	for _, s := range d.Sources {
		if s.Text == nil {
			continue
		}
		if near, ok := quote.Nearest(s.Text, q, check.ClassOf(s.Lang)); ok {
			pos := s.Text.File.Position(near.Spans[0].Start)
			fmt.Fprintf(w, "%s:%d:%d: near\n  { source = %s, quote = %s },\n  differs: %s\n", s.Text.File.Path, pos.Line, pos.Column,
				tomlString(s.ID), tomlString(quote.Verbatim(s.Text, near.Spans)), strings.Join(near.Differences, "; "))
		}
	}
	fmt.Fprintf(w, "%q stands in no source\n", words)
	return errorsFound{}
}
