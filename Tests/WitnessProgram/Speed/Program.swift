import ArgumentParser
import Foundation
import Glibc

enum Program {
    /// Runs another program to its end, its output unseen; throws when it fails.
    static func run(_ path: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            Screen.complain("\(path) ended with \(process.terminationStatus)")
            throw ExitCode(1)
        }
    }

    /// The most memory that this process ever had resident, in bytes.
    static func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) << 10
    }
}
