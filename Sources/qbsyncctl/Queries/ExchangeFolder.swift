import API
import FoundationEssentials

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
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .here("The folder \(path) cannot be made: \(error)")
        }
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
        let isThere = FileManager.default.createFile(
            atPath: place, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        if !isThere { throw .here("\(place) cannot be written.") }
    }
}
