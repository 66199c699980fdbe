internal import QBXML

/// What QuickBooks gave back for one document.
package enum Reply: Equatable, Sendable {
    /// With what this simulator has to say for itself, a line each: requests that QuickBooks would have
    /// carried out.
    case answer([UInt8], remarks: [String])
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
        var rest: ArraySlice<String>
    }

    private var iterators: [String: Iteration] = [:]

    /// For the IDs of iterators.
    private var seed: Seed

    package init(seed: Seed) {
        self.seed = seed
    }

    /// Runs a qbXML document against a company file. The file is changed only in what it remembers for speed.
    package mutating func answer(_ document: [UInt8], from file: inout CompanyFile) -> Reply {
        let accepted: RequestDocument
        do {
            accepted = try RequestDocument(document, for: file.program)
        } catch {
            return .refused(error)
        }
        var writer = AnswerWriter()
        writer.open()
        var hasFailed = false
        var remarks: [String] = []
        for (index, request) in accepted.requests.enumerated() {
            let name = request.message.title + "Rs"
            var head = AnswerWriter.Head(requestID: request.element.attribute("requestID"))
            if hasFailed, accepted.stopsOnError {
                head.status = .notProcessed
                writer.empty(name, head)
                continue
            }
            let query = Query(request, zone: file.zone)
            let found = run(query, request.message, in: &file, &head)
            if case .notImitated(let what) = found {
                remarks.append(
                    "request \(index + 1), \(request.message.name): this simulator does not imitate \(what); "
                        + "status \(head.status.code) stands for what QuickBooks would say.")
            }
            if head.status.code >= 1_000 { hasFailed = true }
            write(found, of: query, head, wantsRecords: accepted.wantsRecords, from: &file, &writer)
        }
        return .answer(writer.close(), remarks: remarks)
    }

    // MARK: Finding

    private enum Found {
        case nothing
        /// QuickBooks would have carried it out, but for this here.
        case notImitated(String)
        /// The program, the company or its preferences.
        case single(kind: String, fields: [Field], extensions: [CustomField])
        case records(family: String, ids: ArraySlice<String>)
    }

    private mutating func run(
        _ query: Query, _ message: Message, in file: inout CompanyFile, _ head: inout AnswerWriter.Head
    ) -> Found {
        if let id = head.requestID, id.count > 50 {
            head.status = .requestIDTooLong(id)
            return .nothing
        }
        guard let subject = file.subject(of: message) else {
            head.status = .notSupportedHere
            return .notImitated("this request")
        }
        if let obstacle = query.obstacle {
            head.status = obstacle.status
            return obstacle.notImitated.map { .notImitated("<\($0)>") } ?? .nothing
        }
        switch subject {
        case .host: return .single(kind: "Host", fields: file.program.fields, extensions: [])
        case .company:
            return .single(
                kind: "Company", fields: file.company.fields, extensions: file.company.extensions)
        case .preferences:
            return .single(kind: "Preferences", fields: file.preferences.fields, extensions: [])
        case .records(let family, let kinds): return runList(query, family, kinds, in: &file, &head)
        }
    }

    private mutating func runList(
        _ query: Query, _ family: Family, _ kinds: [String], in file: inout CompanyFile,
        _ head: inout AnswerWriter.Head
    ) -> Found {
        switch query.iterator {
        case .goOn(let id):
            return next(id, query, family, &head)
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
        let ids = file.find(query, family: family, kinds: kinds, status: &head.status)
        if ids.isEmpty, head.status == .ok { head.status = .nothingFound }
        guard query.iterator == .start else {
            // Without an iterator the rest is cut off, and nothing in the answer says so.
            return .records(family: family.name, ids: ids.prefix(query.maxReturned ?? ids.count))
        }
        let id = seed.guid()
        iterators[id] = Iteration(query: query, rest: ids[...])
        return next(id, query, family, &head)
    }

    /// The next page of an iterator. It is forgotten with its last page.
    private mutating func next(
        _ id: String, _ query: Query, _ family: Family, _ head: inout AnswerWriter.Head
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
        return .records(family: family.name, ids: page)
    }

    // MARK: Writing

    private func write(
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
        case .records(let family, let ids):
            if query.metaData != "NoMetaData" { head.retCount = ids.count }
            guard records, !ids.isEmpty else { return writer.empty(name, head) }
            writer.begin(name, head)
            for id in ids { file.write(family, id, query, &writer) }
            writer.end(name)
        }
    }
}

extension CompanyFile {
    /// The IDs of the records that a query asks for, in the order of its answer.
    fileprivate mutating func find(
        _ query: Query, family: Family, kinds: [String], status: inout QueryStatus
    ) -> [String] {
        guard query.ids.isEmpty, query.names.isEmpty else {
            return findNamed(query, family: family, kinds: kinds, status: &status)
        }
        guard
            let places = shelves[family.name]?.places(
                from: query.from, to: query.to, inOrderOf: family.order),
            let records = shelves[family.name]?.records
        else { return [] }
        return places.compactMap { query.matches(records[$0], kinds: kinds) ? records[$0].id : nil }
    }

    /// By ID or name: no other filter counts, inactive records are found too.
    private func findNamed(
        _ query: Query, family: Family, kinds: [String], status: inout QueryStatus
    ) -> [String] {
        let records = records(family.name).filter { kinds.contains($0.kind) }
        var found: [String] = []
        for id in query.ids {
            if records.contains(where: { $0.id == id }) {
                found.append(id)
            } else {
                status = query.ids.count == 1 ? .missingObject(id) : .missingName(id)
            }
        }
        for name in query.names {
            let hits = records.filter {
                query.isCaseSensitive
                    ? $0.fullName == name : $0.fullName.lowercased() == name.lowercased()
            }
            if hits.isEmpty { status = .missingName(name) }
            found += hits.map(\.id)
        }
        return found
    }

    fileprivate mutating func write(
        _ family: String, _ id: String, _ query: Query, _ writer: inout AnswerWriter
    ) {
        guard let record = shelves[family]?[id],
            let rendering = shelves[family]?.rendering(of: record)
        else { return }
        writer.openRecord(record.kind)
        // Neighbouring parts are copied together: mostly that is the whole record in one go.
        var run: Range<Int>?
        for part in rendering.parts where query.includes(part.name) {
            if let open = run, open.upperBound == part.range.lowerBound {
                run = open.lowerBound..<part.range.upperBound
                continue
            }
            if let open = run { writer.raw(rendering.bytes[open]) }
            run = part.range
        }
        if let open = run { writer.raw(rendering.bytes[open]) }
        for extra in record.extensions where query.owners.contains(where: { extra.isOwned(by: $0) }) {
            writer.field(extra.field)
        }
        writer.closeRecord(record.kind)
    }
}
