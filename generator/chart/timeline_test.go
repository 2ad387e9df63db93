package chart

import (
	"strings"
	"testing"

	"factsheet/generator/page"
)

func event(title, status string) page.Event {
	return page.Event{Fact: page.Ref{Title: title}, Status: status}
}

func TestTimeline(t *testing.T) {
	day := event("The dam broke.", "Happened on 5 March 2031")
	day.Shape, day.Dated, day.From, day.To = "happened", true, 0.3, 0.3
	some := event("The gate was shut, some day before the rain that nobody had seen coming.", "Happened on some day in 2030 (inferred)")
	some.Shape, some.Dated, some.From, some.To, some.Inferred = "happened", true, 0, 0.1, true
	lasting := event("It rained.", "Ongoing on 5 March 2031, since January 2031")
	lasting.Shape, lasting.Dated, lasting.Lasting, lasting.From, lasting.To, lasting.OpenTo = "happened", true, true, 0.2, 0.2, true
	deadline := event("The mayor wants a new gate.", "An aim; due by the end of 2032; said on 6 March 2031")
	deadline.Shape, deadline.Dated, deadline.From, deadline.To, deadline.OpenFrom = "ahead", true, 1, 1, true
	deadline.Said, deadline.SaidFrom, deadline.SaidTo = true, 0.32, 0.35
	before := event("The keeper left.", "Alleged; said to have been on or before 5 March 2031")
	before.Shape, before.Dated, before.From, before.To, before.OpenFrom = "disputed", true, 0.3, 0.3, true
	off := event("A feast.", "Cancelled; no day told")
	off.Shape, off.Order = "off", "Put after “The dam broke”"
	golden(t, "timeline.svg", Timeline(page.Timeline{
		ID: "dates", Title: "Timeline", Summary: "Happened on 5 March 2031: The dam broke.",
		Key:    []page.KeyEntry{{Shape: "happened", Words: "It happened"}, {Shape: "off", Words: "Cancelled"}},
		Ticks:  []page.Tick{{At: 0.05, Words: "2030"}, {At: 0.08, Words: "2031"}, {At: 0.7, Words: "2032"}},
		Breaks: []float64{0.8},
		Events: []page.Event{some, lasting, day, before, off, deadline},
	}))
}

func TestHostileTimeline(t *testing.T) {
	hostile := "<script>]]>&\"'\x00 \u202eabc {{x}} " + strings.Repeat("w", 10000)
	e := event(hostile, hostile)
	e.Shape, e.Order, e.Dated = hostile, hostile, true
	wellFormed(t, Timeline(page.Timeline{
		ID: "dates", Title: hostile, Summary: hostile, Key: []page.KeyEntry{{Shape: hostile, Words: hostile}},
		Ticks: []page.Tick{{Words: hostile}}, Events: []page.Event{e},
	}))
}
