import FoundationEssentials
import Glibc
import NIOCore

/// A file that is there only when all of it is: written under another name beside it, and renamed at the end.
final class ExportFile {
    let path: String
    private let partial: String
    private var descriptor: CInt
    private(set) var bytes = 0
    /// Line ends so far; a field of CSV may hold some too.
    private(set) var lines = 0

    /// - Parameter path: nil for standard output.
    init(_ path: String?) throws(Failure) {
        self.path = path ?? "standard output"
        partial = path.map { "\($0).partial" } ?? ""
        descriptor =
            path == nil ? STDOUT_FILENO : open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
        if descriptor < 0 {
            throw .here("\(partial) cannot be written: \(String(cString: strerror(errno))).")
        }
    }

    func write(_ buffer: ByteBuffer) throws(Failure) {
        let view = buffer.readableBytesView
        bytes += view.count
        lines += view.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        var rest = view[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                if descriptor == STDOUT_FILENO, errno == EPIPE { exit(128 + SIGPIPE) }
                throw .here("\(path) cannot be written: \(String(cString: strerror(errno))).")
            }
        }
    }

    /// Everything is there, also after a power failure: now it gets its name.
    func finish() throws(Failure) {
        guard !partial.isEmpty else { return }
        guard fsync(descriptor) == 0, rename(partial, path) == 0 else {
            throw .here("\(path) cannot be written: \(String(cString: strerror(errno))).")
        }
        close(descriptor)
        descriptor = -1
    }

    /// Leaves nothing behind of what is not whole.
    func discard() {
        guard !partial.isEmpty, descriptor >= 0 else { return }
        close(descriptor)
        unlink(partial)
        descriptor = -1
    }
}
