/// A window waits for an answer in QuickBooks, and nobody is there: no application gets in.
package struct ModalDialog: SimulatedFault {
    package let title = "modal-dialog"

    package init() {}

    package var obstacle: ConnectionRefusal? {
        ConnectionRefusal(
            hresult: "0x80040414",
            message: "A modal dialog box is showing in the QuickBooks user interface. Your application "
                + "cannot access QuickBooks until the user dismisses the dialog box.")
    }
}
