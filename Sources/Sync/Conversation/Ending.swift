import FoundationEssentials
import Timetable
import WebConnector

/// The state of a conversation, as every grid, journal line and program shows it (AT-5, AT-6).
package enum ConversationState: String, CaseIterable, Sendable {
    case inProgress = "in progress"
    case success = "success"
    case configuration = "success with configuration issues"
    case errors = "finished with errors"
    case unsuccessful = "unsuccessful"

    /// A letter beside the colour, so that colour is never the only signal.
    package var letter: Character {
        switch self {
        case .inProgress: "P"
        case .success: "S"
        case .configuration: "C"
        case .errors: "E"
        case .unsuccessful: "U"
        }
    }

    package var color: String {
        switch self {
        case .inProgress: "blue"
        case .success: "green"
        case .configuration: "amber"
        case .errors: "orange"
        case .unsuccessful: "red"
        }
    }
}

/// How a conversation ended. The one source of the texts about it: history, `explain`, the journal, and what
/// the Web Connector shows the person at the workstation.
package enum Ending: Equatable, Sendable {
    case success
    /// It was let in for its requests alone: no category was read.
    case requests(answered: Int)
    /// Categories worked, but something wants a person's attention.
    case configuration([ConfigurationIssue])
    /// Titles of the categories that failed, in their order.
    case errors(categories: [String])
    /// Ended between two categories, on purpose; what is left waits for the next sync.
    /// `troubled` are categories that had failed before: stopping does not turn them green.
    case stopped(StopReason, remaining: [String], troubled: [String])
    case unsuccessful(Failure)

    package var state: ConversationState {
        switch self {
        case .success, .requests: .success
        case .stopped(_, _, let troubled): troubled.isEmpty ? .success : .errors
        case .configuration: .configuration
        case .errors: .errors
        case .unsuccessful: .unsuccessful
        }
    }

    /// A word for programs: stable, lower case.
    package var code: String {
        switch self {
        case .success: "success"
        case .requests: "requests"
        case .configuration: "configuration"
        case .errors: "errors"
        case .stopped(let reason, _, _): reason.code
        case .unsuccessful(let failure): failure.code
        }
    }

    package var sentence: String {
        switch self {
        case .success:
            // A success does not claim that every record moved (AT-7).
            return "Success: every category was exchanged, whatever there was to move."
        case .requests(let count):
            let done =
                switch count {
                case 0: "the requests that waited were seen to"
                case 1: "QuickBooks answered one request"
                default: "QuickBooks answered \(count) requests"
                }
            return "Success: \(done). No sync was due, so no category was read."
        case .configuration(let issues):
            return "Success, with configuration issues: " + issues.map(\.sentence).joined(separator: " ")
        case .errors(let categories):
            return "Finished with errors on \(categories.joined(separator: ", ")). "
                + "The reasons are in: qbsyncctl messages."
        case .stopped(let reason, let remaining, let troubled):
            let errors =
                troubled.isEmpty ? "" : " Before that, errors on \(troubled.joined(separator: ", "))."
            return reason.sentence + errors + Self.waiting(remaining)
        case .unsuccessful(let failure):
            return failure.sentence
        }
    }

    private static func waiting(_ remaining: [String]) -> String {
        guard !remaining.isEmpty else { return "" }
        return " Left for the next sync: \(remaining.joined(separator: ", "))."
    }
}

package enum StopReason: Equatable, Sendable {
    case person(String, after: String?)
    case overnightShutdown(after: String?)

    package var code: String {
        switch self {
        case .person: "stopped"
        case .overnightShutdown: "overnight-shutdown"
        }
    }

    package var sentence: String {
        switch self {
        case .person(let name, let category):
            "Stopped by \(name)" + Self.after(category) + "."
        case .overnightShutdown(let category):
            "The overnight shutdown window began, so the sync ended" + Self.after(category) + "."
        }
    }

    private static func after(_ category: String?) -> String {
        category.map { " after \($0.lowercased())" } ?? " before the first category"
    }
}

/// Something that worked, but that a person should put right.
package enum ConfigurationIssue: Equatable, Sendable {
    case cloudFolder(path: String, service: String)
    /// QuickBooks keeps a category from its user (3260 and its neighbours); a restricted user must not look
    /// green.
    case withheld(category: String, why: String)
    /// Not everything that is here can be vouched for.
    case incomplete(String)

    package var sentence: String {
        switch self {
        case .cloudFolder(let path, let service):
            "The company file \(path) lies in a \(service) folder, where QuickBooks files get damaged: "
                + "move it."
        case .incomplete(let why): why
        case .withheld(let category, let why):
            "QuickBooks withholds \(category.lowercased()): \(why)"
        }
    }
}

/// Why a conversation came to nothing (AT-8): each cause has a text of its own, so that nobody mends the
/// wrong thing.
package enum Failure: Equatable, Sendable {
    case wrongPassword(user: String, address: String, failures: Int, rule: LockRule)
    case locked(user: String, address: String)
    case disabled
    case anotherComputer(user: String, address: String, other: String)
    case wrongFile(WrongFile)
    case quickBooksUnavailable(hresult: String, message: String)
    case sessionLost(hresult: String, category: String)
    case connectionLost(during: String?)
    case closedEarly(during: String?)
    case interactiveRejected(String)

    package var code: String {
        switch self {
        case .wrongPassword: "wrong-password"
        case .locked: "locked"
        case .disabled: "disabled"
        case .anotherComputer: "another-computer"
        case .wrongFile: "wrong-company-file"
        case .quickBooksUnavailable: "quickbooks-unavailable"
        case .sessionLost: "session-lost"
        case .connectionLost: "connection-lost"
        case .closedEarly: "closed-early"
        case .interactiveRejected: "interactive-rejected"
        }
    }

    package var sentence: String {
        switch self {
        case .wrongPassword(let user, let address, let failures, let rule):
            return "Wrong password for \(user) from \(address) (failure \(failures); "
                + "\(rule.failures) within \(rule.withinSeconds / 60) minutes lock the user). "
                + "Type the right one into the Web Connector, or make a new one: qbsyncctl password \(user)."
        case .locked(let user, let address):
            return "\(user) is locked after repeated wrong passwords (this call came from \(address)). "
                + "First put the password right in the Web Connector, then: qbsyncctl unlock \(user)."
        case .disabled:
            return "This connector is disabled. To let it sync again: qbsyncctl connector enable NAME."
        case .anotherComputer(let user, let address, let other):
            return
                "\(user) at \(address) had to wait: another computer (\(other)) is syncing this company "
                + "file. Untick Auto-Run in the Web Connector on one of the two."
        case .wrongFile(let wrong):
            return wrong.sentence
        case .quickBooksUnavailable(let hresult, let message):
            return "Could not talk to QuickBooks. " + HResult.sentence(hresult, said: message)
        case .sessionLost(let hresult, let category):
            return "QuickBooks ended the session while it answered \(category.lowercased()). "
                + HResult.sentence(hresult, said: "") + " The next sync starts that category again."
        case .connectionLost(let category):
            return "Connection lost" + Self.during(category)
                + ": the Web Connector fell silent without a goodbye. "
                + "What had arrived is kept; the next sync goes on from there."
        case .closedEarly(let category):
            return "The Web Connector closed the session" + Self.during(category)
                + " before all work was done."
        case .interactiveRejected(let reason):
            return "The interactive session was refused: \(reason)"
        }
    }

    private static func during(_ category: String?) -> String {
        category.map { " during \($0.lowercased())" } ?? ""
    }
}
