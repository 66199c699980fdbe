import Foundation
import QBXML
package import Simulator
package import Store
package import Sync

/// The mirror against the company file, record by record.
package struct MirrorComparison {
    private let database: SyncDatabase
    private let connector: Connector
    private let company: CompanyFile

    package init(_ database: SyncDatabase, _ connector: Connector, _ company: CompanyFile) {
        self.database = database
        self.connector = connector
        self.company = company
    }

    private struct Key: Hashable {
        var kind: String
        var id: String
    }

    /// What differs in categories that are called complete, and doubts without a reason; a sentence each.
    package func findings() throws -> [String] {
        let doubts = try doubts()
        var findings: [String] = []
        let theirs = try decoded(company.everything())
        let ours = try stored()
        let seen = Set(ours.keys.map(\.kind))
        // Hidden from the first day on it looks like a list that is empty, and the probe says so.
        func isUnseen(_ category: QBXML.Category) -> Bool {
            category.kinds.allSatisfy { !seen.contains($0) }
                && category.kinds.contains { company.restriction(of: $0) == .hidden }
        }
        // The new name of an entry that may not be read cannot be known where others refer to it.
        let doubtful = Set(
            Category.all.filter { doubts[$0.name] != nil || isUnseen($0) }.flatMap(\.kinds))
        let unknown = Set(theirs.keys.filter { doubtful.contains($0.kind) }.map(\.id))
        for category in Category.all where category.identity != .single {
            if let why = doubts[category.name] {
                if why.isEmpty { findings.append("\(category.name) is in doubt without a reason") }
                // What is hidden must not be called complete; the rest may be in doubt for other reasons.
                continue
            }
            let kinds = Set(category.kinds)
            let there = theirs.filter { kinds.contains($0.key.kind) }
            let here = ours.filter { kinds.contains($0.key.kind) }
            if isUnseen(category) { continue }
            for (key, text) in there {
                guard let own = here[key] else {
                    findings.append("\(key.kind) \(key.id) is missing here")
                    continue
                }
                if !Self.isSame(own, text, unless: unknown) {
                    findings.append("\(key.kind) \(key.id) differs: \(Self.difference(own, text))")
                }
            }
            for key in here.keys where there[key] == nil {
                findings.append("\(key.kind) \(key.id) is here and gone there")
            }
        }
        return findings.sorted()
    }

    /// Why a category is not complete: its doubt, its trouble in the latest sync, or that it was never read
    /// to its end.
    private func doubts() throws -> [String: String] {
        let sql = """
            SELECT category, doubt FROM watermark WHERE doubt IS NOT NULL
            UNION ALL
            SELECT category, sentence FROM message WHERE subject = ''
            """
        var doubts: [String: String] = [:]
        for row in try database.readNow({ try $0.query(sql, limit: 1000) }).rows {
            doubts[row[0] ?? ""] = row[1] ?? ""
        }
        let read = Set(
            try database.readNow({
                try $0.query("SELECT category FROM watermark WHERE complete_at IS NOT NULL", limit: 1000)
            }).rows.compactMap { $0[0] })
        let absent = Set(
            try database.readNow({
                try $0.query(
                    "SELECT category FROM coverage WHERE answer = 'not in this edition'", limit: 1000)
            }).rows.compactMap { $0[0] })
        for category in Category.all where !read.contains(category.name) && doubts[category.name] == nil {
            doubts[category.name] = absent.contains(category.name) ? "not in this edition" : ""
        }
        return doubts
    }

    private func decoded(_ records: [WholeRecord]) throws -> [Key: String] {
        var decoded: [Key: String] = [:]
        for (family, whole) in Dictionary(grouping: records, by: \.family) {
            var document = Array("<QBXML><QBXMLMsgsRs><\(family)QueryRs statusCode=\"0\">".utf8)
            for record in whole { document += record.text }
            document += Array("</\(family)QueryRs></QBXMLMsgsRs></QBXML>".utf8)
            for record in try Response(decoding: document).answers.flatMap(\.records) {
                decoded[Key(kind: record.kind, id: record.id)] = String(decoding: record.json, as: UTF8.self)
            }
        }
        return decoded
    }

    private func stored() throws -> [Key: String] {
        let sql = """
            SELECT r.kind, r.id, r.json FROM record AS r JOIN connector AS c ON c.id = r.connector_id
            WHERE c.name = '\(connector.name)' AND r.deleted_at IS NULL
            """
        var stored: [Key: String] = [:]
        for row in try database.readNow({ try $0.query(sql, limit: 1_000_000) }).rows {
            stored[Key(kind: row[0] ?? "", id: row[1] ?? "")] = row[2] ?? ""
        }
        return stored
    }

    /// The members that differ, ours before theirs.
    private static func difference(_ one: String, _ other: String) -> String {
        func object(_ text: String) -> [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
        }
        func text(_ value: Any?) -> String {
            guard let value,
                let data = try? JSONSerialization.data(
                    withJSONObject: [value], options: [.sortedKeys, .withoutEscapingSlashes])
            else { return "-" }
            return String(decoding: data, as: UTF8.self)
        }
        let (one, other) = (object(one), object(other))
        return Set(one.keys).union(other.keys).sorted().compactMap { key in
            let (ours, theirs) = (text(one[key]), text(other[key]))
            return ours == theirs ? nil : "\(key) \(ours) / \(theirs)"
        }.joined(separator: "; ").replacing("\n", with: "")
    }

    /// Balances that were refreshed may stand behind their old place.
    ///
    /// - Parameter unknown: IDs of entries whose names do not count.
    private static func isSame(_ one: String, _ other: String, unless unknown: Set<String>) -> Bool {
        if one == other { return true }
        func blurred(_ value: Any) -> Any {
            if let list = value as? [Any] { return list.map(blurred) }
            guard var object = value as? [String: Any] else { return value }
            if let id = object["ListID"] as? String, unknown.contains(id), object.count == 2 {
                object["FullName"] = nil
            }
            return object.mapValues(blurred)
        }
        // As bytes: with the library linked in, dictionaries that were bridged are never equal.
        func bytes(_ text: String) -> Data? {
            (try? JSONSerialization.jsonObject(with: Data(text.utf8))).map(blurred).flatMap {
                try? JSONSerialization.data(withJSONObject: $0, options: .sortedKeys)
            }
        }
        guard let one = bytes(one), let other = bytes(other) else { return false }
        return one == other
    }
}
