import QBXML
import Testing

@Suite("QuickBooks' times")
struct StampTests {
    @Test(
        "are read in every form that QuickBooks and its users write",
        arguments: [
            ("2023-07-01T10:00:00-05:00", "2023-07-01T10:00:00"), ("2023-07-01", "2023-07-01T00:00:00"),
            ("2023-7-1", "2023-07-01T00:00:00"), ("2023-07-01T10", "2023-07-01T10:00:00"),
            ("2023-07-01T10:05", "2023-07-01T10:05:00"), ("2023-07-01 10:05:09", "2023-07-01T10:05:09"),
            ("2023-07-01T10:05:09.123Z", "2023-07-01T10:05:09"), ("2023-07-01Z", "2023-07-01T00:00:00"),
            (" 2023-07-01T10:05:09+09:30\n", "2023-07-01T10:05:09"),
            ("2024-02-29T23:59:59", "2024-02-29T23:59:59"), ("2023-07-01T1:2:3+5", "2023-07-01T01:02:03"),
        ])
    func forms(text: String, wallTime: String) {
        #expect(Stamp(text)?.wallTime == wallTime)
        #expect(Stamp.wallTime(text) == wallTime)
    }

    @Test(
        "are refused when they are no times",
        arguments: [
            "", " ", "soon", "2023", "2023-07", "2023-13-01", "2023-02-29", "1900-02-29", "2023-04-31",
            "2023-07-01T24:00:00", "2023-07-01T10:60:00", "2023-07-01T10:00:60", "2023-07-01T",
            "2023-07-01T10:", "2023-07-01T10:00:00.", "2023-07-01T10:00:00-", "2023-07-01T10:00:00-15:00",
            "2023-07-01T10:00:00-05:0", "2023-07-01x", "0000-01-01", "02023-07-01", "२०२३-07-01",
        ])
    func refusals(text: String) {
        #expect(Stamp(text) == nil)
        #expect(Stamp.wallTime(text) == text)
    }

    @Test("are compared by wall time, since QuickBooks' summer offsets are wrong")
    func order() throws {
        let earlier = try #require(Stamp("2023-07-01T10:00:00-05:00"))
        let later = try #require(Stamp("2023-07-01T10:00:01+05:00"))
        #expect(earlier < later)
        #expect(earlier.wallTime < later.wallTime)
        #expect(try #require(Stamp("2022-12-31")) < earlier)
    }

    @Test(
        "are written as they were read, in full form",
        arguments: ["-05:00", "+09:30", "+00:00", "", "-00:30"])
    func description(offset: String) {
        #expect(Stamp("2023-7-1T10:00\(offset)")?.description == "2023-07-01T10:00:00\(offset)")
    }

    @Test("keep the offset beside the wall time")
    func offsets() {
        #expect(Stamp("2023-07-01T10:00:00-05:00")?.offsetMinutes == -300)
        #expect(Stamp("2023-07-01T10:00:00Z")?.offsetMinutes == 0)
        #expect(Stamp("2023-07-01T10:00:00")?.offsetMinutes == nil)
    }
}

@Suite("An identifier")
struct IdentifierTests {
    @Test("is the same in any case, with or without braces")
    func equality() {
        #expect(
            Identifier.equal("{512349B1-1111-2222-3333-000DE1813D20}", "512349b1-1111-2222-3333-000de1813d20")
        )
        #expect(Identifier.equal(" {abc} ", "ABC"))
        #expect(!Identifier.equal("{abc}", "{abd}"))
        #expect(!Identifier.equal("", "0"))
    }

    @Test("may be malformed, which is no error and still compared")
    func malformed() {
        let short = "{00000ee-1111-ffff-cccc-5ff123456047}"
        #expect(Identifier.equal(short, "00000EE-1111-FFFF-CCCC-5FF123456047"))
        #expect(!Identifier(short).isWellFormed)
        for text in ["", "{", "}{", "{{}}", "0", "é", "----"] { #expect(!Identifier(text).isWellFormed) }
        #expect(Identifier("{512349B1-1111-2222-3333-000DE1813D20}").isWellFormed)
    }
}

@Suite("A qbXML version")
struct VersionTests {
    @Test("is read from QuickBooks' lists, of old Canadian and British editions too")
    func parsing() {
        #expect(Version("13.0") == Version(major: 13, minor: 0))
        #expect(Version("CA3.0") == Version(major: 3, minor: 0, edition: "CA"))
        #expect(Version("2.1")?.description == "2.1")
        #expect(Version("UK2.0")?.description == "UK2.0")
        for text in [
            "", "13", "13.", ".0", "13.0.0", "x", "-1.0", "+1.0", "ABC1.0", "1.00000", " 1.0", "१.0",
        ] {
            #expect(Version(text) == nil, "\(text)")
        }
    }

    @Test("is compared as numbers")
    func order() throws {
        let texts = ["1.0", "1.1", "2.0", "2.1", "9.0", "10.0", "13.0", "16.0"]
        let versions = texts.compactMap(Version.init)
        #expect(versions.count == texts.count)
        #expect(versions.sorted() == versions)
    }

    @Test("to send is 13.0 where QuickBooks takes it, else the highest that it takes")
    func toSend() {
        #expect(Version.toSend(highest: Version(major: 16, minor: 0)) == Version.preferred)
        #expect(Version.toSend(highest: Version(major: 13, minor: 0)) == Version.preferred)
        #expect(Version.toSend(highest: Version(major: 6, minor: 1)) == Version(major: 6, minor: 1))
        #expect(
            Version.toSend(highest: Version(major: 3, minor: 0, edition: "CA")).description == "CA3.0")
        #expect(Version.toSend(highest: Version(major: 0, minor: 0)) == Version.preferred)
    }
}
