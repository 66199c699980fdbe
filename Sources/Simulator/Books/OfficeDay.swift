package import FoundationEssentials

/// An ordinary day at the desk: what `qbsim office-day` does, and what long simulations let happen between
/// two syncs.
package struct OfficeDay: Equatable, Sendable {
    package var invoices: Int
    package var payments: Int
    package var changedCustomers: Int
    package var newCustomers: Int
    /// What happens besides, to records of all kinds: numbers of edits.
    package var others = Others()
    /// From one edit to the next.
    package var secondsBetween = 1

    /// Edits of records of any kind.
    package struct Others: Equatable, Sendable {
        package var added = 0
        package var edited = 0
        package var voided = 0
        package var deleted = 0
        package var merged = 0
        package var renamed = 0
        /// Made inactive, or active again.
        package var inactivated = 0
        /// Only records of these families (`Item`, `Bill`, …); all of them when nil.
        package var families: Set<String>?

        package init() {}
    }

    /// A day on which something of every sort may happen, up to three times each.
    package static func busy(_ seed: Seed, families: Set<String>? = nil) -> OfficeDay {
        var seed = seed
        func some() -> Int { seed.number(in: 0...3) }
        var day = OfficeDay(
            invoices: some(), payments: some(), changedCustomers: some(), newCustomers: some())
        day.others.added = some() * 2
        day.others.edited = some() * 2
        day.others.voided = some()
        day.others.deleted = some()
        day.others.merged = some() / 2
        day.others.renamed = some() / 2
        day.others.inactivated = some()
        day.others.families = families
        return day
    }

    package init(invoices: Int = 3, payments: Int = 1, changedCustomers: Int = 1, newCustomers: Int = 0) {
        self.invoices = invoices
        self.payments = payments
        self.changedCustomers = changedCustomers
        self.newCustomers = newCustomers
    }

    /// What was done, a sentence each, for the screen.
    package struct Diary: Equatable, Sendable {
        package var lines: [String] = []
    }
}

extension CompanyFile {
    /// Lets a day's work happen at a moment and in the seconds after it, one edit each.
    ///
    /// Work that the company file gives no occasion for, such as a payment where nothing is owed, is left
    /// out.
    package mutating func live(_ day: OfficeDay, at date: Date, seed: Seed) -> OfficeDay.Diary {
        var seed = seed
        var diary = OfficeDay.Diary()
        var moment = date
        func note(_ line: String) { diary.lines.append(line) }
        func tick() { moment += Double(day.secondsBetween) }
        for _ in 0..<day.newCustomers {
            let name = newcomer(&seed)
            if (try? apply(.addCustomer(name: name), at: moment)) != nil { note("added customer \(name)") }
            tick()
        }
        for _ in 0..<day.invoices {
            guard let customer = somebody(&seed) else { break }
            let edit = Edit.addInvoice(customer: customer.id, lines: seed.number(in: 1...4))
            if let id = try? apply(edit, at: moment), let invoice = record("Invoice", id: id) {
                note("added invoice \(invoice.fullName) for \(customer.fullName)")
            }
            tick()
        }
        for _ in 0..<day.payments {
            let open = records("Invoice").filter { $0["IsPaid"] == "false" }
            guard !open.isEmpty else { break }
            let invoice = seed.pick(open)
            if (try? apply(.receivePayment(invoice: invoice.id), at: moment)) != nil {
                note("received payment for invoice \(invoice.fullName)")
            }
            tick()
        }
        for _ in 0..<day.changedCustomers {
            guard let customer = somebody(&seed) else { break }
            let phone = "(555) 555-\(seed.number(in: 1_000...9_999))"
            let edit = Edit.modify(family: "Customer", record: customer.id, set: ["Phone": phone])
            if (try? apply(edit, at: moment)) != nil { note("changed the phone of \(customer.fullName)") }
            tick()
        }
        live(day, &moment, &seed, &diary)
        return diary
    }

    private func somebody(_ seed: inout Seed) -> CompanyRecord? {
        let customers = records("Customer").filter(\.isActive)
        return customers.isEmpty ? nil : seed.pick(customers)
    }

    /// A name that nobody has.
    private func newcomer(_ seed: inout Seed) -> String {
        var name = Words.business(&seed)
        var number = 2
        while isTaken(name) {
            name = "\(Words.business(&seed)) \(number)"
            number += 1
        }
        return name
    }
}
