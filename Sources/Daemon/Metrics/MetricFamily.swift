/// One metric with all its samples, as Prometheus' text form 0.0.4 writes it:
///
///     # HELP qbsyncd_calls_total Calls of Web Connectors.
///     # TYPE qbsyncd_calls_total counter
///     qbsyncd_calls_total{operation="authenticate"} 12
struct MetricFamily: Sendable {
    enum Kind: String, Sendable { case counter, gauge, histogram }

    struct Sample: Sendable {
        /// `_bucket`, `_sum`, `_count` of a histogram.
        var suffix = ""
        var labels: [(name: String, value: String)]
        var value: Double
    }

    let name: String
    let kind: Kind
    let help: String
    var samples: [Sample]

    /// One with a single sample.
    init(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        self.init(name, kind, help, samples: [Sample(labels: [], value: value)])
    }

    /// One with a sample for each value of a label, in a fixed order so that two scrapes can be compared.
    init(_ name: String, _ kind: Kind, _ help: String, by label: String, _ values: [String: Double]) {
        self.init(
            name, kind, help,
            samples: values.sorted { $0.key < $1.key }.map {
                Sample(labels: [(label, $0.key)], value: $0.value)
            })
    }

    init(_ name: String, _ kind: Kind, _ help: String, samples: [Sample]) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }

    var text: String {
        var text = "# HELP \(name) \(Self.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
        for sample in samples {
            text += name + sample.suffix
            if !sample.labels.isEmpty {
                let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
                text += "{" + labels.joined(separator: ",") + "}"
            }
            text += " \(Self.number(sample.value))\n"
        }
        return text
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Whole numbers without a fraction; infinity as Prometheus spells it.
    static func number(_ value: Double) -> String {
        if value == .infinity { return "+Inf" }
        if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
        return "\(value)"
    }
}
