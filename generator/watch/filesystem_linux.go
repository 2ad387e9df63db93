package watch

import "golang.org/x/sys/unix"

// silent are the file systems, by the number that statfs gives, on which
// others change files without the system reporting it.
var silent = map[uint32]string{
	unix.NFS_SUPER_MAGIC:  "a network file system (NFS)",
	unix.SMB_SUPER_MAGIC:  "a network file system (SMB)",
	unix.SMB2_SUPER_MAGIC: "a network file system (SMB)",
	unix.CIFS_SUPER_MAGIC: "a network file system (CIFS)",
	unix.AFS_SUPER_MAGIC:  "a network file system (AFS)",
	unix.CODA_SUPER_MAGIC: "a network file system (Coda)",
	unix.NCP_SUPER_MAGIC:  "a network file system (NCP)",
	unix.V9FS_MAGIC:       "a folder shared with a virtual machine (9p)",
	unix.FUSE_SUPER_MAGIC: "a file system of a program (FUSE)",
	unix.CEPH_SUPER_MAGIC: "a network file system (Ceph)",
	0x786f4256:            "a folder shared with a virtual machine (VirtualBox)",
	0xbacbacbc:            "a folder shared with a virtual machine (VMware)",
	0x7c7c6673:            "a folder shared with a virtual machine (Parallels)",
}

// silentFileSystem names the file system of a folder if it reports no changes.
func silentFileSystem(dir string) string {
	var s unix.Statfs_t
	if unix.Statfs(dir, &s) != nil {
		return ""
	}
	return silent[uint32(s.Type)]
}
