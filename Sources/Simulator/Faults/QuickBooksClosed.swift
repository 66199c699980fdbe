/// QuickBooks was closed for the night, and access without it was never granted or is of no use.
package struct QuickBooksClosed: SimulatedFault {
    package let title = "quickbooks-closed"

    package init() {}

    package func prepare(_ workstation: inout Workstation) {
        workstation.closeQuickBooks()
    }
}
