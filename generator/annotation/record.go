// Package annotation reads the annotation files: hand-written TOML in which
// every statement cites the words that bear it out.
package annotation

import "factsheet/generator/form"

// A Source is what the editor knows of a seed.
type Source struct {
	form.Record
	ID        form.Text   `key:"id" id:"source" need:"always" doc:"the name by which evidence cites the source"`
	Seed      form.Text   `key:"seed" need:"always" doc:"the file in seeds/"`
	Publisher form.Text   `key:"publisher" need:"always" empty:"ok" doc:"who published it; \"\" where the text does not say"`
	Title     form.Text   `key:"title" need:"always" empty:"ok" doc:"its headline; \"\" where the text has none"`
	Published form.Date   `key:"published" need:"always" like:"2031-03-05" doc:"the day of the page; \"\" where unknown"`
	Dated     form.Date   `key:"dated" doc:"the day from which the words speak; default: published"`
	Basis     form.Text   `key:"basis" doc:"how publisher, dates or origins are known where the seed does not say so itself"`
	RestsOn   []form.Text `key:"rests_on" ref:"fact" doc:"facts that the basis leans on"`
	Lang      form.Text   `key:"lang" need:"always" is:"language" like:"en" doc:"the language of the text, BCP 47"`
	Lines     form.Text   `key:"lines" one:"paragraphs wrapped" doc:"how a text without blank lines is read: a paragraph a line, or hard-wrapped"`
	URL       form.Text   `key:"url" is:"address" doc:"the address of the original page"`
	Origins   []form.Text `key:"origins" ref:"actor own" doc:"who first reported it; \"own\": the outlet's own words; none: unknown"`
	Shares    []form.Text `key:"shares" ref:"source part" doc:"sources or parts with the same wording"`
	Loaded    []form.Text `key:"loaded" doc:"the outlet's colouring, on our pages only inside quotation marks"`
	Allow     []Allow     `key:"allow" doc:"findings set aside, each with its reason"`
	Parts     []Part      `key:"parts" doc:"passages with a provenance of their own"`
}

// A Part is a passage of a seed with a provenance of its own. Where it has no
// dated or origins it has its source's.
type Part struct {
	form.Record
	ID      form.Text   `key:"id" id:"part" doc:"a name by which others can refer to the part"`
	From    form.Text   `key:"from" need:"always" doc:"its first words, which stand once in the text, or once as a paragraph"`
	To      form.Text   `key:"to" doc:"its last words; without them it ends before the next part or with the text"`
	Role    form.Text   `key:"role" one:"body headline header boilerplate" doc:"header proves the source and no fact, boilerplate proves nothing; default body"`
	Dated   form.Date   `key:"dated" doc:"the day from which its words speak"`
	Origins []form.Text `key:"origins" ref:"actor own" doc:"who first reported it"`
	Shares  []form.Text `key:"shares" ref:"source part" doc:"sources or parts with the same wording"`
	Basis   form.Text   `key:"basis" doc:"how dates or origins are known where the seed does not say so itself"`
	RestsOn []form.Text `key:"rests_on" ref:"fact" doc:"facts that the basis leans on"`
}

// An Allow sets a finding aside.
type Allow struct {
	form.Record
	Code    form.Text `key:"code" need:"always" doc:"the code of the finding"`
	Quote   form.Text `key:"quote" doc:"on a source: the place in its seed; without it the whole seed"`
	Because form.Text `key:"because" need:"always" doc:"the reason, which stands on the page"`
}

// A Measure is what is counted. Figures of one measure are compared with one
// another, others never.
type Measure struct {
	form.Record
	ID    form.Text   `key:"id" id:"measure" need:"always" doc:"the name by which figures refer to the measure"`
	Title form.Text   `key:"title" need:"always" doc:"the heading of its figures"`
	Unit  form.Text   `key:"unit" need:"always" doc:"what is counted, a sign or a word"`
	Words []form.Text `key:"words" doc:"other ways in which the texts say the unit"`
}

// Common is what every fact and actor may carry.
type Common struct {
	Who        []form.Text  `key:"who" ref:"actor" doc:"whose, or who is counted; of an event: who acts"`
	Whom       []form.Text  `key:"whom" ref:"actor" doc:"to or against whom"`
	Where      []form.Text  `key:"where" ref:"actor" doc:"the places"`
	Note       form.Text    `key:"note" doc:"a remark of the editor's"`
	Because    form.Text    `key:"because" doc:"the reason for what no quote says"`
	RestsOn    []form.Text  `key:"rests_on" ref:"fact" doc:"facts that the reason leans on"`
	Group      form.Text    `key:"group" is:"id" doc:"splits a sheet into pages, written like an id"`
	Tags       []form.Text  `key:"tags" doc:"more words by which the search finds it"`
	Supersedes []form.Text  `key:"supersedes" ref:"fact" doc:"older facts that this one replaces"`
	Differs    []form.Text  `key:"differs" ref:"fact" doc:"facts that cannot hold together with this one"`
	Corrected  []Correction `key:"corrected" doc:"mistakes of the site's own, mended"`
	Draft      bool         `key:"draft" doc:"not for publication yet: its errors are warnings and build leaves it out"`
	Allow      []Allow      `key:"allow" doc:"findings set aside, each with its reason"`
	Evidence   []Evidence   `key:"evidence" need:"quantity date claim" doc:"the quotes that bear it out"`
}

// A Correction is a mistake that the site once made.
type Correction struct {
	form.Record
	On      form.Date `key:"on" need:"always" like:"2031-03-05" doc:"the day of the correction"`
	Was     form.Text `key:"was" need:"always" doc:"what stood there before"`
	Because form.Text `key:"because" need:"always" doc:"why it was wrong"`
}

// An Actor is a person, body, place or thing that the texts name or describe.
type Actor struct {
	form.Record
	ID      form.Text   `key:"id" id:"actor" need:"always" doc:"the name by which others refer to the actor"`
	Name    form.Text   `key:"name" need:"always" doc:"its name as a seed has it, unless coined"`
	Coined  bool        `key:"coined" doc:"the name is a label of ours"`
	Kind    form.Text   `key:"kind" need:"always" empty:"draft" one:"person state forces armed-group organisation media place thing anonymous" doc:"what it is"`
	Count   form.Number `key:"count" doc:"anonymous: how many people the text says they are"`
	Role    form.Text   `key:"role" doc:"office or description, in words of its evidence"`
	PartOf  form.Text   `key:"part_of" ref:"actor" doc:"the actor of which it is a part"`
	Likely  form.Text   `key:"likely" ref:"actor" doc:"probably the same as that actor"`
	Not     []form.Text `key:"not" ref:"actor" doc:"look-alikes"`
	Aliases []form.Text `key:"aliases" doc:"spellings that stand in the seeds"`
	Common
}

// A Fact is a statement with its evidence. Its kind, that of its sheet, says
// which of the fields below Statement it may have and what is checked.
type Fact struct {
	form.Record
	Kind  string // quantity, date, claim, question
	Table string // the name of its sheet

	ID        form.Text `key:"id" id:"fact" need:"always" doc:"the name of the fact and its anchor on the page"`
	Statement form.Text `key:"statement" empty:"draft" kinds:"quantity date claim" need:"quantity date claim" doc:"what is said, one plain sentence"`

	Measure form.Text   `key:"measure" kinds:"quantity" ref:"measure" doc:"the measure, where the figure is compared with others"`
	Unit    form.Text   `key:"unit" kinds:"quantity" doc:"what is counted, where the figure has no measure"`
	Of      form.Text   `key:"of" kinds:"quantity" doc:"of a share: of what"`
	Value   form.Number `key:"value" kinds:"quantity" doc:"the number, or the text's word"`
	Low     form.Number `key:"low" kinds:"quantity" doc:"the lower end of a range"`
	High    form.Number `key:"high" kinds:"quantity" doc:"the upper end of a range"`
	Hedge   form.Text   `key:"hedge" kinds:"quantity" one:"none exactly about nearly at-least at-most over under" doc:"how the sources hedge the number; default none"`
	AsOf    form.Date   `key:"as_of" kinds:"quantity" doc:"the day on which the figure is said to hold; default: the day of the passages"`
	Since   form.Text   `key:"since" kinds:"quantity" ref:"fact date" doc:"the start of a running count, EDTF or the id of an event"`

	When   form.Date   `key:"when" kinds:"quantity date" need:"date" like:"2031-03-05" doc:"the day or period, EDTF; \"\" where the texts do not date it"`
	Status form.Text   `key:"status" kinds:"quantity date question" need:"date question" empty:"draft" one:"quantity=happened|ongoing|announced|agreed|planned|expected|aimed|possible|postponed|missed|cancelled|alleged|denied date=happened|ongoing|announced|agreed|planned|expected|aimed|possible|postponed|missed|cancelled|alleged|denied question=open|partly|answered|contested" doc:"how sure it is that it came or comes to pass; of a question, how far it is answered"`
	Before []form.Text `key:"before" kinds:"date" ref:"fact" doc:"events that came after this one, as the texts say"`
	After  []form.Text `key:"after" kinds:"date" ref:"fact" doc:"events that came before this one, as the texts say"`

	Question form.Text `key:"question" empty:"draft" kinds:"question" need:"question" doc:"the question itself, one sentence"`
	Answer   form.Text `key:"answer" kinds:"question" doc:"what is known, one sentence, checked as a statement"`
	Answers  []Answer  `key:"answers" kinds:"question" doc:"the facts that answer it"`
	Remains  form.Text `key:"remains" kinds:"question" doc:"what stays open"`
	Silent   []Silence `key:"silent" kinds:"question" doc:"sources in which certain words do not stand"`
	Common
}

// An Answer is a fact that answers a question or a part of it.
type Answer struct {
	form.Record
	Fact form.Text `key:"fact" need:"always" ref:"fact" doc:"the id of the fact"`
	Says form.Text `key:"says" doc:"the side it takes, where the question is contested"`
}

// A Silence is a list of words that do not stand in certain sources.
type Silence struct {
	form.Record
	Sources []form.Text `key:"sources" need:"always" ref:"source" doc:"the sources that are silent"`
	Words   []form.Text `key:"words" need:"always" doc:"the words looked for; a star at the end stands for any ending"`
}

// Evidence is a verbatim quote, who said it, and its role.
type Evidence struct {
	form.Record
	Source form.Text   `key:"source" need:"always" ref:"source" doc:"the source that is quoted"`
	Quote  form.Text   `key:"quote" need:"always" doc:"the words as they stand there; \" […] \" for a gap within a paragraph"`
	Prefix form.Text   `key:"prefix" doc:"words right before the quote, where it stands more than once"`
	Suffix form.Text   `key:"suffix" doc:"words right after the quote, where it stands more than once"`
	Reads  form.Text   `key:"reads" doc:"the words of the quote that carry the value or date, where it holds more than one"`
	By     []form.Text `key:"by" ref:"actor" doc:"who said it, innermost first; none: the text credits nobody"`
	Refers form.Map    `key:"refers" ref:"actor fact source part measure date" doc:"what a pronoun, an epithet or a time word stands for: an id, a list of ids, or EDTF"`
	Said   form.Date   `key:"said" doc:"the day somebody said it; default: the day from which the passage speaks"`
	Role   form.Text   `key:"role" one:"supports qualifies updates raises" doc:"default supports, in a question raises"`

	*Addition
}

// An Addition is what the author of evidence adds to the words: as large as
// all else, and most add nothing. It is never nil.
type Addition struct {
	Value   form.Number `key:"value" doc:"the value, where the program cannot read it; needs because"`
	Low     form.Number `key:"low" doc:"the lower end, where the program cannot read it; needs because"`
	High    form.Number `key:"high" doc:"the upper end, where the program cannot read it; needs because"`
	Hedge   form.Text   `key:"hedge" one:"none exactly about nearly at-least at-most over under" doc:"the hedge, where the program cannot read it; needs because"`
	When    form.Date   `key:"when" doc:"the date, where the program cannot read it; needs because"`
	Because form.Text   `key:"because" doc:"the reason for value, low, high, hedge or when"`

	Translation form.Text `key:"translation" doc:"the quote in the site's language"`
	Note        form.Text `key:"note" doc:"a remark of the editor's"`
}
