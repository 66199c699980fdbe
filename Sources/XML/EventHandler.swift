/// Who takes the events of a `Reader`.
///
/// An error thrown here stops the reader at once, and `push` or `finish` throws it. A handler must not push
/// into the reader that is calling it.
package protocol EventHandler: AnyObject {
    func start(_ name: Name, _ attributes: Attributes) throws
    /// Text, unescaped, as UTF-8. What stands between two tags comes in one piece as long as it has no more
    /// than `Reader.pieceSize` bytes, and otherwise in pieces of that size or less, which may end within a
    /// character. Comments and processing instructions do not divide it. The bytes are valid only during the
    /// call.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
    func end(_ name: Name) throws
}
