import QBXML

/// Values that a line of a file takes from another one: `#n` counts over the whole file, but within a call
/// over the requests of that call.
struct LinkedLines {
    /// Of the requests in front; nil in a dry run, in which nothing gets an ID.
    private var ids: [String?] = []

    /// The body as the daemon understands it. What stands in a call before is named by its ID; that call's
    /// receipt has it, also when it is repeated under its key, so that this body stays the same as well.
    func body(of batch: RequestSource.Batch) throws(Failure) -> [UInt8] {
        let sources = try Self.draft(of: batch).namedSources
        var body = batch.body
        // From behind, because the places in front stay then.
        for source in sources.reversed() {
            guard let number = source.number else { continue }
            let name =
                ids.indices.contains(number)
                ? ids[number] ?? "request \(number) of the file" : "#\(number - ids.count)"
            body.replaceSubrange(source.place, with: Array("\"\(name)\"".utf8))
        }
        return body
    }

    mutating func append(_ ids: [String]) { self.ids += ids }

    /// What is in the piece was looked at, and not queued.
    mutating func append(dry batch: RequestSource.Batch) throws(Failure) {
        ids += [String?](repeating: nil, count: try Self.draft(of: batch).requests.count)
    }

    /// It was read before, when the file was looked through.
    private static func draft(of batch: RequestSource.Batch) throws(Failure) -> Draft {
        do { return try Draft(reading: batch.body) } catch {
            throw .here("The file was changed while it was read: \(error.sentence)")
        }
    }
}
