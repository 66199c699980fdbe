import Foundation

/// The whole project as text: what the house rules look at. Made from the checkout, or from a few bad lines
/// in a test.
struct House: Sendable {
    /// Every file that is ours, by its path from the top of the checkout.
    let files: [String: SourceText]
    /// The Swift files among them, read into tokens, sorted by path.
    let sources: [SwiftSource]

    init(files: [String: String]) {
        self.init(bytes: files.mapValues { Array($0.utf8) })
    }

    private init(bytes: [String: [UInt8]]) {
        files = Dictionary(
            uniqueKeysWithValues: bytes.map { ($0.key, SourceText(path: $0.key, bytes: $0.value)) })
        sources = files.values.filter { $0.path.hasSuffix(".swift") }
            .sorted { $0.path < $1.path }
            .map { SwiftSource($0) }
    }

    /// The checkout that this file belongs to.
    static let checkout = House(bytes: read(top))

    private static var top: URL {
        // Tests/HouseTests/Reading/House.swift: four steps up.
        (1...4).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) { url, _ in
            url.deletingLastPathComponent()
        }
    }

    /// Folders that hold our work; what a build or an editor leaves beside them is not looked at.
    private static let folders = ["Sources", "Tests", "packaging", "etc", ".ci"]
    private static let topFiles = [
        "Package.swift", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", ".swift-format",
        ".gitignore",
    ]

    private static func read(_ top: URL) -> [String: [UInt8]] {
        var paths = topFiles
        for folder in folders {
            guard let walk = FileManager.default.enumerator(atPath: top.appending(path: folder).path) else {
                continue
            }
            while let path = walk.nextObject() as? String {
                if path.split(separator: "/").last?.hasPrefix(".") ?? false {
                    walk.skipDescendants()
                } else {
                    paths.append(folder + "/" + path)
                }
            }
        }
        var result: [String: [UInt8]] = [:]
        for path in paths {
            let url = top.appending(path: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
                !isFolder.boolValue,
                let data = try? Data(contentsOf: url), !data.contains(0)
            else { continue }
            result[path] = Array(data)
        }
        return result
    }
}

/// A file's bytes and where its lines are.
struct SourceText: Sendable {
    let path: String
    let bytes: [UInt8]
    /// Without their ends. A file that ends properly has no empty line at its end.
    let lines: [Range<Int>]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var lines: [Range<Int>] = []
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            for (index, byte) in buffer.enumerated() where byte == UInt8(ascii: "\n") {
                lines.append(start..<index)
                start = index + 1
            }
            if start < buffer.count { lines.append(start..<buffer.count) }
        }
        self.lines = lines
    }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The line's text; numbers begin at 1.
    func line(_ number: Int) -> String {
        String(decoding: bytes[lines[number - 1]], as: UTF8.self)
    }

    /// Lines on which `word` stands, as a whole word or anywhere.
    func linesHolding(_ word: String, whole: Bool) -> [Int] {
        let wanted = Array(word.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var found: [Int] = []
            var start = 0
            while let hit = Self.place(of: wanted, in: buffer, from: start) {
                let after = hit + wanted.count
                let isWhole =
                    (hit == 0 || !SwiftLexer.isWord(buffer[hit - 1]))
                    && (after == buffer.count || !SwiftLexer.isWord(buffer[after]))
                if isWhole || !whole, let line = lines.firstIndex(where: { $0.upperBound >= hit }) {
                    found.append(line + 1)
                }
                start = hit + 1
            }
            return found
        }
    }

    private static func place(of word: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int?
    {
        guard let base = text.baseAddress, let first = word.first else { return nil }
        var at = start
        while at + word.count <= text.count, let hit = memchr(base + at, Int32(first), text.count - at) {
            at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            if at + word.count <= text.count, memcmp(base + at, word, word.count) == 0 { return at }
            at += 1
        }
        return nil
    }
}
