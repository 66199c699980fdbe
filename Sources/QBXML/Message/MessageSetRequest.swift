internal import XML

/// The queries of a sync, as a document that the Web Connector carries to QuickBooks.
///
///       <CustomerQueryRq requestID="1" iterator="Start"><MaxReturned>200</MaxReturned>…
package struct MessageSetRequest: Equatable, Sendable {
    package var head: MessageSetHead
    package var requests: [CategoryQuery]

    package init(
        version: Version, requests: [CategoryQuery], onError: MessageSetHead.OnError = .continueOnError
    ) {
        head = MessageSetHead(version: version, onError: onError)
        self.requests = requests
    }

    /// The document.
    ///
    /// A request that `version` does not know is left out: it would take the whole document down with it.
    package func encoded() -> [UInt8] {
        head.document { writer in
            for request in requests where request.category.since <= head.version {
                request.write(to: &writer, version: head.version)
            }
        }
    }
}

extension CategoryQuery {
    /// The parts of the catalog in their order, each filled from the query; what has nothing to say is left
    /// out.
    func write(to writer: inout Writer, version: Version) {
        let page = category.iterates(in: version) ? page : .whole
        open(&writer, page)
        for part in category.parts where part.since <= version { write(part, page, to: &writer) }
        writer.close(category.query)
    }

    private func open(_ writer: inout Writer, _ page: QueryPage) {
        switch page {
        case .whole:
            writer.open(category.query, ["requestID": requestID])
        case .first:
            writer.open(category.query, ["requestID": requestID, "iterator": "Start"])
        case .next(let iteratorID, _):
            writer.open(
                category.query, ["requestID": requestID, "iterator": "Continue", "iteratorID": iteratorID])
        case .stop(let iteratorID):
            writer.open(
                category.query, ["requestID": requestID, "iterator": "Stop", "iteratorID": iteratorID])
        }
    }

    private func write(_ part: QueryPart, _ page: QueryPage, to writer: inout Writer) {
        switch part.content {
        case .iterator:
            break  // It is among the attributes.
        case .pageSize(let element):
            guard let size = page.size else { break }
            writer.leaf(element, String(max(1, size)))
        case .modifiedSince(let path):
            // A time that cannot be read would have the whole document refused; reading everything is always
            // right.
            guard let since = since.flatMap(Stamp.init), let leaf = path.last else { break }
            for element in path.dropLast() { writer.open(element) }
            writer.leaf(leaf, since.wallTime)
            for element in path.dropLast().reversed() { writer.close(element) }
        case .constant(let element, let value):
            writer.leaf(element, value)
        }
    }
}

extension QueryPage {
    fileprivate var size: Int? {
        switch self {
        case .first(let size), .next(_, let size): size
        case .whole, .stop: nil
        }
    }
}
