import API
import FoundationEssentials
import Testing

/// A body's list of fields is what unknown fields are found by: one that is missing could not be set, and
/// one too many would be taken and forgotten.
@Suite("Bodies and the fields they list")
struct BodyTests {
    /// Each body with every one of its fields filled.
    static let full: [any Body & Sendable] = [
        ForceSync(duringShutdown: true), PauseOrder(until: moment()),
        BackupOrder(path: "/b.db", directory: "/b", keep: 1),
        CategorySettings(direction: "read", cadence: "6h", pageSize: 1, fromDate: "2026-01-01"),
        ConnectorTests.settings, UserCreation(name: "office"), Rebinding(companyFile: "x.qbw"),
        ConnectorCreation(
            name: "acme", user: "office", settings: ConnectorTests.settings, acceptDefault: true),
    ]

    @Test("A body lists exactly the fields that it has", arguments: full.indices) func fields(index: Int)
        throws
    {
        let body = Self.full[index]
        #expect(try AnyJSON(Wire.encode(body)).keys == Set(type(of: body).fields))
    }

    @Test("A body within a body is one of its fields", arguments: full.indices) func bodies(index: Int) {
        let type = type(of: Self.full[index])
        #expect(Set(type.bodies.keys).isSubset(of: type.fields))
    }

    @Test("Settings inside a creation are checked as settings are") func settings() {
        #expect(ConnectorCreation.bodies["settings"]?.fields == ConnectorSettings.fields)
    }
}
