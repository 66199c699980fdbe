import API

/// The last ten conversations as coloured letters, oldest first (AT-6): colour is never the only signal.
enum Dots {
    static let count = 10

    static func line(_ dots: [Dot]) -> Line {
        let shown = dots.suffix(count)
        let missing = Array(repeating: Span("·", .grey), count: count - shown.count)
        return Line(missing + shown.map { Span($0.letter, Color(rawValue: $0.color)) })
    }

    /// What the letters mean; under every grid, so that nobody has to look it up.
    static let legend =
        Line("S", .green) + Line(" success  ", .grey)
        + Line("C", .amber) + Line(" configuration issues  ", .grey)
        + Line("E", .orange) + Line(" errors  ", .grey)
        + Line("U", .red) + Line(" unsuccessful  ", .grey)
        + Line("P", .blue) + Line(" in progress  ", .grey)
        + Line("·", .grey) + Line(" none yet", .grey)
}

extension ConnectorStatus {
    /// Colour of the state's name. A state without a colour of its own (a newer daemon's) stays plain.
    var stateColor: Color? {
        switch state {
        case "online": .green
        case "QuickBooks unavailable", "quiet": .amber
        case "wrong company file", "locked": .red
        case "not set up", "paused", "disabled": .grey
        default: nil
        }
    }
}
