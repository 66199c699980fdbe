package import FoundationEssentials

/// `GET /v1/audit`: who did what, newest first.
package struct AuditPage: Codable, Equatable, Sendable {
    package var lines: [AuditLine]
    package var next: Int64?

    package init(lines: [AuditLine], next: Int64?) {
        self.lines = lines
        self.next = next
    }
}

package struct AuditLine: Codable, Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var who: String
    package var uid: Int?
    package var action: String
    package var connector: String?
    package var subject: String
    package var detail: String?
    package var hash: String

    package init(
        number: Int64, at: Date, who: String, uid: Int?, action: String, connector: String?, subject: String,
        detail: String?, hash: String
    ) {
        self.number = number
        self.at = at
        self.who = who
        self.uid = uid
        self.action = action
        self.connector = connector
        self.subject = subject
        self.detail = detail
        self.hash = hash
    }
}

/// `GET /v1/audit/verification`: whether the trail is still what it was.
package struct AuditVerification: Codable, Equatable, Sendable {
    package var isIntact: Bool
    package var sentence: String
    package var lines: Int
    package var head: String?
    package var fault: AuditFaultEntry?
    package var expectedFound: Bool?
    package var fix: String?

    package init(
        isIntact: Bool, sentence: String, lines: Int, head: String?, fault: AuditFaultEntry?,
        expectedFound: Bool?, fix: String? = nil
    ) {
        self.isIntact = isIntact
        self.sentence = sentence
        self.lines = lines
        self.head = head
        self.fault = fault
        self.expectedFound = expectedFound
        self.fix = fix
    }
}

/// A line that does not follow from the one before it.
package struct AuditFaultEntry: Codable, Equatable, Sendable {
    package var number: Int64
    package var at: String
    package var action: String

    package init(number: Int64, at: String, action: String) {
        self.number = number
        self.at = at
        self.action = action
    }
}
