import API
import Crypto
import FoundationEssentials
import Glibc
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
    /// Of the request that gets new content.
    private let kept: [DraftLink]

    /// - Parameter kept: what the request takes from others already, where it gets new content.
    /// - Throws: the refusal for what is neither JSON nor qbXML.
    init(
        _ body: [UInt8], _ options: QueueOptions, _ known: KnownQuickBooks, keeping kept: [DraftLink] = []
    ) throws {
        self.options = options
        self.known = known
        self.kept = kept
        var draft: Draft
        do { draft = try Draft(reading: body) } catch {
            throw OrderRefusal.malformedBody(error.sentence)
        }
        draft.keep(kept)
        var check = CheckOptions(edition: known.edition, characters: options.characters)
        check.links = kept
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
        let unwanted = checked.requests.indices.compactMap { self.unwanted($0, closed) ?? iterator($0) }
        report.findings += unwanted.prefix(200)
        let misplaced = checked.misplacedTakings(limit: 200)
        report.findings += misplaced.told.map { CheckFinding(misplaced: $0) }
        if checked.requests.isEmpty, report.acceptable {
            report.findings.append(
                finding("structure", nil, "No requests are in it.", "at least one request"))
        }
        let errors = report.findings.filter { $0.severity == "error" }
        guard report.acceptable, errors.isEmpty else {
            report.acceptable = false
            throw OrderRefusal.unfit(report, errors: checked.errorCount + unwanted.count + misplaced.count)
        }
    }

    /// Beside those of the check.
    static let rules = ["subscription", "direction", CheckFinding.sourceRule, CheckFinding.afterRule]

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

    /// A request has one answer, and whoever queues it never speaks to QuickBooks: nobody would ask for the
    /// second page.
    private func iterator(_ index: Int) -> CheckFinding? {
        guard let (pointer, line) = checked.iteratorPlace(of: index) else { return nil }
        var finding = finding(
            CheckRule.iterator.rawValue, index,
            "An iterator brings one page of the answer, and a queued request has one answer: the rest would "
                + "be missing.",
            "no iterator, and no MaxReturned for all of the answer; or the mirror: qbsyncctl records")
        finding.pointer = pointer
        finding.line = line
        return finding
    }

    private func finding(
        _ rule: String, _ index: Int?, _ problem: String, _ expected: String, severity: String = "error"
    ) -> CheckFinding {
        CheckFinding(
            rule: rule, severity: severity, pointer: index.map { "/\($0)" } ?? "", line: nil, request: index,
            problem: problem, expected: expected, nearest: [], catalog: nil)
    }

    var warnings: [CheckFinding] {
        let findings = CheckReport(checked, around: []).findings
        let told = findings.filter { $0.severity == "warning" }.map { finding in
            // The check names the iterator as a way out, which is none here.
            guard finding.rule == CheckRule.iterator.rawValue else { return finding }
            var finding = finding
            finding.expected = "no MaxReturned, if all of the answer is wanted"
            return finding
        }
        return told + whole
    }

    /// Of changes that ask for a part of the record only.
    private var whole: [CheckFinding] {
        checked.requests.indices.lazy.filter { checked.isAnsweredInPart($0) }.prefix(200).map { index in
            finding(
                "wanted", index,
                "IncludeRetElement of \(checked.requests[index].message.name) is left out: the whole record "
                    + "comes back, for the mirror and for what takes values of it.",
                "IncludeRetElement in queries only", severity: "warning")
        }
    }

    /// The IDs of the requests that values are to come from, each once.
    ///
    /// An ID has no blank: in a dry run the control tool names so what a piece in front would make.
    var sources: [String] {
        var seen: Set<String> = []
        return checked.draft.namedSources.filter { !$0.isNumbered && !$0.name.contains(" ") }.map(\.name)
            .filter { seen.insert($0).inserted }
    }

    /// - Parameter hindrances: what will not succeed by itself, under the ID that was named.
    func warnings(of hindrances: [String: RequestRow]) -> [CheckFinding] {
        guard !hindrances.isEmpty else { return [] }
        let takings = checked.takings(limit: 20) { source, _ in hindrances[source.name] != nil }
        return options.after.compactMap { hindrances[$0] }.prefix(20).map { CheckFinding(hinderedBy: $0) }
            + takings.told.compactMap { taking in
                hindrances[taking.source.name].map { CheckFinding(taking, hinderedBy: $0) }
            }
    }

    /// The refusal of values that are to come from requests that this connector does not have; nil where no
    /// value comes from one of them.
    func refusal(ofUnknown ids: Set<String>) -> OrderRefusal? {
        let unknown = checked.takings(limit: 200) { source, _ in ids.contains(source.name) }
        guard unknown.count > 0 else { return nil }
        var report = CheckReport(checked, around: around)
        report.acceptable = false
        report.findings += unknown.told.map { CheckFinding(unknown: $0) }
        return .unfit(report, errors: unknown.count)
    }

    // MARK: What is kept

    /// What is this old is understood everywhere, and is not looked at request by request.
    private static let common = Version(major: 8, minor: 0)

    /// - Parameter existing: the ID of the request that gets new content; nil for new ones.
    func requests(at now: Date, of existing: String? = nil) -> [QueuedRequest] {
        requests(checked.requests.indices, checked.macros(), at: now, of: existing)
    }

    /// The same on several processors at once, for a large call.
    func requests(at now: Date, parts: Int) async -> [QueuedRequest] {
        let (count, macros) = (checked.requests.count, checked.macros())
        let size = max(1, (count + parts - 1) / parts)
        return await withTaskGroup(of: (start: Int, made: [QueuedRequest]).self) { tasks in
            for start in stride(from: 0, to: count, by: size) {
                tasks.addTask { (start, requests(start..<min(start + size, count), macros, at: now)) }
            }
            let parts = await tasks.reduce(into: []) { $0.append($1) }
            return parts.sorted { $0.start < $1.start }.flatMap(\.made)
        }
    }

    private func requests(
        _ indices: Range<Int>, _ macros: Checked.Macros, at now: Date, of existing: String? = nil
    ) -> [QueuedRequest] {
        // Handed on, and not taken anew at each step: it is a large value to copy.
        let catalog = Catalog.standard
        let highest = known.highest ?? Catalog.newest
        // Of new content nobody here knows what uses its macros.
        let idle = existing == nil ? macros.idle : []
        return indices.map { index in
            let id = existing ?? Randomness.requestID(at: now)
            var subject = checked.subject(of: index, in: catalog)
            let since = options.withGUID ? checked.externalGUIDVersion(index, subject, in: catalog) : nil
            let taking = since.flatMap { $0 <= highest ? $0 : nil }
            let guid = taking.map { _ in Write.externalGUID(of: id) }
            let body = checked.request(index, in: catalog, externalGUID: guid, without: idle)
            if let guid { subject.externalGUID = guid }
            let needs = needed(by: body)
            var request = QueuedRequest(
                id: id, title: checked.requests[index].message.title, body: body, subject: subject,
                needs: taking.map { max(needs, $0) } ?? needs,
                content: subject.operation == .add ? Self.digest(of: body, without: guid) : nil,
                bundle: macros.bundles[index])
            request.links = checked.links(of: body) + macros.links[index, default: []] + keptMacros(in: body)
            // The same words may stand for another record each time: they tell no twins.
            if !request.links.isEmpty { request.content = nil }
            return request
        }
    }

    private func keptMacros(in body: [UInt8]) -> [DraftLink] {
        guard !kept.isEmpty else { return [] }
        let text = String(decoding: body, as: UTF8.self)
        return kept.filter { DraftLink.isMacro($0.token) && $0.stands(in: text) }
    }

    /// Of what is added, without the GUID that we put in: two that are alike differ in nothing else.
    static func digest(of body: [UInt8], without guid: String?) -> String {
        var hash = SHA256()
        if let own = guid.flatMap({ place(of: "<ExternalGUID>\($0)</ExternalGUID>", in: body) }) {
            hash.update(data: body[..<own.lowerBound])
            hash.update(data: body[own.upperBound...])
        } else {
            hash.update(data: body)
        }
        return Hexadecimal.text(hash.finalize())
    }

    /// The collection's own search goes through witnesses for each byte, and took a third of all the time.
    private static func place(of text: String, in body: [UInt8]) -> Range<Int>? {
        let sought = Array(text.utf8)
        return body.withUnsafeBytes { body in
            guard let base = body.baseAddress, body.count >= sought.count else { return nil }
            let start = (0...body.count - sought.count).first { start in
                body[start] == sought[0] && memcmp(base + start, sought, sought.count) == 0
            }
            return start.map { $0..<$0 + sought.count }
        }
    }

    /// Of several requests one may need a version that the others do not; it must not take them with it.
    private func needed(by body: [UInt8]) -> Version {
        let all = checked.neededVersion
        guard checked.requests.count > 1, all > Self.common, let draft = try? Draft(reading: body) else {
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
