import API
import ArgumentParser

struct RequestEdit: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Gives a request that has not reached QuickBooks other content, and queues it again.",
        discussion: """
            FILE holds the request as it is to be, as JSON or qbXML; without, or with -, standard input. It \
            is checked as a new one is, and with something wrong nothing is changed. It stays the same \
            request: those that wait for it go on waiting. The exit code is 65 if something is wrong with it.

            EXAMPLE:
              qbsyncctl request show req_5f0c… --body > invoice.xml
              editor invoice.xml
              qbsyncctl request edit req_5f0c… invoice.xml
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "The ID of a request that is queued, failed, cancelled or expired.")
    var id: String

    @Argument(
        help: "File with the request; without, or with -, standard input.",
        completion: .file(extensions: ["json", "xml"]))
    var file: String?

    func validate() throws { try RequestChoice.check(id) }

    func perform(_ session: Session) async throws {
        let name = file ?? "-"
        var source = try RequestSource(name, isLines: false)
        defer { source.close() }
        guard let batch = try source.next() else { throw Failure.here("There is no request in \(name).") }
        do {
            let answer = try await session.client.raw(
                posting: batch.body, to: RequestChoice.path(id, "edit"), query: [], headers: [], within: 30)
            let receipt = try session.client.word(DecisionReceipt.self, in: answer.text)
            if session.isJSON { return session.terminal.show(verbatim: answer.text + "\n") }
            Deciding.tell(receipt, session)
        } catch let Failure.refused(problem) where problem.report != nil {
            try RequestRefusal(problem, of: batch, name, queued: 0).tell(session)
        }
    }
}
