import FoundationEssentials
import QBXML
import WebConnector

/// What a Windows-side log says in plain words; with `--json` it is written as it stands here.
struct LogReport: Encodable, Equatable, Sendable {
    var file: String
    /// `QWCLog` or `qbsdklog`.
    var kind: String
    var updates: [Update] = []
    var refusals: [Refusal] = []

    struct Update: Encodable, Equatable, Sendable {
        var line: Int
        var startedAt: Date?
        var endedAt: Date?
        var application: String?
        var user: String?
        var clientVersion: String?
        /// Requests that went to QuickBooks.
        var requests: Int
        /// QBWC and a number.
        var codes: [String]
        var hresult: String?
        /// What happened, the most telling first.
        var sentences: [String]
        var isTrouble: Bool
        /// The conversation here that it was, if one is known.
        var conversation: Match?
        /// Carried for the matching only.
        var ticket: String? = nil
        /// The server had nothing to do: a check-in, and no conversation here.
        var isIdle = false

        private enum CodingKeys: CodingKey {
            case line, startedAt, endedAt, application, user, clientVersion, requests, codes, hresult
            case sentences, isTrouble, conversation
        }
    }

    struct Refusal: Encodable, Equatable, Sendable {
        var line: Int
        var at: Date?
        var application: String?
        /// The element that QuickBooks refused.
        var element: String?
        var sentence: String
    }

    struct Match: Encodable, Equatable, Sendable {
        var connector: String
        var number: Int64
        /// By what: ticket or time.
        var by: String
        var sentence: String
    }

    init(file: String, text: String) {
        self.file = file
        let lines = LoggedLine.all(in: text)
        let updates = LoggedUpdate.all(in: lines)
        let refusals = ProcessorRefusal.all(in: lines)
        // The name may be anything; what stands in it tells them apart.
        kind = updates.isEmpty && !refusals.isEmpty ? "qbsdklog" : "QWCLog"
        self.updates = updates.map { $0.told }
        if updates.isEmpty { self.refusals = refusals.map { $0.told } }
    }

    var isEmpty: Bool { updates.isEmpty && refusals.isEmpty }
}

extension LoggedUpdate {
    fileprivate var told: LogReport.Update {
        let troubles = troubles
        var sentences = troubles
        if sentences.isEmpty { sentences.append(calm) }
        return LogReport.Update(
            line: line, startedAt: startedAt, endedAt: endedAt, application: application, user: user,
            clientVersion: clientVersion, requests: requests, codes: codes.map { "\(ConnectorCode($0))" },
            hresult: hresult, sentences: sentences, isTrouble: !troubles.isEmpty, ticket: ticket,
            isIdle: directive?.lowercased() == "none")
    }

    private var calm: String {
        if directive?.lowercased() == "none" { return "There was nothing to do." }
        let said = closing.flatMap { $0.isEmpty ? nil : " The server's last words: \"\($0)\"" } ?? ""
        switch requests {
        case 0: return "The update ended without a request to QuickBooks." + said
        case 1: return "One request went to QuickBooks and was answered." + said
        default: return "\(requests) requests went to QuickBooks and were answered." + said
        }
    }

    private var troubles: [String] {
        var sentences: [String] = []
        switch directive?.lowercased() {
        case "nvu": sentences.append(ConnectorCode(1040).sentence ?? "The password was refused (QBWC1040).")
        case "busy": sentences.append("The server said that it is busy; the next update tries again.")
        default: break
        }
        if let hresult { sentences.append(HResult.sentence(hresult, said: message ?? "")) }
        if let failedRequest { sentences += Self.refused(failedRequest) }
        for code in codes where !(code == 1040 && directive?.lowercased() == "nvu") {
            sentences.append(
                ConnectorCode(code).sentence ?? "\(ConnectorCode(code)): nobody has described this code.")
        }
        if let exception { sentences.append("It says: \"\(exception)\"") }
        if let lastError, !lastError.isEmpty, lastError != "NoOp" {
            sentences.append("The server answered getLastError with: \"\(lastError)\"")
        }
        return sentences
    }

    /// The log holds what QuickBooks refused: our own check names the element, which its code does not.
    private static func refused(_ document: String) -> [String] {
        let checked: Checked
        do { checked = Checker.check(try Draft(reading: Array(document.utf8), isSequence: true)) } catch {
            return ["The request in the log cannot be read as XML: \(error)."]
        }
        let errors = checked.errors.prefix(3)
        guard !errors.isEmpty else {
            return [
                "The request in the log is right by the catalog; qbsdklog.txt there names the element."
            ]
        }
        return errors.map { "QuickBooks could not read \($0.pointer): \($0.sentence)" }
    }
}

extension ProcessorRefusal {
    fileprivate var told: LogReport.Refusal {
        var sentence =
            element.map { "QuickBooks refused the element \($0)" } ?? "QuickBooks refused the document"
        if let documentLine { sentence += " in line \(documentLine)" }
        sentence += ": \(reason)"
        if !sentence.hasSuffix(".") { sentence += "." }
        if let expected { sentence += " It expected \(expected)\(expected.hasSuffix(".") ? "" : ".")" }
        if let element, let name = Self.known(element) {
            sentence += " Its rules: qbsyncctl describe \(name)"
        }
        return LogReport.Refusal(
            line: line, at: at, application: application, element: element, sentence: sentence)
    }

    /// The message that an element is, if it is one: `CustomerAddRq`, `CustomerAdd`.
    private static func known(_ element: String) -> String? {
        let name = element.hasSuffix("Rq") ? String(element.dropLast(2)) : element
        return ["Add", "Mod", "Query"].contains { name.hasSuffix($0) } ? name : nil
    }
}
