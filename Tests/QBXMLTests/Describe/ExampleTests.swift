import Testing

@testable import QBXML

@Suite("Examples of requests")
struct ExampleTests {
    private let catalog = Catalog.standard

    private func check(_ text: String, _ options: CheckOptions = CheckOptions()) throws -> Checked {
        Checker.check(try Draft(reading: Array(text.utf8)), options: options)
    }

    private func example(of name: String) throws -> Example {
        try #require(catalog.message(name).flatMap { catalog.example(of: $0) })
    }

    /// The paths of all elements of a request that a desktop edition has, as `describe` tells them.
    private func paths(_ members: [Member]) -> [String] {
        members.flatMap { member -> [String] in
            switch member {
            case .element(let element):
                element.editions.isEmpty ? [] : [element.path] + paths(element.members ?? [])
            case .choice(let choice): choice.branches.flatMap(paths)
            }
        }
    }

    @Test("pass the check without a finding for each request that QuickBooks still takes")
    func everyRequest() throws {
        var count = 0
        for message in catalog.requests {
            guard let example = catalog.example(of: message) else { continue }
            count += 1
            let checked = try check(example.json)
            #expect(checked.findings.isEmpty, "\(message.name): \(checked.findings)\n\(example.json)")
            #expect(checked.requests.map(\.message.name) == [message.name])
            // The document is read and checked as if it came from somewhere else.
            let document = example.document()
            let read = try check(document)
            #expect(read.findings.isEmpty, "\(message.name): \(read.findings)\n\(document)")
            let options = MessageSetHead(version: read.neededVersion)
            #expect(read.document(options) == checked.document(options), "\(message.name)")
        }
        // The one that is left belonged to the Online Edition.
        #expect(count == 238)
        #expect(catalog.message("PayrollLastPeriodQueryRq").flatMap { catalog.example(of: $0) } == nil)
    }

    @Test("lead to every element of every request, and have no error in them on the way")
    func everyElement() throws {
        var count = 0
        for message in catalog.requests where !message.editions.isEmpty {
            for path in Set(paths(catalog.describe(message, depth: 32).members)) {
                guard case .places(let places) = catalog.look(up: path), let place = places.first else {
                    // The element that gives a request its name goes by that of the request.
                    #expect(path == message.title)
                    continue
                }
                #expect(places.count == 1 && place.path == path)
                let json = try #require(catalog.example(of: place)).json
                let checked = try check(json)
                #expect(checked.isAcceptable, "\(path): \(checked.errors)\n\(json)")
                #expect(json.contains("\"\(catalog.name(of: place.place))\":"), "\(path)\n\(json)")
                count += 1
            }
        }
        #expect(count > 7_000)
    }

    @Test("tell of an invoice what one is made of, and keep what can repeat in lists")
    func invoice() throws {
        let example = try example(of: "InvoiceAddRq")
        let text = example.json
        for part in [
            "{\n  \"InvoiceAdd\": {\n", "\"TxnDate\": \"2026-11-27\"", "\"InvoiceLineAdd\": [{\n",
            "\"Quantity\": \"2\",\n      \"Rate\": \"120.00\"\n    }]\n  }\n}\n",
        ] {
            #expect(text.contains(part), "\(part)\nis not in\n\(text)")
        }
        // Quantity times rate is the amount, and the Online Edition's lines are gone.
        #expect(!text.contains("Amount") && !text.contains("ShippingLineAdd"))
    }

    @Test("of a query that can be read in pages ask for the first one")
    func pages() throws {
        let customers = try example(of: "CustomerQueryRq")
        #expect(customers.json.contains("\"@iterator\": \"Start\",\n    \"MaxReturned\": 100,"))
        // Without an iterator MaxReturned would cut the answer off.
        let accounts = try example(of: "AccountQueryRq")
        #expect(!accounts.json.contains("MaxReturned"))
    }

    @Test("of one element show little besides it")
    func element() throws {
        guard case .places(let places) = catalog.look(up: "BillAdd.RefNumber") else {
            Issue.record("BillAdd.RefNumber was not found")
            return
        }
        let example = try #require(catalog.example(of: places[0]))
        #expect(
            example.json == """
                {
                  "BillAdd": {
                    "VendorRef": {
                      "FullName": "Harbor Paper"
                    },
                    "RefNumber": "1042"
                  }
                }

                """)
        #expect(
            example.document() == """
                <?xml version="1.0" encoding="utf-8"?>
                <?qbxml version="13.0"?>
                <QBXML>
                  <QBXMLMsgsRq onError="stopOnError">
                    <BillAddRq requestID="1">
                      <BillAdd>
                        <VendorRef>
                          <FullName>Harbor Paper</FullName>
                        </VendorRef>
                        <RefNumber>1042</RefNumber>
                      </BillAdd>
                    </BillAddRq>
                  </QBXMLMsgsRq>
                </QBXML>

                """)
    }

    @Test("are refused for an answer and for an element that only the Online Edition had")
    func none() throws {
        #expect(catalog.message("InvoiceAddRs").flatMap { catalog.example(of: $0) } == nil)
        for path in ["InvoiceAdd.ShippingLineAdd.Amount", "InvoiceQueryRs.InvoiceRet.RefNumber"] {
            guard case .places(let places) = catalog.look(up: path) else {
                Issue.record("\(path) was not found")
                continue
            }
            #expect(catalog.example(of: places[0]) == nil)
        }
    }
}
