import FoundationEssentials
import Glibc
import Simulator

/// What a person sees: the Web Connector's texts, with colours on a terminal only.
struct Screen {
    let isTerminal: Bool
    private var openBar: String?
    /// The last percent of each application, so that a log does not repeat it.
    private var percents: [String: Int] = [:]

    init() {
        // https://no-color.org: any value means no colours; a bar needs a terminal that understands carriage
        // returns.
        let wantsPlain = ProcessInfo.processInfo.environment["NO_COLOR"] != nil
        isTerminal = isatty(STDOUT_FILENO) == 1 && !wantsPlain
    }

    static func complain(_ text: String) {
        var line = Array((text + "\n").utf8)
        line.withUnsafeMutableBytes { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    mutating func show(_ line: ScreenLine, of title: String) {
        switch line {
        case .progress(let percent):
            // Elsewhere than on a terminal each step is a line of its own, so that a log can be read.
            guard percents.updateValue(percent, forKey: title) != percent else { return }
            if isTerminal {
                print("\r\(title): \(percent)%", terminator: "   ")
                openBar = title
                flush()
            } else {
                say("\(title): \(percent)%")
            }
        case .status(let text):
            say("\(title): \(text)")
        case .window(let text):
            say(colored("33", "\(title): [window] \(text)"))
        case .log(let text):
            say(colored("2", "\(title): \(text)"))
        }
    }

    mutating func say(_ text: String) {
        if openBar != nil { print("") }
        openBar = nil
        print(text)
        flush()
    }

    /// The status column has said why; here is only how.
    mutating func sayEnd(of title: String, _ outcome: UpdateOutcome) {
        let verdict = outcome.isGood ? colored("32", "ok") : colored("31", "failed")
        percents[title] = nil
        say("\(title): \(verdict), \(outcome.calls) calls, \(outcome.exchanges) exchanges with QuickBooks")
    }

    private func colored(_ code: String, _ text: String) -> String {
        isTerminal ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private func flush() { fflush(nil) }
}
