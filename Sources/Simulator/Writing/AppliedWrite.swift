/// One write that was really carried out: a line of the ledger by which a checker counts how often each was.
package struct AppliedWrite: Equatable, Sendable, Codable {
    /// Its number among all writes of this company file, from 1 on.
    package var number: Int
    package var application: String
    /// Nil for a write that came without error recovery.
    package var messageSetID: String?
    package var requestID: String?
    /// The request's element: `InvoiceAddRq`.
    package var request: String
    /// The kind of record that was written: `Invoice`.
    package var kind: String
    /// Its ListID or TxnID.
    package var id: String
    /// In Unix seconds.
    package var moment: Int

    package init(
        number: Int, application: String, messageSetID: String?, requestID: String?, request: String,
        kind: String, id: String, moment: Int
    ) {
        self.number = number
        self.application = application
        self.messageSetID = messageSetID
        self.requestID = requestID
        self.request = request
        self.kind = kind
        self.id = id
        self.moment = moment
    }
}
