import FoundationEssentials
import QBXML
import Sync
import Testing
import WebConnector

/// What QuickBooks says to a document: its answers and the status and ID of the set, or that it cannot read
/// the document.
private enum Said {
    case answers([(String, Int)], status: Int, set: String)
    case refused
}

/// A QuickBooks of three lines, which is all that one request needs: what it has done, and what it remembers.
private struct TinyBooks {
    var applied = 0
    /// The sets that it remembers, with an answer.
    var kept: Set<String> = []

    /// Carries a document out, as QuickBooks does it with and without its memory.
    ///
    /// - Returns: its answer; nil for a question about the books.
    mutating func answer(_ document: String, _ happening: WriteOrderTests.Happening) -> Said? {
        if document.contains("<CustomerQueryRq") { return nil }
        let set = Self.attribute("newMessageSetID", document)
        if kept.contains(set) { return .answers([("req_1", 0)], status: 0, set: set) }
        guard document.contains("<CustomerAddRq") else { return .answers([], status: 600, set: set) }
        if happening == .refuse { return .refused }
        if happening == .skip { return .answers([("req_1", 3231)], status: 0, set: set) }
        applied += 1
        if happening != .crash { kept.insert(set) }
        return .answers([("req_1", 0)], status: 0, set: set)
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
    fileprivate enum Happening: String, CaseIterable {
        case login, fetch, close
        /// QuickBooks works, and its answer arrives.
        case answer
        /// Its answer arrives, and once more.
        case answerTwice = "answer twice"
        /// What arrived last arrives once more, whatever is out meanwhile.
        case copy
        /// QuickBooks cannot read the document, and says so.
        case refuse
        /// An earlier request of the set failed: QuickBooks did not look at this one.
        case skip
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
        var last: Said?
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
        case .copy:
            guard let last = scene.last else { return nil }
            deliver(last, &scene)
        case .answer, .answerTwice, .refuse, .skip, .lose, .crash, .garbage:
            guard let document = scene.document else { return nil }
            scene.document = nil
            guard let said = scene.books.answer(document, happening) else {
                return looked(happening, scene)
            }
            switch happening {
            case .lose, .crash: break
            case .garbage: _ = scene.desk.receive(.unreadable("cut off"))
            default:
                deliver(said, &scene)
                if happening == .answerTwice { deliver(said, &scene) }
            }
        }
        return scene
    }

    private func deliver(_ said: Said, _ scene: inout Scene) {
        scene.last = said
        switch said {
        case .answers(let answers, let status, let set):
            _ = scene.desk.answer(answers, set: status, named: set)
        case .refused: _ = scene.desk.receive(.refused, hresult: "0x80040400")
        }
    }

    /// The books were looked through: the mirror has what they have.
    private func looked(_ happening: Happening, _ scene: Scene) -> Scene {
        var scene = scene
        let own = Candidate(
            kind: "Customer", id: "80-1", externalGUID: Write.externalGUID(of: "req_1"), json: [])
        switch happening {
        case .answer, .answerTwice, .refuse, .skip:
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
