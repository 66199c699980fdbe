import API
import FoundationEssentials

/// Records as a person reads them.
struct RecordText: Sendable {
    var clock: LocalClock

    func lines(_ records: [RecordEntry], kind: String, width: Int?) -> [Line] {
        guard !records.isEmpty else { return [Line("No record matches.")] }
        let isGroup = Set(records.map(\.kind)) != [kind]
        let columns: [Table.Column] =
            (isGroup ? [.init("KIND")] : []) + [
                .init("NAME", narrowing: .cut), .init("ID"), .init("MODIFIED"), .init("READ"), .init("STATE"),
            ]
        let rows = records.map { record in
            (isGroup ? [Line(record.kind)] : []) + [
                Line(record.name ?? "", .bold), Line(record.id),
                Line(record.modifiedAt.map(clock.short) ?? ""), Line(clock.short(record.changedAt)),
                record.isDeleted
                    ? Line("deleted \(record.deletedAt.map(clock.short) ?? "")", .red) : Line(""),
            ]
        }
        return Table(columns, rows: rows).lines(width: width)
    }

    func lines(_ detail: RecordDetail, content: String) -> [Line] {
        var sheet = Sheet()
        sheet.add(detail.kind, Line(detail.name ?? detail.id, .bold))
        sheet.add("ID", detail.id)
        sheet.add("As it was", detail.at.map(clock.long))
        sheet.add("Modified", detail.modifiedAt.map(clock.long))
        sheet.add("Known since", clock.long(detail.changedAt))
        sheet.add("Until", detail.validUntil.map(clock.long))
        sheet.add("Deleted", detail.deletedAt.map { Line(clock.long($0), .red) })
        return sheet.lines(width: nil) + Self.indented(content)
    }

    func lines(_ page: VersionPage, contents: [String]) -> [Line] {
        let name = page.versions.first?.name ?? page.id
        var lines = [Line("\(page.kind) ") + Line(name, .bold) + Line("  \(page.id)", .grey)]
        for (index, (version, content)) in zip(page.versions, contents).enumerated() {
            var end = version.validUntil.map { "until \(clock.long($0))" } ?? "until now"
            if version.deletedAt != nil { end += ", when it was deleted" }
            lines.append(Line("From \(clock.long(version.changedAt)) \(end)", .bold))
            // The oldest is told in full, the others by what had changed when they began.
            let isOldest = index + 1 == contents.count
            lines +=
                isOldest
                ? Self.indented(content) : RecordDifference.lines(from: contents[index + 1], to: content)
        }
        let kept =
            page.history == "off"
            ? "Earlier versions are not kept." : "Earlier versions are kept: \(page.history)."
        return lines + [Line(kept, .grey)]
    }

    /// Up to when it is all there is, or why it is not.
    func completeness(_ asOf: Date?, _ doubts: [String]) -> [Line] {
        doubts.map { Line("Incomplete: ", .amber) + Line($0) }
            + (asOf.map { [Line("As of \(clock.long($0)).", .grey)] } ?? [])
    }

    /// The records in an answer, as they stand there.
    ///
    /// A quote within a text is written \", so the key cannot be mistaken for a text.
    static func contents(of answer: String) -> [String] { contents("record", of: answer) }

    /// The objects that are members of this name.
    static func contents(_ member: String, of answer: String) -> [String] {
        answer.components(behind: ",\"\(member)\":")
    }

    /// JSON with a member a line. It is our own, so it is not judged.
    static func indented(_ json: String) -> [Line] {
        var lines: [String] = [""]
        var depth = 0
        var (isText, isEscaped) = (false, false)
        func breakLine() { lines.append(String(repeating: "  ", count: depth)) }
        for scalar in json.unicodeScalars {
            if isText {
                lines[lines.count - 1].unicodeScalars.append(scalar)
                isText = isEscaped || scalar != "\""
                isEscaped = !isEscaped && scalar == "\\"
                continue
            }
            switch scalar {
            case "{", "[":
                lines[lines.count - 1].unicodeScalars.append(scalar)
                depth += 1
                breakLine()
            case "}", "]":
                depth -= 1
                breakLine()
                lines[lines.count - 1].unicodeScalars.append(scalar)
            case ",":
                lines[lines.count - 1].unicodeScalars.append(scalar)
                breakLine()
            case ":": lines[lines.count - 1] += ": "
            default:
                isText = scalar == "\""
                lines[lines.count - 1].unicodeScalars.append(scalar)
            }
        }
        return lines.map { Line($0) }
    }
}

extension String {
    /// The whole JSON objects behind each occurrence of a mark.
    fileprivate func components(behind mark: String) -> [String] {
        var objects: [String] = []
        var rest = self[...]
        while let start = rest.firstRange(of: mark)?.upperBound {
            rest = rest[start...]
            let end = rest.endOfObject
            objects.append(String(rest[..<end]))
            rest = rest[end...]
        }
        return objects
    }
}

extension Substring {
    /// Behind the bracket that closes the one at the beginning.
    fileprivate var endOfObject: Index {
        var depth = 0
        var (isText, isEscaped) = (false, false)
        for index in utf8.indices {
            let byte = utf8[index]
            if isText {
                isText = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return utf8.index(after: index) }
            default: break
            }
        }
        return endIndex
    }
}
