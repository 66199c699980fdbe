import API
import FoundationEssentials
import QBXML
import Store

/// Writes answers that hold records: our words around the stored bytes, which are copied and never read
/// again. `RecordPage`, `RecordDetail`, `VersionPage` and `ChangePage` say what the answers hold; a test
/// decodes each as such.
struct RecordWriting {
    private(set) var bytes: [UInt8] = []

    /// Our words as members of an object that has more to come.
    mutating func open(_ members: JSON) { bytes += members.bytes.dropLast() }

    mutating func list<Element>(
        _ key: String, _ elements: [Element], _ write: (inout RecordWriting, Element) -> Void
    ) {
        bytes += Array(",\"\(key)\":[".utf8)
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// The record itself, as the last member of the object that is open.
    mutating func close(record: [UInt8]) {
        bytes += Array(",\"record\":".utf8)
        bytes += record
        close()
    }

    mutating func append(_ text: String) { bytes += Array(text.utf8) }
    mutating func append(_ more: some Collection<UInt8>) { bytes += more }

    mutating func close() { bytes.append(UInt8(ascii: "}")) }

    mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

    /// Whole seconds, as in all our words.
    static func time(_ date: Date) -> JSON { .text("\(Timestamp.text(date).prefix(19))Z") }
}

extension JSON {
    /// Members that may be absent are left out.
    mutating func put(_ key: String, _ text: String?) { self[key] = text.map { .text($0) } }
    mutating func put(_ key: String, _ date: Date?) { self[key] = date.map(RecordWriting.time) }
}

extension RecordWriting {
    mutating func entry(_ row: RecordRow, _ fields: FieldSelection?) {
        var head: JSON = ["kind": .text(row.kind), "id": .text(row.id)]
        head.put("name", row.name)
        head.put("edit_sequence", row.editSequence)
        head.put("modified_at", row.modifiedAt)
        head.put("changed_at", row.changedAt)
        head["is_deleted"] = .flag(row.deletedAt != nil)
        head.put("deleted_at", row.deletedAt)
        open(head)
        close(record: fields?.selected(from: row.json) ?? row.json)
    }

    mutating func version(_ version: RecordVersion, _ fields: FieldSelection?) {
        var head: JSON = [:]
        head.put("name", version.name)
        head.put("edit_sequence", version.editSequence)
        head.put("time_modified", version.timeModified)
        head.put("changed_at", version.changedAt)
        head.put("valid_until", version.ended)
        head.put("deleted_at", version.deletedAt)
        open(head)
        close(record: fields?.selected(from: version.json) ?? version.json)
    }

    mutating func change(_ row: ChangeRow) {
        var head: JSON = [
            "number": .number(String(row.number)), "at": Self.time(row.at), "kind": .text(row.kind),
            "id": .text(row.id),
        ]
        head.put("name", row.name)
        head["operation"] = .text(row.operation)
        head.put("edit_before", row.editBefore)
        head.put("edit_after", row.editAfter)
        head["conversation"] = .number(String(row.conversation))
        open(head)
        if let json = row.json { close(record: json) } else { close() }
    }
}
