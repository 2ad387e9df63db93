package render

import "testing"

func TestAddresses(t *testing.T) {
	site := flood
	for _, test := range []struct{ kind, page, address, want string }{
		{"sheet", "figures.html", "index.html", "index.html"},
		{"sheet", "figures.html", "figures.html", "figures.html"},
		{"sheet", "figures.html", "figures.html#moved", "#moved"},
		{"sheet", "figures.html", "figures-roads.html#moved", "figures-roads.html#moved"},
		{"source", "sources/a.html", "index.html", "../index.html"},
		{"source", "sources/a.html", "sources/a.html#b_1", "#b_1"},
		{"source", "sources/a.html", "sources/b.html#b_1", "../sources/b.html#b_1"},
		{"prose", "a/b/c.html", "assets/x.css", "../../assets/x.css"},
		{"prose", "a/b/c.html", "#note", "#note"},
		{"prose", "a/b/c.html", "https://x.example/a", "https://x.example/a"},
		{"prose", "a/b/c.html", "mailto:a@x.example", "mailto:a@x.example"},
		{"prose", "a/b/c.html", "//x.example/a", "//x.example/a"},
		{"prose", "a/b/c.html", "a/b:c.html", "../../a/b:c.html"},
		{"prose", "a/b/c.html", "", ""},
		{"notfound", "404.html", "index.html", "https://flood.example/index.html"},
		{"notfound", "404.html", "#_main", "#_main"},
	} {
		a := newAddresses(Page{Kind: test.kind, Link: test.page, Site: site})
		if got := string(a.append(nil, []byte(test.address), true)); got != test.want {
			t.Errorf("%s on %s is %s, want %s", test.address, test.page, got, test.want)
		}
	}
	a := newAddresses(Page{Kind: "notfound", Link: "404.html", Site: site})
	if got := string(a.append(nil, []byte("assets/icon.svg"), false)); got != "assets/icon.svg" {
		t.Errorf("the page for what was not found loads %s", got)
	}
	site.BaseURL = ""
	a = newAddresses(Page{Kind: "notfound", Link: "404.html", Site: site})
	if got := string(a.append(nil, []byte("index.html"), true)); got != "index.html" {
		t.Errorf("without base_url the page for what was not found leads to %s", got)
	}
}

func TestDirection(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "ltr", "de-CH": "ltr", "ar": "rtl", "fa-IR": "rtl", "he": "rtl", "ckb": "rtl", "ur": "rtl", "dv": "rtl",
		"az-Arab": "rtl", "ar-Latn": "ltr", "ku": "ltr", "pa-PK": "rtl", "yi": "rtl", "zh": "ltr",
		"": "auto", "und": "auto", "no such tag": "auto",
	} {
		if got := direction(lang); got != want {
			t.Errorf("%q runs %s, want %s", lang, got, want)
		}
	}
}
