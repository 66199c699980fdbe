import Foundation
import Testing

/// Bodies and files of real Web Connectors and servers, which lie beside the checkout where they exist. They
/// are not ours to ship, so without them these tests say so and pass over.
enum Samples {
    private static let reference = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/reference")

    static func files(_ folder: String, _ suffix: String, prefix: String = "") -> [String] {
        let found = try? FileManager.default.contentsOfDirectory(
            atPath: reference.appending(path: folder).path)
        return (found ?? []).filter { $0.hasSuffix(suffix) && $0.hasPrefix(prefix) }.sorted()
    }

    static func bytes(_ folder: String, _ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: reference.appending(path: folder).appending(path: name)))
    }

    static let soap = "samples/soap"
    static let qwc = "samples/qwc"
    static let wsdl = "wsdl"
    static let areThere = !files(soap, ".xml").isEmpty
    static let why: Comment = "the reference samples are not beside this checkout"
}
