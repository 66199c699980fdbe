import API

/// What this build calls itself: in `--version`, in QBWC's log, and in the status report.
package enum Release {
    package static let version = Program.version
}
