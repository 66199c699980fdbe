/// The clock of Windows is wrong from the moment at which QuickBooks is opened, and so are the times that it
/// writes into the records.
package struct ClockJump: SimulatedFault {
    /// Negative for a clock that was put back.
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    package var title: String { "clock-jump=\(seconds)" }
    package var clockShift: Int { seconds }
}
