extension Glossary {
    static let copies: [String: String] = [
        "BackupOrder": "Where the copy goes: to a file, or into a folder that keeps the newest.",
        "BackupOrder.path": "The file to write, absolute, on the daemon's machine. It must not exist.",
        "BackupOrder.directory": "In place of path: a folder; the copy gets the time as its name.",
        "BackupOrder.keep": "With directory: how many copies stay; older ones that were made so go.",
        "BackupReceipt": "What was copied.",
        "BackupReceipt.is_sound":
            "SQLite read the whole copy and found it in order. If not, a copy for a folder is taken away.",
        "BackupReceipt.removed": "Older copies of the folder that were taken away.",
        "StoreCheckReport": "A database file, read from its first page to its last.",
        "StoreCheckReport.copied_at": "As of when the copy is; absent for the database itself.",
        "StoreCheckReport.is_sound": "Nothing was found.",
        "StoreCheckReport.fix": "What to do about it; absent where nothing is to be done.",
        "StoreCheckFinding": "Something that is not as it should be.",
        "StoreCheckFinding.check": "integrity, references, schema or invariants.",
    ]
}
