import Testing

@testable import Store

/// What a new name makes of a record that refers to the entry.
@Suite struct NewNamesTests {
    @Test("a list that refers to one entry twice has the new name twice")
    func twice() {
        let json =
            #"{"ListID":"8","ItemSalesTaxRef":[{"ListID":"7","FullName":"A"},{"ListID":"7","FullName":"A"}]}"#
        let names = NewNames([Renaming(kind: "ItemSalesTax", id: "7", old: "A", new: "B")])
        let record = Referring(row: 1, kind: "ItemSalesTaxGroup", id: "8", name: "G", json: json)
        #expect(names.rewritten(record).json == json.replacing(#""A""#, with: #""B""#))
    }
}
