import ArgumentParser
import FoundationEssentials
import Witness

struct DifferentialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "differential",
        abstract: "Judge random documents by our check and by the 13.0 XSD.",
        discussion: """
            Documents that are right by the catalog must be valid to both, and the same from JSON; of \
            changed ones the verdicts must agree, but for a short list of known differences.
            """)

    @Option(help: ArgumentHelp("The folder with xsd-13.0/qbxmlops130.xsd.", valueName: "folder"))
    var schema: String
    @Option(help: "The number that decides all documents; two runs with one are equal.")
    var seed: UInt64 = 2026
    @Option(help: ArgumentHelp("How many changed documents.", valueName: "number"))
    var count = 100_000

    /// The least share of single changes whose place a finding must tell.
    private static let floor = 0.95
    /// Rounds over all requests with what only the Online Edition had.
    private static let onlineRounds = 80
    /// Changed documents between two looks at the clock.
    private static let stride = 5_000

    func run() throws {
        let validator = try XSDValidator(in: URL(filePath: schema))
        var differential = Differential(by: validator, seed: seed)
        differential.showExhibits()
        while differential.figures.mutations < count {
            Screen.progress("differential test: \(differential.figures.mutations) of \(count)")
            differential.judgeMutations(min(Self.stride, count - differential.figures.mutations))
        }
        var withOnline = Differential(by: validator, scope: .schema, seed: seed)
        for _ in 0..<Self.onlineRounds { withOnline.judgeValid() }
        Screen.progress(nil)
        Screen.say("Differential test against the XSD of \(XSDValidator.version), seed \(seed)")
        say(differential)
        Screen.row(
            "with Online Edition",
            "\(Screen.number(withOnline.figures.valid)) right documents, \(coverage(withOnline.places))")
        try judge(differential, withOnline)
    }

    private func say(_ differential: Differential) {
        let figures = differential.figures
        Screen.row("right documents", "\(Screen.number(figures.valid)), \(coverage(differential.places))")
        Screen.row("the same from JSON", Screen.number(figures.fromJSON))
        Screen.row(
            "changed documents",
            "\(Screen.number(figures.mutations)), \(Screen.number(figures.bytes)) bytes in all")
        Screen.row(
            "verdicts",
            "both take \(Screen.number(figures.bothTake)), both refuse \(Screen.number(figures.bothRefuse)), "
                + "\(Screen.number(figures.differ)) differ, "
                + "\(figures.unexplained) of them for no known reason"
        )
        for (reason, count) in figures.reasons.sorted(by: {
            ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
        }) {
            Screen.row("  " + reason.rawValue, Screen.number(count))
        }
        Screen.row("only out of order", "\(Screen.number(figures.putRight)), valid as the encoder puts them")
        Screen.row(
            "place of the mistake",
            "\(percent(figures.nearness.mutationShare)) of our first findings and "
                + "\(percent(figures.nearness.complaintShare)) of the XSD's first complaints, of "
                + "\(Screen.number(figures.nearness.cases)) single changes")
    }

    private func coverage(_ places: PlaceTree) -> String {
        "\(places.visitedMessageCount) of \(places.messageCount) requests, "
            + "\(Screen.number(places.visitedCount)) of \(Screen.number(places.placeCount)) places"
    }

    private func percent(_ share: Double) -> String { Screen.rounded(share * 100) + " %" }

    private func judge(_ differential: Differential, _ withOnline: Differential) throws {
        var problems = differential.figures.problems + withOnline.figures.problems
        problems += differential.figures.unused.map { "No document needs \"\($0.rawValue)\" any more." }
        for places in [differential.places, withOnline.places] {
            let missing = places.unvisited()
            // Few documents cannot come everywhere.
            if count >= 100_000, !missing.isEmpty {
                problems.append("Never generated: \(missing.prefix(10).joined(separator: ", "))")
            }
        }
        let nearness = differential.figures.nearness
        if min(nearness.mutationShare, nearness.complaintShare) < Self.floor {
            problems.append("Too many findings are far from the mistake:")
            problems += nearness.far.prefix(5)
        }
        guard !problems.isEmpty else { return }
        for problem in problems.prefix(10) { Screen.complain(problem) }
        if problems.count > 10 { Screen.complain("… and \(problems.count - 10) more") }
        throw ExitCode(1)
    }
}
