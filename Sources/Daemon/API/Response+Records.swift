import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import QBXML
import Store
import Sync

extension Request {
    /// A record a line, for programs that read as they go.
    var wantsLines: Bool {
        headers[values: .accept].contains { $0.contains("application/x-ndjson") }
    }

    var wantsEvents: Bool { headers[values: .accept].contains { $0.contains("text/event-stream") } }
}

extension Response {
    /// An answer that was put together from stored bytes.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func page(_ page: FoundPage, kind: String, _ fields: FieldSelection?) -> Response {
        var head: JSON = ["kind": .text(kind)]
        head.put(page.completeness)
        head["count"] = page.count.map { .number(String($0)) }
        head.put("next", page.cursor)
        var writing = RecordWriting()
        writing.open(head)
        writing.list("records", page.rows.rows) { $0.entry($1, fields) }
        writing.close()
        return .json(writing.bytes)
    }

    static func lines(_ rows: [RecordRow], _ fields: FieldSelection?, next: String?) -> Response {
        var writing = RecordWriting()
        for row in rows {
            writing.entry(row, fields)
            writing.endLine()
        }
        var response = Response(
            status: .ok, headers: [.contentType: "application/x-ndjson"],
            body: .init(byteBuffer: ByteBuffer(bytes: writing.bytes)))
        if let next, let name = HTTPField.Name("Next-Cursor") { response.headers[name] = next }
        return response
    }

    static func record(
        _ row: RecordRow, _ completeness: Completeness, _ fields: FieldSelection?
    ) -> Response {
        detail(
            row, RecordVersion(row), completeness, at: nil, deletedAt: row.deletedAt,
            modifiedAt: row.modifiedAt, fields)
    }

    /// - Throws: the refusal that says how far the mirror remembers.
    static func past(
        _ past: PastRecord?, of row: RecordRow, at: Date, history: HistoryLength,
        _ completeness: Completeness,
        _ fields: FieldSelection?
    ) throws -> Response {
        let subject = "\(row.kind) \(row.name ?? row.id)"
        switch past {
        case .version(let version):
            return detail(
                row, version, completeness, at: at, deletedAt: nil,
                modifiedAt: version.validUntil == nil ? row.modifiedAt : nil, fields)
        case .deleted(let version, let deletedAt):
            return detail(
                row, version, completeness, at: at, deletedAt: deletedAt, modifiedAt: row.modifiedAt, fields)
        case .notYetSeen(let firstSeenAt):
            throw OrderRefusal.notFound(
                "The mirror met \(subject) on \(Self.text(firstSeenAt)) for the first time; it knows nothing "
                    + "of it before.")
        case .notKept(let knownSince):
            let why =
                history == .off
                ? "Earlier versions are not kept: the history is off. From now on: qbsyncctl connector edit "
                    + "NAME --history 90d"
                : "Earlier versions are kept \(history.sentence), and none reaches back so far."
            throw OrderRefusal.notFound(
                "How \(subject) was then is not known, only since \(Self.text(knownSince)). \(why)")
        case nil: throw OrderRefusal.notFound("The mirror has never held \(subject).")
        }
    }

    private static func text(_ date: Date) -> String { "\(Timestamp.text(date).prefix(19))Z" }

    private static func detail(
        _ row: RecordRow, _ version: RecordVersion, _ completeness: Completeness, at: Date?,
        deletedAt: Date?, modifiedAt: Date?, _ fields: FieldSelection?
    ) -> Response {
        var head: JSON = ["kind": .text(row.kind), "id": .text(row.id)]
        head.put("name", version.name)
        head.put(completeness)
        head.put("at", at)
        head.put("edit_sequence", version.editSequence)
        head.put("modified_at", modifiedAt)
        head.put("changed_at", version.changedAt)
        head.put("valid_until", version.validUntil)
        head["is_deleted"] = .flag(deletedAt != nil)
        head.put("deleted_at", deletedAt)
        var writing = RecordWriting()
        writing.open(head)
        writing.close(record: fields?.selected(from: version.json) ?? version.json)
        return .json(writing.bytes)
    }
}

extension JSON {
    mutating func put(_ completeness: Completeness) {
        put("as_of", completeness.asOf)
        self["complete"] = .flag(completeness.isComplete)
        self["doubts"] = .texts(completeness.doubts)
    }
}

extension HistoryLength {
    fileprivate var sentence: String {
        switch self {
        case .off, .forever: description
        case .days(let days): "for \(days) \(days == 1 ? "day" : "days")"
        }
    }
}
