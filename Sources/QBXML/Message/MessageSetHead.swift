package import XML

/// What a message set says about itself, and the document around its requests.
///
///     <?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?>
///     <QBXML><QBXMLMsgsRq newMessageSetID="…" onError="stopOnError">…</QBXMLMsgsRq></QBXML>
package struct MessageSetHead: Equatable, Sendable {
    /// What QuickBooks does with the rest after a request failed. The schema's third word, `rollbackOnError`,
    /// is missing here because the desktop cannot do it.
    package enum OnError: String, CaseIterable, Sendable {
        case continueOnError, stopOnError
    }

    package var version: Version
    package var onError: OnError
    /// Born with the requests, before they are first sent, at most 23 characters; nil for queries, whose
    /// answers nobody needs twice.
    package var newMessageSetID: String?
    /// The set before it, which QuickBooks may forget.
    package var oldMessageSetID: String?

    package init(
        version: Version, onError: OnError = .stopOnError, newMessageSetID: String? = nil,
        oldMessageSetID: String? = nil
    ) {
        self.version = version
        self.onError = onError
        self.newMessageSetID = newMessageSetID
        self.oldMessageSetID = oldMessageSetID
    }

    /// The document in canonical form. Equal requests give equal bytes; the declaration begins at byte 0,
    /// because some request processors refuse anything before it; all bytes are below 128, because they
    /// refuse others in UTF-8.
    package func document(
        _ container: Message.Container = .messages, reserving capacity: Int = 1_024,
        requests: (inout Writer) -> Void
    ) -> [UInt8] {
        var writer = Writer(asciiOnly: true, reserving: capacity)
        writer.declaration()
        writer.raw("<?qbxml version=\"\(version)\"?>")
        var attributes: [(name: String, value: String)] = []
        if let oldMessageSetID { attributes.append(("oldMessageSetID", oldMessageSetID)) }
        if let newMessageSetID { attributes.append(("newMessageSetID", newMessageSetID)) }
        // Subscriptions to events know no order of errors.
        if container == .messages { attributes.append(("onError", onError.rawValue)) }
        writer.open("QBXML")
        writer.open(container.rawValue + "Rq", attributes: attributes)
        requests(&writer)
        writer.close(container.rawValue + "Rq")
        writer.close("QBXML")
        return writer.bytes
    }
}
