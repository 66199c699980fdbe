import FoundationEssentials
import QBXML
import Simulator
import Store
import Sync

/// What must be true after each step of a life of writes, and at its end.
extension WriteLife {
    /// How often each request was applied to the books as they are now.
    private var applied: [String: Int] {
        var counts: [String: Int] = [:]
        for write in books?.appliedWrites ?? [] {
            if let id = write.requestID { counts[id, default: 0] += 1 }
        }
        return counts
    }

    /// After each step: only where something was written since the last one.
    mutating func checkBooks() {
        let count = books?.appliedWrites.count ?? 0
        guard count != counted else { return }
        counted = count
        let applied = applied
        for (id, count) in applied.sorted(by: { $0.key < $1.key }) where count > 1 {
            find("\(id) was applied \(count) times: \(account(of: id))")
        }
        if let other = workstation.companyFile(at: Self.otherPath), !other.appliedWrites.isEmpty {
            find("something was written into the other company's books")
        }
    }

    /// When and in which sets it was applied, and what was told of it.
    private func account(of id: String) -> String {
        let writes = (books?.appliedWrites ?? []).filter { $0.requestID == id }.map {
            "\($0.request) in \($0.messageSetID ?? "no set") at \($0.moment)"
        }
        let events = (try? server.database.readNow { try $0.events(after: 0, limit: 10_000) })?.rows ?? []
        let told = events.filter { $0.subject == id }.map { "\($0.kind) \($0.sentence ?? "")" }
        return (writes + told).joined(separator: "; ")
    }

    /// After each conversation: what is told of the requests.
    mutating func checkRequests() {
        let applied = applied
        guard let rows = try? rows(in: []) else { return find("the requests cannot be read") }
        if rows.count != queued.count { find("\(queued.count) were queued, \(rows.count) are there") }
        for row in rows where row.operation != nil && !undone.contains(row.id) {
            let count = applied[row.id, default: 0]
            switch row.state {
            case .succeeded where count == 0 && row.isShownByBooks:
                checkShown(row)
            case .succeeded where count != 1:
                find("\(row.id) \(row.title) is told to have succeeded and was applied \(count) times")
            // Of what may have been sent in a time that is lost, nobody says that it was not applied.
            case .queued where row.outcome == .unknown, .failed where row.outcome == .unknown,
                .cancelled where row.outcome == .unknown, .expired where row.outcome == .unknown:
                break
            case .failed where count > 0, .cancelled where count > 0, .expired where count > 0:
                find("\(row.id) \(row.title) is \(row.state.rawValue) and was applied: \(row.sentence ?? "")")
            case .queued where count > 0:
                find("\(row.id) \(row.title) waits to be sent and was applied")
            case .unknown: checkDoubt(row, applied: count)
            default: break
            }
        }
        checkOrder(rows)
    }

    /// Told from the books: once, when it is told, they must show it. Later somebody may have changed it.
    private mutating func checkShown(_ row: RequestRow) {
        guard shown.insert(row.id).inserted, let kind = row.kind, let id = row.recordID,
            let detail = try? server.database.readNow({ try $0.requestDetail(id: row.id) })
        else { return }
        let record = books?.record(kind, id: id)
        let isShown =
            switch row.operation {
            case "Mod":
                String(decoding: detail.body, as: UTF8.self)
                    .contains("<Phone>\(record?["Phone"] ?? "none")</Phone>")
            case "Void": record?["Memo"].hasPrefix("VOID") ?? wasDeleted(id)
            default: record == nil
            }
        if !isShown {
            find(
                "\(row.id) \(row.title) is told from the books, which do not show it: \(account(of: row.id))")
        }
    }

    /// When it is told: later somebody may put the books back to a day on which the record was there still.
    private mutating func checkDoubt(_ row: RequestRow, applied count: Int) {
        guard doubted.insert(row.id).inserted, row.takesGUID, count == 1, hasRecord(of: row.id),
            !isHidden(row.kind), !isCrowded
        else { return }
        find("\(row.id) \(row.title) is unknown, though its record is there: \(row.sentence ?? "")")
    }

    private func isHidden(_ kind: String?) -> Bool {
        kind.flatMap { books?.restriction(of: $0) } != nil
    }

    /// By a request that went out in the same conversation, behind the one that was told.
    private func wasDeleted(_ id: String) -> Bool {
        books?.appliedWrites.contains { $0.id == id && $0.request.hasPrefix("TxnDel") } ?? false
    }

    /// What waits for another is applied after it: behind it in its message set, or in a later one.
    private mutating func checkOrder(_ rows: [RequestRow]) {
        for row in rows where row.state == .succeeded || row.state == .sent {
            guard row.state == .sent || inOrder.insert(row.id).inserted else { continue }
            let detail = try? server.database.readNow { try $0.requestDetail(id: row.id) }
            let document = detail?.document.map { String(decoding: $0, as: UTF8.self) } ?? ""
            let isBehind = { (parent: RequestRow) in
                guard let place = document.firstRange(of: parent.id) else { return false }
                return document[place.upperBound...].contains(row.id)
            }
            for parent in detail?.waitsFor ?? [] {
                // In one set with it: the books may show the one, and hide the other.
                let isTold = row.state == .sent ? parent.state == .sent : parent.state == .unknown
                if isTold, isBehind(parent) { continue }
                find("\(row.id) went out before \(parent.id), which it waits for, had succeeded")
            }
        }
    }

    /// Nothing breaks any more and everything had its chance.
    mutating func checkEnd() {
        guard let rows = try? rows(in: []) else { return find("the requests cannot be read") }
        for row in rows {
            switch row.state {
            case .queued:
                let detail = try? server.database.readNow { try $0.requestDetail(id: row.id) }
                // It may wait for one that did not succeed: then that is told.
                if detail?.waitsFor.isEmpty ?? true {
                    find("\(row.id) \(row.title) still waits at the end: \(account(of: row.id)), \(trace)")
                }
            case .sent: find("\(row.id) \(row.title) is still in doubt at the end")
            default: break
            }
        }
    }

    private func hasRecord(of id: String) -> Bool {
        guard let write = books?.appliedWrites.last(where: { $0.requestID == id }) else { return false }
        return books?.record(write.kind, id: write.id) != nil
    }
}

extension RequestRow {
    /// A change, deletion or void that the books have already, whoever made it, is as good as made.
    fileprivate var isShownByBooks: Bool {
        operation != "Add" && sentence?.contains("the books show") ?? false
    }

    /// Kinds whose Add takes a GUID of the sender's, of those that are queued here.
    fileprivate var takesGUID: Bool {
        ["CustomerAdd", "InvoiceAdd", "VendorAdd", "ReceivePaymentAdd"].contains(title)
    }
}
