package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"factsheet/generator/check"
)

func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "Print the manual page",
		Long: `Man prints the manual page, which is made of what the commands say of
themselves, in the form that man reads.`,
		Example: `  factsheet man | man -l -
  factsheet man > /usr/local/share/man/man1/factsheet.1`,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			manual{p.env.Stdout}.page(cmd.Root())
			return nil
		},
	}
}

// A manual writes a page in the man macros of groff and mandoc, man(7).
type manual struct{ w io.Writer }

func (m manual) page(root *cobra.Command) {
	m.macro("TH", "FACTSHEET", "1", "", "factsheet "+version(), "User Commands")
	m.section("NAME")
	m.text("factsheet - " + lowered(root.Short))
	m.section("SYNOPSIS")
	m.macro("B", "factsheet")
	m.text("[--root DIR] COMMAND [ARGUMENTS]")
	m.section("DESCRIPTION")
	m.text(root.Long)
	m.section("COMMANDS")
	for _, c := range root.Commands() {
		m.command(c)
	}
	m.section("OPTIONS")
	m.text("For every command:")
	m.options(root.PersistentFlags())
	m.section("EXIT STATUS")
	m.item("0", "There are no errors.")
	m.item("1", "The project has errors.")
	m.item("2", "Wrong usage, or a file or disk that failed.")
	m.section("DIAGNOSTICS")
	m.text("Each finding ends with its code. factsheet explain CODE says more.")
	for _, r := range check.Rules {
		m.item(r.Code, r.Title+".")
	}
	m.section("EXAMPLES")
	m.example(root.Example)
}

func (m manual) command(c *cobra.Command) {
	if c.Hidden {
		return
	}
	m.macro("SS", "factsheet "+c.Use)
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	m.text(about)
	m.options(c.LocalNonPersistentFlags())
	m.example(c.Example)
}

func (m manual) options(flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		m.item(strings.TrimSpace("--"+f.Name+" "+value), usage)
	})
}

func (m manual) section(title string) { m.macro("SH", title) }

// macro writes a line with a macro, each argument in quotation marks.
func (m manual) macro(name string, args ...string) {
	fmt.Fprint(m.w, ".", name)
	for _, arg := range args {
		fmt.Fprintf(m.w, ` "%s"`, strings.ReplaceAll(escaped(arg), `"`, `\(dq`))
	}
	fmt.Fprintln(m.w)
}

// text writes a paragraph of running text.
func (m manual) text(s string) {
	for line := range strings.Lines(s) {
		fmt.Fprintln(m.w, protected(strings.TrimRight(line, "\n")))
	}
}

// item writes a term and what it means.
func (m manual) item(term, meaning string) {
	fmt.Fprintln(m.w, ".TP")
	m.macro("B", term)
	m.text(meaning)
}

// example writes lines as they are.
func (m manual) example(s string) {
	m.macro("PP")
	m.macro("EX")
	m.text(s)
	m.macro("EE")
}

// escaped writes what groff would read as something else: backslashes, the
// hyphens of options, which are to be copied as they are, and what is not ASCII.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r >= utf8.RuneSelf:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// protected is a line of text that begins no macro.
func protected(s string) string {
	s = escaped(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		return `\&` + s
	}
	return s
}

func lowered(s string) string { return strings.ToLower(s[:1]) + s[1:] }
