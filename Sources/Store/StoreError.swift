import Glibc
import Sync

/// What can go wrong in the world of the database; refusals of a person's wish are `ConnectorRefusal`.
package enum StoreError: Error, Equatable, Sendable {
    /// SQLite's extended result code with its message, for example 13 when the disk is full.
    case failed(code: Int32, message: String, statement: String?)
    /// The file is a database, but not one of ours.
    case notOurs(path: String)
    /// A newer qbsyncd has migrated the file: this one would not keep what it does not know.
    /// `copy` was made by that version before it migrated, of a schema that this one knows; nil when it is
    /// not there.
    case newer(path: String, copy: String?)
    /// A column holds a text that no version so far writes there.
    case unreadable(column: String, text: String)
    /// The file that a backup was to be written to is there already.
    case exists(path: String)
    /// The copy that was to be put in the database's place is the database.
    case isItself(path: String)
    /// What SQLite found damaged in a copy, so that it is not put in the database's place.
    case unsound(path: String, damage: [String])
    /// A folder's disk has less room than is needed.
    case noRoom(path: String, needed: Int, free: Int)
    /// Another process has the database to itself.
    case inUse(path: String, by: DatabaseLock.Holder)
    /// The operating system refused a file that is not the database itself, for example 2: no such folder.
    case system(path: String, errno: Int32)
    /// SQLite rolled the whole transaction back by itself; nothing of it is stored.
    case givenUp
    /// It did not answer in time.
    case silent

    package var sentence: String {
        switch self {
        case .failed(let code, let message, _) where isDamage:
            "The database is damaged: \(message) (SQLite code \(code)). Stop qbsyncd and put the latest "
                + "backup in its place: qbsyncctl restore COPY. The damaged file is kept."
        case .failed(let code, let message, _):
            "The database reported: \(message) (SQLite code \(code))."
        case .notOurs(let path):
            "\(path) is no database of qbsyncd: it belongs to another program, or its beginning is damaged. "
                + "Give qbsyncd a file of its own; in the place of a damaged one goes a backup: qbsyncctl "
                + "restore COPY."
        case .newer(let path, nil):
            "\(path) was written by a newer qbsyncd. Install that version again, or restore an older backup."
        case .newer(let path, let copy?):
            "\(path) was written by a newer qbsyncd. Install that version again; or put \(copy), which it "
                + "copied before, in its place, with no -wal and -shm beside it: what came since is lost."
        case .unreadable(let column, let text):
            "The database holds \"\(text)\" in \(column), which this version cannot read."
        case .system(let path, let errno):
            "\(path): \(String(cString: strerror(errno)))."
        case .givenUp:
            "The database gave the transaction up; nothing of it is stored. Is the disk full?"
        case .silent:
            "The database did not answer in time."
        case .exists(let path):
            "\(path) exists already. A backup never overwrites a file: name another one."
        case .isItself(let path):
            "\(path) is the database itself, and not a copy of it."
        case .unsound(let path, let damage):
            "\(path) is damaged: \(damage.joined(separator: "; ")). Take an older copy."
        case .noRoom(let path, let needed, let free):
            "\(RoomText.of(needed, isNeeded: true)) are needed at \(path), and \(RoomText.of(free)) are "
                + "free. Make room there."
        case .inUse(let path, let holder):
            Self.inUse(path, holder)
        }
    }

    /// SQLite found a page that cannot be (11), or no database at all (26): trying again does not help.
    package var isDamage: Bool {
        guard case .failed(let code, _, _) = self else { return false }
        return [11, 26].contains(code & 0xff)
    }

    private static func inUse(_ path: String, _ holder: DatabaseLock.Holder) -> String {
        let who = holder.process.map { " (process \($0))" } ?? ""
        switch holder.purpose {
        case .restore:
            return "A restore\(who) is putting a copy in the place of \(path). Wait until it is done."
        case .daemon, nil:
            return
                "qbsyncd is running\(who) and has \(path). Stop it, and its sockets so that no call starts "
                + "it again: systemctl stop qbsyncd.socket qbsyncd.service"
        }
    }
}
