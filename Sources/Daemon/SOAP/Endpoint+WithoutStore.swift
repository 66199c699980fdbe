import FoundationEssentials
import Store
import Sync
import WebConnector

/// What the Web Connector is told while the database cannot be read or written: in the protocol's own words,
/// so that it ends the update and comes again. A fault would do the same with a window and a code that speaks
/// of our server.
///
/// Nothing is lost by it. What QuickBooks was asked is still *asked* in the database as it was, so the next
/// conversation asks again from the same place, and requests whose outcome is in doubt are asked after by
/// their message set before anything is sent again.
extension Endpoint {
    /// Come again with the next schedule.
    static let busy = Answer.authenticate(
        Authentication(ticket: "", directive: .busy, waitSeconds: nil, minimumIntervalSeconds: nil))

    func withoutStore(_ incoming: Incoming, _ error: StoreError, _ context: DaemonContext) -> Answer {
        let operation = incoming.call.operation
        let reference = Randomness.reference()
        journal.fault(
            reference: reference, text: "\(operation.rawValue) was answered without the database.",
            cause: error.sentence, address: context.clientAddress)
        watch.databaseFailed(error.sentence, at: now())
        let text =
            "qbsyncd cannot use its database at the moment and ends this update. Nothing is lost; the next "
            + "one goes on. Reference \(reference)."
        switch operation {
        case .serverVersion: return .serverVersion("qbsyncd \(Release.version)")
        case .clientVersion: return .clientVersion("")
        case .authenticate: return Self.busy
        case .sendRequestXML: return .sendRequestXML([])
        // The client asks getLastError, and closes.
        case .receiveResponseXML: return .receiveResponseXML(-1)
        case .connectionError: return .connectionError("done")
        case .getLastError: return .getLastError(text)
        case .closeConnection: return .closeConnection(text)
        case .getInteractiveURL: return .getInteractiveURL("")
        case .interactiveDone: return .interactiveDone("Done")
        case .interactiveRejected: return .interactiveRejected(text)
        }
    }
}
