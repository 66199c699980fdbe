internal import QBXML

/// What the lines of a transaction are worth: their own words first, then those of their items.
struct Pricing {
    /// Transactions that sell something, and charge tax for it.
    static let saleKinds: Set = ["Invoice", "Estimate", "SalesOrder", "SalesReceipt", "CreditMemo"]

    let file: CompanyFile
    /// The amount of the line above, to which a percentage refers.
    private var above = Money.zero
    /// Of the lines since the last subtotal.
    private var running = Money.zero

    init(file: CompanyFile) {
        self.file = file
    }

    /// All lines among the children of a transaction or a group.
    mutating func priced(_ fields: [Field], in shape: RetShape) -> [Field] {
        fields.map { field in
            guard case .fields(let inner) = field.content, let within = shape.shape(inside: field.name),
                within.has("TxnLineID")
            else { return field }
            return Field(
                field.name,
                within.has("ItemGroupRef")
                    ? priced(group: inner, in: within) : priced(line: inner, in: within))
        }
    }

    mutating func priced(line: [Field], in shape: RetShape) -> [Field] {
        var line = line
        let item = item(of: line)
        let price = shape.has("Rate") ? "Rate" : "Cost"
        let isPurchase = price == "Cost" || shape.kind == "PurchaseOrder"
        if let item {
            let description = item.words(isPurchase: isPurchase)
            if shape.has("Desc"), line.firstIndex(named: "Desc") == nil, !description.isEmpty {
                line.append(Field("Desc", description))
            }
            if shape.has("SalesTaxCodeRef"), line.firstIndex(named: "SalesTaxCodeRef") == nil,
                let code = item.reference("SalesTaxCodeRef")
            {
                line.append(Field("SalesTaxCodeRef", code))
            }
        }
        if item?.kind == "ItemSubtotal" {
            line.removeAll { $0.name == "Amount" }
            line.append(Field("Amount", running))
            above = running
            running = .zero
            return shape.ordered(line)
        }
        setAmount(&line, shape, price, item, isPurchase: isPurchase)
        let amount = Money(line.text("Amount")) ?? .zero
        above = amount
        running += amount
        return shape.ordered(line)
    }

    private func setAmount(
        _ line: inout [Field], _ shape: RetShape, _ price: String, _ item: CompanyRecord?, isPurchase: Bool
    ) {
        guard shape.has("Amount") else { return }
        let quantity = Scaled(line.text("Quantity"))
        if let amount = Money(line.text("Amount")) {
            guard line.firstIndex(named: price) == nil, line.firstIndex(named: "RatePercent") == nil,
                shape.has(price), let quantity, let rate = Scaled(amount, dividedBy: quantity)
            else { return }
            line.append(Field(price, rate.text))
            return
        }
        if line.firstIndex(named: price) == nil, line.firstIndex(named: "RatePercent") == nil, let item,
            shape.has(price)
        {
            if let cost = item.price(isPurchase: isPurchase) {
                line.append(Field(price, cost))
            } else if let percent = item.percentage, shape.has("RatePercent") {
                line.append(Field("RatePercent", percent))
            }
        }
        if let rate = Scaled(line.text(price)) {
            line.append(Field("Amount", rate * (quantity ?? Scaled(units: Scaled.one))))
        } else if let percent = Scaled(line.text("RatePercent")) {
            line.append(Field("Amount", percent.percent(of: above)))
        }
    }

    /// A group is spread out into the lines that it stands for.
    private mutating func priced(group: [Field], in shape: RetShape) -> [Field] {
        var group = group
        let item = group.first(named: "ItemGroupRef").flatMap { Reference($0) }
            .flatMap { file.record("Item", id: $0.id) }
        let inner = shape.content.places.map { RetShape.name(of: $0) }.first {
            shape.shape(inside: $0)?.has("TxnLineID") ?? false
        }
        if let item, let inner, group.firstIndex(named: inner) == nil {
            let times = Scaled(group.text("Quantity")) ?? Scaled(units: Scaled.one)
            for part in item.fields where part.name == "ItemGroupLine" {
                guard let reference = part.fields.first(named: "ItemRef") else { continue }
                let each = Scaled(part.fields.text("Quantity")) ?? Scaled(units: Scaled.one)
                group.append(
                    Field(inner, [reference, Field("Quantity", each.times(times).quantityText)]))
            }
            if shape.has("Desc"), !item["ItemDesc"].isEmpty, group.firstIndex(named: "Desc") == nil {
                group.append(Field("Desc", item["ItemDesc"]))
            }
        }
        group = priced(group, in: shape)
        group.removeAll { $0.name == "TotalAmount" }
        let total = group.filter { $0.name == inner }.reduce(Money.zero) { $0 + Totals.amount($1) }
        group.append(Field("TotalAmount", total))
        if shape.has("IsPrintItemsInGroup"), group.firstIndex(named: "IsPrintItemsInGroup") == nil {
            group.append(Field("IsPrintItemsInGroup", item?["IsPrintItemsInGroup"] == "true"))
        }
        return shape.ordered(group)
    }

    private func item(of line: [Field]) -> CompanyRecord? {
        Reference(line.first(named: "ItemRef")).flatMap { file.record("Item", id: $0.id) }
    }
}

extension CompanyRecord {
    private var terms: [Field] {
        (fields.first(named: "SalesOrPurchase") ?? fields.first(named: "SalesAndPurchase"))?.fields ?? fields
    }

    /// What a line about an item says of it.
    func words(isPurchase: Bool) -> String {
        let names = isPurchase ? ["PurchaseDesc", "Desc", "ItemDesc"] : ["SalesDesc", "Desc", "ItemDesc"]
        return names.lazy.map { terms.text($0) }.first { !$0.isEmpty } ?? ""
    }

    /// The price of an item; nil for one that has none, or a percentage.
    func price(isPurchase: Bool) -> String? {
        if kind == "ItemDiscount", let rate = Scaled(self["DiscountRate"]) {
            return Scaled(units: -rate.units).text
        }
        let names = isPurchase ? ["PurchaseCost", "Price"] : ["SalesPrice", "Price"]
        return names.lazy.map { terms.text($0) }.first { !$0.isEmpty }
    }

    var percentage: String? {
        if kind == "ItemDiscount" {
            return Scaled(self["DiscountRatePercent"]).map { Scaled(units: -$0.units).text }
        }
        let text = terms.text("PricePercent")
        return text.isEmpty ? nil : text
    }
}
