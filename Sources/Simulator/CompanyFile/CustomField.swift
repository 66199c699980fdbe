/// A custom field of a record: public under owner `0`, private under an application's GUID.
///
/// ```xml
/// <DataExtRet>
///   <OwnerID>{57F3B9B1-…}</OwnerID><DataExtName>FileID</DataExtName>
///   <DataExtType>STR255TYPE</DataExtType><DataExtValue>{90A44FB5-…}</DataExtValue>
/// </DataExtRet>
/// ```
package struct CustomField: Equatable, Sendable {
    package var ownerID: String
    package var name: String
    package var type: String
    package var value: String

    package init(ownerID: String, name: String, type: String = "STR255TYPE", value: String) {
        self.ownerID = ownerID
        self.name = name
        self.type = type
        self.value = value
    }

    /// Reads a `<DataExtRet>`. One without an owner is a public field.
    init(_ field: Field) {
        ownerID = field.fields.first(named: "OwnerID")?.text ?? "0"
        name = field.fields.text("DataExtName")
        type = field.fields.text("DataExtType")
        value = field.fields.text("DataExtValue")
    }

    var field: Field {
        Field(
            "DataExtRet",
            [
                Field("OwnerID", ownerID), Field("DataExtName", name), Field("DataExtType", type),
                Field("DataExtValue", value),
            ])
    }

    /// Owners are GUIDs, which are compared without case.
    func isOwned(by owner: String) -> Bool { ownerID.lowercased() == owner.lowercased() }
}
