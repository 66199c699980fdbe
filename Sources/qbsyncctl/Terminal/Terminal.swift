import API
import Glibc

/// Where the program speaks: results on standard output, everything else on standard error.
struct Terminal: Sendable {
    /// Standard output is a terminal, not a pipe or a file.
    let isTerminal: Bool
    /// Columns; nil where nobody has to read within a width.
    let width: Int?
    /// Rows; nil where there is no screen.
    let height: Int?
    let resultsInColor: Bool
    let notesInColor: Bool
    /// Standard error is a terminal: progress can be drawn there while results go elsewhere.
    let notesOnTerminal: Bool
    /// A person sits there who can be asked.
    let canAsk: Bool

    /// The terminal this process was started in.
    static func current() -> Terminal {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let allowsColor = allowsColor
        let size = isTerminal ? measuredSize() : nil
        return Terminal(
            isTerminal: isTerminal, width: isTerminal ? told("COLUMNS") ?? size?.columns ?? 80 : nil,
            height: isTerminal ? told("LINES") ?? size?.rows : nil,
            resultsInColor: isTerminal && allowsColor,
            notesInColor: isatty(STDERR_FILENO) == 1 && allowsColor,
            notesOnTerminal: isatty(STDERR_FILENO) == 1,
            canAsk: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1)
    }

    /// https://no-color.org: any text in NO_COLOR, save the empty one, forbids colours.
    private static var allowsColor: Bool {
        Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb"
    }

    private static func told(_ name: String) -> Int? {
        Environment.value(name).flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
    }

    private static func measuredSize() -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 1 else {
            return nil
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    func show(_ lines: [Line]) {
        write(lines.map { $0.rendered(inColor: resultsInColor) + "\n" }.joined(), to: STDOUT_FILENO)
    }

    func show(_ line: Line) { show([line]) }

    /// Says something beside the result: a warning, a hint, a refusal.
    func note(_ lines: [Line]) {
        write(lines.map { $0.rendered(inColor: notesInColor) + "\n" }.joined(), to: STDERR_FILENO)
    }

    func note(_ line: Line) { note([line]) }

    func warn(_ warnings: [String]) {
        note(warnings.map { Line("Warning: ", .amber) + Line($0) })
    }

    /// The words of the API themselves, for programs.
    func show(json value: some Encodable) throws {
        write(String(decoding: try Wire.encode(value), as: UTF8.self) + "\n", to: STDOUT_FILENO)
    }

    func note(json value: some Encodable) throws {
        write(String(decoding: try Wire.encode(value), as: UTF8.self) + "\n", to: STDERR_FILENO)
    }

    /// Bytes as they are: the content of a `.qwc` file.
    func show(verbatim text: String) { write(text, to: STDOUT_FILENO) }

    /// Draws a line over the one before it. Only for a terminal.
    func redraw(_ line: Line) {
        let fitting = width.map { line.cut(to: $0 - 1) } ?? line
        write("\r" + fitting.rendered(inColor: resultsInColor) + "\u{1B}[K", to: STDOUT_FILENO)
    }

    /// Takes the redrawn line away again.
    func clearRedrawn() { write("\r\u{1B}[K", to: STDOUT_FILENO) }

    /// Draws a line of progress beside the result, over the one before it.
    func redrawNote(_ line: Line) {
        let fitting = line.cut(to: (width ?? Self.told("COLUMNS") ?? 80) - 1)
        write("\r" + fitting.rendered(inColor: notesInColor) + "\u{1B}[K", to: STDERR_FILENO)
    }

    func clearNote() { write("\r\u{1B}[K", to: STDERR_FILENO) }

    /// Draws a whole screen from its upper left corner; clearing it each time before would flicker.
    func redraw(screen lines: [Line], isFirst: Bool) {
        // One line more than the screen has would scroll it, and the next drawing begin in a wrong place.
        let body = lines.prefix(height.map { $0 - 1 } ?? lines.count).map {
            $0.rendered(inColor: resultsInColor) + "\u{1B}[K\n"
        }.joined()
        write((isFirst ? "\u{1B}[2J" : "") + "\u{1B}[H" + body + "\u{1B}[J", to: STDOUT_FILENO)
    }

    /// Asks a question that only a clear yes answers with yes.
    func asksYes(_ question: String) -> Bool {
        write(question + " [y/N] ", to: STDERR_FILENO)
        let answer = readLine()?.lowercased() ?? ""
        return answer == "y" || answer == "yes"
    }

    private func write(_ text: String, to descriptor: CInt) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno != EINTR && errno != EAGAIN {
                // The reader went away (`| head`). 128 + SIGPIPE is how a shell says it.
                exit(128 + SIGPIPE)
            }
        }
    }
}
