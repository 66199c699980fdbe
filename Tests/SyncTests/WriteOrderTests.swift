import FoundationEssentials
import QBXML
import Sync
import Testing
import WebConnector

/// A QuickBooks of three lines, which is all that one request needs: what it has done, and what it remembers.
private struct TinyBooks {
    var applied = 0
    /// The sets that it remembers, with an answer.
    var kept: Set<String> = []

    /// Carries a document out, as QuickBooks does it with and without its memory.
    ///
    /// - Returns: its answer; nil for a question about the books.
    mutating func answer(_ document: String, forgets: Bool) -> (answers: [(String, Int)], set: Int?)? {
        if document.contains("<CustomerQueryRq") { return nil }
        let set = Self.attribute("newMessageSetID", document)
        guard document.contains("<CustomerAddRq") else {
            return kept.contains(set) ? ([("req_1", 0)], 0) : ([], 600)
        }
        if kept.contains(set) { return ([("req_1", 0)], 0) }
        applied += 1
        if !forgets { kept.insert(set) }
        return ([("req_1", 0)], 0)
    }

    private static func attribute(_ name: String, _ document: String) -> String {
        document.firstRange(of: " " + name + "=\"").map { range in
            String(document[range.upperBound...].prefix { $0 != "\"" })
        } ?? ""
    }
}

/// One request, and everything that can happen to it in six steps, in every order.
@Suite("Requests, in all orders of calls")
struct WriteOrderTests {
    private enum Happening: String, CaseIterable {
        case login, fetch, close
        /// QuickBooks works, and its answer arrives.
        case answer
        /// Its answer arrives, and once more.
        case answerTwice = "answer twice"
        /// It works, and the client dies with its answer.
        case lose
        /// It works, goes down, and remembers nothing.
        case crash
        /// It works, and what arrives cannot be read.
        case garbage
    }

    private struct Scene {
        var desk = Desk()
        var books = TinyBooks()
        /// What the client holds and has not carried out.
        var document: String?
        var path: [Happening] = []
    }

    @Test("whatever happens in whatever order, the request is applied once at most, and as it is told")
    func allOrders() {
        var scene = Scene()
        scene.desk.queue(Desk.write(1, guid: Write.externalGUID(of: "req_1")))
        scene.desk.login()
        var visited = 0
        walk(scene, steps: 6, &visited)
        #expect(visited > 3_000)
    }

    private func walk(_ scene: Scene, steps: Int, _ visited: inout Int) {
        visited += 1
        check(scene)
        guard steps > 0 else { return heal(scene) }
        for happening in Happening.allCases {
            guard let next = play(happening, scene) else { continue }
            walk(next, steps: steps - 1, &visited)
        }
    }

    /// Nil where it cannot happen.
    private func play(_ happening: Happening, _ scene: Scene) -> Scene? {
        var scene = scene
        scene.path.append(happening)
        switch happening {
        case .login:
            scene.document = nil
            scene.desk.login()
        case .fetch:
            let document = scene.desk.send()
            scene.document = document.isEmpty ? nil : document
        case .close:
            _ = scene.desk.script.call(.closeConnection)
            scene.document = nil
        case .answer, .answerTwice, .lose, .crash, .garbage:
            guard let document = scene.document else { return nil }
            scene.document = nil
            guard let answer = scene.books.answer(document, forgets: happening == .crash) else {
                return looked(happening, scene)
            }
            deliver(answer, happening, &scene)
        }
        return scene
    }

    private func deliver(
        _ answer: (answers: [(String, Int)], set: Int?), _ happening: Happening, _ scene: inout Scene
    ) {
        switch happening {
        case .answer: _ = scene.desk.answer(answer.answers, set: answer.set)
        case .answerTwice:
            _ = scene.desk.answer(answer.answers, set: answer.set)
            _ = scene.desk.answer(answer.answers, set: answer.set)
        case .garbage: _ = scene.desk.receive(.unreadable("cut off"))
        default: break
        }
    }

    /// The books were looked through: the mirror has what they have.
    private func looked(_ happening: Happening, _ scene: Scene) -> Scene {
        var scene = scene
        let own = Candidate(
            kind: "Customer", id: "80-1", externalGUID: Write.externalGUID(of: "req_1"), json: [])
        switch happening {
        case .answer, .answerTwice:
            scene.desk.script.outbox.candidates = scene.books.applied > 0 ? [1: [own]] : [:]
            _ = scene.desk.answerLook(code: scene.books.applied > 0 ? 0 : 1)
        case .garbage: _ = scene.desk.receive(.unreadable("cut off"))
        default: break
        }
        return scene
    }

    private func check(_ scene: Scene) {
        let told = scene.desk.states[1]
        let isRight =
            scene.books.applied <= 1 && (told != .succeeded || scene.books.applied == 1)
            && (told != .failed || scene.books.applied == 0)
        if !isRight {
            Issue.record(
                "\(scene.path.map(\.rawValue)): applied \(scene.books.applied), told \(told?.rawValue ?? "?")"
            )
        }
    }

    /// From now on all goes well: the request ends.
    private func heal(_ scene: Scene) {
        var scene = scene
        for _ in 0..<4 {
            scene.desk.login()
            for _ in 0..<8 {
                guard let next = play(.fetch, scene) else { break }
                scene = next
                guard scene.document != nil, let after = play(.answer, scene) else { break }
                scene = after
            }
        }
        check(scene)
        let told = scene.desk.states[1]
        if told == .queued || told == .sent {
            Issue.record("\(scene.path.map(\.rawValue)): \(told?.rawValue ?? "?") at the end")
        }
    }
}
