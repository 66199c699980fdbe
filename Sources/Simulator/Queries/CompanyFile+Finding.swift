/// One record of an answer.
enum Answered: Sendable {
    /// A record of the company file, as it is when it is written.
    case kept(family: String, id: String)
    /// A row of TransactionQuery about a whole transaction.
    case transaction(family: String, id: String)
    /// One that was worked out for this answer.
    case made(CompanyRecord)
}

extension CompanyFile {
    /// The records that a query asks for, in the order of its answer: family after family.
    mutating func find(_ query: Query, _ shares: [Subject.Share], _ status: inout QueryStatus) -> [Answered] {
        guard query.ids.isEmpty, query.names.isEmpty else { return findNamed(query, shares, &status) }
        return shares.flatMap { share in
            let name = share.family.name
            guard
                let places = shelves[name]?.places(
                    from: query.from, to: query.to, inOrderOf: share.family.order),
                let records = shelves[name]?.records
            else { return [Answered]() }
            return places.compactMap { place in
                query.matches(records[place], kinds: share.kinds)
                    ? .kept(family: name, id: records[place].id) : nil
            }
        }
    }

    /// By ID or name: no other filter counts, inactive records are found too.
    private func findNamed(
        _ query: Query, _ shares: [Subject.Share], _ status: inout QueryStatus
    ) -> [Answered] {
        var found: [Answered] = []
        for id in query.ids {
            let share = shares.first { share in
                record(share.family.name, id: id).map { share.kinds.contains($0.kind) } ?? false
            }
            if let share {
                found.append(.kept(family: share.family.name, id: id))
            } else {
                status = query.ids.count == 1 ? .missingObject(id) : .missingName(id)
            }
        }
        for name in query.names {
            let hits = shares.flatMap { share in
                records(share.family.name).filter { record in
                    share.kinds.contains(record.kind)
                        && (query.isCaseSensitive
                            ? record.fullName == name : record.fullName.lowercased() == name.lowercased())
                }
            }
            if hits.isEmpty { status = .missingName(name) }
            found += hits.map { .kept(family: Family.holding($0.kind).name, id: $0.id) }
        }
        return found
    }

    /// Deleted records of the kinds asked for, in the order of their deletion.
    func findDeleted(_ query: Query, kind: String) -> [Answered] {
        tombstones.filter { stone in
            query.types.contains(stone.kind) && restriction(of: stone.kind) == nil
                && query.from.map { stone.deleted >= $0 } ?? true
                && query.to.map { stone.deleted <= $0 } ?? true
        }.map { .made(CompanyRecord(kind: kind, id: $0.id, fields: $0.fields)) }
    }

    /// Writes a record with what the query wants of it. One that is gone by now is left out.
    func write(_ answered: Answered, _ query: Query, _ writer: inout AnswerWriter) {
        switch answered {
        case .kept(let family, let id):
            guard let record = shelves[family]?[id] else { return }
            writer.openRecord(record.kind)
            for field in record.fields where query.includes(field.name) { writer.field(field) }
            for extra in record.extensions where query.owners.contains(where: { extra.isOwned(by: $0) }) {
                writer.field(extra.field)
            }
            writer.closeRecord(record.kind)
        case .transaction(let family, let id):
            guard let record = shelves[family]?[id] else { return }
            let fields = TransactionRow.summary(of: record).filter { query.includes($0.name) }
            writer.record("Transaction", fields: fields)
        case .made(let record):
            writer.record(record.kind, fields: record.fields.filter { query.includes($0.name) })
        }
    }
}
