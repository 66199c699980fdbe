import Foundation
import Testing

@Suite("POST /v1/check", .timeLimit(.minutes(10)))
struct CheckRouteTests {
    private static let good = #"{"CustomerAdd": {"Name": "Ann"}}"#

    private func check(
        _ body: String, _ query: String = "", type: String = "application/json"
    ) async throws -> WireAnswer {
        try await ServedAPI().run { try await $0.post("/v1/check\(query)", body, type: type) }
    }

    @Test("takes what is right, and says which qbXML it needs")
    func acceptable() async throws {
        let answer = try await check(Self.good)
        #expect(answer.status == 200)
        #expect(
            answer.body
                == #"{"acceptable":true,"findings":[],"is_cut_off":false,"needs_qbxml":"1.0","#
                + #""requests":["CustomerAdd"]}"#)
        let newer = try await check(#"{"CustomerAdd": {"Name": "Ann", "ClassRef": {"FullName": "North"}}}"#)
        #expect(try newer.json["needs_qbxml"] as? String == "12.0")
    }

    @Test("tells all that is wrong at once, with its place, and still answers 200")
    func findings() async throws {
        let answer = try await check(#"{"InvoiceAdd": {"RefNumber": "123456789012", "Memmo": "x"}}"#)
        #expect(answer.status == 200)
        #expect(try answer.json["acceptable"] as? Bool == false)
        let findings = try #require(try answer.json["findings"] as? [[String: Any]])
        let rules = findings.compactMap { $0["rule"] as? String }
        #expect(Set(rules) == ["missing", "length", "unknown-element"])
        let length = try #require(findings.first { $0["rule"] as? String == "length" })
        #expect(length["pointer"] as? String == "/InvoiceAdd/RefNumber")
        #expect(length["severity"] as? String == "error" && length["line"] as? Int == 1)
        #expect(length["catalog"] as? String == "RefNumber: text of at most 11 characters, optional")
        let unknown = try #require(findings.first { $0["rule"] as? String == "unknown-element" })
        #expect(unknown["nearest"] as? [String] == ["Memo"])
    }

    @Test(
        "takes qbXML as well, whatever the header calls it",
        arguments: ["application/xml", "text/xml", "application/json"])
    func document(type: String) async throws {
        let answer = try await check(
            """
            <?xml version="1.0"?><?qbxml version="13.0"?>
            <QBXML><QBXMLMsgsRq onError="stopOnError"><CustomerAddRq><CustomerAdd><Nmae>Ann</Nmae>\
            </CustomerAdd></CustomerAddRq></QBXMLMsgsRq></QBXML>
            """, type: type)
        let findings = try #require(try answer.json["findings"] as? [[String: Any]])
        #expect(
            findings.contains {
                $0["pointer"] as? String == "/QBXML/QBXMLMsgsRq/CustomerAddRq/CustomerAdd/Nmae"
            })
    }

    @Test("says of a document what qbsyncctl check says: also what stands around its requests")
    func around() async throws {
        let answer = try await check(
            """
            <QBXML><QBXMLMsgsRq onError="stopOnError"><HostQueryRq/></QBXMLMsgsRq></QBXML>
            """)
        let findings = try #require(try answer.json["findings"] as? [[String: Any]])
        #expect(!findings.isEmpty && findings.allSatisfy { $0["rule"] as? String == "prolog" })
        #expect(try answer.json["acceptable"] as? Bool == true, "prolog and version are always ours")
    }

    @Test("asks for the version and edition in question")
    func scope() async throws {
        let body = #"{"CustomerAdd": {"Name": "Ann", "ClassRef": {"FullName": "North"}}}"#
        #expect(try await check(body, "?qbxml_version=13.0&edition=US").json["acceptable"] as? Bool == true)
        let old = try await check(body, "?qbxml_version=6.0")
        let findings = try #require(try old.json["findings"] as? [[String: Any]])
        #expect(findings.map { $0["rule"] as? String } == ["version"])
    }

    @Test("refuses characters or transliterates them, as it is told")
    func characters() async throws {
        let body = #"{"CustomerAdd": {"Name": "Łukasz"}}"#
        #expect(try await check(body).json["acceptable"] as? Bool == false)
        #expect(try await check(body, "?characters=transliterate").json["acceptable"] as? Bool == true)
    }

    @Test(
        "answers 400 to what is neither JSON nor qbXML of requests",
        arguments: ["", "Ann", "{", #"{"requests": 5}"#, "<a>", "<a/>", "<QBXML><QBXMLMsgsRs/></QBXML>"])
    func unreadable(body: String) async throws {
        let answer = try await check(body)
        #expect(answer.status == 400)
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(try answer.json["detail"] as? String != "")
    }

    @Test("names every option that is wrong")
    func options() async throws {
        let answer = try await check(Self.good, "?qbxml_version=13.5&edition=FR")
        #expect(answer.status == 422)
        let findings = try #require(try answer.json["findings"] as? [[String: Any]])
        #expect(findings.map { $0["field"] as? String } == ["qbxml_version", "edition"])
        let characters = try await check(Self.good, "?characters=guess")
        #expect(characters.body.contains("neither refuse nor transliterate"))
    }

    @Test("refuses a body that is larger than anything sensible, by that reason")
    func size() async throws {
        let body = #"{"CustomerAdd": {"Notes": ""# + String(repeating: "x", count: 9 << 20) + #""}}"#
        let answer = try await check(body)
        #expect(answer.status == 413)
    }
}
