import FoundationEssentials
import Glibc
import Witness

/// A file that always holds the input that is being run, whatever happens to the process: it is mapped, so
/// that writing costs no call and a crash loses nothing.
final class InputFile {
    private static let capacity = 1 << 20
    private let memory: UnsafeMutableRawPointer

    init(at path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw FuzzError.file(path: path) }
        defer { close(descriptor) }
        guard ftruncate(descriptor, Self.capacity) == 0,
            let memory = mmap(nil, Self.capacity, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            memory != MAP_FAILED
        else { throw FuzzError.file(path: path) }
        self.memory = memory
    }

    deinit { munmap(memory, Self.capacity) }

    /// The length first, then the input as in a file of its own.
    func hold(_ input: FuzzInput) {
        let head = input.head
        let length = min(head.count + input.bytes.count, Self.capacity - 8)
        memory.storeBytes(of: UInt64(length), as: UInt64.self)
        let room = UnsafeMutableRawBufferPointer(start: memory + 8, count: length)
        room.copyBytes(from: head)
        UnsafeMutableRawBufferPointer(rebasing: room[head.count...]).copyBytes(
            from: input.bytes.prefix(length - head.count))
    }

    /// The input that a process held when it ended.
    static func lastInput(at path: String) throws -> FuzzInput? {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        guard bytes.count > 8 else { return nil }
        let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= bytes.count - 8 else { return nil }
        return FuzzInput(file: Array(bytes[8..<8 + length]))
    }
}

enum FuzzError: Error {
    case file(path: String)

    var sentence: String {
        switch self {
        case .file(let path): "\(path) cannot be read or written: \(String(cString: strerror(errno)))."
        }
    }
}
