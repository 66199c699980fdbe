extension Glossary {
    static let audit: [String: String] = [
        "AuditPage": "Who did what, newest first.",
        "AuditPage.next": "before of the next page; absent on the last one.",
        "AuditLine": "What somebody did, in one line of the audit trail.",
        "AuditLine.who": "A user of this machine, or a token by its name.",
        "AuditLine.uid": "Of the caller on the control socket; absent for a token.",
        "AuditLine.connector": "Absent for what belongs to none.",
        "AuditLine.hash": "SHA-256 over this line and the hash of the one before it, in hexadecimal digits.",
        "AuditVerification": "What a look through the whole audit trail came to.",
        "AuditVerification.is_intact":
            "Each line follows from the one before it, and the one that was asked for stands as it did.",
        "AuditVerification.lines": "Lines that fit, from the first on.",
        "AuditVerification.head":
            "The last line as NUMBER:HASH: kept elsewhere, it proves later that nothing before was changed.",
        "AuditVerification.fault": "The first line that does not fit; absent where all do.",
        "AuditVerification.expected_found": "Absent if no line was asked for.",
        "AuditVerification.fix": "What to do next; absent where all is well.",
        "AuditFaultEntry": "A line that does not follow from the one before it.",
        "AuditFaultEntry.at": "As the file has it.",
        "ExchangePage": "What the Web Connector and qbsyncd said to each other in a conversation.",
        "ExchangePage.is_redacted": "Names, addresses, amounts and the like are replaced by marks.",
        "ExchangePage.next": "after of the next page; absent on the last one.",
        "ExchangeEntry": "One side of one call.",
        "ExchangeEntry.operation": "The call, as the Web Connector's contract names it.",
        "ExchangeEntry.direction": "received from the Web Connector, or sent to it.",
        "ExchangeEntry.details": "What there was beside the document; never a password or a ticket.",
        "ExchangeEntry.bytes": "How long the document was; 0 for none.",
        "ExchangeEntry.left_out": "So many bytes of it were not kept, between document and ending.",
        "ExchangeEntry.document": "The qbXML; of a long one its beginning. Absent where there was none.",
        "ExchangeEntry.ending": "The end of a long one.",
        "ExchangeDetail": "A value by its name.",
    ]
}
