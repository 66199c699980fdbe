import Testing

@testable import Daemon

@Suite("Big answers at the same time")
struct BigAnswersTests {
    @Test("are stored while they are read only as far as there are processors; the others wait for their end")
    func limit() {
        let answers = BigAnswers(limit: 2)
        #expect(answers.begin() && answers.begin())
        #expect(!answers.begin())
        #expect(!answers.begin(), "one that has no room takes none")
        answers.end()
        #expect(answers.begin())
        #expect(!answers.begin())
    }
}
