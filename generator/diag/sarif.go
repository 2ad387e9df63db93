package diag

import (
	"encoding/json"
	"io"
	"net/url"
	"unicode/utf8"

	"factsheet/generator/text"
)

// A RuleInfo describes a code to tools that show rules beside findings.
type RuleInfo struct {
	Code     string
	Title    string // one line
	Text     string // why it matters, and what to do
	Severity Severity
}

// SARIF prints findings as one SARIF 2.1.0 log (OASIS standard of 27 March
// 2020). Columns are converted from bytes to code points, which columnKind
// states; addresses are relative to the root of the project. The error is the
// writer's.
func SARIF(w io.Writer, list []Diagnostic, rules []RuleInfo, version string) error {
	run := sarifRun{
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	run.Tool.Driver = sarifDriver{Name: "factsheet", Version: version, Rules: []sarifRule{}}
	index := map[string]int{}
	for i, r := range rules {
		index[r.Code] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, newSarifRule(r))
	}
	for _, d := range list {
		result := newSarifResult(d)
		if i, ok := index[d.Code]; ok {
			result.RuleIndex = &i
		}
		run.Results = append(run.Results, result)
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID       string     `json:"id"`
	Short    sarifText  `json:"shortDescription"`
	Full     *sarifText `json:"fullDescription,omitempty"`
	Defaults struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex *int            `json:"ruleIndex,omitempty"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
	Related   []sarifLocation `json:"relatedLocations,omitempty"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitempty"`
	Physical *sarifPhysical `json:"physicalLocation"`
	Message  *sarifText     `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

func newSarifRule(r RuleInfo) sarifRule {
	rule := sarifRule{ID: r.Code, Short: sarifText{r.Title}}
	if r.Text != "" {
		rule.Full = &sarifText{r.Text}
	}
	rule.Defaults.Level = r.Severity.String()
	return rule
}

func newSarifResult(d Diagnostic) sarifResult {
	result := sarifResult{
		RuleID:  d.Code,
		Level:   d.Severity.String(),
		Message: sarifText{body(d, true)},
	}
	if d.Place.File != nil {
		result.Locations = []sarifLocation{{Physical: newSarifPhysical(d.Place)}}
	}
	for _, r := range d.Related {
		if r.Place.File != nil {
			result.Related = append(result.Related, sarifLocation{
				ID:       len(result.Related) + 1,
				Physical: newSarifPhysical(r.Place),
				Message:  &sarifText{r.Label + ": " + r.Message},
			})
		}
	}
	return result
}

// newSarifPhysical leaves the region out where there are no bytes to point at.
func newSarifPhysical(p Place) *sarifPhysical {
	physical := &sarifPhysical{Artifact: sarifArtifact{
		URI:  (&url.URL{Path: p.File.Path}).String(),
		Base: "%SRCROOT%",
	}}
	if len(p.File.Data) > 0 {
		from, to := p.File.Position(p.Span.Start), p.File.Position(p.Span.End)
		physical.Region = &sarifRegion{
			StartLine: from.Line, StartColumn: codePoints(p.File, from),
			EndLine: to.Line, EndColumn: codePoints(p.File, to),
		}
	}
	return physical
}

// codePoints returns the column of a position in code points, from 1.
func codePoints(f *text.File, at text.Position) int {
	start := f.Line(at.Line).Start
	return utf8.RuneCount(f.Data[start:min(start+at.Column-1, len(f.Data))]) + 1
}
