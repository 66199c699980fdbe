import FoundationEssentials

/// When repeated wrong passwords lock a user (AT-9). Nobody in the field publishes theirs; ours is 5 in 15
/// minutes.
package struct LockRule: Equatable, Sendable {
    package var failures: Int
    package var withinSeconds: Int

    package init(failures: Int = 5, withinSeconds: Int = 900) {
        self.failures = failures
        self.withinSeconds = withinSeconds
    }
}

/// What the shell found when it compared the password: the comparison itself needs no decision.
package enum PasswordCheck: Equatable, Sendable {
    case matches
    case wrong
}

/// One call of `authenticate`, as far as the brain needs it; the password itself stays outside.
package struct LoginAttempt: Equatable, Sendable {
    package var user: String
    package var check: PasswordCheck
    /// Where the call came from, for the sentence about a locked user.
    package var address: String

    package init(user: String, check: PasswordCheck, address: String) {
        self.user = user
        self.check = check
        self.address = address
    }
}
