import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import Store
import WebConnector

/// Carries letters to their receivers. One POST each: no redirect is followed, certificates are verified, and
/// of an answer no more is read than a log can use.
struct WebhookClient: Sendable {
    private let http: HTTPClient
    private let now: @Sendable () -> Date
    /// For the whole exchange, in seconds.
    private let limit: Double

    private static let tooLate = "No whole answer came within \(Int(standardLimit)) seconds."
    static let standardLimit: Double = 10
    private static let answerBytes = 4096
    private static let toldCharacters = 200

    static func session<Result: Sendable>(
        now: @escaping @Sendable () -> Date, limit: Double = standardLimit,
        _ body: (WebhookClient) async throws -> Result
    ) async throws -> Result {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(5)
        // The retries are ours, and each is told.
        configuration.connectionPool.retryConnectionEstablishment = false
        // Servers close what is idle after some seconds; a POST into such a connection would be lost.
        configuration.connectionPool.idleTimeout = .seconds(2)
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let result: Result
        do { result = try await body(WebhookClient(http: http, now: now, limit: limit)) } catch {
            try? await http.shutdown()
            throw error
        }
        try await http.shutdown()
        return result
    }

    /// - Returns: nil if the surrounding task was cancelled before there was an answer.
    func post(_ letter: WebhookLetter) async -> ReceiverReply? {
        let (start, clock) = (now(), ContinuousClock())
        let began = clock.now
        let end = await withTaskGroup(of: End?.self) { tasks in
            tasks.addTask { await exchange(letter) }
            tasks.addTask {
                try? await Task.sleep(for: .seconds(limit))
                return Task.isCancelled ? nil : End(error: Self.tooLate)
            }
            let first = await tasks.next() ?? nil
            tasks.cancelAll()
            // A status that had come counts, though the time was over before the answer behind it.
            let second = await tasks.next() ?? nil
            return second?.status == nil ? first : second
        }
        // What was answered counts, also when a stop came in the same moment.
        guard let end, end.status != nil || !Task.isCancelled else { return nil }
        let milliseconds = Int((clock.now - began) / .milliseconds(1))
        return ReceiverReply(at: start, milliseconds: milliseconds, status: end.status, error: end.error)
    }

    private struct End: Sendable {
        var status: Int?
        var error: String?
    }

    private func exchange(_ letter: WebhookLetter) async -> End {
        var request = HTTPClientRequest(url: letter.url)
        request.method = .POST
        for header in letter.headers { request.headers.add(name: header.name, value: header.value) }
        request.body = .bytes(letter.body)
        do {
            let response = try await http.execute(request, deadline: .now() + .seconds(Int64(limit) + 1))
            let status = Int(response.status.code)
            var answer = ByteBuffer()
            // What took the event has taken it, however its answer goes on. It is read all the same, so that
            // the connection serves the next event as well.
            do {
                for try await piece in response.body {
                    var piece = piece
                    answer.writeBuffer(&piece)
                    if answer.readableBytes >= Self.answerBytes { break }
                }
            } catch {
                // The status says enough; of the answer only what came is told.
            }
            return End(status: status, error: Self.complaint(status, String(buffer: answer)))
        } catch {
            return End(error: words(for: error, to: letter.url))
        }
    }

    /// Nil for any status that means yes.
    static func complaint(_ status: Int, _ answer: String) -> String? {
        if (200..<300).contains(status) { return nil }
        let head =
            (300..<400).contains(status)
            ? "It answered with status \(status); redirects are not followed." : "Status \(status)."
        let told = answer.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) }
        let text = String(told.prefix(toldCharacters)).split(separator: " ").joined(separator: " ")
        return text.isEmpty ? head : "\(head) \(text)"
    }

    /// Why no answer came, for a person.
    private func words(for error: any Error, to url: String) -> String {
        switch error {
        case let error as HTTPClientError where error == .connectTimeout:
            return "No connection came about within 5 seconds."
        case let error as HTTPClientError where [.deadlineExceeded, .readTimeout].contains(error):
            return Self.tooLate
        case let error as HTTPClientError where error == .remoteConnectionClosed:
            return NetworkTrouble.closed.sentence
        default:
            let trouble = NetworkTrouble(error, limit: Int(limit))
            guard trouble == .certificate, let site = Self.site(of: url) else { return trouble.sentence }
            return "\(trouble.sentence) Which it is: qbsyncctl preflight \(site)"
        }
    }

    /// Scheme, host and port alone: paths of webhooks may be secrets.
    private static func site(of url: String) -> String? {
        guard let parts = URL(string: url), let host = parts.host else { return nil }
        return "https://\(host)" + (parts.port.map { ":\($0)" } ?? "")
    }
}
