import Foundation
import QBXML
import Testing

@Suite("Checking what is around requests")
struct EnvelopeCheckTests {
    private static let subscription = """
        <DataEventSubscriptionQueryRq><SubscriberID>{6B063959-81B0-4622-85D6-F548C8CCB517}</SubscriberID>\
        </DataEventSubscriptionQueryRq>
        """

    @Test("asks no onError of a set of subscriptions, and no other attribute")
    func subscriptions() throws {
        let plain = "<QBXML><QBXMLSubscriptionMsgsRq>\(Self.subscription)</QBXMLSubscriptionMsgsRq></QBXML>"
        #expect(try Checking(plain).summary == [])
        for attribute in ["onError=\"stopOnError\"", "newMessageSetID=\"1\"", "responseData=\"includeAll\""] {
            let text = plain.replacing("MsgsRq>\(Self.subscription)", with: "MsgsRq \(attribute)>")
            #expect(
                try Checking(text).summary == ["envelope /QBXML/QBXMLSubscriptionMsgsRq"], "\(attribute)")
        }
    }

    @Test("reads our own document of subscriptions again")
    func ownSubscriptions() throws {
        let first = try Checking(
            "<QBXML><QBXMLSubscriptionMsgsRq>\(Self.subscription)</QBXMLSubscriptionMsgsRq></QBXML>")
        let options = MessageSetHead(version: Version(major: 13, minor: 0))
        let document = first.checked.document(options)
        let second = try Checking(String(decoding: document, as: UTF8.self))
        #expect(second.summary == [])
        #expect(second.checked.document(options) == document)
    }

    @Test("keeps subscriptions and other requests apart, in qbXML as in JSON")
    func mixedContainers() throws {
        let inMessages = try Checking(
            "<QBXML><QBXMLMsgsRq onError=\"stopOnError\">\(Self.subscription)</QBXMLMsgsRq></QBXML>")
        #expect(
            inMessages.summary == ["misplaced-element /QBXML/QBXMLMsgsRq/DataEventSubscriptionQueryRq"])
        let inSubscriptions = try Checking(
            "<QBXML><QBXMLSubscriptionMsgsRq><HostQueryRq/></QBXMLSubscriptionMsgsRq></QBXML>")
        #expect(inSubscriptions.summary == ["misplaced-element /QBXML/QBXMLSubscriptionMsgsRq/HostQueryRq"])
        let json = try Checking(
            #"[{"HostQuery": {}}, {"UIEventSubscriptionQuery": {"SubscriberID": "0"}}, {"CompanyQuery": {}}]"#
        )
        #expect(json.summary == ["misplaced-element /1/UIEventSubscriptionQuery"])
    }

    @Test("refuses text that stands between requests, and takes white space")
    func strayText() throws {
        let set = "<QBXMLMsgsRq onError=\"stopOnError\">\n  <HostQueryRq/>\n</QBXMLMsgsRq>"
        #expect(try Checking("<QBXML>\n\(set)\n</QBXML>").summary == [])
        #expect(try Checking("<QBXML>x\(set)</QBXML>").summary == ["structure /QBXML"])
        let inside = set.replacing("<HostQueryRq/>", with: "<HostQueryRq/>;")
        #expect(try Checking("<QBXML>\(inside)</QBXML>").summary == ["structure /QBXML/QBXMLMsgsRq"])
        let alone = try Checking("<QBXMLMsgsRq onError=\"stopOnError\">nothing</QBXMLMsgsRq>")
        #expect(alone.summary == ["structure /QBXMLMsgsRq"])
    }

    @Test("says in which line of a document the message set is")
    func line() throws {
        let checking = try Checking("<?xml version=\"1.0\"?>\n<QBXML>\n<QBXMLMsgsRq>\n</QBXMLMsgsRq></QBXML>")
        #expect(checking.summary == ["envelope /QBXML/QBXMLMsgsRq"])
        #expect(checking.findings.first?.line == 3)
        #expect(checking.findings.first?.request == nil)
    }

    @Test("counts the characters of a requestID, not its bytes")
    func requestID() throws {
        let fifty = String(repeating: "é", count: 50)
        #expect(try Checking("<HostQueryRq requestID=\"\(fifty)\"/>").summary == [])
        #expect(
            try Checking("<HostQueryRq requestID=\"\(fifty)x\"/>").summary == [
                "length /HostQueryRq/@requestID"
            ])
    }
}
