package suggest

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// isNameOf reports whether words name an outlet, with or without "the": they are
// the last words of its name. What stands after an "of" is not what has it.
func isNameOf(t *lang.Table, words, outlet string) bool {
	short, full := strings.Fields(withoutArticle(t, words)), strings.Fields(outlet)
	cut := len(full) - len(short)
	if cut < 0 || len(short) == 0 || cut > 0 && isOf(t, full[cut-1]) {
		return false
	}
	return slices.EqualFunc(short, full[cut:], strings.EqualFold)
}

func withoutArticle(t *lang.Table, name string) string {
	first, rest, _ := strings.Cut(name, " ")
	if toks := t.Tokens(first); rest != "" && len(toks) == 1 && isArticle(toks[0]) {
		return rest
	}
	return name
}

// isArticle reports whether a token is "the".
func isArticle(tok lang.Token) bool { return tok.Is(lang.Stop) && tok.Is(lang.Filler) }

// outlets returns the full names of outlets that publish sources of a dossier
// and are no actors, by the names under which proposed sources credit them: "the
// Echo" is "The Hale Echo" if no other outlet is called so. Both are then one
// origin.
func outlets(d *dossier.Dossier, proposed []*proposedSource) map[string]string {
	publishers := byEnding(publishers(d))
	out := map[string]string{}
	for _, p := range proposed {
		s := d.Source(p.id)
		for _, x := range credits(s) {
			name := s.Text.View.Text[x.name.Start:x.name.End]
			if out[name] != "" || isNameOf(s.Lang, name, p.layout.publisher) {
				continue
			}
			full := called(publishers[ending(strings.Fields(withoutArticle(s.Lang, name)))], s.Lang, name)
			out[name], out[withoutArticle(s.Lang, full)] = full, full
		}
	}
	return out
}

// publishers returns those of the sources of a dossier that are no actors.
func publishers(d *dossier.Dossier) []string {
	var out []string
	for _, s := range d.Sources {
		name := s.Record.Publisher.Value
		if name != "" && !slices.Contains(out, name) && len(d.ActorsIn(text.FoldString(name))) == 0 {
			out = append(out, name)
		}
	}
	return out
}

// byEnding returns outlets by the last words of their names, however many, so
// that not each name is held against each outlet.
func byEnding(outlets []string) map[string][]string {
	out := map[string][]string{}
	for _, outlet := range outlets {
		words := strings.Fields(outlet)
		for i := range words {
			key := ending(words[i:])
			out[key] = append(out[key], outlet)
		}
	}
	return out
}

func ending(words []string) string { return strings.ToLower(strings.Join(words, " ")) }

// called returns the one outlet that words name, or "".
func called(outlets []string, t *lang.Table, words string) string {
	found := ""
	for _, outlet := range outlets {
		if !isNameOf(t, words, outlet) {
			continue
		}
		if found != "" {
			return ""
		}
		found = outlet
	}
	return found
}
