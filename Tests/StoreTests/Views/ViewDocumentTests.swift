import Foundation
import Testing

@testable import Store

@Suite struct ViewDocumentTests {
    @Test("packaging/doc/views.md is what the catalog says; make views writes it anew")
    func file() throws {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../packaging/doc/views.md").standardizedFileURL
        let text = ViewDocument.text()
        if ProcessInfo.processInfo.environment["QBSYNC_WRITE_VIEWS"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
        for view in MirrorView.all { #expect(text.contains("# \(view.name)\n"), "\(view.name)") }
    }
}
