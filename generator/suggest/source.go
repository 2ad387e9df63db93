package suggest

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quote"
	"factsheet/generator/seed"
	"factsheet/generator/text"
	"factsheet/generator/timex"
	"factsheet/generator/tomlfile"
	"factsheet/generator/witness"
)

// A proposedSource is the record of a seed that has none.
type proposedSource struct {
	id      string
	seed    *dossier.Seed
	page    *page
	lang    string
	layout  layout
	origins []string  // actors
	credits []string  // the words that name them
	shares  []string  // sources
	spoken  edtf.Date // the day of its dateline
	older   string    // a source of an earlier day that has some of the same words
	basis   string
}

// newSources proposes a source for each seed that no source names.
func newSources(d *dossier.Dossier, ids *ids) []*proposedSource {
	named := map[string]bool{}
	for _, s := range d.Sources {
		named[s.Record.Seed.Value] = true
	}
	var out []*proposedSource
	for _, s := range d.Seeds {
		if !s.Bad() && !named[s.Name] {
			out = append(out, newSource(d, ids, s))
		}
	}
	return out
}

// newSource proposes the source of a seed that has none: who published it and
// when, its headline, headers and page furniture, as far as the text itself
// says so.
func newSource(d *dossier.Dossier, ids *ids, s *dossier.Seed) *proposedSource {
	t := seed.Read(s.File, seed.Auto)
	tag, table := languageOf(d, t)
	p := &proposedSource{seed: s, page: newPage(t, table), lang: tag}
	p.layout = p.page.layout()
	p.spoken = p.page.spoken(p.layout.dateline, p.published())
	name := strings.TrimSuffix(s.Name, path.Ext(s.Name))
	if slug(p.layout.publisher) != "" {
		name = p.layout.publisher + " " + p.published().String()
	}
	p.id = ids.make(name, "source")
	return p
}

// fewestKnown is the share of words that carry no topic, such as "the", from
// which a text is taken to be in a language.
const fewestKnown = 0.2

// languageOf returns the site's language or English, if the words of the text
// are of it, else the language that its script is written in, and "und", which
// stands for none, where several are.
func languageOf(d *dossier.Dossier, t *seed.Text) (tag string, table *lang.Table) {
	for _, tag := range []string{d.Site.Language(), "en"} {
		if table, ok := lang.For(tag); ok && isOfLanguage(t.View.Text, table) {
			return tag, table
		}
	}
	return byScript(t.View.Text), nil
}

// isOfLanguage reports whether enough words of a text carry no topic in the
// language of a table.
func isOfLanguage(s string, table *lang.Table) bool {
	words, known := 0, 0
	for _, tok := range table.Tokens(s) {
		if tok.Kind != lang.Letters {
			continue
		}
		words++
		if tok.Is(lang.Stop) {
			known++
		}
	}
	return known > 0 && float64(known) >= fewestKnown*float64(words)
}

// scripts are those in which one language is mostly written.
var scripts = []scriptOf{
	{"ja", unicode.Hiragana}, {"ko", unicode.Hangul}, {"th", unicode.Thai}, {"lo", unicode.Lao}, {"km", unicode.Khmer},
	{"el", unicode.Greek}, {"he", unicode.Hebrew}, {"hy", unicode.Armenian}, {"ka", unicode.Georgian},
}

type scriptOf struct {
	tag   string // BCP 47
	table *unicode.RangeTable
}

// fewestInScript is the share of letters in a script from which a text is in
// it: Japanese has Chinese characters too.
const fewestInScript = 0.1

func byScript(s string) string {
	letters, in := 0, make([]int, len(scripts))
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
		if i := slices.IndexFunc(scripts, func(x scriptOf) bool { return unicode.Is(x.table, r) }); i >= 0 {
			in[i]++
		}
	}
	if i := slices.Index(in, slices.Max(in)); in[i] > 0 && float64(in[i]) >= fewestInScript*float64(letters) {
		return scripts[i].tag
	}
	return "und"
}

// published is the day that the text gives for itself, where the program can
// read it there.
func (p *proposedSource) published() edtf.Date {
	if slices.ContainsFunc(p.page.times, func(x timex.Expression) bool { return x.Date == p.layout.published }) {
		return p.layout.published
	}
	return edtf.Date{}
}

// dated is the day from which the text speaks: that of its dateline or of its
// page.
func (p *proposedSource) dated() edtf.Date {
	if p.spoken.IsZero() {
		return p.published()
	}
	return p.spoken
}

// credit takes the outlets that the text credits for its origins. They join
// the cast where they are no actors.
func (p *proposedSource) credit(d *dossier.Dossier, c *cast) {
	s := d.Source(p.id)
	for _, x := range credits(s) {
		name := s.Text.View.Text[x.name.Start:x.name.End]
		words := s.Text.View.Text[x.marker.Start:x.marker.End]
		if isNameOf(s.Lang, name, p.layout.publisher) {
			if !x.weak {
				p.addOrigin(witness.Own, words)
			}
			continue
		}
		id := ""
		if found := d.ActorsIn(name); len(found) == 1 && found[0].Span.Len() == len(name) {
			id = found[0].IDs[0]
		} else {
			m := c.member(name, s)
			if id = m.id; m.kind == "" && !x.weak {
				m.kind, m.because = "media", words
			}
			if m.kind == "person" {
				continue
			}
		}
		p.addOrigin(id, words)
	}
}

// addOrigin takes an actor for an origin, with the words that name it.
func (p *proposedSource) addOrigin(id, words string) {
	if !slices.Contains(p.origins, id) {
		p.origins, p.credits = append(p.origins, id), append(p.credits, words)
	}
}

func drafts(list []*proposedSource) []Draft {
	out := make([]Draft, len(list))
	for i, p := range list {
		out[i] = p.draft()
	}
	return out
}

func (p *proposedSource) draft() Draft {
	l := p.layout
	stub := &dossier.Source{ID: p.id, Seed: p.seed, Record: &annotation.Source{Seed: form.Text{Value: p.seed.Name}}}
	x := Draft{Table: "sources", ID: p.id, Source: stub, kind: "source"}
	x.fields = []field{
		str("id", p.id), str("seed", p.seed.Name),
		proved("publisher", l.publisher, "who published it: the text does not say"),
		proved("title", p.page.title(l), "its headline: no short line without a stop stands at its head"),
		proved("published", p.published().String(), "the day of the page: no header names one"),
		str("lang", p.lang),
	}
	switch {
	case p.older != "":
		x.fields = append(x.fields, blank("dated", "the day from which the words speak: "+p.older+", of an earlier day, has some of them"))
	case !p.spoken.IsZero() && p.spoken != p.published():
		x.fields = append(x.fields, str("dated", p.spoken.String()))
	}
	x.fields = append(x.fields, p.originField())
	if len(p.shares) > 0 {
		x.fields = append(x.fields, list("shares", p.shares))
	}
	if p.basis != "" {
		x.fields = append(x.fields, str("basis", p.basis))
	}
	x.parts = p.page.parts(l)
	return x
}

// originField says whom the text credits, and by which words.
func (p *proposedSource) originField() field {
	f := list("origins", p.origins)
	switch {
	case len(p.origins) == 0:
		f.comment = "who first reported it: no words credit an outlet"
	case len(p.credits) == 0:
		f.comment = "inferred, see basis: no words credit an outlet"
	default:
		f.comment = strings.Trim(array(p.credits), "[]")
	}
	return f
}

// proved is a field of what the text itself says, or else an empty one.
func proved(key, value, otherwise string) field {
	if value == "" {
		return blank(key, otherwise)
	}
	return str(key, value)
}

func (p *page) title(l layout) string {
	if l.headline.Len() == 0 {
		return ""
	}
	return p.words(l.headline)
}

// parts are the parts of a layout, in the order of the text.
func (p *page) parts(l layout) [][]field {
	type part struct {
		span text.Span
		role string
	}
	var all []part
	for _, h := range l.headers {
		all = append(all, part{h, "header"})
	}
	if l.headline.Len() > 0 {
		all = append(all, part{l.headline, "headline"})
	}
	for _, f := range l.furniture {
		all = append(all, part{f, "boilerplate"})
	}
	slices.SortFunc(all, func(a, b part) int { return cmp.Compare(a.span.Start, b.span.Start) })
	var out [][]field
	for i, x := range all {
		if i+1 < len(all) && all[i+1].role == x.role && p.adjoin(x.span, all[i+1].span) {
			all[i+1].span.Start = x.span.Start
			continue
		}
		if bounds, ok := p.bounds(x.span); ok {
			out = append(out, append(bounds, str("role", x.role)))
		}
	}
	return out
}

// adjoin reports whether nothing but space stands between two spans of one
// paragraph.
func (p *page) adjoin(a, b text.Span) bool {
	return p.ParagraphAt(a.Start) == p.ParagraphAt(b.Start) && strings.TrimSpace(string(p.File.Data[a.End:max(a.End, b.Start)])) == ""
}

// bounds are the first and last words of a span, as few as stand once in the
// text; ok is false where they do not.
func (p *page) bounds(span text.Span) (bounds []field, ok bool) {
	from, ok := p.unique(span, false)
	if !ok {
		return nil, false
	}
	bounds = []field{{key: "from", value: tomlfile.Quote(from)}}
	if last := p.Paragraphs[len(p.Paragraphs)-1]; span.End >= last.End {
		return bounds, true
	}
	to, ok := p.unique(span, true)
	return append(bounds, field{key: "to", value: tomlfile.Quote(to)}), ok
}

// The words that the end of a part has at least, and those up to which it is
// given whole.
const fewestBound, wholeBound = 4, 8

// unique returns the first words of a span that stand once in the text, or the
// last ones.
func (p *page) unique(span text.Span, last bool) (string, bool) {
	all := strings.Fields(p.paragraphIn(span, last))
	least := min(fewestBound, len(all))
	if len(all) <= wholeBound {
		least = len(all)
	}
	for n := least; n > 0 && n <= len(all); n++ {
		words := strings.Join(all[:n], " ")
		if last {
			words = strings.Join(all[len(all)-n:], " ")
		}
		if found := quote.Find(p.Text, quote.Parse(words, "", "")); len(found) == 1 && span.Contains(found[0].Span()) {
			return words, true
		}
	}
	return "", false
}

// paragraphIn returns the first or the last paragraph of a span, as far as it
// lies in it.
func (p *page) paragraphIn(span text.Span, last bool) string {
	at := span.Start
	if last {
		at = span.End - 1
	}
	i := p.ParagraphAt(at)
	if i < 0 {
		return ""
	}
	whole := p.Paragraphs[i]
	return p.File.Slice(text.Span{Start: max(whole.Start, span.Start), End: min(whole.End, span.End)})
}
