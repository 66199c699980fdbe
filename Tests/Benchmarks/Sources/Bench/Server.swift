import Foundation

/// A qbsyncd under measurement, with its control socket. Nothing in it changes after its start but the
/// process, which is stopped when all clients are done; so many threads may share it.
final class Server: @unchecked Sendable {
    static let port = 18_378
    let program: Program
    private let socket: String

    init(programs: String, directory: String) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        socket = "\(directory)/control.sock"
        let configuration = """
            [listen]
            address = "127.0.0.1:\(Self.port)"
            public_url = "http://localhost:\(Self.port)"
            [store]
            database = "\(directory)/bench.sqlite"
            [control]
            socket = "\(socket)"
            [sync]
            overnight_shutdown = "none"
            time_zone = "America/Chicago"
            [log]
            level = "error"
            """
        try configuration.write(toFile: "\(directory)/qbsyncd.toml", atomically: true, encoding: .utf8)
        program = try Program(
            "\(programs)/qbsyncd", ["--config", "\(directory)/qbsyncd.toml"], directory: directory)
    }

    func stop() { program.stop() }

    private func order(_ method: String, _ path: String, _ body: [String: Any]) throws -> [String: Any] {
        let data = try JSONSerialization.data(withJSONObject: body)
        let answer = try Connection(path: socket).call(
            method, path, type: "application/json", body: method == "GET" ? [] : Array(data))
        let value = try JSONSerialization.jsonObject(with: Data(answer.body))
        guard answer.status < 300, let object = value as? [String: Any] else {
            throw Visit.Failure.status(answer.status, String(decoding: answer.body, as: UTF8.self))
        }
        return object
    }

    func connection() throws -> Connection { try Connection(path: socket) }

    /// Seconds that a read over the control socket takes, its connection included.
    func read(_ path: String) throws -> Double {
        let connection = try Connection(path: socket)
        let answer = try connection.call("GET", path, type: "application/json", body: [])
        guard answer.status == 200 else {
            throw Visit.Failure.status(answer.status, String(decoding: answer.body, as: UTF8.self))
        }
        return connection.seconds
    }

    /// What a read over the control socket says.
    func text(_ path: String) throws -> String {
        let answer = try Connection(path: socket).call("GET", path, type: "application/json", body: [])
        let text = String(decoding: answer.body, as: UTF8.self)
        guard answer.status == 200 else { throw Visit.Failure.status(answer.status, text) }
        return text
    }

    func get(_ path: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(try text(path).utf8))
    }

    struct Site {
        var name: String
        var password: String
        var hcp: String
        var path: String
    }

    func site(_ name: String) throws -> Site {
        let path = "C:\\Books\\\(name).qbw"
        let made = try order(
            "POST", "/v1/connectors",
            [
                "name": name, "accept_default": true,
                "settings": ["company_file": path, "workstation": "PC-\(name)"],
            ])
        let detail = try order("GET", "/v1/connectors/\(name)", [:])
        let hcp = Books.hcp(
            ownerID: detail["owner_id"] as? String ?? "", fileID: detail["file_id"] as? String ?? "")
        return Site(name: name, password: made["password"] as? String ?? "", hcp: hcp, path: path)
    }

    func force(_ name: String) throws {
        _ = try order("POST", "/v1/connectors/\(name)/sync", ["during_shutdown": true])
    }

    func visit(_ site: Site) throws -> Visit {
        Visit(connection: try Connection(port: Self.port), user: site.name, password: site.password)
    }
}

/// The echo yardstick as a process of its own.
final class EchoProcess {
    private let process = Process()
    private let port: Int

    /// - Parameter store: a database in which each body is stored before it is sent back.
    init(port: Int, store: String? = nil) throws {
        self.port = port
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["echo", "--port", String(port)] + (store.map { ["--store", $0] } ?? [])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<200 {
            if (try? Connection(port: port)) != nil { return }
            usleep(20_000)
        }
    }

    /// The bodies of one conversation's calls, sent back by a server that does nothing.
    func callsPerSecond(count: Int = 4_000) throws -> Double {
        let connection = try Connection(port: port)
        let ask = Visit.envelope("sendRequestXML", [("ticket", "0123456789abcdef0123456789abcdef")])
        let query = Visit.Query(
            name: "ItemQuery", requestID: "7", isCount: false, isPartial: false, isIterated: true)
        let answer = Books.escaped(Books.document([Books.answer(to: query, records: Books.item(1))]))
        let tell = Visit.envelope("receiveResponseXML", [("response", answer)])
        for number in 0..<count {
            _ = try connection.call("POST", "/qbwc", body: number.isMultiple(of: 2) ? ask : tell)
        }
        return Double(count) / connection.seconds
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
