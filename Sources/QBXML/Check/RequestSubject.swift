/// What a request is about: which kind of record, and which record of it.
///
///     <InvoiceModRq><InvoiceMod><TxnID>5-17</TxnID><EditSequence>1732</EditSequence>…    Invoice, 5-17
///     <TxnVoidRq><TxnVoidType>Invoice</TxnVoidType><TxnID>5-17</TxnID></TxnVoidRq>      Invoice, 5-17
package struct RequestSubject: Equatable, Sendable {
    /// Nil for a query or a report.
    package var operation: Message.Operation?
    /// `Invoice`; nil where no record comes of it that the mirror could hold.
    package var kind: String?
    /// ListID or TxnID of the record that is changed; nil for one that is new.
    package var id: String?
    package var editSequence: String?
    /// What people would find it by: name or number.
    package var title: String?
    /// Whose transaction it is, or below which entry it stands: ListID or full name.
    package var entity: String?
    package var txnDate: String?
    package var externalGUID: String?

    package init(
        operation: Message.Operation?, kind: String? = nil, id: String? = nil, editSequence: String? = nil,
        title: String? = nil, entity: String? = nil, txnDate: String? = nil, externalGUID: String? = nil
    ) {
        self.operation = operation
        self.kind = kind
        self.id = id
        self.editSequence = editSequence
        self.title = title
        self.entity = entity
        self.txnDate = txnDate
        self.externalGUID = externalGUID
    }

    /// - Parameter request: the element of the request, or of what it adds or changes.
    package init(_ message: Message, _ request: Draft.Element, in catalog: Catalog = .standard) {
        let content = request.name == message.name ? request[message.title] ?? request : request
        func text(_ names: String...) -> String? {
            names.lazy.compactMap { content[$0]?.text }.first { !$0.isEmpty }
        }
        let changes = message.changesBooks && message.operation != nil
        self.init(operation: changes ? message.operation : nil)
        guard changes else { return }
        switch message.operation {
        case .delete, .void:
            kind = text("ListDelType", "TxnDelType", "TxnVoidType")
        case .merge:
            kind = text("ListMergeType")
        case .add, .modify, .query, nil:
            kind = Self.answeredKind(of: message, special: text("SpecialItemType"), in: catalog)
        }
        if message.operation != .add { id = text("ListID", "TxnID") ?? content["MergeFrom"]?["ListID"]?.text }
        editSequence = text("EditSequence")
        title = text("FullName", "Name", "RefNumber", "TxnNumber", "Initial")
        let names = ["CustomerRef", "VendorRef", "PayeeEntityRef", "EntityRef", "ParentRef"]
        let reference = names.lazy.compactMap { content[$0] }.first
        entity = reference?["ListID"]?.text ?? reference?["FullName"]?.text
        txnDate = text("TxnDate")
        externalGUID = text("ExternalGUID")
    }

    /// The kind of the record that comes back: `StandardTerms` of `StandardTermsAddRs`. Where it may be of
    /// several (`SpecialItemAdd`), what is to be made tells which; nil where that tells nothing.
    private static func answeredKind(
        of message: Message, special type: String?, in catalog: Catalog
    ) -> String? {
        guard let answer = catalog.message(message.title + "Rs") else { return nil }
        let kinds = catalog[answer.content].places.map { catalog.name(of: $0) }
            .filter { $0.hasSuffix("Ret") }.map { String($0.dropLast(3)) }
        if kinds.count < 2 { return kinds.first }
        return type.flatMap { specialItems[$0] }.flatMap { kinds.contains($0) ? $0 : nil }
    }

    /// By `SpecialItemType`: the items that QuickBooks calls Fin Chg, Reimb Group and Reimb Subt.
    private static let specialItems = [
        "FinanceCharge": "ItemOtherCharge", "ReimbursableExpenseGroup": "ItemGroup",
        "ReimbursableExpenseSubtotal": "ItemSubtotal",
    ]
}

extension Checked {
    package func subject(of index: Int, in catalog: Catalog = .standard) -> RequestSubject {
        let request = requests[index]
        return RequestSubject(request.message, element(of: request, in: catalog), in: catalog)
    }

    /// The version from which on the request can carry a GUID of the sender's that QuickBooks gives back with
    /// the record (41 Add requests); nil for one that cannot, or has one already. Lists take it from 8.0 on,
    /// transactions from 9.0.
    ///
    /// - Parameter subject: the request's own.
    package func externalGUIDVersion(
        _ index: Int, _ subject: RequestSubject, in catalog: Catalog = .standard
    ) -> Version? {
        let request = requests[index]
        guard request.message.operation == .add, subject.externalGUID == nil,
            let content = addedContent(request, catalog), let name = catalog.index.id(of: Self.externalGUID)
        else { return nil }
        return catalog[content].place(named: name)?.since.version
    }

    /// Where a question has an iterator, which brings one page of the answer at a time; nil if it has none.
    package func iteratorPlace(
        of index: Int, in catalog: Catalog = .standard
    ) -> (pointer: String, line: Int)? {
        guard let node = draft.attribute("iterator", of: requests[index].node, in: catalog) else {
            return nil
        }
        var located = self
        return located.location(of: node, in: catalog)
    }

    static let externalGUID = "ExternalGUID"

    /// The content of `InvoiceAdd` within `InvoiceAddRq`.
    func addedContent(_ request: Request, _ catalog: Catalog) -> Content.ID? {
        catalog[request.message.content].places
            .first { catalog.name(of: $0) == request.message.title }?.content
    }
}
