package build_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

var voicePlants = []class{
	{"speaker exchanged", []string{"speaker-not-near", "speaker-missing", "voice-undeclared"}, otherSpeakers},
	{"speaker dropped", []string{"speaker-missing", "voice-undeclared"}, droppedSpeakers},
	{"who and whom exchanged", []string{"owner-differs"}, turnedRound},
	{"count changed", []string{"count-differs"}, counts},
	{"alias invented", []string{"name-not-in-seeds"}, inventedAliases},
	{"role invented", []string{"role-not-in-quote"}, inventedRoles},
}

func (g *garden) eachEvidence(do func(item dossier.Item, e *dossier.Evidence)) {
	for _, item := range g.state.Dossier.Items() {
		for _, e := range item.Cited() {
			do(item, e)
		}
	}
}

func inEvidence(item dossier.Item, e *dossier.Evidence, format string, args ...any) string {
	return fmt.Sprintf("%s, quote %d: %s", item.Name(), e.Number, fmt.Sprintf(format, args...))
}

// speakers are the actors who say something first-hand, of a source, or
// anywhere.
func (g *garden) speakers(s *dossier.Source) (ids []string) {
	seen := map[string]bool{}
	g.eachEvidence(func(_ dossier.Item, e *dossier.Evidence) {
		if len(e.Record.By) > 0 && (s == nil || e.Source == s) && !seen[e.Record.By[0].Value] {
			seen[e.Record.By[0].Value] = true
			ids = append(ids, e.Record.By[0].Value)
		}
	})
	return ids
}

// otherSpeakers has another speaker say it, of the same text or of any.
func otherSpeakers(g *garden) (list []plant) {
	k := 0
	g.eachEvidence(func(item dossier.Item, e *dossier.Evidence) {
		if len(e.Record.By) == 0 || e.Role == "raises" {
			return
		}
		own := e.Record.By[0]
		for _, others := range [][]string{g.speakers(e.Source), g.speakers(nil)} {
			k++
			if id := others[k*7%len(others)]; id != "" && !g.kin(id, own.Value) && !says(e, id) {
				p := g.planted(e.Record.Record, inEvidence(item, e, "%s → %s", own.Value, id), set(e.Record.Record, own, id))
				p.beyond = g.exchangeBeyond(e, own.Value, id)
				list = append(list, p)
			}
		}
	})
	return list
}

func says(e *dossier.Evidence, id string) bool {
	for _, t := range e.Record.By {
		if t.Value == id {
			return true
		}
	}
	return false
}

// droppedSpeakers has the text say in its own name what it credits. What only
// raises a question needs no speaker, nor what a text says that is the
// speaker's own.
func droppedSpeakers(g *garden) (list []plant) {
	for _, f := range g.state.Dossier.Facts {
		for _, e := range f.Evidence {
			if len(e.Record.By) > 0 && e.Role != "raises" && !speaksForItself(g.state.Dossier, e) {
				p := g.planted(e.Record.Record, inEvidence(f, e, "nobody says %q", e.Record.Quote.Value), g.drop(e.Record.Record, "by"))
				p.beyond = reasonIf(speakerUntold, !hasSaying(e.Source.Lang, e.Record.Quote.Value))
				list = append(list, p)
			}
		}
	}
	return list
}

// speaksForItself reports whether the speaker of a quote published its text, or
// the text is known to be the speaker's.
func speaksForItself(d *dossier.Dossier, e *dossier.Evidence) bool {
	by := d.Actor(e.Record.By[0].Value)
	return slices.Contains(e.Part.Origins, by.ID) || slices.Contains(by.Spellings(), text.FoldString(e.Source.Record.Publisher.Value))
}

// turnedRound has whoever is acted upon act.
func turnedRound(g *garden) (list []plant) {
	for _, f := range g.state.Dossier.Facts {
		r := f.Record
		if len(r.Who) == 0 || len(r.Whom) == 0 {
			continue
		}
		p := g.planted(r.Record, inFact(f, "%s ↔ %s", r.Who[0].Value, r.Whom[0].Value),
			g.put(r.Record, "who", listOf(r.Whom)), g.put(r.Record, "whom", listOf(r.Who)))
		p.beyond = g.actorsBeyond(f)
		list = append(list, p)
	}
	return list
}

// listOf is a list of ids as TOML.
func listOf(ids []form.Text) string {
	quoted := make([]string, len(ids))
	for i, id := range ids {
		quoted[i] = strconv.Quote(id.Value)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// counts changes how many people a voice is, or says it where no text does.
func counts(g *garden) (list []plant) {
	for _, a := range g.state.Dossier.Actors {
		r := a.Record
		if r.Kind.Value != "anonymous" {
			continue
		}
		for _, n := range []int{1, 2, 3, 4, 7} {
			if float64(n) != r.Count.Value {
				list = append(list, g.planted(r.Record, fmt.Sprintf("%s: count %s → %d", a.ID, r.Count.Text.Value, n), g.put(r.Record, "count", strconv.Itoa(n))))
			}
		}
	}
	return list
}

// inventedAliases gives an actor a spelling that no text has.
func inventedAliases(g *garden) (list []plant) {
	for _, a := range g.state.Dossier.Actors {
		r := a.Record
		words := strings.Fields(r.Name.Value)
		last := words[len(words)-1]
		for _, alias := range []string{last + "s Bureau", strings.ToUpper(last[:1]) + last[1:] + "e", "General " + last} {
			aliases := tomlfile.Quote(alias)
			for _, t := range r.Aliases {
				aliases += ", " + tomlfile.Quote(t.Value)
			}
			list = append(list, g.planted(r.Record, fmt.Sprintf("%s: alias %q", a.ID, alias), g.put(r.Record, "aliases", "["+aliases+"]")))
		}
	}
	return list
}

// inventedRoles gives an actor an office that its quotes do not have.
func inventedRoles(g *garden) (list []plant) {
	var roles []string
	for _, a := range g.state.Dossier.Actors {
		if role := a.Record.Role.Value; role != "" {
			roles = append(roles, role)
		}
	}
	roles = append(roles, "deputy chairman", "former head")
	for k, a := range g.state.Dossier.Actors {
		r := a.Record
		if len(a.Evidence) == 0 {
			continue
		}
		role := roles[k*5%len(roles)]
		if r.Role.Value != "" {
			role = "former " + r.Role.Value
		}
		if !strings.Contains(strings.ToLower(quotesOf(a)), strings.ToLower(role)) {
			list = append(list, g.planted(r.Record, fmt.Sprintf("%s: role %q", a.ID, role), g.put(r.Record, "role", tomlfile.Quote(role))))
		}
	}
	return list
}

func quotesOf(item dossier.Item) string {
	var all []string
	for _, e := range item.Cited() {
		all = append(all, e.Record.Quote.Value)
	}
	return strings.Join(all, " | ")
}
