import Foundation
import Testing
import XML

@testable import QBXML

@Suite("The catalog's shapes of answers")
struct ShapesTests {
    @Test("know lists by parent and child")
    func lists() {
        let shapes = Shapes.standard
        #expect(shapes.child("InvoiceLineRet", of: "InvoiceRet")?.isList == true)
        #expect(shapes.child("InvoiceLineRet", of: "InvoiceLineGroupRet")?.isList == true)
        #expect(shapes.child("DataExtRet", of: "CustomerRet")?.isList == true)
        #expect(shapes.child("CustomerRef", of: "InvoiceRet")?.isList == false)
        #expect(shapes.child("InvoiceLineRet", of: "CustomerRet") == nil)
        #expect(shapes.child("TxnDelType", of: "TxnDelRs")?.form == .enumeration)
        #expect(shapes.child("FooRet", of: "TxnDelRs") == nil)
        #expect(shapes.child("TxnDelRs", of: "QBXMLMsgsRs") != nil)
        #expect(shapes.child("TxnDelRq", of: "QBXMLMsgsRs") == nil)
    }

    @Test("know what is text and what is not, and never make a number of money")
    func forms() {
        let shapes = Shapes.standard
        #expect(shapes.child("IsActive", of: "CustomerRet")?.form == .boolean)
        #expect(shapes.child("Sublevel", of: "CustomerRet")?.form == .integer)
        #expect(shapes.child("SalesTaxPercentage", of: "InvoiceRet")?.form == .percentage)
        for name in ["Subtotal", "TxnDate", "TxnID", "TimeCreated", "ExchangeRate", "Memo"] {
            #expect(shapes.child(name, of: "InvoiceRet")?.form == .text, "\(name)")
        }
        #expect(shapes.child("Quantity", of: "InvoiceLineRet")?.form == .text)
    }

    @Test("make of an element in a new place what they make of it elsewhere")
    func strangers() {
        let shapes = Shapes.standard
        #expect(shapes.stranger("IsActive").form == .boolean)
        #expect(shapes.stranger("RatePercent").form == .percentage)
        #expect(shapes.stranger("TxnType").form == .text)
        #expect(shapes.stranger("Amount").form == .text)
        #expect(shapes.stranger("InvoiceLineRet").isList == false)
        #expect(shapes.stranger("Novelty").form == .text)
    }

    @Test("know the attributes of reports")
    func attributes() {
        let shapes = Shapes.standard
        #expect(shapes.child("@rowNumber", of: "DataRow")?.form == .text)
        #expect(shapes.child("@rowType", of: "RowData")?.form == .enumeration)
        #expect(shapes.child("@rowNumber", of: "RowData") == nil)
        #expect(shapes.child("@colID", of: "ColData")?.isList == false)
    }

    @Test(
        "are what the 16.0 schema says of every answer",
        .enabled(if: Reference.isHere, Reference.absence))
    func schemaAgrees() throws {
        let schema = try SampleSchema(String(decoding: Reference.bytes(Reference.schema), as: UTF8.self))
        let shapes = RecordShapes(.standard)
        #expect(schema.answers == 239)
        #expect(schema.lists.count == 70)
        #expect(shapes.lists == schema.lists)
        #expect(shapes.elements[.boolean] == schema.elements(ofType: "BOOLTYPE"))
        #expect(shapes.elements[.integer] == schema.elements(ofType: "INTTYPE"))
        #expect(shapes.elements[.percentage] == schema.elements(ofType: "PERCENTTYPE"))
        #expect(shapes.elements[.enumeration] == schema.elements(ofType: "ENUMTYPE"))
        #expect(schema.types.allSatisfy { $0.value.count == 1 }, "an element has two types in two places")
    }

    @Test(
        "agree with another witness, the 13.0 XSD, in all lists that it has",
        .enabled(if: Reference.isHere, Reference.absence))
    func xsdAgrees() throws {
        let folder = Reference.xsd.deletingLastPathComponent()
        var schema = SchemaWitness()
        for name in ["qbxmltypes130", "qbxml130", "qbxmlso130", "qbxmlops130"] {
            let bytes = try Reference.bytes(folder.appending(path: "\(name).xsd"))
            schema.add(try Element(parsing: bytes))
        }
        let witnessed = schema.listsOfAnswers()
        #expect(witnessed.count > 60)
        var known = RecordShapes(.standard).lists
        // The one list that came after 13.0: shipping details of sales orders, with 15.0.
        known["ShippingDetailsLineRet"] = nil
        #expect(known == witnessed)
    }
}

/// All that the shapes say of what is inside records.
private struct RecordShapes {
    /// Child to the parents in which it may come more than once.
    var lists: [String: Set<String>] = [:]
    var elements: [Shapes.Form: Set<String>] = [:]
    private let shapes: Shapes
    private var seen: Set<[String]> = []

    init(_ shapes: Shapes) {
        self.shapes = shapes
        for answer in shapes.catalog.answers {
            for place in shapes.catalog[answer.content].places {
                let name = shapes.catalog.name(of: place)
                if name.hasSuffix("Ret"), let content = place.content { add(content, of: name) }
            }
        }
    }

    private mutating func add(_ content: Content.ID, of parent: String) {
        for place in shapes.catalog[content].places {
            let name = shapes.catalog.name(of: place)
            guard let child = shapes.child(name, of: parent) else {
                Issue.record("the shapes lack \(name) in \(parent)")
                continue
            }
            if child.isList { lists[name, default: []].insert(parent) }
            if place.type != nil { elements[child.form, default: []].insert(name) }
            if let inner = place.content, seen.insert([parent, name, "\(inner.index)"]).inserted {
                add(inner, of: name)
            }
        }
    }
}

/// The sample-shaped schema, read line by line: an element, its type or its children, and the rules in
/// comments.
///
///     <InvoiceLineGroupRet>                      <!-- not in QBOE -->
///       <InvoiceLineRet>                         <!-- opt, may rep -->
///     <!-- BEGIN OR: You may have 0 or more InvoiceLineRet OR InvoiceLineGroupRet -->
private struct SampleSchema {
    var answers = 0
    /// Child to the parents in which it may come more than once, inside records of answers.
    var lists: [String: Set<String>] = [:]
    /// Element to its types, inside records of answers.
    var types: [String: Set<String>] = [:]

    private var path: [String] = []
    private var repeated: [Set<Substring>] = []

    init(_ text: String) {
        // Line ends of the file are CR LF or LF.
        for line in text.split(whereSeparator: \.isNewline) { read(line) }
    }

    func elements(ofType type: String) -> Set<String> {
        Set(types.filter { $0.value.contains(type) }.keys)
    }

    private mutating func read(_ line: Substring) {
        let line = line.drop { $0 == " " || $0 == "\t" }
        guard line.first == "<" else { return }
        if line.hasPrefix("<!--") { return readRule(line) }
        if line.hasPrefix("</") {
            path.removeLast()
            repeated.removeLast()
            return
        }
        let name = String(line.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        if name.isEmpty { return }  // <?xml
        let isClosed = line.contains("</\(name)>") || line.contains("/>")
        note(name, line, isLeaf: isClosed)
        if !isClosed {
            path.append(name)
            repeated.append([])
        }
    }

    /// Names after "0 or more" or "1 or more" may each come again.
    private mutating func readRule(_ line: Substring) {
        guard !path.isEmpty, let more = line.range(of: " or more ") else { return }
        let rule = line[more.upperBound...].prefix { $0 != "-" }
        guard line.contains("BEGIN OR: You may have"), !rule.contains("(") else { return }
        let names = rule.split(separator: " ").filter { $0 != "OR" }
        repeated[repeated.count - 1].formUnion(names)
    }

    private mutating func note(_ name: String, _ line: Substring, isLeaf: Bool) {
        let isAnswer = path.count == 2 && path[1].hasSuffix("MsgsRs") && name.hasSuffix("Rs")
        if isAnswer { answers += 1 }
        guard path.count > 3, path[1].hasSuffix("MsgsRs"), path[3].hasSuffix("Ret"), let parent = path.last
        else { return }
        let rules = line.range(of: "<!--").map { line[$0.upperBound...] } ?? ""
        let isList =
            rules.contains("may rep") || rules.contains(" rep (")
            || repeated.last?.contains(Substring(name)) == true
        if isList { lists[name, default: []].insert(parent) }
        if isLeaf, let open = line.firstIndex(of: ">") {
            types[name, default: []].insert(String(line[open...].dropFirst().prefix { $0 != "<" }))
        }
    }
}

/// The XSD, as far as it says what may come more than once.
private struct SchemaWitness {
    private var groups: [String: Element] = [:]
    private var elements: [String: Element] = [:]
    private var types: [String: Element] = [:]

    mutating func add(_ schema: Element) {
        for definition in schema.elements {
            guard let name = definition.attribute("name") else { continue }
            switch definition.name {
            case "group": groups[name] = definition
            case "element": elements[name] = definition
            case "complexType": types[name] = definition
            default: break
            }
        }
    }

    /// Child to parents, over everything that can be reached from an answer, answers themselves left out.
    func listsOfAnswers() -> [String: Set<String>] {
        var lists: [String: Set<String>] = [:]
        var seen: Set<String> = []
        var waiting = types.keys.filter { $0.hasSuffix("RsType") }.map { (String($0.dropLast(4)), types[$0]) }
        while let (name, definition) = waiting.popLast() {
            guard seen.insert(name).inserted, let definition else { continue }
            walk(definition, isMany: false) { child, isMany in
                let childName = child.attribute("ref") ?? child.attribute("name") ?? ""
                if isMany && !name.hasSuffix("Rs") { lists[childName, default: []].insert(name) }
                waiting.append((childName, child.attribute("ref").flatMap { elements[$0] } ?? child))
            }
        }
        return lists
    }

    private func walk(_ node: Element, isMany: Bool, _ found: (Element, Bool) -> Void) {
        if let type = node.attribute("type"), node.name == "element", let definition = types[type] {
            walk(definition, isMany: false, found)
        }
        for child in node.elements {
            let isMany = isMany || !["0", "1", nil].contains(child.attribute("maxOccurs"))
            switch child.name {
            case "element": found(child, isMany)
            case "group":
                if let group = child.attribute("ref").flatMap({ groups[$0] }) {
                    walk(group, isMany: isMany, found)
                }
            default: walk(child, isMany: isMany, found)
            }
        }
    }
}
