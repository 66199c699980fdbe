import Foundation
import Systemd
import Testing

@testable import qbsyncctl

@Suite("What a support bundle lets through")
struct RedactionTests {
    private func tree(_ json: String) throws -> JSONTree {
        try JSONDecoder().decode(JSONTree.self, from: Data(json.utf8))
    }

    private var learned: Redaction {
        get throws {
            var redaction = Redaction(withNames: false)
            redaction.learn(
                connectors: try tree(
                    #"""
                    [{"name":"acme","company_name":"Acme Widgets Inc",
                      "users":[{"name":"acme"},{"name":"kim"}],
                      "settings":{"title":"Acme Widgets","company_file":"C:\\Books\\Widgets.QBW",
                                  "workstation":"FRONTDESK"}}]
                    """#))
            return redaction
        }
    }

    @Test("a field that no list names is withheld, whatever it is, also one that a later version adds")
    func unknown() throws {
        var redaction = try learned
        let told = redaction.document(
            try tree(#"{"state":"online","novelty":"Ann Smith","amount":12.5,"deep":{"is_new":true}}"#),
            keeping: ["state"])
        #expect(told["state"]?.string == "online")
        #expect(told["novelty"]?.string == "(withheld, 9 characters)")
        #expect(told["amount"]?.string == "(withheld)")
        #expect(told["deep"]?["is_new"]?.string == "(withheld)")
    }

    @Test("names become the same pseudonym everywhere, in fields and within sentences of ours")
    func names() throws {
        var redaction = try learned
        let told = redaction.document(
            try tree(
                #"""
                {"title":"Acme Widgets","user":"kim","workstation":"FRONTDESK","address":"192.0.2.7",
                 "fix":"On FRONTDESK open Widgets.QBW of Acme Widgets Inc: qbsyncctl unlock kim (acme)"}
                """#), keeping: ["fix"])
        let title = try #require(told["title"]?.string)
        #expect(title.hasPrefix("title-") && told["user"]?.string == "user-1")
        #expect(told["address"]?.string == "address-1")
        #expect(
            told["fix"]?.string
                == "On workstation-1 open company_file-2 of company_name-1: qbsyncctl unlock user-1 (acme)")
    }

    @Test("of a withheld text its codes are told, since they say what was wrong")
    func codes() {
        #expect(
            Redaction.withheld("Ann: 0x80040400 (QBWC1042), see \"Ann\"")
                == "(withheld, 37 characters; in it: 0x80040400, QBWC1042)")
    }

    @Test("a condition of this machine keeps its sentence, and one of a connector does not")
    func conditions() throws {
        var redaction = try learned
        let told = redaction.document(
            try tree(
                #"""
                {"conditions":[
                  {"code":"disk-nearly-full","severity":"error","sentence":"30 MB are free."},
                  {"code":"category-failing","severity":"warning","connector":"acme",
                   "sentence":"\"Ann\" is no"}]}
                """#), keeping: KeptFields.conditions)
        let sentences = (told["conditions"]?.items ?? []).compactMap { $0["sentence"]?.string }
        #expect(sentences == ["30 MB are free.", "(withheld, 11 characters)"])
    }

    @Test("everything is let through where somebody asked for it")
    func asked() throws {
        var redaction = Redaction(withNames: true)
        let all = try tree(#"{"title":"Acme Widgets","sentence":"Ann"}"#)
        #expect(redaction.document(all, keeping: []) == all)
    }

    @Test("entries of the journal keep their fields, and their text only where it is our own words")
    func journal() throws {
        var pseudonyms = try learned.pseudonyms
        let excerpt = JournalExcerpt(
            plainKinds: ["aa"], fixedSentences: ["Success, as ever."], withNames: false)
        func entry(_ rest: String) -> String {
            #"{"__REALTIME_TIMESTAMP":"1795269900000000","PRIORITY":"4",\#(rest)}"#
        }
        let lines = excerpt.lines(
            [
                entry(
                    #""MESSAGE_ID":"bb","MESSAGE":"acme: \"Ann Smith\" 0x80040400","#
                        + #""QBSYNC_CONNECTOR":"acme","QBSYNC_USER":"kim","#
                        + #""QBSYNC_TICKET":"0123456789abcdef","QBSYNC_NEW":"Ann""#
                ),
                entry(#""MESSAGE_ID":"aa","MESSAGE":"qbsyncd is ready.""#),
                entry(#""SYSLOG_IDENTIFIER":"systemd","MESSAGE":"Started qbsyncd.service.""#),
                entry(#""MESSAGE":[65,66]"#), "no json",
                entry(
                    #""MESSAGE_ID":"fa8192ba0a82411699775b0163bb292d","MESSAGE":"Success, as ever.""#),
            ].joined(separator: "\n"), &pseudonyms)
        #expect(
            lines == [
                "2026-11-21T14:05:00Z <4> [bb] connector=acme new=(withheld, 3 characters) "
                    + "ticket=012345… user=user-1 (withheld, 28 characters; in it: 0x80040400)",
                "2026-11-21T14:05:00Z <4> [aa] qbsyncd is ready.",
                "2026-11-21T14:05:00Z <4> Started qbsyncd.service.",
                "2026-11-21T14:05:00Z <4> (withheld, 9 characters)",
                "2026-11-21T14:05:00Z <4> [\(MessageID.checkedIn.subject)] Success, as ever.",
            ])
    }

    @Test("a sentence of our own tables is let through, and one that only begins like it is not")
    func fixed() throws {
        var redaction = Redaction(withNames: false)
        redaction.fixedSentences = ["Success."]
        let told = redaction.document(
            try tree(#"{"sentence":"Success.","trouble":"Success. Ann"}"#), keeping: [])
        #expect(told["sentence"]?.string == "Success.")
        #expect(told["trouble"]?.string == "(withheld, 12 characters)")
    }

    @Test("of what is wrong with a configuration the place stays, and nothing that stands there")
    func complaints() {
        let told = SupportGathering.withoutQuotations(
            #"c.toml:2: login.failures: it is the text "hun"ter2"; expected a number"#)
        #expect(told == "c.toml:2: login.failures: it is the text (withheld); expected a number")
        let parsed = SupportGathering.withoutQuotations("c.toml:2: this is not TOML: near hunter2")
        #expect(parsed == "c.toml:2: this is not TOML: (withheld)")
    }
}
