import Crypto

/// Who may use the API over TCP: names, each with the SHA-256 of a bearer token, as `tokens_file` holds them.
///
///     # who:sha256 of the token
///     billing:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
///     # who may also decide what became of requests of which nobody can tell, and where events are sent to
///     desk:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752:decide
///
/// The file holds no secret: a token is made with 128 random bits or more, so its hash cannot be turned back.
package struct APITokens: Equatable, Sendable {
    private struct Entry: Equatable {
        var name: String
        var digest: [UInt8]
        var mayDecide: Bool
    }

    /// What a line may end in.
    static let decide = "decide"
    private var entries: [Entry] = []

    package struct Finding: Equatable, Sendable {
        /// Counted from 1.
        package var line: Int
        package var problem: String
    }

    package init() {}

    /// Reads what it can, and says what it cannot: with any finding the file is to be refused as a whole.
    package static func parse(_ text: String) -> (tokens: APITokens, findings: [Finding]) {
        var tokens = APITokens()
        var findings: [Finding] = []
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() {
            let plain = line.filter { $0 != " " && $0 != "\t" }
            if plain.isEmpty || plain.hasPrefix("#") { continue }
            let parts = plain.split(separator: ":", omittingEmptySubsequences: false)
            let rights = parts.dropFirst(2)
            guard parts.count >= 2, !parts[0].isEmpty, let digest = bytes(hexadecimal: parts[1]) else {
                let problem = "this is not name:sha256 with 64 hexadecimal digits"
                findings.append(Finding(line: index + 1, problem: problem))
                continue
            }
            if let stranger = rights.first(where: { $0 != decide }) {
                let problem = "\"\(stranger)\" is no right; the only one is \(decide)"
                findings.append(Finding(line: index + 1, problem: problem))
            }
            let name = String(parts[0])
            if tokens.entries.contains(where: { $0.name == name }) {
                findings.append(Finding(line: index + 1, problem: "\(name) has a token on an earlier line"))
            }
            tokens.entries.append(Entry(name: name, digest: digest, mayDecide: !rights.isEmpty))
        }
        return (tokens, findings)
    }

    package init(path: String) throws(APITokensError) {
        let bytes: [UInt8]
        do { bytes = try SmallFile.read(path) } catch { throw .unreadable(path: path, error) }
        let (tokens, findings) = Self.parse(String(decoding: bytes, as: UTF8.self))
        guard findings.isEmpty else { throw .refused(path: path, findings) }
        self = tokens
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// The name behind a token; nil when nobody has it.
    package func name(ofToken token: String) -> String? { bearer(ofToken: token)?.name }

    /// Who has a token, and what they may beside the usual. Every entry is compared in full, so that the time
    /// tells nothing.
    func bearer(ofToken token: String) -> (name: String, mayDecide: Bool)? {
        let digest = Array(SHA256.hash(data: Array(token.utf8)))
        var found: Entry?
        for entry in entries {
            let difference = zip(entry.digest, digest).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
            if difference == 0 { found = entry }
        }
        return found.map { ($0.name, $0.mayDecide) }
    }

    private static func bytes(hexadecimal text: Substring) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 64, text.count == 64 else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

package enum APITokensError: Error, Equatable, Sendable, CustomStringConvertible {
    case unreadable(path: String, SmallFileError)
    /// Every line that is wrong.
    case refused(path: String, [APITokens.Finding])

    package var description: String {
        switch self {
        case .unreadable(let path, let trouble): "\(path) \(trouble.predicate)."
        case .refused(let path, let findings):
            findings.map { "\(path):\($0.line): \($0.problem)." }.joined(separator: "\n")
        }
    }
}
