import Foundation
import QBXML
import Testing
import XML

@Suite("The JSON of a record")
struct RecordJSONTests {
    private func invoice(_ inside: String) throws -> String {
        try Fixture.json("<InvoiceRet><TxnID>1</TxnID>\(inside)</InvoiceRet>", in: "InvoiceQueryRs")
    }

    @Test("has a list where an element may come more than once, even for a single one")
    func singleLine() throws {
        #expect(
            try invoice("<InvoiceLineRet><TxnLineID>a</TxnLineID></InvoiceLineRet>")
                == #"{"TxnID":"1","InvoiceLineRet":[{"TxnLineID":"a"}]}"#)
        #expect(
            try Fixture.json("<HostRet><SupportedQBXMLVersion>1.0</SupportedQBXMLVersion></HostRet>")
                == #"{"SupportedQBXMLVersion":["1.0"]}"#)
    }

    @Test("keeps the order of lines within their list")
    func manyLines() throws {
        let lines = ["a", "b", "c"].map { "<InvoiceLineRet><TxnLineID>\($0)</TxnLineID></InvoiceLineRet>" }
        #expect(
            try invoice(lines.joined(separator: "\n") + "<Other>x</Other>")
                == #"""
                {"TxnID":"1","InvoiceLineRet":[{"TxnLineID":"a"},{"TxnLineID":"b"},{"TxnLineID":"c"}],\#
                "Other":"x"}
                """#)
    }

    @Test("gathers lines that alternate with group lines into one list of each, and says how they alternated")
    func interleavedLines() throws {
        let json = try invoice(
            """
            <InvoiceLineRet><Desc>a, ]"</Desc></InvoiceLineRet>
            <InvoiceLineGroupRet><TxnLineID>g1</TxnLineID><InvoiceLineRet><Desc>in g1</Desc></InvoiceLineRet>\
            <InvoiceLineRet><Desc>}</Desc></InvoiceLineRet></InvoiceLineGroupRet>
            <InvoiceLineRet><Desc>b\\</Desc></InvoiceLineRet>
            <InvoiceLineRet><Desc>c</Desc></InvoiceLineRet>
            <InvoiceLineGroupRet><TxnLineID>g2</TxnLineID></InvoiceLineGroupRet>
            <InvoiceLineRet><Desc>d</Desc></InvoiceLineRet>
            <Memo>last</Memo>
            """)
        #expect(
            json == #"""
                {"TxnID":"1",\#
                "InvoiceLineRet":[{"Desc":"a, ]\""},{"Desc":"b\\"},{"Desc":"c"},{"Desc":"d"}],\#
                "InvoiceLineGroupRet":[{"TxnLineID":"g1","InvoiceLineRet":[{"Desc":"in g1"},{"Desc":"}"}]},\#
                {"TxnLineID":"g2"}],"Memo":"last",\#
                "$order":["TxnID","InvoiceLineRet","InvoiceLineGroupRet","InvoiceLineRet","InvoiceLineRet",\#
                "InvoiceLineGroupRet","InvoiceLineRet","Memo"]}
                """#)
    }

    @Test("gathers in inner elements too, and leaves the record's own fields right")
    func innerGathering() throws {
        let answer = try Fixture.answer(
            "InvoiceQueryRs", #"statusCode="0""#,
            """
            <InvoiceRet><TxnID>1</TxnID><InvoiceLineGroupRet><InvoiceLineRet><Desc>a</Desc></InvoiceLineRet>\
            <DataExtRet><OwnerID>0</OwnerID></DataExtRet><InvoiceLineRet><Desc>b</Desc></InvoiceLineRet>\
            </InvoiceLineGroupRet><EditSequence>77</EditSequence>\
            <RefNumber>9 &quot;x&quot;</RefNumber></InvoiceRet>
            """)
        let record = try #require(answer.records.first)
        #expect(record.editSequence == "77")
        #expect(record.name == #"9 "x""#)
        #expect(
            String(decoding: record.json, as: UTF8.self) == #"""
                {"TxnID":"1","InvoiceLineGroupRet":[{"InvoiceLineRet":[{"Desc":"a"},{"Desc":"b"}],\#
                "DataExtRet":[{"OwnerID":"0"}],"$order":["InvoiceLineRet","DataExtRet","InvoiceLineRet"]}],\#
                "EditSequence":"77","RefNumber":"9 \"x\""}
                """#)
    }

    @Test("makes a list of an unknown element that comes twice, side by side or apart")
    func unknownRepetition() throws {
        #expect(
            try invoice("<New>1</New><New><A>2</A></New><Old>x</Old>")
                == #"{"TxnID":"1","New":["1",{"A":"2"}],"Old":"x"}"#)
        #expect(
            try invoice("<New>1</New><New><A>2</A></New><Old>x</Old><New>3</New>")
                == #"""
                {"TxnID":"1","New":["1",{"A":"2"},"3"],"Old":"x",\#
                "$order":["TxnID","New","New","Old","New"]}
                """#)
    }

    @Test("stays right in a document with more names than the table of seen names has bits")
    func manyNames() throws {
        let names = (0..<700).map { "E\($0)" }
        let leaves = names.map { "<\($0)>x</\($0)>" }.joined()
        let json = try invoice(leaves)
        #expect(json == #"{"TxnID":"1","# + names.map { #""\#($0)":"x""# }.joined(separator: ",") + "}")
        let twice = try invoice(leaves + "<E5>y</E5>")
        #expect(twice.contains(#""E5":["x","y"]"#))
    }

    @Test("has money, quantities, dates and IDs as text")
    func moneyIsText() throws {
        #expect(
            try invoice("<Subtotal>10.50</Subtotal><Quantity>2</Quantity><TxnDate>2009-01-18</TxnDate>")
                == #"{"TxnID":"1","Subtotal":"10.50","Quantity":"2","TxnDate":"2009-01-18"}"#)
    }

    @Test("has true and false for booleans that say exactly that, and text for others")
    func booleans() throws {
        #expect(
            try invoice("<IsPaid>true</IsPaid><IsPending>false</IsPending><IsToBePrinted>1</IsToBePrinted>")
                == #"{"TxnID":"1","IsPaid":true,"IsPending":false,"IsToBePrinted":"1"}"#)
        #expect(try invoice("<IsPaid></IsPaid>") == #"{"TxnID":"1","IsPaid":""}"#)
        #expect(try invoice("<Memo>true</Memo>") == #"{"TxnID":"1","Memo":"true"}"#)
    }

    @Test(
        "has a number for a whole number in JSON's own spelling, and text for any other spelling",
        arguments: [
            ("0", "0"), ("7", "7"), ("-7", "-7"), ("2147483647", "2147483647"),
            ("-2147483648", "-2147483648"), ("2147483648", #""2147483648""#),
            ("-2147483649", #""-2147483649""#), ("007", #""007""#), ("+7", #""+7""#), ("-0", #""-0""#),
            ("-", #""-""#), ("7.0", #""7.0""#), (" 7", #"" 7""#), ("", #""""#),
            ("99999999999999999999", #""99999999999999999999""#), ("७", #""७""#),
        ])
    func integers(text: String, json: String) throws {
        #expect(try invoice("<TxnNumber>\(text)</TxnNumber>") == #"{"TxnID":"1","TxnNumber":\#(json)}"#)
    }

    @Test("has percentages without their sign, and leaves the sign in other texts")
    func percentages() throws {
        #expect(
            try invoice(
                "<SalesTaxPercentage>18.0%</SalesTaxPercentage><RatePercent>%</RatePercent><Memo>50%</Memo>")
                == #"{"TxnID":"1","SalesTaxPercentage":"18.0","RatePercent":"","Memo":"50%"}"#)
    }

    @Test("escapes what JSON does not allow in a string, and nothing else")
    func escapes() throws {
        #expect(
            try invoice("<Memo>a\"b\\c/d&lt;&#13;&#9;\né€😀\u{7f}\u{2028}&#38;amp;</Memo>")
                == "{\"TxnID\":\"1\",\"Memo\":\"a\\\"b\\\\c/d<\\r\\t\\né€😀\u{7f}\u{2028}&amp;\"}")
    }

    @Test("escapes at every place within and around eight bytes")
    func escapePlaces() throws {
        for length in 0..<20 {
            for place in 0..<length {
                var text = [Character](repeating: "é", count: length)
                text[place] = "\\"
                let memo = String(text)
                let answer = try Fixture.answer(
                    "InvoiceQueryRs", #"statusCode="0""#,
                    "<InvoiceRet><TxnID>1</TxnID><Memo>\(memo)</Memo></InvoiceRet>")
                let object = try Fixture.check(try #require(answer.records.first))
                #expect(object["Memo"] as? String == memo)
            }
        }
    }

    @Test("reads a long text in pieces, whatever character lies on the border of two")
    func longText() throws {
        for shift in 0..<4 {
            let memo = String(repeating: "x", count: shift) + String(repeating: "a😀\n", count: 20_000)
            let answer = try Fixture.answer(
                "InvoiceQueryRs", #"statusCode="0""#,
                "<InvoiceRet><TxnID>1</TxnID><Memo>\(memo)</Memo></InvoiceRet>")
            let object = try Fixture.check(try #require(answer.records.first))
            #expect(object["Memo"] as? String == memo)
        }
    }

    @Test("keeps empty elements as empty texts, and drops loose text beside children")
    func emptyAndLoose() throws {
        #expect(try invoice("<Memo/><PONumber></PONumber>") == #"{"TxnID":"1","Memo":"","PONumber":""}"#)
        #expect(
            try invoice(#"<LinkedTxn>loose<TxnID>2</TxnID>more</LinkedTxn>"#)
                == #"{"TxnID":"1","LinkedTxn":[{"TxnID":"2"}]}"#)
    }

    @Test("takes CDATA as text and passes over comments")
    func cdata() throws {
        #expect(
            try invoice("<Memo>a<![CDATA[<b>&]]>c<!-- no -->d</Memo>")
                == #"{"TxnID":"1","Memo":"a<b>&cd"}"#)
    }

    @Test("lets a list stand where a field of the record would be: fields are texts only")
    func fieldsAreTexts() throws {
        let answer = try Fixture.answer(
            "CustomerQueryRs", #"statusCode="0""#,
            "<CustomerRet><Name><First>x</First></Name><ListID>1</ListID><ListID>2</ListID></CustomerRet>")
        let record = try #require(answer.records.first)
        #expect(record.id == "1")
        #expect(record.name == nil)
        #expect(
            String(decoding: record.json, as: UTF8.self)
                == #"{"Name":{"First":"x"},"ListID":["1","2"]}"#)
    }
}
