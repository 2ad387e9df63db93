package page

import (
	"fmt"

	"factsheet/generator/dossier"
)

// excerptWords says what of a text stands on its page where the seeds are not
// published whole.
func (b *Book) excerptWords() Words {
	return fmt.Sprintf("Only what facts and actors cite is published of this text, with at most %d words on either side; […] stands for the rest.", dossier.ContextWords)
}

// leftOut reports whether nothing of a paragraph is shown.
func (p *Paragraph) leftOut() bool { return len(p.Runs) == 1 && p.Runs[0].Gap }

// leftOut reports whether nothing of a passage is shown.
func (p *Passage) leftOut() bool { return len(p.Paragraphs) == 1 && p.Paragraphs[0].leftOut() }
