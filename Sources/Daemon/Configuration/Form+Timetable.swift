import QBXML
import Timetable

extension Form where Value == Window? {
    static let window = Form.text(
        "a time window such as \"22:00-06:00\", \"22:00-06:00 Mon-Fri\" or \"none\""
    ) { text throws(Complaint) -> Window?? in
        do throws(WindowError) { return .some(try Window.parse(text)) } catch {
            throw Complaint(problem: error.sentence)
        }
    } write: { window in
        Window.text(of: window)
    }
}

extension Form where Value == ZoneChoice {
    static let zone = Form.text(
        "a time zone such as \"America/Chicago\", or \"local\" for this machine's own"
    ) { text throws(Complaint) in
        if text == "local" { return .machine }
        if let zone = Zone(identifier: text) { return .named(zone) }
        let nearest = Spelling.nearest(to: text, among: MachineZone.identifiers + ["local"])
        throw Complaint(problem: "it is the text \"\(text)\"", nearest: nearest.map { "\"\($0)\"" })
    } write: { choice in
        switch choice {
        case .machine: "local"
        case .named(let zone): zone.identifier
        }
    }
}
