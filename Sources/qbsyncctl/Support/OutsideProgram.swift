import FoundationEssentials
import Glibc

/// A program of the system, run to its end.
struct OutsideProgram: Sendable {
    var status: Int32
    var output: String
    var errors: String

    /// `timeout` of the coreutils runs it: with these it says that it ended the program when its time was
    /// over, or had to kill it, and that there is no such program.
    private static let (ended, killed, notFound): (Int32, Int32, Int32) = (124, 137, 127)

    /// - Parameters:
    ///   - folder: where what it writes lies meanwhile.
    ///   - seconds: after which it is ended; its errors say so then, and its status is not 0.
    /// - Returns: nil if there is no such program.
    static func run(
        _ name: String, _ arguments: [String], folder: String, within seconds: Int = 60
    ) -> OutsideProgram? {
        let (output, errors) = ("\(folder)/.output", "\(folder)/.errors")
        defer {
            unlink(output)
            unlink(errors)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0o600)
        // In the foreground: an interrupt from the keyboard ends it as well.
        let limited = ["timeout", "--foreground", "--kill-after=5", String(seconds), name] + arguments
        var pointers = limited.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var child = pid_t()
        guard posix_spawnp(&child, limited[0], &actions, nil, &pointers, environ) == 0 else { return nil }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : -1
        guard code != notFound else { return nil }
        var ran = OutsideProgram(status: code, output: text(output), errors: text(errors))
        if code == ended || code == killed {
            ran.errors += "\(name) was ended from outside; it may take \(seconds) seconds.\n"
        }
        return ran
    }

    /// The daemon's program: the one that was installed together with this one, else whichever is found.
    static var qbsyncd: String {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = own.flatMap { path in path.lastIndex(of: "/").map { path[..<$0] + "/qbsyncd" } }
        guard let beside, access(String(beside), X_OK) == 0 else { return "qbsyncd" }
        return String(beside)
    }

    private static func text(_ path: String) -> String {
        let bytes = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
}
