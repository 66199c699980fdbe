import Foundation

/// Logs as Windows-side programs write them, with made-up companies; the folder beside this file has them.
enum LogSample {
    /// Two updates: one that QuickBooks refused with what it was, and one with nothing to do.
    static var connector: String { get throws { try text("QWCLog.txt") } }
    static var unreachable: String { get throws { try text("QWCLog-unreachable.txt") } }
    /// Separators, tabs and a source text, as QuickBooks' own log has them.
    static var processor: String { get throws { try text("qbsdklog.txt") } }

    private static func text(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: "Samples/\(name)"), encoding: .utf8)
    }
}
