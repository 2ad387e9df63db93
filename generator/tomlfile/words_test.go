package tomlfile

import "testing"

func TestQuote(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", `""`},
		{"the gate", `"the gate"`},
		{"the gate's", `"the gate's"`},
		{`"shut" it was`, `'"shut" it was'`},
		{`"shut", the keeper's words`, `"\"shut\", the keeper's words"`},
		{`a\b`, `'a\b'`},
		{"a\tb", "\"a\tb\""},
		{"a\nb\x00\x7f\u0085", `"a\u000Ab\u0000\u007F\u0085"`},
		{"reads \u202eback\u202c, \u2067so\u2069", `"reads \u202Eback\u202C, \u2067so\u2069"`},
		{"soft\u00adly un\u200bseen\ufeff", `"soft\u00ADly un\u200Bseen\uFEFF"`},
		{"\u202e\"shut\"", `"\u202E\"shut\""`},
		{"café 船 👩\u200d🚀", "\"café 船 👩\u200d🚀\""},
	} {
		if got := Quote(test.text); got != test.want {
			t.Errorf("%+q is written %s, want %s", test.text, got, test.want)
		}
	}
}
