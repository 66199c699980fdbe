import Glibc
import Hummingbird
import Synchronization
import Testing

@testable import Daemon

@Suite("A listener's connections", .timeLimit(.minutes(10)))
struct ListenerLifeTests {
    private func impatient(_ source: BindSource = ServedListener.loopback) -> ListenerOptions {
        ListenerOptions(name: "test", source: source, idleTimeout: { .milliseconds(1500) })
    }

    @Test(
        "a client that falls silent is closed: before and within its head, within its body, after an answer",
        arguments: [
            "", "GET /hello HTTP/1.1\r\nHost:",
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc",
            "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n",
        ])
    func idle(_ beginning: String) async throws {
        try await ServedListener.run(impatient()) { address, _ in
            try await Wire.open(address) { wire in
                if !beginning.isEmpty { try await wire.send(beginning) }
                let answer = await wire.readToClose()
                #expect(beginning.hasPrefix("GET /hello HTTP/1.1\r\nHost: x") == answer.hasSuffix("hello"))
            }
        }
    }

    @Test("an answer that takes longer than the idle timeout is not cut")
    func slowAnswer() async throws {
        let gate = Gate()
        try await ServedListener.run(
            impatient(),
            routes: { router in
                router.get("/slow") { _, _ in
                    await gate.pass()
                    return "done"
                }
            }
        ) { address, _ in
            try await Wire.open(address) { slow in
                try await slow.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
                await gate.visitor()
                // Another connection that is idle for longer than the timeout, and later begun, ends first.
                try await Wire.open(address) { idle in _ = try await idle.readToEnd() }
                await gate.open()
                #expect(try await slow.readAnswer().body == "done")
            }
        }
    }

    /// What is in flight at a stop may take as long as a busy machine needs for it.
    private static let patient = ListenerOptions(
        name: "test", source: ServedListener.loopback, grace: .seconds(300))

    @Test(
        "a stop finishes the answer in flight, says that the connection closes, and closes idle ones at once")
    func gracefulStop() async throws {
        let gate = Gate()
        try await ServedListener.run(
            Self.patient,
            routes: { router in
                router.get("/slow") { _, _ in
                    await gate.pass()
                    return "done"
                }
            }
        ) { address, stop in
            try await Wire.open(address) { busy in
                try await busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
                await gate.visitor()
                try await Wire.open(address) { idle in
                    try await idle.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                    #expect(try await idle.readAnswer().body == "hello")
                    await stop()
                    #expect(try await idle.readToEnd().isEmpty)
                }
                await gate.open()
                let answer = try await busy.readAnswer()
                #expect(answer.body == "done")
                #expect(answer["connection"] == "close")
                #expect(try await busy.readToEnd().isEmpty)
            }
        }
    }

    @Test("a stop takes in the rest of a request whose body is still coming")
    func stopDuringUpload() async throws {
        let gate = Gate()
        try await ServedListener.run(
            Self.patient,
            routes: { router in
                router.post("/upload") { request, _ in
                    await gate.pass()
                    return String(buffer: try await request.body.collect(upTo: 100))
                }
            }
        ) { address, stop in
            try await Wire.open(address) { wire in
                try await wire.send("POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\nhalf")
                await gate.visitor()
                await stop()
                await gate.open()
                try await wire.send("half")
                #expect(try await wire.readAnswer().body == "halfhalf")
            }
        }
    }

    @Test("what does not finish within the grace is cut, and the listener ends")
    func grace() async throws {
        let gate = Gate()
        let options = ListenerOptions(name: "test", source: ServedListener.loopback, grace: .milliseconds(50))
        try await ServedListener.run(
            options,
            routes: { router in
                router.get("/never") { _, _ in
                    await gate.pass()
                    return "too late"
                }
            }
        ) { address, stop in
            try await Wire.open(address) { wire in
                try await wire.send("GET /never HTTP/1.1\r\nHost: x\r\n\r\n")
                await gate.visitor()
                await stop()
                #expect(await wire.readToClose().isEmpty)
            }
            await gate.open()
        }
    }

    @Test("over the limit a connection waits, and is served when another one closes")
    func limit() async throws {
        let options = ListenerOptions(name: "test", source: ServedListener.loopback, connectionLimit: 1)
        let hello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"
        let served = Atomic(0)
        try await ServedListener.run(
            options,
            routes: { router in
                router.get("/second") { _, _ in
                    served.add(1, ordering: .relaxed)
                    return "second"
                }
            }
        ) { address, _ in
            try await Wire.open(address) { first in
                try await first.send(hello)
                #expect(try await first.readAnswer().body == "hello")
                try await Wire.open(address) { second in
                    try await second.send("GET /second HTTP/1.1\r\nHost: x\r\n\r\n")
                    // Many rounds on the first while the second has asked already: nobody listens to it.
                    for _ in 0..<100 {
                        try await first.send(hello)
                        #expect(try await first.readAnswer().body == "hello")
                    }
                    #expect(served.load(ordering: .relaxed) == 0)
                    try await first.channel.close()
                    #expect(try await second.readAnswer().body == "second")
                }
            }
        }
    }

    @Test("a taken port is an error with a sentence, for whoever runs it and whoever waits for its address")
    func takenPort() async throws {
        try await ServedListener.run { address, _ in
            let port = try #require(address.port)
            let options = ListenerOptions(name: "second", source: .address(host: "127.0.0.1", port: port))
            let expected = ListenerError.cannotBind("127.0.0.1:\(port)", EADDRINUSE)
            await #expect(throws: expected) { try await ServedListener.run(options) { _, _ in } }
            #expect(
                "\(expected)"
                    == "Another program listens on 127.0.0.1:\(port) already. Is qbsyncd running twice?")
        }
    }

    @Test("a connection that was made before the stop and asks after it is answered, and told that it closes")
    func firstRequestAfterTheStop() async throws {
        let options = ListenerOptions(
            name: "test", source: ServedListener.loopback, grace: .seconds(60),
            firstRequestAtStop: .seconds(60))
        try await ServedListener.run(options) { address, stop in
            try await Wire.open(address) { fresh in
                // Served: so the fresh connection, made before this one, has been accepted.
                try await Wire.open(address) { other in
                    try await other.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                    #expect(try await other.readAnswer().body == "hello")
                    await stop()
                    // The stop has arrived when the idle connection is closed.
                    #expect(try await other.readToEnd().isEmpty)
                    try await fresh.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                    let answer = try await fresh.readAnswer()
                    #expect(answer.body == "hello")
                    #expect(answer["connection"] == "close")
                    #expect(try await fresh.readToEnd().isEmpty)
                }
            }
        }
    }

    @Test("a listening socket that was handed over is served as it is")
    func inherited() async throws {
        let listening = try ListeningSocket()
        let options = ListenerOptions(name: "test", source: .inherited(descriptor: listening.descriptor))
        try await ServedListener.run(options) { address, _ in
            #expect(address.port == listening.port)
            try await Wire.open(address) { wire in
                try await wire.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await wire.readAnswer().body == "hello")
            }
        }
    }

    @Test("who connects between two processes is answered by the next one, if the socket is kept meanwhile")
    func restart() async throws {
        let kept = try ListeningSocket()
        defer { kept.close() }
        let (first, next) = (Self.copy(of: kept), Self.copy(of: kept))
        try await ServedListener.run(first) { _, _ in }
        try await Wire.open(.tcp(host: "127.0.0.1", port: kept.port)) { wire in
            try await wire.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
            let gate = Gate()
            async let served: Void = ServedListener.run(next) { _, _ in await gate.pass() }
            #expect(try await wire.readAnswer().body == "hello")
            await gate.open()
            try await served
        }
    }

    private static func copy(of socket: ListeningSocket) -> ListenerOptions {
        ListenerOptions(name: "test", source: .inherited(descriptor: dup(socket.descriptor)))
    }
}
