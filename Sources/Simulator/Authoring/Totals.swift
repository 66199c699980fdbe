/// Makes the amounts of a made-up record agree: quantity times price, the sum of the lines, what is still
/// open.
enum Totals {
    static func add(up fields: inout [Field], kind: String) {
        for index in fields.indices where isPriced(fields[index].name) { multiply(&fields[index]) }
        switch kind {
        case "JournalEntry": balance(&fields)
        case "Charge":
            multiply(fields: &fields)
            fields.set("BalanceRemaining", fields.text("Amount"))
        case "VehicleMileage":
            let end = (Int(fields.text("OdometerStart")) ?? 0) + (Int(fields.text("TotalMiles")) ?? 0)
            fields.set("OdometerEnd", String(end))
            fields.set("TripEndDate", fields.text("TripStartDate"))
        default: sum(&fields)
        }
    }

    private static func isPriced(_ name: String) -> Bool {
        name.hasSuffix("LineRet") || name.hasSuffix("LineGroupRet") || name.hasSuffix("GroupLineRet")
    }

    private static func multiply(_ line: inout Field) {
        var fields = line.fields
        if line.name.contains("Group") {
            for index in fields.indices where isPriced(fields[index].name) { multiply(&fields[index]) }
            let total = fields.filter { isPriced($0.name) }.reduce(Money.zero) { $0 + amount($1) }
            fields.set("TotalAmount", total.text)
        } else {
            multiply(fields: &fields)
        }
        line.content = .fields(fields)
    }

    private static func multiply(fields: inout [Field]) {
        guard let price = Money(fields.text("Rate")) ?? Money(fields.text("Cost")),
            let quantity = Int(fields.text("Quantity"))
        else { return }
        fields.set("Amount", (price * quantity).text)
    }

    /// What a line is worth.
    static func amount(_ line: Field) -> Money {
        Money(line.fields.text(line.name.contains("Group") ? "TotalAmount" : "Amount")) ?? .zero
    }

    private static func sum(_ fields: inout [Field]) {
        let lines = fields.filter { isPriced($0.name) }
        guard !lines.isEmpty, lines.contains(where: { amount($0) != .zero }) else {
            for name in ["CreditRemaining", "OpenAmount"] where fields.firstIndex(named: name) != nil {
                fields.set(name, Money.zero.text)
            }
            return
        }
        let total = lines.reduce(Money.zero) { $0 + amount($1) }.text
        for name in totals { fields.set(name, total) }
        fields.set("SalesTaxTotal", Money.zero.text)
        fields.set("SalesTaxPercentage", Money.zero.text)
    }

    private static let totals = [
        "Subtotal", "TotalAmount", "AmountDue", "Amount", "CreditAmount", "OpenAmount", "CreditRemaining",
        "DepositTotal",
    ]

    /// Debits equal credits.
    private static func balance(_ fields: inout [Field]) {
        guard let debit = fields.first(where: { $0.name == "JournalDebitLine" }) else { return }
        for index in fields.indices where fields[index].name == "JournalCreditLine" {
            var inner = fields[index].fields
            inner.set("Amount", debit.fields.text("Amount"))
            fields[index].content = .fields(inner)
        }
    }
}
