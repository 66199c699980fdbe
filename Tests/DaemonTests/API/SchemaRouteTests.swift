import Foundation
import Testing

@Suite("GET /v1/schema", .timeLimit(.minutes(10)))
struct SchemaRouteTests {
    private func get(_ path: String, _ headers: String = "") async throws -> WireAnswer {
        try await ServedAPI().run { try await $0.get(path, headers) }
    }

    @Test("gives the schema of a request or record, as JSON Schema")
    func schema() async throws {
        for (path, title) in [
            ("InvoiceAdd", "InvoiceAdd"), ("InvoiceAddRq", "InvoiceAddRq"), ("InvoiceRet", "InvoiceRet"),
            ("Invoice", "InvoiceRet"),
        ] {
            let answer = try await get("/v1/schema/\(path)")
            #expect(answer.status == 200)
            #expect(answer["Content-Type"] == "application/schema+json")
            let schema = try answer.json
            #expect(schema["title"] as? String == title)
            #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        }
    }

    @Test("speaks of the version and edition that is asked for")
    func scope() async throws {
        let plain = try await get("/v1/schema/CustomerAdd")
        let old = try await get("/v1/schema/CustomerAdd?qbxml_version=6.0&edition=CA")
        #expect(plain.body.contains(#""ClassRef""#) && !old.body.contains(#""ClassRef""#))
        #expect(old.body.contains(#""version":"6.0","edition":"CA""#))
        #expect(plain["ETag"] != old["ETag"])
    }

    @Test("says in a few bytes that nothing has changed")
    func validator() async throws {
        try await ServedAPI().run { api in
            let first = try await api.get("/v1/schema/InvoiceAdd")
            let tag = try #require(first["ETag"])
            #expect(first["Cache-Control"] == "private, no-cache")
            for known in [tag, "W/\(tag)", #""other", \#(tag)"#, "*"] {
                let again = try await api.get("/v1/schema/InvoiceAdd", "If-None-Match: \(known)\r\n")
                #expect(again.status == 304)
                #expect(again["ETag"] == tag && again.body.isEmpty)
            }
            let other = try await api.get("/v1/schema/InvoiceAdd", "If-None-Match: \"other\"\r\n")
            #expect(other.body == first.body)
        }
    }

    @Test("names the nearest one where there is none")
    func absence() async throws {
        let answer = try await get("/v1/schema/InvoiceAd")
        #expect(answer.status == 404)
        #expect(try (answer.json["detail"] as? String)?.contains("Did you mean InvoiceAdd?") == true)
        #expect(try await get("/v1/schema/InvoiceAddRs").status == 404)
    }

    @Test("says why a version or edition has none")
    func outOfScope() async throws {
        for (path, field, words) in [
            ("LeadAdd?qbxml_version=6.0", "qbxml_version", "came with qbXML 13.0"),
            ("PayrollLastPeriodQuery", "message", "Online Edition"),
            ("InvoiceAdd?edition=XX", "edition", "none of US, CA, UK, AU"),
        ] {
            let answer = try await get("/v1/schema/\(path)")
            #expect(answer.status == 422)
            let finding = try #require((try answer.json["findings"] as? [[String: Any]])?.first)
            #expect(finding["field"] as? String == field)
            #expect((finding["problem"] as? String)?.contains(words) == true, "\(finding)")
        }
    }

    @Test("lists everything that has one, with its facts")
    func list() async throws {
        let list = try await get("/v1/schema").list
        #expect(list.count { $0["operation"] != nil } == 238, "one of 239 is gone with the Online Edition")
        #expect(list.count { $0["operation"] == nil } > 90)
        let invoice = try #require(list.first { $0["name"] as? String == "InvoiceAdd" })
        #expect(invoice["message"] as? String == "InvoiceAddRq" && invoice["since"] as? String == "1.0")
        #expect(invoice["editions"] as? [String] == ["US", "CA", "UK", "AU"])
        #expect(invoice["schema"] as? String == "/v1/schema/InvoiceAdd")
        let old = try await get("/v1/schema?qbxml_version=6.0").list
        #expect(!old.contains { $0["name"] as? String == "LeadAdd" })
    }
}
