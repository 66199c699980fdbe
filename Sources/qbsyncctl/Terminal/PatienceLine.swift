/// That something long is still under way, and for how long, on a line that is drawn over and over; nothing
/// during its first two seconds, and nothing where no person looks on. For work of which nobody can say how
/// much is left.
struct PatienceLine {
    let terminal: Terminal

    init(_ terminal: Terminal) { self.terminal = terminal }

    func during<Value: Sendable>(
        _ what: String, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard terminal.notesOnTerminal else { return try await body() }
        let (terminal, start) = (terminal, ContinuousClock.now)
        let drawing = Task {
            var isDrawn = false
            while (try? await Task.sleep(for: .seconds(isDrawn ? 1 : 2))) != nil {
                isDrawn = true
                let seconds = (ContinuousClock.now - start).components.seconds
                terminal.redrawNote(Line("\(what): \(seconds) s", .blue))
            }
            if isDrawn { terminal.clearNote() }
        }
        let result: Result<Value, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        drawing.cancel()
        await drawing.value
        return try result.get()
    }
}
