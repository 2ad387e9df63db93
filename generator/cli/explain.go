package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"factsheet/generator/check"
	"factsheet/generator/diag"
)

func (p *program) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "explain [CODE]",
		Short:   "Say what a code means, or list all codes",
		Example: "  factsheet explain quote-not-found\n  factsheet explain",
		Args:    arguments(0, 1, "one code"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return codes(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				listRules(p.env.Stdout)
				return nil
			}
			return explain(p.env.Stdout, args[0])
		},
	}
}

func codes() []string {
	var out []string
	for _, r := range check.Rules {
		out = append(out, r.Code)
	}
	return out
}

func listRules(w io.Writer) {
	group := ""
	for _, r := range check.Rules {
		if r.Group != group {
			if group != "" {
				fmt.Fprintln(w)
			}
			group = r.Group
			fmt.Fprintln(w, group)
		}
		fmt.Fprintf(w, "  %-22s %s\n", r.Code, r.Title)
	}
}

func explain(w io.Writer, code string) error {
	r, ok := check.Find(code)
	if !ok {
		err := fmt.Errorf("there is no code %q", code)
		if near, ok := diag.Nearest(code, codes()); ok {
			return hinted(err, "factsheet explain %s", near)
		}
		return hinted(err, "factsheet explain lists all")
	}
	fmt.Fprintf(w, "%s (%s, %s)\n%s\n\n%s\n\nExample:\n\n", r.Code, r.Group, r.Severity, r.Title, r.Why)
	for line := range strings.Lines(r.Example) {
		fmt.Fprintf(w, "    %s", line)
	}
	fmt.Fprintln(w)
	if !r.Silenceable() {
		fmt.Fprintln(w, "\nIt cannot be set aside with `allow`.")
	}
	return nil
}
