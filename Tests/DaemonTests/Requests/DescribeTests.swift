import Foundation
import QBXML
import Testing

/// `qbsyncctl describe`: the catalog for a person.
@Suite("The command describe")
struct DescribeTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    @Test("explains a request: versions, notes, elements in order, choices and an example")
    func request() throws {
        let run = try bench.run("describe", "invoiceadd")
        #expect(run.status == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.first == "InvoiceAddRq: a request that adds, answered by InvoiceAddRs")
        let order = [
            "  CustomerRef ", "  TxnDate ", "  RefNumber ", "  any number, in any order, of:",
            "  ├─ InvoiceLineAdd ", "  ╰─ InvoiceLineGroupAdd ", "IncludeRetElement ", "EXAMPLE",
        ]
        let places = order.compactMap { part in lines.firstIndex { $0.hasPrefix(part) } }
        #expect(places.count == order.count && places == places.sorted())
        #expect(lines.contains { $0.hasPrefix("  RefNumber") && $0.hasSuffix("optional    text up to 11") })
        #expect(lines.contains { $0.hasPrefix("  IsTaxIncluded") && $0.hasSuffix("6.0, CA UK AU") })
    }

    @Test("explains one element with its place, and a name by itself with all of them")
    func elements() throws {
        let one = try bench.run("describe", "InvoiceAdd.InvoiceLineAdd.RatePercent").output
        #expect(one.contains("\n  Choice     at most one of: Rate | RatePercent | PriceLevelRef\n"))
        #expect(
            one.contains("\n  Stands in  InvoiceLineAdd, in InvoiceAddRq: after Rate, before PriceLevelRef\n")
        )
        let all = try bench.run("describe", "RefNumber").output
        #expect(all.contains("\ntext up to 11  InvoiceAdd, ") && all.contains("\ntext up to 20  "))
        let status = try bench.run("describe", "ActiveStatus").output
        #expect(status.contains("ActiveOnly (taken when left out), InactiveOnly, All"))
        #expect(try bench.run("describe", "CustomerQuery.@iterator").output.contains("Start, Continue, Stop"))
        #expect(try bench.run("describe", "invoice").output.contains("\nInvoiceMod "))
    }

    @Test("goes deeper when asked, down to everything")
    func depth() throws {
        func lines(_ words: String...) throws -> Int {
            let (_, output, _) = try Tool.run(
                DaemonProcess.program("qbsyncctl"), ["describe", "InvoiceAdd"] + words, folder: bench.folder)
            return output.split(separator: "\n").count
        }
        let counts = [try lines(), try lines("--depth", "2"), try lines("--recursive")]
        #expect(counts[0] < counts[1] && counts[1] < counts[2])
        #expect(try bench.run("describe", "InvoiceAdd", "--depth", "0").status == 64)
    }

    @Test("writes examples that check and render take as they are")
    func examples() throws {
        for form in ["json", "qbxml"] {
            let example = try bench.run("describe", "InvoiceAdd", "--example", form)
            #expect(example.status == 0 && example.errors.isEmpty)
            let check = try bench.run("check", "--strict", "-", input: example.output)
            #expect(check.output == "standard input: fine: 1 request (InvoiceAdd), needs qbXML 1.0\n")
        }
        for name in ["RefNumber", "InvoiceRet", "Invoice", "PayrollLastPeriodQuery"] {
            let none = try bench.run("describe", name, "--example", "json")
            #expect(none.status == 1 && none.output.isEmpty && none.errors.contains("no example of \(name)"))
        }
        #expect(try bench.run("describe", "InvoiceAdd", "--example", "yaml").status == 64)
    }

    @Test("lists the requests, or what goes by all the words")
    func list() throws {
        let all = try bench.run("describe", "--list").output.split(separator: "\n")
        #expect(all.count == Catalog.standard.requests.count + 1)
        let some = try bench.run("describe", "--list", "payment", "adds").output
        #expect(some.contains("\nReceivePaymentAdd ") && !some.contains("PaymentMod"))
        let none = try bench.run("describe", "--list", "zeppelin")
        #expect(none.status == 0 && none.output.isEmpty && none.errors.contains("zeppelin"))
    }

    @Test("says of an unknown name what is near, with the exit code for names")
    func unknown() throws {
        let run = try bench.run("describe", "InvoceAd")
        #expect(run.status == 4 && run.output.isEmpty)
        #expect(run.errors.contains("qbXML has no InvoceAd. Nearest: InvoiceAdd"))
        let stray = try bench.run("describe", "InvoiceAdd.ItemRef", "--json")
        #expect(stray.status == 4 && stray.errors.contains("Nearest: InvoiceAdd.InvoiceLineAdd.ItemRef."))
        #expect(stray.errors.contains(#""status":404"#))
        #expect(try bench.run("describe").status == 64)
        #expect(try bench.run("describe", "--list", "--example", "json").status == 64)
        #expect(try bench.run("describe", "InvoiceAdd", "InvoiceMod").status == 64)
    }

    @Test("gives programs the same facts in JSON")
    func json() throws {
        let invoice = try bench.run("describe", "InvoiceAdd", "--json").json(as: [String: Any].self)
        #expect(invoice["name"] as? String == "InvoiceAddRq" && invoice["since"] as? String == "1.0")
        let members = try #require(invoice["members"] as? [[String: Any]])
        #expect((members.first?["element"] as? [String: Any])?["name"] as? String == "InvoiceAdd")
        let query = try bench.run("describe", "CustomerQuery", "--json").json(as: [String: Any].self)
        let choice = (query["members"] as? [[String: Any]])?.first?["choice"] as? [String: Any]
        #expect(choice?["rule"] as? String == "at most one of")
        #expect((choice?["branches"] as? [[Any]])?.count == 3)
        let traits = query["traits"] as? [[String: String]]
        #expect(traits?.first?["name"] == "pages" && traits?.first?["sentence"] == Trait.pages.sentence)
        let number = try bench.run("describe", "RefNumber", "--json").json(as: [String: Any].self)
        #expect((number["forms"] as? [[String: Any]])?.count == 3)
        let list = try bench.run("describe", "--list", "voids", "--json").json(as: [[String: Any]].self)
        #expect(list.first?["name"] as? String == "TxnVoid" && list.first?["kind"] as? String == "request")
    }
}
