import Hummingbird
import NIOCore
import Testing

@testable import Daemon

@Suite("HTTP/1 on the wire", .timeLimit(.minutes(10)))
struct HTTPMannersTests {
    /// Sends, and gives what comes back until the other side closes.
    private func exchange(
        _ text: String,
        options: ListenerOptions = ListenerOptions(name: "test", source: ServedListener.loopback)
    ) async throws -> String {
        try await ServedListener.run(options) { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send(text)
                return try await wire.readToEnd()
            }
        }
    }

    @Test("a client that expects 100 hears it before it has sent one byte of its body")
    func continueFirst() async throws {
        try await ServedListener.run { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send(
                    "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 5\r\n\r\n")
                #expect(try await wire.readHead() == "HTTP/1.1 100 Continue\r\n\r\n")
                try await wire.send("books")
                let answer = try await wire.readAnswer()
                #expect(answer.statusLine == "HTTP/1.1 200 OK")
                #expect(answer.body == "books")
            }
        }
    }

    @Test("a 100 waits until the answer before it is out, and each client hears it once per request")
    func continueInOrder() async throws {
        try await ServedListener.run { address, _ in
            try await Wire.open(address) { wire in
                let expecting =
                    "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"
                try await wire.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n" + expecting)
                #expect(try await wire.readAnswer().body == "hello")
                #expect(try await wire.readHead().hasPrefix("HTTP/1.1 100"))
                try await wire.send("one")
                #expect(try await wire.readAnswer().body == "one")
                try await wire.send(expecting)
                #expect(try await wire.readHead().hasPrefix("HTTP/1.1 100"))
                try await wire.send("two")
                #expect(try await wire.readAnswer().body == "two")
            }
        }
    }

    @Test(
        "no 100 is said where none is due",
        arguments: [
            "POST /echo HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi",
            "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n",
            "GET /hello HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n",
        ])
    func noContinue(_ request: String) async throws {
        let answer = try await exchange(request)
        #expect(!answer.contains("100 Continue"))
        #expect(answer.contains("200 OK"))
    }

    @Test(
        "a body announced over the limit is refused with 413 and a sentence, without a 100, before it is sent"
    )
    func bodyTooLarge() async throws {
        let options = ListenerOptions(name: "test", source: ServedListener.loopback, bodyLimit: { 1000 })
        let answer = try await exchange(
            "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1001\r\n\r\n",
            options: options)
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(answer.lowercased().contains("connection: close\r\n"))
        let sentence = "announces a body of 1001 bytes; at most 1000 are read here (see body_limit).\n"
        #expect(answer.hasSuffix(sentence))
    }

    @Test("a client that sends its refused body all the same still reads the answer whole")
    func bodyTooLargeAndSent() async throws {
        let options = ListenerOptions(name: "test", source: ServedListener.loopback, bodyLimit: { 1000 })
        let body = String(repeating: "x", count: 4_000_000)
        let answer = try await exchange(
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)",
            options: options)
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(answer.hasSuffix("(see body_limit).\n"))
    }

    @Test("a length that no number holds is too large, not a crash")
    func absurdLength() async throws {
        let answer = try await exchange(
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 4"))
    }

    @Test("a chunked body arrives whole, and the connection serves the next request")
    func chunked() async throws {
        try await ServedListener.run { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
                try await wire.send("6\r\nQuickB\r\n")
                try await wire.send("4\r\nooks\r\n0\r\n\r\n")
                #expect(try await wire.readAnswer().body == "QuickBooks")
                try await wire.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await wire.readAnswer().body == "hello")
            }
        }
    }

    @Test("an HTTP/1.0 client gets a body of unknown length without chunks, ended by the close")
    func oldClientStream() async throws {
        let answer = try await exchange("GET /endless HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.0 200 OK\r\n"))
        #expect(!answer.lowercased().contains("transfer-encoding"))
        #expect(answer.lowercased().contains("connection: close\r\n"))
        #expect(answer.hasSuffix("\r\n\r\none two"))
    }

    @Test("an HTTP/1.0 client that asks for it keeps its connection, and one that does not is closed")
    func oldClientKeepAlive() async throws {
        try await ServedListener.run { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send("GET /hello HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")
                let first = try await wire.readAnswer()
                #expect(first.statusLine == "HTTP/1.0 200 OK")
                #expect(first["connection"] == "keep-alive")
                try await wire.send("GET /hello HTTP/1.0\r\n\r\n")
                let second = try await wire.readAnswer()
                #expect(second["connection"] == "close")
                #expect(try await wire.readToEnd().isEmpty)
            }
        }
    }

    @Test(
        "Connection: close is obeyed and confirmed in any case and in a list",
        arguments: ["close", "Close", "TE, CLOSE"])
    func close(_ value: String) async throws {
        let answer = try await exchange(
            "GET /hello HTTP/1.1\r\nHost: x\r\nTE: trailers\r\nConnection: \(value)\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.lowercased().contains("connection: close\r\n"))
        #expect(answer.hasSuffix("hello"))
    }

    @Test("pipelined requests are answered in their order")
    func pipelining() async throws {
        let answer = try await exchange(
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\none"
                + "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\ntwo"
                + "GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        let order = ["one", "two", "hello"].map { answer.firstRange(of: $0)?.lowerBound }
        #expect(order.allSatisfy { $0 != nil })
        #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
    }

    @Test(
        "an HTTP/1.1 request needs exactly one Host",
        arguments: ["", "Host: a\r\nHost: b\r\n"])
    func host(_ headers: String) async throws {
        let answer = try await exchange("GET /hello HTTP/1.1\r\n\(headers)\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 400 "))
        #expect(answer.contains("exactly one Host"))
    }

    @Test("a refused request waits for the answers before it")
    func refusalInOrder() async throws {
        let answer = try await exchange("GET /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.contains("hello"))
        #expect(answer.contains("HTTP/1.1 400 "))
    }

    @Test(
        "what is not well-formed HTTP is refused and closed",
        arguments: [
            "NONSENSE\r\n\r\n",
            "GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
            "GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ])
    func malformed(_ request: String) async throws {
        #expect(try await exchange(request).hasPrefix("HTTP/1.1 400 "))
    }

    @Test("headers without end are refused with 431")
    func endlessHeaders() async throws {
        let field = "X-Long: " + String(repeating: "x", count: 200_000)
        #expect(try await exchange("GET /hello HTTP/1.1\r\nHost: x\r\n\(field)").hasPrefix("HTTP/1.1 431 "))
    }

    @Test("a chunked body that breaks off in the middle ends the connection, and the listener serves on")
    func brokenBody() async throws {
        try await ServedListener.run { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send(
                    "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n")
                let answer = try await wire.readToEnd()
                #expect(answer.isEmpty || answer.contains("connection: close"))
            }
            try await Wire.open(address) { wire in
                try await wire.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await wire.readAnswer().body == "hello")
            }
        }
    }

    @Test("a large body that nobody reads costs its connection, a small one does not")
    func unreadBody() async throws {
        try await ServedListener.run { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send("POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabcd")
                let small = try await wire.readAnswer()
                #expect(small.statusLine == "HTTP/1.1 401 Unauthorized")
                #expect(small["connection"] == nil)
                try await wire.send(
                    "POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\nabcd")
                let large = try await wire.readAnswer()
                #expect(large["connection"] == "close")
                #expect(try await wire.readToEnd().isEmpty)
            }
        }
    }

    @Test("a client that closes its side after the request is answered all the same")
    func halfClosed() async throws {
        try await ServedListener.run { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                wire.closeOutput()
                #expect(try await wire.readToEnd().hasSuffix("hello"))
            }
        }
    }

    @Test("every answer has its date, and an answer to HEAD has no body")
    func headAndDate() async throws {
        let answer = try await exchange("HEAD /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        #expect(answer.lowercased().contains("content-length: 5\r\n"))
        #expect(answer.hasSuffix("\r\n\r\n"))
        #expect(WireAnswer.field("date", in: answer)?.hasSuffix(" GMT") == true)
        #expect(HTTPDate.text(at: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test("a route that throws answers 500, and the connection lives on")
    func failingRoute() async throws {
        struct Oops: Error {}
        try await ServedListener.run(routes: { router in
            router.get("/oops") { _, _ -> String in throw Oops() }
        }) { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send(
                    "GET /oops HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await wire.readAnswer().statusLine.contains(" 500 "))
                #expect(try await wire.readAnswer().body == "hello")
            }
        }
    }
}
