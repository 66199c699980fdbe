import API
import FoundationEssentials
import Store
import Sync
import Timetable

/// A person's settings, read: values where they are right, findings where they are not, all at once.
struct SettingsReading {
    var findings: [Problem.Finding] = []

    mutating func refuse(_ field: String, _ problem: String) {
        findings.append(Problem.Finding(field: field, problem: problem))
    }

    /// Lays the given settings over a draft; what is left out stays. Ranges are the store's to check, with
    /// everything else that is wrong at once; here a text only has to say something.
    mutating func lay(_ settings: ConnectorSettings, over draft: inout ConnectorDraft) {
        if let title = settings.title { draft.title = plainTitle(title) ?? draft.title }
        if let path = settings.companyFile { draft.companyFile = path.isEmpty ? nil : companyFile(path) }
        if let name = settings.workstation { draft.workstation = name.isEmpty ? nil : name }
        if let seconds = settings.interval.flatMap({ span($0, "interval") }) {
            draft.intervalSeconds = seconds
        }
        if let seconds = settings.poll.flatMap({ span($0, "poll") }) { draft.pollSeconds = seconds }
        if let seconds = settings.overlap.flatMap({ span($0, "overlap") }) { draft.overlapSeconds = seconds }
        if let text = settings.overnightShutdown {
            do { draft.window = try Window.parse(text) } catch {
                refuse("overnight_shutdown", error.sentence)
            }
        }
        if let zone = settings.timeZone.flatMap({ zone($0) }) { draft.zone = zone }
        if let morning = settings.morning.flatMap({ morning($0) }) { draft.morning = morning }
        if let size = settings.pageSize { draft.pageSize = size }
        if let unattended = settings.unattended { draft.file.unattended = unattended }
        if let names = settings.editions { draft.file.editions = editions(names) }
        if let history = settings.history.flatMap({ history($0) }) { draft.history = history }
        if let text = settings.hold, let seconds = text == "off" ? 0 : span(text, "hold") {
            draft.holdSeconds = seconds
        }
    }

    private mutating func history(_ text: String) -> HistoryLength? {
        let history = HistoryLength(text)
        if history == nil {
            refuse("history", "\"\(text)\" is neither off, forever, nor days from 1d to 36500d.")
        }
        return history
    }

    private mutating func zone(_ name: String) -> Zone? {
        let zone = Zone(identifier: name)
        if zone == nil {
            refuse("time_zone", "\"\(name)\" is not an IANA time zone such as America/Chicago.")
        }
        return zone
    }

    private mutating func morning(_ word: String) -> Morning? {
        let morning = Morning(rawValue: word)
        if morning == nil { refuse("morning", "\"\(word)\" is neither automatic nor manual.") }
        return morning
    }

    private mutating func span(_ text: String, _ field: String) -> Int? {
        do {
            return try Span(parsing: text).seconds
        } catch {
            refuse(field, error.sentence)
            return nil
        }
    }

    private mutating func plainTitle(_ title: String) -> String? {
        // The Web Connector cuts its description at about 80 characters; ours adds 31 around the title.
        guard (1...48).contains(title.count), title.unicodeScalars.allSatisfy({ $0.value >= 32 }) else {
            refuse("title", "A title has 1 to 48 characters and no control characters.")
            return nil
        }
        return title
    }

    private mutating func companyFile(_ path: String) -> String? {
        let normalized = Binding.normalized(path)
        let isAbsolute = normalized.dropFirst().hasPrefix(":\\") || normalized.hasPrefix("\\\\")
        guard isAbsolute else {
            refuse(
                "company_file",
                "\"\(path)\" is not a full Windows path such as C:\\Books\\Acme.QBW or "
                    + "\\\\SERVER\\Books\\Acme.QBW."
            )
            return nil
        }
        return path
    }

    private static let editionBits = ["simple-start": 1, "pro": 2, "premier": 4, "enterprise": 8]

    private mutating func editions(_ names: [String]) -> Int {
        var bits = 0
        for name in names {
            if let bit = Self.editionBits[name.lowercased()] {
                bits |= bit
            } else {
                refuse("editions", "\"\(name)\" is none of simple-start, pro, premier, enterprise.")
            }
        }
        return bits
    }

    static func editionNames(_ bits: Int) -> [String] {
        editionBits.filter { bits & $0.value != 0 }.sorted { $0.value < $1.value }.map(\.key)
    }
}

extension ConnectorSettings {
    /// A connector's settings as a person writes them; reading them gives the same connector.
    init(_ connector: Connector) {
        self.init(
            title: connector.title, companyFile: connector.binding.path, workstation: connector.workstation,
            interval: Span(seconds: connector.rule.intervalSeconds).description,
            overnightShutdown: Window.text(of: connector.rule.window),
            timeZone: connector.rule.zone.identifier,
            poll: Span(seconds: connector.rule.pollSeconds).description,
            morning: connector.rule.morning.rawValue, pageSize: connector.pageSize,
            overlap: Span(seconds: connector.overlapSeconds).description,
            unattended: connector.file.unattended,
            editions: SettingsReading.editionNames(connector.file.editions),
            history: connector.history.description, hold: Connector.text(ofHold: connector.holdSeconds))
    }
}
