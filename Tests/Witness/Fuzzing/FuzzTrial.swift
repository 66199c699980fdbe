package import QBXML
internal import XML

/// Runs one input and looks whether everything holds that must hold whatever comes in.
package struct FuzzTrial: Sendable {
    /// What became of the input.
    package enum Outcome: Equatable, Sendable {
        /// It was refused with a reason, as nearly all damaged inputs are.
        case refused
        case taken
        /// Something that must hold does not: a sentence.
        case broken(String)
    }

    private let catalog: Catalog

    package init(catalog: Catalog = .standard) { self.catalog = catalog }

    package func run(_ input: FuzzInput) -> Outcome {
        switch input.target {
        case .json, .qbxml: check(input)
        case .answers: decode(input)
        case .host: readHost(input)
        case .characters: transliterate(input)
        }
    }

    // MARK: Requests

    private func check(_ input: FuzzInput) -> Outcome {
        guard let draft = try? Draft(reading: input.bytes, catalog: catalog) else { return .refused }
        let options = Self.options(input.variant)
        let checked = Checker.check(draft, options: options, catalog: catalog)
        if let complaint = complaint(about: checked, options, lines: Self.lineCount(input.bytes)) {
            return .broken(complaint)
        }
        let head = MessageSetHead(version: options.version)
        let document = checked.document(head, catalog: catalog)
        guard document.count <= Self.allowance(for: input.bytes) else {
            return .broken("\(input.bytes.count) bytes become a document of \(document.count).")
        }
        guard checked.isAcceptable else { return .refused }
        return again(document, options, head)
    }

    /// What we send must be right to us as well, and stay as it is.
    private func again(_ document: [UInt8], _ options: CheckOptions, _ head: MessageSetHead) -> Outcome {
        guard document.allSatisfy({ $0 < 0x80 }) else { return .broken("The document has bytes above 127.") }
        let draft: Draft
        do throws(DraftError) {
            draft = try Draft(reading: document, catalog: catalog)
        } catch {
            return .broken("Our own document cannot be read: \(error.sentence)")
        }
        var options = options
        options.linesNeedConfirmation = false
        let checked = Checker.check(draft, options: options, catalog: catalog)
        if let finding = checked.errors.first {
            return .broken("Our own document is refused: \(finding.pointer): \(finding.sentence)")
        }
        return checked.document(head, catalog: catalog) == document
            ? .taken : .broken("Our own document becomes another one.")
    }

    private func complaint(about checked: Checked, _ options: CheckOptions, lines: Int) -> String? {
        if checked.findings.count > 2 * options.limit { return "More findings are told than were asked for." }
        for finding in checked.findings {
            if finding.line < 1 || finding.line > lines { return "A finding is in line \(finding.line)." }
            if finding.problem.isEmpty { return "A finding says nothing." }
        }
        if checked.neededVersion > options.version, checked.isAcceptable {
            return "It needs \(checked.neededVersion), which is more than there is."
        }
        return nil
    }

    private static func options(_ variant: UInt64) -> CheckOptions {
        var dice = Dice(seed: variant)
        let version = dice.pick("16.0", "16.0", "13.0", "6.0", "2.0")
        return CheckOptions(
            version: Version(version) ?? Catalog.newest,
            edition: dice.pick(nil, nil, .unitedStates, .canada, .unitedKingdom, .australia),
            characters: dice.chance(50) ? .transliterate : .refuse,
            linesNeedConfirmation: dice.chance(20), limit: dice.pick(200, 1))
    }

    private static func lineCount(_ bytes: [UInt8]) -> Int {
        // libxml2 counts no further than this.
        min(bytes.count { $0 == UInt8(ascii: "\n") } + 1, 65_535)
    }

    /// Bytes that a document may have for an input: a name of JSON stands there twice, a member of a list
    /// brings its name along, and a character becomes a reference or a few letters.
    private static func allowance(for input: [UInt8]) -> Int { 4_096 + 64 * input.count }

    // MARK: Answers

    private func decode(_ input: FuzzInput) -> Outcome {
        var dice = Dice(seed: input.variant)
        let encoding: Reader.Encoding = dice.chance(50) ? .utf8 : .declared
        let whole = try? Response(decoding: input.bytes, encoding: encoding)
        let pieces = try? Self.inPieces(input.bytes, encoding, &dice)
        guard whole == pieces else { return .broken("In pieces it becomes another answer.") }
        guard let whole else { return .refused }
        let document: [UInt8]
        do throws(DraftError) {
            document = try whole.document(catalog: catalog)
        } catch {
            return .broken("A decoded answer cannot be written: \(error.sentence)")
        }
        guard document.count <= Self.allowance(for: input.bytes) else {
            return .broken("\(input.bytes.count) bytes become a document of \(document.count).")
        }
        guard var second = try? Response(decoding: document) else {
            return .broken("The written answer cannot be read.")
        }
        // Attributes of an answer that nobody knows were noted, and are not written.
        second.notes = whole.notes
        guard second == whole else { return .broken("The written answer is another one.") }
        return (try? second.document(catalog: catalog)) == document
            ? .taken : .broken("The written answer becomes another one.")
    }

    /// Read as it comes over a wire.
    private static func inPieces(
        _ bytes: [UInt8], _ encoding: Reader.Encoding, _ dice: inout Dice
    ) throws(ResponseError) -> Response {
        var answers: [RequestAnswer] = []
        let reader = ResponseReader(encoding: encoding) { event in
            switch event {
            case .began(let answer): answers.append(answer)
            case .record(let record): answers[answers.count - 1].records.append(record)
            case .fault(let fault): answers[answers.count - 1].faults.append(fault)
            case .ended(let rest, let recovery):
                answers[answers.count - 1].rest = rest
                answers[answers.count - 1].errorRecovery = recovery
            }
        }
        // Each piece costs something, so long documents do not come byte by byte.
        let longest = max(dice.pick(1, 7, 100, 5_000), bytes.count / 1_000)
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(dice.number(in: 1...longest))
            try reader.push(Array(piece))
            rest = rest.dropFirst(piece.count)
        }
        var response = try reader.finish()
        response.answers = answers
        return response
    }

    private func readHost(_ input: FuzzInput) -> Outcome {
        guard let response = try? HCPResponse(decoding: input.bytes) else { return .refused }
        for owner in response.company?.dataExtensions.map(\.ownerID) ?? [] {
            _ = response.fileID(ownerID: owner)
            _ = response.workstation(ownerID: owner)
        }
        return .taken
    }

    // MARK: Characters

    private func transliterate(_ input: FuzzInput) -> Outcome {
        let limit = Int(input.variant % 20) + 1
        let result = Transliteration(of: input.bytes[...], limit: limit)
        if result.foreign.count > limit { return .broken("More characters are told than were asked for.") }
        if result.text.count > Self.allowance(for: input.bytes) {
            return .broken("\(input.bytes.count) bytes become \(result.text.count).")
        }
        guard result.foreign.isEmpty else { return .refused }
        if Repertoire.firstForeign(in: result.text[...]) != nil {
            return .broken("What was transliterated is still foreign.")
        }
        let second = Transliteration(of: result.text[...], limit: limit)
        return second.text == result.text && second.replaced == 0
            ? .taken : .broken("What was transliterated is transliterated again.")
    }
}
