/// How much a generated company has.
package struct CompanySize: Equatable, Sendable {
    /// Months of sales, ending at the day given to the generator. 1 or more.
    package var months: Int
    /// Customers without their jobs, of which there come about two to every three customers.
    package var customers: Int
    package var vendors: Int
    package var employees: Int
    package var classes: Int
    package var invoices: Int
    /// Records of each kind that is in neither of these: bills, estimates, vehicles, to-dos and so on.
    package var others: Int
    /// Items at least; the usual 47 or so come in any case.
    package var items = 0
    /// How many lines an invoice has.
    package var lines = 1...6

    package init(
        months: Int, customers: Int, vendors: Int, employees: Int, classes: Int, invoices: Int,
        others: Int = 0
    ) {
        self.months = months
        self.customers = customers
        self.vendors = vendors
        self.employees = employees
        self.classes = classes
        self.invoices = invoices
        self.others = others
    }

    /// A shop in its second month: quick to look through by eye.
    package static let small = CompanySize(
        months: 2, customers: 20, vendors: 8, employees: 3, classes: 4, invoices: 40, others: 3)

    /// A year of a firm of a dozen people.
    package static let standard = CompanySize(
        months: 12, customers: 300, vendors: 60, employees: 12, classes: 8, invoices: 1_100, others: 12)

    /// More than a company file stays pleasant with: 20,000 customers and jobs, 5,000 items, 100,000 invoices
    /// of five lines. It takes a gigabyte of memory.
    package static let large: CompanySize = {
        var size = CompanySize(
            months: 36, customers: 11_450, vendors: 900, employees: 60, classes: 12, invoices: 100_000,
            others: 200)
        size.items = 5_000
        size.lines = 5...5
        return size
    }()
}
