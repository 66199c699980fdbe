import API
import FoundationEssentials
import Testing

@testable import Daemon

@Suite("Calls that queue many requests", .timeLimit(.minutes(10)))
struct LargeCallTests {
    @Test("a call too large to be looked at within the transaction is queued in the order of its body")
    func order() async throws {
        let scene = try RequestScene()
        let names = (0..<1500).map { "Customer \($0)" }
        let body = names.map { #"{"CustomerAdd":{"Name":"\#($0)"}}"# }.joined(separator: ",")
        let receipt = try await scene.queue("[\(body)]").word(QueuedRequests.self)
        #expect(Set(receipt.requests.map(\.id)).count == names.count)
        var kept: [String?] = []
        var path = "connectors/acme/requests?limit=1000"
        while true {
            let page = try await scene.get(path).word(RequestPage.self)
            kept += page.requests.map(\.name)
            guard let last = page.requests.last, last.number > 1 else { break }
            path = "connectors/acme/requests?limit=1000&before=\(last.number)"
        }
        #expect(kept.reversed() == names)
    }

    @Test("an ID begins with its time: what comes later sorts behind, and no two are alike")
    func ids() {
        let moments = [0, 0.001, 1, 86_400].map { MirrorScene.now.addingTimeInterval($0) }
        let ids = moments.map { Randomness.requestID(at: $0) }
        #expect(ids == ids.sorted())
        #expect(Set((0..<1000).map { _ in Randomness.requestID(at: MirrorScene.now) }).count == 1000)
        #expect(ids.allSatisfy { $0.utf8.count == 36 && $0.hasPrefix("req_") })
    }

    @Test("the digest of what is added does not know the GUID that we put in")
    func digest() {
        func body(_ guid: String) -> [UInt8] { Array("<A>\(guid)<Memo>x</Memo></A>".utf8) }
        let plain = RequestIntake.digest(of: body(""), without: nil)
        let (one, other) = ("{00000000-1}", "{00000000-2}")
        for guid in [one, other] {
            let written = body("<ExternalGUID>\(guid)</ExternalGUID>")
            #expect(RequestIntake.digest(of: written, without: guid) == plain)
            #expect(RequestIntake.digest(of: written, without: nil) != plain)
        }
        #expect(RequestIntake.digest(of: [], without: one) == RequestIntake.digest(of: [], without: nil))
    }
}
