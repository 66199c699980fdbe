package import QBXML
package import Timetable

/// QuickBooks' times by the clocks of the computer that it runs on.
extension Record {
    /// When it was made.
    package func created(in zone: Zone) -> CorrectedTime? { created(offsets: zone.offsets(onWall:)) }

    /// When it was changed last.
    package func modified(in zone: Zone) -> CorrectedTime? { modified(offsets: zone.offsets(onWall:)) }
}
