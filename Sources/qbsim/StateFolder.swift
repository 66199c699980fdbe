import FoundationEssentials
import Simulator

/// Where company files are kept between runs: a folder for each, with plain files in it.
struct StateFolder {
    let path: String

    private func folder(_ name: String) -> String { path + "/" + name }

    /// The names of the company files that are kept here.
    var names: [String] {
        Disk.names(in: path).filter { FileManager.default.fileExists(atPath: folder($0) + "/file.txt") }
    }

    /// A name for a folder, made of a title.
    static func name(for title: String) -> String {
        let letters = title.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let name = String(letters).split(separator: "-").joined(separator: "-")
        return name.isEmpty ? "company" : name
    }

    /// Nil when nothing is kept under that name.
    func companyFile(_ name: String) throws -> CompanyFile? {
        guard names.contains(name) else { return nil }
        let files = try Disk.names(in: folder(name)).map { file in
            (name: file, bytes: try Disk.read(folder(name) + "/" + file))
        }
        do {
            return try CompanyFile(archive: files)
        } catch {
            throw Complaint.file("\(folder(name)): \(error.sentence)")
        }
    }

    func keep(_ file: CompanyFile, as name: String) throws {
        try Disk.makeFolder(folder(name))
        let entries = file.archived()
        for (entry, bytes) in entries { try Disk.write(bytes, to: folder(name) + "/" + entry) }
        // A kind of which the last record is gone has no document any more.
        let current = Set(entries.map(\.name))
        for old in Disk.names(in: folder(name))
        where (old.hasSuffix(".xml") || old.hasSuffix(".json")) && !current.contains(old) {
            try Disk.remove(folder(name) + "/" + old)
        }
    }
}
