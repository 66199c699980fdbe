import Foundation
import Simulator
import Testing
import WebConnector

@Suite("qbsyncctl support-bundle", .timeLimit(.minutes(10)))
struct SupportBundleTests {
    /// Texts of a company's records by which it could be known.
    private static let telling: Set = [
        "Name", "FullName", "CompanyName", "LegalCompanyName", "FirstName", "LastName", "Addr1", "Addr2",
        "Addr3", "City", "PostalCode", "Phone", "AltPhone", "Fax", "Email", "Contact", "Memo", "Desc", "EIN",
        "SSN", "Amount", "Balance", "TotalBalance", "Subtotal", "TotalAmount", "AppliedAmount", "SalesPrice",
        "Rate", "RefNumber", "ListID", "TxnID", "AccountNumber", "BankNumber", "Notes",
    ]

    /// Names that are words of QuickBooks itself or of ours, in every company alike; and short amounts, which
    /// also occur by chance within a longer number.
    private static func isTelling(_ text: String) -> Bool {
        let isAmount = text.contains(".") && text.allSatisfy { $0.isNumber || ".-".contains($0) }
        return isAmount
            ? text.filter(\.isNumber).count >= 7
            : text.count >= 6 && text.contains { "0"..."9" ~= $0 || $0 == " " || $0 == "@" }
    }

    private func strings(_ value: Any, under key: String = "", into found: inout Set<String>) {
        switch value {
        case let object as [String: Any]:
            for (key, value) in object { strings(value, under: key, into: &found) }
        case let list as [Any]:
            for value in list { strings(value, under: key, into: &found) }
        case let text as String where Self.telling.contains(key) && Self.isTelling(text): found.insert(text)
        default: break
        }
    }

    /// What the mirror of a synced company holds.
    private func companyData(_ daemon: DaemonProcess) throws -> Set<String> {
        let text = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/sqlite3"),
            ["-readonly", daemon.database, "SELECT json FROM record"], folder: daemon.folder
        ).output
        var found: Set<String> = []
        for line in text.split(separator: "\n") {
            strings(try JSONSerialization.jsonObject(with: Data(line.utf8)), into: &found)
        }
        return found
    }

    /// A workstation's company, synced; a request that QuickBooks refused with the customer's name; a login
    /// that was refused; and titles by which the company could be known.
    private func scene() async throws -> (daemon: DaemonProcess, secrets: Set<String>, names: Set<String>) {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        let titled = try await daemon.order(
            .patch, "/v1/connectors/acme", #"{"title":"Zanzibar Holdings","workstation":"ZANZI-FRONT"}"#)
        try #require(titled.status == 200, "\(titled.text)")
        _ = try await pc.update()
        let customer = try #require(pc.company?.records("Customer").first?["Name"])
        let body = #"{"CustomerAdd":{"Name":"\#(customer)","Notes":"Quetzal memo 4711"}}"#
        let queued = try await daemon.order(.post, "/v1/connectors/acme/requests", body)
        try #require(queued.status == 202 || queued.status == 201, "\(queued.text)")
        _ = try await pc.update()
        let failed = try await daemon.order(.get, "/v1/connectors/acme/requests?state=failed")
        try #require(failed.text.contains(customer), "QuickBooks named it: \(failed.text)")
        let user = try await daemon.order(
            .post, "/v1/connectors/acme/users", #"{"name":"quetzal-kim"}"#)
        try #require(user.status == 201, "\(user.text)")
        let login = Call.authenticate(user: "quetzal-kim", password: "wrong-Quetzal")
        for _ in 0..<5 { _ = try await daemon.post(login.encoded(as: .document)) }
        let locked = try await daemon.order(.get, "/v1/conditions")
        try #require(locked.text.contains("unlock quetzal-kim"), "\(locked.text)")
        let names: Set = ["Zanzibar Holdings", "ZANZI-FRONT", "quetzal-kim", pc.path, customer]
        return (daemon, [pc.password, "wrong-Quetzal", "Quetzal memo", "00-0000000"], names)
    }

    /// A journal whose entries hold what they must not tell.
    private func fakeJournal(_ names: Set<String>, in folder: URL) throws -> String {
        let programs = folder.appending(path: "bin")
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        let message = names.sorted().joined(separator: ", ").replacing("\\", with: "\\\\")
        let entry =
            #"{"__REALTIME_TIMESTAMP":"1795269900000000","PRIORITY":"4","MESSAGE_ID":"#
            + #""1c0b392440b94517bed79268e632f953","QBSYNC_CONNECTOR":"acme","MESSAGE":"\#(message)"}"#
        try entry.write(to: programs.appending(path: "entries"), atomically: true, encoding: .utf8)
        let script = programs.appending(path: "journalctl")
        try "#!/bin/sh\ncat \(programs.path)/entries\n".write(to: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        return programs.path
    }

    private func bundle(
        _ daemon: DaemonProcess, _ arguments: [String] = [], programs: String = ""
    ) throws -> (status: Int32, output: String, errors: String) {
        try Tool.run(
            DaemonProcess.program("qbsyncctl"), ["support-bundle"] + arguments,
            environment: [
                "QBSYNCD_CONTROL_SOCKET": daemon.controlSocket, "PATH": "\(programs):/usr/bin:/bin",
            ], folder: daemon.folder)
    }

    /// Everything that is in it, name by name.
    private func unpacked(_ file: String, _ daemon: DaemonProcess) throws -> [String: String] {
        let place = daemon.folder.appending(path: "unpacked-\(UUID().uuidString.prefix(6))")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let tar = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/tar"),
            ["-xzf", "\(daemon.folder.path)/\(file)", "-C", place.path],
            folder: daemon.folder)
        try #require(tar.status == 0, "\(tar.errors)")
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: place.path) {
            let url = place.appending(path: path)
            guard !url.hasDirectoryPath, let data = try? Data(contentsOf: url) else { continue }
            files[path.split(separator: "/").dropFirst().joined(separator: "/")] = String(
                decoding: data, as: UTF8.self)
        }
        return files
    }

    @Test("nothing of a company's data is inside, whatever was synced, refused, or told by QuickBooks")
    func nothingInside() async throws {
        let (daemon, secrets, names) = try await scene()
        let data = try companyData(daemon)
        #expect(data.count > 100, "the scene has data that could be found")
        let programs = try fakeJournal(names, in: daemon.folder)
        let made = try bundle(daemon, ["--output", "b.tar.gz"], programs: programs)
        try #require(made.status == 0, "\(made.output) \(made.errors)")
        let files = try unpacked("b.tar.gz", daemon)
        for (name, content) in files {
            for text in data.union(secrets).union(names) where content.contains(text) {
                Issue.record("\(name) holds \(text)")
            }
        }
        #expect(files["journal.txt"]?.contains("connector=acme (withheld") == true)
        #expect(files["connectors/acme/requests.json"]?.contains("3100") == true, "the code says enough")
        #expect(files["status.json"]?.contains("title-1") == true)
        #expect(
            files["connectors/acme/conversations.json"]?.contains("Success: every category was exchanged")
                == true)
        #expect(files["connectors/acme/requests.json"]?.contains("\"fix\" : \"(withheld") == false)
    }

    @Test("what is needed to understand an installation is inside, and listed before it is written")
    func useful() async throws {
        let (daemon, _, names) = try await scene()
        let made = try bundle(daemon, ["--output", "b.tar.gz", "--with-names", "--json"])
        try #require(made.status == 0, "\(made.output) \(made.errors)")
        let files = try unpacked("b.tar.gz", daemon)
        let receipt = try #require(
            try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
        #expect(receipt["bytes"] as? Int ?? 0 > 1000)
        let listed = try #require(receipt["files"] as? [[String: Any]]).compactMap { $0["name"] as? String }
        #expect(Set(listed) == Set(files.keys))
        #expect(
            Set(listed).isSuperset(of: [
                "README.txt", "versions.txt", "settings.toml", "database.json", "status.json", "doctor.json",
                "conditions.json", "connectors.json", "preflight.json", "metrics.txt", "journal.txt",
                "connectors/acme/conversations.json", "connectors/acme/requests.json",
                "connectors/acme/freshness.json", "connectors/acme/categories.json",
            ]))
        let versions = try #require(files["versions.txt"])
        for word in ["qbsyncd", "SQLite      3.", "libxml2     2.", "schema"] {
            #expect(versions.contains(word), "\(versions)")
        }
        #expect(files["settings.toml"]?.contains("public_url = \"http://localhost:8180\"") == true)
        #expect(files["database.json"]?.contains("\"record\"") == true)
        let all = files.values.joined()
        for name in names where !name.contains("\\") { #expect(all.contains(name), "asked for: \(name)") }
    }

    @Test("without an answer of the daemon what the machine tells is packed, and why there was none")
    func silence() async throws {
        let daemon = try DaemonProcess()
        daemon.killHard()
        let ready =
            #"{"__REALTIME_TIMESTAMP":"1795269900000000","MESSAGE":"No room for kim.","#
            + #""MESSAGE_ID":"c6f00e99d9e4417bb4d03410e23a918f"}"#
        let programs = try fakeJournal(["Ann"], in: daemon.folder)
        try ready.write(toFile: "\(programs)/entries", atomically: true, encoding: .utf8)
        let made = try bundle(daemon, ["--output", "b.tar.gz"], programs: programs)
        try #require(made.status == 0, "\(made.output) \(made.errors)")
        #expect(made.errors.contains("The daemon did not answer"), "\(made.errors)")
        let files = try unpacked("b.tar.gz", daemon)
        #expect(
            Set(files.keys) == [
                "README.txt", "daemon.txt", "journal.txt", "settings.toml", "versions.txt",
            ])
        #expect(files["daemon.txt"]?.contains("nobody listens on this socket") == true)
        #expect(files["settings.toml"]?.contains("public_url = ") == true)
        #expect(files["versions.txt"]?.contains("not running; on the disk: qbsyncd") == true)
        #expect(files["journal.txt"]?.contains("[qbsyncd is ready] No room for kim.") == true)
        let json = try bundle(daemon, ["--output", "c.tar.gz", "--json"], programs: programs)
        #expect(json.status == 0 && json.output.contains("\"daemon_answered\":false"), "\(json)")
    }

    @Test("the file is its maker's alone, is never written over, and says where the journal was not read")
    func manners() async throws {
        let daemon = try DaemonProcess()
        let made = try bundle(daemon, ["--output", "b.tar.gz", "--unit", "no-such-unit-here"])
        try #require(made.status == 0, "\(made.output) \(made.errors)")
        #expect(made.output.contains("Look through it before you send it"))
        #expect(made.output.contains("status.json") && made.output.contains("no entries"))
        let mode =
            try FileManager.default.attributesOfItem(
                atPath: "\(daemon.folder.path)/b.tar.gz")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let again = try bundle(daemon, ["--output", "b.tar.gz"])
        #expect(again.status == 1 && again.errors.contains("is there already"))
        #expect(try bundle(daemon, ["--days", "0"]).status == 64)
    }
}
