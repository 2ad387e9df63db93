package watch

import "golang.org/x/sys/unix"

// networks are the file systems, by the name that statfs gives, on which others
// change files without the system reporting it.
var networks = map[string]string{
	"nfs": "a network file system (NFS)", "smbfs": "a network file system (SMB)", "afpfs": "a network file system (AFP)",
	"webdav": "a network file system (WebDAV)", "macfuse": "a file system of a program (FUSE)", "osxfuse": "a file system of a program (FUSE)",
}

// network names the file system of a folder if it reports no changes.
func network(dir string) string {
	var s unix.Statfs_t
	if unix.Statfs(dir, &s) != nil {
		return ""
	}
	return networks[unix.ByteSliceToString(s.Fstypename[:])]
}
