/// The company file was put back to what it was when the last backup of it was made: what was written since
/// is gone, and with it the memory of the message sets that wrote it.
package struct RestoredFile: SimulatedFault {
    package let title = "file-restored"
    /// Nil for the backup that the workstation has of the file that is open.
    private let backup: CompanyFile?

    package init(_ backup: CompanyFile? = nil) {
        self.backup = backup
    }

    package func prepare(_ workstation: inout Workstation) {
        if let backup { return workstation.addCompanyFile(backup) }
        if let path = workstation.openPath { workstation.restore(path) }
    }
}
