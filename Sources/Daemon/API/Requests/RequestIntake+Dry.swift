import API
import QBXML
import Store
import Sync

/// What of a dry run's document would be otherwise when it goes out.
extension RequestIntake {
    var values: [DryValue] {
        checked.draft.links.map { DryValue(token: $0.token, from: $0.request, path: $0.path) }
    }

    /// In a sentence; nil where it would go out as it is shown.
    func departures(_ requests: [QueuedRequest]) -> String? {
        let sets = leastSets(requests)
        let several =
            sets < 2
            ? nil
            : "It is shown in one document and goes out in \(sets) message sets at least: what asks travels "
                + "alone, and what waits for another, or changes the same record, comes after its answer."
        let filled =
            values.isEmpty
            ? nil : "Values of other requests are filled in when these have succeeded; tokens stand for them."
        let all = [several, filled].compactMap { $0 }
        return all.isEmpty ? nil : all.joined(separator: " ")
    }

    /// As `Batch` forms them, if QuickBooks is fast enough to take all in one.
    private func leastSets(_ requests: [QueuedRequest]) -> Int {
        var sets = 0
        var records: Set<String> = []
        var bundle: Int?
        var isOpen = false
        for (place, request) in requests.enumerated() {
            let waits = isChained && place > 0 || request.links.contains { $0.request.hasPrefix("#") }
            let isTied = request.bundle != nil && request.bundle == bundle
            let asks = request.subject.operation == nil
            let isSecond = request.subject.id.map { !records.insert($0).inserted } ?? false
            let goesAlong = isOpen && !asks && request.bundle == bundle && !waits && !isSecond
            if !goesAlong, !(isOpen && isTied) {
                sets += 1
                records = request.subject.id.map { [$0] } ?? []
            }
            isOpen = !asks
            bundle = request.bundle
        }
        return sets
    }
}
