import API
import FoundationEssentials
import Glibc

/// A folder with the documents of one conversation, and a file that says what each is.
///
///     case-4711/
///         001-received-authenticate        no file: it brought no document
///         003-received-sendRequestXML.xml
///         004-sent-sendRequestXML.xml
///         006-received-receiveResponseXML.end.xml     behind what was not kept
///         index.txt
final class ExchangeFolder {
    let path: String
    private(set) var files = 0
    private var count = 0
    private var index: [String] = []

    init(_ path: String) throws(Failure) {
        self.path = path
        try OutputFolder.prepare(path, mode: 0o700)
        // What lies there may be of another conversation, and both would look like one.
        let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        if present.contains(where: Self.isOurs) {
            throw .here(
                "\(path) holds documents of a conversation already, and nothing is written over: "
                    + "choose another --output.")
        }
    }

    /// Whether a file is one that `write` or `finish` would make, of whatever conversation.
    private static func isOurs(_ name: String) -> Bool {
        let parts = name.split(separator: "-", maxSplits: 2)
        return name == "index.txt"
            || parts.count == 3 && parts[0].count >= 3 && parts[0].allSatisfy(\.isNumber)
                && ["received", "sent"].contains(parts[1])
    }

    func write(_ exchange: ExchangeEntry) throws(Failure) {
        count += 1
        let place = String(repeating: "0", count: max(0, 3 - "\(count)".count)) + "\(count)"
        let name = "\(place)-\(exchange.direction)-\(exchange.operation)"
        index.append("\(place)  " + ExchangeText(exchange).heading(.current()).text)
        if let document = exchange.document {
            try write(document, to: name + ".xml")
            files += 1
        }
        if let ending = exchange.ending {
            index[index.count - 1] += "  (\(exchange.leftOut) bytes were not kept)"
            try write(ending, to: name + ".end.xml")
        }
    }

    func finish() throws(Failure) {
        try write(index.map { $0 + "\n" }.joined(), to: "index.txt")
    }

    /// Readable for nobody else: it may hold a company's books.
    private func write(_ text: String, to name: String) throws(Failure) {
        let place = "\(path)/\(name)"
        let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.unwritten(place) }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                throw Self.unwritten(place)
            }
        }
    }

    private static func unwritten(_ place: String) -> Failure {
        .here("\(place) cannot be written: \(String(cString: strerror(errno))).")
    }
}
