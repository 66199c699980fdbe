import FoundationEssentials

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

    static func remove(_ path: String) throws {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw Complaint.file("\(path) cannot be removed: \(sentence(error))")
        }
    }

    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    static func sentence(_ error: any Error) -> String { String(describing: error) }
}
