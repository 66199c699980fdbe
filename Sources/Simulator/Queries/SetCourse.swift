internal import QBXML

/// A message set while it is worked on: what was answered so far, and what will be kept of it.
struct SetCourse {
    let document: RequestDocument
    let moment: Int
    let interruption: Interruption?
    var messageSetID: String?
    var writer = AnswerWriter()
    var remarks: [String] = []
    var kept: [KeptMessageSet.Answer] = []
    var macros = MacroBook()
    var hasFailed = false
    private var count = 0

    init(document: RequestDocument, moment: Int, interruption: Interruption?) {
        self.document = document
        self.moment = moment
        self.interruption = interruption
    }

    var reply: Reply {
        var writer = writer
        return .answer(writer.close(), remarks: remarks)
    }

    var crashesBeforeStoring: Bool {
        switch interruption {
        case .crashBeforeStoring, .crashAfterApplying: true
        default: false
        }
    }

    /// Whether the answer gets lost by the end of the program.
    var crashesAtEnd: Bool {
        crashesBeforeStoring || interruption == .crashAfterStoring || interruption == .storedWithoutAnswer
    }

    mutating func remark(_ request: RequestDocument.Request, _ what: String, _ status: QueryStatus) {
        remarks.append(
            "request \(count + 1), \(request.message.name): this simulator does not imitate \(what); "
                + "status \(status.code) stands for what QuickBooks would say.")
    }

    /// Keeps the status of a request, for recovery; of a write with what was answered.
    mutating func keep(
        _ request: RequestDocument.Request, _ head: AnswerWriter.Head, content: [UInt8]? = nil,
        identity: [UInt8]? = nil
    ) {
        count += 1
        guard document.address != nil else { return }
        kept.append(
            KeptMessageSet.Answer(
                name: request.message.title + "Rs", requestID: head.requestID,
                statusCode: head.status.code, statusMessage: head.status.message,
                content: content.map { String(decoding: $0, as: UTF8.self) },
                identity: identity.map { String(decoding: $0, as: UTF8.self) }))
    }

    /// Answers a request that has nothing in its answer.
    mutating func add(_ request: RequestDocument.Request, _ head: AnswerWriter.Head) {
        keep(request, head)
        writer.empty(request.message.title + "Rs", head)
    }

    /// Answers a write.
    mutating func add(
        _ request: RequestDocument.Request, _ head: AnswerWriter.Head, content: [UInt8],
        identity: [UInt8]?
    ) {
        guard document.wantsRecords, !content.isEmpty else { return add(request, head) }
        keep(request, head, content: content, identity: identity)
        let name = request.message.title + "Rs"
        writer.begin(name, head)
        writer.raw(content[...])
        writer.end(name)
    }

    /// Gives a kept answer once more.
    mutating func repeats(_ answer: KeptMessageSet.Answer, tellsIdentity: Bool) {
        var head = AnswerWriter.Head(requestID: answer.requestID)
        head.status = QueryStatus(code: answer.statusCode, message: answer.statusMessage)
        let content = tellsIdentity ? answer.identity ?? answer.content : answer.content
        guard let content else { return writer.empty(answer.name, head) }
        writer.begin(answer.name, head)
        writer.raw(Array(content.utf8)[...])
        writer.end(answer.name)
    }
}
