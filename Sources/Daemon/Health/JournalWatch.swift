import FoundationEssentials
import Glibc
import Logging
import Synchronization
import Systemd

/// Whether the journal takes what it is told; looked at once a minute.
struct JournalWatch {
    /// Lost entries that are known.
    private var lost = 0
    private var isAmiss = false
    /// Entries that were only to find out whether the journal takes any again.
    private var questions = 0

    /// That nothing is lost any more proves nothing, since there may be nothing to tell. So something is
    /// told: how many entries are missing. When that is taken, it is over.
    mutating func look(_ watch: InstallationWatch, _ journal: Journal, now: Date) {
        let before = lost
        lost = LogSink.lost.load(ordering: .relaxed) - questions
        guard lost > before || isAmiss else { return }
        journal.service(.warning, "The journal takes entries again. \(sentence)", .journalBack)
        isAmiss = LogSink.isFailing.load(ordering: .relaxed)
        if isAmiss {
            questions += 1
            watch.journalFailed(sentence, at: now)
        } else {
            watch.journalWorks()
        }
    }

    private var sentence: String {
        let why = String(cString: strerror(LogSink.lastTrouble.load(ordering: .relaxed)))
        return lost == 1
            ? "1 entry of the journal was lost since the start, for: \(why)."
            : "\(lost) entries of the journal were lost since the start, the last one for: \(why)."
    }
}
