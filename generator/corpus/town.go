package corpus

import (
	"fmt"
	"strings"
	"time"
)

const (
	textsOfTown    = 10 // of one town
	townsOfCounty  = 5  // whose facts share pages
	firstPublished = "2031-01-06"
)

// A town is what ten texts are about.
type town struct {
	n       int // of the project, from 0
	name    string
	id      string
	county  string // the group of its facts
	board   string // the body that speaks for it
	service *service
	master  person // speaks for itself
	member  person // of the board
	choice  choice
	stories []*story
}

// A person speaks in the stories of a town.
type person struct {
	id, full, surname string
	role              string // as the texts have it
	intro             string // behind the name, where a text has it first
}

// A service is a wire service whose stories others print.
type service struct{ id, name string }

var services = []*service{
	{"meridian-wire", "Meridian Wire"},
	{"lodestar-agency", "Lodestar Agency"},
	{"sextant-press", "Sextant Press"},
	{"compass-bureau", "Compass Bureau"},
	{"astrolabe-news", "Astrolabe News"},
}

// Outlets are named by a landscape and a kind of paper.
var (
	landscapes = strings.Fields("Northshore Tidewater Lowland Highmoor Estuary Saltmarsh Headland Fenland Downland")
	papers     = strings.Fields("Ledger Courier Herald Gazette Observer Chronicle Examiner")
)

func outlet(n int) string {
	return landscapes[n%len(landscapes)] + " " + papers[n/len(landscapes)%len(papers)]
}

// Boards and offices of towns.
var (
	boards  = []string{"Harbour Board", "Port Trust", "Ferry Company", "River Authority", "Dock Council", "Canal Society", "Pilots Guild"}
	offices = []string{"harbour master", "lock keeper", "quay warden", "dyke reeve", "berth clerk", "tide surveyor", "bridge tender", "salvage agent"}
)

// newTown makes a town of which there are so many texts.
func newTown(n int, seed uint64, texts int) *town {
	number := n + int(seed%9973)
	name := townName(number)
	t := &town{
		n:       n,
		name:    name,
		id:      strings.ToLower(name),
		county:  fmt.Sprintf("county-%d", n/townsOfCounty+1),
		board:   name + " " + boards[number%len(boards)],
		service: services[number%len(services)],
		choice:  newChoice(number),
	}
	office := offices[number%len(offices)]
	t.master = newPerson(2*number, office, ", the "+office+",")
	t.member = newPerson(2*number+1, "", " of the "+t.board)
	for i := 0; texts > 0; i++ {
		s := newStory(t, i, min(i+1, texts))
		t.stories = append(t.stories, s)
		texts -= len(s.copies)
	}
	return t
}

func (t *town) boardID() string { return t.id + "-board" }

func newPerson(n int, role, intro string) person {
	full, surname := personName(n)
	return person{strings.ToLower(strings.ReplaceAll(full, " ", "-")), full, surname, role, intro}
}

// copies are the texts of the town in their order.
func (t *town) copies() []*copyOf {
	var out []*copyOf
	for _, s := range t.stories {
		out = append(out, s.copies...)
	}
	return out
}

// files are the texts and annotations of the town: one file for whoever speaks
// there, and one a story.
func (t *town) files() []File {
	var out []File
	for _, c := range t.copies() {
		out = append(out, File{"seeds/" + c.name(), c.seed()})
	}
	folder := "content/annotations/" + t.county + "/" + t.id
	out = append(out, File{folder + ".toml", t.records()})
	for _, s := range t.stories {
		out = append(out, File{fmt.Sprintf("%s-%d.toml", folder, s.n+1), s.records()})
	}
	return out
}

// A story is what one report and those who copy it tell, sentence by sentence.
type story struct {
	town   *town
	n      int // of the town, from 0; so many others copy it
	day    time.Time
	items  []*item
	copies []*copyOf
}

func newStory(t *town, n, texts int) *story {
	first, err := time.Parse(time.DateOnly, firstPublished)
	if err != nil {
		panic(err)
	}
	s := &story{town: t, n: n, day: first.AddDate(0, 0, n*80+t.n*37%70)}
	for kind := range kinds {
		s.items = append(s.items, newItem(s, kind))
	}
	for i := range texts {
		s.copies = append(s.copies, newCopy(s, i))
	}
	return s
}

func (s *story) id() string { return fmt.Sprintf("%s-%d", s.town.id, s.n+1) }
