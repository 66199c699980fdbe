import Foundation
import QBXML
import Simulator
import Testing
import XML

/// Every request of the catalog that adds something, as its documentation has it.
@Suite struct EveryAddTests {
    /// What the simulator does not imitate.
    static let notImitated: Set = ["DataExtDef", "ListDisplay", "TxnDisplay"]

    /// Refused for what this company has not: other currencies, and the kind of sample QuickBooks keeps once.
    static let refused: [String: Set<String>] = [
        "Currency": ["3250"], "SpecialAccount": ["3100"], "SpecialItem": ["3100"],
    ]

    static let requests = Catalog.standard.requests.filter {
        $0.operation == .add && $0.container == .messages
            && $0.editions.contains(Editions(.unitedStates))
    }

    @Test(
        "every Add of the catalog is applied and found again, or is on the short list",
        arguments: requests.map(\.name))
    func add(name: String) throws {
        let message = try #require(Catalog.standard.message(name))
        var desk = Desk(.sample)
        var example = Sample(try #require(Catalog.standard.example(of: message)).document())
        let answer = try desk.run(&example)
        let text = answer.attribute("statusMessage") ?? ""
        if Self.notImitated.contains(message.subject) {
            #expect(answer.status == "1030")
            return
        }
        if let codes = Self.refused[message.subject], answer.status != "0" {
            #expect(codes.contains(answer.status), "\(answer.status) \(text)")
            return
        }
        #expect(answer.status == "0", "\(answer.status) \(text)\n\(example.text)")
        guard let record = answer.elements.first, answer.status == "0" else { return }
        let write = try #require(desk.file.appliedWrites.last)
        #expect(write.request == name && desk.file.appliedWrites.count == 1)
        guard message.subject != "DataExt" else { return }
        #expect(record.name == write.kind + "Ret")
        #expect((record["ListID"] ?? record["TxnID"])?.text == write.id)
        try check(record, of: write, &desk)
    }

    /// The record is what the fullest query answers, and the daemon's decoder finds no fault with it.
    private func check(_ record: Element, of write: AppliedWrite, _ desk: inout Desk) throws {
        let family = desk.file.counts.map(\.family).first {
            desk.file.record($0, id: write.id)?.kind == write.kind
        }
        let whole = desk.file.everything(of: [family ?? ""]).first { $0.id == write.id }
        let text = String(decoding: try #require(whole).text, as: UTF8.self)
        let again = try Element(parsing: Array("<?xml version=\"1.0\"?>\(text)".utf8))
        #expect(again == record)
        let order = try #require(Catalog.standard.message((whole?.family ?? "") + "QueryRs"))
        let place = try #require(
            Catalog.standard[order.content].places.first {
                Catalog.standard.name(of: $0) == record.name
            }?.content)
        Self.checkOrder(record, in: Catalog.standard[place], path: record.name)
    }

    /// Children stand where the catalog has them.
    static func checkOrder(_ element: Element, in content: Content, path: String) {
        var last = 0
        for child in element.elements {
            let index = content.places.firstIndex { Catalog.standard.name(of: $0) == child.name }
            guard var index else {
                Issue.record("\(path) has no \(child.name)")
                continue
            }
            if let inner = content.places[index].content {
                checkOrder(child, in: Catalog.standard[inner], path: "\(path).\(child.name)")
            }
            for choice in content.choices where choice.repeats && choice.places.contains(index) {
                index = choice.places.lowerBound
            }
            #expect(index >= last, "\(path).\(child.name) comes too late")
            last = index
        }
    }
}

/// An example document whose references are made to fit a company file.
struct Sample {
    private(set) var text: String
    private var tries = 0

    init(_ text: String) {
        self.text = text
    }

    var document: [UInt8] { Array(text.utf8) }

    /// Puts an entry that is there in place of the one that the answer missed.
    mutating func replaceReference(_ answer: Element, in file: CompanyFile) -> Bool {
        tries += 1
        let parts = (answer.attribute("statusMessage") ?? "").split(separator: "\"")
        guard tries < 30, parts.count > 2, let field = parts[0].split(separator: " ").dropLast(0).last
        else { return false }
        let name = String(parts[1])
        guard
            let (old, new) = Self.substitute(
                String(field), name, of: String(answer.name.dropLast(5)), in: file), text.contains(old)
        else {
            return false
        }
        text = text.replacing(old, with: new)
        return true
    }

    /// Means a record that is there, as it is now; its lines are new.
    mutating func aim(at record: Element) {
        for name in ["ListID", "TxnID", "EditSequence"] {
            guard let value = record[name]?.text, let start = text.range(of: "<\(name)>"),
                let end = text.range(of: "</\(name)>")
            else { continue }
            text.replaceSubrange(start.upperBound..<end.lowerBound, with: value)
        }
        text = text.replacing("<TxnLineID>3A43-1764233100<", with: "<TxnLineID>-1<")
    }

    /// Another name in place of one that the company has already.
    mutating func rename() -> Bool {
        for name in ["Name", "Initial", "FullName"] {
            guard let start = text.range(of: "<\(name)>"), let end = text.range(of: "</\(name)>") else {
                continue
            }
            guard text[start.upperBound..<end.lowerBound] != "ZZ" else { return false }
            text.replaceSubrange(start.upperBound..<end.lowerBound, with: "ZZ")
            return true
        }
        return false
    }

    private static func substitute(
        _ field: String, _ name: String, of kind: String, in file: CompanyFile
    ) -> (String, String)? {
        switch field {
        case "TxnID":
            let open = ["Invoice": "BalanceRemaining", "Bill": "OpenAmount", "CreditMemo": "CreditRemaining"]
            let ids = open.sorted { $0.key < $1.key }.flatMap { family, amount in
                file.records(family).filter { (Money($0[amount]) ?? .zero) > .zero }.prefix(1).map(\.id)
            }
            guard let place = ids.firstIndex(of: name) else { return ids.first.map { (name, $0) } }
            return place + 1 < ids.count ? (name, ids[place + 1]) : nil
        case "PaymentTxnID":
            return file.records("ReceivePayment").last.map { (name, $0.id) }
        case "LinkToTxnID":
            return file.records("SalesOrder").first.map { (name, $0.id) }
        default: break
        }
        let family = family(of: field, in: kind)
        guard let record = file.records(family).last(where: { $0.isActive && !$0.fullName.isEmpty }) else {
            return nil
        }
        let isID = name.contains("-") && name.allSatisfy { $0.isHexDigit || $0 == "-" }
        let value = isID ? record.id : record.fullName.replacing("&", with: "&amp;")
        return (">\(name)<", ">\(value)<")
    }

    private static func family(of field: String, in kind: String) -> String {
        switch field {
        case "Parent": kind.hasPrefix("Item") ? "Item" : kind
        case "Supervisor": "Employee"
        case "ParentSite": "InventorySite"
        case _ where field.hasSuffix("Account"): "Account"
        case _ where field.hasSuffix("Class"): "Class"
        case _ where field.hasSuffix("TaxCode"): "SalesTaxCode"
        case _ where field.hasSuffix("Vendor") || field.hasSuffix("Entity"): "Vendor"
        case "ItemGroup": "Item"
        case _ where field.hasPrefix("Item"): "Item"
        case _ where field.contains("InventorySite"): "InventorySite"
        case _ where field.hasSuffix("PaymentMethod"): "PaymentMethod"
        default: field
        }
    }
}

extension Desk {
    /// Runs an example until it refers to nothing that the company lacks.
    mutating func run(_ example: inout Sample) throws -> Element {
        var answer = try run(example.document)
        while answer.status == "3140" && example.replaceReference(answer, in: file)
            || answer.status == "3100" && example.rename()
        {
            answer = try run(example.document)
        }
        return answer
    }

    /// The first answer to a whole document.
    mutating func run(_ document: [UInt8], _ location: SourceLocation = #_sourceLocation) throws -> Element {
        switch session.answer(document, from: &file) {
        case .answer(let bytes, _):
            return try #require(
                try Element(parsing: bytes)["QBXMLMsgsRs"]?.elements.first, sourceLocation: location)
        case .refused(let refusal):
            Issue.record("refused: \(refusal.reasons)", sourceLocation: location)
            return try Element(parsing: Array("<?xml version=\"1.0\"?><refused/>".utf8))
        }
    }
}
