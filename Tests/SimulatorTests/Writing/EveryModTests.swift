import Foundation
import QBXML
import Simulator
import Testing
import XML

/// Every request of the catalog that changes something, as its documentation has it.
@Suite struct EveryModTests {
    /// Answered with 1030, or about what this company has not.
    private static let others: Set = [
        "DataExtDef", "ListDisplay", "TxnDisplay", "Form1099CategoryAccountMapping", "Currency", "DataExt",
        "ClearedStatus",
    ]

    static let requests = Catalog.standard.requests.filter {
        $0.operation == .modify && $0.container == .messages && !others.contains($0.subject)
            && $0.editions.contains(Editions(.unitedStates))
    }

    @Test("every Mod of the catalog changes a record that an Add has made", arguments: requests.map(\.name))
    func change(name: String) throws {
        let message = try #require(Catalog.standard.message(name))
        var desk = Desk(.sample)
        let adding = try #require(Catalog.standard.message(message.subject + "AddRq"))
        var made = Sample(try #require(Catalog.standard.example(of: adding)).document())
        let record = try #require(try desk.run(&made).elements.first)
        var example = Sample(try #require(Catalog.standard.example(of: message)).document())
        example.aim(at: record)
        let answer = try desk.run(&example)
        let text = answer.attribute("statusMessage") ?? ""
        #expect(answer.status == "0", "\(answer.status) \(text)\n\(example.text)")
        guard let changed = answer.elements.first, answer.status == "0" else { return }
        #expect(desk.file.appliedWrites.map(\.request) == [adding.name, name])
        #expect((changed["ListID"] ?? changed["TxnID"])?.text == desk.file.appliedWrites.first?.id)
        let order = try #require(Catalog.standard.message(name.dropLast(2) + "Rs"))
        let place = try #require(
            Catalog.standard[order.content].places.first {
                Catalog.standard.name(of: $0) == changed.name
            }?.content)
        EveryAddTests.checkOrder(changed, in: Catalog.standard[place], path: changed.name)
    }
}
