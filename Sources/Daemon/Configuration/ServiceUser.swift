import Glibc

/// The user as whom the package runs the service.
package enum ServiceUser {
    package static let name = "qbsyncd"

    /// Gives root's rights up for those of the service's user, for good: root reads every file and binds
    /// every port, so what root finds fine tells nothing about the service.
    ///
    /// - Returns: the user's name; nil where there is nothing to give up, or no such user.
    package static func takePlace() throws(ServiceUserError) -> String? {
        guard geteuid() == 0, let entry = getpwnam(name)?.pointee else { return nil }
        // The user last: without root's rights the groups cannot be changed any more.
        guard initgroups(name, entry.pw_gid) == 0, setgid(entry.pw_gid) == 0, setuid(entry.pw_uid) == 0
        else { throw ServiceUserError(code: errno) }
        return name
    }
}

package struct ServiceUserError: Error, CustomStringConvertible {
    /// The system's `errno`.
    let code: CInt

    package var description: String {
        "Root cannot take the place of \(ServiceUser.name), the service's user: "
            + "\(String(cString: strerror(code))). The check as that user: "
            + "sudo -u \(ServiceUser.name) qbsyncd --check-config"
    }
}
