package import QBXML
internal import XML

/// The differential test: documents made from the catalog, and the same with something changed, judged by our
/// check and by the XSD.
package struct Differential {
    private let validator: XSDValidator
    private let canonical: CanonicalForm
    private var generator: DocumentGenerator
    private var mutator: Mutator
    private var jsonMaker: JSONMaker
    private var dice: Dice
    package private(set) var figures = Figures()

    package init(
        by validator: XSDValidator, scope: Scope = .desktop, catalog: Catalog = .standard, seed: UInt64
    ) {
        self.validator = validator
        canonical = CanonicalForm(version: XSDValidator.version, catalog: catalog)
        let requests = catalog.requests.filter { scope.has($0) }
        generator = DocumentGenerator(requests, in: catalog, scope: scope, seed: seed)
        mutator = Mutator(catalog: catalog, seed: seed &+ 1)
        jsonMaker = JSONMaker(catalog: catalog, dice: Dice(seed: seed &+ 2))
        dice = Dice(seed: seed &+ 3)
    }

    package var places: PlaceTree { generator.places }

    /// Judges every known difference's own example.
    package mutating func showExhibits() {
        for difference in KnownDifference.allCases {
            let comparison = Comparison(of: difference.document, by: validator)
            note(comparison, difference.rawValue)
            if KnownDifference.explaining(comparison) != [difference] {
                figures.problems.append(
                    "The example of \"\(difference.rawValue)\" shows something else:\n\(comparison.report)")
            }
        }
    }

    /// One document for each request, right by the catalog: valid to both, and the same from JSON.
    package mutating func judgeValid() {
        for index in generator.places.messages.indices { judgeValid(generator.document(of: [index])) }
    }

    /// Makes documents, and changes each a few times.
    package mutating func judgeMutations(_ count: Int) {
        let end = figures.mutations + count
        while figures.mutations < end {
            let document = nextDocument()
            judgeValid(document)
            for _ in 0..<Self.mutationsPerDocument where figures.mutations < end {
                judgeMutation(of: document)
            }
        }
    }

    private static let mutationsPerDocument = 4

    /// Mostly one request, each in its turn; sometimes three at once.
    private mutating func nextDocument() -> Element {
        let messages = generator.places.messages
        let first = figures.valid % messages.count
        guard dice.chance(8) else { return generator.document(of: [first]) }
        let others = messages.indices.filter { messages[$0].container == messages[first].container }
        return generator.document(of: [first] + (0..<2).compactMap { _ in dice.pick(others) })
    }

    private mutating func judgeValid(_ document: Element) {
        figures.valid += 1
        let comparison = Comparison(of: document.document(), by: validator)
        figures.bytes += comparison.document.count
        count(comparison)
        guard let ours = KnownDifference.explaining(findingsOf: comparison),
            let theirs = KnownDifference.explaining(complaintsAbout: comparison)
        else {
            figures.unexplained += 1
            figures.problems.append("A generated document is not valid:\n\(comparison.report)")
            return
        }
        take(ours.union(theirs))
        if comparison.isValidToUs { compareWithJSON(document, comparison) }
    }

    private mutating func judgeMutation(of document: Element) {
        var document = document
        let first = mutator.mutate(&document)
        var sentence = first.sentence
        let isSingle = !dice.chance(10)
        if !isSingle { sentence += ", " + mutator.mutate(&document).sentence }
        figures.mutations += 1
        figures.byKind[first.kind, default: 0] += 1
        let comparison = Comparison(of: document.document(), by: validator)
        figures.bytes += comparison.document.count
        note(comparison, sentence)
        if isSingle { figures.nearness.note(comparison, first) }
    }

    private mutating func note(_ comparison: Comparison, _ what: String) {
        count(comparison)
        if comparison.agrees { return putRight(comparison, what) }
        guard let reasons = KnownDifference.explaining(comparison) else {
            figures.unexplained += 1
            figures.problems.append("The verdicts differ (\(what)):\n\(comparison.report)")
            return
        }
        take(reasons)
    }

    private mutating func count(_ comparison: Comparison) {
        if !comparison.agrees {
            figures.differ += 1
        } else if comparison.isValidToUs {
            figures.bothTake += 1
        } else {
            figures.bothRefuse += 1
        }
    }

    private mutating func take(_ reasons: Set<KnownDifference>) {
        for reason in reasons { figures.reasons[reason, default: 0] += 1 }
    }

    /// Where nothing but the order is wrong, what the encoder makes of it must be right.
    private mutating func putRight(_ comparison: Comparison, _ what: String) {
        guard !comparison.findings.isEmpty, comparison.findings.allSatisfy({ $0.rule == .order }),
            let document = canonical.document(of: comparison.document, ignoring: .order)
        else { return }
        figures.putRight += 1
        let sent = Comparison(of: document, by: validator)
        if !sent.isValidToUs || KnownDifference.explaining(complaintsAbout: sent) == nil {
            figures.problems.append("What was put in order is not valid (\(what)):\n\(sent.report)")
        }
    }

    /// The same document from JSON, whatever the order of its keys; and what we send of it is valid too.
    private mutating func compareWithJSON(_ document: Element, _ comparison: Comparison) {
        guard let fromXML = canonical.document(of: comparison.document) else {
            figures.problems.append("A valid document cannot be encoded:\n\(comparison.report)")
            return
        }
        let json = Array(jsonMaker.json(of: document).utf8)
        figures.fromJSON += 1
        let fromJSON = canonical.document(of: json) ?? []
        if fromJSON != fromXML {
            figures.problems.append(
                "JSON becomes another document:\n"
                    + [json, fromJSON, fromXML].map { String(decoding: $0, as: UTF8.self) }
                    .joined(separator: "\n"))
        }
        let sent = Comparison(of: fromXML, by: validator)
        if !sent.isValidToUs || KnownDifference.explaining(complaintsAbout: sent) == nil {
            figures.problems.append("What we would send is not valid:\n\(sent.report)")
        }
    }
}

extension KnownDifference {
    /// Its example as a document.
    var document: [UInt8] {
        Array("<QBXML><QBXMLMsgsRq onError=\"stopOnError\">\(exhibit)</QBXMLMsgsRq></QBXML>".utf8)
    }
}
