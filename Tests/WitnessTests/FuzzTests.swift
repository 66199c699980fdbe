import QBXML
import Testing
import Witness

/// `make witness` does the same for ten minutes, in processes that may crash.
@Suite("Damaged inputs")
struct FuzzTests {
    @Test("break no promise of decoder and checker, a few thousand of them")
    func damaged() {
        var fuzzer = Fuzzer(seed: Seed.value)
        let trial = FuzzTrial()
        var taken: [FuzzTarget: Int] = [:]
        for number in 0..<2_500 {
            let input = fuzzer.next()
            let outcome = trial.run(input)
            if outcome == .taken { taken[input.target, default: 0] += 1 }
            if case .broken(let problem) = outcome {
                let text = String(decoding: input.bytes.prefix(2_000), as: UTF8.self)
                Issue.record(
                    "seed \(Seed.value), input \(number), \(input.target.rawValue): \(problem)\n\(text)")
            }
        }
        // A test of nothing but refusals would prove little.
        for target in FuzzTarget.allCases { #expect(taken[target, default: 0] > 5, "\(target.rawValue)") }
    }

    @Test("that are large in one respect break none either", arguments: HostileShape.allCases)
    func hostile(shape: HostileShape) {
        let input = shape.input(bytes: 40_000)
        #expect((30_000...60_000).contains(input.bytes.count))
        if case .broken(let problem) = FuzzTrial().run(input) { Issue.record("\(problem)") }
    }

    @Test("come from their seed alone, and can be kept in files")
    func files() throws {
        var one = Fuzzer(seed: 4)
        var other = Fuzzer(seed: 4)
        for _ in 0..<100 {
            let input = one.next()
            #expect(input == other.next())
            #expect(FuzzInput(file: input.file) == input)
        }
        #expect(FuzzInput(file: Array("json\n{}".utf8)) == nil)
        #expect(FuzzInput(file: Array("json 1".utf8)) == nil)
        #expect(FuzzInput(file: Array("yaml 1\n".utf8)) == nil)
    }

    @Test("are told apart: what is right is taken, the rest refused")
    func outcomes() {
        func outcome(_ target: FuzzTarget, _ text: String) -> FuzzTrial.Outcome {
            FuzzTrial().run(FuzzInput(target: target, variant: 0, bytes: Array(text.utf8)))
        }
        #expect(outcome(.json, #"{"HostQuery": {}}"#) == .taken)
        #expect(outcome(.json, #"{"HostQuery": {"Colour": 1}}"#) == .refused)
        #expect(outcome(.qbxml, "<HostQueryRq/>") == .taken)
        #expect(outcome(.qbxml, "<HostQueryRq>") == .refused)
        #expect(outcome(.answers, "<QBXML><QBXMLMsgsRs/></QBXML>") == .taken)
        #expect(outcome(.host, "<QBXML><QBXMLMsgsRs/></QBXML>") == .taken)
        #expect(outcome(.host, "no") == .refused)
        #expect(outcome(.characters, "Łódź") == .taken)
        #expect(outcome(.characters, "中") == .refused)
    }
}
