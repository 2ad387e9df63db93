package check

import "testing"

func TestUnnamedCredit(t *testing.T) {
	for sentence, want := range map[string]string{
		"Three bridges were closed, the keeper said.":                                     "the keeper said",
		"The ship went down in nine minutes, her radio operator told the Post yesterday.": "her radio operator told",
		"A second official said that it had been closed.":                                 "A second official said",
		"\"It held,\" one of them said.":                                                  "one of them said",
		"The keeper said on Friday that the ferry would stop.":                            "",
		"The strike of which the report knew came later.":                                 "",
		"It was signed, the notice says.":                                                 "",
		"It was closed, they say.":                                                        "",
		"The keeper, a witness said, was late.":                                           "",
		"The State Seal was lost.":                                                        "",
		"\"The keeper said so,\" it read.":                                                "",
		"Three bridges were closed, according to the ministry of roads.":                  "according to the ministry of roads",
		"Three bridges were closed, according to the ministry's report.":                  "",
		"All went, according to plan.":                                                    "",
		"Three bridges were closed, according to the keeper, who left.":                   "",
		"Three bridges, according to the keeper, were closed.":                            "",
		"The keeper left.":                                                                "",
	} {
		got := ""
		if span, ok := unnamedCredit(sentence, english(t)); ok {
			got = sentence[span.Start:span.End]
		}
		if got != want {
			t.Errorf("%s: %q, want %q", sentence, got, want)
		}
	}
}
