extension Write {
    /// The names that the request gives to what it makes, as they stand in its canonical form: `TxnID:one`.
    var definedMacros: [String] {
        body.withUnsafeBufferPointer { body in
            var names: [String] = []
            var place = 0
            while place + Self.definition.count <= body.count {
                guard body[place] == Self.definition[0],
                    body[place...].starts(with: Self.definition)
                else {
                    place += 1
                    continue
                }
                let start = place + Self.definition.count
                let end = body[start...].firstIndex(of: UInt8(ascii: "\"")) ?? body.count
                names.append(String(decoding: body[start..<end], as: UTF8.self))
                place = end
            }
            return names
        }
    }

    private static let definition = Array(" defMacro=\"".utf8)
}
