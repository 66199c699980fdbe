import FoundationEssentials
import Simulator

/// Files, with what went wrong in a sentence.
enum Disk {
    static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Complaint.file("\(path) cannot be read.")
        }
        return [UInt8](data)
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            // Whole or not at all: a kept company file must survive the end of this program at any moment.
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Complaint.file("\(path) cannot be written: \(sentence(error))")
        }
    }

    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Complaint.file("The folder \(path) cannot be made: \(sentence(error))")
        }
    }

    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    static func sentence(_ error: any Error) -> String { String(describing: error) }
}

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
        var file = file
        try Disk.makeFolder(folder(name))
        for (entry, bytes) in file.archived() {
            try Disk.write(bytes, to: folder(name) + "/" + entry)
        }
    }
}
