import CSQLite
import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// What the machine gives when nothing of ours is in the way.
enum Yardstick {
    /// Single-row commits with `synchronous = FULL` in WAL mode, through SQLite's own interface.
    static func commitsPerSecond(directory: String, count: Int = 20_000) -> Double {
        let path = "\(directory)/yardstick.sqlite"
        var database: OpaquePointer?
        sqlite3_open(path, &database)
        defer {
            sqlite3_close(database)
            for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
        }
        sqlite3_exec(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", nil, nil, nil)
        sqlite3_exec(database, "CREATE TABLE call (number INTEGER PRIMARY KEY, said INTEGER)", nil, nil, nil)
        sqlite3_exec(database, "INSERT INTO call VALUES (1, 0)", nil, nil, nil)
        var statement: OpaquePointer?
        sqlite3_prepare_v2(database, "UPDATE call SET said = ? WHERE number = 1", -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        let start = Clock.now
        for number in 1...count {
            sqlite3_bind_int64(statement, 1, Int64(number))
            sqlite3_step(statement)
            sqlite3_reset(statement)
        }
        return Double(count) / Clock.seconds(since: start)
    }

    /// A bare Hummingbird that sends each body back; run as a process of its own, as the daemon is.
    ///
    /// - Parameter rows: where each body is stored, durably, before it is sent back.
    static func runEcho(port: Int, storing rows: DurableRows?) async throws {
        let router = Router()
        router.post("/qbwc") { request, _ in
            let body = try await request.body.collect(upTo: 64 << 20)
            rows?.store(body)
            return Response(status: .ok, body: .init(byteBuffer: body))
        }
        let address = ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
        let app = Application(router: router, configuration: address)
        try await app.runService()
    }
}

/// One body, one row, one commit with `synchronous = FULL`: the least that a durable answer costs.
final class DurableRows: Sendable {
    private let insertion: Mutex<OpaquePointer?>

    init(path: String) {
        var (database, statement): (OpaquePointer?, OpaquePointer?)
        sqlite3_open(path, &database)
        sqlite3_exec(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", nil, nil, nil)
        sqlite3_exec(database, "CREATE TABLE call (number INTEGER PRIMARY KEY, body BLOB)", nil, nil, nil)
        sqlite3_prepare_v2(database, "INSERT INTO call (body) VALUES (?)", -1, &statement, nil)
        insertion = Mutex(statement)
    }

    func store(_ body: ByteBuffer) {
        insertion.withLock { statement in
            body.withUnsafeReadableBytes { bytes in
                _ = sqlite3_bind_blob64(statement, 1, bytes.baseAddress, sqlite3_uint64(bytes.count), nil)
                sqlite3_step(statement)
                sqlite3_reset(statement)
            }
        }
    }
}

enum Clock {
    static var now: ContinuousClock.Instant { ContinuousClock.now }

    static func seconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
