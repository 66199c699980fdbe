import QBXML
import Testing

@Suite("Checking a message set")
struct EnvelopeCheckTests {
    private static let subscriptions = """
        <QBXML><QBXMLSubscriptionMsgsRq><DataEventSubscriptionQueryRq>\
        <SubscriberID>{6B063959-81B0-4622-85D6-F548C8CCB517}</SubscriberID></DataEventSubscriptionQueryRq>\
        </QBXMLSubscriptionMsgsRq></QBXML>
        """

    @Test("reads our own document of subscriptions again")
    func ownSubscriptions() throws {
        let first = try Checking(Self.subscriptions)
        let head = MessageSetHead(version: Version(major: 13, minor: 0))
        let document = first.checked.document(head)
        let second = try Checking(String(decoding: document, as: UTF8.self))
        #expect(second.summary == [])
        #expect(second.checked.document(head) == document)
    }

    @Test("says where the message set is: its name and its line")
    func place() throws {
        let named = Self.subscriptions.replacing("MsgsRq><Data", with: "MsgsRq onError=\"stopOnError\"><Data")
        #expect(try Checking(named).summary == ["envelope /QBXML/QBXMLSubscriptionMsgsRq"])
        let late = try Checking("<?xml version=\"1.0\"?>\n<QBXML>\n<QBXMLMsgsRq>\n</QBXMLMsgsRq></QBXML>")
        #expect(late.summary == ["envelope /QBXML/QBXMLMsgsRq"])
        #expect(late.findings.first?.line == 3)
        #expect(late.findings.first?.request == nil)
        #expect(try Checking("<QBXMLMsgsRq/>").summary == ["envelope /QBXMLMsgsRq"])
    }
}
