import Glibc
import Testing

@testable import Systemd

@Suite("Sockets from systemd, and in its keeping")
struct InheritedSocketTests {
    @Test("LISTEN_FDS of this process are its sockets, each with its name")
    func handedOver() async {
        await #expect(processExitsWith: .success) {
            // systemd puts them at 3 and on, whatever this process had there.
            let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            #expect(dup2(made, 3) == 3)
            #expect(dup2(made, 4) == 4)
            setenv("LISTEN_PID", "\(getpid())", 1)
            setenv("LISTEN_FDS", "2", 1)
            setenv("LISTEN_FDNAMES", "web:control", 1)
            #expect(
                InheritedSocket.all() == [
                    InheritedSocket(descriptor: 3, name: "web"),
                    InheritedSocket(descriptor: 4, name: "control"),
                ])
            // A program that we might start does not inherit them.
            #expect(fcntl(3, F_GETFD) & FD_CLOEXEC == FD_CLOEXEC)
        }
    }

    @Test("those of another process are not ours, and without systemd there are none")
    func notOurs() async {
        await #expect(processExitsWith: .success) {
            #expect(InheritedSocket.all() == [])
            setenv("LISTEN_PID", "1", 1)
            setenv("LISTEN_FDS", "1", 1)
            #expect(InheritedSocket.all() == [])
        }
    }

    @Test("a socket is given into the keeping under its name, and taken out again")
    func keeping() async {
        await #expect(processExitsWith: .success) {
            let systemd = try #require(SystemdEar())
            let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            #expect(!SocketKeeping.keep(made, as: "web"), "nobody listens yet")
            setenv("NOTIFY_SOCKET", systemd.name, 1)
            #expect(SocketKeeping.keep(made, as: "web"))
            #expect(systemd.heard() == "FDSTORE=1\nFDNAME=web")
            #expect(SocketKeeping.drop("web"))
            #expect(systemd.heard() == "FDSTOREREMOVE=1\nFDNAME=web")
        }
    }
}
