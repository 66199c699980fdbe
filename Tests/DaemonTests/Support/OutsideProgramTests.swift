import Testing

@testable import qbsyncctl

@Suite("A program of the system")
struct OutsideProgramTests {
    @Test("says what it wrote, and how it ended")
    func ends() throws {
        let ran = try #require(
            OutsideProgram.run("sh", ["-c", "echo out; echo err >&2; exit 3"]))
        #expect(ran.output == "out\n")
        #expect(ran.errors == "err\n")
        #expect(ran.status == 3)
    }

    @Test("keeps what it wrote apart from what others write at the same time")
    func meetsNobody() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let ran = OutsideProgram.run("sh", ["-c", "echo \(number); sleep 0.1; echo \(number)"])
                    return ran?.output == "\(number)\n\(number)\n"
                }
            }
            for await isWhole in group { #expect(isWhole) }
        }
    }

    @Test("that is not on this machine is told from one that failed")
    func isAbsent() {
        #expect(OutsideProgram.run("qbsync-is-not-there", []) == nil)
    }

    @Test("that does not end is ended, and that is said")
    func doesNotEnd() throws {
        let ran = try #require(OutsideProgram.run("sleep", ["600"], within: 1))
        #expect(ran.status != 0)
        #expect(ran.errors == "sleep was ended from outside; it may take 1 seconds.\n")
    }
}
