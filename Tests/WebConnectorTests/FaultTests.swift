import Testing
import WebConnector
import XML

@Suite("A fault")
struct FaultTests {
    @Test("tells who was wrong, what happened, and the reference to look for in the journal")
    func content() throws {
        let fault = Fault(code: .client, text: "The body has more than 5 bytes.", reference: "9C04-11")
        let root = try Element(parsing: fault.encoded())
        let element = try #require(root["Body"]?["Fault"])
        #expect(element.namespace == "http://schemas.xmlsoap.org/soap/envelope/")
        #expect(element.elements.map(\.name) == ["faultcode", "faultstring", "detail"])
        #expect(element["faultcode"]?.text == "soap:Client")
        #expect(element["faultstring"]?.text == "The body has more than 5 bytes. (reference 9C04-11)")
        // SOAP 1.1 has these in no namespace.
        #expect(element.elements.allSatisfy { $0.namespace == nil })
    }
}
