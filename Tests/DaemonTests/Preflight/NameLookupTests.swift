import Dispatch
import Foundation
import NIOPosix
import Testing

@testable import Daemon

@Suite("Looking up names", .timeLimit(.minutes(10)))
struct NameLookupTests {
    @Test("goes on while those are all at work who read QuickBooks' answers, and so the other way round")
    func threads() async {
        // In a process of its own: its threads stay blocked.
        await #expect(processExitsWith: .success) {
            let gate = DispatchSemaphore(value: 0)
            for _ in 1...256 { NIOThreadPool.singleton.submit { _ in gate.wait() } }
            let found = try await NameLookup.system.addresses("127.0.0.1", 80, 120)
            exit(found.count == 1 ? 0 : 2)
        }
    }
}
