package edtf

import (
	"errors"
	"strings"
	"testing"
)

// mistakes lists texts that are not dates with what their author is told.
var mistakes = []struct{ text, want string }{
	{"2031-13", `"2031-13" has month 13; months run from 01 to 12 and seasons from 21 to 24`},
	{"2031-00-05", `"2031-00-05" has month 00; months run from 01 to 12 and seasons from 21 to 24`},
	{"2031-04-31", `"2031-04-31" has day 31; April 2031 has 30 days`},
	{"2031-02-29", `"2031-02-29" has day 29; February 2031 has 28 days`},
	{"2031-02-00", `"2031-02-00" has day 00; February 2031 has 28 days`},
	{"March 2031", `"March 2031" is in words; write "2031-03"`},
	{"march, 2031", `"march, 2031" is in words; write "2031-03"`},
	{"Sept. 2031", `"Sept. 2031" is in words; write "2031-09"`},
	{"fall 2031", `"fall 2031" is in words; write "2031-23"`},
	{"5 March 2031", `"5 March 2031" is in words; write "2031-03-05"`},
	{"March 5th, 2031", `"March 5th, 2031" is in words; write "2031-03-05"`},
	{"31 April 2031", `"31 April 2031" is in words, and "2031-04-31" has day 31; April 2031 has 30 days`},
	{"the 2030s", `"the 2030s" is in words; write "203X"`},
	{"c. 2031", `"c. 2031" is in words; write "2031~"`},
	{"by 2031-09", `"by 2031-09" is in words; write "[..2031-09]"`},
	{"since 2031-09", `"since 2031-09" is in words; write "[2031-09..]" or "2031-09/.."`},
	{"2031-3-5", `"2031-3-5" needs two digits for month and day; write "2031-03-05"`},
	{"2031-3?", `"2031-3?" needs two digits for month and day; write "2031-03?"`},
	{"2031-3-35", `"2031-3-35" needs two digits for month and day, and "2031-03-35" has day 35; March 2031 has 31 days`},
	{"5.3.2031", `"5.3.2031" is not written with the year first; write "2031-03-05"`},
	{"3/5/2031", `"3/5/2031" is not written with the year first; write "2031-05-03" or "2031-03-05"`},
	{"3/25/2031", `"3/25/2031" is not written with the year first; write "2031-03-25"`},
	{"3/2031", `"3/2031" is not written with the year first; write "2031-03"`},
	{"2031/03/05", `"2031/03/05" is not written with hyphens; write "2031-03-05"`},
	{"20310305", `"20310305" is not written with hyphens; write "2031-03-05"`},
	{"2031-03-05T10:00:00Z", `"2031-03-05T10:00:00Z" has a time of day; the finest date here is a day; write "2031-03-05"`},
	{"2031–03–05", `"2031–03–05" has spaces or dashes that do not belong there; write "2031-03-05"`},
	{" 2031-03-05", `" 2031-03-05" has spaces or dashes that do not belong there; write "2031-03-05"`},
	{"../2031-09", `"../2031-09" says that something always was, until then; a deadline stands in brackets, and what began nobody says when has nothing before the slash; write "[..2031-09]" or "/2031-09"`},
	{"../2031-9", `"../2031-9" is not a span of dates: "2031-9" in it needs two digits for month and day; write "[..2031-09]"`},
	{"..2031-09", `"..2031-09" lacks its brackets or its slash; write "[..2031-09]"`},
	{"2031-09..", `"2031-09.." lacks its brackets or its slash; write "[2031-09..]" or "2031-09/.."`},
	{"2031-03-04..2031-03-06", `"2031-03-04..2031-03-06" gives two dates and not how they belong together: from one to the other throughout, or some day within; write "2031-03-04/2031-03-06" or "[2031-03-04..2031-03-06]"`},
	{"2031-03-06/2031-03-04", `"2031-03-06/2031-03-04" ends before it begins, "2031-03-04" being earlier than "2031-03-06"; write "2031-03-04/2031-03-06"`},
	{"[2031-03-06..2031-03-04]", `"[2031-03-06..2031-03-04]" ends before it begins, "2031-03-04" being earlier than "2031-03-06"; write "[2031-03-04..2031-03-06]"`},
	{"2031-3-4/2031-3-6", `"2031-3-4/2031-3-6" is not a span of dates: "2031-3-4" in it needs two digits for month and day, and "2031-3-6" in it needs two digits for month and day; write "2031-03-04/2031-03-06"`},
	{"2031-03-04/soon", `"2031-03-04/soon" is not a span of dates: "soon" in it is not a date`},
	{"2031-03-04/2031-04-31", `"2031-03-04/2031-04-31" has day 31; April 2031 has 30 days`},
	{"[2031-03-04/2031-03-06]", `"[2031-03-04/2031-03-06]" is not a span; some day from one to another stands in brackets with two dots between; write "[2031-03-04..2031-03-06]"`},
	{"[2031-03-04, 2031-03-06]", `"[2031-03-04, 2031-03-06]" is not a span; some day from one to another stands in brackets with two dots between; write "[2031-03-04..2031-03-06]"`},
	{"[2031-03-04..2031-03-06", `"[2031-03-04..2031-03-06" is not a span; some day from one to another stands in brackets with two dots between; write "[2031-03-04..2031-03-06]"`},
	{"[some day]", `"[some day]" is not a span; some day from one to another stands in brackets with two dots between, as in "[2031-03-04..2031-03-06]"`},
	{"..", `".." is no date; an unknown date is ""`},
	{"[..]", `"[..]" names no day at all; an unknown date is ""`},
	{"/..", `"/.." names no day at all; an unknown date is ""`},
	{"unknown", `"unknown" is no date; an unknown date is ""`},
	{"XXXX", `"XXXX" is no date; an unknown date is ""`},
	{"soon", `"soon" is not a date; a day, a month and a year are written as in "2031-03-05" or "2031-03" or "2031"`},
	{strings.Repeat("9", 1000), `"` + strings.Repeat("9", 60) + `…" is not a date; a day, a month and a year are written as in "2031-03-05" or "2031-03" or "2031"`},
}

func TestMistakes(t *testing.T) {
	for _, tt := range mistakes {
		_, err := Parse(tt.text)
		var problem *Error
		if !errors.As(err, &problem) {
			t.Errorf("%q: error %v", tt.text, err)
			continue
		}
		if got := err.Error(); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
		for _, fix := range problem.Fixes {
			if _, err := Parse(fix); err != nil {
				t.Errorf("the fix for %q is none: %v", tt.text, err)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	texts := []string{
		"2031-03-5", "203", "20311", "203X-03", "2031-XX-05", "2031-21-05", "2031-25", "X031", "2X31",
		"-0000", "-203X", "Y2031", "Y02031", "Y1000000", "Y", "-", "+2031", "2031-", "2031-03-", "2031-03-05-",
		"2031-03-05??", "?2031", "2031-?03", "2031-03-05/2031-03-06/2031-03-07", "{2031,2032}", "[2031..2032]?",
		"[2031]", "[2031..2032..2033]", "]2031..2032[", "2031-03-05\x00", "\xff", "２０３１", "../..", "/", "2031//",
	}
	for _, text := range texts {
		if d, err := Parse(text); err == nil {
			t.Errorf("%q is read as %q", text, d)
		} else if strings.ContainsAny(err.Error(), "\n\x00") {
			t.Errorf("%q: the message is not one line: %q", text, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, tt := range dates {
		f.Add(tt.text, "2031-03")
	}
	for _, tt := range mistakes {
		f.Add(tt.text, "[..2031]")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		d, err := Parse(a)
		if err != nil {
			checkError(t, err)
			return
		}
		checkDate(t, a, d)
		if e, err := Parse(b); err == nil {
			checkPair(t, d, e)
		}
	})
}

func checkError(t *testing.T, err error) {
	for _, fix := range err.(*Error).Fixes {
		if _, err := Parse(fix); err != nil {
			t.Errorf("the fix %q is none: %v", fix, err)
		}
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("more than one line: %q", err)
	}
}

func checkDate(t *testing.T, text string, d Date) {
	if d.String() != text {
		t.Errorf("%q is written %q", text, d)
	}
	if d.Earliest() > d.Latest() || !d.Meets(d) || !d.Within(d) || d.Narrower(d) || d.Compare(d) != 0 {
		t.Errorf("%q does not agree with itself", text)
	}
	if (d.Words() == "") != d.IsZero() {
		t.Errorf("%q in words is %q", text, d.Words())
	}
}

func checkPair(t *testing.T, d, e Date) {
	if d.Meets(e) != e.Meets(d) {
		t.Errorf("%q meets %q in one direction", d, e)
	}
	if d.Within(e) && !d.Meets(e) {
		t.Errorf("%q lies within %q and does not meet it", d, e)
	}
	if d.Compare(e) != -e.Compare(d) {
		t.Errorf("%q and %q have no order", d, e)
	}
}

func BenchmarkParse(b *testing.B) {
	const text = "[2031-03-04~..2031-03-06]"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMeets(b *testing.B) {
	d, e := must(b, "2031-03"), must(b, "[2031-03-04..2031-03-06]")
	for b.Loop() {
		if !d.Meets(e) {
			b.Fatal("they do not meet")
		}
	}
}
