import Witness

/// What one process counted, as it hands it to the one that started it: a line for each figure.
struct FuzzReport {
    struct Row {
        var inputs = 0
        var taken = 0
        var bytes = 0
        var seconds = 0.0
    }

    var rows: [FuzzTarget: Row] = [:]
    /// The longest time that one input took, in milliseconds, and what it was.
    var slowest = 0.0
    var slowestInput = ""
    /// The most memory after the first tenth of the run, and at its end.
    var earlyMegabytes = 0.0
    var megabytes = 0.0

    var inputs: Int { rows.values.reduce(0) { $0 + $1.inputs } }
    var seconds: Double { rows.values.reduce(0) { $0 + $1.seconds } }

    init() {}

    var text: String {
        let lines = rows.map { target, row in
            "row \(target.rawValue) \(row.inputs) \(row.taken) \(row.bytes) \(row.seconds)"
        }
        return (lines + ["slowest \(slowest) \(slowestInput)", "memory \(earlyMegabytes) \(megabytes)"])
            .joined(separator: "\n")
    }

    init?(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            switch words.first {
            case "row" where words.count == 6:
                guard let target = FuzzTarget(rawValue: words[1]), let inputs = Int(words[2]),
                    let taken = Int(words[3]), let bytes = Int(words[4]), let seconds = Double(words[5])
                else { return nil }
                rows[target] = Row(inputs: inputs, taken: taken, bytes: bytes, seconds: seconds)
            case "slowest" where words.count == 4:
                slowest = Double(words[1]) ?? 0
                slowestInput = words[2...].joined(separator: " ")
            case "memory" where words.count == 3:
                (earlyMegabytes, megabytes) = (Double(words[1]) ?? 0, Double(words[2]) ?? 0)
            default: return nil
            }
        }
        guard !rows.isEmpty else { return nil }
    }

    mutating func add(_ other: FuzzReport) {
        rows.merge(other.rows) { one, other in
            Row(
                inputs: one.inputs + other.inputs, taken: one.taken + other.taken,
                bytes: one.bytes + other.bytes, seconds: one.seconds + other.seconds)
        }
        if other.slowest > slowest { (slowest, slowestInput) = (other.slowest, other.slowestInput) }
        earlyMegabytes = max(earlyMegabytes, other.earlyMegabytes)
        megabytes = max(megabytes, other.megabytes)
    }
}
