package import FoundationEssentials
internal import QBXML
internal import XML

/// A folder of schema files that a developer has: `qbxmlops160.xml` and its like, one for each version, and
/// beside them a folder `xsd-…` with an XSD set, `qbxmlops130.xsd` and what it includes.
package struct SchemaFolder {
    /// Ascending by version.
    package let schemas: [Schema]
    package let xsd: XSD

    /// Older ones are not read. A schema marks by itself what came with which version; some marks are
    /// missing, but only for what came after this one.
    private static let oldest = Version(major: 13, minor: 0)

    package init(at folder: URL) throws(SchemaError) {
        var schemas: [Schema] = []
        for name in try Self.names(in: folder) {
            guard let version = Self.version(name, ending: ".xml"), version >= Self.oldest else { continue }
            schemas.append(try Self.schema(at: folder.appending(path: name), version))
        }
        self.schemas = schemas.sorted { $0.version < $1.version }
        guard !schemas.isEmpty else {
            throw .missing("file qbxmlopsNNN.xml of \(Self.oldest) or later in \(folder.path)")
        }
        xsd = try Self.xsd(in: folder)
    }

    /// `qbxmlops160.xml` is 16.0; `qbxmlopsCA30.xml` is nothing that is looked for.
    private static func version(_ name: String, ending: String) -> Version? {
        guard name.hasPrefix("qbxmlops"), name.hasSuffix(ending),
            let number = Int(name.dropFirst("qbxmlops".count).dropLast(ending.count)), number >= 10
        else { return nil }
        return Version(major: number / 10, minor: number % 10)
    }

    private static func schema(at file: URL, _ version: Version) throws(SchemaError) -> Schema {
        let bytes = try bytes(of: file)
        do {
            return try Schema(reading: bytes, version: version)
        } catch {
            throw .file(path: file.path, error)
        }
    }

    private static func xsd(in folder: URL) throws(SchemaError) -> XSD {
        for name in try names(in: folder).reversed() where name.hasPrefix("xsd-") {
            let inside = folder.appending(path: name)
            let tops = try names(in: inside).filter { version($0, ending: ".xsd") != nil }
            guard let top = tops.last else { continue }
            let documents = try documents(from: inside.appending(path: top))
            do {
                return try XSD(reading: documents)
            } catch {
                throw .file(path: inside.path, error)
            }
        }
        throw .missing("folder xsd-… with a file qbxmlopsNNN.xsd in \(folder.path)")
    }

    /// A file's root after those of the files that it includes.
    private static func documents(from file: URL) throws(SchemaError) -> [Element] {
        let bytes = try bytes(of: file)
        let root: Element
        do {
            root = try Element(parsing: bytes)
        } catch {
            throw .file(path: file.path, .malformed(error))
        }
        var documents: [Element] = []
        for include in root.all("include") {
            let name = include.attribute("schemaLocation") ?? ""
            documents += try Self.documents(from: file.deletingLastPathComponent().appending(path: name))
        }
        return documents + [root]
    }

    private static func names(in folder: URL) throws(SchemaError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        } catch {
            throw .unreadable(path: folder.path, reason: "\(error)")
        }
    }

    private static func bytes(of file: URL) throws(SchemaError) -> [UInt8] {
        do {
            return try Array(Data(contentsOf: file))
        } catch {
            throw .unreadable(path: file.path, reason: "\(error)")
        }
    }
}
