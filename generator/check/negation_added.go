package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// negationAdded reports a statement that denies something while none of its
// quotes denies anything. What it says of the texts themselves ("a text that
// credits nobody") is for a reader.
func negationAdded(f *dossier.Fact, s support, report Report) {
	table, ok := lang.For(s.d.Site.Language())
	if !ok || f.Record.Kind == "question" || deniedStatus(f) || s.unread() {
		return
	}
	for _, e := range s.evidence {
		if len(denials(quoted(e), e.Source.Lang)) > 0 {
			return
		}
	}
	words := f.Says.View.Text
	toks := table.Tokens(words)
	for i := 0; i < len(toks); i++ {
		if n := harmless(toks, i, table); n > 0 {
			i += n - 1
			continue
		}
		at := text.Span{Start: toks[i].Start, End: toks[i].End}
		switch {
		case toks[i].Is(lang.Document):
			return
		case toks[i].Is(lang.Negation) && !touchesQuotation(words, at):
			report(f.Says.Place(at), fmt.Sprintf("the statement says %q, and no quote denies anything", words[at.Start:at.End]),
				"say what the quotes say, or cite the words that deny it")
			return
		}
	}
}

// touchesQuotation reports whether words stand in quotation marks, or right
// before them: of these quotation-altered judges.
func touchesQuotation(s string, at text.Span) bool {
	return slices.ContainsFunc(quotations(s), func(marked text.Span) bool {
		return marked.Overlaps(at) || marked.Start >= at.End && strings.Trim(s[at.End:marked.Start], ` "'`) == ""
	})
}
