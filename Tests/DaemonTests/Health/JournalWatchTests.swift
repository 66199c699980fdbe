import Foundation
import Logging
import Sync
import Synchronization
import Systemd
import Testing

@testable import Daemon

@Suite("A journal that takes nothing")
struct JournalWatchTests {
    @Test(
        "is a condition until an entry is taken again, also while nobody has anything to say"
    )
    func life() async {
        // In a process of its own: what is lost is counted for the whole process.
        await #expect(processExitsWith: .success) {
            let lines = ToldLines()
            let journal = Journal(logger: lines.logger)
            let installation = InstallationWatch()
            var watch = JournalWatch()
            let now = Date(timeIntervalSince1970: 1_795_269_900)
            func isAmiss() -> Bool { installation.facts.journalFault != nil }
            func expect(_ truth: Bool, _ number: Int32) { if !truth { exit(number) } }

            watch.look(installation, journal, now: now)
            expect(!isAmiss() && lines.lines.isEmpty, 2)
            LogSink.lost.add(2, ordering: .relaxed)
            LogSink.isFailing.store(true, ordering: .relaxed)
            // Each look asks whether the journal takes something, and that is lost as well.
            for _ in 1...3 {
                watch.look(installation, journal, now: now)
                expect(isAmiss(), 3)
                LogSink.lost.add(1, ordering: .relaxed)
            }
            expect(installation.facts.journalFault?.sentence.hasPrefix("2 entries") == true, 4)
            LogSink.isFailing.store(false, ordering: .relaxed)
            watch.look(installation, journal, now: now)
            expect(!isAmiss(), 5)
            let told = "The journal takes entries again. 2 entries of the journal"
            expect(lines.lines.last?.hasPrefix(told) == true, 6)
            let count = lines.lines.count
            watch.look(installation, journal, now: now)
            expect(lines.lines.count == count, 7)
            // What was lost between two looks, and is over: told, and no condition.
            LogSink.lost.add(1, ordering: .relaxed)
            watch.look(installation, journal, now: now)
            expect(!isAmiss(), 8)
            expect(lines.lines.last?.contains("3 entries of the journal were lost") == true, 9)
        }
    }
}
