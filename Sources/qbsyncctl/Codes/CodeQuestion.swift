import QBXML
import WebConnector

/// A code as a person types it, with everything that it may stand for.
struct CodeQuestion: Equatable, Sendable {
    enum Reading: Equatable, Sendable {
        case status(Int)
        case hresult(HResult)
        case connector(ConnectorCode)
    }

    let text: String
    let readings: [Reading]

    /// Nil if no code is ever written so.
    init?(_ text: String) {
        self.text = text
        if text.lowercased().hasPrefix("qbwc") {
            guard let code = ConnectorCode(text) else { return nil }
            readings = [.connector(code)]
        } else if let code = HResult(spelled: text) {
            readings = [.hresult(code)]
        } else if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) {
            // Every code of the Web Connector that anybody has seen lies here, and people leave its letters
            // away.
            let isEither = (1000..<1100).contains(number)
            readings = [.status(number)] + (isEither ? [.connector(ConnectorCode(number))] : [])
        } else {
            return nil
        }
    }

    static let forms = "3180, 0x80040400, -2147220480 or QBWC1012"

    /// Puts together what the shell took apart in `qbwc 1012`.
    static func joined(_ words: [String]) -> [String] {
        words.reduce(into: []) { joined, word in
            if joined.last?.lowercased() == "qbwc" {
                joined[joined.count - 1] += word
            } else {
                joined.append(word)
            }
        }
    }

    /// Everything known that it may stand for: nothing, one, or two.
    var entries: [CodeEntry] {
        readings.compactMap { reading in
            var entry =
                switch reading {
                case .status(let code): CodeEntry(status: code)
                case .hresult(let code): CodeEntry(code)
                case .connector(let code): CodeEntry(code)
                }
            entry?.asked = text
            return entry
        }
    }

    /// What can be said of a code that nobody has described.
    var ignorance: String {
        readings.map(Self.ignorance).joined(separator: " ")
    }

    private static func ignorance(_ reading: Reading) -> String {
        switch reading {
        case .status(let code):
            let near = nearest(code, QBXML.Status.knownCodes).map { "\($0)" }
            return "No status \(code) is described. \(QBXML.Status.range(of: code)) "
                + "Nearest: \(near.joined(separator: ", "))."
        case .hresult(let code):
            let near = nearest(Int(code.code), HResult.all.map { Int($0.code) }).map {
                "\(HResult(code: UInt32($0)))"
            }
            return
                "No HRESULT \(code) is described. Those from 0x80040300 to 0x800404FF are QuickBooks' own, "
                + "the others belong to Windows. Nearest: \(near.joined(separator: ", "))."
        case .connector(let code):
            let near = nearest(code.number, ConnectorCode.all.map(\.number)).map { "\(ConnectorCode($0))" }
            return "No code \(code) of the Web Connector is described. "
                + "Nearest: \(near.joined(separator: ", "))."
        }
    }

    /// The three nearest, ascending.
    private static func nearest(_ number: Int, _ known: [Int]) -> [Int] {
        known.sorted { (abs($0 - number), $0) < (abs($1 - number), $1) }.prefix(3).sorted()
    }
}
