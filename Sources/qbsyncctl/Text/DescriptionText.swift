import QBXML

/// Descriptions of messages and elements for a person.
enum DescriptionText {
    static func lines(_ message: MessageDescription, width: Int?) -> [Line] {
        let verb = message.operation.flatMap { Message.Operation(rawValue: $0) }?.verb
        let isRequest = message.direction == "request"
        var sheet = Sheet()
        sheet.add("Since", "qbXML \(message.since)")
        sheet.add("Editions", editions(message.editions))
        for (index, trait) in message.traits.enumerated() {
            sheet.add(index == 0 ? "Notes" : "", trait.sentence)
        }
        let head =
            isRequest
            ? ": a request that \(verb ?? "asks"), answered by \(message.counterpart)"
            : ": the answer to \(message.counterpart)"
        let inside =
            message.members.isEmpty
            ? [Line("There is nothing inside it.")]
            : MemberTable(message.members, since: message.since, editions: message.editions)
                .lines(width: width)
        return [Line(message.name, .bold) + Line(head)] + sheet.lines(width: width, indent: 2) + [Line()]
            + attributes(of: message, width: width) + inside
    }

    static func lines(_ name: NameDescription, width: Int?) -> [Line] {
        guard name.forms.count == 1, let form = name.forms.first else { return table(name, width: width) }
        let element = form.element
        var sheet = sheet(of: element)
        if let position = name.position {
            sheet.add("Stands in", self.position(position))
            if let branches = position.branches, let rule = position.rule {
                sheet.add("Choice", choice(rule, branches))
            }
        } else {
            sheet.add("Stands in", homes(form.homes))
        }
        var lines = [Line(name.path, .bold)] + sheet.lines(width: width, indent: 2)
        if !element.attributes.isEmpty { lines += [Line()] + attributes(element.attributes, width: width) }
        if let members = element.members, !members.isEmpty {
            let table = MemberTable(members, since: element.since, editions: element.editions)
            lines += [Line()] + table.lines(width: width)
        }
        return lines
    }

    static func lines(_ attribute: AttributeDescription, width: Int?) -> [Line] {
        attributes([attribute], width: width)
    }

    // MARK: Parts

    private static func sheet(of element: ElementDescription) -> Sheet {
        var sheet = Sheet()
        sheet.add("Value", element.inside == nil ? element.value : "elements")
        if let values = element.values {
            sheet.add("Words", values.map(word).joined(separator: ", "))
        }
        sheet.add("How often", element.occurrence)
        sheet.add("Since", "qbXML \(element.since)")
        sheet.add("Editions", editions(element.editions))
        return sheet
    }

    private static func editions(_ editions: [String]) -> String {
        if editions.isEmpty { return "none on the desktop: it belonged to the Online Edition, which is gone" }
        return editions.count == Edition.allCases.count ? "all" : "only " + editions.joined(separator: ", ")
    }

    private static func word(_ value: ValueDescription) -> String {
        var notes: [String] = []
        if value.isStandard { notes.append("taken when left out") }
        if let since = value.since { notes.append("since \(since)") }
        if let until = value.until { notes.append("up to \(until)") }
        return value.name + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }

    /// An ID of the request alone is not worth a table: every request may have one, and ours are our own.
    private static func attributes(of message: MessageDescription, width: Int?) -> [Line] {
        message.attributes.count > 1 ? attributes(message.attributes, width: width) + [Line()] : []
    }

    private static func attributes(_ attributes: [AttributeDescription], width: Int?) -> [Line] {
        Table(
            [.init("ATTRIBUTE"), .init("SINCE"), .init("WHAT IT IS FOR", narrowing: .wrap)],
            rows: attributes.map { attribute in
                let words = attribute.values.map { $0.map(word).joined(separator: ", ") }
                let purpose = [attribute.isRequired ? "required" : nil, attribute.purpose, words]
                    .compactMap { $0 }.joined(separator: ": ")
                return [Line(attribute.name, .bold), Line(attribute.since ?? ""), Line(purpose)]
            }
        ).lines(width: width)
    }

    private static func position(_ position: Position) -> String {
        let neighbours = [
            position.after.map { "after \($0)" }, position.before.map { "before \($0)" },
        ].compactMap { $0 }.joined(separator: ", ")
        return "\(position.parent), in \(position.message)" + (neighbours.isEmpty ? "" : ": \(neighbours)")
    }

    /// `at most one of: ListID | FullName | MaxReturned, ActiveStatus, …`
    private static func choice(_ rule: ChoiceDescription.Rule, _ branches: [[String]]) -> String {
        let told = branches.map { branch in
            branch.count > 3
                ? branch.prefix(3).joined(separator: ", ") + ", …" : branch.joined(separator: ", ")
        }
        return "\(rule.rawValue): \(told.joined(separator: " | "))"
    }

    // MARK: Names

    /// A name that means different things in different places.
    private static func table(_ name: NameDescription, width: Int?) -> [Line] {
        let places = Quantity.count(name.places, "place")
        return [Line(name.path, .bold) + Line(" stands in \(places), in \(name.forms.count) forms."), Line()]
            + Table(
                [.init("VALUE", narrowing: .wrap), .init("STANDS IN", narrowing: .wrap)],
                rows: name.forms.map { form in
                    let values = form.element.values.map { ": " + $0.map(word).joined(separator: ", ") } ?? ""
                    return [Line(form.element.brief + values), Line(homes(form.homes))]
                }
            ).lines(width: width)
    }

    private static func homes(_ homes: [NameDescription.Home]) -> String {
        homes.map { home in home.name + (home.since.map { " (since \($0))" } ?? "") }
            .joined(separator: ", ")
    }
}
