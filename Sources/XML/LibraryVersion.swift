import CLibXML2

/// The libxml2 that this process runs with.
package enum LibraryVersion {
    /// `2.9.14`; the library itself says `20914`.
    package static var text: String {
        let told = String(cString: cxml_version()).prefix { $0.isNumber }
        guard let number = Int(told), number >= 10_000 else { return String(told) }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }
}
