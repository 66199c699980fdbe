package import WebConnector

/// What is known of a condition before anybody has it.
package struct ConditionText: Equatable, Sendable {
    package var title: String
    package var severity: Condition.Severity
    package var meaning: String
    package var fix: String
    package var whoMustAct: Actor
    /// Seconds for which it must have been so before it is told.
    package var showsAfter: Int

    init(
        _ title: String, _ severity: Condition.Severity, _ whoMustAct: Actor, after: Int = 0,
        _ meaning: String,
        fix: String
    ) {
        self.title = title
        self.severity = severity
        self.meaning = meaning
        self.fix = fix
        self.whoMustAct = whoMustAct
        showsAfter = after
    }
}

extension Condition {
    package var text: ConditionText {
        isOfInstallation ? ofInstallation : ofConnector ?? ofQuickBooks ?? ofContent
    }

    private var ofInstallation: ConditionText {
        switch self {
        case .diskNearlyFull:
            ConditionText(
                "The disk is nearly full", .error, .administrator,
                "The disk of the database has little room left. Below 64 MB check-ins are told that qbsyncd "
                    + "is busy, so that no answer of QuickBooks comes that could not be kept.",
                fix: "Make room on that disk, or move the database to a larger one.")
        case .filesShort:
            ConditionText(
                "Few file descriptors are left", .error, .administrator,
                "Nearly as many files and connections are open as the system allows; soon no further one is "
                    + "taken.",
                fix: "Raise LimitNOFILE= of the unit, or lower listen.connection_limit.")
        case .journalUnwritable:
            ConditionText(
                "The journal takes nothing", .warning, .administrator,
                "What happens is not written down; the syncs go on.",
                fix: "Look at systemd-journald and its disk: systemctl status systemd-journald.")
        case .clockJumped:
            ConditionText(
                "The clock of this machine jumped", .warning, .administrator,
                "The time of day moved although no time had passed. Timetables follow the new time; ages and "
                    + "silences that were measured across the jump are wrong once.",
                fix: "Let a time service keep the clock: timedatectl set-ntp true.")
        case .certificateExpires:
            ConditionText(
                "The certificate is near its end", .warning, .administrator,
                "When it has expired, the Web Connector refuses to speak with this server (QBWC1048).",
                fix: "Renew it, then: systemctl reload qbsyncd (restart, for a credential); at a proxy, "
                    + "reload that.")
        case .databaseRestored:
            ConditionText(
                "The database was put back to a copy", .warning, .administrator,
                "What happened since the copy was made is lost here, and stands in QuickBooks. Requests that "
                    + "may have been sent since are looked for there before they are sent, and all records "
                    + "are compared.",
                fix:
                    "See qbsyncctl request list NAME --state queued,sent,unknown; and queue nothing "
                    + "anew that was queued since the copy without a look into QuickBooks.")
        case .addressUnreachable:
            ConditionText(
                "The public address does not answer as it should", .warning, .administrator, after: 900,
                "Looked at from this machine as the Web Connector would, listen.public_url fails. A router "
                    + "that does not lead its own address back in can make it look so from inside only.",
                fix: "See all that was looked at: qbsyncctl preflight")
        default:
            ConditionText(
                "The database is in trouble", .error, .administrator,
                "The database could not be read or written. Calls of the Web Connector are answered without "
                    + "it: no sync begins, and what is under way ends; QuickBooks is asked again later.",
                fix: "Look at the disk and the journal: journalctl -u qbsyncd -p err. A damaged file is put "
                    + "back from a backup: qbsyncctl restore COPY")
        }
    }

    private var ofConnector: ConditionText? {
        switch self {
        case .userLocked:
            ConditionText(
                "A user is locked", .error, .administrator,
                "Wrong passwords came so often that the user is let in no more.",
                fix: "First put the password right in the Web Connector, then: qbsyncctl unlock USER")
        case .wrongPassword:
            ConditionText(
                "The password is wrong", .error, .workstation,
                "The Web Connector comes with a password that is not the one that was shown.",
                fix:
                    "Enter the right password in the Web Connector, or make a new one: qbsyncctl password "
                    + "USER"
            )
        case .twoInstalls:
            ConditionText(
                "Two computers sync one company file", .warning, .workstation,
                "Two Web Connectors hold the same .qwc file; they get in each other's way.",
                fix: "Untick Auto-Run in the Web Connector on one of the two computers.")
        case .wrongCompanyFile:
            ConditionText(
                "Another company file answered", .error, .workstation,
                "The open company file is not the one that the connector is bound to; nothing is read from "
                    + "it.",
                fix: "Open the right company file, or bind anew: qbsyncctl connector rebind NAME")
        case .autoRunOff:
            ConditionText(
                "Auto-Run is off", .warning, .workstation,
                "The Web Connector checks in only when somebody presses Update Selected.",
                fix: "Tick Auto-Run for this application in the Web Connector.")
        case .asleep:
            ConditionText(
                "The workstation sleeps at this hour", .notice, .workstation,
                "It was silent at this hour on most of the last days, and checks in at others.",
                fix: "Keep the computer awake at these hours, or give the connector a shutdown window that "
                    + "covers them.")
        case .quiet:
            ConditionText(
                "The Web Connector is quiet", .error, .workstation,
                "At least three check-ins that were to be expected did not come.",
                fix: "On the QuickBooks computer: is it awake, is the Windows user logged in, is the Web "
                    + "Connector running, and is Auto-Run ticked?")
        case .neverCheckedIn:
            ConditionText(
                "No Web Connector has ever checked in", .notice, .workstation,
                "The connector was made here, and nobody has paired a computer with it yet.",
                fix: "Download the file with qbsyncctl qwc NAME, and add it to the Web Connector.")
        case .nightWindow:
            ConditionText(
                "Overnight shutdown", .notice, .nobody,
                "Nothing starts in the overnight shutdown window.",
                fix: "To sync all the same: qbsyncctl sync NAME --during-shutdown")
        case .paused:
            ConditionText(
                "Paused", .notice, .administrator, "Somebody has paused the connector; nothing starts.",
                fix: "qbsyncctl resume NAME")
        case .disabled:
            ConditionText(
                "Disabled", .notice, .administrator, "Somebody has disabled the connector.",
                fix: "qbsyncctl connector enable NAME")
        default: nil
        }
    }

    private var ofQuickBooks: ConditionText? {
        switch self {
        case .quickBooksDialog:
            ConditionText(
                "A window in QuickBooks waits for an answer", .error, .workstation, after: 600,
                "A window on the screen of that computer holds QuickBooks up (0x80040414).",
                fix: "Answer or close the window in QuickBooks.")
        case .anotherCompanyOpen:
            ConditionText(
                "Another company is open in QuickBooks", .warning, .workstation, after: 600,
                "Somebody works in another company file on that computer (0x8004040A).",
                fix: "Close that company when its work is done.")
        case .quickBooksPermission:
            ConditionText(
                "QuickBooks does not let the application in", .error, .quickBooksAdmin,
                "The permission for this application is missing, was refused or has run out.",
                fix: "As Admin in single-user mode, press Update Selected and answer \"Yes, always\".")
        case .quickBooksBusy:
            ConditionText(
                "QuickBooks is busy", .warning, .nobody, after: 3600,
                "QuickBooks was starting, in another mode, or held by another application.",
                fix: "The next sync tries again. If it comes back often, give the other one different hours.")
        case .quickBooksUnavailable:
            ConditionText(
                "QuickBooks cannot be reached", .error, .workstation, after: 600,
                "The Web Connector checks in, and QuickBooks does not answer it.",
                fix: "Open QuickBooks with the company file by hand once; the sentence names the cause.")
        case .syncOverdue:
            ConditionText(
                "A sync is overdue", .warning, .workstation,
                "A sync was due, and none has begun for longer than the grace of a quarter of an hour or two "
                    + "check-ins.",
                fix: "Read its other causes: qbsyncctl explain NAME")
        default: nil
        }
    }

    private var ofContent: ConditionText {
        switch self {
        case .permissionLost:
            ConditionText(
                "QuickBooks no longer lets the user read a category", .warning, .quickBooksAdmin,
                "It could be read before. The mirror keeps what it has and is not complete.",
                fix: "Let the sync log in as an Admin, or give its QuickBooks user the right back.")
        case .categoryFailing:
            ConditionText(
                "A category fails", .warning, .administrator,
                "It failed in more than one sync, one after the other.",
                fix: "The sentence says what QuickBooks objects to: qbsyncctl messages NAME")
        case .requestsUnknown:
            ConditionText(
                "Of requests nobody knows the outcome", .error, .administrator,
                "They may have been carried out, and they are not sent again by themselves.",
                fix:
                    "Look into QuickBooks, then say what became of them: qbsyncctl request list NAME --state "
                    + "unknown"
            )
        case .requestsStuck:
            ConditionText(
                "Requests are stuck", .warning, .administrator,
                "They wait for a request that failed, was cancelled or expired, and cannot go out before "
                    + "that has succeeded.",
                fix: "Retry what they wait for, or cancel them: qbsyncctl messages NAME")
        case .sourceStopped:
            ConditionText(
                "A source of requests is stopped", .error, .administrator,
                "It asked for the same again and again, as a program does that runs in a loop. What it has "
                    + "queued stays here and is not sent; other sources go on.",
                fix:
                    "Look whether it runs in a loop, cancel what is too many, then: qbsyncctl request "
                    + "release NAME SOURCE")
        case .queueGrowing:
            ConditionText(
                "The queue grows", .warning, .administrator,
                "Requests come faster than they go, and the oldest has waited for longer than two intervals.",
                fix: "Find out why they do not go out: qbsyncctl explain NAME")
        case .versionTooOld:
            ConditionText(
                "A program on the QuickBooks computer is too old", .warning, .workstation,
                "The Web Connector, or QuickBooks for the requests that wait, is older than what is needed.",
                fix: "Update it on that computer.")
        default:
            ConditionText(
                "The clocks disagree", .warning, .workstation,
                "The clock of the QuickBooks computer and the one here differ by more than five minutes.",
                fix: "Set both by a time service; on Windows: Settings, Time and language, Sync now.")
        }
    }
}
