/// Some elements of records, so that not all of each has to be sent: `fields=TxnID,InvoiceLineRet.Amount`.
///
///     {"TxnID":"1","InvoiceLineRet":[{"TxnLineID":"2","Amount":"5.00"}]}
///     {"TxnID":"1","InvoiceLineRet":[{"Amount":"5.00"}]}
///
/// What is kept is copied as it is stored. The bytes are our own decoder's, so they are JSON without white
/// space between its signs, and are not judged again.
struct FieldSelection: Equatable, Sendable {
    /// An element without a selection of its own is kept whole.
    private var children: [[UInt8]: FieldSelection] = [:]

    init(_ paths: [[String]]) {
        for path in paths { add(path[...]) }
    }

    private init() {}

    private mutating func add(_ path: ArraySlice<String>) {
        guard let first = path.first else { return }
        let key = Array(first.utf8)
        if path.count == 1 {
            children[key] = FieldSelection()
        } else if children[key].map({ !$0.children.isEmpty }) ?? true {
            children[key, default: FieldSelection()].add(path.dropFirst())
        }
    }

    func selected(from json: [UInt8]) -> [UInt8] {
        var walk = Walk(json: json)
        var selected: [UInt8] = []
        walk.copy(self, to: &selected)
        return selected
    }

    private struct Walk {
        let json: [UInt8]
        var index = 0

        private static let quote = UInt8(ascii: "\"")

        private var byte: UInt8 { index < json.count ? json[index] : 0 }

        /// What lies between a place and here.
        private func slice(from start: Int) -> ArraySlice<UInt8> {
            json[min(start, json.count)..<min(index, json.count)]
        }

        /// Copies the selected part of the value that begins here.
        mutating func copy(_ selection: FieldSelection, to output: inout [UInt8]) {
            switch byte {
            case UInt8(ascii: "{") where !selection.children.isEmpty: copyObject(selection, to: &output)
            case UInt8(ascii: "[") where !selection.children.isEmpty: copyList(selection, to: &output)
            default:
                let start = index
                skipValue()
                output += slice(from: start)
            }
        }

        private mutating func copyObject(_ selection: FieldSelection, to output: inout [UInt8]) {
            output.append(UInt8(ascii: "{"))
            index += 1
            var isFirst = true
            while index < json.count, byte != UInt8(ascii: "}") {
                if byte == UInt8(ascii: ",") { index += 1 }
                let start = index
                skipText()
                let key = slice(from: start).dropFirst().dropLast()
                index += 1
                guard let inner = selection.children[Array(key)] else {
                    skipValue()
                    continue
                }
                if !isFirst { output.append(UInt8(ascii: ",")) }
                isFirst = false
                output += slice(from: start)
                copy(inner, to: &output)
            }
            index += 1
            output.append(UInt8(ascii: "}"))
        }

        private mutating func copyList(_ selection: FieldSelection, to output: inout [UInt8]) {
            output.append(UInt8(ascii: "["))
            index += 1
            while index < json.count, byte != UInt8(ascii: "]") {
                if byte == UInt8(ascii: ",") {
                    output.append(byte)
                    index += 1
                }
                copy(selection, to: &output)
            }
            index += 1
            output.append(UInt8(ascii: "]"))
        }

        private mutating func skipText() {
            index += 1
            while index < json.count, byte != Self.quote { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
            index = min(index + 1, json.count)
        }

        private mutating func skipValue() {
            var depth = 0
            while index < json.count {
                switch byte {
                case Self.quote: skipText()
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    index += 1
                    continue
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    depth -= 1
                    index += 1
                case UInt8(ascii: ","), UInt8(ascii: ":"):
                    index += 1
                    continue
                default:
                    // A number or a word ends where a sign of JSON comes.
                    while index < json.count, !",]}".utf8.contains(byte) { index += 1 }
                }
                if depth == 0 { return }
            }
        }
    }
}
