/// Something in an answer that the catalog does not know: an element where it has none, or a value that an
/// enumeration lacks. It is kept all the same; real answers hold such things.
package struct Note: Hashable, Sendable {
    /// The element that it stands in.
    package var parent: String
    /// An attribute's name has `@` in front.
    package var element: String
    /// The unknown value of a known element; nil if it is the element that is unknown.
    package var value: String?

    package init(parent: String, element: String, value: String? = nil) {
        self.parent = parent
        self.element = element
        self.value = value
    }

    package var sentence: String {
        if let value {
            return "QuickBooks gave \(element) in \(parent) the value \"\(value)\", which the catalog lacks."
        }
        let kind = element.hasPrefix("@") ? "an attribute" : "an element"
        return "QuickBooks sent \(kind) \(element) in \(parent), which the catalog does not have there."
    }
}
