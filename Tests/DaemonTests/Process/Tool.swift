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
        let name = UUID().uuidString
        process.standardInput = FileHandle.nullDevice
        if let input {
            let file = folder.appending(path: "\(name).in")
            try input.write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        }
        let (output, errors) = (folder.appending(path: "\(name).out"), folder.appending(path: "\(name).err"))
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
