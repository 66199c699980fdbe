import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import QBXML
import Store
import Sync
import WebConnector

/// The SOAP endpoint: bytes in, one call, one transaction, bytes out.
///
/// A call's way is always the same: read the bounded body as it arrives, do the heavy pure work
/// (the answer's qbXML, the password's hash), load facts, decide, apply, commit, and only then answer.
struct Endpoint: Sendable {
    let database: SyncDatabase
    let settings: @Sendable () -> EndpointSettings
    let journal: Journal
    let now: @Sendable () -> Date
    let watch: InstallationWatch
    let meters: Meters
    let clients = ClientsHeard()
    let bigAnswers = BigAnswers()

    func routes(on router: Router<DaemonContext>) {
        router.post(.init(Pairing.endpointPath)) { request, context in
            await post(request, context)
        }
        router.get(.init(Pairing.endpointPath)) { request, _ in get(request) }
        router.head(.init(Pairing.endpointPath)) { _, _ in Response(status: .ok) }
        router.get(.init(Pairing.supportPath)) { _, _ in SupportPage.response }
        router.get("/") { _, _ in SupportPage.response }
    }

    /// The Web Connector checks the certificate by a GET; people ask for `?wsdl`.
    private func get(_ request: Request) -> Response {
        let isDescription = request.uri.query?.lowercased().hasPrefix("wsdl") ?? false
        guard isDescription else { return .text("The qbsyncd endpoint for the QuickBooks Web Connector.\n") }
        let wsdl = ServiceDescription.wsdl(endpoint: settings().publicURL + Pairing.endpointPath)
        return .xml(Array(wsdl.utf8))
    }

    private func post(_ request: Request, _ context: DaemonContext) async -> Response {
        let incoming: Incoming
        do {
            incoming = try await read(request)
        } catch let error as EnvelopeError {
            return fault(.client, error.sentence, context: context, cause: "\(error)")
        } catch let error as StoreError {
            return fault(
                .server, "qbsyncd could not take this call in.", context: context, cause: error.sentence)
        } catch {
            // The client went away in the middle of its body; nobody reads this answer.
            return fault(.client, "The request body ended early.", context: context, cause: "\(error)")
        }
        do {
            let start = ContinuousClock.now
            let answer = try await answer(incoming, address: context.clientAddress)
            meters.answered(
                incoming.call, with: answer, took: ContinuousClock.now - start,
                received: incoming.answer.bytes)
            return .xml(answer.encoded(as: incoming.form))
        } catch let error as StoreError {
            let answer = withoutStore(incoming, error, context)
            return .xml(answer.encoded(as: incoming.form))
        } catch {
            return fault(
                .server, "qbsyncd could not finish this call.", context: context,
                cause: "\(incoming.call.operation.rawValue): \(error)")
        }
    }

    /// An answer that says less than the journal: the reference ties the two together.
    private func fault(
        _ code: Fault.Code, _ text: String, context: DaemonContext, cause: String
    ) -> Response {
        let reference = Randomness.reference()
        journal.fault(reference: reference, text: text, cause: cause, address: context.clientAddress)
        meters.fault()
        let fault = Fault(code: code, text: text, reference: reference)
        return .xml(fault.encoded(), status: .internalServerError)
    }

    /// Point of Sale says in a sentence that it has no company to show, and an older client says nothing.
    /// Anything else that cannot be read shows no company, and so proves none.
    private static func opening(_ bytes: [UInt8]) -> HCPResponse? {
        guard !bytes.isEmpty else { return nil }
        do {
            return try HCPResponse(decoding: bytes)
        } catch .sentence {
            return nil
        } catch {
            return HCPResponse(host: nil, company: nil, hasPreferences: false)
        }
    }

    private func answer(_ incoming: Incoming, address: String) async throws -> Answer {
        switch incoming.call {
        case .serverVersion:
            return .serverVersion("qbsyncd \(Release.version)")
        case .clientVersion(let version):
            clients.note(version, from: address)
            // Anything but an empty answer opens a window that nobody clicks at night.
            return .clientVersion("")
        case .authenticate(let user, let password):
            return try await authenticate(user: user, password: password, address: address)
        case .sendRequestXML(let request):
            let hcp = Self.opening(request.hcpResponse)
            return try await decide(incoming, request.ticket, opening: hcp) { .sendRequestXML(request, hcp) }
        case .receiveResponseXML(let received):
            return try await receive(received, incoming)
        case .connectionError(let ticket, let hresult, let message):
            return try await decide(incoming, ticket) { .connectionError(hresult: hresult, message: message) }
        case .getLastError(let ticket):
            return try await decide(incoming, ticket) { .getLastError }
        case .closeConnection(let ticket):
            return try await decide(incoming, ticket) { .closeConnection }
        case .getInteractiveURL(let ticket, _):
            return try await decide(incoming, ticket) { .getInteractiveURL }
        case .interactiveDone(let ticket):
            return try await decide(incoming, ticket) { .interactiveDone }
        case .interactiveRejected(let ticket, let reason):
            return try await decide(incoming, ticket) { .interactiveRejected(reason: reason) }
        }
    }
}
