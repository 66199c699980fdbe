import FoundationEssentials

/// One update of one application, as the Web Connector logged it.
struct LoggedUpdate: Equatable, Sendable {
    var startedAt: Date?
    var endedAt: Date?
    /// Of the file, from 1.
    var line: Int
    var application: String?
    var user: String?
    var clientVersion: String?
    var ticket: String?
    /// What `authenticate` answered beside the ticket: a path, empty, `none`, `nvu`, `busy`.
    var directive: String?
    /// Requests that the Web Connector took from us.
    var requests = 0
    var hresult: String?
    var message: String?
    /// QBWC and a number, each once.
    var codes: [Int] = []
    /// What getLastError and closeConnection were answered.
    var lastError: String?
    var closing: String?
    /// The qbXML that QuickBooks could not read, where the log holds it.
    var failedRequest: String?
    /// What the network or .NET said.
    var exception: String?
}

extension LoggedUpdate {
    static func all(in lines: [LoggedLine]) -> [LoggedUpdate] {
        var updates: [LoggedUpdate] = []
        for line in lines {
            if begins(line.text, after: updates.last) {
                updates.append(LoggedUpdate(startedAt: line.at, line: line.line))
            }
            guard !updates.isEmpty else { continue }
            updates[updates.count - 1].take(line)
        }
        return updates
    }

    /// The first sign of an update: which one comes depends on the version and the level of logging.
    private static func begins(_ text: String, after last: LoggedUpdate?) -> Bool {
        if text.contains("Initiated connection to the following application") { return true }
        let isLogin =
            text.contains("Authenticating to application") || text.contains("Calling authenticate()")
        guard isLogin || text.contains("Calling serverVersion") else {
            return text.contains("QBWC1") && last == nil
        }
        guard let last else { return true }
        return last.directive != nil || last.closing != nil || !last.codes.isEmpty
    }

    private mutating func take(_ line: LoggedLine) {
        let text = line.text
        let whole = line.whole
        endedAt = line.at ?? endedAt
        if let name = Self.behind("AppName:", in: text) { application = name }
        if let name = text.quoted("userName") ?? Self.between("username = '", "'", in: text) { user = name }
        clientVersion = text.quoted("productVersion") ?? text.quoted("strVersion") ?? clientVersion
        if let given = text.quoted("authRet[0]") { ticket = given.isEmpty ? nil : given }
        directive = text.quoted("authRet[1]") ?? directive
        if let given = text.quoted("wcTicket"), !given.isEmpty { ticket = given }
        if text.contains("Sending request to QuickBooks") { requests += 1 }
        if let code = text.quoted("hresult") ?? Self.behind("HRESULT =", in: whole), !code.isEmpty {
            hresult = code
        }
        if let said = text.quoted("message") ?? Self.behind("Message:", in: whole), !said.isEmpty {
            message = said
        }
        lastError = text.quoted("getLastErrorRet") ?? lastError
        closing = text.quoted("closeConnectionRet") ?? closing
        for code in Self.codes(in: whole) where !codes.contains(code) { codes.append(code) }
        if let said = Self.behind("Error message:", in: whole) ?? Self.exception(in: whole) {
            exception = said
        }
        if whole.contains("Request that failed") || hresult?.hasSuffix("0400") == true, failedRequest == nil {
            failedRequest = Self.document(in: whole)
        }
    }

    private static func behind(_ name: String, in text: String) -> String? {
        guard let start = text.firstRange(of: name)?.upperBound else { return nil }
        let line = text[start...].prefix { $0 != "\n" && $0 != "\r\n" }
        return String(line).bare
    }

    private static func between(_ start: String, _ end: Character, in text: String) -> String? {
        text.firstRange(of: start).map { String(text[$0.upperBound...].prefix { $0 != end }) }
    }

    private static func codes(in text: String) -> [Int] {
        var codes: [Int] = []
        var rest = text[...]
        while let found = rest.firstRange(of: "QBWC") {
            rest = rest[found.upperBound...]
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            if digits.count == 4, let code = Int(digits) { codes.append(code) }
        }
        return codes
    }

    /// What .NET says of a server that it could not speak with.
    private static func exception(in text: String) -> String? {
        let signs = [
            "The request failed with HTTP status", "The operation has timed out", "Unable to connect",
            "The remote name could not be resolved", "The underlying connection was closed",
            "Client found response content type", "The request failed with an empty response",
            "Could not establish trust relationship",
        ]
        return text.split(separator: "\n").first { line in signs.contains { line.contains($0) } }
            .map { String($0).bare }
    }

    /// The first qbXML document in a text.
    private static func document(in text: String) -> String? {
        guard let end = text.firstRange(of: "</QBXML>")?.upperBound else { return nil }
        let head = text[..<end]
        guard
            let start =
                (head.firstRange(of: "<?xml") ?? head.firstRange(of: "<?qbxml")
                ?? head.firstRange(of: "<QBXML>"))?.lowerBound
        else { return nil }
        return String(head[start...])
    }
}

extension String {
    var bare: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
