import QBXML
import Testing

/// What stands around the requests of a message set: its kind, its attributes, and nothing else.
@Suite("What stands around requests")
struct AroundRequestsTests {
    private static let event =
        "<UIEventSubscriptionQueryRq><SubscriberID>0</SubscriberID></UIEventSubscriptionQueryRq>"

    private func findings(_ document: String) throws -> [Finding] {
        Checker.check(try Draft(reading: Array(document.utf8))).findings
    }

    @Test(
        "is no text, between requests as little as beside the message set",
        arguments: [
            ("<QBXML>\n<QBXMLMsgsRq onError='stopOnError'> \n </QBXMLMsgsRq>\n</QBXML>", nil),
            ("<QBXML><QBXMLMsgsRq onError='stopOnError'>first</QBXMLMsgsRq></QBXML>", "/QBXML/QBXMLMsgsRq"),
            (
                "<QBXML><QBXMLMsgsRq onError='stopOnError'><HostQueryRq/> then </QBXMLMsgsRq></QBXML>",
                "/QBXML/QBXMLMsgsRq"
            ),
            ("<QBXML>so<QBXMLMsgsRq onError='stopOnError'><HostQueryRq/></QBXMLMsgsRq></QBXML>", "/QBXML"),
            ("<QBXMLMsgsRq onError='stopOnError'>so<HostQueryRq/></QBXMLMsgsRq>", "/QBXMLMsgsRq"),
        ])
    func text(document: String, pointer: String?) throws {
        let findings = try findings(document)
        #expect(findings.map(\.pointer) == [pointer].compactMap { $0 })
        #expect(findings.allSatisfy { $0.rule == .structure && $0.request == nil })
    }

    @Test("is a message set of the request's own kind")
    func containers() throws {
        let misplaced = try findings(
            """
            <QBXML><QBXMLMsgsRq onError="stopOnError"><HostQueryRq/>\(Self.event)</QBXMLMsgsRq></QBXML>
            """)
        #expect(misplaced.map(\.rule) == [.misplacedElement])
        #expect(misplaced.first?.expected == "inside <QBXMLSubscriptionMsgsRq>")
        let mixed = try findings(#"[{"UIEventSubscriptionQuery": {"SubscriberID": "0"}}, {"HostQuery": {}}]"#)
        #expect(mixed.map(\.rule) == [.misplacedElement] && mixed.first?.request == 1)
        let own = "<QBXML><QBXMLSubscriptionMsgsRq>\(Self.event)</QBXMLSubscriptionMsgsRq></QBXML>"
        #expect(try findings(own).isEmpty)
        #expect(try findings(Self.event).isEmpty)
    }

    @Test("has no attributes where it is a set of subscriptions")
    func subscriptionAttributes() throws {
        for attribute in ["onError=\"stopOnError\"", "newMessageSetID=\"1\""] {
            let set = "<QBXMLSubscriptionMsgsRq \(attribute)>\(Self.event)</QBXMLSubscriptionMsgsRq>"
            #expect(try findings(set).map(\.rule) == [.envelope], "\(attribute)")
        }
    }

    @Test("a long requestID ends its request with status 1060, and is no matter of the schema")
    func requestID() throws {
        func findings(_ length: Int) throws -> [Finding] {
            try self.findings("<HostQueryRq requestID=\"\(String(repeating: "&#233;", count: length))\"/>")
        }
        #expect(try findings(50).isEmpty)
        let long = try findings(51)
        #expect(long.map(\.rule) == [.requestID] && long.first?.severity == .error)
        #expect(long.first?.rule.isOfSchema == false)
    }
}
