import API
import FoundationEssentials
import Glibc
import Hummingbird
import Store

/// Copies of the database, and whether it and they are sound.
extension ControlRoutes {
    func backup(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: BackupOrder.self)
        try Self.refuseStrangers(order)
        let findings = Self.findings(wish)
        guard findings.isEmpty else { throw OrderRefusal.findings(findings) }
        do {
            if let path = wish.path {
                let made = try await database.backup(to: path, at: order.now)
                if made.isSound { try await note(made, order) }
                return try .json(BackupReceipt(path: path, bytes: made.bytes, isSound: made.isSound))
            }
            return try .json(
                try await backup(into: BackupFolder(path: wish.directory ?? ""), keep: wish.keep, order))
        } catch let error as StoreError {
            throw OrderRefusal.conflict(error.sentence + Self.advice(error))
        }
    }

    /// Copies hold the books and lie where the daemon may write: that is the administrator's.
    private static func refuseStrangers(_ order: Order) throws {
        guard order.mayDecide else {
            throw OrderRefusal.forbidden(
                "Copies are made, looked at and taken away by whoever may decide: a token whose line ends in "
                    + ":decide, or the control socket.")
        }
    }

    private static func advice(_ error: StoreError) -> String {
        switch error {
        case .system(_, EACCES), .system(_, EPERM), .system(_, EROFS), .failed(14, _, _):
            " The daemon writes the backup itself: a path beside its database always works; another folder "
                + "has to belong to its user, and to be let through: systemctl edit qbsyncd, ReadWritePaths=."
        case .exists: " To keep several in a folder: --to-directory."
        default: ""
        }
    }

    private static func findings(_ wish: BackupOrder) -> [Problem.Finding] {
        var findings: [Problem.Finding] = []
        for (field, path) in [("path", wish.path), ("directory", wish.directory)] {
            guard let path, !path.hasPrefix("/") else { continue }
            findings.append(
                .init(
                    field: field, problem: "It must be absolute, since the daemon has a folder of its own."))
        }
        if (wish.path == nil) == (wish.directory == nil) {
            findings.append(.init(field: "path", problem: "Give either path or directory."))
        }
        if let keep = wish.keep {
            if wish.directory == nil {
                findings.append(.init(field: "keep", problem: "It goes with directory."))
            }
            if keep < 1 { findings.append(.init(field: "keep", problem: "One copy at least is kept.")) }
        }
        return findings
    }

    /// Nothing goes from the folder before a new copy is there and sound; one that is not sound goes itself,
    /// so that it never takes the place of a sound one.
    private func backup(
        into folder: BackupFolder, keep: Int?, _ order: Order
    ) async throws -> BackupReceipt {
        try folder.prepare()
        let made = try await database.backup(to: folder.file(at: order.now), at: order.now)
        guard made.isSound else {
            try folder.discard(made)
            return BackupReceipt(path: made.path, bytes: made.bytes, isSound: false)
        }
        try await note(made, order)
        let removed = try keep.map { try folder.prune(after: made.path, keeping: $0, now: order.now) }
        if let removed, !removed.isEmpty { try await note(removed, order) }
        return BackupReceipt(path: made.path, bytes: made.bytes, isSound: true, removed: removed)
    }

    private func note(_ removed: [String], _ order: Order) async throws {
        try await database.transact { transaction in
            for path in removed {
                try transaction.audit(
                    order.author, .backUp, subject: path, detail: "taken away for a newer one", at: order.now)
            }
        }
    }

    private func note(_ made: Backup, _ order: Order) async throws {
        try await database.transact { transaction in
            try transaction.noteBackup(made, by: order.author, at: order.now)
        }
    }

    /// Everything that can be told of the database, or of a copy that the daemon may read.
    func checkStore(_ request: Request, _ order: Order) async throws -> Response {
        var reading = QueryReading(request, known: ["file"])
        let file = reading.word("file")
        if let file, !file.hasPrefix("/") {
            reading.refuse("file", "It must be absolute, since the daemon has a folder of its own.")
        }
        try reading.end()
        if file != nil { try Self.refuseStrangers(order) }
        do {
            return try .json(StoreCheckReport(try await database.check(file: file), isCopy: file != nil))
        } catch let error as StoreError {
            throw OrderRefusal.conflict(error.sentence)
        }
    }
}

extension StoreCheckReport {
    init(_ check: StoreCheck, isCopy: Bool) {
        var fix: String?
        if !check.findings.isEmpty {
            fix =
                isCopy
                ? "Do not restore it: take another copy."
                : "Look at the disk: journalctl -k. Then put the latest sound copy in its place, which keeps "
                    + "this file aside: systemctl stop qbsyncd.socket qbsyncd.service; qbsyncctl restore COPY"
        }
        self.init(
            path: check.path, bytes: check.bytes, schema: check.schema, copiedAt: check.copiedAt,
            findings: check.findings.map { .init(check: $0.check.rawValue, sentence: $0.sentence) }, fix: fix)
    }
}
