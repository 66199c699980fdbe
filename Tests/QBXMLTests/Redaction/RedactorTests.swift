import Testing

@testable import QBXML

@Suite("A redacted document")
struct RedactorTests {
    private func redacted(_ text: String) -> String {
        String(decoding: Redactor.redacted(Array(text.utf8)), as: UTF8.self)
    }

    private static let answer = """
        <?xml version="1.0" ?>
        <QBXML>
        <QBXMLMsgsRs>
        <CustomerQueryRs requestID="7" statusCode="0" statusSeverity="Info" retCount="1" \
        iteratorRemainingCount="12" iteratorID="{0c5c7b6e-1f3a-4f3a-9c57-60c37f4b1a2d}">
        <CustomerRet>
        <ListID>80000001-1234567890</ListID>
        <TimeCreated>2026-01-02T03:04:05-06:00</TimeCreated>
        <EditSequence>1234567890</EditSequence>
        <Name>Elm Street Bakery</Name>
        <IsActive>true</IsActive>
        <Sublevel>0</Sublevel>
        <BillAddress><Addr1>12 Elm St</Addr1><City>Springfield</City></BillAddress>
        <Phone>555-0100</Phone>
        <Balance>1250.00</Balance>
        <JobStatus>None</JobStatus>
        <Notes>owes us &lt;a lot&gt;</Notes>
        </CustomerRet>
        </CustomerQueryRs>
        </QBXMLMsgsRs>
        </QBXML>

        """
    private static let secrets = [
        "Elm", "Street", "Bakery", "12 E", "Springfield", "555", "0100", "1250", "owes", "a lot",
    ]

    @Test("keeps structure, IDs, dates, states and counts, and has marks for the rest")
    func answer() {
        #expect(
            redacted(Self.answer) == """
                <?xml version="1.0"?>
                <QBXML>
                <QBXMLMsgsRs>
                <CustomerQueryRs requestID="7" statusCode="0" statusSeverity="Info" retCount="1" \
                iteratorRemainingCount="12" iteratorID="{0c5c7b6e-1f3a-4f3a-9c57-60c37f4b1a2d}">
                <CustomerRet>
                <ListID>80000001-1234567890</ListID>
                <TimeCreated>2026-01-02T03:04:05-06:00</TimeCreated>
                <EditSequence>1234567890</EditSequence>
                <Name>[redacted 17-32]</Name>
                <IsActive>true</IsActive>
                <Sublevel>0</Sublevel>
                <BillAddress><Addr1>[redacted 9-16]</Addr1><City>[redacted 9-16]</City></BillAddress>
                <Phone>[redacted 5-8]</Phone>
                <Balance>[redacted 5-8]</Balance>
                <JobStatus>None</JobStatus>
                <Notes>[redacted 17-32]</Notes>
                </CustomerRet>
                </CustomerQueryRs>
                </QBXMLMsgsRs>
                </QBXML>

                """)
    }

    @Test("is the same in whatever pieces it came")
    func pieces() {
        let whole = redacted(Self.answer)
        for size in [1, 2, 7, 100] {
            var redactor = Redactor()
            var rest = Array(Self.answer.utf8)[...]
            while !rest.isEmpty {
                redactor.push(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            redactor.finish()
            #expect(String(decoding: redactor.output, as: UTF8.self) == whole)
        }
    }

    @Test("lets no text through wherever the document is cut, at its end or at its beginning")
    func cut() {
        let bytes = Array(Self.answer.utf8)
        for index in bytes.indices {
            for part in [bytes[..<index], bytes[index...]] {
                let text = String(decoding: Redactor.redacted(Array(part)), as: UTF8.self)
                for secret in Self.secrets { #expect(!text.contains(secret), "\(index): \(text)") }
            }
        }
    }

    @Test(
        "lets nothing through that is no tag",
        arguments: [
            "Smith", "<Name>Smith", "<Name>Smith</Phone>", "<Name Smith</Name>", "<Smith>", "</Smith>",
            "<Smith/>", "<Name Smith=\"Smith\">", "<Name x='Smith'/>", "<Name a=Smith>", "< Smith>",
            "<!-- Smith -->", "<!-- Smith", "<![CDATA[Smith]]>", "<Name><![CDATA[Smith]]></Name>",
            "<![CDATA[Smith", "<!DOCTYPE Smith>", "<!DOCTYPE x [<!ENTITY y \"Smith\">]>", "<?Smith?>",
            "<?xml Smith?>", "<?xml version=\"1.0\" Smith=\"Smith\"?>", "<ListID>Smith</ListID>",
            "<ListID>8<b/>Smith</ListID>", "<TxnDate>Smith</TxnDate>", "<IsActive>Smith</IsActive>",
            "<AccountType>Smith</AccountType>", "<EditSequence>Mr. &amp; Smith</EditSequence>",
            "<Name \"Smith>\">", "<Name a=\"Smith", "<Name a=\"Smith><ListID>1</ListID>", "Smith</Name>",
            "<ColData colID=\"1\" value=\"Smith\"/>", "<Rs statusMessage=\"Object &quot;Smith&quot; gone\">",
            "<CustomerRet defMacro=\"TxnID:Smith\">", "<Name>Smith<",
        ])
    func damaged(text: String) {
        let result = redacted(text)
        #expect(!result.contains("Smith"), "\(result)")
        #expect(result.contains("[redacted") || result.contains("nknown"), "\(result)")
    }

    @Test("keeps of a message which elements it speaks of, and the two that say that all is well")
    func messages() {
        let refusal = redacted(
            """
            <InvoiceAddRs requestID="1" statusCode="3140" statusSeverity="Error" statusMessage="There is an \
            invalid reference to QuickBooks CustomerRef &quot;Elm Street&quot; in the Invoice."/>
            """)
        #expect(refusal.contains(#"statusMessage="[redacted 65-128] CustomerRef""#), "\(refusal)")
        #expect(redacted(#"<ClassQueryRs statusMessage="Status OK"/>"#).contains("Status OK"))
    }

    @Test(
        "tells about how long a text was",
        arguments: [
            (1, "1-4"), (4, "1-4"), (5, "5-8"), (8, "5-8"), (9, "9-16"), (4096, "2049-4096"), (4097, "4097-"),
        ])
    func marks(length: Int, told: String) {
        let text = String(repeating: "ü", count: length)
        #expect(redacted("<Name>\(text)</Name>") == "<Name>[redacted \(told)]</Name>")
    }

    @Test("shows nothing about a person, whatever its type")
    func people() {
        for element in ["BirthDate", "HiredDate"] {
            #expect(redacted("<\(element)>1980-02-03</\(element)>").contains("[redacted"), "\(element)")
        }
        #expect(redacted("<Gender>Male</Gender>").contains("[redacted"))
        #expect(redacted("<TxnDate>2026-02-03</TxnDate>") == "<TxnDate>2026-02-03</TxnDate>")
        #expect(redacted("<ExpirationMonth>11</ExpirationMonth>").contains("[redacted"))
    }

    @Test("shows a name, an amount, a tax or a phone number in no element of the catalog")
    func everyElement() {
        // The redactor knows them by heart; who adds one has to say so here too.
        let program = [
            "EditSequence", "ProductName", "MajorVersion", "MinorVersion", "SupportedQBXMLVersion",
        ]
        let ids: Set<ValueType> = [.id, .guid]
        var looked = 0
        for content in Catalog.standard.contents {
            for place in content.places where place.content == nil {
                let element = Catalog.standard.name(of: place)
                for secret in ["Smith", "Elm Street 12", "1250.00", "-7.5", "12-3456789", "(555) 010-0199"] {
                    let text = redacted("<\(element)>\(secret)</\(element)>")
                    // An ID has digits and a dash, and nobody can tell one from a tax number.
                    if program.contains(element) { continue }
                    if place.type.map(ids.contains) == true, secret == "12-3456789" { continue }
                    looked += 1
                    #expect(!text.contains(secret), "\(element): \(text)")
                }
            }
        }
        #expect(looked > 10_000)
    }

    @Test("of any length is read in the memory of a tag")
    func bounded() {
        var redactor = Redactor()
        for _ in 0..<200 {
            redactor.push(Array(repeating: UInt8(ascii: "x"), count: 10_000))
            #expect(redactor.output.count < 1000)
        }
        redactor.push("<!--".utf8)
        for _ in 0..<20 { redactor.push(Array(repeating: UInt8(ascii: "x"), count: 10_000)) }
        redactor.push("--><Name a='".utf8)
        for _ in 0..<20 { redactor.push(Array(repeating: UInt8(ascii: "x"), count: 10_000)) }
        redactor.finish()
        #expect(String(decoding: redactor.output, as: UTF8.self) == "[redacted 4097-]")
    }
}
