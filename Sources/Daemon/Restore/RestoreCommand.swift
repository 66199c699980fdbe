import API
package import FoundationEssentials
import Glibc
import Store

/// What `qbsyncd --restore` says, where it says it, and with which status it exits.
package struct RestoreAnswer: Equatable, Sendable {
    package var output = ""
    package var errors = ""
    /// One of sysexits(3), as the daemon's own are; with every other one than 0 nothing was changed.
    package var status: Int32 = 0
}

/// Puts a copy in the database's place, while no daemon runs.
///
/// - Parameter copy: relative to the working folder, or absolute.
package func restoreDatabase(
    _ loaded: LoadedConfiguration, from copy: String, asJSON: Bool, at now: Date
) throws -> RestoreAnswer {
    guard loaded.isUsable else { return try refusal(loaded.report, status: 78, asJSON: asJSON) }
    let database = loaded.configuration.store.database
    do {
        let (lock, holder) = try DatabaseLock.take(database, for: .restore)
        guard let lock else { throw StoreError.inUse(path: database, by: holder) }
        let bar = RestoreBar()
        defer { bar.close() }
        let done = try DatabaseRestore.run(
            copy: copy, database: database, lock: lock, by: .ofThisProcess(), now: now
        ) {
            bar.show($0, of: $1)
        }
        let receipt = RestoreReceipt(
            path: done.database, copy: done.copy, copiedAt: done.copiedAt, bytes: done.bytes,
            setAside: done.setAside)
        return RestoreAnswer(
            output: asJSON ? try json(receipt) : text(receipt, isAsideMarked: done.isAsideMarked))
    } catch let error as StoreError {
        return try refusal(error.sentence, status: status(of: error), asJSON: asJSON)
    }
}

/// EX_DATAERR for a copy that cannot be used, EX_TEMPFAIL while somebody has the database.
private func status(of error: StoreError) -> Int32 {
    switch error {
    case .notOurs, .newer, .unsound, .isItself, .unreadable: 65
    case .inUse: 75
    case .failed, .exists, .noRoom, .system, .givenUp, .silent: 1
    }
}

extension Author {
    /// Who runs this program; where that is root by sudo, for whom.
    fileprivate static func ofThisProcess() -> Author {
        let process = PeerCredentials(pid: getpid(), uid: getuid(), gid: getgid())
        let name = process.userName ?? "uid \(process.uid)"
        let person = process.uid == 0 ? ProcessInfo.processInfo.environment["SUDO_USER"] : nil
        return Author(
            name: person.map { "\(name), for \($0) by sudo" } ?? name, uid: Int(process.uid))
    }
}

private func json(_ value: some Encodable) throws -> String {
    String(decoding: try Wire.encode(value), as: UTF8.self) + "\n"
}

private func text(_ receipt: RestoreReceipt, isAsideMarked: Bool) -> String {
    let unmarked =
        isAsideMarked
        ? "" : "It could not be marked as a copy: should it ever come back, then by qbsyncctl restore only.\n"
    let aside = receipt.setAside.map { "The database that was there is kept: \($0)\n" + unmarked } ?? ""
    return """
        \(receipt.path) is now the copy of \(Timestamp.text(receipt.copiedAt)), checked and sound.
        \(aside)Next: systemctl start qbsyncd (before it qbsyncd.socket, if you use that). It will know that
        it was restored: requests that may have been sent since the copy are looked for in QuickBooks before
        they are sent. Then: qbsyncctl doctor

        """
}

private func refusal(_ sentence: String, status: Int32, asJSON: Bool) throws -> RestoreAnswer {
    let problem = Problem(title: "Not restored", status: 409, detail: sentence)
    return RestoreAnswer(
        errors: asJSON ? try json(problem) : "qbsyncd: \(sentence)\nNothing was changed.\n", status: status)
}
