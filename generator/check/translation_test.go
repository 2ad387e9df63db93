package check

import "testing"

func TestDecimals(t *testing.T) {
	for s, want := range map[string]string{
		"":                "",
		"1 200 personnes": "1200",
		"14日、8万4000箱":     "1484000",
		"١٧ شخصا، ۱۷، १७, 𝟏𝟕": "17171717",
	} {
		if got := decimals(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestStandsIn(t *testing.T) {
	for _, test := range []struct {
		digits, others string
		want           bool
	}{{"84000", "1484000", true}, {"17", "17", true}, {"71", "17", false}, {"171", "17", false}} {
		if got := standsIn(test.digits, test.others); got != test.want {
			t.Errorf("%s in %s: %v", test.digits, test.others, got)
		}
	}
}
