internal import XML

extension CompanyFile {
    /// The whole company as qbXML answers, one document for the company itself and one per family: what
    /// `load` takes.
    ///
    /// Everything is in them, with custom fields, lines and links, so that loading them gives an equal
    /// company file.
    package func exported() -> [(name: String, document: [UInt8])] {
        var documents = [("company", exportOfCompany())]
        for (family, _) in counts {
            documents.append((family.lowercased(), export(family)))
        }
        for isTransaction in [false, true] {
            let stones = tombstones.filter { $0.isTransaction == isTransaction }
            guard !stones.isEmpty else { continue }
            let kind = isTransaction ? "TxnDeleted" : "ListDeleted"
            documents.append((kind.lowercased(), export(stones, kind)))
        }
        return documents
    }

    private func export(_ stones: [Tombstone], _ kind: String) -> [UInt8] {
        var writer = AnswerWriter()
        writer.open()
        writer.answer("\(kind)QueryRs", requestID: "1") { body in
            for stone in stones { body.record(kind, fields: stone.fields) }
        }
        return writer.close()
    }

    private func exportOfCompany() -> [UInt8] {
        var writer = AnswerWriter()
        writer.open()
        writer.answer("HostQueryRs", requestID: "0") { $0.record("Host", fields: program.fields) }
        writer.answer("CompanyQueryRs", requestID: "1") {
            $0.record("Company", fields: company.fields + company.extensions.map(\.field))
        }
        if !preferences.fields.isEmpty {
            writer.answer("PreferencesQueryRs", requestID: "2") {
                $0.record("Preferences", fields: preferences.fields)
            }
        }
        return writer.close()
    }

    private func export(_ family: String) -> [UInt8] {
        var writer = AnswerWriter()
        writer.open()
        writer.answer("\(family)QueryRs", requestID: "1") { body in
            for record in records(family) {
                body.record(record.kind, fields: record.fields + record.extensions.map(\.field))
            }
        }
        return writer.close()
    }
}
