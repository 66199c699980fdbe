/// Somebody has switched the company file to single-user mode, and has it alone: no application gets in.
package struct SingleUserLock: SimulatedFault {
    package let title = "single-user"

    package init() {}

    package var obstacle: ConnectionRefusal? {
        ConnectionRefusal(
            hresult: "0x80040410",
            message: "The QuickBooks company data file is currently open in a mode other than the one "
                + "specified by your application.")
    }
}
