// Factsheet turns source texts and annotations into fact sheets that their
// sources bear out. See README.md, and generator/doc.go for how it is built.
package main

import (
	"os"

	"factsheet/generator/cli"
	"factsheet/layouts"
)

func main() { os.Exit(cli.Main(layouts.FS)) }
