/// What a request can do, read off its content: what documentation and planning want to know at a glance.
package struct RequestFeatures: Equatable, Sendable {
    /// Where the filter of modified times stands.
    package enum ModifiedFilter: String, Sendable {
        /// `FromModifiedDate` and `ToModifiedDate` among the children.
        case direct
        /// Inside `ModifiedDateRangeFilter`, or `TransactionModifiedDateRangeFilter`.
        case range
    }

    package var metaData: Bool
    /// `iterator` and `iteratorID`: the query is read in pages.
    package var iterator: Bool
    package var maxReturned: Bool
    package var modifiedFilter: ModifiedFilter?
    package var activeStatus: Bool
    package var includeLineItems: Bool
    package var includeLinkedTxns: Bool
    /// Custom fields, which come only when their owner is named.
    package var ownerID: Bool
    package var includeRetElement: Bool
    /// A change names the state that it was made from.
    package var editSequence: Bool
    package var externalGUID: Bool
}

extension Catalog {
    package func features(of request: Message) -> RequestFeatures {
        let content = self[request.content]
        let names = Set(content.places.map { name(of: $0) })
        // An Add or Mod has one element that holds all the rest.
        let inner = content.places.first { name(of: $0) == request.title }?.content
        let inside = Set(inner.map { self[$0].places.map { name(of: $0) } } ?? [])
        let isInRange = names.contains { $0.hasSuffix("ModifiedDateRangeFilter") && !$0.hasPrefix("Report") }
        return RequestFeatures(
            metaData: request.hasMetaData, iterator: request.hasIterator,
            maxReturned: names.contains("MaxReturned"),
            modifiedFilter: names.contains("FromModifiedDate") ? .direct : isInRange ? .range : nil,
            activeStatus: names.contains("ActiveStatus"),
            includeLineItems: names.contains("IncludeLineItems"),
            includeLinkedTxns: names.contains("IncludeLinkedTxns"),
            ownerID: names.contains("OwnerID"),
            includeRetElement: names.contains("IncludeRetElement"),
            editSequence: contains("EditSequence", request.content),
            externalGUID: inside.contains("ExternalGUID"))
    }

    private func contains(_ element: String, _ content: Content.ID) -> Bool {
        self[content].places.contains { place in
            name(of: place) == element || place.content.map { contains(element, $0) } ?? false
        }
    }
}
