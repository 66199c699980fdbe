internal import XML

/// Our own WSDL of the eleven operations, for people and their tools; the Web Connector itself never reads
/// one.
///
/// It is written from `Operation`, so it cannot say anything else than the code does.
package enum ServiceDescription {
    private static let wsdlNamespace = "http://schemas.xmlsoap.org/wsdl/"
    private static let soapBinding = "http://schemas.xmlsoap.org/wsdl/soap/"
    private static let transport = "http://schemas.xmlsoap.org/soap/http"
    /// The names that clients generated from other documents of the interface expect.
    private static let service = "QBWebConnectorSvc"
    private static let port = "QBWebConnectorSvcSoap"

    /// Document/literal, wrapped. `endpoint` is the address that the service names as its own.
    package static func wsdl(endpoint: String) -> String {
        var writer = Writer(asciiOnly: true, reserving: 16 << 10)
        writer.declaration()
        writer.open(
            "wsdl:definitions",
            [
                "xmlns:wsdl": wsdlNamespace, "xmlns:soap": soapBinding, "xmlns:xs": Namespace.schema,
                "xmlns:qb": Namespace.intuit, "targetNamespace": Namespace.intuit,
            ])
        types(&writer)
        for operation in Operation.allCases { messages(operation, &writer) }
        portType(&writer)
        binding(&writer)
        writer.open("wsdl:service", ["name": service])
        writer.open("wsdl:port", ["name": port, "binding": "qb:" + port])
        writer.empty("soap:address", ["location": endpoint])
        writer.close("wsdl:port")
        writer.close("wsdl:service")
        writer.close("wsdl:definitions")
        return writer.string
    }

    private static func types(_ writer: inout Writer) {
        writer.open("wsdl:types")
        writer.open(
            "xs:schema", ["elementFormDefault": "qualified", "targetNamespace": Namespace.intuit])
        for operation in Operation.allCases {
            sequence(operation.rawValue, &writer) { writer in
                for parameter in operation.parameters {
                    field(parameter.rawValue, parameter.isInt ? "xs:int" : "xs:string", &writer)
                }
            }
            sequence(operation.responseElement, &writer) { writer in
                field(operation.resultElement, operation.result.schemaType, &writer)
            }
        }
        writer.open("xs:complexType", ["name": "ArrayOfString"])
        writer.open("xs:sequence")
        writer.empty(
            "xs:element",
            [
                "name": "string", "type": "xs:string", "minOccurs": "0", "maxOccurs": "unbounded",
                "nillable": "true",
            ])
        writer.close("xs:sequence")
        writer.close("xs:complexType")
        writer.close("xs:schema")
        writer.close("wsdl:types")
    }

    private static func sequence(
        _ element: String, _ writer: inout Writer, content: (inout Writer) -> Void
    ) {
        writer.open("xs:element", ["name": element])
        writer.open("xs:complexType")
        writer.open("xs:sequence")
        content(&writer)
        writer.close("xs:sequence")
        writer.close("xs:complexType")
        writer.close("xs:element")
    }

    /// A number must be there, a text or array may be missing: so say all documents of the interface.
    private static func field(_ name: String, _ type: String, _ writer: inout Writer) {
        writer.empty(
            "xs:element",
            ["name": name, "type": type, "minOccurs": type == "xs:int" ? "1" : "0", "maxOccurs": "1"])
    }

    private static func messages(_ operation: Operation, _ writer: inout Writer) {
        let directions = [("In", operation.rawValue), ("Out", operation.responseElement)]
        for (direction, element) in directions {
            writer.open("wsdl:message", ["name": operation.rawValue + direction])
            writer.empty("wsdl:part", ["name": "parameters", "element": "qb:" + element])
            writer.close("wsdl:message")
        }
    }

    private static func portType(_ writer: inout Writer) {
        writer.open("wsdl:portType", ["name": port])
        for operation in Operation.allCases {
            writer.open("wsdl:operation", ["name": operation.rawValue])
            writer.empty("wsdl:input", ["message": "qb:\(operation.rawValue)In"])
            writer.empty("wsdl:output", ["message": "qb:\(operation.rawValue)Out"])
            writer.close("wsdl:operation")
        }
        writer.close("wsdl:portType")
    }

    private static func binding(_ writer: inout Writer) {
        writer.open("wsdl:binding", ["name": port, "type": "qb:" + port])
        writer.empty("soap:binding", ["transport": transport, "style": "document"])
        for operation in Operation.allCases {
            writer.open("wsdl:operation", ["name": operation.rawValue])
            writer.empty(
                "soap:operation", ["soapAction": Namespace.intuit + operation.rawValue, "style": "document"])
            for direction in ["wsdl:input", "wsdl:output"] {
                writer.open(direction)
                writer.empty("soap:body", ["use": "literal"])
                writer.close(direction)
            }
            writer.close("wsdl:operation")
        }
        writer.close("wsdl:binding")
    }
}

extension Operation.ResultType {
    fileprivate var schemaType: String {
        switch self {
        case .string: "xs:string"
        case .int: "xs:int"
        case .strings: "qb:ArrayOfString"
        }
    }
}
