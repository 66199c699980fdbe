package import FoundationEssentials

/// The folder that holds the catalog's data in a checkout.
package struct DataFolder {
    private let folder: URL

    package init(at folder: URL) { self.folder = folder }

    /// One for each file of the derivation; a file that is not there is as an empty one.
    package func differences(from derivation: Derivation) throws(SchemaError) -> [Difference] {
        var differences: [Difference] = []
        for file in derivation.files {
            differences.append(Difference(file: file.name, old: try text(of: file), new: file.text))
        }
        return differences
    }

    /// Writes the files that differ, so that a build has nothing to do for the others.
    package func write(_ derivation: Derivation) throws(SchemaError) {
        for file in derivation.files where try text(of: file) != file.text {
            do {
                try Data(file.text.utf8).write(to: url(of: file), options: .atomic)
            } catch {
                throw .unwritable(path: url(of: file).path, reason: "\(error)")
            }
        }
    }

    private func text(of file: DataFile) throws(SchemaError) -> String {
        let url = url(of: file)
        guard FileManager.default.fileExists(atPath: url.path) else { return "" }
        do {
            return String(decoding: try Data(contentsOf: url), as: UTF8.self)
        } catch {
            throw .unreadable(path: url.path, reason: "\(error)")
        }
    }

    private func url(of file: DataFile) -> URL { folder.appending(path: file.name) }
}
