import Glibc
import QBXML

/// A file that a person named, or standard input.
enum InputFile {
    static let standardInput = "-"

    /// As messages call it.
    static func title(of path: String) -> String { path == standardInput ? "standard input" : path }

    /// The bytes, but not many more than may be read as requests: it could be an endless device.
    ///
    /// - Parameter ceiling: what is beyond it is not read.
    static func bytes(of path: String, upTo ceiling: Int = Draft.ceiling) throws(Failure) -> [UInt8] {
        let descriptor = path == standardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 256 << 10)
        while bytes.count <= ceiling {
            let count = read(descriptor, &piece, piece.count)
            if count == 0 { break }
            if count > 0 {
                bytes += piece[..<count]
            } else if errno != EINTR {
                throw failure(path, errno)
            }
        }
        return bytes
    }

    static func failure(_ path: String, _ code: CInt) -> Failure {
        let reason =
            switch code {
            case ENOENT: "there is no such file"
            case ENOTDIR: "part of its path is no directory"
            case EISDIR: "it is a directory; name the files in it, as in \(path)/*.json"
            case EACCES, EPERM: "you may not read it"
            default: String(cString: strerror(code))
            }
        return .here("\(title(of: path)) cannot be read: \(reason).")
    }
}
