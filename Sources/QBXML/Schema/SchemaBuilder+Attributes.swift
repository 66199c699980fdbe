extension SchemaBuilder {
    /// The attributes of an element, as keys of its object.
    func attributes(of place: Place) -> [JSON.Member] {
        catalog.attributes(of: place).map { JSON.Member("@" + $0.name, attribute($0.name)) }
    }

    func requestAttributes(of request: Message) -> [JSON.Member] {
        var names = ["requestID"]
        if request.hasMetaData, scope.includes(Message.metaDataSince, .all) { names.append("metaData") }
        if request.hasIterator, scope.includes(Message.iteratorSince, .all) {
            names += ["iterator", "iteratorID"]
        }
        return names.map { JSON.Member("@" + $0, attribute($0)) }
    }

    func attribute(_ name: String) -> JSON {
        var schema: JSON = .object([])
        schema["description"] = Self.sentences[name].map { .text($0) }
        schema["type"] = name == "requestID" ? ["string", "integer"] : "string"
        if name == "requestID" { schema["maxLength"] = 50 }
        // The few enumerations of answers (`@rowType`) grow with QuickBooks, those of requests are closed.
        if name == "iterator" || name == "metaData", let words = catalog.enumeration(ofAttribute: name) {
            schema["enum"] = .texts(words.values.map(\.name))
        }
        return schema
    }

    private static let sentences = [
        "requestID":
            "Taken for the sake of those who write it; requests are numbered anew before they are sent.",
        "metaData": "Whether the answer has the number of records, the records, or both.",
        "iterator": "Asks page by page, with MaxReturned as the size of a page.",
        "iteratorID": "Which iterator goes on or stops, from the answer to iterator Start.",
        "defMacro":
            "A name for what does not exist yet, like TxnID:Invoice1; a later request of the set uses it.",
        "useMacro": "The macro that stands for the ID, as an earlier request of the set defines it.",
    ]
}
