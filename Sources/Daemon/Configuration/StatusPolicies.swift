package import Sync

/// What a person wants to be made of some of QuickBooks' status codes, instead of what qbsyncd makes of them.
package struct StatusPolicies: Equatable, Sendable {
    package var byCode: [Int: WritePolicy] = [:]

    package static let none = StatusPolicies()
}

extension Form where Value == StatusPolicies {
    /// Texts such as `3170 again`.
    static let policies = Form(
        shape: .list,
        expected: "a list such as [\"3170 again\", \"3175 refused\"], of codes from 1000 on but 3200 and 3231"
    ) { raw throws(Complaint) in
        guard case .list(let values) = raw else { throw .notA(raw) }
        var policies = StatusPolicies()
        for value in values {
            guard case .text(let text) = value else { throw .notA(raw) }
            let words = text.split(separator: " ")
            guard words.count == 2, let code = Int(words[0]), WritePolicy.isChoosable(code),
                let policy = WritePolicy(word: String(words[1]))
            else { throw Complaint(problem: "it contains \(value.words)") }
            if policies.byCode.updateValue(policy, forKey: code) != nil {
                throw Complaint(problem: "it names \(code) twice")
            }
        }
        return policies
    } write: { policies in
        .list(policies.byCode.sorted { $0.key < $1.key }.map { .text("\($0.key) \($0.value.word)") })
    }
}
