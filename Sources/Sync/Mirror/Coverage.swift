package import FoundationEssentials
package import QBXML

/// What QuickBooks lets us read of one category (PC-4, pain 29): proven by asking for one record.
package struct Coverage: Equatable, Sendable {
    package enum Answer: String, CaseIterable, Sendable {
        case readable, empty, refused, withheld
        case notInThisEdition = "not in this edition"
    }

    package var answer: Answer
    /// QuickBooks' status; nil where it had none.
    package var code: Int?
    /// Why, for a person; nil where there is nothing to say.
    package var sentence: String?
    /// When records were last seen; nil if never.
    package var wasReadableAt: Date?

    package init(answer: Answer, code: Int? = nil, sentence: String? = nil, wasReadableAt: Date? = nil) {
        self.answer = answer
        self.code = code
        self.sentence = sentence
        self.wasReadableAt = wasReadableAt
    }

    init(_ answer: AnswerReading) {
        let status = answer.head.status
        switch status.severity {
        case .info, .warn:
            let count = max(answer.recordCount, answer.head.retCount ?? 0)
            self.init(answer: count > 0 ? .readable : .empty, code: status.code)
        case .error where status.isNotInThisEdition:
            self.init(answer: .notInThisEdition, code: status.code, sentence: status.sentence)
        case .error where status.isPersonalDataWithheld:
            self.init(answer: .withheld, code: status.code, sentence: status.sentence)
        case .error:
            self.init(answer: .refused, code: status.code, sentence: status.sentence)
        }
    }

    /// Days between two probes.
    static let days = 7
}

extension Status {
    /// 1030: this QuickBooks does not have the request; 3250: the feature is off or not in the edition.
    /// Asking
    /// again before somebody has changed something would turn every dot orange.
    package var isNotInThisEdition: Bool { code == 1030 || code == 3250 }

    /// 3261: it is personal data, which the application may not read. 3260 is about the user, whose role has
    /// too few rights: a refusal, which another person mends in another place.
    var isPersonalDataWithheld: Bool { code == 3261 }
}
