import FoundationEssentials
import Sync
import Timetable

/// A connector to which things happen, ten minutes past six in the evening of UTC.
struct HealthScene {
    var health: ConnectorHealth
    var installation = InstallationFacts()
    let now = Date.noon.addingTimeInterval(600)
    private var number: Int64 = 0

    init(name: String = "acme") {
        let connector = Connector(
            id: 1, name: name, title: "Acme", isDefault: true,
            identity: StampedIdentity(ownerID: "{o}", fileID: "{f}"),
            binding: Binding(path: #"C:\Acme.QBW"#), workstation: "FRONTDESK",
            rule: Rule(slot: 0, window: try? Window(start: 22 * 3600, end: 6 * 3600), zone: .utc),
            pageSize: 500, overlapSeconds: 300, file: ConnectionFileOptions(), disabledAt: nil,
            createdAt: .noon.addingTimeInterval(-90 * 86_400))
        let facts = ConnectorFacts(
            connector: connector, users: [], open: nil, dots: [],
            lastContact: Contact(at: .noon.addingTimeInterval(540), user: name, told: "Next sync at 20:00."),
            history: History(
                lastRunStart: .noon.addingTimeInterval(60), lastRunEnd: .noon.addingTimeInterval(120)),
            leases: [], rivals: [], messageCount: 0, completeAt: [:],
            rhythm: Rhythm(gaps: Array(repeating: 300, count: 12)))
        health = ConnectorHealth(facts: facts)
    }

    func ago(_ minutes: Double) -> Date { now.addingTimeInterval(-minutes * 60) }

    /// A conversation that ended so, the newest of all.
    mutating func ended(_ code: String, hresult: String? = nil, minutes: Double, repeats: Int = 1) {
        number += 1
        health.facts.dots.append(
            ConversationRow(
                number: number, ticket: "t\(number)", state: .unsuccessful, code: code,
                sentence: "It ended with \(code).", hresult: hresult, trigger: .scheduled, user: "acme",
                address: "192.0.2.7", startedAt: ago(minutes), lastCallAt: ago(minutes),
                endedAt: ago(minutes),
                repeats: repeats, percent: 0, bytesReceived: 0, bytesSent: 0, counts: []))
    }

    mutating func heard(_ minutes: Double?) {
        health.facts.lastContact = minutes.map { Contact(at: ago($0), user: "acme", told: "Told.") }
    }

    var findings: [HealthFinding] { Examination([health], installation, now: now).findings }
    var conditions: [Condition] { findings.map(\.condition) }

    func seen(_ condition: Condition) -> String {
        findings.first { $0.condition == condition }?.seen.map(\.what).joined(separator: " ") ?? ""
    }
}
