/// `GET /v1/schema`: one line for each request and record that has a JSON Schema.
package struct SchemaEntry: Codable, Equatable, Sendable {
    /// As in JSON: `InvoiceAdd`, `InvoiceRet`.
    package var name: String
    /// The message of qbXML: the request, or the first answer that brings the record.
    package var message: String
    /// Query, Add, Mod, Del, Void or Merge; absent for a record.
    package var operation: String?
    /// The version of qbXML that brought it.
    package var since: String
    /// The editions that have it, of US, CA, UK and AU.
    package var editions: [String]
    /// Where its schema is.
    package var schema: String

    package init(
        name: String, message: String, operation: String?, since: String, editions: [String], schema: String
    ) {
        self.name = name
        self.message = message
        self.operation = operation
        self.since = since
        self.editions = editions
        self.schema = schema
    }
}
