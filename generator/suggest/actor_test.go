package suggest

import "testing"

func TestLongest(t *testing.T) {
	tests := []struct{ a, b, want string }{
		{"Ada van Hale", "Van Hale", "Ada van Hale"},
		{"Hale", "Ada Hale", "Ada Hale"},
		{"Ada Hale", "Ada Hale", "Ada Hale"},
		{"Ada Hale", "Tom Hale", ""},
		{"", "Tom Hale", ""},
	}
	for _, tt := range tests {
		if got := longest(tt.a, tt.b); got != tt.want {
			t.Errorf("longest(%q, %q) = %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}
