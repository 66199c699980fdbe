import Foundation
import Testing

@testable import QBXML

@Suite("Reading requests as somebody wrote them")
struct DraftReadingTests {
    private func read(_ text: String, isSequence: Bool = false) throws -> Draft {
        try Draft(reading: Array(text.utf8), isSequence: isSequence)
    }

    private func refusal(_ bytes: [UInt8]) -> DraftError? {
        do throws(DraftError) {
            _ = try Draft(reading: bytes)
            return nil
        } catch {
            return error
        }
    }

    private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }

    @Test("UTF-16, in either order and with or without its mark, is known for what it is")
    func utf16() throws {
        for text in [#"{"HostQuery": {}}"#, "<HostQueryRq/>", #"[{"HostQuery": {}}]"#] {
            for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16] {
                #expect(refusal(try bytes(text, encoding)) == .utf16, "\(text)")
            }
        }
        #expect(DraftError.utf16.sentence.contains("iconv -f UTF-16"))
    }

    @Test("text of Windows is refused with its line, unless XML declares what it is")
    func windows() throws {
        let json = try bytes("{\"CustomerAdd\":\n {\"Name\": \"Café\"}}", .windowsCP1252)
        #expect(refusal(json) == .notUTF8(line: 2))
        let xml = "<CustomerAddRq><CustomerAdd>\n<Name>Café</Name>\n</CustomerAdd></CustomerAddRq>"
        #expect(refusal(try bytes(xml, .windowsCP1252)) == .notUTF8(line: 2))
        let declared = #"<?xml version="1.0" encoding="windows-1252"?>"# + xml
        #expect(refusal(try bytes(declared, .windowsCP1252)) == nil)
        #expect(refusal(Array(xml.utf8)) == nil)
        #expect(DraftError.notUTF8(line: 2).line == 2)
    }

    @Test("a file that is no text, a .qwc file and an answer are each told apart from requests")
    func others() {
        #expect(refusal([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]) == .binary)
        #expect(refusal(Array("<QBXML>".utf8) + [0, 1, 2]) == .binary)
        for empty in ["", " \n\t", "\u{FEFF}"] { #expect(refusal(Array(empty.utf8)) == .empty) }
        for (text, part) in [
            ("<?xml version='1.0'?>\n<QBWCXML><AppName>x</AppName></QBWCXML>", ".qwc"),
            ("<QBXML>\n<QBXMLMsgsRs/></QBXML>", "an answer of QuickBooks"),
        ] {
            guard case .notRequests(let reason, line: 2) = refusal(Array(text.utf8)) else {
                Issue.record("\(text) was not refused at line 2")
                continue
            }
            #expect(reason.contains(part))
        }
    }

    @Test("a comma too many and a key without quotes are named as such")
    func slips() {
        func reason(_ text: String) -> String? {
            if case .json(let reason, _, _) = refusal(Array(text.utf8)) { reason } else { nil }
        }
        #expect(reason(#"{"HostQuery": {},}"#) == "a comma stands before \"}\"")
        #expect(reason("[{}, ]") == "a comma stands before \"]\"")
        #expect(reason("{HostQuery: {}}") == "a key in double quotes is missing")
        #expect(reason(#"{'HostQuery': {}}"#) == "a key in double quotes is missing")
    }

    @Test("objects one behind the other are a list where that is wanted, and nowhere else")
    func sequence() throws {
        let lines = "{\"HostQuery\": {}}\n\n{\"CustomerAdd\": {\"Nam\": \"x\"}}\n"
        let checked = Checker.check(try read(lines, isSequence: true))
        #expect(checked.requests.map(\.message.title) == ["HostQuery", "CustomerAdd"])
        #expect(checked.errors.map(\.pointer) == ["/1/CustomerAdd", "/1/CustomerAdd/Nam"])
        #expect(checked.errors.allSatisfy { $0.line == 3 && $0.request == 1 })
        #expect(throws: DraftError.self) { try read(lines) }
        #expect(throws: DraftError.self) { try read("{} {} []", isSequence: true) }
        #expect(throws: DraftError.self) { try read("[{}] {}", isSequence: true) }
        // One object is no list, so that it may say more than its requests.
        let one = try read(
            #"{"requests": [{"HostQuery": {}}], "onError": "continueOnError"}"#, isSequence: true)
        #expect(one.envelope.onError == "continueOnError" && one.requests.count == 1)
    }
}
