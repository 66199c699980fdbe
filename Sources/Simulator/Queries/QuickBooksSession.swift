internal import QBXML

/// What QuickBooks gave back for one document.
package enum Reply: Equatable, Sendable {
    /// With what this simulator has to say for itself, a line each: requests that QuickBooks would have
    /// carried out.
    case answer([UInt8], remarks: [String])
    /// No answer: the document was not accepted, or QuickBooks crashed over it (0x80010105) and may have
    /// applied some of it.
    case refused(DocumentRefusal)
}

/// One session of an application with QuickBooks, from opening the company file to closing it.
///
/// Iterators live here and nowhere else: when the session ends they are gone, and a server that goes on with
/// one in its next session gets status 3391.
package struct QuickBooksSession: Sendable {
    private struct Iteration: Sendable {
        var query: Query
        /// The records that were found at the start and not yet given. Those deleted meanwhile are left out.
        var rest: ArraySlice<Answered>
    }

    private var iterators: [String: Iteration] = [:]

    /// For the IDs of iterators.
    private var seed: Seed
    /// Under whose name message sets are kept and writes are counted.
    package let application: String

    package init(seed: Seed, application: String = "qbsyncd") {
        self.seed = seed
        self.application = application
    }

    // MARK: Finding

    enum Found {
        case nothing
        /// QuickBooks would have carried it out, but for this here.
        case notImitated(String)
        /// The program, the company or its preferences.
        case single(kind: String, fields: [Field], extensions: [CustomField])
        case records(ArraySlice<Answered>)
        case report(Report)
    }

    mutating func run(
        _ query: Query, _ request: RequestDocument.Request, in file: inout CompanyFile,
        _ head: inout AnswerWriter.Head
    ) -> Found {
        if let id = head.requestID, id.count > 50 {
            head.status = .requestIDTooLong(id)
            return .nothing
        }
        guard let subject = file.subject(of: request.message) else {
            head.status = .notSupportedHere
            return .notImitated("this request")
        }
        // Its elements are none of a list's filters.
        if case .report = subject { return file.report(on: request, &head.status) }
        if let obstacle = query.obstacle {
            head.status = obstacle.status
            return obstacle.notImitated.map { .notImitated("<\($0)>") } ?? .nothing
        }
        switch subject {
        case .single(let kind):
            if let restriction = file.restriction(of: kind) {
                head.status = restriction.status
                return .nothing
            }
            return file.single(kind)
        case .switchedOff:
            head.status = .featureIsOff
            return .nothing
        case .report:
            return .nothing
        case .workedOut(let kind):
            return list(query, in: &file, &head) { file, _ in
                file.workOut(kind, query)
            }
        case .records(let shares):
            let readable = file.readable(shares, &head.status)
            guard head.status == .ok else { return .nothing }
            let isHidden = readable.isEmpty
            return list(query, in: &file, &head) { file, status in
                let found = file.find(query, readable, &status)
                // To somebody who may see nothing, an ID says nothing either.
                if isHidden { status = .nothingFound }
                return found
            }
        }
    }

    /// Answers with a list of records, or with the next page of one.
    private mutating func list(
        _ query: Query, in file: inout CompanyFile, _ head: inout AnswerWriter.Head,
        finding find: (inout CompanyFile, inout QueryStatus) -> [Answered]
    ) -> Found {
        switch query.iterator {
        case .goOn(let id):
            return next(id, query, &head)
        case .stop(let id):
            if iterators.removeValue(forKey: id) == nil { head.status = .iteratorNotValid(id) }
            return .nothing
        case .start, nil:
            break
        }
        if query.iterator == .start, query.maxReturned == nil {
            head.status = .missingElement("MaxReturned")
            return .nothing
        }
        if let from = query.from, let to = query.to, from > to {
            head.status = .datesTurnedRound
            return .nothing
        }
        let found = find(&file, &head.status)
        if found.isEmpty, head.status == .ok { head.status = .nothingFound }
        guard query.iterator == .start else {
            // Without an iterator the rest is cut off, and nothing in the answer says so.
            return .records(found.prefix(query.maxReturned ?? found.count))
        }
        let id = seed.guid()
        iterators[id] = Iteration(query: query, rest: found[...])
        return next(id, query, &head)
    }

    /// The next page of an iterator. It is forgotten with its last page.
    private mutating func next(
        _ id: String, _ query: Query, _ head: inout AnswerWriter.Head
    ) -> Found {
        guard let iteration = iterators[id], iteration.query.asksTheSame(as: query) else {
            head.status = .iteratorNotValid(id)
            return .nothing
        }
        let page = iteration.rest.prefix(query.maxReturned ?? iteration.rest.count)
        let rest = iteration.rest.dropFirst(page.count)
        iterators[id]?.rest = rest
        if rest.isEmpty { iterators[id] = nil }
        head.iteratorID = id
        head.iteratorRemaining = rest.count
        return .records(page)
    }

    // MARK: Writing

    func write(
        _ found: Found, of query: Query, _ head: AnswerWriter.Head, wantsRecords: Bool,
        from file: inout CompanyFile, _ writer: inout AnswerWriter
    ) {
        let name = query.name + "Rs"
        var head = head
        let records = wantsRecords && query.metaData != "MetaDataOnly"
        switch found {
        case .nothing, .notImitated:
            writer.empty(name, head)
        case .single(let kind, let fields, let extensions):
            writer.begin(name, head)
            let owned = extensions.filter { extra in query.owners.contains { extra.isOwned(by: $0) } }
            let fields = fields.filter { query.includes($0.name) } + owned.map(\.field)
            if records { writer.record(kind, fields: fields) }
            writer.end(name)
        case .report(let report):
            writer.begin(name, head)
            if wantsRecords { report.write(to: &writer) }
            writer.end(name)
        case .records(let found):
            if query.metaData != "NoMetaData" { head.retCount = found.count }
            guard records, !found.isEmpty else { return writer.empty(name, head) }
            writer.begin(name, head)
            for answered in found { file.write(answered, query, &writer) }
            writer.end(name)
        }
    }
}

extension CompanyFile {
    fileprivate func report(
        on request: RequestDocument.Request, _ status: inout QueryStatus
    ) -> QuickBooksSession.Found {
        // A company that has heard of no day has had none.
        let question = ReportQuestion(request, today: today ?? CivilDay(number: 0))
        if let fault = question.status {
            status = fault
            return .nothing
        }
        guard question.notImitated == nil, let report = report(question) else {
            status = .notSupportedHere
            return .notImitated(question.notImitated.map { "<\($0)>" } ?? "this report")
        }
        return .report(report)
    }

    fileprivate func single(_ kind: String) -> QuickBooksSession.Found {
        switch kind {
        case "Host": return .single(kind: kind, fields: program.fields, extensions: [])
        case "Company":
            return .single(kind: kind, fields: company.fields, extensions: company.extensions)
        case "Preferences": return .single(kind: kind, fields: preferences.fields, extensions: [])
        default: return .single(kind: kind, fields: activity, extensions: [])
        }
    }

    /// Nothing was ever restored or condensed, which QuickBooks says with the first second that it counts.
    private var activity: [Field] {
        ["LastRestoreTime", "LastCondenseTime"].map { Field($0, zone.stamp(at: 0)) }
    }

    /// Without the kinds that this user may not read. Only if no kind is left a status says so, unless they
    /// are hidden.
    fileprivate func readable(
        _ shares: [Subject.Share], _ status: inout QueryStatus
    ) -> [Subject.Share] {
        guard !restrictions.isEmpty else { return shares }
        let kinds = shares.flatMap(\.kinds)
        let found = kinds.compactMap { restriction(of: $0) }
        if found.count == kinds.count, let told = found.first(where: { $0 != .hidden }) {
            status = told.status
        }
        return shares.compactMap { share in
            let kinds = share.kinds.filter { restriction(of: $0) == nil }
            return kinds.isEmpty ? nil : Subject.Share(family: share.family, kinds: kinds)
        }
    }
}
