import Glibc
import Synchronization

/// An open file of the spool. It is closed when nobody holds it any more, and unlinked unless it is kept.
package final class SpoolFile: Sendable {
    /// What is read and written at once.
    static let pieceSize = 256 << 10

    let name: String
    private let folder: String
    private let descriptor: Int32
    private let isKept: Atomic<Bool>

    init(descriptor: Int32, folder: String, name: String, isKept: Bool) {
        self.descriptor = descriptor
        self.folder = folder
        self.name = name
        self.isKept = Atomic(isKept)
    }

    deinit {
        close(descriptor)
        if !isKept.load(ordering: .relaxed) { unlink(path) }
    }

    /// Whether a row names the file, so that it stays.
    func keep(_ isKept: Bool) { self.isKept.store(isKept, ordering: .relaxed) }

    var size: Int {
        get throws {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw failure() }
            return Int(status.st_size)
        }
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let count = write(descriptor, piece.baseAddress, piece.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            rest = rest.dropFirst(count)
        }
    }

    /// - Returns: how many bytes there were; 0 at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            guard errno == EINTR else { throw failure() }
        }
    }

    /// Returns when the bytes and the file's name are on the disk. It may take as long as the disk likes.
    func flush() throws {
        guard fsync(descriptor) == 0 else { throw failure() }
        let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { throw StoreError.system(path: folder, errno: errno) }
        defer { close(place) }
        guard fsync(place) == 0 else { throw StoreError.system(path: folder, errno: errno) }
    }

    private var path: String { "\(folder)/\(name)" }

    private func failure() -> StoreError { .system(path: path, errno: errno) }
}
