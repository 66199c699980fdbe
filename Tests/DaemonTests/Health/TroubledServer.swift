import Foundation
import GRDB
import Sync
import Synchronization
import Testing
import Timetable
import WebConnector

@testable import Daemon
@testable import Store

/// The SOAP endpoint over a database in a file, to which things happen.
final class TroubledServer: Sendable {
    let folder: URL
    let database: SyncDatabase
    let watch: InstallationWatch
    private let keepsExchanges: Bool
    /// Seconds by which its clock has been set since the start.
    let ahead = Mutex(0.0)
    static let now = Date(timeIntervalSince1970: 1_795_269_900)
    static let password = "open-sesame-12"

    var path: String { "\(folder.path)/qbsyncd.sqlite" }

    /// - Parameter room: what is left on its disk.
    init(room: Int = 1 << 40, keepsExchanges: Bool = false) throws {
        self.keepsExchanges = keepsExchanges
        folder = FileManager.default.temporaryDirectory.appending(
            path: "qbsyncd-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        watch = InstallationWatch { DiskRoom(path: $0, freeBytes: room, totalBytes: 1 << 40) }
        watch.look(database: "x", certificate: nil, files: nil, now: Self.now, machine: .zero)
        database = try SyncDatabase(path: "\(folder.path)/qbsyncd.sqlite", durability: .normal)
        let draft = ConnectorDraft(
            title: "Acme", companyFile: #"C:\Acme.QBW"#, window: nil, zone: .utc, pageSize: 500,
            overlapSeconds: 300)
        let stored = StoredPassword(
            scheme: "hmac-sha256", salt: [1, 2], hash: Password.hash(Self.password, salt: [1, 2]))
        let user = NewUser(name: "acme", password: stored)
        let new = NewConnector(
            name: "acme", identity: StampedIdentity(ownerID: "{o}", fileID: "{f}"), draft: draft, user: user,
            acceptsDefault: true)
        _ = try database.transactNow { try $0.create(new, by: Author(name: "ann"), at: Self.now) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// On the writer's connection, outside of any transaction.
    func run(pragma: String) throws {
        try database.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA \(pragma)") }
    }

    func number(_ query: String) throws -> Int {
        try database.writer.writeWithoutTransaction { try Int.fetchOne($0, sql: query) ?? 0 }
    }

    var endpoint: Endpoint {
        Endpoint(
            database: database,
            settings: {
                EndpointSettings(
                    publicURL: "http://localhost", bodyLimit: 64 << 20, lockRule: LockRule(),
                    silenceLimit: 900, keepsExchanges: self.keepsExchanges)
            }, journal: Journal(logger: ServedAPI.quiet),
            now: { Self.now.addingTimeInterval(self.ahead.withLock { $0 }) }, watch: watch, meters: Meters())
    }

    /// Asks one call after the other on one connection.
    func run<Result: Sendable>(
        _ body: @Sendable @escaping (inout Client) async throws -> Result
    ) async throws -> Result {
        let endpoint = endpoint
        return try await ServedListener.run(routes: { endpoint.routes(on: $0) }) { address, _ in
            try await Wire.open(address) { wire in
                var client = Client(wire: wire)
                return try await body(&client)
            }
        }
    }

    struct Client {
        var wire: Wire

        mutating func ask(_ call: Call) async throws -> Answer {
            let envelope = String(decoding: call.encoded(as: .document), as: UTF8.self)
            try await wire.send(
                "POST /qbwc HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
                    + "Content-Length: \(envelope.utf8.count)\r\n\r\n\(envelope)")
            let answer = try await wire.readAnswer()
            #expect(answer.status == 200, "\(answer.body)")
            return try Answer(decoding: Array(answer.body.utf8), to: call.operation)
        }

        mutating func login() async throws -> Authentication {
            let answer = try await ask(.authenticate(user: "acme", password: TroubledServer.password))
            guard case .authenticate(let authentication) = answer else { throw Surprise() }
            return authentication
        }

        mutating func request(_ ticket: String) async throws -> String {
            let request = SendRequest(
                ticket: ticket, companyFileName: #"C:\Acme.QBW"#, country: "US", majorVersion: 13)
            guard case .sendRequestXML(let document) = try await ask(.sendRequestXML(request)) else {
                throw Surprise()
            }
            return String(decoding: document, as: UTF8.self)
        }

        mutating func respond(_ ticket: String, _ text: String) async throws -> Int {
            let response = ReceiveResponse(ticket: ticket, response: Array(text.utf8))
            guard case .receiveResponseXML(let number) = try await ask(.receiveResponseXML(response)) else {
                throw Surprise()
            }
            return number
        }
    }

    struct Surprise: Error {}
}
