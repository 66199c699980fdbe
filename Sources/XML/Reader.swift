internal import CLibXML2

/// A bounded reader: bytes in as they come, events out, over libxml2's push parser.
///
/// Three things about libxml2 shape it. It ends with an error on a *chunk* of 10,000,000 bytes or more, and
/// lifts that limit only together with those that protect us (`XML_PARSE_HUGE`); but text of any length
/// passes in small chunks, so chunks are small. It delivers each `&lt;` as a text of its own, so text is
/// gathered here before it goes on. And it would read document types and fetch what they name; they are
/// refused when they begin, and the network is off.
///
/// Not safe to share between threads at the same time; a reader may move from one to another between pushes.
package final class Reader {
    /// Text up to this many bytes comes in one piece. QuickBooks' longest text has 4,095 characters.
    package static let pieceSize = 32 << 10
    /// What libxml2 is given at once. Its speed is the same from 4 KB to 1 MB; small keeps `Ceilings.tag`
    /// exact.
    private static let chunkSize = 16 << 10

    /// How the bytes are to be read.
    package enum Encoding: Sendable {
        /// As the document declares, UTF-8 where it says nothing.
        case declared
        /// UTF-8 whatever it declares: right for a document that came as text within another one.
        case utf8
    }

    private let handler: any EventHandler
    private let ceilings: Ceilings
    private let stage: UnsafeMutablePointer<Stage>
    private let context: xmlParserCtxtPtr?
    /// Whether `TextScanner` may read in libxml2's place. Only a test that compares the two says no.
    private let scansText: Bool
    private var isAtText = false
    private var taken = 0
    private var isBlank = true

    package init(
        _ handler: any EventHandler, ceilings: Ceilings = .standard, encoding: Encoding = .declared,
        scansText: Bool = true
    ) {
        self.scansText = scansText
        self.handler = handler
        self.ceilings = ceilings
        xmlInitParser()
        stage = .allocate(capacity: 1)
        stage.initialize(to: Stage(handler: handler, ceilings: ceilings))
        var callbacks = Stage.callbacks
        // libxml2 copies the struct of callbacks, so a local one is enough.
        context = xmlCreatePushParserCtxt(&callbacks, stage, nil, 0, nil)
        stage.pointee.context = context
        // Without NOENT an `&amp;` in an attribute would arrive as `&#38;`. There are no other entities to
        // replace.
        var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
        if encoding == .utf8 { options |= XML_PARSE_IGNORE_ENC.rawValue }
        xmlCtxtUseOptions(context, Int32(options))
    }

    deinit {
        // With our callbacks libxml2 builds no document, but it owns up to none that it might have begun.
        if let document = context?.pointee.myDoc { xmlFreeDoc(document) }
        xmlFreeParserCtxt(context)
        stage.pointee.release()
        stage.deinitialize(count: 1)
        stage.deallocate()
    }

    /// Takes the next bytes. Throws an `XMLError` or what the handler threw; after that it only throws it
    /// again.
    package func push(_ bytes: UnsafeRawBufferPointer) throws {
        if let failure = stage.pointee.failure { throw failure }
        taken += bytes.count
        guard taken <= ceilings.bytes else { throw fail(.tooLarge(limit: ceilings.bytes)) }
        if isBlank { isBlank = bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
        silenceGlobalErrors()
        var rest = bytes[...]
        while !rest.isEmpty {
            if isAtText { rest = rest.dropFirst(try scan(UnsafeRawBufferPointer(rebasing: rest))) }
            if rest.isEmpty { return }
            // Ending with a tag leaves libxml2 with nothing to hold back, so that the scanner may take over.
            var chunk = rest.prefix(Self.chunkSize)
            if let last = chunk.lastIndex(of: UInt8(ascii: ">")) { chunk = chunk[...last] }
            rest = rest.dropFirst(chunk.count)
            try feed(UnsafeRawBufferPointer(rebasing: chunk))
            isAtText = scansText && chunk.last == UInt8(ascii: ">") && canScan
        }
    }

    package func push(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try push($0) }
    }

    /// The line that is being read, from 1; a handler may ask during its calls.
    package var line: Int { stage.pointee.line }

    /// Says that there is nothing more, and throws if the document is not whole.
    package func finish() throws {
        if let failure = stage.pointee.failure { throw failure }
        guard !isBlank else { throw fail(.empty) }
        silenceGlobalErrors()
        try surrenderHeld()
        parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        if let failure = stage.pointee.failure { throw failure }
        guard stage.pointee.isComplete else {
            throw fail(.malformed(line: stage.pointee.line, reason: "the document ends too early"))
        }
    }

    /// Takes text; what is left begins with something for libxml2.
    private func scan(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        let count = stage.pointee.scan(bytes)
        if let failure = stage.pointee.failure { throw failure }
        if count < bytes.count {
            isAtText = false
            try surrenderHeld()
        }
        return count
    }

    private func surrenderHeld() throws {
        let held = stage.pointee.surrenderHeld()
        if !held.isEmpty { try held.withUnsafeBytes { try feed($0) } }
    }

    /// Whether libxml2 stands between two tags of a document in UTF-8 and holds nothing back. After a `>` it
    /// does so nowhere else: a comment, instruction, CDATA section or attribute that has not ended is held
    /// back.
    private var canScan: Bool {
        guard stage.pointee.depth > 0, pending == 0, let buffer = context?.pointee.input?.pointee.buf
        else { return false }
        return buffer.pointee.encoder == nil
    }

    private func feed(_ chunk: UnsafeRawBufferPointer) throws {
        parse(chunk, isLast: false)
        // libxml2 2.9 gives away only 300 bytes of a CDATA section with each call while it does not see the
        // end, so a long one would pile up. Nobody is known to send any; they must merely work.
        var before = Int.max
        while pending > Self.chunkSize, pending < before, stage.pointee.failure == nil {
            before = pending
            parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: false)
        }
        if let failure = stage.pointee.failure { throw failure }
        guard pending <= ceilings.tag else {
            throw fail(.tagTooLong(limit: ceilings.tag, line: stage.pointee.line))
        }
    }

    private func parse(_ chunk: UnsafeRawBufferPointer, isLast: Bool) {
        let start = chunk.bindMemory(to: CChar.self).baseAddress
        let code = xmlParseChunk(context, start, Int32(chunk.count), isLast ? 1 : 0)
        // Each error is reported by the callback as well; this is for one that libxml2 should forget to
        // report.
        if code != 0, let context, context.pointee.wellFormed == 0, stage.pointee.failure == nil {
            _ = fail(.malformed(line: stage.pointee.line, reason: "error \(code) of libxml2"))
        }
    }

    /// Bytes that libxml2 holds back because a tag, comment or instruction has not ended.
    private var pending: Int {
        guard let input = context?.pointee.input, let current = input.pointee.cur, let end = input.pointee.end
        else { return 0 }
        return end - current
    }

    private func fail(_ error: XMLError) -> XMLError {
        stage.pointee.failure = error
        return error
    }

    /// Encoders report without a context, and libxml2 would print that to stderr. The setting is per thread,
    /// and a reader may have changed threads since the last push.
    private func silenceGlobalErrors() {
        xmlSetStructuredErrorFunc(nil) { _, _ in }
    }
}
