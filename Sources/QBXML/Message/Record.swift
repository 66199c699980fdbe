/// One `…Ret` of an answer, ready for the mirror.
package struct Record: Equatable, Sendable {
    /// The element's name without `Ret`: `Customer`, `ItemService`, `StandardTerms`, `Invoice`.
    package var kind: String
    /// `ListID` or `TxnID`; a fixed word for the kinds of which a company file has exactly one.
    package var id: String
    /// `FullName`, else `Name`, else `RefNumber`: what a person would call it.
    package var name: String?
    package var editSequence: String?
    /// As QuickBooks wrote it, with its offset; nil also when it is not a time.
    package var timeCreated: String?
    /// As QuickBooks wrote it, with its offset; nil also when it is not a time.
    package var timeModified: String?
    package var isActive: Bool?
    /// Of a transaction: its number and its day (`2026-01-31`).
    package var refNumber: String?
    package var txnDate: String?
    /// The ListID of the customer, vendor or employee that it is with.
    package var entityID: String?
    /// One JSON object in UTF-8; keys are qbXML's own element names.
    package var json: [UInt8]

    package init(
        kind: String, id: String, name: String? = nil, editSequence: String? = nil,
        timeCreated: String? = nil, timeModified: String? = nil, isActive: Bool? = nil,
        refNumber: String? = nil, txnDate: String? = nil, entityID: String? = nil, json: [UInt8]
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.editSequence = editSequence
        self.timeCreated = timeCreated
        self.timeModified = timeModified
        self.isActive = isActive
        self.refNumber = refNumber
        self.txnDate = txnDate
        self.entityID = entityID
        self.json = json
    }
}

/// A `…Ret` that cannot become a record. It blocks no other.
package struct RecordFault: Equatable, Sendable {
    package var kind: String
    package var id: String?
    package var name: String?
    /// A sentence for a person.
    package var reason: String
    /// What came, as one JSON value: a report, for example, has no ID and is worth reading all the same.
    /// Empty when the fault was found later than in decoding.
    package var json: [UInt8]
    /// How many records of the same answer came before it.
    package var precedingRecords: Int

    package init(
        kind: String, id: String? = nil, name: String? = nil, reason: String, json: [UInt8] = [],
        precedingRecords: Int = 0
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.reason = reason
        self.json = json
        self.precedingRecords = precedingRecords
    }
}
