internal import XML

/// The queries of a sync, as a document that the Web Connector carries to QuickBooks.
///
///       <CustomerQueryRq requestID="1" iterator="Start"><MaxReturned>200</MaxReturned>…
package struct MessageSetRequest: Equatable, Sendable {
    package enum Request: Equatable, Sendable {
        case category(CategoryQuery)
        case deleted(DeletedQuery)
        /// A request that was checked already, as it goes out: a report.
        case checked([UInt8])
    }

    package var head: MessageSetHead
    package var requests: [Request]

    package init(
        version: Version, requests: [Request], onError: MessageSetHead.OnError = .continueOnError
    ) {
        head = MessageSetHead(version: version, onError: onError)
        self.requests = requests
    }

    package init(
        version: Version, requests: [CategoryQuery], onError: MessageSetHead.OnError = .continueOnError
    ) {
        self.init(version: version, requests: requests.map { .category($0) }, onError: onError)
    }

    /// The document.
    ///
    /// A request that `version` does not know is left out: it would take the whole document down with it.
    package func encoded() -> [UInt8] {
        head.document { writer in
            for request in requests {
                switch request {
                case .category(let query):
                    guard query.category.since <= head.version else { continue }
                    QueryFilling(query, version: head.version).write(to: &writer)
                case .deleted(let query): QueryFilling(query, version: head.version).write(to: &writer)
                case .checked(let bytes): writer.raw(String(decoding: bytes, as: UTF8.self))
                }
            }
        }
    }
}
