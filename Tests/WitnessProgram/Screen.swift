import Glibc

/// What a person reads.
enum Screen {
    static func say(_ line: String) { print(line) }

    static func complain(_ text: String) { write(text + "\n") }

    /// A line of a table: what was counted, and how much.
    static func row(_ name: String, _ value: String) {
        print("  " + name + String(repeating: " ", count: max(1, 24 - name.count)) + value)
    }

    /// What is going on, for a person who waits; nil takes it away again. Nothing where nobody looks.
    static func progress(_ text: String?) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        write("\r\u{1B}[K" + (text ?? ""))
    }

    /// `1,234,567`
    static func number(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3), digit != "-" { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    /// With one decimal.
    static func rounded(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

    private static func write(_ text: String) {
        var bytes = Array(text.utf8)
        bytes.withUnsafeMutableBytes { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
