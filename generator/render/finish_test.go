package render

import (
	"bytes"
	"strings"
	"testing"
)

func TestFinish(t *testing.T) {
	const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'">`
	for _, test := range []struct{ name, in, want string }{
		{"double", `<a href="x.html">`, `<a href="../x.html">`},
		{"single", `<a class=b href='x.html' >`, `<a class=b href='../x.html' >`},
		{"bare", `<img src=x.png alt=y>`, `<img src=../x.png alt=y>`},
		{"case", `<A HREF="x.html">`, `<A HREF="../x.html">`},
		{"two", `<a href="x"><b></b><a href="y">`, `<a href="../x"><b></b><a href="../y">`},
		{"other attribute", `<a data-href="x" title="href=&#34;y">`, `<a data-href="x" title="href=&#34;y">`},
		{"greater within", `<a title="a>b" href="x">`, `<a title="a>b" href="../x">`},
		{"text", `<p>a href="x" &lt; b</p>`, `<p>a href="x" &lt; b</p>`},
		{"no value", `<input disabled><a href>`, `<input disabled><a href>`},
		{"whole", `<a href="https://x.example/">`, `<a href="https://x.example/">`},
		{"unclosed", `<a href="x`, `<a href="../x`},
	} {
		got := string(finish([]byte("<head></head>"+test.in), addresses{page: "p/q.html", prefix: "../"}))
		if want := "<head>\n" + policy + "</head>" + test.want; got != want {
			t.Errorf("%s: %s\nwant %s", test.name, got, want)
		}
	}
}

// A script is hashed and left as it is, whatever it holds.
func TestFinishScript(t *testing.T) {
	const in = `<head><script>a = '<a href="x">'</script><script src="x.js"></script><STYLE>p{}</STYLE></head>`
	got := string(finish([]byte(in), addresses{prefix: "../"}))
	for _, want := range []string{`a = '<a href="x">'</script>`, `src="../x.js"`, `script-src 'self' 'sha256-`, `style-src 'self' 'sha256-`} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%s is not once in %s", want, got)
		}
	}
	if n := strings.Count(got, "sha256-"); n != 2 {
		t.Errorf("%d hashes", n)
	}
}

// FuzzFinish reads any bytes as a page: at the root, nothing is added to it but
// the policy, and cut into pieces it is the same.
func FuzzFinish(f *testing.F) {
	for _, seed := range []string{
		`<head><script>x</script></head>`, `<a href="x" src='y'>`, `<a title="a>b`, `<`, `< a`, `</script`, `<style>`, `<p =">`, `<script`,
		`<style>p{}</style`, `a<b id=c d='e' f="g>`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) { checkFinish(t, in) })
}

// checkFinish is FuzzFinish for one page.
func checkFinish(t testing.TB, in []byte) {
	checkPieces(t, in)
	if bytes.IndexByte(in, 0) >= 0 {
		return // the page below is called so, and an address of its own becomes shorter
	}
	got := finish(in, addresses{page: "\x00"})
	start := bytes.Index(got, []byte("\n<meta http-equiv"))
	end := bytes.Index(got, []byte(`form-action 'none'">`)) + len(`form-action 'none'">`)
	if bytes.Contains(in, []byte("<meta http-equiv")) || bytes.Contains(in, []byte("form-action")) {
		t.Skip()
	}
	if rest := string(got[:start]) + string(got[end:]); rest != string(in) {
		t.Errorf("%q became %q", in, rest)
	}
}
