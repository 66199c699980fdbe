internal import QBXML

/// What a request asks for, as far as a simulated company has it.
enum Subject {
    /// The program, the company, its preferences: one record without an ID.
    case single(kind: String)
    /// Kinds of one family or of several, as in EntityQuery.
    case records([Share])
    /// Something that is worked out of other records when it is asked for.
    case workedOut(kind: String)
    case report
    /// The company has the feature switched off (3250).
    case switchedOff

    /// Some or all kinds of a family.
    struct Share {
        let family: Family
        var kinds: [String]
    }
}

extension CompanyFile {
    /// Nil for what is not imitated: all that writes, and queries about what no company here has.
    func subject(of request: Message) -> Subject? {
        guard request.operation == .query else { return nil }
        let kinds = Family.kinds(answering: request)
        switch kinds.first {
        case "Host", "Company", "Preferences", "CompanyActivity": return .single(kind: kinds[0])
        case "Report": return .report
        case "Currency" where shelves["Currency"]?.isEmpty ?? true: return .switchedOff
        case let kind? where Self.workedOut.contains(kind): return .workedOut(kind: kind)
        default: break
        }
        var shares: [Subject.Share] = []
        for kind in kinds {
            let family = Family.holding(kind)
            if let index = shares.firstIndex(where: { $0.family.name == family.name }) {
                shares[index].kinds.append(kind)
            } else if shelves[family.name] != nil || Family.named(family.name) != nil {
                shares.append(Subject.Share(family: family, kinds: [kind]))
            } else {
                return nil
            }
        }
        return shares.isEmpty ? nil : .records(shares)
    }

    private static let workedOut: Set = [
        "ListDeleted", "TxnDeleted", "Transaction", "BarCode", "DataExtDef", "SalesTaxPayable",
        "ReceivePaymentToDeposit", "BillToPay", "ItemAssembliesCanBuild", "AccountTaxLineInfo",
        "Form1099CategoryAccountMapping",
    ]
}
