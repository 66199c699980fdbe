import Testing

@testable import QBXML

@Suite("A document made readable")
struct IndentedTests {
    @Test("has each element on a line, texts beside their tags, and says the same")
    func lines() throws {
        let json = #"{"CustomerAdd": {"Name": "A > B & \"C\"\n<D>", "ParentRef": {}, "Notes": ""}}"#
        let checked = Checker.check(try Draft(reading: Array(json.utf8)))
        #expect(checked.isAcceptable)
        let options = MessageSetHead(version: Version(major: 13, minor: 0))
        let document = checked.document(options)
        let text = Indented.text(of: document)
        #expect(
            text
                == """
                <?xml version="1.0" encoding="utf-8"?>
                <?qbxml version="13.0"?>
                <QBXML>
                  <QBXMLMsgsRq onError="stopOnError">
                    <CustomerAddRq requestID="1">
                      <CustomerAdd>
                        <Name>A &gt; B &amp; "C"
                <D></Name>
                        <ParentRef></ParentRef>
                        <Notes></Notes>
                      </CustomerAdd>
                    </CustomerAddRq>
                  </QBXMLMsgsRq>
                </QBXML>

                """.replacing("<D>", with: "&lt;D&gt;"))
        let again = Checker.check(try Draft(reading: Array(text.utf8)))
        #expect(again.document(options) == document)
    }
}
