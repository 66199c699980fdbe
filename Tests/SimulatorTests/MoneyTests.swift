import Simulator
import Testing

@Suite struct MoneyTests {
    @Test(
        "amounts are read and written as QuickBooks has them",
        arguments: [
            ("0.00", 0), ("-197.02", -19_702), ("1185.10", 118_510), ("5", 500), ("0.5", 50),
            ("1.005", 101), ("1.00499", 100), ("9999999999999.99", 999_999_999_999_999),
        ])
    func read(text: String, units: Int) {
        #expect(Money(text)?.minorUnits == units)
    }

    @Test(
        "what is no amount is refused",
        arguments: ["", "-", "1,000.00", "1.123456", "1.2.3", "x", "12345678901234", "1e3", " 1"])
    func refuse(text: String) {
        #expect(Money(text) == nil)
    }

    @Test("amounts are written with two decimals")
    func write() {
        #expect(Money(minorUnits: -5).text == "-0.05")
        #expect(Money(minorUnits: 120_000).text == "1200.00")
        #expect(Money(minorUnits: 1_000).share(hundredthsOfPercent: 625).text == "0.63")
    }
}
