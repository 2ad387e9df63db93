package page

import (
	"factsheet/generator/dossier"
)

// maxVoices is how many of those whom texts credit a line names.
const maxVoices = 8

// support says in one line how many texts bear a statement out and whom they
// credit: "2 texts; credited to the river office and, unnamed, to two rescue
// workers; 1 text credits nobody". It is "" where no text does.
func (b *Book) support(list []*dossier.Evidence) Words {
	voices := map[*dossier.Source][]string{} // of each text those who speak in it
	var texts []*dossier.Source
	var all []string
	for _, e := range supporting(list) {
		if _, ok := voices[e.Source]; !ok {
			texts = append(texts, e.Source)
			voices[e.Source] = nil
		}
		if by := e.Record.By; len(by) > 0 {
			voices[e.Source] = append(voices[e.Source], by[0].Value)
			all = append(all, by[0].Value)
		}
	}
	if len(texts) == 0 {
		return ""
	}
	silent := 0
	for _, v := range voices {
		if len(v) == 0 {
			silent++
		}
	}
	return b.supportWords(len(texts), silent, unique(all))
}

func (b *Book) supportWords(texts, silent int, voices []string) Words {
	words := b.speech.count(texts, "text", "texts")
	switch {
	case silent == texts && texts == 1:
		return words + ", which credits nobody"
	case silent == texts:
		return words + ", which credit nobody"
	}
	words += "; credited " + b.credited(voices)
	if silent > 0 {
		words += "; " + b.speech.count(silent, "text credits nobody", "texts credit nobody")
	}
	return words
}

// credited names voices, those first that have a name: "to the river office
// and, unnamed, to two rescue workers".
func (b *Book) credited(voices []string) Words {
	var named, unnamed []Words
	rest := max(len(voices)-maxVoices, 0)
	for _, id := range voices[:len(voices)-rest] {
		if b.unnamed(id) {
			unnamed = append(unnamed, b.ref(id).Title)
		} else {
			named = append(named, b.ref(id).Title)
		}
	}
	if rest > 0 {
		named = append(named, b.speech.count(rest, "other", "others"))
	}
	switch {
	case len(unnamed) == 0:
		return "to " + and(named)
	case len(named) == 0:
		return "to " + and(unnamed) + ", unnamed"
	}
	return "to " + and(named) + " and, unnamed, to " + and(unnamed)
}

// unnamed reports whether an id is that of an anonymous actor.
func (b *Book) unnamed(id string) bool {
	a := b.d.Actor(id)
	return a != nil && a.Record.Kind.Value == "anonymous"
}
