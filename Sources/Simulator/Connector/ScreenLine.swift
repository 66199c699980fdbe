/// What the Web Connector would show, in the order in which it would.
package enum ScreenLine: Equatable, Sendable {
    /// The application's status column.
    case status(String)
    /// The progress bar, in percent.
    case progress(Int)
    /// A window in the middle of the screen.
    case window(String)
    /// A line of the log, and what QuickBooks writes into its own.
    case log(String)
}
