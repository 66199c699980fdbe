package import FoundationEssentials
import QBXML
package import Sync

/// Why requests wait.
extension Snapshot {
    /// What those of a connector wait for; nil if there is no such connector.
    package func requestOutlook(connector name: String, now: Date) throws -> RequestOutlook? {
        try connectorFacts(named: name).first.map { facts in
            RequestOutlook(facts, restEnd: try restEnd(connector: facts.connector.id, now: now), now: now)
        }
    }
}
