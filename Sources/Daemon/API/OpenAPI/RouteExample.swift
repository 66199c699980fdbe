import HTTPTypes
import QBXML

/// How a route is used: for the description of the API, and for a test that does it.
struct RouteExample: Sendable {
    /// Of the example among those of its route.
    let name: String
    let summary: String
    /// Behind the path: `state=failed`.
    let query: String
    let headers: [(name: String, value: String)]
    let body: JSON?
    let status: Int

    init(
        _ summary: String, name: String = "usual", query: String = "",
        headers: [(name: String, value: String)] = [], body: JSON? = nil, status: Int = 200
    ) {
        self.summary = summary
        self.name = name
        self.query = query
        self.headers = headers
        self.body = body
        self.status = status
    }

    func described(_ route: Route) -> JSON {
        let address = route.path + (query.isEmpty ? "" : "?\(query)")
        var example: JSON = [
            "summary": .text(summary), "request": .text("\(route.method.rawValue) \(address)"),
            "status": .number(String(status)),
        ]
        if !headers.isEmpty { example["headers"] = .texts(headers.map { "\($0.name): \($0.value)" }) }
        if let body { example["body"] = body }
        return example
    }
}

extension RouteExample {
    private static let customer: JSON = ["CustomerAdd": ["Name": "Elm Street Bakery"]]

    static let addRequests = [
        RouteExample("A new customer.", query: "reference=web-4711", body: customer, status: 201),
        RouteExample(
            "The same call twice is one: the key tells.", name: "once",
            headers: [("Idempotency-Key", "order-4711")],
            body: [
                "InvoiceAdd": [
                    "CustomerRef": ["FullName": "Elm Street Bakery"], "RefNumber": "4711",
                    "InvoiceLineAdd": [["ItemRef": ["FullName": "Bread"], "Quantity": "12"]],
                ]
            ], status: 201),
        RouteExample(
            "Several, each after the one in front of it, within two hours or not at all.", name: "chain",
            query: "group=chain&priority=10&expires=2h",
            body: [
                customer,
                [
                    "CustomerMod": [
                        "ListID": "80000001-1234567890", "EditSequence": "1234567890", "Phone": "555-0100",
                    ]
                ],
            ], status: 201),
        RouteExample(
            "What would be done, without doing it.", name: "dry-run", query: "dry_run=true",
            body: ["TxnVoid": ["TxnVoidType": "Invoice", "TxnID": "5-1234567890"]]),
        RouteExample(
            "Something is wrong: all of it is told, and nothing is queued.", name: "refused",
            body: ["InvoiceAdd": ["RefNumber": "2026-0000001234"]], status: 422),
    ]

    static let listRequests = [
        RouteExample(
            "What failed, and what nobody can tell.", query: "state=failed,unknown&limit=20")
    ]

    static let showRequest = [
        RouteExample("With the document that it went out in.", query: "document=true")
    ]

    static let editRequest = [
        RouteExample(
            "With a number that QuickBooks takes.",
            body: ["InvoiceAdd": ["CustomerRef": ["ListID": "80-1"], "RefNumber": "1022"]])
    ]

    static let linkRequest = [
        RouteExample("This invoice came of it.", body: ["id": "5-1234567890"])
    ]

    static let listEvents = [
        RouteExample("From the beginning.", query: "after=0&limit=10"),
        RouteExample("Only the number to begin with.", name: "last", query: "last=0"),
    ]
}
