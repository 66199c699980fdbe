/// Deleting, voiding and merging by request.
extension CompanyFile {
    mutating func delete(_ fields: [Field], at moment: Int) throws(WriteRefusal) -> Written {
        let isTransaction = fields.first(named: "TxnDelType") != nil
        let type = isTransaction ? "TxnDelType" : "ListDelType"
        let key = isTransaction ? "TxnID" : "ListID"
        let id = fields.text(key)
        let record = try present(id, fields.text(type))
        guard !rules.isClosed(record["TxnDate"]) else { throw WriteRefusal(.closedForDeletion(id)) }
        do {
            _ = try remove(Family.holding(record.kind).name, id, at: moment)
        } catch {
            throw WriteRefusal(.cannotDelete(id, error.sentence))
        }
        var answer = [
            Field(type, record.kind), Field(key, id), Field("TimeDeleted", zone.stamp(at: moment)),
        ]
        let name = record.fullName
        if !name.isEmpty { answer.append(Field(isTransaction ? "RefNumber" : "FullName", name)) }
        return Written(kind: record.kind, id: id, content: .fields(answer))
    }

    mutating func void(_ fields: [Field], at moment: Int) throws(WriteRefusal) -> Written {
        let id = fields.text("TxnID")
        let record = try present(id, fields.text("TxnVoidType"))
        guard !rules.isClosed(record["TxnDate"]) else { throw WriteRefusal(.closedForChange) }
        do {
            _ = try void(record.kind, id, at: moment)
        } catch {
            throw WriteRefusal(.cannotVoid(error.sentence))
        }
        let present = self.record(record.kind, id: id) ?? record
        var answer = [Field("TxnVoidType", record.kind), Field("TxnID", id)]
        answer += ["TimeCreated", "TimeModified", "RefNumber"].compactMap { present.fields.first(named: $0) }
        return Written(kind: record.kind, id: id, content: .fields(answer))
    }

    mutating func merge(_ fields: [Field], at moment: Int) throws(WriteRefusal) -> Written {
        let kind = fields.text("ListMergeType")
        func side(_ name: String) -> [Field] { fields.first(named: name)?.fields ?? [] }
        let from = try present(side("MergeFrom").text("ListID"), kind)
        let into = try present(side("MergeTo").text("ListID"), kind)
        for (record, given) in [(from, side("MergeFrom")), (into, side("MergeTo"))] {
            let sequence = given.text("EditSequence")
            guard sequence.isEmpty || sequence == record.editSequence else {
                throw WriteRefusal(.staleEditSequence(sequence), present: record)
            }
        }
        let family = Family.holding(kind).name
        do {
            _ = try merge(family, from.id, into: into.id, at: moment)
        } catch {
            throw WriteRefusal(.notAllowed(error.sentence))
        }
        let present = record(family, id: into.id) ?? into
        let merged = ["ListID", "TimeCreated", "TimeModified", "EditSequence"].compactMap {
            present.fields.first(named: $0)
        }
        return Written(
            kind: kind, id: into.id,
            content: .fields([
                Field("ListMergeType", kind),
                Field(
                    "MergedFrom",
                    [
                        Field("ListID", from.id), Field("TimeDeleted", zone.stamp(at: moment)),
                        Field("FullName", from.fullName),
                    ]),
                Field("MergedTo", merged + [Field("FullName", present.fullName)]),
            ]))
    }
}
