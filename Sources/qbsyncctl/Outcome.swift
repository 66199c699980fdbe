/// Exit codes, as `qbsyncctl --help` lists them.
///
/// Wrong usage is 64, which is EX_USAGE of sysexits.h and what ArgumentParser says.
enum Outcome {
    static let failed: Int32 = 1
    static let unreachable: Int32 = 3
    static let noSuchName: Int32 = 4
    static let syncErrors: Int32 = 5
    static let syncUnsuccessful: Int32 = 6
    static let notNow: Int32 = 7
    /// As `diff` has one for it: what was compared is not alike.
    static let differed: Int32 = 8
    static let taskFailed: Int32 = 9
    /// A person has to look into QuickBooks: worse than a failure, because sending it again may double it.
    static let outcomeUnknown: Int32 = 10
    /// EX_DATAERR of sysexits.h: the data given was incorrect. A script can so tell requests that are wrong
    /// from a check that could not be made.
    static let wrongRequests: Int32 = 65

    static let explained = """
        EXIT CODES:
          0   done; with `sync --wait`: success, also with configuration issues
          1   refused, or failed: the sentence says why; `doctor`: something wants a person;
              `preflight`: a Web Connector does not get through;
              `check-store`: the database is not sound
          3   the daemon is not reachable; `support-bundle` packs what there is without it, and gives 0
          4   no such connector, user, kept response, kind, category, record, request, report, webhook, code,
              message or element
          5   `sync --wait`: finished with errors on some categories
          6   `sync --wait`: unsuccessful
          7   `sync`, `request`: asked for, but it waits; or it was not over within --timeout
          8   `verify`, `balance-report`, `task wait`: done, and what was compared is not alike
          9   `verify`, `import`, `probe`, `balance-report`, `report`, `task wait`: it failed;
              `request add --wait`, `request wait`: one failed, was cancelled or expired,
              or waits for one of which that is true;
              `webhook test`: the receiver did not take it
          10  `request add --wait`, `request wait`: of one nobody knows whether it was carried out
          64  wrong usage
          65  `check`, `render` and `request add`: something is wrong with the requests;
              `restore`: the copy cannot be used
          75  `restore`: qbsyncd is running
          78  `restore`: the configuration cannot be used
        """
}
