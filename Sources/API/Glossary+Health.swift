extension Glossary {
    static let health: [String: String] = [
        "ConditionReport": "What is wrong, or merely so, the gravest first.",
        "ConditionReport.past": "Those that are over, the latest first; only with past=N.",
        "ConditionEntry": "A condition that somebody has, with what was seen of it.",
        "ConditionEntry.code": "A word that stays the same, such as quiet or disk-nearly-full.",
        "ConditionEntry.severity":
            "error: nothing works until somebody acts; warning: something is missing or will be; notice: it "
            + "explains why nothing happens.",
        "ConditionEntry.connector": "Absent for the whole installation.",
        "ConditionEntry.subject": "The user or the category, where there can be several.",
        "ConditionEntry.sentence": "What is so, here and now.",
        "ConditionEntry.meaning": "What the condition means wherever it comes.",
        "ConditionEntry.mover": "Whose move it is.",
        "EvidenceEntry": "What was seen.",
        "EvidenceEntry.at": "When; absent for what has no time of its own.",
        "PastCondition": "A condition that began and ended.",
        "ConnectorStatus.conditions": "What is wrong with it, the gravest first; absent where nothing is.",
        "ConnectorStatus.waits_for": "What the timetable says; absent while a sync runs.",
        "ConnectorStatus.waits_since": "Since when that holds it up.",
        "DoctorReport": "The whole installation, looked through when it was asked for.",
        "DoctorReport.checks": "In the order in which they were made.",
        "DoctorReport.conditions": "Of the installation and of all connectors, the gravest first.",
        "DoctorCheck": "One thing that was looked at.",
        "DoctorCheck.state": "ok, warning or error.",
        "FoundConversation": "The conversation whose calls carried a ticket.",
        "StatusReport.conditions": "Those of the whole installation; absent where there are none.",
    ]
}
