import ArgumentParser
import FoundationEssentials
import Witness

/// Where the schema files are, and what is made of them.
struct SchemaOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder with qbxmlopsNNN.xml (13.0 and later) and, in a folder xsd-…, an XSD set.",
            valueName: "folder"))
    var schema: String

    /// Derives, and says in a line what there is.
    func derivation() throws -> Derivation {
        let clock = ContinuousClock()
        let start = clock.now
        let folder = try SchemaFolder(at: URL(filePath: schema))
        let derivation = try Derivation(schemas: folder.schemas, xsd: folder.xsd)
        let seconds = Double((clock.now - start) / .milliseconds(100)).rounded() / 10
        let versions = folder.schemas.map { "\($0.version)" }.joined(separator: ", ")
        Screen.say(
            """
            qbXML \(versions): \(derivation.requests) requests, \(derivation.answers) answers, \
            \(derivation.places) places, \(derivation.enumerations) enumerations, in \(seconds) s.
            """)
        for sentence in derivation.disagreements { Screen.say(sentence) }
        return derivation
    }
}
