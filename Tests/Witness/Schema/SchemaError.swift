package import XML

/// Why schema files were not understood. Lines count from 1.
package enum SchemaError: Error, Equatable {
    /// A file is missing or cannot be read; the reason is the system's.
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    /// It is no XML.
    case malformed(XMLError)
    /// A comment that is none of those that state rules, or stands where it cannot belong.
    case remark(String, line: Int)
    /// An element of a type that the notation has no word for.
    case type(String, element: String, line: Int)
    /// An enumeration without its values, or an attribute without a word about its presence.
    case unannounced(String, line: Int)
    /// An attribute that a comment speaks of and the markup does not have.
    case absent(String, line: Int)
    /// Something that the XSD set does not use today, so that nothing here reads it.
    case foreign(String, in: String)
    /// What is needed before there is anything to derive.
    case missing(String)
    /// Something went wrong in this file.
    indirect case file(path: String, SchemaError)

    package var sentence: String {
        switch self {
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
        case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)."
        case .malformed(let error): error.sentence
        case .remark(let text, let line): "The comment at line \(line) was not understood: \(text)"
        case .type(let type, let element, let line):
            "\(element) at line \(line) has the type \(type), which the notation has no word for."
        case .unannounced(let name, let line):
            "\(name) at line \(line) lacks the comment that says what it may be."
        case .absent(let name, let line): "The element at line \(line) lacks the attribute \(name)."
        case .foreign(let tag, let place): "\(place) holds \(tag), which this program does not read."
        case .missing(let what): "There is no \(what)."
        case .file(let path, let error): "\(path): \(error.sentence)"
        }
    }
}
