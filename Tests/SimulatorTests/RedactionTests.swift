import Foundation
import QBXML
import Simulator
import Testing

/// A whole company's books, taken out of the answers that hold them.
@Suite("A generated company that is redacted")
struct RedactionTests {
    private static let size = CompanySize(
        months: 3, customers: 25, vendors: 12, employees: 6, classes: 4, invoices: 40)

    /// Elements that are shown, as the manual lists them: not what the redactor itself thinks.
    private static let shown: Set = [
        "ListID", "TxnID", "TxnLineID", "EditSequence", "TimeCreated", "TimeModified", "TxnNumber", "TxnType",
        "OwnerID", "ExternalGUID", "Sublevel", "ProductName", "MajorVersion", "MinorVersion",
        "SupportedQBXMLVersion",
    ]

    private func isShown(_ element: String, _ text: String) -> Bool {
        Self.shown.contains(element)
            || element.hasSuffix("Date") && !["BirthDate", "HiredDate"].contains(element)
            || element.hasPrefix("Time") || element.hasSuffix("Time") || ["true", "false"].contains(text)
    }

    @Test(
        "has none of its names, addresses, numbers, notes and amounts left",
        arguments: [1, 7, 2026] as [UInt64]
    )
    func company(seed: UInt64) throws {
        var desk = Desk(.generated(seed: seed, size: Self.size, path: #"C:\Acme.QBW"#))
        var looked = 0
        for query in Catalog.standard.requests where query.name.hasSuffix("QueryRq") {
            guard case .answer(let bytes, _) = desk.reply("<\(query.name) requestID=\"1\"/>") else {
                continue
            }
            let text = String(decoding: Redactor.redacted(bytes), as: UTF8.self)
            let document = String(decoding: bytes, as: UTF8.self)
            // The same text may be harmless somewhere else: a day, or a 1.
            var (hidden, shown): (Set<Substring>, Set<Substring>) = ([], [])
            for match in document.matches(of: #/<(\w+)>([^<>]+)<\/\w+>/#) {
                let isShown = isShown(String(match.1), String(match.2))
                if isShown { shown.insert(match.2) } else { hidden.insert(match.2) }
            }
            for secret in hidden.subtracting(shown) where !Catalog.standard.isWord(String(secret)) {
                looked += 1
                // Digits may well be part of an ID or a time, and a word of the name of an element: then
                // they must not stand by themselves.
                let isPart =
                    secret.count < 6 || secret.allSatisfy { $0.isNumber || $0 == "-" }
                    || secret.allSatisfy { $0.isLetter }
                let isThere = text.contains(isPart ? ">\(secret)<" : secret)
                #expect(!isThere, "\(query.name): \(secret)")
            }
            if !hidden.subtracting(shown).isEmpty { #expect(text.contains("[redacted ")) }
        }
        #expect(looked > 1000, "there were texts to look for")
    }
}

extension Catalog {
    /// Of an enumeration: states and types are no secrets.
    fileprivate func isWord(_ text: String) -> Bool {
        enumerations.contains { $0.values.contains { $0.name == text } }
    }
}
