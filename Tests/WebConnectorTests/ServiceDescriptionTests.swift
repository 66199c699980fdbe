import Testing
import WebConnector
import XML

@Suite("The WSDL")
struct ServiceDescriptionTests {
    private let endpoint = "https://sync.example.com/qbwc?a=1&b=2"

    private func definitions() throws -> Element {
        try Element(parsing: Array(ServiceDescription.wsdl(endpoint: endpoint).utf8))
    }

    @Test("describes all eleven operations with their SOAPAction")
    func operations() throws {
        let definitions = try definitions()
        let names = Operation.allCases.map(\.rawValue)
        #expect(definitions.attribute("targetNamespace") == "http://developer.intuit.com/")
        #expect(definitions["portType"]?.all("operation").map { $0.attribute("name") ?? "" } == names)
        let binding = try #require(definitions["binding"])
        #expect(binding.all("operation").map { $0.attribute("name") ?? "" } == names)
        #expect(
            binding.all("operation").map { $0["operation"]?.attribute("soapAction") ?? "" }
                == names.map { "http://developer.intuit.com/" + $0 })
        #expect(binding["binding"]?.attribute("style") == "document")
    }

    @Test("lets no reference lead nowhere")
    func references() throws {
        let definitions = try definitions()
        let schema = try #require(definitions["types"]?["schema"])
        let elements = Set(schema.all("element").compactMap { $0.attribute("name") })
        let messages = definitions.all("message")
        let parts = messages.compactMap { $0["part"]?.attribute("element") }
        #expect(Set(parts) == Set(elements.map { "qb:" + $0 }))
        #expect(elements.count == 22)
        let messageNames = Set(messages.compactMap { $0.attribute("name").map { "qb:" + $0 } })
        let used = (definitions["portType"]?.all("operation") ?? []).flatMap { operation in
            [operation["input"], operation["output"]].compactMap { $0?.attribute("message") }
        }
        #expect(Set(used) == messageNames)
        #expect(used.count == 22)
        let portType = definitions["portType"]?.attribute("name")
        #expect(definitions["binding"]?.attribute("type") == portType.map { "qb:" + $0 })
        let port = definitions["service"]?["port"]
        #expect(port?.attribute("binding") == definitions["binding"]?.attribute("name").map { "qb:" + $0 })
        #expect(port?["address"]?.attribute("location") == endpoint)
    }

    @Test("gives each element the parameters of its operation, and the result its type")
    func schema() throws {
        let schema = try #require(try definitions()["types"]?["schema"])
        #expect(schema.attribute("elementFormDefault") == "qualified")
        func fields(_ name: String) -> [Element] {
            let element = schema.all("element").first { $0.attribute("name") == name }
            return element?["complexType"]?["sequence"]?.elements ?? []
        }
        for operation in Operation.allCases {
            #expect(
                fields(operation.rawValue).map { $0.attribute("name") ?? "" }
                    == operation.parameters.map(\.rawValue))
        }
        #expect(
            fields("sendRequestXML").map { $0.attribute("type") ?? "" }.suffix(2) == ["xs:int", "xs:int"])
        let percent = try #require(fields("receiveResponseXMLResponse").first)
        #expect(percent.attribute("type") == "xs:int")
        #expect(percent.attribute("minOccurs") == "1")
        #expect(fields("authenticateResponse").first?.attribute("type") == "qb:ArrayOfString")
        #expect(schema["complexType"]?["sequence"]?["element"]?.attribute("nillable") == "true")
    }
}
