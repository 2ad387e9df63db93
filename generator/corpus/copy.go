package corpus

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A copyOf is a text that tells a story: the report itself, or what another
// outlet made of it.
type copyOf struct {
	story     *story
	n         int // of the story: how it was made
	publisher string
	published time.Time
	headline  string
	changed   *amount // what it has for the first number of the story
	lines     []*line
}

// How a text came about, by its number in the story.
const (
	original = iota
	reprint  // word for word, cut from the end, with a dateline that credits the service
	rewrite  // the day after, in other words, credited to the service
	borrowed // the day after, in other words, credited to nobody, with a wrong number
)

// A line is a sentence of a text with the item that it tells.
type line struct {
	*item
	text  string   // with its stop
	quote string   // the first clause of the item and who says it
	voice []string // ids, innermost first
}

func newCopy(s *story, n int) *copyOf {
	c := &copyOf{story: s, n: n, published: s.day, publisher: outlet(s.town.n*3 + s.n*len(landscapes) + n)}
	if s.n > 0 && n == original {
		c.publisher = s.town.service.name
	}
	if n >= rewrite {
		c.published = s.day.AddDate(0, 0, 1)
	}
	if n == borrowed {
		first := s.items[0].amount
		v := first.value * 2
		c.changed = &amount{strings.Replace(first.words, thousands(first.value), thousands(v), 1), v, first.hedge}
	}
	c.headline = headline(s, n)
	introduced := map[string]bool{}
	for i, it := range s.items {
		if n == reprint && i >= len(s.items)-2 || n >= rewrite && i == 2+2*n-s.town.n%2 {
			continue
		}
		c.lines = append(c.lines, c.line(it, introduced))
	}
	return c
}

// headline tells of a story in no more words than two texts can share.
func headline(s *story, n int) string {
	quality, site, worked := s.headWords()
	return sentenceCase([...]string{
		fmt.Sprintf("%s %s in %s %s", quality, site, s.town.name, worked),
		fmt.Sprintf("%s: %s %s %s", s.town.name, quality, site, worked),
		fmt.Sprintf("%s sees %s %s %s", s.town.name, quality, site, worked),
		fmt.Sprintf("%s %s worries %s", worked, site, s.town.name),
	}[n])
}

func (s *story) headWords() (quality, site, worked string) {
	c, form := s.town.choice, 40+s.n
	return c.word("quality", form, 1), c.word("site", form, 2), c.word("worked", form, 3)
}

// line writes an item as this text has it.
func (c *copyOf) line(it *item, introduced map[string]bool) *line {
	t := c.story.town
	head, text := it.head, it.text
	if c.changed != nil && it == c.story.items[0] {
		head = strings.Replace(head, it.amount.words, c.changed.words, 1)
		text = strings.Replace(text, it.amount.words, c.changed.words, 1)
	}
	l := &line{item: it}
	switch it.kind.voice {
	case nobody:
		if c.n >= rewrite && it.table != "questions" {
			head, text = "elsewhere, "+head, "elsewhere, "+text
		}
		fallthrough
	case unspoken:
		l.text, l.quote = text, head
	case speech:
		l.voice = []string{t.master.id}
		l.speak(sentenceCase(head), sentenceCase(text), introduce(t.master, introduced), c.n >= rewrite)
	case master:
		l.voice = []string{t.master.id}
		said := introduce(t.master, introduced) + " said"
		if c.n == rewrite {
			l.voice = append(l.voice, t.service.id)
			said = strings.TrimSuffix(said, "said") + "told " + t.service.name
		}
		l.text, l.quote = text+", "+said, head+gap+said
	case member:
		l.voice = []string{t.member.id}
		l.pass(head, text, introduce(t.member, introduced), c.n >= rewrite)
	case board:
		l.voice = []string{t.boardID()}
		l.pass(head, text, "the "+t.board, c.n >= rewrite)
	case unnamed:
		l.voice = []string{c.story.unnamedID()}
		l.pass(head, text, c.story.unnamed(), c.n >= rewrite)
	}
	l.text = stop(sentenceCase(l.text))
	l.quote = inText(l.text, l.quote)
	return l
}

// gap stands in a quote for words left out.
const gap = " […] "

// pass puts the speaker behind the words, or before them.
func (l *line) pass(head, text, who string, before bool) {
	if before {
		l.text, l.quote = who+" said "+text, who+" said "+head
		return
	}
	l.text, l.quote = text+", "+who+" said", head+gap+who+" said"
}

// speak does so with words in quotation marks.
func (l *line) speak(head, text, who string, before bool) {
	if before {
		l.text, l.quote = who+" said: “"+text+"”", who+" said: “"+head
		return
	}
	l.text, l.quote = "“"+text+",” "+who+" said", head+gap+who+" said"
}

// stop ends a sentence.
func stop(s string) string {
	if inner, ok := strings.CutSuffix(s, "”"); ok {
		return inner + ".”"
	}
	return s + "."
}

// introduce names a person, with the role where a text has it first.
func introduce(p person, introduced map[string]bool) string {
	if introduced[p.id] {
		return p.surname
	}
	introduced[p.id] = true
	return p.full + p.intro
}

// unnamed are the people of a story who ask not to be named.
func (s *story) unnamed() string {
	return "two " + s.town.choice.word("people", 44+s.n, 1)
}

func (s *story) unnamedID() string { return s.id() + "-unnamed" }

func (c *copyOf) id() string { return fmt.Sprintf("%s-text-%d", c.story.id(), c.n+1) }

// name is that of the file in seeds.
func (c *copyOf) name() string {
	n := c.story.town.n*textsOfTown + c.n
	for _, s := range c.story.town.stories[:c.story.n] {
		n += len(s.copies)
	}
	return fmt.Sprintf("%06d.txt", n)
}

// header is what the page says of itself.
func (c *copyOf) header() string {
	return c.publisher + ", " + c.published.Format("2 January 2006")
}

// dateline stands before the first sentence of a service's story.
func (c *copyOf) dateline() string {
	if c.story.n == 0 || c.n >= rewrite {
		return ""
	}
	return fmt.Sprintf("%s, %s (%s) -", strings.ToUpper(c.story.town.name), c.story.day.Format("January 2"), c.story.town.service.name)
}

// footer is what stands under every text of an outlet.
func (c *copyOf) footer() string {
	return fmt.Sprintf("About us: the %[1]s is printed on the coast and read along it. Letters to the %[1]s are welcome, the shorter the better. "+
		"Whoever finds a mistake in the %[1]s is asked to tell the desk, which mends it in the next issue.", c.publisher)
}

// seed is the text.
func (c *copyOf) seed() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n\n%s\n\n", c.header(), c.headline)
	if d := c.dateline(); d != "" {
		b.WriteString(d + " ")
	}
	for pair := range slices.Chunk(c.lines, 2) {
		for i, l := range pair {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(l.text)
		}
		b.WriteString("\n\n")
	}
	b.WriteString(c.footer() + "\n")
	return b.Bytes()
}
