module factsheet

go 1.26.0

require (
	github.com/BurntSushi/toml v1.6.0 // names what is wrong with a file that is not TOML, and judges our reading in tests
	github.com/chromedp/cdproto v0.159.0 // tests: pages in a real browser
	github.com/chromedp/chromedp v0.23.0 // tests: pages in a real browser
	github.com/fsnotify/fsnotify v1.10.1 // which files changed, while previewing
	github.com/google/go-cmp v0.7.0 // tests: what differs, to be read
	github.com/pelletier/go-toml/v2 v2.4.3 // its unstable parser walks TOML with a place for everything, five times as fast
	github.com/rivo/uniseg v0.4.7 // graphemes and terminal cells
	github.com/rogpeppe/go-internal v1.16.0 // tests: scripts and archives
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // tests: the generated schema
	github.com/spf13/cobra v1.10.2 // commands, help and completions
	github.com/spf13/pflag v1.0.9 // cobra's flags, to say what is wrong with one
	github.com/toml-lang/toml-test v1.6.0 // tests: the official suite of TOML
	github.com/yuin/goldmark v1.8.7 // Markdown
	golang.org/x/image v0.44.0 // the outlines of letters, for the picture of a link
	golang.org/x/net v0.62.0 // HTML as browsers read it: verify reads pages, and tests do
	golang.org/x/sync v0.24.0 // errors of parallel work
	golang.org/x/sys v0.49.0 // exchange of folders, locks, kinds of file systems
	golang.org/x/term v0.47.0 // whether a terminal is there
	golang.org/x/text v0.43.0 // normalisation, direction and languages
)

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
)
