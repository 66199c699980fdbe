import QBXML
import Testing

@testable import Daemon

@Suite("What the catalog lacks")
struct NotesToldTests {
    @Test("is told once per connector, however many pages hold it")
    func once() {
        let told = NotesTold()
        let one = Note(parent: "CustomerRet", element: "Loyalty")
        let other = Note(parent: "CustomerRet", element: "DeliveryMethod", value: "Mail")
        #expect(told.first(of: [one], for: "acme") == [one])
        #expect(told.first(of: [one, other], for: "acme") == [other])
        #expect(told.first(of: [one, other], for: "acme") == [])
        #expect(told.first(of: [one], for: "globex") == [one])
    }
}
