/// The name of an element or attribute, as libxml2 holds it: without its prefix, with its namespace's
/// address.
///
/// libxml2 interns names: within one document equal names have equal pointers, so a handler may remember
/// `local` of a name it has seen and compare addresses afterwards. The pointers live as long as the `Reader`,
/// not longer.
package struct Name {
    /// UTF-8 ending in NUL.
    package let local: UnsafePointer<UInt8>
    /// UTF-8 ending in NUL; nil for a name in no namespace.
    package let namespace: UnsafePointer<UInt8>?

    package var string: String { String(cString: local) }
    package var namespaceString: String? { namespace.map { String(cString: $0) } }

    /// Whether the local name is exactly `name`, without making a `String`.
    package func matches(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        return name.withUTF8Buffer { wanted in
            for index in 0..<count where local[index] != wanted[index] { return false }
            return local[count] == 0
        }
    }
}
