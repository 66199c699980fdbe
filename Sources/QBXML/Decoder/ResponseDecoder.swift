internal import XML

/// Takes the XML reader's events and makes an answer's events of them; what lies inside an answer goes to
/// `RecordAssembler`, element by element.
final class ResponseDecoder: EventHandler {
    /// Held by address: a property of a class would be checked for exclusive access at each of two million
    /// events.
    private let assembler: UnsafeMutablePointer<RecordAssembler>
    private let take: (ResponseReader.Event) -> Void
    /// Elements that have begun and not ended outside records: `QBXML`, `QBXMLMsgsRs`, `CustomerQueryRs`.
    private var depth = 0
    /// The entry of the answer's element.
    private var answer = 0
    /// Of the answer: how many records it has brought.
    private var recordCount = 0
    /// Of the answer: the members that stand beside the records, up to the closing brace.
    private var rest: [UInt8] = []
    private var errorRecovery: ErrorRecovery?
    private(set) var heading = Response(answers: [])
    /// Of the element that came last, since one answer mostly holds one kind.
    private var kind = (entry: -1, text: "")

    init(_ take: @escaping (ResponseReader.Event) -> Void) {
        self.take = take
        assembler = .allocate(capacity: 1)
        assembler.initialize(to: RecordAssembler())
    }

    deinit {
        assembler.pointee.release()
        assembler.deinitialize(count: 1)
        assembler.deallocate()
    }

    var notes: [Note] { assembler.pointee.elements.notes }

    /// Bytes that it holds.
    var capacity: Int { assembler.pointee.capacity + rest.capacity }

    func start(_ name: Name, _ attributes: Attributes) throws {
        if assembler.pointee.isOpen { return try assembler.pointee.start(name, attributes) }
        switch depth {
        case 0:
            guard name.matches("QBXML") else { throw ResponseError.notQBXML(root: name.string) }
            depth = 1
        case 1:
            guard name.matches("QBXMLMsgsRs") else { throw ResponseError.notAnAnswer(element: name.string) }
            heading.messageSetStatusCode = attributes["messageSetStatusCode"].flatMap { Int($0) }
            heading.newMessageSetID = attributes["newMessageSetID"]
            depth = 2
        case 2:
            answer = try assembler.pointee.elements.index(of: name, in: ElementTable.messageSet)
            recordCount = 0
            take(.began(RequestAnswer(element: name.string, attributes)))
            depth = 3
        default:
            try assembler.pointee.open(name, attributes, in: answer)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if assembler.pointee.isOpen { assembler.pointee.text(bytes) }
    }

    func end(_ name: Name) {
        if assembler.pointee.isOpen {
            if assembler.pointee.end() { takeElement() }
        } else {
            if depth == 3 { takeEnd() }
            depth -= 1
        }
    }

    private var root: ElementTable.Entry { assembler.pointee.elements.entries[assembler.pointee.root] }

    /// The element of an answer that has just ended.
    private func takeElement() {
        if root.isRecord { takeRecord() } else { takeLoose() }
    }

    /// It becomes a `Record`, or a `RecordFault` that says why not.
    private func takeRecord() {
        let entry = assembler.pointee.root
        if kind.entry != entry {
            let name = assembler.pointee.elements.name(of: entry)
            kind = (entry, String(name.dropLast(ElementTable.suffix.count)))
        }
        let title = field(.fullName) ?? field(.name) ?? field(.refNumber)
        guard let id = Self.soleRecords[kind.text] ?? field(.listID) ?? field(.txnID) else {
            return takeFault(id: nil, name: title, reason: Self.reason(kind.text, title))
        }
        guard assembler.pointee.hasMembers else {
            return takeFault(id: id, name: nil, reason: "QuickBooks sent an empty \(kind.text) record.")
        }
        let record = Record(
            kind: kind.text, id: id, name: title, editSequence: field(.editSequence),
            timeCreated: time(.timeCreated), timeModified: time(.timeModified),
            isActive: field(.isActive).flatMap { Bool($0) }, refNumber: field(.refNumber),
            txnDate: field(.txnDate), entityID: field(.entityID), json: assembler.pointee.finishedJSON())
        recordCount += 1
        take(.record(record))
    }

    private func takeFault(id: String?, name: String?, reason: String) {
        let fault = RecordFault(
            kind: kind.text, id: id, name: name, reason: reason, json: assembler.pointee.finishedJSON(),
            precedingRecords: recordCount)
        take(.fault(fault))
    }

    /// What is no record: the loose fields of a deletion's answer, and `ErrorRecovery`.
    private func takeLoose() {
        let entry = assembler.pointee.root
        if assembler.pointee.elements.name(of: entry) == ErrorRecovery.element, errorRecovery == nil {
            errorRecovery = ErrorRecovery(
                listID: field(.listID), ownerID: field(.ownerID), txnID: field(.txnID),
                txnNumber: field(.txnNumber).flatMap { Int($0) }, editSequence: field(.editSequence),
                externalGUID: field(.externalGUID))
        }
        rest.append(rest.isEmpty ? Byte.openBrace : Byte.comma)
        rest += assembler.pointee.elements.key(of: entry)
        if root.isList { rest.append(Byte.openBracket) }
        rest += assembler.pointee.finishedJSON()
        if root.isList { rest.append(Byte.closeBracket) }
    }

    private func takeEnd() {
        var whole: [UInt8]?
        if !rest.isEmpty { whole = Gathering.object(rest + [Byte.closeBrace]) }
        take(.ended(rest: whole, errorRecovery))
        rest.removeAll(keepingCapacity: true)
        errorRecovery = nil
    }

    private func field(_ field: RecordField) -> String? { assembler.pointee.field(field) }

    /// A watermark is the greatest of these, so what is no time must not become one.
    private func time(_ field: RecordField) -> String? {
        self.field(field).flatMap { Stamp($0) == nil ? nil : $0 }
    }

    /// Kinds of which a company file has exactly one, with the word that stands in for an ID.
    private static let soleRecords = ["Company": "company", "Preferences": "preferences", "Host": "host"]

    private static func reason(_ kind: String, _ title: String?) -> String {
        let named = title.map { " \($0)" } ?? ""
        return "QuickBooks sent the \(kind) record\(named) without a ListID or TxnID, so it cannot be stored."
    }
}

extension RequestAnswer {
    /// From the attributes of an `…Rs`; their order varies, and all but the status may be missing.
    fileprivate init(element: String, _ attributes: Attributes) {
        let code = attributes["statusCode"].flatMap { Int($0) } ?? Status.absent
        self.init(
            element: element, requestID: attributes["requestID"],
            status: Status(code: code, message: attributes["statusMessage"] ?? ""),
            severityWord: attributes["statusSeverity"], retCount: attributes["retCount"].flatMap { Int($0) },
            iteratorID: attributes["iteratorID"],
            iteratorRemaining: attributes["iteratorRemainingCount"].flatMap { Int($0) })
    }
}
