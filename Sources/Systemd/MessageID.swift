/// The kinds of events in the journal, each with its number: `journalctl MESSAGE_ID=…` finds all of a kind,
/// and `journalctl -x` explains it from `packaging/qbsyncd.catalog`.
///
/// A number was drawn at random once and never changes: people's searches and alarms hang on it. A new kind
/// needs a number of its own (`journalctl --new-id128`, or `uuidgen`) and an entry in the catalog; a test
/// compares the two.
package enum MessageID: String, CaseIterable, Sendable {
    // The service itself.
    case daemonReady = "c6f00e99d9e4417bb4d03410e23a918f"
    case daemonStopping = "4536ac139f2d450d9efba56f9d950bf4"
    case configurationReloaded = "242fef1757f245f4b4d55d17438b32f7"
    case configurationRefused = "37960dd5125d40ca898b987cc174a94d"
    case configurationAmiss = "e15532e5613c46fdbe21749011cff828"
    case storeFault = "1e81999b5dee45a68feaaf894e2a82e9"
    case watchdogWithheld = "a3c81d9e58984314811c8b53126fd5d1"
    case daemonFailed = "d84fd89a61ec46288232d377a4563766"
    case databaseUpgraded = "c444f0708eea4b48abe7788c71ee20da"
    case spoolSwept = "aca6e0c83a464596839cd0ddf541d48d"
    case listening = "ffaa6757031641b4a018e7ebbd92a577"
    case socketUnclaimed = "02f65fe76452493f8f9906c24739dcd4"
    case controlSocketAmiss = "8b6643438d0d4924ade57bb825802bdd"
    case connectionsFull = "1869496666a8457bb4fbada25c21fbdd"
    case connectionsCut = "2d030aa8ec8e4361aeeb8e59b109ad4b"
    case certificateRefused = "0a313c41502849129ea10046d072b60f"

    // The Web Connector's calls. Field: reference, address.
    case fault = "8f1dbbbcc0074177af39e05a35a29fd2"
    case unknownTicket = "baba278438064f0cb18680ceb957dec9"
    case responseKept = "5b954f08fe0c495e9635dc69fb34f5e5"
    case requestRefused = "17238139871d46058c189282e9e13cc0"
    case tlsFailed = "42e03d4df2914983a2e585921041fc2b"
    case routeFailed = "bb24524a37ff4d2fb5537f14e2593f1f"

    // Logins. Fields: connector, user, address.
    case checkedIn = "fa8192ba0a82411699775b0163bb292d"
    case loginRefused = "b8b367ca88a6461f9ef8fb4d4fa98305"
    case userLocked = "470353d037884ff4a3d5c9a807c07413"

    // Conversations. Fields: connector, ticket, user, address, trigger, state, category.
    case conversationBegan = "12e52310ea93499ab044a22015ea78ae"
    case conversationEnded = "887bbf6c7112476883e9c4269e5c629c"
    case categoryDone = "79e497e0d9ac4db3a926928c844c2cec"
    case categoryFailed = "0c1b392440b94517bed79268e632f953"
    case iteratorLost = "2f0642b227894531903046c79d7679e2"
    case answerTooLarge = "3686c8b60a2647b78dcc55d81dad1a59"
    case answerNoted = "d952ec0638894e59bfa3deec7c8f1ef6"

    // Connectors. Field: connector.
    case companyBound = "f07ae6f39a884d62aaf81833baa41b26"
    case wrongCompanyFile = "39bbe1626077486bac09061e6c2a81dc"
    case syncDue = "089011236c904be2acd055cc98948c8e"
    case syncOverdue = "30e7672bf976411c8e9834330d1983d3"
    case order = "1a0c3359dbe24dfbb07c191f41ec0025"

    // Webhooks. Fields: webhook, host.
    case webhookDisabled = "b465d2c2b1c84db1957eaf504485f597"
    case webhookGaveUp = "30498b303c7349289713e102892e6d34"

    // Conditions. Fields: condition, connector.
    case conditionBegan = "5854edb21be14cadb9b2494346d7915e"
    case conditionEnded = "ace1b4a6959c49f5801b1009939df4e1"

    // The audit trail. Fields: audit_number, audit_hash.
    case auditHead = "0ca7cfca4ce44b409bae669df3d1ff11"

    // Copies.
    case databaseRestored = "540f494a428a4badb7fe470e9ac9a82a"
    case databaseInUse = "910b5413a9b04d3d8b2127e3ad6ab0b8"

    // The journal itself.
    case journalBack = "592aa33612894f579f07ac133099c6d4"

    /// The metadata key under which a log call names its kind: `["message_id": "\(MessageID.daemonReady)"]`.
    package static let key = "message_id"

    /// The line above the explanation in `journalctl -x`.
    package var subject: String {
        switch self {
        case .daemonReady: "qbsyncd is ready"
        case .daemonStopping: "qbsyncd is stopping"
        case .configurationReloaded: "The configuration was read again"
        case .configurationRefused: "The new configuration is wrong and was not taken"
        case .configurationAmiss: "Something is amiss with the configuration"
        case .storeFault: "The database could not be read or written"
        case .watchdogWithheld: "qbsyncd found itself stuck"
        case .daemonFailed: "qbsyncd could not start or go on"
        case .databaseUpgraded: "The database was brought up to a new version"
        case .spoolSwept: "Unfinished answers were taken away"
        case .listening: "A socket listens"
        case .socketUnclaimed: "systemd holds a socket that nobody answers"
        case .controlSocketAmiss: "The control socket could not be given to its group"
        case .connectionsFull: "All connections are in use"
        case .connectionsCut: "Connections were cut at a stop"
        case .certificateRefused: "The new certificate is wrong and was not taken"
        case .fault: "A call of a Web Connector was answered with a fault"
        case .unknownTicket: "A Web Connector used a ticket that is not known here"
        case .responseKept: "An answer of QuickBooks could not be processed and was kept"
        case .requestRefused: "A request was refused before it was read"
        case .tlsFailed: "A client and qbsyncd did not agree on TLS"
        case .routeFailed: "A request failed inside qbsyncd"
        case .checkedIn: "A Web Connector checked in, and nothing was due"
        case .loginRefused: "A login was refused"
        case .userLocked: "A user was locked after wrong passwords"
        case .conversationBegan: "A conversation began"
        case .conversationEnded: "A conversation ended"
        case .categoryDone: "A category is complete"
        case .categoryFailed: "A category failed"
        case .iteratorLost: "QuickBooks lost its place in a category"
        case .answerTooLarge: "An answer was larger than the endpoint takes"
        case .answerNoted: "An answer held what qbsyncd does not know"
        case .companyBound: "A connector was bound to its company file"
        case .wrongCompanyFile: "Another company file answered"
        case .syncDue: "A sync is due"
        case .syncOverdue: "A sync is overdue"
        case .order: "Somebody gave an order"
        case .webhookDisabled: "A webhook was switched off"
        case .webhookGaveUp: "An event did not reach a webhook and was given up"
        case .conditionBegan: "Something wants attention"
        case .conditionEnded: "Something that wanted attention is over"
        case .auditHead: "The last line of the audit trail"
        case .databaseRestored: "The database was put back to a copy of itself"
        case .databaseInUse: "Another process has the database"
        case .journalBack: "The journal takes entries again"
        }
    }

    /// What the journal takes as a MESSAGE_ID: 32 hexadecimal digits, written small.
    static func isWellFormed(_ id: String) -> Bool {
        id.utf8.count == 32
            && id.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }
}

extension MessageID: CustomStringConvertible {
    package var description: String { rawValue }
}
