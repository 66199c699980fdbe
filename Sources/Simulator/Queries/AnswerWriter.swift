internal import XML

/// Writes an answer as QuickBooks does: a head without encoding, a line feed after each tag, no indent.
///
/// ```xml
/// <?xml version="1.0" ?>
/// <QBXML>
/// <QBXMLMsgsRs>
/// <CustomerQueryRs requestID="1" statusCode="0" statusSeverity="Info" statusMessage="Status OK">
/// ```
struct AnswerWriter {
    /// The attributes of one `…Rs`, in the order seen in captures.
    struct Head {
        var requestID: String?
        var status = QueryStatus.ok
        var retCount: Int?
        var iteratorRemaining: Int?
        var iteratorID: String?
    }

    private var writer: Writer

    /// - Parameter capacity: in bytes, for what is known to stay small.
    init(reserving capacity: Int = 64 << 10) {
        writer = Writer(asciiOnly: true, reserving: capacity)
    }

    /// What was written so far, of an answer or of a part of one.
    var written: [UInt8] { writer.bytes }

    mutating func open() {
        writer.raw("<?xml version=\"1.0\" ?>\n<QBXML>\n<QBXMLMsgsRs>\n")
    }

    /// The answer to a message set with error recovery.
    /// - Parameter id: nil where no new set was named.
    mutating func open(messageSet id: String?, _ status: SetStatus) {
        writer.raw("<?xml version=\"1.0\" ?>\n<QBXML>\n")
        let named = id.map { [("newMessageSetID", $0)] } ?? []
        open("QBXMLMsgsRs", named + [("messageSetStatusCode", String(status.rawValue))])
    }

    mutating func close() -> [UInt8] {
        writer.raw("</QBXMLMsgsRs>\n</QBXML>\n")
        return writer.bytes
    }

    mutating func answer(_ name: String, requestID: String, _ body: (inout AnswerWriter) -> Void) {
        begin(name, Head(requestID: requestID))
        body(&self)
        end(name)
    }

    /// An `…Rs` without records.
    mutating func empty(_ name: String, _ head: Head) {
        tag(name, head)
        writer.raw(" />\n")
    }

    mutating func begin(_ name: String, _ head: Head) {
        tag(name, head)
        writer.raw(">\n")
    }

    mutating func end(_ name: String) {
        writer.close(name)
        writer.raw("\n")
    }

    mutating func record(_ kind: String, fields: [Field]) {
        writer.open(kind + "Ret")
        writer.raw("\n")
        for field in fields { field.write(to: &writer) }
        end(kind + "Ret")
    }

    mutating func field(_ field: Field) { field.write(to: &writer) }

    mutating func openRecord(_ kind: String) {
        writer.open(kind + "Ret")
        writer.raw("\n")
    }

    mutating func closeRecord(_ kind: String) { end(kind + "Ret") }

    mutating func raw(_ bytes: ArraySlice<UInt8>) { writer.raw(Array(bytes)) }

    /// An element with attributes that will have children.
    mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) {
        writer.raw("<\(name)")
        for (name, value) in attributes { attribute(name, value) }
        writer.raw(">\n")
    }

    /// An element that is nothing but attributes.
    mutating func leaf(_ name: String, _ attributes: [(name: String, value: String)]) {
        writer.raw("<\(name)")
        for (name, value) in attributes { attribute(name, value) }
        writer.raw(" />\n")
    }

    private mutating func tag(_ name: String, _ head: Head) {
        writer.raw("<\(name)")
        attribute("requestID", head.requestID)
        attribute("statusCode", String(head.status.code))
        attribute("statusSeverity", head.status.severity)
        attribute("statusMessage", head.status.message)
        attribute("retCount", head.retCount.map { String($0) })
        attribute("iteratorRemainingCount", head.iteratorRemaining.map { String($0) })
        attribute("iteratorID", head.iteratorID)
    }

    private mutating func attribute(_ name: String, _ value: String?) {
        guard let value else { return }
        writer.raw(" \(name)=\"")
        // The writer escapes a list of attributes known in advance; here it is known only at run time.
        for (index, piece) in value.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { writer.raw("&quot;") }
            writer.text(String(piece))
        }
        writer.raw("\"")
    }
}
