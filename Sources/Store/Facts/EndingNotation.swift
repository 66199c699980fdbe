import FoundationEssentials
import Sync

/// The text under which `conversation.ending` keeps an ending, so that a later call of the ticket can be
/// answered from it.
///
///     {"address":"203.0.113.7","code":"wrong-password","failures":2,"lock":{"failures":5,"within":900},
///      "user":"acme"}
///
/// One flat object whose `code` decides which of its keys there are. Written out, not synthesized: the form
/// has to stay readable for later versions, whatever becomes of the types.
enum EndingNotation {
    static func text(_ ending: Ending) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        guard let data = try? encoder.encode(Fields(ending)) else {
            preconditionFailure("texts and numbers can always be encoded")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// - Returns: nil if the text is not an ending of this or an earlier version.
    static func read(_ text: String) -> Ending? {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        return (try? decoder.decode(Fields.self, from: Data(text.utf8)))?.ending
    }

    fileprivate struct Fields: Codable {
        var code: String
        var categories: [String]?
        var troubled: [String]?
        var category: String?
        var issues: [Issue]?
        var by: String?
        var user: String?
        var address: String?
        var other: String?
        var failures: Int?
        var answered: Int?
        var lock: Lock?
        var hresult: String?
        var text: String?
        var expected: File?
        var boundAt: Date?
        var found: File?
        var reason: String?
        var owner: String?

        init(code: String) { self.code = code }
    }

    fileprivate struct Issue: Codable {
        var category: String?
        var path: String?
        /// The cloud service, or why the category is withheld.
        var text: String
    }

    fileprivate struct Lock: Codable {
        var failures: Int
        var within: Int
    }

    fileprivate struct File: Codable {
        var path: String?
        var companyName: String?
    }
}

// MARK: - Writing

extension EndingNotation.Fields {
    init(_ ending: Ending) {
        self.init(code: ending.code)
        switch ending {
        case .success:
            break
        case .requests(let count):
            answered = count
        case .configuration(let issues):
            self.issues = issues.map(EndingNotation.Issue.init)
        case .errors(let categories):
            self.categories = categories
        case .stopped(let reason, let remaining, let troubled):
            (categories, self.troubled) = (remaining, troubled)
            switch reason {
            case .person(let name, let after): (by, category) = (name, after)
            case .overnightShutdown(let after): category = after
            }
        case .unsuccessful(let failure):
            write(failure)
        }
    }

    private mutating func write(_ failure: Failure) {
        switch failure {
        case .wrongPassword(let user, let address, let failures, let rule):
            (self.user, self.address, self.failures) = (user, address, failures)
            lock = EndingNotation.Lock(failures: rule.failures, within: rule.withinSeconds)
        case .locked(let user, let address):
            (self.user, self.address) = (user, address)
        case .disabled:
            break
        case .anotherComputer(let user, let address, let other):
            (self.user, self.address, self.other) = (user, address, other)
        case .wrongFile(let wrong):
            write(wrong)
        case .quickBooksUnavailable(let hresult, let message):
            (self.hresult, text) = (hresult, message)
        case .sessionLost(let hresult, let category):
            (self.hresult, self.category) = (hresult, category)
        case .connectionLost(let category), .closedEarly(let category):
            self.category = category
        case .interactiveRejected(let reason):
            text = reason
        }
    }

    private mutating func write(_ wrong: WrongFile) {
        expected = EndingNotation.File(path: wrong.expected.path, companyName: wrong.expected.companyName)
        boundAt = wrong.expected.boundAt
        found = EndingNotation.File(path: wrong.found.path, companyName: wrong.found.companyName)
        switch wrong.reason {
        case .belongs(let name): (reason, owner) = ("belongs", name)
        case .otherStamp: reason = "other-stamp"
        case .noStamp: reason = "no-stamp"
        case .otherPath: reason = "other-path"
        case .nothingToCompare: reason = "nothing-to-compare"
        }
    }
}

extension EndingNotation.Issue {
    init(_ issue: ConfigurationIssue) {
        switch issue {
        case .cloudFolder(let path, let service): self.init(path: path, text: service)
        case .withheld(let category, let why): self.init(category: category, text: why)
        case .incomplete(let why): self.init(text: why)
        }
    }

    var issue: ConfigurationIssue {
        if let path { return .cloudFolder(path: path, service: text) }
        return category.map { .withheld(category: $0, why: text) } ?? .incomplete(text)
    }
}

// MARK: - Reading

extension EndingNotation.Fields {
    var ending: Ending? {
        switch code {
        case "success": return .success
        case "requests": return .requests(answered: answered ?? 0)
        case "configuration": return .configuration((issues ?? []).map(\.issue))
        case "errors": return .errors(categories: categories ?? [])
        case "stopped":
            return .stopped(
                .person(by ?? "", after: category), remaining: categories ?? [], troubled: troubled ?? [])
        case "overnight-shutdown":
            return .stopped(
                .overnightShutdown(after: category), remaining: categories ?? [], troubled: troubled ?? [])
        default: return failure.map { .unsuccessful($0) }
        }
    }

    private var failure: Failure? {
        let (user, address) = (user ?? "", address ?? "")
        switch code {
        case "wrong-password":
            let rule = lock.map { LockRule(failures: $0.failures, withinSeconds: $0.within) } ?? LockRule()
            return .wrongPassword(user: user, address: address, failures: failures ?? 1, rule: rule)
        case "locked": return .locked(user: user, address: address)
        case "disabled": return .disabled
        case "another-computer":
            return .anotherComputer(user: user, address: address, other: other ?? "")
        case "wrong-company-file": return wrongFile.map { .wrongFile($0) }
        case "quickbooks-unavailable":
            return .quickBooksUnavailable(hresult: hresult ?? "", message: text ?? "")
        case "session-lost": return .sessionLost(hresult: hresult ?? "", category: category ?? "")
        case "connection-lost": return .connectionLost(during: category)
        case "closed-early": return .closedEarly(during: category)
        case "interactive-rejected": return .interactiveRejected(text ?? "")
        default: return nil
        }
    }

    private var wrongFile: WrongFile? {
        let reasons: [String: WrongFile.Reason] = [
            "belongs": .belongs(to: owner ?? ""), "other-stamp": .otherStamp, "no-stamp": .noStamp,
            "other-path": .otherPath, "nothing-to-compare": .nothingToCompare,
        ]
        guard let reason, let known = reasons[reason] else { return nil }
        let binding = Binding(path: expected?.path, companyName: expected?.companyName, boundAt: boundAt)
        return WrongFile(
            expected: binding, found: FoundFile(path: found?.path ?? "", companyName: found?.companyName),
            reason: known)
    }
}
