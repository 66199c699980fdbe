/*
 The catalog's notation, and its reader.

     enum ActiveStatus                  the values of an element; of an attribute: enum @iterator
       ActiveOnly! InactiveOnly All     `!` is what QuickBooks takes when the element is left out;
                                        `BOX11>=16.0` and `BOX13<=15.0` came and went
     shape Ref31 {                      a content that stands in several places
       ListID? id
       FullName? text31
     }
     request InvoiceAddRq v1.0 {        a message, `answer` for what comes back; its version and editions;
                                        `@metaData` `@iterator` for what a query may have, `subscription`
       InvoiceAdd @defMacro {           an element with elements inside, and with an attribute (`!`: required)
         CustomerRef =Ref209            one whose content is a shape
         RefNumber? text11              a value, by the names of `ValueType`, at most 11 characters
         SalesTaxCodeRef? =Ref3 v2.0    since qbXML 2.0; without it, as old as what is around it
         TaxAmount? amount not:US,UK    not in these editions; `online`: in none on the desktop
         (*                             a choice; after the bracket and the name alike:
           InvoiceLineAdd { … }           nothing exactly once    ?  at most once
         |                                *  any number           +  one or more      *8  at most eight
           InvoiceLineGroupAdd { … }    and `(1` is a choice of which one must be taken
         )
       }
     }

 The whole is 300 KB. It is read byte by byte, since splitting it into strings would cost more than all the
 rest of starting the program; a broken line stops the program at once, and a test reads all of them.
*/
struct CatalogReader {
    private var index = NameIndex(capacity: 2048)
    private var contents: [Content?] = []
    private var shapes: [NameIndex.ID: Content.ID] = [:]
    private var attributes: [Attribute] = []
    private var enumerations: [Enumeration] = []
    private var enumerationOf: [NameIndex.ID: Int32] = [:]
    private var bounds: [(least: String?, greatest: String?)] = []
    private var requests: [Message] = []
    private var answers: [Message] = []

    private var open: [OpenContent] = []
    private var line = 0

    /// A content whose brace has not been closed.
    private struct OpenContent {
        let id: Content.ID
        let name: String
        var places: [Place] = []
        var choices: [OpenChoice] = []
        /// The choices whose brackets are open, innermost last.
        var inside: [Int] = []
    }

    private struct OpenChoice {
        var mark: UInt8
        var marks: NotationMarks
        var parent: Int
        var parentBranch: Int
        var branches: [Range<Int>] = []
        var branchStart: Int
    }

    mutating func read(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
                line += 1
                read(NotationLine(UnsafeBufferPointer(rebasing: rest[rest.startIndex..<end])))
                rest = rest[min(end + 1, rest.endIndex)...]
            }
        }
    }

    func finished() -> Catalog {
        Catalog(
            requests: requests, answers: answers,
            contents: contents.map { content in
                guard let content else { preconditionFailure("The catalog names a shape that it lacks.") }
                return content
            }, attributes: attributes, enumerations: enumerations, index: index, bounds: bounds)
    }

    private mutating func read(_ line: NotationLine) {
        var line = line
        let isIndented = line.isIndented
        guard let word = line.next() else { return }
        if open.isEmpty {
            if isIndented { return readValues(first: word, line) }
            return readHead(word, line)
        }
        switch word[0] {
        case UInt8(ascii: "("): openChoice(mark: word[1], line)
        case UInt8(ascii: "|"): nextBranch()
        case UInt8(ascii: ")"): closeChoice()
        case UInt8(ascii: "}"): closeContent()
        default: readPlace(word, line)
        }
    }

    // MARK: Heads

    private mutating func readHead(_ word: NotationLine.Word, _ line: NotationLine) {
        var line = line
        guard let name = line.next() else { return broken("a head without a name") }
        switch String(decoding: word, as: UTF8.self) {
        case "enum":
            let owner = index.insert(name)
            enumerationOf[owner] = Int32(enumerations.count)
            enumerations.append(
                Enumeration(name: String(decoding: name, as: UTF8.self), values: [], standard: nil))
        case "shape":
            openContent(shape(named: index.insert(name)), name)
        case "request": readMessage(name, .request, line)
        case "answer": readMessage(name, .answer, line)
        default: broken("no such head")
        }
    }

    private mutating func readMessage(
        _ name: NotationLine.Word, _ direction: Message.Direction, _ line: NotationLine
    ) {
        let marks = NotationMarks(line)
        let message = Message(
            name: String(decoding: name, as: UTF8.self), direction: direction,
            container: marks.isSubscription ? .subscriptions : .messages, since: marks.since ?? .first,
            editions: marks.editions, content: reserve(), hasMetaData: marks.hasAttribute("metaData"),
            hasIterator: marks.hasAttribute("iterator") || marks.hasAttribute("iteratorID"))
        if direction == .request { requests.append(message) } else { answers.append(message) }
        openContent(message.content, name)
    }

    private mutating func readValues(first: NotationLine.Word, _ line: NotationLine) {
        guard let last = enumerations.indices.last else { return broken("values of nothing") }
        var line = line
        var values = enumerations[last].values
        var standard = enumerations[last].standard
        var word: NotationLine.Word? = first
        while let text = word {
            var value = String(decoding: text, as: UTF8.self)
            if value.hasSuffix("!") {
                value.removeLast()
                standard = value
            }
            let isNew = value.contains(">=")
            let parts = value.split(whereSeparator: { "<>=".contains($0) })
            let version = parts.count > 1 ? Version(String(parts[1])).map(Release.init) : nil
            values.append(
                Enumeration.Value(
                    name: String(parts[0]), since: isNew ? version : nil, until: isNew ? nil : version))
            word = line.next()
        }
        enumerations[last] = Enumeration(name: enumerations[last].name, values: values, standard: standard)
    }

    // MARK: Contents

    private mutating func reserve() -> Content.ID {
        contents.append(nil)
        return Content.ID(index: Int32(contents.count - 1))
    }

    private mutating func shape(named name: NameIndex.ID) -> Content.ID {
        if let known = shapes[name] { return known }
        let id = reserve()
        shapes[name] = id
        return id
    }

    private mutating func openContent(_ id: Content.ID, _ name: NotationLine.Word) {
        open.append(OpenContent(id: id, name: String(decoding: name, as: UTF8.self)))
    }

    private mutating func closeContent() {
        guard let content = open.popLast(), content.inside.isEmpty else {
            return broken("a brace that closes nothing")
        }
        contents[Int(content.id.index)] = Content(
            name: content.name, places: content.places,
            choices: content.choices.map { choice in
                Choice(
                    isRequired: choice.mark == UInt8(ascii: "1") || choice.mark == UInt8(ascii: "+"),
                    repeats: choice.mark == UInt8(ascii: "*") || choice.mark == UInt8(ascii: "+"),
                    since: choice.marks.since ?? .first, editions: choice.marks.editions,
                    parent: choice.parent, parentBranch: choice.parentBranch, branches: choice.branches)
            })
    }

    private mutating func readPlace(_ word: NotationLine.Word, _ line: NotationLine) {
        var line = line
        let (name, minimum, maximum) = Self.occurrence(word)
        guard let owner = open.indices.last else { return }
        var kind = Place.Kind.value(.text)
        var length = LengthLimit.none
        var inner: Content.ID?
        if let type = line.peek() {
            if type[0] == UInt8(ascii: "=") {
                _ = line.next()
                let shapeName = UnsafeBufferPointer(rebasing: type.dropFirst())
                kind = .content(shape(named: index.insert(shapeName)))
            } else if let (valueType, limit) = NotationLine.type(type) {
                _ = line.next()
                (kind, length) = (.value(valueType), limit)
            } else {
                let id = reserve()
                (kind, inner) = (.content(id), id)
            }
        }
        let marks = NotationMarks(line)
        let id = index.insert(name)
        let first = Int32(attributes.count)
        for attribute in marks.attributes {
            attributes.append(
                Attribute(name: index.insert(attribute.name), isRequired: attribute.isRequired))
        }
        if marks.least != nil || marks.greatest != nil { bounds.append((marks.least, marks.greatest)) }
        let choice = open[owner].inside.last ?? -1
        open[owner].places.append(
            Place(
                name: id, kind: kind, minimum: minimum, maximum: maximum, since: marks.since ?? .first,
                editions: marks.editions, length: length, attributes: first..<Int32(attributes.count),
                enumeration: kind == .value(.enumeration) ? enumerationOf[id] ?? -1 : -1,
                bounds: marks.least != nil || marks.greatest != nil ? Int32(bounds.count - 1) : -1,
                takesMacro: marks.isMacro, choice: Int16(choice),
                branch: choice < 0 ? -1 : Int16(open[owner].choices[choice].branches.count)))
        if let inner { openContent(inner, name) }
    }

    /// `Name`, `Name?`, `Name*`, `Name+`, `Name*8`.
    private static func occurrence(_ word: NotationLine.Word) -> (NotationLine.Word, Int32, Int32) {
        guard let end = word.firstIndex(where: { "?*+".utf8.contains($0) }) else { return (word, 1, 1) }
        let name = UnsafeBufferPointer(rebasing: word[..<end])
        let number = Int32(String(decoding: word[(end + 1)...], as: UTF8.self))
        switch word[end] {
        case UInt8(ascii: "?"): return (name, 0, 1)
        case UInt8(ascii: "*"): return (name, 0, number ?? Place.unbounded)
        default: return (name, 1, number ?? Place.unbounded)
        }
    }

    // MARK: Choices

    private mutating func openChoice(mark: UInt8, _ line: NotationLine) {
        let owner = open.count - 1
        let parent = open[owner].inside.last ?? -1
        open[owner].inside.append(open[owner].choices.count)
        open[owner].choices.append(
            OpenChoice(
                mark: mark, marks: NotationMarks(line), parent: parent,
                parentBranch: parent < 0 ? -1 : open[owner].choices[parent].branches.count,
                branchStart: open[owner].places.count))
    }

    private mutating func nextBranch() {
        let owner = open.count - 1
        guard let choice = open[owner].inside.last else { return broken("a branch outside a choice") }
        let start = open[owner].choices[choice].branchStart
        open[owner].choices[choice].branches.append(start..<open[owner].places.count)
        open[owner].choices[choice].branchStart = open[owner].places.count
    }

    private mutating func closeChoice() {
        nextBranch()
        open[open.count - 1].inside.removeLast()
    }

    private func broken(_ reason: String) {
        preconditionFailure("The catalog's notation is broken at line \(line): \(reason).")
    }
}

extension Catalog {
    init(reading texts: [String]) {
        var reader = CatalogReader()
        for text in texts { reader.read(text) }
        self = reader.finished()
    }
}
