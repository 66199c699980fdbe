internal import XML

/// The queries of a sync, as a document that the Web Connector carries to QuickBooks.
///
///       <CustomerQueryRq requestID="1" iterator="Start"><MaxReturned>200</MaxReturned>…
package struct MessageSetRequest: Equatable, Sendable {
    package enum Request: Equatable, Sendable {
        case category(CategoryQuery)
        case deleted(DeletedQuery)
        /// A request that was checked already, in canonical form and without an ID: a report.
        case checked([UInt8], requestID: String)
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
                case .checked(let bytes, let requestID):
                    // Behind the name of the element, whose tag ends there or goes on with attributes.
                    let end = bytes.firstIndex { " >/".utf8.contains($0) } ?? bytes.endIndex
                    writer.raw(String(decoding: bytes[..<end], as: UTF8.self))
                    writer.raw(" requestID=\"\(requestID)\"")
                    writer.raw(String(decoding: bytes[end...], as: UTF8.self))
                }
            }
        }
    }
}
