package page

import (
	"fmt"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/witness"
)

// maxVoices is how many of those whom texts credit a line names.
const maxVoices = 8

// support says in one line what bears a statement out: "9 texts, 1 or 2
// reports; 3 texts credit nobody with telling it; one outlet on record: Valley Wire;
// four people unnamed: four sources". It is "" where no text does.
func (b *Book) support(list []*dossier.Evidence) Words {
	return b.supportWords(b.bench().Support(list))
}

func (b *Book) supportWords(s witness.Support) Words {
	texts := len(s.Texts)
	switch {
	case texts == 0:
		return ""
	case s.Silent == texts && texts == 1:
		return "1 text, which credits nobody with telling it"
	case s.Silent == texts:
		return b.speech.count(texts, "text", "texts") + ", which credit nobody with telling it"
	}
	return list("; ",
		list(", ", b.speech.count(texts, "text", "texts"), b.reports(s)),
		b.unknownOrigin(s),
		b.apart(s.Silent, "text credits nobody with telling it", "texts credit nobody with telling it"),
		b.onRecord(s.Named),
		b.withoutName(s.Unnamed),
		b.against(s.Against),
	)
}

// reports says to how many reports the texts come down.
func (b *Book) reports(s witness.Support) Words {
	if s.Unknown == len(s.Texts) {
		return "of unknown origin"
	}
	return b.countReports(s.Reports)
}

func (b *Book) countReports(r witness.Range) Words {
	switch {
	case r.Max == 0:
		return ""
	case r.Min == r.Max:
		return b.speech.count(r.Max, "report", "reports")
	case r.Min+1 == r.Max:
		return fmt.Sprintf("%d or %d reports", r.Min, r.Max)
	}
	return fmt.Sprintf("%d to %d reports", r.Min, r.Max)
}

func (b *Book) unknownOrigin(s witness.Support) Words {
	if s.Unknown == len(s.Texts) {
		return ""
	}
	return b.apart(s.Unknown, "text is of unknown origin", "texts are of unknown origin")
}

// apart says of how many texts something holds that keeps them from counting.
func (b *Book) apart(n int, one, many Words) Words {
	if n == 0 {
		return ""
	}
	return b.speech.count(n, one, many)
}

// onRecord counts and names who is on record: "two people and one outlet on
// record: …".
func (b *Book) onRecord(voices []witness.Voice) Words {
	if len(voices) == 0 {
		return ""
	}
	var people, outlets, bodies int
	for _, v := range voices {
		switch v.Actor.Record.Kind.Value {
		case "person":
			people++
		case "media":
			outlets++
		default:
			bodies++
		}
	}
	var counts []Words
	for _, c := range [...]struct {
		n         int
		one, many Words
	}{{people, "person", "people"}, {outlets, "outlet", "outlets"}, {bodies, "body", "bodies"}} {
		if c.n > 0 {
			counts = append(counts, b.speech.spelt(c.n, c.one, c.many))
		}
	}
	return and(counts) + " on record: " + b.voices(voices)
}

// withoutName counts people without a name, where the texts say how many, and
// gives their descriptions.
func (b *Book) withoutName(voices []witness.Voice) Words {
	if len(voices) == 0 {
		return ""
	}
	people, uncounted, telling := 0, 0, true
	for _, v := range voices {
		people += v.Count
		if v.Count == 0 {
			uncounted++
		}
		telling = telling && b.tellsUnnamed(v.Actor)
	}
	who := b.speech.spelt(people, "person", "people")
	switch {
	case uncounted == len(voices) && telling:
		return "voices: " + b.voices(voices)
	case uncounted == len(voices):
		return "unnamed voices: " + b.voices(voices)
	case uncounted > 0:
		who += " and others"
	}
	if !telling {
		who += " unnamed"
	}
	return who + ": " + b.voices(voices)
}

// tellsUnnamed reports whether the description of an actor says itself that it
// has no name: "two unnamed sailors".
func (b *Book) tellsUnnamed(a *dossier.Actor) bool {
	name := strings.ToLower(a.Record.Name.Value)
	return strings.Contains(name, "unnamed") || strings.Contains(name, "anonymous")
}

// against says who qualifies a statement.
func (b *Book) against(voices []witness.Voice) Words {
	if len(voices) == 0 {
		return ""
	}
	return "qualified by " + b.voices(voices)
}

// voices names voices, the first eight of many.
func (b *Book) voices(list []witness.Voice) Words {
	var out []Words
	for _, v := range list[:min(len(list), maxVoices)] {
		out = append(out, b.voice(v))
	}
	if rest := len(list) - maxVoices; rest > 0 {
		out = append(out, b.speech.count(rest, "other", "others"))
	}
	return and(out)
}

// voice names a voice with who is probably the same and who speaks for it.
func (b *Book) voice(v witness.Voice) Words {
	var asides []Words
	if len(v.Probably) > 0 {
		asides = append(asides, "probably also "+and(b.names(v.Probably)))
	}
	asides = append(asides, b.partsWords(v)...)
	if len(asides) == 0 {
		return b.ref(v.Actor.ID).Title
	}
	return b.ref(v.Actor.ID).Title + " (" + strings.Join(asides, "; ") + ")"
}

// partsWords names the parts of a voice, apart from those that only a reason
// makes its parts.
func (b *Book) partsWords(v witness.Voice) []Words {
	told, assumed := "with ", "taken as part of it: "
	if b.isUnnamed(v.Actor.ID) {
		told, assumed = "among them ", "taken to be among them: "
	}
	var sure, taken []*dossier.Actor
	for _, a := range v.Parts {
		if b.bench().SurelyWithin(a.ID, v.Actor.ID) {
			sure = append(sure, a)
		} else {
			taken = append(taken, a)
		}
	}
	var out []Words
	if len(sure) > 0 {
		out = append(out, told+and(b.names(sure)))
	}
	if len(taken) > 0 {
		out = append(out, assumed+and(b.names(taken)))
	}
	return out
}

func (b *Book) names(actors []*dossier.Actor) []Words {
	var out []Words
	for _, a := range actors {
		out = append(out, b.ref(a.ID).Title)
	}
	return out
}

// isUnnamed reports whether an id is that of an anonymous actor.
func (b *Book) isUnnamed(id string) bool {
	a := b.d.Actor(id)
	return a != nil && a.Record.Kind.Value == "anonymous"
}
