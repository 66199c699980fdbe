internal import QBXML

extension Schema {
    /// Gives what the oldest of the earlier schemas lacks the version that first had it, unless it says so
    /// itself. What stands inside something new is as new as that.
    ///
    /// - Parameter earlier: ascending by version.
    mutating func dateWhatIsNew(after earlier: some Sequence<Schema>) {
        let paths = earlier.map { schema in (version: schema.version, known: schema.paths) }
        guard let oldest = paths.first else { return }
        let version = version
        func date(_ place: inout Place, in parent: String) {
            let path = parent + "/" + place.name
            if oldest.known.contains(path) {
                place.content.changeEach { date(&$0, in: path) }
            } else if place.rules.since == nil {
                place.rules.since = paths.first { $0.known.contains(path) }?.version ?? version
            }
        }
        for index in sets.indices { date(&sets[index], in: "") }
    }

    private var paths: Set<String> {
        var paths: Set<String> = []
        forEachPlace { path, _ in paths.insert(path) }
        return paths
    }
}
