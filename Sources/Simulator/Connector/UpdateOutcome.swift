/// How an update ended.
package struct UpdateOutcome: Equatable, Sendable {
    package enum Ending: Equatable, Sendable {
        /// The server said 100.
        case finished
        /// `none`
        case noDataExchange
        case busy
        /// A number of seconds at index 2: nothing was sent, even if there was work.
        case postponed(seconds: Int)
        /// The server ended it by `getLastError`; the text may be empty.
        case endedByServer(String)
        /// `nvu`, QBWC1040
        case notValidUser
        /// The answer to `clientVersion` stopped it: QBWC1037 or QBWC1046.
        case versionRefused(code: Int, String)
        /// QuickBooks could not be opened, and the server said `done`.
        case connectionFailed(hresult: String)
        /// A call threw; the code is that call's.
        case aborted(code: Int, String)
        /// No password was typed, QBWC1030.
        case noPassword
        /// The program was ended in the middle, by a fault of the simulation.
        case killed(call: Int)

        /// One word for programs.
        package var word: String {
            switch self {
            case .finished: "finished"
            case .noDataExchange: "noDataExchange"
            case .busy: "busy"
            case .postponed: "postponed"
            case .endedByServer: "endedByServer"
            case .notValidUser: "notValidUser"
            case .versionRefused: "versionRefused"
            case .connectionFailed: "connectionFailed"
            case .aborted: "aborted"
            case .noPassword: "noPassword"
            case .killed: "killed"
            }
        }
    }

    package var ending: Ending
    /// What the status column says at last.
    package var text: String
    /// SOAP calls made.
    package var calls: Int
    /// Documents that QuickBooks answered or refused.
    package var exchanges: Int

    /// Whether the Web Connector would call it a good end. Being told to wait is one.
    package var isGood: Bool {
        switch ending {
        case .finished, .noDataExchange, .busy, .postponed: true
        case .endedByServer(let text): text.isEmpty
        default: false
        }
    }
}
