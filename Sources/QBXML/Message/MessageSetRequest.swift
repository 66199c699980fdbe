internal import XML

/// A `QBXMLMsgsRq` with its prolog: the document that the Web Connector carries to QuickBooks.
///
///     <?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?>
///     <QBXML><QBXMLMsgsRq onError="continueOnError">
///       <CustomerQueryRq requestID="1" iterator="Start"><MaxReturned>200</MaxReturned>…
package struct MessageSetRequest: Equatable, Sendable {
    /// What QuickBooks does with the rest after a request failed. The schema's third word, `rollbackOnError`,
    /// is missing here because the desktop cannot do it.
    package enum OnError: String, Sendable {
        case continueOnError, stopOnError
    }

    package var version: Version
    package var onError: OnError
    package var requests: [CategoryQuery]

    package init(version: Version, requests: [CategoryQuery], onError: OnError = .continueOnError) {
        self.version = version
        self.requests = requests
        self.onError = onError
    }

    /// The document. Equal values give equal bytes; the declaration begins at byte 0, because some request
    /// processors refuse anything before it; all bytes are below 128, because they refuse others in UTF-8.
    ///
    /// A request that `version` does not know is left out: it would take the whole document down with it.
    package func encoded() -> [UInt8] {
        var writer = Writer(asciiOnly: true)
        writer.declaration()
        writer.raw("<?qbxml version=\"\(version)\"?>")
        writer.open("QBXML")
        writer.open("QBXMLMsgsRq", ["onError": onError.rawValue])
        for request in requests where request.category.since <= version {
            request.write(to: &writer, version: version)
        }
        writer.close("QBXMLMsgsRq")
        writer.close("QBXML")
        return writer.bytes
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
