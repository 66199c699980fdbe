internal import QBXML

extension Schema.Place {
    /// `Name?`, `Name*8 =…`, `Name text31`: all but attributes and marks.
    var head: String {
        let sign = name + rules.occurrence
        if let type { return "\(sign) \(type.word)\(rules.length)" }
        return content.isEmpty ? sign + " empty" : sign
    }

    var marks: [String] { attributes.map { "@" + $0.name + ($0.isRequired ? "!" : "") } + rules.marks }
}

extension Schema.Rules {
    fileprivate var occurrence: String {
        guard isRepeated else { return isOptional ? "?" : "" }
        return (isOptional ? "*" : "+") + (most.map(String.init) ?? "")
    }

    /// `31`, or `(US31,AU41)` where the editions differ. One number holds for all that have the place at all.
    fileprivate var length: String {
        let editions = Schema.Edition.spoken.compactMap { edition in
            lengths[edition].map { (word: edition.word, length: $0) }
        }
        guard let first = editions.first else { return "" }
        if editions.allSatisfy({ $0.length == first.length }) { return String(first.length) }
        return "(" + editions.map { "\($0.word)\($0.length)" }.joined(separator: ",") + ")"
    }

    /// `macro min1 max12 v6.0 not:UK,AU`.
    var marks: [String] {
        var marks: [String] = []
        if isMacro { marks.append("macro") }
        if let minimum { marks.append("min" + minimum) }
        if let maximum { marks.append("max" + maximum) }
        if let since { marks.append("v\(since)") }
        let absent = Schema.Edition.spoken.filter(absences.contains)
        if absent.count == Schema.Edition.spoken.count {
            marks.append("online")
        } else if !absent.isEmpty {
            marks.append("not:" + absent.map(\.word).joined(separator: ","))
        }
        return marks
    }
}

extension Schema.Edition {
    /// Those that the notation speaks of, in its order.
    fileprivate static let spoken: [Schema.Edition] = [
        .unitedStates, .canada, .unitedKingdom, .australia,
    ]

    fileprivate var word: String {
        switch self {
        case .unitedStates: "US"
        case .canada: "CA"
        case .unitedKingdom: "UK"
        case .australia: "AU"
        case .online: "online"
        }
    }
}

extension Schema.ValueType {
    fileprivate var word: String {
        switch self {
        case .text: "text"
        case .id: "id"
        case .guid: "guid"
        case .flag: "flag"
        case .int: "int"
        case .date: "date"
        case .time: "time"
        case .interval: "interval"
        case .amount: "amount"
        case .price: "price"
        case .quantity: "quantity"
        case .percent: "percent"
        case .float: "float"
        case .enumeration: "enum"
        }
    }
}
