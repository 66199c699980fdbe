/// The attributes of the element that is just beginning; valid only within the handler's `start`.
///
/// libxml2 hands over five pointers for each: local name, prefix, namespace, and the value's first and
/// past-the-end byte. Values are unescaped UTF-8 without a NUL at the end.
package struct Attributes: RandomAccessCollection {
    package typealias Element = (name: Name, value: UnsafeBufferPointer<UInt8>)

    private static let stride = 5

    let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    package let count: Int

    init(pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
        self.pointers = pointers
        self.count = pointers == nil ? 0 : count
    }

    /// The value of the first attribute of this local name, in whatever namespace.
    package subscript(name: StaticString) -> String? {
        for index in 0..<count where self.name(index).matches(name) {
            return String(decoding: value(index), as: UTF8.self)
        }
        return nil
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(index: Int) -> Element { (name(index), value(index)) }

    private func name(_ index: Int) -> Name {
        // The local name is never absent; an empty C string stands in so that no trap is possible.
        Name(
            local: pointers?[index * Self.stride] ?? Self.nothing,
            namespace: pointers?[index * Self.stride + 2])
    }

    private func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard let start = pointers?[index * Self.stride + 3], let end = pointers?[index * Self.stride + 4]
        else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    private static var nothing: UnsafePointer<UInt8> { ("" as StaticString).utf8Start }
}
