import Glibc

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
    /// The operating system refused a file that is not the database itself, for example 2: no such folder.
    case system(path: String, errno: Int32)
    /// SQLite rolled the whole transaction back by itself; nothing of it is stored.
    case givenUp
    /// It did not answer in time.
    case silent

    package var sentence: String {
        switch self {
        case .failed(let code, let message, _):
            "The database reported: \(message) (SQLite code \(code))."
        case .notOurs(let path):
            "\(path) is a database of another program. Give qbsyncd a file of its own."
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
        }
    }
}
