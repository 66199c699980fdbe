internal import QBXML

/// What a request asks for, as far as a simulated company has it.
enum Subject {
    case host, company, preferences
    /// Some or all kinds of a family.
    case records(Family, kinds: [String])
}

extension CompanyFile {
    /// Nil for what is not imitated: all that writes, reports, and queries for records that neither every
    /// company here has nor this one was loaded with.
    func subject(of request: Message) -> Subject? {
        guard request.operation == .query else { return nil }
        let kinds = Family.kinds(answering: request)
        switch kinds {
        case ["Host"]: return .host
        case ["Company"]: return .company
        case ["Preferences"]: return .preferences
        default: break
        }
        guard let family = kinds.first.map({ Family.holding($0) }) else { return nil }
        // Some queries mix families, such as EntityQuery customers and vendors.
        guard kinds.allSatisfy({ family.kinds.contains($0) }) else { return nil }
        let isHere = shelves[family.name] != nil || Family.all.contains { $0.name == family.name }
        return isHere ? .records(family, kinds: kinds) : nil
    }
}
