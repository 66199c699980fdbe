import Testing
import XML

@Suite("The element tree")
struct ElementTests {
    private let document = """
        <?xml version="1.0"?>
        <list xmlns="urn:l" kind="short"><item id="1">one</item> and \
        <item id="2"><b>two</b> more</item></list>
        """

    @Test("keeps names, namespaces, attributes and the order of children")
    func tree() throws {
        let list = try Element(parsing: Array(document.utf8))
        let expected = Element(
            name: "list", namespace: "urn:l", attributes: [.init(name: "kind", value: "short")],
            children: [
                .element(
                    Element(
                        name: "item", namespace: "urn:l", attributes: [.init(name: "id", value: "1")],
                        children: [.text("one")])),
                .text(" and "),
                .element(
                    Element(
                        name: "item", namespace: "urn:l", attributes: [.init(name: "id", value: "2")],
                        children: [
                            .element(Element(name: "b", namespace: "urn:l", children: [.text("two")])),
                            .text(" more"),
                        ])),
            ])
        #expect(list == expected)
    }

    @Test("finds children by name, and its own text without theirs")
    func finding() throws {
        let list = try Element(parsing: Array(document.utf8))
        #expect(list["item"]?.attribute("id") == "1")
        #expect(list["nothing"] == nil)
        #expect(list.all("item").map(\.text) == ["one", " more"])
        #expect(list.text == " and ")
        #expect(list.attribute("kind") == "short")
    }

    @Test("is refused for the same reasons as any document")
    func refused() {
        #expect(throws: XMLError.empty) { try Element(parsing: []) }
        #expect(throws: XMLError.doctype(line: 1)) { try Element(parsing: Array("<!DOCTYPE a><a/>".utf8)) }
        #expect(throws: XMLError.tooDeep(limit: 1, line: 1)) {
            try Element(parsing: Array("<a><b/></a>".utf8), ceilings: Ceilings(depth: 1))
        }
    }

    @Test("joins long text from its pieces without hurting a character")
    func longText() throws {
        let text = "x" + String(repeating: "€", count: Reader.pieceSize)
        #expect(try Element(parsing: Array("<a>\(text)</a>".utf8)).text == text)
    }
}
