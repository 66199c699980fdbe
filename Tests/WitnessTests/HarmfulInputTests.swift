import Testing
import Witness

/// Inputs that once did harm, cut down to what did it. Those that took too long are among `HostileShape`.
@Suite("Inputs that once did harm")
struct HarmfulInputTests {
    @Test(
        "break no promise any more",
        arguments: [
            // The reader read behind its bytes: an escape within a name of $order.
            (FuzzTarget.json, ##"{"TxnVoid": {"$order": ["\u0041"]}}"##),
            (.json, ##"{"InvoiceAdd": {"CustomerRef": {"ListID": "1"}, "$order": ["Customer\u0052ef"]}}"##),
            // Attributes went out in the order of their keys.
            (
                .json,
                ##"{"CustomerQuery": {"@iterator": "Start", "@metaData": "NoMetaData", "MaxReturned": 1}}"##
            ),
            // A document of subscriptions was refused when it was read again.
            (.json, ##"{"UIEventSubscriptionQuery": {"SubscriberID": "0"}}"##),
        ])
    func harmless(target: FuzzTarget, text: String) {
        for variant in 0..<8 {
            let outcome = FuzzTrial().run(
                FuzzInput(target: target, variant: UInt64(variant), bytes: Array(text.utf8)))
            if case .broken(let problem) = outcome { Issue.record("\(text): \(problem)") }
        }
    }
}
