package check

import "factsheet/generator/diag"

// The codes of the site, raised where its pages are put together.

var pageCollision = Rule{
	Code: "page-collision", Group: Site, Severity: diag.Error,
	Title:   "two pages have one address",
	Why:     "Addresses must also differ where a file system does not tell capitals from small letters.",
	Example: `content/dates.md, and a sheet named "dates"`,
}

var badName = Rule{
	Code: "bad-name", Group: Site, Severity: diag.Error,
	Title:   "a file of the site has a name that not every system can hold",
	Why:     "Windows keeps con, nul and some other names for devices and forbids \" * : < > ? | and backslashes; most file systems end names at 255 bytes, and paths at 1,024.",
	Example: `content/aux.md, or [[sources]] with id = "con"`,
}

var externalResource = Rule{
	Code: "external-resource", Group: Site, Severity: diag.Error,
	Title:   "a page would load something from elsewhere",
	Why:     "The site reads offline from a folder. Put the picture beside the page.",
	Example: `![a map](https://example.org/map.png)`,
}

var layout = Rule{
	Code: "layout", Group: Site, Severity: diag.Error,
	Title:   "a layout cannot be used",
	Why:     "The message gives the line of the template and the fields that the page has.",
	Example: `{{.Tittle}} in layouts/sheet.html`,
}

var sheetEdited = Rule{
	Code: "sheet-edited", Group: Site, Severity: diag.Error,
	Title: "a generated sheet was edited by hand",
	Why: "Sheets are made from the annotations: words of your own belong there, or in a page of content/. " +
		"Nothing is overwritten; delete the file to have it made anew.",
	Example: `a sentence was added to content/sheets/figures.md`,
}
