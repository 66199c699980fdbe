import Testing

@testable import Daemon

@Suite("Some elements of a record")
struct FieldSelectionTests {
    private func selected(_ fields: String, from json: String) -> String {
        let paths = fields.split(separator: ",").map { $0.split(separator: ".").map(String.init) }
        return String(decoding: FieldSelection(paths).selected(from: Array(json.utf8)), as: UTF8.self)
    }

    @Test(
        "are copied as they are stored",
        arguments: [
            ("A", #"{"A":"1","B":"2"}"#, #"{"A":"1"}"#),
            ("B", #"{"A":"1","B":"2"}"#, #"{"B":"2"}"#),
            ("A,C", #"{"A":1,"B":{"A":2},"C":true}"#, #"{"A":1,"C":true}"#),
            ("A.B", #"{"A":{"B":[1,2],"C":3},"B":4}"#, #"{"A":{"B":[1,2]}}"#),
            ("A.B", #"{"A":[{"B":1,"C":2},{"C":3},{"B":{"C":4}}]}"#, #"{"A":[{"B":1},{},{"B":{"C":4}}]}"#),
            ("A,A.B", #"{"A":{"B":1,"C":2}}"#, #"{"A":{"B":1,"C":2}}"#),
            ("A.B,A", #"{"A":{"B":1,"C":2}}"#, #"{"A":{"B":1,"C":2}}"#),
            ("A.B", #"{"A":"text"}"#, #"{"A":"text"}"#),
            ("Z", #"{"A":"1"}"#, "{}"), ("A", "{}", "{}"),
            ("B", #"{"A":"a \"}],{ \\","B":"é \\\""}"#, #"{"B":"é \\\""}"#),
            ("B", #"{"A":[[],{},[{"x":"]"}]],"B":null}"#, #"{"B":null}"#),
        ])
    func copies(fields: String, json: String, expected: String) {
        #expect(selected(fields, from: json) == expected)
    }

    @Test("end with the bytes, whatever those are: no damage makes it go on for ever or trap")
    func damage() {
        let json = #"{"A":{"B":["x\"",1,{"C":null}]},"D":"e"}"#
        for end in 0...json.utf8.count {
            let cut = String(decoding: json.utf8.prefix(end), as: UTF8.self)
            for fields in ["A.B.C", "D", "A"] { _ = selected(fields, from: cut) }
        }
    }
}
