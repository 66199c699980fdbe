import QBXML
import Sync

/// A kind of records that queries of the catalog bring, and where its elements stand.
struct MirrorKind {
    /// `Invoice`: as `record.kind` has it.
    let name: String
    let element: String
    let content: Content.ID
    /// The category that reads it; nil for a kind that no category reads yet.
    let category: Category?
    let identity: String

    /// Every kind with an ID that a query returns, those of the categories first, in their order.
    ///
    /// Left out: what QuickBooks says of deletions, which are no records, and the lines of journals of
    /// several kinds (`Transaction`), whose ID is that of a record of another kind.
    static func all(of catalog: Catalog, _ categories: [Category]) -> [MirrorKind] {
        var kinds: [MirrorKind] = []
        var known: Set<String> = []
        for category in categories {
            for place in places(of: category.query, catalog)
            where category.records.contains(catalog.name(of: place)) {
                add(place, category, &kinds, &known, catalog)
            }
        }
        for answer in catalog.answers where answer.operation == .query {
            for place in places(of: answer.title + "Rq", catalog) {
                guard identity(place, catalog) != nil, !isNoRecord(catalog.name(of: place)) else { continue }
                add(place, nil, &kinds, &known, catalog)
            }
        }
        return kinds
    }

    private static func add(
        _ place: Place, _ category: Category?, _ kinds: inout [MirrorKind], _ known: inout Set<String>,
        _ catalog: Catalog
    ) {
        let element = catalog.name(of: place)
        guard let content = place.content, known.insert(element).inserted else { return }
        kinds.append(
            MirrorKind(
                name: ViewName.plain(element), element: element, content: content, category: category,
                identity: identity(place, catalog) ?? ""))
    }

    private static func places(of query: String, _ catalog: Catalog) -> [Place] {
        guard let answer = catalog.message(query.dropLast(2) + "Rs") else { return [] }
        return catalog[answer.content].places.filter {
            catalog.name(of: $0).hasSuffix("Ret") && $0.content != nil && !$0.editions.isEmpty
        }
    }

    private static func identity(_ place: Place, _ catalog: Catalog) -> String? {
        let children = place.content.map { catalog[$0].places.map { catalog.name(of: $0) } } ?? []
        return ["ListID", "TxnID"].first { children.contains($0) }
    }

    private static func isNoRecord(_ element: String) -> Bool {
        ["ListDeletedRet", "TxnDeletedRet", "TransactionRet", "ReceivePaymentToDepositRet", "BarCodeRet"]
            .contains(element)
    }
}
