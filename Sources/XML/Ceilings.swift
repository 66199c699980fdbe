/// How much of a document a `Reader` is willing to take, whoever sent it.
package struct Ceilings: Sendable, Equatable {
    /// Elements inside one another, the root counting as one. libxml2 itself stops at 256, so more has no
    /// effect.
    package var depth: Int
    /// Bytes of the whole document, as they arrive.
    package var bytes: Int
    /// Attributes of one element. libxml2 2.9 compares each with each, so their number must stay small.
    package var attributes: Int
    /// Bytes of one tag, comment or processing instruction: what libxml2 must hold until it sees the end.
    package var tag: Int

    /// 64 levels (qbXML needs 12), 256 MB (the default limit of a body), 128 attributes (qbXML has 8 at most)
    /// and 64 KB in one tag (the longest there is is a status message of some hundred bytes).
    package static let standard = Ceilings(depth: 64, bytes: 256 << 20, attributes: 128, tag: 64 << 10)

    package init(
        depth: Int = standard.depth, bytes: Int = standard.bytes, attributes: Int = standard.attributes,
        tag: Int = standard.tag
    ) {
        self.depth = depth
        self.bytes = bytes
        self.attributes = attributes
        self.tag = tag
    }
}
