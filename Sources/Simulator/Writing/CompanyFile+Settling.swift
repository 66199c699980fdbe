/// Payments and what they pay: each knows of the other.
extension CompanyFile {
    /// How the two sides of a settlement are called, by the kind of the payment.
    private struct Side {
        var asked: String
        var kinds: [String]
        /// What is still open of the other transaction.
        var open: String
    }

    private static let sides: [String: Side] = [
        "ReceivePayment": Side(
            asked: "AppliedToTxn", kinds: ["Invoice", "Charge"], open: "BalanceRemaining"),
        "BillPaymentCheck": Side(asked: "AppliedToTxn", kinds: ["Bill"], open: "OpenAmount"),
        "BillPaymentCreditCard": Side(asked: "AppliedToTxn", kinds: ["Bill"], open: "OpenAmount"),
        "ARRefundCreditCard": Side(
            asked: "RefundAppliedToTxn", kinds: ["CreditMemo"], open: "CreditRemaining"),
    ]

    /// Applies a payment to what its request names, or to the oldest that is open.
    mutating func settle(_ payment: inout CompanyRecord, _ order: WriteOrder) throws(WriteRefusal) {
        guard let side = Self.sides[payment.kind] else { return }
        payment.fields.removeAll { $0.name == side.asked + "Ret" }
        let asked = order.all(side.asked + "Add") + order.all(side.asked + "Mod")
        var shares: [(record: CompanyRecord, amount: Money, discount: Field?)] = []
        for field in asked {
            let id = field.fields.text("TxnID")
            guard let found = first(of: side.kinds, id: id) else {
                throw WriteRefusal(.missingReference(id, field: "TxnID"))
            }
            guard !rules.isBusy(id) else { throw WriteRefusal(.inUse(id)) }
            let credits = field.fields.filter { $0.name == "SetCredit" }
            try apply(credits: credits, to: found.kind, id, at: order.moment)
            let target = record(found.kind, id: id) ?? found
            let discount = field.fields.first(named: "DiscountAmount")
            let text = field.fields.text(payment.kind.hasPrefix("AR") ? "RefundAmount" : "PaymentAmount")
            let open = target.amount(side.open)
            let cut = discount.flatMap { Money($0.text) } ?? .zero
            let amount = Money(text) ?? (open - cut)
            guard amount + cut <= open, amount >= .zero else {
                throw WriteRefusal(
                    .cannotSave(
                        "You cannot pay more than the amount due: \(open.text) is open of \(target.kind) "
                            + "\(target.fullName)."))
            }
            shares.append((target, amount, discount))
        }
        if asked.isEmpty, order.flag("IsAutoApply") { shares = oldest(for: payment, side) }
        let sum = shares.reduce(Money.zero) { $0 + $1.amount }
        try setTotal(of: payment.kind, sum, &payment)
        for (target, amount, discount) in shares {
            apply(amount, discount, of: payment, to: target, side.open, at: order.moment)
            payment.fields.append(applied(payment.kind, side, target.id, target.kind, amount, discount))
        }
    }

    private func oldest(
        for payment: CompanyRecord, _ side: Side
    ) -> [(record: CompanyRecord, amount: Money, discount: Field?)] {
        var rest = payment.amount("TotalAmount")
        let customer = payment.reference("CustomerRef")?.id
        let open = records("Invoice").filter {
            $0.reference("CustomerRef")?.id == customer && $0.amount(side.open) > .zero
        }.sorted { ($0["TxnDate"], $0.created) < ($1["TxnDate"], $1.created) }
        return open.compactMap { invoice in
            let amount = min(rest, invoice.amount(side.open))
            rest = rest - amount
            return amount > .zero ? (invoice, amount, nil) : nil
        }
    }

    private func setTotal(
        of kind: String, _ sum: Money, _ payment: inout CompanyRecord
    ) throws(WriteRefusal) {
        switch kind {
        case "ReceivePayment":
            let total = Money(payment["TotalAmount"]) ?? sum
            guard sum <= total else {
                throw WriteRefusal(.cannotSave("More is applied than the payment is worth."))
            }
            payment.replace(Field("TotalAmount", total))
            payment.replace(Field("UnusedPayment", total - sum))
            payment.replace(Field("UnusedCredits", Money.zero))
        case "ARRefundCreditCard": payment.replace(Field("TotalAmount", sum))
        default: payment.replace(Field("Amount", sum))
        }
    }

    private mutating func apply(
        _ amount: Money, _ discount: Field?, of payment: CompanyRecord, to target: CompanyRecord,
        _ open: String, at moment: Int
    ) {
        let used = amount + (discount.flatMap { Money($0.text) } ?? .zero)
        let zone = zone
        let link = Field.link(to: payment, amount: -used)
        change(target.kind, target.id) { record in
            let rest = record.amount(open) - used
            record.replace(Field(open, rest))
            if record.fields.firstIndex(named: "AppliedAmount") != nil {
                record.fields.set("AppliedAmount", (record.amount("AppliedAmount") - used).text)
            }
            if record.fields.firstIndex(named: "IsPaid") != nil {
                record.fields.set("IsPaid", rest == .zero ? "true" : "false")
            }
            record.insert(link)
            record.stampModified(in: zone, at: moment)
        }
    }

    private func applied(
        _ paymentKind: String, _ side: Side, _ id: String, _ kind: String, _ amount: Money, _ discount: Field?
    ) -> Field {
        let target = record(kind, id: id)
        let number = target?["RefNumber"] ?? ""
        var fields = [Field("TxnID", id), Field("TxnType", kind), Field("TxnDate", target?["TxnDate"] ?? "")]
        if !number.isEmpty { fields.append(Field("RefNumber", number)) }
        let rest = target?.amount(side.open) ?? .zero
        if paymentKind.hasPrefix("AR") {
            fields += [Field("CreditRemaining", rest), Field("RefundAmount", amount)]
        } else {
            fields += [Field("BalanceRemaining", rest), Field("Amount", amount)]
            if let discount { fields.append(Field(discount.name, Money(discount.text) ?? .zero)) }
        }
        return Field(side.asked + "Ret", fields)
    }
}
