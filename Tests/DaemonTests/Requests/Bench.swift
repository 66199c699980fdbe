import Foundation
import Testing

/// A folder with files of requests, and `qbsyncctl` in it, where no daemon has ever run.
final class Bench {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "requests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    func write(_ name: String, _ data: Data) throws { try data.write(to: folder.appending(path: name)) }

    /// - Parameter words: the command, its options and names of files in the folder.
    func run(_ words: String..., input: String? = nil) throws -> Run {
        let (status, output, errors) = try Tool.run(
            DaemonProcess.program("qbsyncctl"), words,
            environment: ["QBSYNCD_CONTROL_SOCKET": "\(folder.path)/nobody.sock"], folder: folder,
            input: input.map { Data($0.utf8) })
        return Run(status: status, output: output, errors: errors)
    }

    struct Run {
        var status: Int32
        var output: String
        var errors: String

        /// The output as JSON.
        func json<Value>(as type: Value.Type = Value.self) throws -> Value {
            try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? Value)
        }
    }
}
