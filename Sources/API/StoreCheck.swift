package import FoundationEssentials

/// `GET /v1/check-store`: a database file, read from its first page to its last.
package struct StoreCheckReport: Codable, Equatable, Sendable {
    package var path: String
    package var bytes: Int
    /// Number of its schema.
    package var schema: Int
    /// As of when the copy is; absent for the database itself.
    package var copiedAt: Date?
    package var isSound: Bool
    package var findings: [StoreCheckFinding]
    /// What to do about it; absent where nothing is to be done.
    package var fix: String?

    package init(
        path: String, bytes: Int, schema: Int, copiedAt: Date?, findings: [StoreCheckFinding], fix: String?
    ) {
        self.path = path
        self.bytes = bytes
        self.schema = schema
        self.copiedAt = copiedAt
        isSound = findings.isEmpty
        self.findings = findings
        self.fix = fix
    }
}

package struct StoreCheckFinding: Codable, Equatable, Sendable {
    /// integrity, references, schema or invariants.
    package var check: String
    package var sentence: String

    package init(check: String, sentence: String) {
        self.check = check
        self.sentence = sentence
    }
}
