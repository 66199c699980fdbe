import CSystemd
import Glibc

/// A listening socket that systemd held when this process started: a socket unit's, or one that an earlier
/// process left in its keeping.
package struct InheritedSocket: Equatable, Sendable {
    package var descriptor: CInt
    /// The name it was kept under, or the socket unit's `FileDescriptorName=`.
    package var name: String

    package init(descriptor: CInt, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// All that were handed to this process, by LISTEN_FDS and its companions (sd_listen_fds(3)). None when
    /// the variables are meant for another process, or when nobody set them.
    package static func all() -> [InheritedSocket] {
        var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        // The variables stay: taking them away is not safe once there are threads, and LISTEN_PID keeps
        // other processes from believing them.
        let count = sd_listen_fds_with_names(0, &names)
        guard count > 0 else { return [] }
        defer { free(names) }
        return (0..<count).map { index in
            let text = names?[Int(index)]
            defer { free(text) }
            return InheritedSocket(
                descriptor: SD_LISTEN_FDS_START + index, name: text.map { String(cString: $0) } ?? "")
        }
    }
}

/// systemd's keeping of open sockets from one process of a service to the next (`FileDescriptorStoreMax=`).
///
/// What is kept goes on listening while nobody runs: who connects during a restart, or after a crash, waits
/// in the kernel's queue for the next process, and is not refused. A stop of the service ends the keeping.
///
///     FDSTORE=1
///     FDNAME=web
package enum SocketKeeping {
    /// Gives systemd a copy of the descriptor.
    ///
    /// - Returns: false when nobody listens: the daemon was not started by systemd.
    package static func keep(_ descriptor: CInt, as name: String) -> Bool {
        var descriptor = descriptor
        return sd_pid_notify_with_fds(0, 0, "FDSTORE=1\nFDNAME=\(name)", &descriptor, 1) > 0
    }

    /// Ends the keeping of all that has the name.
    @discardableResult
    package static func drop(_ name: String) -> Bool {
        sd_notify(0, "FDSTOREREMOVE=1\nFDNAME=\(name)") > 0
    }

    /// Waits until systemd has acted on what was said before.
    package static func settle() {
        // Five seconds, in its microseconds; it takes less than one millisecond where systemd is well.
        sd_notify_barrier(0, 5_000_000)
    }
}
