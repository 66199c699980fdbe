extension MessageID {
    /// Kinds whose text is made of our own words, settings and numbers: what QuickBooks said, and what people
    /// called things, never stands in them. A new kind is not among them until somebody has looked.
    package static let plain: Set<MessageID> = [
        .daemonReady, .daemonStopping, .configurationReloaded, .configurationRefused, .configurationAmiss,
        .storeFault, .watchdogWithheld, .daemonFailed, .databaseUpgraded, .spoolSwept, .listening,
        .socketUnclaimed, .controlSocketAmiss, .connectionsFull, .connectionsCut, .certificateRefused,
        .unknownTicket, .requestRefused, .categoryDone, .iteratorLost, .answerTooLarge, .syncDue,
        .conditionEnded, .databaseRestored, .databaseInUse, .auditHead, .journalBack,
    ]
}
