import API
import FoundationEssentials
import Store
import Sync
import Testing
import Timetable

@testable import Daemon

@Suite("What the doctor says of time zones")
struct DoctorZoneTests {
    @Test("a machine in UTC is well until a connector has its nightly window by that")
    func utc() throws {
        let fresh = Doctor.zone(Configuration.Sync(), connectors: [], machine: .utc)
        #expect(fresh.state == "ok" && fresh.fix?.contains("sync.time_zone") == true)
        let scene = try MirrorScene()
        var connectors = try scene.database.readNow { try $0.connectors() }
        #expect(Doctor.zone(Configuration.Sync(), connectors: connectors, machine: .utc).state == "ok")
        connectors[0].rule.window = Configuration.Sync().overnightShutdown
        let meant = Doctor.zone(Configuration.Sync(), connectors: connectors, machine: .utc)
        #expect(meant.state == "warning")
    }
}
