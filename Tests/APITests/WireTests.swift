import API
import FoundationEssentials
import Testing

@Suite("How words become JSON")
struct WireTests {
    @Test("Times are whole seconds in UTC: a fraction is dropped, never rounded up into the future")
    func wholeSeconds() throws {
        let order = PauseOrder(until: Date(timeIntervalSince1970: 1_795_269_900.9))
        #expect(
            String(decoding: try Wire.encode(order), as: UTF8.self) == #"{"until":"2026-11-21T14:05:00Z"}"#)
    }

    @Test("A time with another zone's offset is the same instant") func offsets() throws {
        let json = #"{"until": "2026-11-21T08:05:00-06:00"}"#
        #expect(try Wire.decode(PauseOrder.self, from: Data(json.utf8)) == PauseOrder(until: moment()))
    }

    @Test("A time without a zone is refused, because nobody can know which is meant") func zoneless() {
        let json = #"{"until": "2026-11-21T08:05:00"}"#
        #expect(throws: DecodingError.self) { try Wire.decode(PauseOrder.self, from: Data(json.utf8)) }
    }

    @Test("One value always becomes the same bytes: keys sorted, slashes plain") func stableBytes() throws {
        let receipt = BackupReceipt(path: "/var/b.db", bytes: 1, isSound: false)
        #expect(
            String(decoding: try Wire.encode(receipt), as: UTF8.self)
                == #"{"bytes":1,"is_sound":false,"path":"/var/b.db"}"#)
    }

    @Test("A missing member that is needed is an error, not a guess") func missing() {
        #expect(throws: DecodingError.self) { try Wire.decode(UserCreation.self, from: Data("{}".utf8)) }
    }

    @Test("A list's names of connectors stay as they are, whatever the keys of words become") func names()
        throws
    {
        let byName = ["blue_river-2": [UserEntry(name: "x", lockedAt: nil, lastLoginAt: nil)]]
        let json = #"{"blue_river-2": [{"name": "x"}]}"#
        #expect(try AnyJSON(Wire.encode(byName)) == AnyJSON(Data(json.utf8)))
    }
}

@Suite("The paths of the API")
struct PathTests {
    @Test("Everything lies below the version") func version() {
        let paths = [
            Path.status, Path.connectors, Path.backup, Path.connector("acme"), Path.user("acme", "unlock"),
            Path.response(7, "reprocess"),
        ]
        #expect(paths.allSatisfy { $0.hasPrefix(Path.version + "/") })
    }

    @Test("A connector's path carries its name, and an order comes behind it") func connector() {
        #expect(Path.connector("acme") == "/v1/connectors/acme")
        #expect(Path.connector("acme", "sync") == "/v1/connectors/acme/sync")
    }

    @Test("Users and kept answers are found without their connector") func others() {
        #expect(Path.user("frontdesk", "password") == "/v1/users/frontdesk/password")
        #expect(Path.response(7, "reprocess") == "/v1/responses/7/reprocess")
        #expect(Path.status == "/v1/status")
        #expect(Path.connectors == "/v1/connectors")
        #expect(Path.backup == "/v1/backup")
    }
}
