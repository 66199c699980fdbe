import Glibc

/// What a person reads.
enum Screen {
    static func say(_ line: String) { print(line) }

    static func complain(_ text: String) {
        var line = Array((text + "\n").utf8)
        line.withUnsafeMutableBytes { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
