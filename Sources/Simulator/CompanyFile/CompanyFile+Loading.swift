internal import XML

/// What became of the documents given to `CompanyFile.load`.
package struct LoadReport: Equatable, Sendable {
    /// Records taken, those that replaced an earlier one included.
    package var records = 0
    /// What was not taken, a sentence each: answers without records, reports, refusals.
    package var remarks: [String] = []
}

/// A document that could not be read at all.
package struct LoadError: Error, Equatable, Sendable {
    package var sentence: String
}

extension CompanyFile {
    /// Takes the records of a qbXML answer: anything that QuickBooks, this simulator or a capture gave.
    ///
    /// A record of a known ID replaces the earlier one. A record without ListID and TxnID is kept too, and
    /// answered as it is: such things exist, and a server must live with them.
    /// - Parameter name: what to call the document in the report.
    package mutating func load(_ document: [UInt8], name: String) throws(LoadError) -> LoadReport {
        let root: Element
        do {
            root = try Element(parsing: document)
        } catch {
            throw LoadError(sentence: "\(name): \(error.sentence)")
        }
        var report = LoadReport()
        guard root.name == "QBXML", let messages = root["QBXMLMsgsRs"] else {
            report.remarks.append("\(name): not a qbXML answer, but <\(root.name)>.")
            return report
        }
        for answer in messages.elements {
            var taken = 0
            for element in answer.elements where element.name.hasSuffix("Ret") {
                if take(element) { taken += 1 }
            }
            report.records += taken
            if taken == 0 {
                let message = answer.attribute("statusMessage") ?? "no message"
                let code = answer.attribute("statusCode") ?? "none"
                report.remarks.append(
                    "\(name): no record to keep in \(answer.name) (status \(code): \(message)).")
            }
        }
        return report
    }

    private mutating func take(_ element: Element) -> Bool {
        let kind = String(element.name.dropLast("Ret".count))
        let fields = element.elements.map { Field($0) }
        switch kind {
        case "Report":
            // A report is the answer to a question about records, and there is nobody here who could ask it.
            return false
        case "ListDeleted", "TxnDeleted":
            guard let stone = Tombstone(fields) else { return false }
            tombstones.removeAll { $0.id == stone.id && $0.kind == stone.kind }
            // In the order of time, however they come.
            let place = tombstones.firstIndex { $0.deleted > stone.deleted } ?? tombstones.count
            tombstones.insert(stone, at: place)
        case "Host":
            takeHost(fields)
        case "Company":
            company = CompanyRecord(kind: kind, fallbackID: kind, fields: fields)
        case "Preferences":
            preferences = CompanyRecord(kind: kind, fallbackID: kind, fields: fields)
        default:
            let isIdentified = fields.contains { $0.name == "ListID" || $0.name == "TxnID" }
            let record = CompanyRecord(
                kind: kind, fallbackID: isIdentified ? "" : "unidentified \(next("Unidentified"))",
                fields: fields)
            put(record)
            noteID(record.id, family: Family.holding(kind).name)
            noteNumbers(record)
        }
        return true
    }

    /// The program's name, year, country and mode; an edition that the name does not tell stays.
    private mutating func takeHost(_ fields: [Field]) {
        let product = fields.text("ProductName")
        if let edition = QuickBooksProgram.Edition.allCases.first(where: { product.contains($0.title) }) {
            program.edition = edition
        }
        if let major = Int(fields.text("MajorVersion")) { program.year = major + 1990 }
        if let country = fields.first(named: "Country")?.text { program.country = country }
        if let mode = fields.first(named: "QBFileMode")?.text { program.fileMode = mode }
    }

    /// The counters that people see.
    private mutating func noteNumbers(_ record: CompanyRecord) {
        if let number = Int(record["TxnNumber"]) {
            counters["TxnNumber"] = max(counters["TxnNumber", default: 0], number)
        }
        if record.kind == "Invoice", let number = Int(record["RefNumber"]) {
            counters["RefNumber"] = max(counters["RefNumber", default: 0], number)
        }
        for line in record.fields where line.name.hasSuffix("LineRet") {
            noteID(line.fields.text("TxnLineID"), family: record.kind)
        }
    }
}
