package dossier

import (
	"slices"

	"factsheet/generator/reuse"
)

// linkWording finds what the texts share. While no text changes, it is what
// prev found.
func (l *linker) linkWording() {
	texts := make([]*reuse.Text, len(l.Sources))
	for i, s := range l.Sources {
		texts[i] = s.Reuse
	}
	if l.Wording = l.prev.Wording; l.Wording == nil || !l.Wording.Of(texts) {
		l.Wording = reuse.Match(texts)
	}
}

// Shared returns the sentences that a source of the dossier shares with others,
// as [reuse.Wording.Groups] has them.
func (d *Dossier) Shared(s *Source) []reuse.Grouped {
	full := d.unwatched()
	i, ok := slices.BinarySearchFunc(full.Sources, s, compareSources)
	if !ok {
		return nil
	}
	return d.Wording.Groups(i)
}

// SharedAt returns the source of a shared sentence and the part in which its
// middle lies: the first may begin with a header's last words.
func (d *Dossier) SharedAt(p reuse.Place) (*Source, *Part) {
	full := d.unwatched()
	s := d.Source(full.Sources[p.Text].ID)
	span := s.Text.View.Raw(d.Wording.Sentence(p).Span)
	return s, s.At(span.Start + span.Len()/2)
}
