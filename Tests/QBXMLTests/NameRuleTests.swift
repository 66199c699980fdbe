import QBXML
import Testing

@Suite("The rules of names")
struct NameRuleTests {
    @Test(
        "let a name pass that has neither colons nor blanks around it",
        arguments: ["Abercrombie, Kristy", "a", "", "Ünal & Söhne – 1", "a\u{A0}"])
    func goodNames(text: String) {
        #expect(NameRule.name.breaches(in: text) == [])
        #expect(NameRule.fullName.breaches(in: text) == [])
    }

    @Test("find every colon in a name, with its position in characters")
    func colons() {
        #expect(
            NameRule.name.breaches(in: "Ü:b::") == [
                .colonInName(position: 2), .colonInName(position: 4), .colonInName(position: 5),
            ])
    }

    @Test("say that blanks around a name are cut off", arguments: [" a", "a ", "\ta", "a\n", " a b "])
    func outerBlanks(text: String) {
        #expect(NameRule.name.breaches(in: text) == [.outerBlanks])
        #expect(NameRule.fullName.breaches(in: text) == [.outerBlanks])
    }

    @Test("refuse a name of nothing but blanks", arguments: [" ", "\r\n", "\t  "])
    func blank(text: String) {
        #expect(NameRule.name.breaches(in: text) == [.emptyPart(position: 1)])
        #expect(NameRule.fullName.breaches(in: text) == [.emptyPart(position: 1)])
    }

    @Test(
        "let the path to an object have colons, but no part of it be missing",
        arguments: [
            ("Customer:Job", []), ("Ä:b:c:d:e", []), ("Customer: Job", [.blanksAtColon(position: 9)]),
            ("Customer :Job", [.blanksAtColon(position: 10)]),
            ("Customer : Job", [.blanksAtColon(position: 10)]),
            (":Job", [.emptyPart(position: 1)]), ("Customer:", [.emptyPart(position: 10)]),
            ("Ä::b", [.emptyPart(position: 3)]), (":", [.emptyPart(position: 1), .emptyPart(position: 2)]),
            ("a: :b", [.blanksAtColon(position: 2), .emptyPart(position: 3), .blanksAtColon(position: 4)]),
            (" a:b ", [.outerBlanks]),
        ] as [(String, [NameRule.Breach])])
    func paths(text: String, breaches: [NameRule.Breach]) {
        #expect(NameRule.fullName.breaches(in: text) == breaches)
    }

    @Test("tell what QuickBooks refuses from what it only alters, each in a sentence of its own")
    func sentences() {
        let breaches: [NameRule.Breach] = [
            .colonInName(position: 7), .emptyPart(position: 7), .outerBlanks, .blanksAtColon(position: 7),
        ]
        #expect(breaches.map(\.isRefused) == [true, true, false, false])
        #expect(Set(breaches.map(\.sentence)).count == 4)
        #expect(breaches.map { $0.sentence.contains("position 7") } == [true, true, false, true])
    }
}
