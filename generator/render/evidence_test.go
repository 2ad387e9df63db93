package render

import (
	"strings"
	"testing"

	"factsheet/generator/page"
	"factsheet/layouts"
)

// TestOpeners sees that each button stands in the quote whose card it opens,
// and that every card can be opened and closed.
func TestOpeners(t *testing.T) {
	s := page.Section{ID: "gate"}
	for _, id := range []string{"gate_1", "gate_2"} {
		s.Quotes = append(s.Quotes, page.Quote{Anchor: id, Pieces: []string{"words of " + id}, Source: valley, Lang: "en"})
		s.Cards = append(s.Cards, page.Card{ID: id})
	}
	quotes := strings.SplitAfter(string(evidenced(s, "en")), "</blockquote>")
	for i, id := range []string{"gate_1", "gate_2"} {
		if !strings.Contains(quotes[i], "words of "+id) || strings.Count(quotes[i], "popovertarget") != 1 || !strings.Contains(quotes[i], `popovertarget="_`+id+`"`) {
			t.Errorf("quote %d: %s", i, quotes[i])
		}
	}
	s.Cards = nil
	if got := string(evidenced(s, "en")); strings.Contains(got, "button") {
		t.Errorf("a button that opens nothing: %s", got)
	}
}

func TestCards(t *testing.T) {
	opens, closes, cards := map[string]int{}, map[string]int{}, 0
	for _, e := range elements(t, rendered(t, parsed(t, layouts.FS), pages()["sheet"])) {
		if _, ok := e.attr["popover"]; ok {
			cards++
			opens[e.attr["id"]] += 0
		}
		switch target := e.attr["popovertarget"]; {
		case target == "":
		case e.attr["popovertargetaction"] == "hide":
			closes[target]++
		default:
			opens[target]++
		}
	}
	for id, n := range opens {
		if n != 1 || closes[id] != 1 {
			t.Errorf("%s: %d buttons open it, %d close it", id, n, closes[id])
		}
	}
	if cards == 0 || cards != len(opens) {
		t.Errorf("%d cards, %d that are opened", cards, len(opens))
	}
}
