import Foundation

/// A sync that finds nothing new: what is our share of it, by kind.
struct Unchanged {
    let programs: String
    let directory: String

    func run(_ report: inout Report) throws {
        try? FileManager.default.removeItem(atPath: directory)
        let server = try Server(programs: programs, directory: directory)
        defer {
            server.stop()
            try? FileManager.default.removeItem(atPath: directory)
        }
        let site = try server.site("quiet")
        var times: [Double] = []
        for round in 0..<6 {
            if round > 0 { try server.force("quiet") }
            let visit = try server.visit(site)
            var kinds: Set<String> = []
            try visit.sync(site) { queries in
                kinds.formUnion(queries.map(\.name))
                return Books.nothing(queries)
            }
            if round > 0 { times.append(visit.connection.seconds * 1000 / Double(kinds.count)) }
            if round == 5 { report.add("nothing changed: kinds asked for", Double(kinds.count), "kinds") }
        }
        report.add("nothing changed: our time by kind, median", times.sorted()[times.count / 2], "ms")
    }
}
