import Foundation
import Testing

@testable import qbsyncctl

@Suite("A folder that a command writes to")
struct OutputFolderTests {
    private func refusal(_ path: String) -> String? {
        do { try OutputFolder.prepare(path, mode: 0o700) } catch {
            guard case .here(let sentence) = error, error.exitCode == 1 else { return "another failure" }
            return sentence
        }
        return nil
    }

    @Test("is made if it is missing, and taken if it is there")
    func made() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "out-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        for place in [path, path, path + "/", path + "/deeper"] { #expect(refusal(place) == nil) }
    }

    @Test("is not made with all that it would lie in")
    func deep() {
        let path = FileManager.default.temporaryDirectory.appending(path: "out-\(UUID().uuidString)").path
        let sentence = refusal(path + "/a/b")
        #expect(sentence?.contains("\(path)/a, in which it would lie, is not there") == true)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("that cannot be made or is a file is refused in words, with its path")
    func refused() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "out-\(UUID().uuidString)").path
        try "x".write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        #expect(refusal("/proc/foo") == "The folder /proc/foo cannot be made: nothing can be made there.")
        #expect(refusal(file) == "\(file) is a file, and a folder is wanted: choose another name.")
        #expect(refusal(file + "/x") == "The folder \(file)/x cannot be made: Not a directory.")
    }
}
