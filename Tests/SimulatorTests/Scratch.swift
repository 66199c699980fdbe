import Foundation
import Simulator
import Testing
@Test func scratchTiming() throws {
    let clock = ContinuousClock()
    var file: CompanyFile?
    print("generate", clock.measure { file = CompanyFile.generated(seed: 9) })
    var f = file!
    var docs: [(name: String, document: [UInt8])] = []
    print("export", clock.measure { docs = f.exported() }, docs.reduce(0) { $0 + $1.document.count })
    try? FileManager.default.createDirectory(atPath: "/tmp/simout", withIntermediateDirectories: true)
    for d in docs { try Data(d.document).write(to: URL(filePath: "/tmp/simout/\(d.name).xml")) }
    var desk = Desk(f)
    for i in 0..<3 {
        let t = clock.measure {
            _ = desk.reply("<InvoiceQueryRq iterator=\"Start\" requestID=\"\(i)\"><MaxReturned>100</MaxReturned><IncludeLineItems>true</IncludeLineItems></InvoiceQueryRq>") }
        print("page of 100", t)
    }
    print("since", clock.measure { _ = desk.reply("<InvoiceQueryRq><ModifiedDateRangeFilter><FromModifiedDate>2026-01-01T00:00:00</FromModifiedDate></ModifiedDateRangeFilter></InvoiceQueryRq>") })
    print("since", clock.measure { _ = desk.reply("<InvoiceQueryRq><ModifiedDateRangeFilter><FromModifiedDate>2026-01-01T00:00:00</FromModifiedDate></ModifiedDateRangeFilter></InvoiceQueryRq>") })
    print("customers", clock.measure { _ = desk.reply("<CustomerQueryRq><ActiveStatus>All</ActiveStatus></CustomerQueryRq>") })
}
@Test func scratchStages() throws {
    let clock = ContinuousClock()
    var s = CompanySize.standard
    for (c, i) in [(300, 0), (300, 1100), (300,0), (0,0),(300,1100)] { s.customers = c; s.invoices = i
        print("stage", c, i, clock.measure { _ = CompanyFile.generated(seed: 9, size: s) }) }
}
