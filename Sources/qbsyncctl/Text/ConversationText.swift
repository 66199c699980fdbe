import API
import FoundationEssentials

/// Conversations for a person: as rows, and one at length.
struct ConversationText: Sendable {
    var clock: LocalClock

    /// - Parameter entries: conversations with their connector's name, newest first.
    func table(_ entries: [(connector: String, entry: ConversationEntry)], namesConnector: Bool) -> Table {
        var columns = [
            Table.Column("NUMBER", isTrailing: true), .init(""), .init("STARTED"), .init("TOOK"),
            .init("TRIGGER"), .init("USER"), .init("ADDED", isTrailing: true),
            .init("UPDATED", isTrailing: true),
            .init("FAILED", isTrailing: true), .init("STATUS", narrowing: .wrap),
        ]
        if namesConnector { columns.insert(.init("CONNECTOR"), at: 0) }
        let rows = entries.map { connector, entry in
            (namesConnector ? [Line(connector, .bold)] : []) + row(entry)
        }
        return Table(columns, rows: rows)
    }

    private func row(_ entry: ConversationEntry) -> [Line] {
        let repeats =
            entry.repeats > 1 ? " (\(entry.repeats) times, last \(clock.short(entry.lastCallAt)))" : ""
        return [
            Line("\(entry.number)"),
            Line(entry.letter, entry.dotColor),
            Line(clock.short(entry.startedAt)),
            Line(entry.took(now: clock.now)),
            Line(entry.trigger),
            Line(entry.user),
            Line("\(entry.total(\.added))"),
            Line("\(entry.total(\.updated))"),
            Line("\(entry.total(\.failed))"),
            Line(entry.sentence + repeats),
        ]
    }

    /// Everything about one conversation.
    func block(_ entry: ConversationEntry, connector: String, width: Int?) -> [Line] {
        let head =
            Line("\(connector) \(entry.number) ", .bold) + Line(entry.letter, entry.dotColor)
            + Line(" \(entry.state)")
        var sheet = Sheet()
        sheet.add("Sentence", entry.sentence)
        sheet.add("Reason", entry.reason)
        sheet.add("Started", clock.long(entry.startedAt))
        sheet.add("Ended", entry.endedAt.map(clock.long))
        sheet.add("Took", entry.took(now: clock.now))
        sheet.add("Trigger", entry.trigger)
        sheet.add("User", entry.user + (entry.address.isEmpty ? "" : " from \(entry.address)"))
        if entry.repeats > 1 {
            sheet.add("Repeated", "\(entry.repeats) times, last \(clock.long(entry.lastCallAt))")
        }
        sheet.add(
            "Bytes",
            "\(Quantity.bytes(entry.bytesReceived)) received, \(Quantity.bytes(entry.bytesSent)) sent")
        let categories =
            entry.categories.isEmpty
            ? [] : Self.categories(entry.categories).lines(width: width.map { $0 - 2 })
        return [head] + sheet.lines(width: width, indent: 2) + categories.map { Line("  ") + $0 }
    }

    private static func categories(_ categories: [CategoryEntry]) -> Table {
        Table(
            [
                .init("CATEGORY"), .init("STATE"), .init("ADDED", isTrailing: true),
                .init("UPDATED", isTrailing: true), .init("UNCHANGED", isTrailing: true),
                .init("FAILED", isTrailing: true), .init("DELETED", isTrailing: true),
                .init("TROUBLE", narrowing: .wrap),
            ],
            rows: categories.map { category in
                [
                    Line(category.title),
                    Line(
                        category.state + (category.resumed ? ", resumed" : ""),
                        category.state == "failed" ? .orange : nil),
                    Line("\(category.added)"), Line("\(category.updated)"), Line("\(category.unchanged)"),
                    Line("\(category.failed)", category.failed > 0 ? .orange : nil),
                    Line("\(category.deleted)"), Line(category.trouble ?? ""),
                ]
            })
    }

    /// What a wait ends with: the conversation's own sentence, and what it did.
    func ending(_ entry: ConversationEntry, width: Int?) -> [Line] {
        let counts =
            "\(entry.total(\.added)) added, \(entry.total(\.updated)) updated, "
            + "\(entry.total(\.unchanged)) unchanged, \(entry.total(\.failed)) failed "
            + "in \(entry.took(now: clock.now))"
        let sentence = Line(entry.letter, entry.dotColor) + Line(" \(entry.sentence)")
        return (width.map { sentence.wrapped(to: $0) } ?? [sentence]) + [Line("  " + counts, .grey)]
    }
}

extension CategoryEntry {
    /// The category, with what was done to it unless it was read.
    fileprivate var title: String {
        step == "read" || step == category ? category : "\(category) (\(step))"
    }
}

extension ConversationEntry {
    var dotColor: Color? { Color(rawValue: color) }

    func took(now: Date) -> String {
        Quantity.duration(seconds: Int((endedAt ?? now).timeIntervalSince(startedAt)))
    }

    func total(_ count: KeyPath<CategoryEntry, Int>) -> Int {
        categories.reduce(0) { $0 + $1[keyPath: count] }
    }
}
