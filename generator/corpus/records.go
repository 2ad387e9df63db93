package corpus

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// A record is written as TOML, key by key; empty values are left out.
type record struct{ *bytes.Buffer }

func (r record) table(name string) { fmt.Fprintf(r, "\n[[%s]]\n", name) }

func (r record) text(key, value string) {
	if value != "" {
		fmt.Fprintf(r, "%-9s = %q\n", key, value)
	}
}

func (r record) list(key string, values ...string) {
	if len(values) > 0 {
		fmt.Fprintf(r, "%-9s = [%s]\n", key, quoted(values))
	}
}

func quoted(values []string) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = fmt.Sprintf("%q", v)
	}
	return strings.Join(out, ", ")
}

// evidence is a quote of a text.
type evidence struct {
	source, quote string
	by            []string
	refers        [2]string // words, and the day that they mean
}

func (r record) evidence(list []evidence) {
	fmt.Fprint(r, "evidence  = [\n")
	for _, e := range list {
		fmt.Fprintf(r, "  { source = %q, quote = %q", e.source, e.quote)
		if len(e.by) > 0 {
			fmt.Fprintf(r, ", by = [%s]", quoted(e.by))
		}
		if e.refers != [2]string{} {
			fmt.Fprintf(r, ", refers = { %q = %q }", e.refers[0], e.refers[1])
		}
		fmt.Fprint(r, " },\n")
	}
	fmt.Fprint(r, "]\n")
}

func newRecord() record {
	return record{bytes.NewBufferString("#:schema ../../schema.json\n")}
}

func serviceRecords(used map[*service]bool) []byte {
	r := newRecord()
	for _, s := range slices.SortedFunc(maps.Keys(used), func(a, b *service) int { return cmp.Compare(a.id, b.id) }) {
		r.table("actors")
		r.text("id", s.id)
		r.text("name", s.name)
		r.text("kind", "media")
	}
	return r.Bytes()
}

// records are those that all stories of a town use.
func (t *town) records() []byte {
	r := newRecord()
	r.table("measures")
	r.text("id", t.id+"-people")
	r.text("title", "People affected in "+t.name)
	r.text("unit", "people")
	var units []string
	for _, s := range t.stories {
		units = append(units, s.items[0].words["people"][0])
	}
	slices.Sort(units)
	r.list("words", slices.Compact(units)...)

	first := t.stories[0].copies[0]
	r.table("actors")
	r.text("id", t.id)
	r.text("name", t.name)
	r.text("kind", "place")
	r.text("group", t.county)
	r.table("actors")
	r.text("id", t.boardID())
	r.text("name", t.board)
	r.text("kind", "organisation")
	r.text("group", t.county)
	plan, _ := t.stories[0].quotes(t.stories[0].items[planKind])
	r.evidence(plan)
	for _, p := range []person{t.master, t.member} {
		r.table("actors")
		r.text("id", p.id)
		r.text("name", p.full)
		r.list("aliases", p.surname)
		r.text("kind", "person")
		r.text("role", p.role)
		if p.role == "" {
			r.text("part_of", t.boardID())
		}
		r.text("group", t.county)
		r.evidence([]evidence{{source: first.id(), quote: p.full + p.intro + " said"}})
	}
	return r.Bytes()
}

// records are the sources of a story, who is not named in it, and its facts.
func (s *story) records() []byte {
	r := newRecord()
	for _, c := range s.copies {
		c.source(r)
	}
	r.table("actors")
	r.text("id", s.unnamedID())
	r.text("name", "Two "+strings.Fields(s.unnamed())[1]+" in "+s.id())
	fmt.Fprint(r, "coined    = true\n")
	r.text("kind", "anonymous")
	fmt.Fprint(r, "count     = 2\n")
	r.text("group", s.town.county)
	r.evidence(s.unnamedQuotes())
	s.headlineFact(r)
	for _, it := range s.items {
		s.fact(r, it)
	}
	return r.Bytes()
}

// unnamedQuotes are where the texts have who is not named.
func (s *story) unnamedQuotes() []evidence {
	var out []evidence
	for _, c := range s.copies {
		for _, l := range c.lines {
			if l.kind.voice == unnamed {
				out = append(out, evidence{source: c.id(), quote: inText(l.text, s.unnamed()) + " said"})
			}
		}
	}
	return out
}

// source is the record of a text.
func (c *copyOf) source(r record) {
	r.table("sources")
	r.text("id", c.id())
	r.text("seed", c.name())
	r.text("publisher", c.publisher)
	r.text("title", c.headline)
	r.text("published", c.published.Format(time.DateOnly))
	r.text("lang", "en")
	switch {
	case c.n == original:
		r.list("origins", "own")
	case c.n == borrowed:
		r.list("origins", c.story.town.service.id)
		r.text("basis", fmt.Sprintf("The text credits nobody. Its sentences are those of [another](%s), which the service put out the day before; one number differs.", c.story.copies[original].id()))
	default:
		r.list("origins", c.story.town.service.id)
	}
	c.part(r, "header", c.header(), c.header())
	c.part(r, "headline", c.headline, c.headline)
	if d := c.dateline(); d != "" {
		c.part(r, "header", d, d)
	}
	c.part(r, "", strings.Join(strings.Fields(c.lines[0].text)[:6], " "), "")
	if c.n == borrowed {
		fmt.Fprintf(r, "  shares = [%q, %q, %q]\n", c.story.copies[original].id(), c.story.copies[reprint].id(), c.story.copies[rewrite].id())
	}
	c.part(r, "boilerplate", "About us:", "")
}

func (c *copyOf) part(r record, role, from, to string) {
	fmt.Fprintf(r, "  [[sources.parts]]\n  from = %q\n", from)
	if to != "" {
		fmt.Fprintf(r, "  to   = %q\n", to)
	}
	if role != "" {
		fmt.Fprintf(r, "  role = %q\n", role)
	}
}

func (s *story) headlineFact(r record) {
	quality, site, worked := s.headWords()
	r.table("claims")
	r.text("id", s.id()+"-headline")
	r.text("statement", fmt.Sprintf("The %s %s in %s was %s.", quality, site, s.town.name, worked))
	r.text("group", s.town.county)
	r.list("where", s.town.id)
	var list []evidence
	for _, c := range s.copies {
		list = append(list, evidence{source: c.id(), quote: c.headline})
	}
	r.evidence(list)
}

// fact writes the facts of an item: one, and for its first sentence those of
// its second number and of the number that one text has otherwise.
func (s *story) fact(r record, it *item) {
	id := s.id() + "-" + it.name
	same, changed := s.quotes(it)
	switch it.table {
	case "figures":
		s.figure(r, id, it, it.amount, "", same)
		if it.name == "moved" {
			s.other(r, id+"-others", it, slices.Concat(same, changed))
		}
		if len(changed) > 0 {
			wrong := *s.copies[borrowed].changed
			s.figure(r, id+"-otherwise", it, wrong, id, changed)
			s.contested(r, id, it, wrong, same)
		}
	case "dates":
		r.table("dates")
		r.text("id", id)
		r.text("statement", sentenceCase(it.head)+".")
		switch it.name {
		case "event":
			r.text("when", it.on.Format(time.DateOnly))
			r.text("status", "happened")
		case "past":
			r.text("when", it.when)
			r.text("status", "happened")
		default:
			r.text("when", it.when)
			r.text("status", "planned")
			r.list("who", s.town.boardID())
		}
		r.text("group", s.town.county)
		r.evidence(same)
	case "claims":
		r.table("claims")
		r.text("id", id)
		r.text("statement", sentenceCase(it.head)+".")
		r.text("group", s.town.county)
		r.evidence(same)
	case "questions":
		r.table("questions")
		r.text("id", id)
		r.text("question", fmt.Sprintf("What is known of the %s %s?", it.words["quality"][0], it.words["device"][0]))
		r.text("status", "open")
		r.text("remains", "All of it.")
		r.text("group", s.town.county)
		r.evidence(same)
		var sources []string
		for _, c := range s.copies {
			sources = append(sources, c.id())
		}
		fmt.Fprintf(r, "silent    = [{ sources = [%s], words = [\"arrest*\", \"fined\"] }]\n", quoted(sources))
	}
}

// quotes are the evidence of an item: of the texts that have its number, and
// of the one that has another.
func (s *story) quotes(it *item) (same, changed []evidence) {
	for _, c := range s.copies {
		for _, l := range c.lines {
			if l.item != it {
				continue
			}
			e := evidence{source: c.id(), quote: l.quote, by: l.voice}
			if it.name == "event" && it.on.AddDate(0, 0, 3).Before(c.published) {
				e.refers = [2]string{it.on.Weekday().String(), it.on.Format(time.DateOnly)}
			}
			if c.changed != nil && it == s.items[0] {
				changed = append(changed, e)
			} else {
				same = append(same, e)
			}
		}
	}
	return same, changed
}

func (s *story) figure(r record, id string, it *item, a amount, differs string, quotes []evidence) {
	r.table("figures")
	r.text("id", id)
	r.text("statement", sentenceCase(strings.Replace(it.head, it.amount.words, a.words, 1))+".")
	unit := it.unit()
	switch it.name {
	case "moved":
		r.text("measure", s.town.id+"-people")
		r.list("where", s.town.id)
	case "cost":
		r.text("unit", "$")
	case "share":
		r.text("unit", "%")
		r.text("of", unit)
	default:
		r.text("unit", unit)
	}
	fmt.Fprintf(r, "value     = %d\n", a.value)
	r.text("hedge", a.hedge)
	if differs != "" {
		r.list("differs", differs)
	}
	r.text("group", s.town.county)
	r.evidence(quotes)
}

// unit is what the first number of an item counts.
func (it *item) unit() string {
	_, after, _ := strings.Cut(it.text, it.amount.words)
	after = strings.TrimPrefix(strings.TrimPrefix(after, "% of"), " the")
	return strings.Fields(after)[0]
}

// other is the fact of the second number of an item.
func (s *story) other(r record, id string, it *item, quotes []evidence) {
	_, after, _ := strings.Cut(it.text, it.other.words+" ")
	words := strings.Fields(after)
	list := slices.Clone(quotes)
	for i := range list {
		list[i].quote = strings.Join(append([]string{it.other.words}, words[:3]...), " ")
	}
	r.table("figures")
	r.text("id", id)
	r.text("statement", fmt.Sprintf("%s %s were told of beside them.", it.other.words, words[0]))
	r.text("unit", words[0])
	fmt.Fprintf(r, "value     = %d\n", it.other.value)
	r.text("group", s.town.county)
	r.evidence(list)
}

// contested is the question of which of two numbers is right.
func (s *story) contested(r record, id string, it *item, wrong amount, quotes []evidence) {
	r.table("questions")
	r.text("id", id+"-count")
	r.text("question", fmt.Sprintf("How many %s were affected in %s?", it.unit(), s.town.name))
	r.text("status", "contested")
	r.text("answer", fmt.Sprintf("One account has %s %s, another %s.", it.amount.words, it.unit(), wrong.words))
	fmt.Fprintf(r, "answers   = [{ fact = %q, says = %q }, { fact = %q, says = %q }]\n", id, it.amount.words, id+"-otherwise", wrong.words)
	r.text("group", s.town.county)
	r.list("where", s.town.id)
	r.evidence(quotes[:1])
}
