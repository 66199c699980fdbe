internal import CLibXML2
internal import XML

/// A document as a tree that keeps its comments, which are where a sample-shaped schema states its rules.
///
/// The XML room leaves comments out, on purpose: in what QuickBooks and the Web Connector send they mean
/// nothing, and its reader should not grow for a tool that does not ship. A schema file is no stranger's and
/// small, so here libxml2 may build its own tree at once; it is copied into values, and freed.
struct CommentedElement {
    enum Node {
        case element(CommentedElement)
        /// Without the blanks at its ends.
        case comment(String, line: Int)
        /// Without the blanks at its ends, and never empty.
        case text(String, line: Int)
    }

    var name: String
    var attributes: [(name: String, value: String)] = []
    var children: [Node] = []
    /// From 1.
    var line: Int

    /// Reads a whole document. What stands outside the root is left out.
    init(parsing bytes: [UInt8]) throws(SchemaError) {
        guard let context = xmlNewParserCtxt() else { throw .malformed(.empty) }
        defer { xmlFreeParserCtxt(context) }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let document = bytes.withUnsafeBytes { bytes in
            xmlCtxtReadMemory(
                context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil,
                Int32(options))
        }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else {
            let error = context.pointee.lastError
            let reason = error.message.map { String(cString: $0).trimmed } ?? "there is no root element"
            throw .malformed(.malformed(line: Int(error.line), reason: reason))
        }
        self.init(copying: root)
    }

    private init(copying node: xmlNodePtr) {
        name = Self.string(node.pointee.name)
        line = xmlGetLineNo(node)
        var attribute = node.pointee.properties
        while let each = attribute {
            let value = Self.string(each.pointee.children?.pointee.content)
            attributes.append((Self.string(each.pointee.name), value))
            attribute = each.pointee.next
        }
        var child = node.pointee.children
        while let each = child {
            switch each.pointee.type {
            case XML_ELEMENT_NODE: children.append(.element(CommentedElement(copying: each)))
            case XML_COMMENT_NODE:
                children.append(
                    .comment(Self.string(each.pointee.content).trimmed, line: xmlGetLineNo(each)))
            case XML_TEXT_NODE where xmlIsBlankNode(each) == 0:
                children.append(.text(Self.string(each.pointee.content).trimmed, line: xmlGetLineNo(each)))
            default: break
            }
            child = each.pointee.next
        }
    }

    private static func string(_ text: UnsafePointer<UInt8>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }

    private static func string(_ text: UnsafeMutablePointer<UInt8>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}

extension StringProtocol where UTF8View: BidirectionalCollection {
    /// Without white space at both ends.
    var trimmed: String {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let first = utf8.firstIndex(where: { !isBlank($0) }),
            let last = utf8.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}
