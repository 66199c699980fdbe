import API
import Foundation
import Testing

@Suite("Health of a running daemon", .serialized, .timeLimit(.minutes(10)))
struct HealthCommandTests {
    private func connector(_ name: String, _ daemon: DaemonProcess) async throws {
        let made = try await daemon.order(
            .post, "/v1/connectors", #"{"name":"\#(name)","accept_default":true}"#)
        try #require(made.status == 201, "\(made.text)")
    }

    private func event(after number: Int, _ daemon: DaemonProcess) async throws -> EventEntry {
        let answer = try await daemon.order(.get, "/v1/events?after=\(number)&wait=55&limit=1")
        let page = try API.Wire.decode(EventPage.self, from: answer.body)
        return try #require(page.events.first, "\(answer.text)")
    }

    @Test("a condition is told once as an event and in the journal, however often the daemon is killed")
    func toldOnce() async throws {
        let daemon = try DaemonProcess()
        try await connector("acme", daemon)
        daemon.killHard()
        try daemon.start()
        let first = try await event(after: 0, daemon)
        #expect(first.kind == "condition.began" && first.connector == "acme")
        #expect(first.subject == "never-checked-in")
        try await connector("bravo", daemon)
        daemon.killHard()
        try daemon.start()
        // The minute that tells of the second one has looked at the first one too.
        let second = try await event(after: Int(first.number), daemon)
        #expect(second.connector == "bravo")
        daemon.killHard()
        let told = daemon.log.split(separator: "\n").filter { $0.contains("condition=never-checked-in") }
        #expect(told.filter { $0.contains("connector=acme") }.count == 1, "\(daemon.log)")
    }

    @Test("explain ranks causes with what was seen, doctor looks at everything, and its exit code says it")
    func commands() async throws {
        let daemon = try DaemonProcess(
            sync: "time_zone = \"America/Chicago\"",
            configuration: "[metrics]\nlisten = \"127.0.0.1:0\"")
        let empty = try daemon.run("qbsyncctl", ["explain"])
        #expect(empty.output.contains("There is no connector yet."))
        try await connector("acme", daemon)
        let explained = try daemon.run("qbsyncctl", ["explain", "acme"])
        #expect(explained.output.contains("Causes, the gravest first:"))
        #expect(explained.output.contains("The connector was made."))
        let well = try daemon.run("qbsyncctl", ["doctor"])
        #expect(well.status == 0, "\(well.output)")
        #expect(well.output.contains("SQLite read it through and found it sound."))
        #expect(!well.output.contains("\u{1B}"), "colours are for a terminal")
        let json = try daemon.run("qbsyncctl", ["doctor", "--json"])
        let report = try API.Wire.decode(DoctorReport.self, from: Data(json.output.utf8))
        #expect(
            report.checks.map(\.name) == [
                "daemon", "configuration", "address", "database folder", "disk", "certificate", "time zone",
                "database", "backup", "connectors",
            ])
        try await probes(daemon)
        // A setting that is wrong by now is found although the old ones are in force.
        let file = "\(daemon.folder.path)/qbsyncd.toml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try (text + "\n[log]\nlevel = \"loud\"\n").write(toFile: file, atomically: true, encoding: .utf8)
        let ill = try daemon.run("qbsyncctl", ["doctor"])
        #expect(ill.status == 1 && ill.output.contains("log.level"), "\(ill.output)")
        #expect(daemon.stop() == 0)
        let gone = try daemon.run("qbsyncctl", ["doctor"])
        #expect(gone.status == 1 && gone.output.contains("daemon"), "\(gone.output)")
    }

    /// On the door without a token, and only those.
    private func probes(_ daemon: DaemonProcess) async throws {
        let line = try #require(
            daemon.log.split(separator: "\n").first { $0.contains("(metrics)") }, "\(daemon.log)")
        let port = try #require(line.split(separator: ":").last?.prefix { $0.isNumber })
        func get(_ path: String) throws -> (status: Int32, output: String, errors: String) {
            let address = "http://127.0.0.1:\(port)\(path)"
            return try Tool.run(
                URL(filePath: "/usr/bin/curl"), ["-s", "-w", "%{http_code}", address], folder: daemon.folder)
        }
        #expect(try get("/healthz").output.hasSuffix("is alive.\n200"))
        #expect(try get("/readyz").output == "Ready.\n200")
        let metrics = try get("/metrics").output
        #expect(metrics.contains("qbsyncd_connectors 1\n") && metrics.hasSuffix("200"))
        #expect(try get("/v1/status").output.hasSuffix("404"))
        let socket = try await daemon.order(.get, "/metrics")
        #expect(socket.status == 200 && socket.type.hasPrefix("text/plain; version=0.0.4"))
    }

    @Test("with no file descriptors left, open connections go on, and new ones come when there is room again")
    func descriptors() async throws {
        let daemon = try DaemonProcess()
        try await connector("acme", daemon)
        let folder = "/proc/\(daemon.processID)/fd"
        let open = try FileManager.default.contentsOfDirectory(atPath: folder).count
        let prlimit = URL(filePath: "/usr/bin/prlimit")
        guard FileManager.default.isExecutableFile(atPath: prlimit.path) else {
            return print("Skipped: there is no prlimit (util-linux).")
        }
        let limited = try Tool.run(
            prlimit, ["--pid", "\(daemon.processID)", "--nofile=\(open + 4)"], folder: daemon.folder)
        try #require(limited.status == 0, "\(limited.errors)")
        var sockets: [Int32] = []
        for _ in 0..<20 { sockets.append(try Self.connect(port: daemon.port)) }
        for socket in sockets { close(socket) }
        let answer = try await daemon.get("/support")
        #expect(answer.status == 200)
        let status = try await daemon.order(.get, "/v1/status")
        #expect(status.status == 200)
    }

    private static func connect(port: Int) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, size) }
        }
        try #require(result == 0)
        return descriptor
    }
}
