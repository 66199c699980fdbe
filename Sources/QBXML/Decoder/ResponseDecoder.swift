package import XML

/// Takes the reader's events and makes answers of them; what lies inside a `…Ret` goes to `RecordAssembler`.
final class ResponseDecoder: EventHandler {
    /// Held by address: a property of a class would be checked for exclusive access at each of two million
    /// events.
    private let assembler: UnsafeMutablePointer<RecordAssembler>
    /// Elements that have begun and not ended outside records: `QBXML`, `QBXMLMsgsRs`, `CustomerQueryRs`.
    private var depth = 0
    /// Above 0 inside an element of an answer that is not a record.
    private var skipped = 0
    private(set) var answers: [RequestAnswer] = []
    private(set) var messageSetStatusCode: Int?
    /// Of the name that came last, since one answer mostly holds one kind.
    private var kind = (name: -1, text: "")

    init() {
        assembler = .allocate(capacity: 1)
        assembler.initialize(to: RecordAssembler())
    }

    deinit {
        assembler.pointee.release()
        assembler.deinitialize(count: 1)
        assembler.deallocate()
    }

    func start(_ name: Name, _ attributes: Attributes) throws {
        if assembler.pointee.isOpen { return assembler.pointee.start(name) }
        if skipped > 0 {
            skipped += 1
            return
        }
        switch depth {
        case 0:
            guard name.matches("QBXML") else { throw ResponseError.notQBXML(root: name.string) }
            depth = 1
        case 1:
            guard name.matches("QBXMLMsgsRs") else { throw ResponseError.notAnAnswer(element: name.string) }
            messageSetStatusCode = attributes["messageSetStatusCode"].flatMap { Int($0) }
            depth = 2
        case 2:
            answers.append(RequestAnswer(element: name.string, attributes))
            depth = 3
        default:
            // What is no record (ErrorRecovery, the loose fields of a deletion's answer) belongs to requests
            // that change the books.
            if name.isRecord { assembler.pointee.open(name) } else { skipped = 1 }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if assembler.pointee.isOpen { assembler.pointee.text(bytes) }
    }

    func end(_ name: Name) {
        if assembler.pointee.isOpen {
            if assembler.pointee.end() { take() }
        } else if skipped > 0 {
            skipped -= 1
        } else {
            depth -= 1
        }
    }

    /// The record that has just ended becomes a `Record`, or a `RecordFault` that says why not.
    private func take() {
        let index = answers.count - 1
        let name = assembler.pointee.recordName
        if kind.name != name {
            kind = (name, String(assembler.pointee.names.names[name].dropLast(Self.suffix.count)))
        }
        let title = field(.fullName) ?? field(.name) ?? field(.refNumber)
        guard let id = Self.soleRecords[kind.text] ?? field(.listID) ?? field(.txnID) else {
            answers[index].faults.append(
                RecordFault(kind: kind.text, id: nil, name: title, reason: Self.reason(kind.text, title)))
            return
        }
        guard assembler.pointee.hasMembers else {
            answers[index].faults.append(
                RecordFault(kind: kind.text, id: id, reason: "QuickBooks sent an empty \(kind.text) record."))
            return
        }
        let record = Record(
            kind: kind.text, id: id, name: title, editSequence: field(.editSequence),
            timeCreated: time(.timeCreated), timeModified: time(.timeModified),
            isActive: field(.isActive).flatMap { Bool($0) }, json: assembler.pointee.finishedJSON())
        answers[index].records.append(record)
    }

    private func field(_ field: RecordField) -> String? { assembler.pointee.field(field) }

    /// A watermark is the greatest of these, so what is no time must not become one.
    private func time(_ field: RecordField) -> String? {
        self.field(field).flatMap { Stamp($0) == nil ? nil : $0 }
    }

    static let suffix = "Ret"

    /// Kinds of which a company file has exactly one, with the word that stands in for an ID.
    private static let soleRecords = ["Company": "company", "Preferences": "preferences", "Host": "host"]

    private static func reason(_ kind: String, _ title: String?) -> String {
        let named = title.map { " \($0)" } ?? ""
        return "QuickBooks sent the \(kind) record\(named) without a ListID or TxnID, so it cannot be stored."
    }
}

extension Name {
    /// Whether it ends in `Ret` and has something before that.
    fileprivate var isRecord: Bool {
        var length = 0
        while local[length] != 0 { length += 1 }
        guard length > ResponseDecoder.suffix.count else { return false }
        return ResponseDecoder.suffix.utf8.reversed().enumerated()
            .allSatisfy { local[length - 1 - $0.offset] == $0.element }
    }
}

extension RequestAnswer {
    /// From the attributes of an `…Rs`; their order varies, and all but the status may be missing.
    fileprivate init(element: String, _ attributes: Attributes) {
        let code = attributes["statusCode"].flatMap { Int($0) } ?? Status.absent
        self.init(
            element: element, requestID: attributes["requestID"],
            status: Status(code: code, message: attributes["statusMessage"] ?? ""),
            retCount: attributes["retCount"].flatMap { Int($0) }, iteratorID: attributes["iteratorID"],
            iteratorRemaining: attributes["iteratorRemainingCount"].flatMap { Int($0) })
    }
}

extension Response {
    /// Decodes the document that `receiveResponseXML` brought.
    ///
    /// Records come with their JSON; what is wrong with a single one becomes a `RecordFault` in its answer,
    /// and what is wrong with the document is thrown.
    ///
    /// - Parameter encoding: `.utf8` for a document that came as text within SOAP, whatever encoding it
    ///   declares;
    ///   `.declared` for a file.
    package init(
        decoding bytes: UnsafeRawBufferPointer, encoding: Reader.Encoding = .utf8,
        ceilings: Ceilings = .standard
    ) throws(ResponseError) {
        let decoder = ResponseDecoder()
        let reader = Reader(decoder, ceilings: ceilings, encoding: encoding)
        do {
            // SOAP toolkits indent; an XML declaration must stand at the first byte.
            try reader.push(UnsafeRawBufferPointer(rebasing: bytes.drop { $0 <= Byte.space }))
            try reader.finish()
        } catch let error as ResponseError {
            throw error
        } catch let error as XMLError {
            throw .xml(error)
        } catch {
            // Reader and decoder throw nothing else; should they, it is told as what it looks like.
            throw .xml(.malformed(line: 0, reason: "\(error)"))
        }
        self.init(answers: decoder.answers, messageSetStatusCode: decoder.messageSetStatusCode)
    }

    package init(
        decoding bytes: [UInt8], encoding: Reader.Encoding = .utf8, ceilings: Ceilings = .standard
    ) throws(ResponseError) {
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(ResponseError) in
                try Response(decoding: bytes, encoding: encoding, ceilings: ceilings)
            }
        }
        self = try result.get()
    }
}
