extension Schema {
    /// Takes over what only the XSD set says: how often at most something may come, and what a request may
    /// leave out although the schema calls it required.
    ///
    /// In answers nothing is loosened: they are read leniently anyway, and what "required" is worth there is
    /// to describe them.
    ///
    /// - Returns: what the two contradict each other in otherwise.
    mutating func bound(by xsd: XSD) -> [String] {
        var disagreements: [String] = []
        func bound(_ place: inout Place, as child: XSD.Child, path: String, isRequest: Bool) {
            if (child.most ?? 2) > 1 {
                if place.rules.isRepeated {
                    place.rules.most = child.most
                } else {
                    disagreements.append("\(path) may come more than once by the XSD set only.")
                }
            } else if place.rules.isRepeated {
                disagreements.append("\(path) may come once only by the XSD set.")
            }
            if child.least > (place.rules.isOptional ? 0 : 1) {
                disagreements.append("\(path) is required by the XSD set only.")
            }
            if child.least == 0, isRequest { place.rules.isOptional = true }
        }
        func descend(_ parts: inout [Part], _ content: XSD.Content, path: String, isRequest: Bool) {
            guard !parts.isEmpty else { return }
            let children = xsd.children(of: content)
            parts.changeEach { place in
                // The XSD set is older than the newest schema, so it need not know everything.
                guard let child = children[place.name] else { return }
                let path = path + "/" + place.name
                bound(&place, as: child, path: path, isRequest: isRequest)
                descend(&place.content, child.content, path: path, isRequest: isRequest)
            }
        }
        for index in sets.indices {
            let name = sets[index].name
            let children = xsd.children(of: .element(name))
            sets[index].content.changeEach { message in
                // How often a message may come is a matter of its set, where each may.
                guard let child = children[message.name] else { return }
                descend(
                    &message.content, child.content, path: message.name, isRequest: Self.isRequest(name))
            }
        }
        return disagreements
    }
}
