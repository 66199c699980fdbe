import API
import Crypto
import QBXML
import Store
import Sync

/// A body of requests on its way into the queue: read, checked, and made into what is kept.
struct RequestIntake: Sendable {
    let checked: Checked
    /// What the check says of a document around its requests.
    private let around: [Finding]
    private let known: KnownQuickBooks
    private let options: QueueOptions

    /// - Throws: the refusal for what is neither JSON nor qbXML.
    init(_ body: [UInt8], _ options: QueueOptions, _ known: KnownQuickBooks) throws {
        self.options = options
        self.known = known
        let draft: Draft
        do { draft = try Draft(reading: body) } catch {
            throw OrderRefusal.malformedBody(error.sentence)
        }
        var check = CheckOptions(edition: known.edition, characters: options.characters)
        if let highest = known.highest { check.version = highest }
        checked = Checker.check(draft, options: check)
        around = Prolog.findings(in: body, checked, options: check)
    }

    /// The same body and the same options, in 64 hexadecimal digits.
    static func digest(_ body: [UInt8], _ options: QueueOptions) -> String {
        var hash = SHA256()
        hash.update(data: Array(options.written.utf8))
        hash.update(data: [0])
        hash.update(data: body)
        return Hexadecimal.text(hash.finalize())
    }

    var isChained: Bool {
        if let group = options.group { return group == .chain }
        // Who sends qbXML of his own has said there what is to happen after a failure.
        return ["stopOnError", "rollbackOnError"].contains(checked.draft.envelope.onError ?? "")
    }

    /// - Parameter settings: the connector's, by category.
    /// - Throws: the refusal with everything that is wrong.
    func accept(_ settings: [String: CategorySetting]) throws {
        var report = CheckReport(checked, around: around)
        let closed = settings.filter { !$0.value.direction.writes }
        let unwanted = checked.requests.indices.compactMap { self.unwanted($0, closed) }
        report.findings += unwanted.prefix(200)
        if checked.requests.isEmpty, report.acceptable {
            report.findings.append(
                finding("structure", nil, "No requests are in it.", "at least one request"))
        }
        let errors = report.findings.filter { $0.severity == "error" }
        guard report.acceptable, errors.isEmpty else {
            report.acceptable = false
            throw OrderRefusal.unfit(report, errors: checked.errorCount + unwanted.count)
        }
    }

    /// Beside those of the check.
    static let rules = ["subscription", "direction"]

    /// What the check itself has nothing against, but the queue.
    ///
    /// - Parameter closed: settings of the categories that are not written.
    private func unwanted(_ index: Int, _ closed: [String: CategorySetting]) -> CheckFinding? {
        let message = checked.requests[index].message
        if message.container == .subscriptions {
            return finding(
                "subscription", index,
                "\(message.name) subscribes to events of QuickBooks, which come over another way than the "
                    + "Web Connector.", "a request of QBXMLMsgsRq")
        }
        guard !closed.isEmpty, message.changesBooks, let kind = checked.subject(of: index).kind,
            let category = Category.bringing(kind: kind), let direction = closed[category.name]?.direction
        else { return nil }
        return finding(
            "direction", index,
            "\(category.title) has the direction \"\(direction.rawValue)\" and is not written.",
            "direction both or write: qbsyncctl category set CONNECTOR \(category.name) --direction both")
    }

    private func finding(
        _ rule: String, _ index: Int?, _ problem: String, _ expected: String
    ) -> CheckFinding {
        CheckFinding(
            rule: rule, severity: "error", pointer: index.map { "/\($0)" } ?? "", line: nil, request: index,
            problem: problem, expected: expected, nearest: [], catalog: nil)
    }

    var warnings: [CheckFinding] {
        let findings = CheckReport(checked, around: []).findings
        return findings.filter { $0.severity == "warning" }
    }

    // MARK: What is kept

    /// The version from which on QuickBooks takes a GUID of the sender's.
    private static let guidVersion = Version(major: 8, minor: 0)

    /// - Parameter existing: the ID of the request that gets new content; nil for new ones.
    func requests(of existing: String? = nil) -> [QueuedRequest] {
        let bundles = checked.bundles()
        let takesGUIDs = options.withGUID && Self.guidVersion <= known.highest ?? Catalog.newest
        return checked.requests.indices.map { index in
            let id = existing ?? Randomness.requestID()
            var subject = checked.subject(of: index)
            let hasGUID = takesGUIDs && checked.takesExternalGUID(index, subject)
            let guid = hasGUID ? Write.externalGUID(of: id) : nil
            let body = checked.request(index, externalGUID: guid)
            if let guid { subject.externalGUID = guid }
            let needs = needed(by: body)
            let isAdded = subject.operation == .add
            var request = QueuedRequest(
                id: id, title: checked.requests[index].message.title, body: body, subject: subject,
                needs: hasGUID ? max(needs, Self.guidVersion) : needs,
                content: isAdded ? Hexadecimal.text(SHA256.hash(data: checked.request(index))) : nil,
                bundle: bundles[index])
            request.links = checked.links(of: body)
            return request
        }
    }

    /// Of several requests one may need a version that the others do not; it must not take them with it.
    private func needed(by body: [UInt8]) -> Version {
        let all = checked.neededVersion
        guard checked.requests.count > 1, all > Self.guidVersion, let draft = try? Draft(reading: body) else {
            return all
        }
        return min(all, Checker.check(draft, options: CheckOptions(limit: 0)).neededVersion)
    }

    /// As it would go out, were these all that waits.
    func document(_ requests: [QueuedRequest]) -> [UInt8] {
        let isTied = requests.contains { $0.bundle != nil }
        let highest = known.highest ?? Version(major: 0, minor: 0)
        let spoken = known.spoken ?? checked.versionToSend(highest: known.highest ?? Catalog.newest)
        let version = max(
            highest.major == 0 ? spoken : min(spoken, highest), requests.map(\.needs).max() ?? spoken)
        var set = MessageSetRequest(
            version: version, requests: requests.map { .checked($0.body, requestID: $0.id) })
        set.head = MessageSetHead(
            version: version, onError: isTied ? .stopOnError : .continueOnError,
            newMessageSetID: requests.contains { $0.subject.operation != nil }
                ? Randomness.messageSetID() : nil)
        return set.encoded()
    }
}

extension OrderRefusal {
    /// Requests that are not taken, with all that is wrong with them.
    static func unfit(_ report: CheckReport, errors: Int) -> OrderRefusal {
        let count = report.requests.count
        let told = "\(errors) error\(errors == 1 ? "" : "s")"
        let place = "\(count) request\(count == 1 ? "" : "s")"
        return .unfitRequests("Nothing was queued: \(told) in \(place).", report)
    }
}
