import Foundation
import Simulator
import Testing
import WebConnector

@testable import Daemon

/// Answers that are larger than the memory they may take, over a real socket.
@Suite("A big answer", .serialized, .timeLimit(.minutes(10)))
struct BigAnswerTests {
    /// SQLite may keep 16 MB of pages that it writes.
    @Test("is stored whole, leaves nothing in the spool, and takes less memory than it is long")
    func stored() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        var before = 0
        let lost = try await pc.update { _, call in
            guard let big = BigAnswer(to: call, records: 50_000) else { return true }
            before = try daemon.peakKilobytes()
            #expect(big.bytes > 35_000_000)
            let percent = try await daemon.percent(big.call)
            #expect(percent >= 0)
            return false
        }
        #expect(!lost.isGood)
        #expect(try pc.mirror("Customer").count == 50_000)
        #expect(try daemon.spooled.isEmpty)
        let growth = try daemon.peakKilobytes() - before
        #expect(growth < 28_000, "in kilobytes")
        let kept = try await daemon.order(.get, "/v1/connectors/acme/responses")
        #expect((kept.json as? [Any])?.isEmpty == true)
    }

    @Test("in the midst of which the daemon is killed leaves nothing, and the next sync completes the mirror")
    func killed() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        var left: [String] = []
        _ = try await pc.update { _, call in
            guard let big = BigAnswer(to: call, records: 20_000) else { return true }
            let body = big.call.encoded(as: .document)
            let head =
                "POST /qbwc HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
                + "Content-Length: \(body.count)\r\n\r\n"
            let address = BoundAddress.tcp(host: "127.0.0.1", port: daemon.port)
            try await Wire.open(address) { wire in
                try await wire.send(head)
                var rest = body.dropLast(1000)
                while !rest.isEmpty {
                    try await wire.send(String(decoding: rest.prefix(100_000), as: UTF8.self))
                    rest = rest.dropFirst(100_000)
                }
                // The sockets of a busy machine may hold all of it: the daemon has begun when it has a file.
                while try daemon.spooled.isEmpty { await Task.yield() }
                left = try daemon.spooled
                daemon.killHard()
            }
            return false
        }
        #expect(left.count == 1, "\(left)")
        #expect(try daemon.spooled == left)
        try daemon.start()
        #expect(try daemon.spooled.isEmpty)
        #expect(try pc.mirror("Customer").isEmpty)
        #expect(daemon.log.contains("unfinished answers"))
        _ = try await daemon.order(.post, "/v1/connectors/acme/sync", "{}")
        let outcome = try await pc.update()
        #expect(outcome.isGood, "\(outcome)")
        try pc.expectMirrorEqualsBooks()
    }

    @Test("during whose storing the daemon is killed is stored whole or not at all, and is not lost")
    func killedWhileStoring() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        _ = try await pc.update { _, call in
            guard let big = BigAnswer(to: call, records: 30_000) else { return true }
            let (body, port) = (big.call.encoded(as: .document), daemon.port)
            async let answer = DaemonProcess.post(body, port: port, isChunked: false)
            // The log grows as soon as the transaction has more pages than fit into memory.
            while try daemon.logBytes() < 8 << 20 { await Task.yield() }
            daemon.killHard()
            _ = try? await answer
            return false
        }
        try daemon.start()
        let count = try pc.mirror("Customer").count
        let kept = try await daemon.order(.get, "/v1/connectors/acme/responses")
        #expect((kept.json as? [Any])?.count == (count == 0 ? 1 : 0))
        #expect(count == 0 || count == 30_000, "\(count)")
        _ = try await daemon.order(.post, "/v1/connectors/acme/sync", "{}")
        #expect(try await pc.update().isGood)
    }

    @Test("that cannot be read is kept as a file, listed, and processed once it can")
    func kept() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        _ = try await pc.update { _, call in
            guard let big = BigAnswer(to: call, records: 3000) else { return true }
            let percent = try await daemon.percent(big.damaged)
            #expect(percent >= 0)
            return false
        }
        // What was stored while it was read went with the transaction, and nothing counts it.
        #expect(try pc.mirror("Customer").isEmpty)
        let list = try await daemon.order(.get, "/v1/connectors/acme/responses")
        let row = try #require((list.json as? [[String: Any]])?.first)
        let number = try #require(row["number"] as? Int)
        #expect(row["bytes"] as? Int ?? 0 > 2_000_000)
        let name = try #require(try daemon.spooled.first)
        #expect(daemon.stop() == 0)
        try daemon.start()
        #expect(try daemon.spooled == [name], "a start sweeps only what no row names")
        let again = try await daemon.order(.post, "/v1/responses/\(number)/reprocess")
        #expect(again.status == 409 && again.text.contains("still cannot be read"), "\(again.text)")
        // A later version can read it, which here another hand makes readable.
        let file = "\(daemon.folder.path)/spool/\(name)"
        let mended = try Data(contentsOf: URL(fileURLWithPath: file)) + Data(BigAnswer.end.utf8)
        try mended.write(to: URL(fileURLWithPath: file))
        _ = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/sqlite3"),
            [daemon.database, "UPDATE response SET file_bytes = \(mended.count)"], folder: daemon.folder)
        let done = try await daemon.order(.post, "/v1/responses/\(number)/reprocess")
        #expect(done.status == 200 && done.text.contains("3000 records"), "\(done.text)")
        #expect(try pc.mirror("Customer").count == 3000)
        #expect(try daemon.spooled.isEmpty)
    }

    @Test("whose file is gone is refused with a sentence")
    func lostFile() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        _ = try await pc.update { _, call in
            guard let big = BigAnswer(to: call, records: 3000) else { return true }
            let percent = try await daemon.percent(big.damaged)
            #expect(percent >= 0)
            return false
        }
        let name = try #require(try daemon.spooled.first)
        try FileManager.default.removeItem(atPath: "\(daemon.folder.path)/spool/\(name)")
        let refused = try await daemon.order(.post, "/v1/responses/1/reprocess")
        #expect(refused.status == 409 && refused.text.contains("cannot be opened"), "\(refused.text)")
    }

    @Test(
        "above the limit fails its category by name and ends no conversation, announced or not",
        arguments: [false, true])
    func tooLarge(isChunked: Bool) async throws {
        let daemon = try DaemonProcess(listen: #"body_limit = "1MB""#)
        let pc = try await SimulatedPC(daemon)
        _ = try await pc.update { _, call in
            guard let big = BigAnswer(to: call, records: 3000) else { return true }
            let body = big.call.encoded(as: .document)
            let answer = try await DaemonProcess.post(body, port: daemon.port, isChunked: isChunked)
            #expect(try DaemonProcess.percent(answer) >= 0)
            return false
        }
        #expect(try pc.mirror("Customer").isEmpty)
        #expect(try daemon.spooled.isEmpty)
        let history = try await daemon.order(.get, "/v1/connectors/acme/history")
        let row = try #require((history.json as? [[String: Any]])?.first)
        #expect(row["state"] as? String == "in progress")
    }

    @Test("above four times the limit is refused before it is sent")
    func farTooLarge() async throws {
        let daemon = try DaemonProcess(listen: #"body_limit = "1MB""#)
        let head =
            "POST /qbwc HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
            + "Content-Length: 5000000\r\n\r\n"
        try await Wire.open(.tcp(host: "127.0.0.1", port: daemon.port)) { wire in
            try await wire.send(head)
            let answer = try await wire.readToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 413 "))
            #expect(answer.contains("at most 4194304 are read here (see body_limit)"))
        }
    }

    @Test("to a ticket that nobody knows fills no disk")
    func stranger() async throws {
        let daemon = try DaemonProcess()
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: 5_000_000)
        let call = Call.receiveResponseXML(ReceiveResponse(ticket: "a stranger's", response: text))
        let percent = try await daemon.percent(call)
        #expect(percent < 0)
        #expect(try daemon.spooled.isEmpty)
    }
}

/// An answer of many customers in place of the one that the simulated QuickBooks gave.
struct BigAnswer {
    let call: Call
    /// The same without its last tags.
    let damaged: Call
    let bytes: Int

    static let end = "</CustomerQueryRs></QBXMLMsgsRs></QBXML>"

    /// - Returns: nil unless the call answers a query for customers, and for nothing else.
    init?(to call: Call, records: Int) {
        guard case .receiveResponseXML(let received) = call else { return nil }
        let text = String(decoding: received.response, as: UTF8.self)
        guard let start = text.range(of: "<CustomerQueryRs ") else { return nil }
        let parts = text[start.upperBound...].split(separator: "requestID=\"", maxSplits: 1)
        guard let id = parts.last?.prefix(while: { $0 != "\"" }), !id.contains(".") else {
            return nil
        }
        var answer =
            #"<?xml version="1.0" ?><QBXML><QBXMLMsgsRs><CustomerQueryRs requestID="\#(id)" "#
            + #"statusCode="0" statusSeverity="Info" statusMessage="Status OK" retCount="\#(records)" "#
            + #"iteratorRemainingCount="0" iteratorID="{1}">"#
        for number in 0..<records { answer += Self.customer(number) }
        damaged = .receiveResponseXML(
            ReceiveResponse(ticket: received.ticket, response: Array(answer.utf8)))
        answer += Self.end
        bytes = answer.utf8.count
        self.call = .receiveResponseXML(
            ReceiveResponse(ticket: received.ticket, response: Array(answer.utf8)))
    }

    private static func customer(_ number: Int) -> String {
        """
        <CustomerRet><ListID>8\(number)-1422671082</ListID>
        <TimeCreated>2024-03-02T09:15:00-05:00</TimeCreated>
        <TimeModified>2024-06-11T14:40:21-05:00</TimeModified><EditSequence>1718131221</EditSequence>
        <Name>Customer \(number)</Name><FullName>Customer \(number)</FullName><IsActive>true</IsActive>
        <Sublevel>0</Sublevel><CompanyName>Customer \(number) &amp; Sons</CompanyName><BillAddress>
        <Addr1>Customer \(number)</Addr1><Addr2>\(number) Harbour Road, Suite 40</Addr2><City>Bayshore</City>
        <State>CA</State><PostalCode>94326</PostalCode><Country>US</Country></BillAddress>
        <Phone>415-555-0100</Phone><Email>kim\(number)@example.com</Email><Balance>\(number).00</Balance>
        <TotalBalance>\(number).00</TotalBalance><JobStatus>None</JobStatus></CustomerRet>
        """
    }
}

extension DaemonProcess {
    /// What lies in the spool.
    var spooled: [String] {
        get throws {
            let path = "\(folder.path)/spool"
            guard FileManager.default.fileExists(atPath: path) else { return [] }
            return try FileManager.default.contentsOfDirectory(atPath: path)
        }
    }

    /// How long SQLite's log is.
    func logBytes() throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: database + "-wal")
        return try #require(attributes[.size] as? Int)
    }

    /// The most memory that it had at once.
    func peakKilobytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
    }

    /// Sends an answer of QuickBooks; what the daemon says to it.
    func percent(_ call: Call) async throws -> Int {
        try Self.percent(await post(call.encoded(as: .document)))
    }

    static func percent(_ answer: DaemonProcess.Answer) throws -> Int {
        try #require(answer.status == 200, "\(answer.text)")
        guard
            case .receiveResponseXML(let percent) = try WebConnector.Answer(
                decoding: Array(answer.body), to: .receiveResponseXML)
        else { return .min }
        return percent
    }
}
