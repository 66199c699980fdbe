import AsyncHTTPClient
import Glibc
import NIOCore

extension Client {
    /// Turns what the network says into what a person can do about it.
    func unreachable(_ error: any Error) -> Failure {
        if let error = error as? IOError { return unreachable(code: error.errnoCode) }
        switch error as? HTTPClientError {
        case .deadlineExceeded?, .readTimeout?:
            return failure("it took too long", nextStep: Self.askSystemd)
        case .remoteConnectionClosed?:
            return failure("it closed the connection", nextStep: Self.askSystemd)
        case .connectTimeout?:
            return failure("no connection in 5 seconds", nextStep: Self.checkAddress)
        default:
            return failure(
                "\(error)", nextStep: destination.isThisMachine ? Self.askSystemd : Self.checkAddress)
        }
    }

    private func unreachable(code: CInt) -> Failure {
        switch (code, destination.isThisMachine) {
        case (EACCES, true), (EPERM, true):
            return failure(
                "permission denied",
                nextStep: "The socket belongs to the group qbsyncd. Join it and log in anew: "
                    + "sudo usermod -aG qbsyncd $USER (or use sudo).")
        case (ENOENT, true):
            return failure("there is no such socket", nextStep: Self.askSystemd)
        case (ECONNREFUSED, true):
            return failure("nobody listens on this socket", nextStep: Self.askSystemd)
        default:
            return failure(
                String(cString: strerror(code)),
                nextStep: destination.isThisMachine ? Self.askSystemd : Self.checkAddress)
        }
    }

    private func failure(_ why: String, nextStep: String) -> Failure {
        .unreachable(place: destination.place, why: why, nextStep: nextStep)
    }

    private static let askSystemd =
        "Is it running? systemctl status qbsyncd, and what it says: journalctl -u qbsyncd -n 50. "
        + "If its socket lies elsewhere: --socket PATH or QBSYNCD_CONTROL_SOCKET."
    private static let checkAddress =
        "Check the address, and on its machine: systemctl status qbsyncd. "
        + "The API listens on TCP only if the configuration says so."
}
