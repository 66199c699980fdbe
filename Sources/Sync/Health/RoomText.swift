/// Room on a disk, as it is told.
package enum RoomText {
    /// - Parameter isNeeded: room that somebody has to make is rounded up, so that it is enough; room that is
    ///   there is rounded down.
    package static func of(_ bytes: Int, isNeeded: Bool = false) -> String {
        let shift = bytes >= 10 << 30 ? 30 : 20
        let rest = isNeeded ? (1 << shift) - 1 : 0
        return "\((bytes + rest) >> shift) \(shift == 30 ? "GB" : "MB")"
    }
}
