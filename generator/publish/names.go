package publish

import (
	"errors"
	"fmt"
	"strings"

	"factsheet/generator/filename"
)

// checkPath says why a path cannot be a file of a site on every common file
// system. Nil is a path that can.
func checkPath(p string) error {
	if p == "" {
		return errors.New("a file without a name cannot be published")
	}
	if why := filename.Fault(p); why != "" {
		return fmt.Errorf("%q cannot be published: %s", p, why)
	}
	if strings.HasPrefix(filename.Fold(p), ManifestName) {
		return fmt.Errorf("%q cannot be published: names in %s… are kept for the manifest", p, ManifestName)
	}
	return nil
}
