import Foundation

/// A program run to its end, with what it wrote.
enum Tool {
    /// - Parameters:
    ///   - folder: where it runs, and where its output goes. Files and not pipes: Foundation traps when a
    ///     signal, such as the end of another child, interrupts its read of a pipe.
    ///   - input: what stands on its standard input; nothing if nil.
    static func run(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:], folder: URL,
        input: Data? = nil
    ) throws -> (status: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, ours in ours }
        process.currentDirectoryURL = folder
        let file = folder.appending(path: UUID().uuidString)
        let said = file.appendingPathExtension("in")
        let (output, errors) = (file.appendingPathExtension("out"), file.appendingPathExtension("err"))
        defer { for used in [said, output, errors] { try? FileManager.default.removeItem(at: used) } }
        process.standardInput = FileHandle.nullDevice
        if let input {
            try input.write(to: said)
            process.standardInput = try FileHandle(forReadingFrom: said)
        }
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, try String(contentsOf: output, encoding: .utf8),
            try String(contentsOf: errors, encoding: .utf8)
        )
    }
}
