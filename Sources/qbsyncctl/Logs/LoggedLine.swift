import FoundationEssentials

/// A line of `QWCLog.txt` or `qbsdklog.txt`, with what follows it up to the next one that has a time.
///
///     20151104.22:39:20 UTC	: QBWebConnector.SOAPWebService.do_authenticate() : Authenticating to …
///     20110308.151025	E	4988	QBSDKProcessRequest	Parsing of the XML failed.
struct LoggedLine: Equatable, Sendable {
    var at: Date?
    /// Where in the file, from 1.
    var line: Int
    /// Behind the time.
    var text: String
    /// Lines without a time of their own.
    var rest: [String] = []

    /// All of it, for what may stand in either.
    var whole: String { ([text] + rest).joined(separator: "\n") }

    static func all(in text: String) -> [LoggedLine] {
        var lines: [LoggedLine] = []
        var number = 0
        // \r\n is one Character of its own, hence by scalars.
        for piece in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            var line = String(String.UnicodeScalarView(piece))
            if line.hasSuffix("\r") { line.removeLast() }
            if let (at, rest) = stamp(line) {
                lines.append(LoggedLine(at: at, line: number, text: rest))
            } else if lines.isEmpty {
                lines.append(LoggedLine(at: nil, line: number, text: line))
            } else {
                lines[lines.count - 1].rest.append(line)
            }
        }
        return lines
    }

    /// `YYYYMMDD.HH:MM:SS UTC` of the Web Connector, `YYYYMMDD.HHMMSS` of QuickBooks, which says no zone.
    private static func stamp(_ line: String) -> (Date?, String)? {
        let head = Array(line.utf8.prefix(24))
        guard head.count >= 15, head[8] == UInt8(ascii: "."), let day = number(head[0..<8]) else {
            return nil
        }
        var clock: [Int] = []
        var length = 9
        for _ in 0..<3 {
            if length < head.count, head[length] == UInt8(ascii: ":") { length += 1 }
            guard length + 2 <= head.count, let part = number(head[length..<length + 2]) else { return nil }
            clock.append(part)
            length += 2
        }
        guard clock[0] < 24, clock[1] < 60, clock[2] < 61 else { return nil }
        let date = instant(day: day, clock: clock)
        var rest = Substring(String(decoding: line.utf8.dropFirst(length), as: UTF8.self))
        rest = rest.drop { $0 == " " || $0 == "\t" }
        if rest.hasPrefix("UTC") { rest = rest.dropFirst(3) }
        rest = rest.drop { $0 == " " || $0 == "\t" || $0 == ":" }
        return (date, String(rest))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(String(decoding: bytes, as: UTF8.self))
    }

    /// As UTC; of QuickBooks' own log it is the wall time of that computer.
    private static func instant(day: Int, clock: [Int]) -> Date? {
        let text = "\(day / 10_000)-\(two(day / 100 % 100))-\(two(day % 100))"
        return try? Date(
            "\(text)T\(two(clock[0])):\(two(clock[1])):\(two(min(clock[2], 59)))Z", strategy: .iso8601)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension String {
    /// What stands in quotes behind a name: `wcTicket="abc"`, `<authRet[1]="none">`.
    func quoted(_ name: String) -> String? {
        guard let start = firstRange(of: name + "=\"")?.upperBound,
            let end = self[start...].firstIndex(of: "\"")
        else { return nil }
        return String(self[start..<end])
    }
}
