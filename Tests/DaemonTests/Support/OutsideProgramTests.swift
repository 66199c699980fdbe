import Foundation
import Testing

@testable import qbsyncctl

@Suite("A program of the system")
struct OutsideProgramTests {
    private let folder = FileManager.default.temporaryDirectory.path

    @Test("says what it wrote, and how it ended")
    func ends() throws {
        let ran = try #require(
            OutsideProgram.run("sh", ["-c", "echo out; echo err >&2; exit 3"], folder: folder))
        #expect(ran.output == "out\n")
        #expect(ran.errors == "err\n")
        #expect(ran.status == 3)
    }

    @Test("that is not on this machine is told from one that failed")
    func isAbsent() {
        #expect(OutsideProgram.run("qbsync-is-not-there", [], folder: folder) == nil)
    }

    @Test("that does not end is ended, and that is said")
    func doesNotEnd() throws {
        let ran = try #require(OutsideProgram.run("sleep", ["600"], folder: folder, within: 1))
        #expect(ran.status != 0)
        #expect(ran.errors == "sleep was ended from outside; it may take 1 seconds.\n")
    }
}
