import Foundation
import Testing

/// `qbsim query` and `qbsim limits` as a person meets them.
@Suite("The simulator's commands")
struct SimulatorCommandTests {
    private func run(
        _ arguments: [String], documents: [(name: String, text: String)] = []
    ) throws -> (status: Int32, output: String, errors: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qbsim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for (name, text) in documents {
            let path = folder.appending(path: name)
            try Data(text.utf8).write(to: path)
            paths.append(path.path())
        }
        let found = try Tool.run(DaemonProcess.program("qbsim"), arguments + paths, folder: folder)
        let prefix = folder.path() + "/"
        return (
            found.status, found.output,
            found.errors.replacing(prefix, with: "").replacing(folder.path(), with: "")
        )
    }

    private static let wrong = (
        "wrong.xml",
        """
        <?xml version="1.0"?>
        <?qbxml version="13.0"?>
        <QBXML><QBXMLMsgsRq onError="stopOnError">
          <ClassQueryRq/>
          <ClassQueryRq>
            <Colour>red</Colour>
            <ActiveStatus>every</ActiveStatus>
          </ClassQueryRq>
        </QBXMLMsgsRq></QBXML>
        """
    )

    private static let unimitated = (
        "write.xml",
        """
        <?xml version="1.0"?>
        <?qbxml version="13.0"?>
        <QBXML><QBXMLMsgsRq onError="stopOnError">
          <ListDisplayAddRq requestID="4"><ListDisplayAddType>Account</ListDisplayAddType></ListDisplayAddRq>
        </QBXMLMsgsRq></QBXML>
        """
    )

    @Test("query ends with 1 at a refused document and says no more than QuickBooks does")
    func refused() throws {
        let found = try run(["query"], documents: [Self.wrong])
        #expect(found.status == 1 && found.output.isEmpty)
        #expect(
            found.errors
                == """
                wrong.xml: 0x80040400 QuickBooks found an error when parsing the provided XML text stream.

                """)
    }

    @Test("query --explain says line, place and reason of every error")
    func explained() throws {
        let found = try run(["query", "--explain"], documents: [Self.wrong])
        #expect(found.status == 1)
        let lines = found.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines.dropFirst().first?.hasPrefix(
                "wrong.xml: line 6, /QBXML/QBXMLMsgsRq/ClassQueryRq[2]/Colour: There is no <Colour>") == true)
        #expect(
            lines.last?.hasPrefix(
                "wrong.xml: line 7, /QBXML/QBXMLMsgsRq/ClassQueryRq[2]/ActiveStatus: \"every\" is none")
                == true)
    }

    @Test("query prints the answer to what is not imitated, and --explain that it is not QuickBooks' word")
    func unimitated() throws {
        let plain = try run(["query"], documents: [Self.unimitated])
        #expect(plain.status == 0 && plain.errors.isEmpty)
        #expect(plain.output.contains("<ListDisplayAddRs requestID=\"4\" statusCode=\"1030\""))
        let explained = try run(["query", "--explain"], documents: [Self.unimitated])
        #expect(explained.status == 0 && explained.output == plain.output)
        #expect(explained.errors.hasPrefix("write.xml: request 1, ListDisplayAddRq: this simulator does not"))
    }

    @Test("limits prints the page that the documentation has")
    func limits() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../packaging/doc/simulator.md").standardizedFileURL
        #expect(try run(["limits"]).output == String(contentsOf: page, encoding: .utf8))
    }
}
