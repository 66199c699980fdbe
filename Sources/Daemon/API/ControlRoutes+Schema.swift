import API
import Hummingbird
import QBXML

extension ControlRoutes {
    func listSchemas(_ request: Request, _ order: Order) async throws -> Response {
        let scope = try request.scope()
        return try .json(
            Catalog.standard.schemaSubjects.filter { scope.includes($0) }.map { subject in
                SchemaEntry(
                    name: subject.name, message: subject.message.name,
                    operation: subject.isRecord ? nil : subject.message.operation?.rawValue,
                    since: subject.since.version.description,
                    editions: subject.editions.list.map(\.rawValue), schema: Path.schema(subject.name))
            })
    }

    func showSchema(_ request: Request, _ order: Order) async throws -> Response {
        let scope = try request.scope()
        let name = try order.parameter("message")
        let catalog = Catalog.standard
        guard let subject = catalog.schemaSubject(name) else {
            let hint = OrderRefusal.hint(name, among: catalog.schemaSubjects.flatMap { [$0.name, $0.title] })
            throw OrderRefusal.notFound(
                "qbXML has neither a request nor a record \(name).\(hint) The list: GET \(Path.schemas)")
        }
        guard scope.includes(subject) else { throw OrderRefusal.findings([Self.absence(subject, scope)]) }
        let schema = catalog.schema(for: subject, scope: scope)
        return .document(schema.bytes, type: "application/schema+json", to: request)
    }

    private static func absence(_ subject: SchemaSubject, _ scope: SchemaScope) -> Problem.Finding {
        if subject.editions.isEmpty {
            return .init(
                field: "message",
                problem: "\(subject.name) belonged to the Online Edition of QuickBooks, which is gone.")
        }
        if scope.version < subject.since.version {
            return .init(
                field: "qbxml_version",
                problem: "\(subject.name) came with qbXML \(subject.since.version).")
        }
        let editions = subject.editions.list.map(\.title).joined(separator: ", ")
        return .init(field: "edition", problem: "\(subject.name) is only in \(editions).")
    }

    func describe(_ request: Request, _ order: Order) async throws -> Response {
        let document = try OpenAPI.document(groups, version: Release.version)
        return .document(document.bytes, type: "application/json", to: request)
    }
}
