/// The connector's place within the interval: the van der Corput sequence, that is the slot's bits read
/// backwards.
///
///     slot     0    1    2    3    4    5    6    7
///     place   0/8  4/8  2/8  6/8  1/8  5/8  3/8  7/8
///
///     along the interval:   0----4----2----6----1----5----3----7----
///
/// Every new slot falls into the middle of one of the widest gaps that the earlier ones left, and moves none
/// of them: the offsets are stable by construction and need no table. With any number of slots the widest gap
/// is at most twice the ideal one (and one second more, since offsets are whole seconds).
///
/// **Distinct**: as long as the number of slots is at most the greatest power of two not above the interval
/// (4096 for two hours, 256 for five minutes), no two share a second. Beyond that the seconds run short and
/// some are shared, as few connectors on each as can be: among n slots no second has more than `2 * n /
/// interval + 1`. Sharing a second is harmless: the Web Connector's own timer decides when anyone really
/// comes, and a workstation serves one at a time.
package enum Stagger {
    /// Seconds after each full interval, from 0 up to but not including `interval`.
    ///
    /// - Parameters:
    ///   - slot: from 0; only its lower 32 bits count.
    ///   - interval: in seconds; below 1 counts as 1.
    package static func offset(slot: Int, interval: Int) -> Int {
        let reversed = UInt64(reverse(UInt32(truncatingIfNeeded: slot)))
        let wide = UInt64(min(max(1, interval), Int(UInt32.max)))
        // The fraction reversed / 2^32 of the interval, exact in whole numbers.
        return Int((reversed * wide) >> 32)
    }

    /// Swaps neighbouring bits, then pairs, then nibbles; the bytes turn over at the end.
    private static func reverse(_ bits: UInt32) -> UInt32 {
        var word = bits
        word = (word >> 1) & 0x5555_5555 | (word & 0x5555_5555) << 1
        word = (word >> 2) & 0x3333_3333 | (word & 0x3333_3333) << 2
        word = (word >> 4) & 0x0F0F_0F0F | (word & 0x0F0F_0F0F) << 4
        return word.byteSwapped
    }
}
