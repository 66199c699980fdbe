package import FoundationEssentials

/// `GET …/conversations/{conversation}/exchanges`: what was said, in order.
package struct ExchangePage: Codable, Equatable, Sendable {
    package var conversation: Int64
    package var isRedacted: Bool
    package var exchanges: [ExchangeEntry]
    package var next: Int64?

    package init(conversation: Int64, isRedacted: Bool, exchanges: [ExchangeEntry], next: Int64?) {
        self.conversation = conversation
        self.isRedacted = isRedacted
        self.exchanges = exchanges
        self.next = next
    }
}

/// One side of one call.
package struct ExchangeEntry: Codable, Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var operation: String
    package var direction: String
    package var details: [ExchangeDetail]
    package var bytes: Int
    package var leftOut: Int
    package var document: String?
    package var ending: String?

    package init(
        number: Int64, at: Date, operation: String, direction: String, details: [ExchangeDetail], bytes: Int,
        leftOut: Int, document: String?, ending: String?
    ) {
        self.number = number
        self.at = at
        self.operation = operation
        self.direction = direction
        self.details = details
        self.bytes = bytes
        self.leftOut = leftOut
        self.document = document
        self.ending = ending
    }
}

/// What came or went beside a document.
package struct ExchangeDetail: Codable, Equatable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
