/// Somebody has open in a window what the documents of this update write: status 3175.
package struct BusyRecords: SimulatedFault {
    package let title = "records-busy"

    package init() {}

    package func interruption(ofExchange number: Int) -> Interruption? { .recordsBusy }
}
