import FoundationEssentials
import Glibc

/// A folder of plain files that becomes one packed file. It is gone when this is.
final class BundleFolder {
    struct File: Codable, Equatable, Sendable {
        var name: String
        var bytes: Int
        /// What is in it.
        var about: String
    }

    /// The folder that is unpacked.
    let name: String
    var root: String { place.path }
    private let place: PrivateFolder
    private(set) var files: [File] = []

    init(name: String) throws {
        place = try PrivateFolder()
        self.name = name
        try FileManager.default.createDirectory(
            atPath: "\(root)/\(name)", withIntermediateDirectories: true)
    }

    func add(_ file: String, _ content: Data, about: String) throws {
        let path = "\(root)/\(name)/\(file)"
        if let slash = path.lastIndex(of: "/") {
            try FileManager.default.createDirectory(
                atPath: String(path[..<slash]), withIntermediateDirectories: true)
        }
        try content.write(to: URL(filePath: path))
        files.append(File(name: file, bytes: content.count, about: about))
    }

    /// Packs it with the system's own tar, and never over a file that is there.
    ///
    /// - Returns: how large it became.
    func pack(to path: String) throws -> Int {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else {
            throw Failure.here("\(path) cannot be made: \(String(cString: strerror(errno))).")
        }
        close(descriptor)
        let tar = OutsideProgram.run("tar", ["--owner=0", "--group=0", "-czf", path, "-C", root, name])
        guard let tar, tar.status == 0 else {
            unlink(path)
            throw Failure.here("It could not be packed: \(tar?.errors ?? "there is no program tar.")")
        }
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
