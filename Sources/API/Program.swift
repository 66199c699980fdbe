/// What this build calls itself. It stands here because both sides of the socket want to know whether the
/// other is of the same release.
package enum Program {
    package static let version = "0.1.0"
}
