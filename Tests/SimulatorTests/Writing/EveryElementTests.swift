import Foundation
import QBXML
import Simulator
import Testing
import XML

/// Every element that an Add may have, one after the other in an example of its request.
@Suite struct EveryElementTests {
    /// Elements with which QuickBooks or this simulator rightly refuses the example.
    private static let refusals: [String: Set<String>] = [
        // Without a name of any sort, and with one side that is worth nothing.
        "EmployeeAdd": ["3150"], "JournalEntryAdd": ["3210"],
        "CurrencyRef": ["3140"], "SetCredit": ["3140"], "ApplyCheckToTxnAdd": ["1030"],
    ]

    /// One of so many is tried; all of them take twenty seconds.
    private static let share = Int(ProcessInfo.processInfo.environment["QBSIM_SHARE"] ?? "") ?? 9

    @Test("an Add with any of its elements is applied, and the record has the catalog's order")
    func elements() throws {
        let base = Desk(.sample)
        var number = 0
        for message in EveryAddTests.requests where !EveryAddTests.notImitated.contains(message.subject) {
            guard let element = Self.element(of: message) else { continue }
            for path in Self.paths(Catalog.standard[element], message.title, depth: 0) {
                number += 1
                guard number % Self.share == 0 else { continue }
                try tryOut(message, path, base)
            }
        }
        #expect(number > 1_500)
    }

    private func tryOut(_ message: Message, _ path: String, _ base: Desk) throws {
        guard case .places(let found) = Catalog.standard.look(up: path), let occurrence = found.first,
            let example = Catalog.standard.example(of: occurrence)
        else { return }
        var desk = base
        var sample = Sample(example.document())
        let answer = try desk.run(&sample)
        let text = answer.attribute("statusMessage") ?? ""
        let allowed = Self.refusals.first { path.contains($0.key) }?.value ?? []
        let isFine = answer.status == "0" || allowed.contains(answer.status)
        #expect(
            isFine || EveryAddTests.refused[message.subject]?.contains(answer.status) ?? false,
            "\(path): \(answer.status) \(text)")
        guard answer.status == "0", let record = answer.elements.first,
            let write = desk.file.appliedWrites.last, message.subject != "DataExt"
        else { return }
        let family = desk.file.counts.map(\.family).first {
            desk.file.record($0, id: write.id)?.kind == write.kind
        }
        guard let order = Catalog.standard.message((family ?? "") + "QueryRs"),
            let place = Catalog.standard[order.content].places.first(where: {
                Catalog.standard.name(of: $0) == record.name
            })?.content
        else { return }
        EveryAddTests.checkOrder(record, in: Catalog.standard[place], path: path)
    }

    private static func element(of message: Message) -> Content.ID? {
        Catalog.standard[message.content].places.first {
            Catalog.standard.name(of: $0) == message.title
        }?.content
    }

    private static func paths(_ content: Content, _ path: String, depth: Int) -> [String] {
        content.places.filter { $0.editions.contains(Editions(.unitedStates)) }.flatMap { place in
            let inner = "\(path).\(Catalog.standard.name(of: place))"
            guard depth < 2, let content = place.content else { return [inner] }
            return [inner] + paths(Catalog.standard[content], inner, depth: depth + 1)
        }
    }
}
