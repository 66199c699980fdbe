/// Somebody has opened another company file by the time QuickBooks is asked.
package struct CompanySwitched: SimulatedFault {
    package let title = "company-switched"
    /// The other file; it must be on the workstation.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    package func prepare(_ workstation: inout Workstation) {
        workstation.openCompany(path)
    }
}
