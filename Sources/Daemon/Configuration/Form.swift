import Logging
import QBXML
import Timetable

/// How a kind of value is written: reads it, writes it back, and says what was expected when it cannot.
struct Form<Value: Equatable & Sendable>: Sendable {
    var shape: RawValue.Shape
    /// To follow "expected", with an example.
    var expected: String
    var read: @Sendable (RawValue) throws(Complaint) -> Value
    var write: @Sendable (Value) -> RawValue

    /// In the environment everything is text: a number is read from its digits, a list from between its
    /// commas.
    func value(fromEnvironment text: String) -> RawValue {
        switch shape {
        case .text: .text(text)
        case .integer: Int(text).map(RawValue.integer) ?? .text(text)
        case .list:
            .list(text.split(separator: ",").map { .text(String($0.drop { $0 == " " }.trimmedEnd)) })
        }
    }
}

/// What is wrong with one value, to follow the setting's name; and the nearest right one, where there is such
/// a thing.
struct Complaint: Error, Equatable {
    var problem: String
    var nearest: String?

    static func notA(_ raw: RawValue) -> Complaint { Complaint(problem: "it is \(raw.words)") }
}

extension Form {
    /// A form of text. The reader gives nil for what it cannot read.
    static func text(
        _ expected: String, read: @escaping @Sendable (String) throws(Complaint) -> Value?,
        write: @escaping @Sendable (Value) -> String
    ) -> Form {
        Form(shape: .text, expected: expected) { raw throws(Complaint) in
            guard case .text(let text) = raw, let value = try read(text) else { throw .notA(raw) }
            return value
        } write: { value in
            .text(write(value))
        }
    }

    /// The same where an empty text means "not set".
    static func optional<Wrapped: Equatable & Sendable>(_ form: Form<Wrapped>) -> Form<Wrapped?>
    where Value == Wrapped? {
        Form<Wrapped?>(shape: form.shape, expected: form.expected + ", or \"\" for none") {
            raw throws(Complaint) in
            if case .text("") = raw { return nil }
            return try form.read(raw)
        } write: { value in
            value.map(form.write) ?? .text("")
        }
    }
}

extension Form where Value == Int {
    static func count(_ range: ClosedRange<Int>) -> Form {
        Form(
            shape: .integer,
            expected: "a whole number from \(range.lowerBound) to \(range.upperBound), without quotes"
        ) { raw throws(Complaint) in
            guard case .integer(let number) = raw, range.contains(number) else { throw .notA(raw) }
            return number
        } write: { number in
            .integer(number)
        }
    }
}

extension Form where Value == Span {
    static func span(_ range: ClosedRange<Int>) -> Form {
        let (low, high) = (Span(seconds: range.lowerBound), Span(seconds: range.upperBound))
        return .text("a duration in quotes from \"\(low)\" to \"\(high)\"") { text throws(Complaint) in
            do throws(SpanError) {
                let span = try Span(parsing: text)
                return range.contains(span.seconds) ? span : nil
            } catch {
                throw Complaint(problem: error.sentence)
            }
        } write: { span in
            span.description
        }
    }
}

extension Form where Value == ByteCount {
    static func size(_ range: ClosedRange<Int>) -> Form {
        let (low, high) = (ByteCount(bytes: range.lowerBound), ByteCount(bytes: range.upperBound))
        return .text("a size in quotes from \"\(low)\" to \"\(high)\"") { text in
            ByteCount(text).flatMap { range.contains($0.bytes) ? $0 : nil }
        } write: { size in
            size.description
        }
    }
}

extension Form where Value == String {
    static let path = Form.text("an absolute path such as \"/var/lib/qbsyncd/x\"") { text in
        text.hasPrefix("/") && !text.contains("\0") ? text : nil
    } write: { path in
        path
    }

    static let name = Form.text("a name in quotes") { text in
        text.isEmpty ? nil : text
    } write: { name in
        name
    }
}

extension Form where Value == ListenAddress {
    static let address = Form.text(
        "an address and a port such as \"127.0.0.1:8180\", \"[::1]:8180\" or \"0.0.0.0:443\""
    ) { text in
        ListenAddress(text)
    } write: { address in
        address.description
    }
}

extension Form where Value == FileMode {
    static let mode = Form.text("permission bits in quotes such as \"0660\"") { text in
        FileMode(text)
    } write: { mode in
        mode.description
    }
}

extension Form where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    static var choice: Form {
        let words = Value.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        return Form.text("one of \(words)") { text throws(Complaint) in
            if let value = Value(rawValue: text) { return value }
            let nearest = Spelling.nearest(to: text, among: Value.allCases.map(\.rawValue))
            throw Complaint(problem: "it is the text \"\(text)\"", nearest: nearest.map { "\"\($0)\"" })
        } write: { value in
            value.rawValue
        }
    }
}

extension Substring {
    fileprivate var trimmedEnd: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
