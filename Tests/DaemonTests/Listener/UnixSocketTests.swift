import Foundation
import Logging
import Testing

@testable import Daemon

@Suite("The unix socket", .timeLimit(.minutes(10)))
struct UnixSocketTests {
    /// A folder of its own with a short name: a socket's path has 107 bytes.
    private final class Folder {
        let path: String

        init() throws {
            var template = Array("/tmp/qbs-XXXXXX".utf8CString)
            path = String(cString: try #require(mkdtemp(&template)))
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private let folder: Folder
    private var path: String { folder.path + "/control.sock" }

    init() throws { folder = try Folder() }

    private func options(mode: UInt32 = 0o660, group: String? = nil) -> ListenerOptions {
        ListenerOptions(
            name: "control", source: .unixSocket(UnixSocketPlace(path: path, mode: mode, group: group)))
    }

    private static func askHello(_ address: BoundAddress) async throws -> String {
        try await Wire.open(address) { wire in
            try await wire.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n")
            return try await wire.readAnswer().body
        }
    }

    @Test("it has the mode and group that were asked for, and is gone after the stop")
    func mode() async throws {
        let own = String(cString: try #require(getgrgid(getgid())).pointee.gr_name)
        let path = path
        for mode in [UInt32(0o660), 0o600] {
            try await ServedListener.run(options(mode: mode, group: own)) { address, _ in
                #expect(address == .unix(path: path))
                let found = try FileManager.default.attributesOfItem(atPath: path)
                #expect((found[.posixPermissions] as? NSNumber)?.uint32Value == mode)
                #expect((found[.groupOwnerAccountID] as? NSNumber)?.uint32Value == getgid())
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("a route knows the caller's uid and process from the kernel")
    func peer() async throws {
        try await ServedListener.run(options()) { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send(
                    "GET /whoami HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n")
                #expect(try await wire.readAnswer().body == "unix secure \(getuid())/\(getpid())")
            }
        }
        let peer = PeerCredentials(pid: 1, uid: getuid(), gid: getgid())
        #expect(peer.userName == getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) })
        #expect(PeerCredentials(pid: 1, uid: 3_999_999_999, gid: 0).userName == nil)
    }

    @Test("one left over from a crash is replaced")
    func stale() async throws {
        // Bound and closed without being unlinked: what a killed process leaves behind.
        let left = try UnixSocket(at: UnixSocketPlace(path: path))
        close(left.descriptor)
        #expect(FileManager.default.fileExists(atPath: path))
        try await ServedListener.run(options()) { address, _ in
            let hello = try await Self.askHello(address)
            #expect(hello == "hello")
        }
    }

    @Test("a path that is not a socket is left alone and reported")
    func notASocket() async throws {
        try "precious".write(toFile: path, atomically: true, encoding: .utf8)
        await #expect(throws: ListenerError.notASocket(path)) {
            try await ServedListener.run(options()) { _, _ in }
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: folder.path + "/nowhere")
        await #expect(throws: ListenerError.notASocket(path)) {
            try await ServedListener.run(options()) { _, _ in }
        }
    }

    @Test("one that somebody listens on is not taken away")
    func inUse() async throws {
        let path = path
        let second = options()
        try await ServedListener.run(options()) { address, _ in
            await #expect(throws: ListenerError.inUse(path)) {
                try await ServedListener.run(second) { _, _ in }
            }
            let hello = try await Self.askHello(address)
            #expect(hello == "hello")
        }
    }

    @Test("a socket that another process has put in its place survives the stop")
    func replaced() async throws {
        let path = path
        let other = try await ServedListener.run(options()) { _, _ in
            unlink(path)
            return try UnixSocket(at: UnixSocketPlace(path: path))
        }
        #expect(FileManager.default.fileExists(atPath: path))
        close(other.descriptor)
    }

    @Test("a group that does not exist is told and does not prevent the start")
    func missingGroup() async throws {
        let socket = try UnixSocket(at: UnixSocketPlace(path: path, group: "no-such-group"))
        #expect(socket.warning?.hasPrefix("There is no group no-such-group on this machine") == true)
        close(socket.descriptor)
    }

    @Test("a missing folder and a path that is too long are errors with a sentence")
    func impossible() throws {
        let missing = folder.path + "/missing/control.sock"
        #expect(throws: ListenerError.cannotBind(missing, ENOENT)) {
            try UnixSocket(at: UnixSocketPlace(path: missing))
        }
        #expect("\(ListenerError.cannotBind(missing, ENOENT))" == "The folder of \(missing) does not exist.")
        let long = "/tmp/" + String(repeating: "x", count: 103)
        #expect(throws: ListenerError.pathTooLong(long)) { try UnixSocket(at: UnixSocketPlace(path: long)) }
    }
}
