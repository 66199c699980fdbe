extension SchemaBuilder {
    /// The schema of one element within an object: its facts, and the forms that its value may have.
    mutating func property(_ index: Int, of content: Content, _ use: SchemaUse) -> JSON {
        let place = content.places[index]
        let isList = place.isList || content.isRepeated(place)
        let item = item(place, use)
        var schema: JSON = [
            "description": .text(catalog.facts(of: place, in: content)),
            "x-qbxml": facts(place, order: index + 1, use),
        ]
        let form =
            if use == .record {
                isList ? ["type": "array", "items": item] : item
            } else if isList {
                allowing(absence(place, use), in: ["anyOf": [item, list(of: item, place)]])
            } else {
                allowing(absence(place, use), in: item)
            }
        for member in form.members { schema[member.key] = member.value }
        return schema
    }

    /// What a schema has no word for.
    private func facts(_ place: Place, order: Int, _ use: SchemaUse) -> JSON {
        var facts: JSON = ["order": .number(String(order))]
        if place.since > .first { facts["since"] = .text(place.since.version.description) }
        if place.editions != .all { facts["editions"] = .texts(place.editions.list.map(\.rawValue)) }
        if place.takesMacro { facts["macro"] = true }
        let lengths = Edition.allCases.compactMap { edition in
            place.length.limit(in: edition).map { JSON.Member(edition.rawValue, .number(String($0))) }
        }
        if Set(lengths.map(\.value.bytes)).count > 1 { facts["maxLength"] = .object(lengths) }
        let ending = (catalog.enumeration(of: place)?.values ?? []).compactMap { value in
            value.until.map { JSON.Member(value.name, .text($0.version.description)) }
        }
        if !ending.isEmpty { facts["until"] = .object(ending) }
        if use == .record, let words = catalog.enumeration(of: place)?.values.filter(scope.includes) {
            facts["words"] = .texts(words.map(\.name))
        }
        return facts
    }

    private func list(of item: JSON, _ place: Place) -> JSON {
        var list: JSON = ["type": "array", "items": item]
        if place.isRequired, place.choice < 0 { list["minItems"] = 1 }
        if place.isList, place.maximum != Place.unbounded {
            list["maxItems"] = .number(String(place.maximum))
        }
        return list
    }

    // MARK: One value

    private mutating func item(_ place: Place, _ use: SchemaUse) -> JSON {
        if let content = place.content { return reference(to: content, use) }
        let value = use == .record ? recordValue(place) : requestValue(place)
        var attributes = attributes(of: place)
        if use != .record, place.takesMacro {
            attributes.append(JSON.Member("@useMacro", attribute("useMacro")))
        }
        guard !attributes.isEmpty else { return value }
        let object: JSON = [
            "type": "object", "properties": .object(attributes + [JSON.Member("#text", value)]),
        ]
        return ["anyOf": [value, use == .record ? object : closed(object, requiring: "@useMacro")]]
    }

    private func closed(_ object: JSON, requiring key: String) -> JSON {
        var object = object
        object["required"] = [.text(key)]
        object["additionalProperties"] = false
        return object
    }

    private func recordValue(_ place: Place) -> JSON {
        switch place.type {
        case .flag: ["type": "boolean"]
        case .int: ["type": "integer"]
        case .date: ["type": "string", "format": "date"]
        // Not `date-time`: the offset is that of winter all the year, and a program would believe it.
        default: ["type": "string"]
        }
    }

    private func requestValue(_ place: Place) -> JSON {
        guard let type = place.type else { return false }
        var schema: JSON
        switch type {
        case .flag:
            return ["type": ["boolean", "string"], "enum": [true, false, "true", "false", ""]]
        case .enumeration:
            let words = catalog.enumeration(of: place)
            schema = [
                "type": "string", "enum": .texts((words?.values ?? []).filter(scope.includes).map(\.name)),
            ]
            schema["default"] = words?.standard.map { .text($0) }
        case .int: schema = ["type": ["integer", "string"]]
        case .amount, .price, .quantity, .percent, .float: schema = ["type": ["string", "number"]]
        case .text, .id, .guid, .date, .time, .interval, .empty: schema = ["type": "string"]
        }
        schema["maxLength"] =
            switch type {
            case .id: 36
            case .empty: 0
            default: place.length.limit(in: scope.edition).map { .number(String($0)) }
            }
        schema["pattern"] = type.pattern.map { .text($0) }
        let (least, greatest) = catalog.bounds(of: place)
        schema["minimum"] = least.map(Self.number)
        schema["maximum"] = greatest.map(Self.number)
        return schema
    }

    /// The catalog writes `.001`, JSON `0.001`.
    private static func number(_ text: String) -> JSON { .number(text.hasPrefix(".") ? "0" + text : text) }

    // MARK: No value

    /// How an element may be there and say nothing; nil if it may not.
    private func absence(_ place: Place, _ use: SchemaUse) -> [JSON] {
        // What a choice needs is needed only where it is chosen, and may be cleared there.
        if place.isRequired && place.choice < 0 { return [] }
        guard use == .modification else { return [.null] }
        switch place.kind {
        case .value(let type): return type.objectionToNothing == nil ? [.null] : []
        case .content(let content): return catalog[content].mayBeEmpty ? [.null, ""] : []
        }
    }

    /// - Parameter values: the schema's own go before them.
    private func allowing(_ values: [JSON], in schema: JSON) -> JSON {
        guard !values.isEmpty else { return schema }
        var schema = schema
        let alternative: JSON = values == [.null] ? ["type": "null"] : ["enum": .list(values)]
        if case .list(let alternatives)? = schema["anyOf"] {
            schema["anyOf"] = .list(alternatives + [alternative])
            return schema
        }
        guard let type = schema["type"], values == [.null] else { return ["anyOf": [schema, alternative]] }
        if case .list(let types) = type {
            schema["type"] = .list(types + ["null"])
        } else {
            schema["type"] = [type, "null"]
        }
        if case .list(let words)? = schema["enum"] { schema["enum"] = .list(words + [.null]) }
        return schema
    }
}
