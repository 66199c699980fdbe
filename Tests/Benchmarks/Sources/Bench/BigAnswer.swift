import Foundation

/// One sync in which all records of a kind come in a single answer.
struct BigAnswer {
    let kind: Books.Kind
    let bytes: Int
    /// Another one is another version of the same records.
    let edit: Int
    /// Where the document is left for a yardstick.
    var path: String?
    /// From the first byte of its call to the last one of what the server said.
    private(set) var seconds = 0.0
    /// Of the document, as QuickBooks wrote it.
    private(set) var size = 0
    private(set) var count = 0

    init(kind: Books.Kind, bytes: Int, edit: Int, path: String? = nil) {
        self.kind = kind
        self.bytes = bytes
        self.edit = edit
        self.path = path
    }

    mutating func sync(_ visit: Visit, _ site: Server.Site) throws {
        var isSent = false
        try visit.sync(site) { queries in
            guard let query = queries.first, queries.count == 1, query.name == kind.rawValue,
                query.isReading, query.isIterated, !isSent
            else { return Books.nothing(queries, but: kind, count: count) }
            isSent = true
            let (document, count) = Books.all(kind, bytes: bytes, query: query, edit: edit)
            self.count = count
            size = document.count
            if let path { try Data(document).write(to: URL(fileURLWithPath: path)) }
            return Books.escaped(document)
        }
        // Nothing else in such a sync takes half as long.
        seconds = visit.connection.longest
    }
}
