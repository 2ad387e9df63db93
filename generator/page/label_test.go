package page

import "testing"

func TestIsolated(t *testing.T) {
	for name, want := range map[string]string{
		"Valley Post":     "Valley Post",
		"Öland-Bladet 24": "Öland-Bladet 24",
		"صحيفة الميناء":   "\u2068صحيفة الميناء\u2069",
		"הארץ Daily":      "\u2068הארץ Daily\u2069",
		"a\u202eb":        "\u2068a\u202eb\u2069",
	} {
		if got := isolated(name); got != want {
			t.Errorf("isolated(%q) = %q, want %q", name, got, want)
		}
	}
}
