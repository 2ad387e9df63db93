package suggest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/markdown"
	"factsheet/generator/tomlfile"
)

// A field is one line of a record. Its value is TOML; its comment stands
// behind it.
type field struct{ key, value, comment string }

// str is a field that holds text.
func str(key, value string) field { return field{key: key, value: tomlfile.Quote(value)} }

// blank is a field that a person has to fill in, with what to look for.
func blank(key, comment string) field { return field{key, `""`, comment} }

func list(key string, values []string) field { return field{key: key, value: array(values)} }

func array(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = tomlfile.Quote(v)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// TOML returns drafts as one annotation file: grouped by source and passage,
// each passage under a comment with its line and words. A draft for which the
// site has no sheet is commented out.
func TOML(drafts []Draft) string {
	var b strings.Builder
	for i := range drafts {
		x := &drafts[i]
		if i == 0 || drafts[i-1].Source.ID != x.Source.ID {
			fmt.Fprintf(&b, "# --- %s\n\n", diag.Visible(x.Source.Record.Seed.Value))
		}
		if x.Passage.Len() > 0 && (i == 0 || drafts[i-1].Passage != x.Passage || drafts[i-1].Source.ID != x.Source.ID) {
			line := x.Source.Text.File.Position(x.Passage.Start).Line
			fmt.Fprintf(&b, "# line %d: %s\n\n", line, tomlfile.Quote(clipped(verbatim(x.Source, x.Passage))))
		}
		b.WriteString(x.TOML())
		b.WriteByte('\n')
	}
	return b.String()
}

// maxShown is how many characters of a passage its comment shows.
const maxShown = 240

func clipped(s string) string {
	runes := []rune(s)
	if len(runes) <= maxShown {
		return s
	}
	return string(runes[:maxShown]) + "…"
}

// TOML returns the record as an annotation file has it, ending with a line
// break; commented out where the site has no sheet of its kind.
func (x *Draft) TOML() string {
	if x.Table != "" {
		return x.print(x.Table)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# site.toml names no sheet of kind %q, where this would stand:\n", x.kind)
	for line := range strings.Lines(x.print(x.kind)) {
		b.WriteString("# " + line)
	}
	return b.String()
}

func (x *Draft) print(table string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "[[%s]]\n", table)
	fields := x.fields
	if len(x.evidence) > 0 {
		quotes := "[\n  " + strings.Join(x.evidence, ",\n  ") + ",\n]"
		fields = append(slices.Clip(fields), field{key: "evidence", value: quotes})
	}
	printFields(&b, "", fields)
	for _, p := range x.parts {
		fmt.Fprintf(&b, "  [[%s.parts]]\n", table)
		printFields(&b, "  ", p)
	}
	return b.String()
}

func printFields(b *strings.Builder, indent string, fields []field) {
	w := width(fields)
	for _, f := range fields {
		fmt.Fprintf(b, "%s%-*s = %s", indent, w, f.key, f.value)
		if f.comment != "" {
			b.WriteString("   # " + f.comment)
		}
		b.WriteByte('\n')
	}
}

func width(fields []field) int {
	w := 0
	for _, f := range fields {
		w = max(w, len(f.key))
	}
	return w
}

// proposal is a comment with a sentence that a person may take over: Markdown
// that shows the words of the text.
func proposal(words string) string { return tomlfile.Quote(markdown.Escape(words)) }

// number writes a number as TOML reads it.
func number(v float64) string {
	if v < maxPlain && v > -maxPlain {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strconv.FormatFloat(v, 'e', -1, 64)
}

// maxPlain is where the whole numbers of TOML, of 64 bits, come to an end.
const maxPlain = 1e18
