extension Generator {
    /// Somebody who will be entered, before the order in which they are is known.
    private struct Newcomer {
        enum Kind { case customer, vendor, employee, job(of: Int) }
        var kind: Kind
        var name: String
        var moment: Int
        var place = 0
    }

    /// Customers with their jobs, vendors and employees, in the order in which they came: they count
    /// together.
    mutating func makeNames() {
        var seed = root.split("names")
        var taken: Set<String> = []
        var plans: [Newcomer] = [
            Newcomer(kind: .vendor, name: "State Department of Revenue", moment: founded + 14_000)
        ]
        taken.insert(plans[0].name.lowercased())
        for _ in 0..<size.employees {
            let name = "\(seed.pick(Words.firstNames)) \(seed.pick(Words.lastNames))"
            plans.append(
                Newcomer(
                    kind: .employee, name: unique(name, &taken), moment: arrival(&seed, oldShare: 70)))
        }
        for _ in 1..<max(size.vendors, 1) {
            plans.append(
                Newcomer(
                    kind: .vendor, name: unique(Words.business(&seed), &taken),
                    moment: arrival(&seed, oldShare: 80)))
        }
        for index in 0..<size.customers {
            let name =
                seed.chance(45)
                ? Words.business(&seed) : "\(seed.pick(Words.lastNames)), \(seed.pick(Words.firstNames))"
            let moment = arrival(&seed, oldShare: 65)
            plans.append(
                Newcomer(
                    kind: .customer, name: unique(name, &taken), moment: moment, place: index))
            guard seed.chance(40) else { continue }
            var jobs: Set<String> = []
            for _ in 0..<seed.number(in: 1...3) {
                let job = seed.pick(Words.jobs)
                guard jobs.insert(job).inserted else { continue }
                let later = workingMoment(&seed, from: moment, to: min(moment + 90 * 86_400, end))
                plans.append(Newcomer(kind: .job(of: index), name: job, moment: max(later, moment + 60)))
            }
        }
        let sorted = plans.enumerated().sorted {
            ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset)
        }
        var customers: [Int: CompanyRecord] = [:]
        for (_, plan) in sorted { enter(plan, &customers, &seed) }
        for customer in file.records("Customer") where seed.chance(25) {
            let since = file.zone.moment(of: customer.modified)
            touch("Customer", customer.id, at: workingMoment(&seed, from: max(since, start), to: end))
        }
    }

    private func arrival(_ seed: inout Seed, oldShare: Int) -> Int {
        seed.chance(oldShare)
            ? workingMoment(&seed, from: founded + 86_400, to: start)
            : workingMoment(&seed, from: start, to: end)
    }

    private func unique(_ name: String, _ taken: inout Set<String>) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            candidate = "\(name) \(number)"
            number += 1
        }
        return candidate
    }

    private mutating func enter(
        _ plan: Newcomer, _ customers: inout [Int: CompanyRecord], _ seed: inout Seed
    ) {
        switch plan.kind {
        case .employee:
            enterEmployee(plan, &seed)
        case .vendor:
            enterVendor(plan, &seed)
        case .customer:
            let id = enterCustomer(plan, &seed)
            customers[plan.place] = file.record("Customer", id: id)
        case .job(let place):
            if let customer = customers[place] { enterJob(plan, of: customer, &seed) }
        }
    }

    private mutating func enterCustomer(_ plan: Newcomer, _ seed: inout Seed) -> String {
        let parts = plan.name.split(separator: ",").map { $0.drop { $0 == " " } }
        let isPerson = parts.count == 2
        let first = isPerson ? String(parts[1].prefix { $0 != " " }) : seed.pick(Words.firstNames)
        let last = isPerson ? String(parts[0]) : seed.pick(Words.lastNames)
        var fields: [Field] = []
        if !isPerson { fields.append(Field("CompanyName", plan.name)) }
        fields += [Field("FirstName", first), Field("LastName", last)]
        fields += address("BillAddress", isPerson ? "\(first) \(last)" : plan.name, &seed)
        fields.append(Field("Phone", Words.phone(&seed)))
        if seed.chance(20) { fields.append(Field("AltPhone", Words.phone(&seed))) }
        if seed.chance(70) {
            let domain = isPerson ? last : plan.name
            fields.append(Field("Email", Words.email(first, domain)))
        }
        fields.append(Field("Contact", "\(first) \(last)"))
        if let terms = reference("Terms", seed.pick(["Due on receipt", "Net 15", "Net 30", "Net 30"])) {
            fields.append(Field("TermsRef", terms))
        }
        fields += [
            Field("Balance", Money.zero), Field("TotalBalance", Money.zero),
            Field("SalesTaxCodeRef", seed.chance(85) ? Chart.taxable : Chart.nonTaxable),
        ]
        if seed.chance(30) {
            fields.append(Field("AccountNumber", "C-\(seed.number(in: 10_000...99_999))"))
        }
        if seed.chance(20) {
            fields.append(Field("CreditLimit", Money(minorUnits: seed.number(in: 5...40) * 50_000)))
        }
        fields.append(Field("JobStatus", "None"))
        let extra =
            seed.chance(15)
            ? [CustomField(ownerID: "0", name: "Region", value: seed.pick(["East", "West", "North"]))] : []
        return add(
            "Customer", plan.name, at: plan.moment, isActive: !seed.chance(4), fields, extensions: extra
        ).id
    }

    private mutating func enterJob(_ plan: Newcomer, of customer: CompanyRecord, _ seed: inout Seed) {
        var fields: [Field] = []
        for name in ["CompanyName", "FirstName", "LastName", "BillAddress", "BillAddressBlock", "Phone"] {
            if let field = customer.fields.first(named: name) { fields.append(field) }
        }
        if let field = customer.fields.first(named: "TermsRef") { fields.append(field) }
        fields += [Field("Balance", Money.zero), Field("TotalBalance", Money.zero)]
        if let field = customer.fields.first(named: "SalesTaxCodeRef") { fields.append(field) }
        let begun = file.zone.wall(at: plan.moment).day
        let isClosed = seed.chance(40)
        fields += [
            Field("JobStatus", isClosed ? "Closed" : "InProgress"), Field("JobStartDate", begun.text),
            Field("JobProjectedEndDate", begun.adding(days: seed.number(in: 14...120)).text),
        ]
        add("Customer", plan.name, at: plan.moment, parent: customer.reference, fields)
    }

    private mutating func enterVendor(_ plan: Newcomer, _ seed: inout Seed) {
        let first = seed.pick(Words.firstNames)
        let last = seed.pick(Words.lastNames)
        var fields = [Field("CompanyName", plan.name), Field("FirstName", first), Field("LastName", last)]
        fields += address("VendorAddress", plan.name, &seed)
        fields += [
            Field("Phone", Words.phone(&seed)), Field("Email", Words.email(first, plan.name)),
            Field("Contact", "\(first) \(last)"), Field("NameOnCheck", plan.name),
        ]
        if let terms = reference("Terms", "Net 30") { fields.append(Field("TermsRef", terms)) }
        let owed = seed.chance(30) ? seed.number(in: 5_000...900_000) : 0
        fields += [
            Field("IsVendorEligibleFor1099", seed.chance(15)), Field("Balance", Money(minorUnits: owed)),
        ]
        add("Vendor", plan.name, at: plan.moment, hasPath: false, isActive: !seed.chance(3), fields)
    }

    private mutating func enterEmployee(_ plan: Newcomer, _ seed: inout Seed) {
        let parts = plan.name.split(separator: " ").map(String.init)
        let (city, state, zip) = seed.pick(Words.cities)
        let fields = [
            Field("FirstName", parts[0]), Field("LastName", parts.dropFirst().joined(separator: " ")),
            Field(
                "EmployeeAddress",
                [
                    Field("Addr1", "\(seed.number(in: 1...980)) \(seed.pick(Words.streets))"),
                    Field("City", city), Field("State", state),
                    Field("PostalCode", "\(zip)\(twoDigits(seed.number(in: 1...99)))"),
                ]), Field("PrintAs", plan.name), Field("Phone", Words.phone(&seed)),
            Field("EmployeeType", "Regular"),
            Field("HiredDate", file.zone.wall(at: plan.moment).day.text),
        ]
        add("Employee", plan.name, at: plan.moment, hasPath: false, fields)
    }

    /// An address and the block that QuickBooks prints of it.
    private func address(_ name: String, _ addressee: String, _ seed: inout Seed) -> [Field] {
        let (city, state, zip) = seed.pick(Words.cities)
        let street = "\(seed.number(in: 1...980)) \(seed.pick(Words.streets))"
        let code = "\(zip)\(twoDigits(seed.number(in: 1...99)))"
        return [
            Field(
                name,
                [
                    Field("Addr1", addressee), Field("Addr2", street), Field("City", city),
                    Field("State", state), Field("PostalCode", code),
                ]),
            Field(
                "\(name)Block",
                [
                    Field("Addr1", addressee), Field("Addr2", street),
                    Field("Addr3", "\(city), \(state) \(code)"),
                ]),
        ]
    }
}
