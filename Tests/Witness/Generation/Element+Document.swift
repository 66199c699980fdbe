package import QBXML
package import XML

extension Element {
    /// A message set around requests or answers, as it stands in a document.
    static func messageSet(
        _ messages: [Element], in container: Message.Container, attributes: [Element.Attribute]
    ) -> Element {
        Element(
            name: "QBXML",
            children: [
                .element(
                    Element(
                        name: container.rawValue + (messages.first?.name.suffix(2) ?? "Rq"),
                        attributes: attributes, children: messages.map { .element($0) }))
            ])
    }

    /// The tree as a document of qbXML. Characters above 127 are references, as our own encoder writes them.
    package func document(version: Version = XSDValidator.version) -> [UInt8] {
        var writer = Writer(asciiOnly: true, reserving: 2048)
        writer.declaration()
        writer.raw("<?qbxml version=\"\(version)\"?>")
        write(to: &writer)
        return writer.bytes
    }

    private func write(to writer: inout Writer) {
        writer.open(name, attributes: attributes.map { ($0.name, $0.value) })
        for child in children {
            switch child {
            case .element(let element): element.write(to: &writer)
            case .text(let text): writer.text(text)
            }
        }
        writer.close(name)
    }
}

extension DocumentGenerator {
    /// A document with one message, or with more of the same container.
    package mutating func document(of indices: [Int]) -> Element {
        let container = indices.first.map { places.messages[$0].container } ?? .messages
        let isRequest = indices.first.map { places.messages[$0].direction == .request } ?? true
        var attributes: [Element.Attribute] = []
        if container == .messages, isRequest {
            attributes.append(Element.Attribute(name: "onError", value: maker.word(ofAttribute: "onError")))
            if maker.dice.chance(10) {
                attributes.append(
                    Element.Attribute(name: "responseData", value: maker.word(ofAttribute: "responseData")))
            }
        }
        if container == .messages, maker.dice.chance(15) {
            attributes.append(Element.Attribute(name: "newMessageSetID", value: maker.digits(22)))
        }
        return Element.messageSet(indices.map { message($0) }, in: container, attributes: attributes)
    }
}
