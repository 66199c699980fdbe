extension Generator {
    /// Items of eleven kinds, with the services and goods that invoices are made of first.
    mutating func makeItems() {
        var seed = root.split("items")
        var moment = founded + 20_000
        func tick() -> Int {
            moment += 61
            return moment
        }
        makeServices(&seed, tick)
        makeGoods(&seed, tick)
        makeCharges(tick)
        makeTaxes(tick)
        makeGroups(tick)
        makeParts(&seed, tick)
        // Prices were raised in the year of the sales.
        for item in file.records("Item") where seed.chance(30) {
            touch("Item", item.id, at: workingMoment(&seed, from: start, to: end))
        }
    }

    private mutating func makeServices(_ seed: inout Seed, _ tick: () -> Int) {
        // Name, price in minor units, account of income.
        let services: [(name: String, price: Int, account: String)] = [
            ("Labor", 6_500, "Services:Labor"), ("Labor:Overtime", 9_750, "Services:Labor"),
            ("Labor:Weekend", 11_000, "Services:Labor"), ("Installation", 8_500, "Services:Labor"),
            ("Removal", 5_500, "Services:Labor"), ("Inspection", 12_500, "Services:Consulting"),
            ("Consultation", 14_500, "Services:Consulting"), ("Design", 11_500, "Services:Consulting"),
            ("Project management", 9_500, "Services:Consulting"), ("Training", 9_000, "Services:Consulting"),
            ("Maintenance plan", 24_900, "Services"), ("Emergency call", 19_500, "Services"),
            ("Cleaning", 4_200, "Services"), ("Delivery", 7_500, "Services"),
        ]
        for service in services {
            let parts = service.name.split(separator: ":").map(String.init)
            let parent = parts.count > 1 ? reference("Item", parts[0]) : nil
            var inner = [
                Field("Desc", parts.joined(separator: ", ")),
                Field("Price", Money(minorUnits: service.price)),
            ]
            if let account = reference("Account", service.account) {
                inner.append(Field("AccountRef", account))
            }
            add(
                "ItemService", parts[parts.count - 1], at: tick(), parent: parent,
                [Field("SalesTaxCodeRef", Chart.nonTaxable), Field("SalesOrPurchase", inner)])
        }
        add(
            "ItemService", "Fax service", at: tick(), isActive: false,
            [
                Field("SalesTaxCodeRef", Chart.nonTaxable),
                Field(
                    "SalesOrPurchase",
                    [Field("Desc", "No longer offered"), Field("Price", Money(minorUnits: 100))]),
            ])
    }

    private mutating func makeGoods(_ seed: inout Seed, _ tick: () -> Int) {
        let goods = [
            "Hinge, brass", "Door, oak 36\"", "Door, pine 32\"", "Window 24x36", "Window 36x48", "Lock set",
            "Paint, gallon", "Primer, gallon", "Lumber 2x4x8", "Lumber 2x6x12", "Plywood 4x8", "Drywall 4x8",
            "Tile, box", "Grout, bag", "Light fixture", "Switch plate",
        ]
        let vendors = file.records("Vendor").map(\.reference)
        for name in goods {
            let cost = Money(minorUnits: seed.number(in: 150...16_000))
            var fields = [
                Field("ManufacturerPartNumber", "MP-\(seed.number(in: 10_000...99_999))"),
                Field("SalesTaxCodeRef", Chart.taxable), Field("SalesDesc", name),
                Field("SalesPrice", cost.share(hundredthsOfPercent: 14_500)),
            ]
            if let account = reference("Account", "Product Sales") {
                fields.append(Field("IncomeAccountRef", account))
            }
            fields += [Field("PurchaseDesc", name), Field("PurchaseCost", cost)]
            if let account = reference("Account", "Cost of Goods Sold") {
                fields.append(Field("COGSAccountRef", account))
            }
            if !vendors.isEmpty { fields.append(Field("PrefVendorRef", seed.pick(vendors))) }
            if let account = reference("Account", "Inventory Asset") {
                fields.append(Field("AssetAccountRef", account))
            }
            fields += [
                Field("ReorderPoint", 10), Field("QuantityOnHand", seed.number(in: 0...180)),
                Field("AverageCost", cost), Field("QuantityOnOrder", 0), Field("QuantityOnSalesOrder", 0),
            ]
            add("ItemInventory", name, at: tick(), fields)
        }
        for name in ["Fasteners", "Sealant", "Sandpaper", "Permit copies"] {
            var inner = [
                Field("Desc", name), Field("Price", Money(minorUnits: seed.number(in: 300...4_900))),
            ]
            if let account = reference("Account", "Product Sales") {
                inner.append(Field("AccountRef", account))
            }
            add(
                "ItemNonInventory", name, at: tick(),
                [Field("SalesTaxCodeRef", Chart.taxable), Field("SalesOrPurchase", inner)])
        }
    }

    private mutating func makeCharges(_ tick: () -> Int) {
        for (name, price) in [("Freight", 4_500), ("Rush fee", 7_500), ("Disposal", 6_000)] {
            var inner = [Field("Desc", name), Field("Price", Money(minorUnits: price))]
            if let account = reference("Account", "Reimbursed Expenses") {
                inner.append(Field("AccountRef", account))
            }
            add(
                "ItemOtherCharge", name, at: tick(),
                [Field("SalesTaxCodeRef", Chart.nonTaxable), Field("SalesOrPurchase", inner)])
        }
        add("ItemSubtotal", "Subtotal", at: tick(), hasPath: false, [Field("ItemDesc", "Subtotal")])
        var discount = [
            Field("ItemDesc", "10% discount"), Field("SalesTaxCodeRef", Chart.taxable),
            Field("DiscountRatePercent", "10.00"),
        ]
        if let account = reference("Account", "Sales Discounts") {
            discount.append(Field("AccountRef", account))
        }
        add("ItemDiscount", "Discount", at: tick(), discount)
        var payment = [Field("ItemDesc", "Payment received at sale")]
        if let account = reference("Account", "Undeposited Funds") {
            payment.append(Field("DepositToAccountRef", account))
        }
        add("ItemPayment", "Payment", at: tick(), hasPath: false, payment)
    }

    private mutating func makeTaxes(_ tick: () -> Int) {
        var parts: [Reference] = []
        for (name, rate) in [("State tax", "6.25"), ("City tax", "0.75"), ("Out of state", "0.00")] {
            var fields = [Field("ItemDesc", name), Field("TaxRate", rate)]
            if let agency = reference("Vendor", "State Department of Revenue") {
                fields.append(Field("TaxVendorRef", agency))
            }
            parts.append(add("ItemSalesTax", name, at: tick(), hasPath: false, fields))
        }
        add(
            "ItemSalesTaxGroup", "State and city", at: tick(), hasPath: false,
            [Field("ItemDesc", "Sales tax")] + parts.prefix(2).map { Field("ItemSalesTaxRef", $0) })
    }

    private mutating func makeGroups(_ tick: () -> Int) {
        let names = ["Door, oak 36\"", "Hinge, brass", "Lock set"]
        let parts = names.compactMap { reference("Item", $0) }
        add(
            "ItemGroup", "Door package", at: tick(), hasPath: false,
            [Field("ItemDesc", "Door with hinges and lock"), Field("IsPrintItemsInGroup", true)]
                + zip(parts, [1, 3, 1]).map { part, quantity in
                    Field("ItemGroupLine", [Field("ItemRef", part), Field("Quantity", quantity)])
                })
        var assembly = [
            Field("SalesTaxCodeRef", Chart.taxable), Field("SalesDesc", "Framed window, ready to fit"),
            Field("SalesPrice", Money(minorUnits: 38_900)),
        ]
        if let account = reference("Account", "Product Sales") {
            assembly.append(Field("IncomeAccountRef", account))
        }
        assembly.append(Field("PurchaseCost", Money.zero))
        if let account = reference("Account", "Cost of Goods Sold") {
            assembly.append(Field("COGSAccountRef", account))
        }
        if let account = reference("Account", "Inventory Asset") {
            assembly.append(Field("AssetAccountRef", account))
        }
        assembly += [
            Field("BuildPoint", 2), Field("QuantityOnHand", 0), Field("AverageCost", Money.zero),
            Field("QuantityOnOrder", 0), Field("QuantityOnSalesOrder", 0),
        ]
        let inside = ["Window 36x48", "Lumber 2x4x8"].compactMap { reference("Item", $0) }
        assembly += zip(inside, [1, 4]).map { part, quantity in
            Field(
                "ItemInventoryAssemblyLine", [Field("ItemInventoryRef", part), Field("Quantity", quantity)])
        }
        add("ItemInventoryAssembly", "Framed window", at: tick(), assembly)
    }

    /// Small parts, as many as a large company needs to have its number of items.
    private mutating func makeParts(_ seed: inout Seed, _ tick: () -> Int) {
        guard size.items > 0 else { return }
        let account = reference("Account", "Product Sales")
        for number in 0..<max(0, size.items - file.records("Item").count) {
            let name = "Part \(10_000 + number)"
            var inner = [
                Field("Desc", name), Field("Price", Money(minorUnits: seed.number(in: 100...19_900))),
            ]
            if let account { inner.append(Field("AccountRef", account)) }
            add(
                "ItemNonInventory", name, at: tick(),
                [Field("SalesTaxCodeRef", Chart.taxable), Field("SalesOrPurchase", inner)])
        }
    }
}
