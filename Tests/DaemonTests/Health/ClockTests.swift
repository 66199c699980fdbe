import API
import Foundation
import Sync
import Testing

@testable import Daemon

@Suite("The clock, and what else the daemon sees of itself")
struct ClockTests {
    private static let start = Date(timeIntervalSince1970: 1_795_269_900)

    private func look(
        _ watch: InstallationWatch, at seconds: Double, after passed: Double, files: OpenFiles? = nil
    ) {
        watch.look(
            database: "/tmp/x", certificate: nil, files: files, now: Self.start.addingTimeInterval(seconds),
            machine: .milliseconds(Int(passed * 1000)))
    }

    @Test("a jump forwards and one backwards are told for a day; the small steps of a time service are not")
    func jumps() {
        let watch = InstallationWatch { DiskRoom(path: $0, freeBytes: 1 << 40, totalBytes: 1 << 40) }
        look(watch, at: 0, after: 0)
        look(watch, at: 65, after: 60)
        #expect(watch.facts.clockJump == nil)
        look(watch, at: 65 + 7260, after: 120)
        #expect(watch.facts.clockJump?.seconds == 7200)
        look(watch, at: 125, after: 180)
        #expect(watch.facts.clockJump?.seconds == -7260)
        let found = Examination([], watch.facts, now: Self.start.addingTimeInterval(300)).findings
        #expect(found.map(\.condition) == [.clockJumped])
        #expect(found.first?.sentence == "The clock of this machine went backwards by 2 hours at once.")
        let later = Examination([], watch.facts, now: Self.start.addingTimeInterval(90_000)).findings
        #expect(later.isEmpty)
    }

    @Test("a shortage counts from its beginning, and ends with it")
    func shortage() {
        let watch = InstallationWatch { DiskRoom(path: $0, freeBytes: 1 << 20, totalBytes: 1 << 40) }
        look(watch, at: 0, after: 0, files: OpenFiles(used: 95, limit: 100))
        look(watch, at: 60, after: 60, files: OpenFiles(used: 96, limit: 100))
        #expect(watch.facts.disk?.shortSince == Self.start)
        #expect(watch.facts.files?.shortSince == Self.start)
        look(watch, at: 120, after: 120, files: OpenFiles(used: 5, limit: 100))
        #expect(watch.facts.files?.shortSince == nil)
    }

    @Test("the doctor finds the file system by the nearest mount")
    func mounts() {
        let mounts = "/dev/a / ext4 rw\nserver:/x /srv nfs4 rw\n/dev/b /srv/local ext4 rw\n"
        #expect(Doctor.fileSystem(of: "/srv/data", mounts: mounts) == "nfs4")
        #expect(Doctor.fileSystem(of: "/srv/local/q", mounts: mounts) == "ext4")
        #expect(Doctor.fileSystem(of: "/srvx", mounts: mounts) == "ext4")
    }

    @Test("the doctor knows addresses that nobody can reach as they are told")
    func addresses() {
        var listen = Configuration.Listen()
        #expect(Doctor.address(listen).state == "ok")
        for (url, isPublic) in [
            ("http://localhost:8180", false), ("https://localhost", false), ("HTTP://LocalHost/x", false),
            ("http://localhost.example.com", true), ("http://localhost:8180@example.com", true),
        ] {
            listen.publicURL = url
            #expect(listen.isPublic == isPublic, "\(url)")
        }
        listen.publicURL = "https://sync.example.com"
        #expect(Doctor.address(listen).state == "warning")
        listen.tlsCertificate = "/c"
        listen.tlsKey = "/k"
        #expect(Doctor.address(listen).sentence.contains("which only this machine reaches"))
        listen.address = ListenAddress(host: "0.0.0.0", port: 443)
        #expect(Doctor.address(listen).state == "ok")
    }
}
