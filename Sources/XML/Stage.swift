internal import CLibXML2

/// What libxml2's callbacks see of a reader: the state between two callbacks.
///
/// It lies in memory of its own, not in the class, because a callback may happen a million times in a second
/// and should cost neither reference counting nor checks of exclusive access. `Reader` owns it and outlives
/// every callback.
struct Stage {
    /// Namespaces that one element may declare. Looking one up walks through all that are open; the most that
    /// a SOAP toolkit is known to declare at once is six.
    private static let namespaceLimit = 16

    // The reader holds the handler strongly for as long as this exists.
    private unowned(unsafe) let handler: any EventHandler
    private let ceilings: Ceilings
    private let piece: UnsafeMutablePointer<UInt8>
    private var pieceCount = 0
    private(set) var depth = 0
    private var scanner = TextScanner()
    private(set) var isComplete = false
    var context: xmlParserCtxtPtr?
    /// The first thing that went wrong. From then on callbacks do nothing.
    var failure: (any Error)?

    init(handler: any EventHandler, ceilings: Ceilings) {
        self.handler = handler
        self.ceilings = ceilings
        piece = .allocate(capacity: Reader.pieceSize)
    }

    func release() { piece.deallocate() }

    var line: Int { Int(context?.pointee.input?.pointee.line ?? 0) + scanner.lines }

    static var callbacks: xmlSAXHandler {
        var callbacks = xmlSAXHandler()
        callbacks.initialized = UInt32(XML_SAX2_MAGIC)  // or startElementNs is never called
        callbacks.startElementNs = { stage, local, _, namespace, namespaces, _, count, _, attributes in
            guard let stage = Stage.at(stage), let local else { return }
            stage.pointee.start(
                Name(local: local, namespace: namespace),
                Attributes(pointers: attributes, count: Int(count)), namespaces: Int(namespaces))
        }
        callbacks.endElementNs = { stage, local, _, namespace in
            guard let stage = Stage.at(stage), let local else { return }
            stage.pointee.end(Name(local: local, namespace: namespace))
        }
        callbacks.characters = { stage, bytes, count in
            guard let stage = Stage.at(stage), let bytes else { return }
            stage.pointee.text(bytes, Int(count))
        }
        callbacks.ignorableWhitespace = callbacks.characters
        callbacks.cdataBlock = callbacks.characters
        callbacks.internalSubset = { stage, _, _, _ in
            guard let stage = Stage.at(stage) else { return }
            stage.pointee.stop(XMLError.doctype(line: stage.pointee.line))
        }
        // From libxml2 2.12 on the error is const; an inferred closure type fits both.
        callbacks.serror = { stage, error in
            guard let stage = Stage.at(stage), let error else { return }
            stage.pointee.note(error.pointee)
        }
        return callbacks
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Stage>? {
        pointer?.assumingMemoryBound(to: Stage.self)
    }

    private mutating func start(_ name: Name, _ attributes: Attributes, namespaces: Int) {
        guard failure == nil else { return }
        depth += 1
        guard depth <= ceilings.depth else {
            return stop(XMLError.tooDeep(limit: ceilings.depth, line: line))
        }
        guard attributes.count <= ceilings.attributes, namespaces <= Self.namespaceLimit else {
            return stop(XMLError.tooManyAttributes(limit: ceilings.attributes, line: line))
        }
        do {
            try deliver()
            try handler.start(name, attributes)
        } catch {
            stop(error)
        }
    }

    private mutating func end(_ name: Name) {
        guard failure == nil else { return }
        depth -= 1
        do {
            try deliver()
            try handler.end(name)
        } catch {
            return stop(error)
        }
        if depth == 0 { isComplete = true }
    }

    private mutating func text(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        guard failure == nil, depth > 0 else { return }
        var bytes = bytes
        var count = count
        while count > 0 {
            if pieceCount == Reader.pieceSize {
                do { try deliver() } catch { return stop(error) }
            }
            let fitting = min(count, Reader.pieceSize - pieceCount)
            (piece + pieceCount).update(from: bytes, count: fitting)
            pieceCount += fitting
            bytes += fitting
            count -= fitting
        }
    }

    /// Reads text in libxml2's place; see `TextScanner`. Returns how many bytes were taken.
    mutating func scan(_ bytes: UnsafeRawBufferPointer) -> Int {
        let input = bytes.bindMemory(to: UInt8.self)
        var index = 0
        while failure == nil {
            let outcome = scanner.scan(
                input, &index, into: piece, &pieceCount, capacity: Reader.pieceSize)
            guard outcome == .full else { break }
            do { try deliver() } catch { stop(error) }
        }
        return index
    }

    /// What the scanner could not make out and libxml2 must be given before anything else.
    mutating func surrenderHeld() -> [UInt8] { scanner.surrenderHeld() }

    private mutating func deliver() throws {
        guard pieceCount > 0 else { return }
        let text = UnsafeBufferPointer(start: UnsafePointer(piece), count: pieceCount)
        pieceCount = 0
        try handler.text(text)
    }

    private mutating func stop(_ error: any Error) {
        if failure == nil { failure = error }
        xmlStopParser(context)
    }

    private mutating func note(_ error: xmlError) {
        guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let line = Int(error.line) + scanner.lines
        switch error.code {
        case Int32(XML_ERR_UNDECLARED_ENTITY.rawValue), Int32(XML_WAR_UNDECLARED_ENTITY.rawValue):
            failure = XMLError.entity(line: line)
        default:
            failure = XMLError.malformed(line: line, reason: Self.reason(error))
        }
    }

    /// libxml2's message without its line end.
    private static func reason(_ error: xmlError) -> String {
        guard let message = error.message else { return "error \(error.code) of libxml2" }
        var reason = Substring(String(cString: message))
        while reason.last == "\n" || reason.last == " " { reason.removeLast() }
        return String(reason)
    }
}
