internal import QBXML

extension QuickBooksSession {
    /// Carries out a request that changes the books, wholly or not at all, and answers it.
    func write(
        _ request: RequestDocument.Request, _ head: inout AnswerWriter.Head, _ course: inout SetCourse,
        in file: inout CompanyFile
    ) {
        if let id = head.requestID, id.count > 50 {
            head.status = .requestIDTooLong(id)
            return course.add(request, head)
        }
        let (before, macros) = (file, course.macros)
        do {
            let written = try carryOut(request, &course, in: &file)
            note(written, of: request, head, course, in: &file)
            let names = Set(
                request.element.elements.filter { $0.name == "IncludeRetElement" }.map(\.text))
            let (content, identity) = Self.answer(to: written, naming: names, in: file)
            course.add(request, head, content: content, identity: identity)
        } catch {
            (file, course.macros) = (before, macros)
            head.status = error.status
            if let what = error.notImitated { course.remark(request, what, error.status) }
            var writer = AnswerWriter(reserving: 1 << 10)
            if let present = error.present { writer.record(present.kind, fields: present.fields) }
            course.add(request, head, content: writer.written, identity: nil)
        }
    }

    private func note(
        _ written: Written, of request: RequestDocument.Request, _ head: AnswerWriter.Head,
        _ course: SetCourse, in file: inout CompanyFile
    ) {
        file.appliedWrites.append(
            AppliedWrite(
                number: file.appliedWrites.count + 1, application: application,
                messageSetID: course.messageSetID, requestID: head.requestID,
                request: request.message.name, kind: written.kind, id: written.id, moment: course.moment))
    }

    /// What stands in the answer, and the short form of it that a recovered answer may have.
    private static func answer(
        to written: Written, naming names: Set<String>, in file: CompanyFile
    ) -> ([UInt8], [UInt8]?) {
        var writer = AnswerWriter(reserving: 4 << 10)
        switch written.content {
        case .fields(let fields):
            for field in fields { writer.field(field) }
            return (writer.written, nil)
        case .record(let family, let id):
            guard let record = file.record(family, id: id) else { return ([], nil) }
            let fields = record.fields.filter { names.isEmpty || names.contains($0.name) }
            writer.record(record.kind, fields: fields)
            var short = AnswerWriter(reserving: 256)
            let identity = ["ListID", "TxnID", "TxnNumber", "EditSequence", "ExternalGUID"].compactMap {
                record.fields.first(named: $0)
            }
            short.field(Field("ErrorRecovery", identity))
            return (writer.written, short.written)
        }
    }

    // MARK: Carrying out

    /// What opens windows or defines fields, and what is about American tax forms and payroll.
    private static let notImitated: Set = [
        "DataExtDef", "ListDisplay", "TxnDisplay", "Form1099CategoryAccountMapping", "DataEventRecoveryInfo",
    ]

    private func carryOut(
        _ request: RequestDocument.Request, _ course: inout SetCourse, in file: inout CompanyFile
    ) throws(WriteRefusal) -> Written {
        guard !file.rules.readOnlyApplications.contains(application) else {
            throw WriteRefusal(.readOnlyApplication)
        }
        let subject = request.message.subject
        guard !Self.notImitated.contains(subject) else { throw .notImitated("this request") }
        let fields = try course.macros.fields(of: request.element)
        let kind =
            ["ListDelType", "TxnDelType", "TxnVoidType", "ListMergeType"].lazy.map { fields.text($0) }
            .first { !$0.isEmpty } ?? subject
        guard !file.rules.forbids(kind) else { throw WriteRefusal(.rightsTooLow) }
        guard course.interruption != .recordsBusy, file.rules.busy != .everything else {
            throw WriteRefusal(.inUse(kind))
        }
        switch request.message.title {
        case "ListDel", "TxnDel": return try file.delete(fields, at: course.moment)
        case "TxnVoid": return try file.void(fields, at: course.moment)
        case "ListMerge": return try file.merge(fields, at: course.moment)
        case "DataExtAdd", "DataExtMod", "DataExtDel":
            let inner = fields.first(named: request.message.title)?.fields ?? []
            return try file.setCustomField(request.message.title, inner, at: course.moment)
        case "ClearedStatusMod":
            return try file.markCleared(fields.first(named: "ClearedStatusMod")?.fields ?? [])
        case "SpecialAccountAdd", "SpecialItemAdd":
            let inner = fields.first(named: request.message.title)?.fields ?? []
            return try file.enterSpecial(subject, inner, at: course.moment)
        default: return try enterOrAmend(request, fields, &course, in: &file)
        }
    }

    private func enterOrAmend(
        _ request: RequestDocument.Request, _ fields: [Field], _ course: inout SetCourse,
        in file: inout CompanyFile
    ) throws(WriteRefusal) -> Written {
        let message = request.message
        guard message.operation == .add || message.operation == .modify,
            let element = request.element[message.title]
        else { throw .notImitated("this request") }
        var order = WriteOrder(
            kind: message.subject, fields: fields.first(named: message.title)?.fields ?? [],
            macro: element.attribute("defMacro"), moment: course.moment, macros: course.macros)
        let id = message.operation == .add ? try file.enter(&order) : try file.amend(&order)
        course.macros = order.macros
        return Written(
            kind: order.kind, id: id,
            content: .record(family: Family.holding(order.kind).name, id: id))
    }
}
