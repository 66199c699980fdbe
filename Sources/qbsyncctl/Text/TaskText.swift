import API
import FoundationEssentials

/// What was asked for beside the ordinary sync, as a person reads it.
struct TaskText: Sendable {
    var clock: LocalClock

    func lines(_ receipt: TaskReceipt) -> [Line] {
        let checkIn = receipt.nextCheckIn.map(clock.checkIn)
        return [Line("Task \(receipt.task). \(receipt.sentence)")] + (checkIn.map { [Line($0)] } ?? [])
    }

    func lines(_ tasks: [TaskEntry], width: Int?) -> [Line] {
        guard !tasks.isEmpty else { return [Line("Nothing was asked for.")] }
        let columns: [Table.Column] = [
            .init("TASK", isTrailing: true), .init("ASKED"), .init("STATE"), .init("WHAT", narrowing: .wrap),
            .init("HOW IT STANDS", narrowing: .wrap),
        ]
        let rows = tasks.map { task in
            [
                Line("\(task.number)", .bold), Line(clock.short(task.askedAt)), Self.state(task),
                Line(task.title), Line(task.sentence),
            ]
        }
        return Table(columns, rows: rows).lines(width: width)
    }

    func sheet(_ task: TaskEntry) -> [Line] {
        var sheet = Sheet()
        sheet.add("Task", Line("\(task.number)", .bold))
        sheet.add("What", task.title)
        sheet.add("State", Self.state(task))
        sheet.add("How it stands", task.sentence)
        sheet.add("Asked", "\(clock.long(task.askedAt)) by \(task.askedBy)")
        sheet.add("Begun", task.startedAt.map(clock.long))
        sheet.add("Ended", task.endedAt.map(clock.long))
        if task.received > 0 { sheet.add("Records read", "\(task.received)") }
        return sheet.lines(width: nil)
    }

    /// What a comparison found, before it was repaired.
    func lines(_ differences: [DifferenceEntry], width: Int?) -> [Line] {
        let columns: [Table.Column] = [
            .init("KIND"), .init("NAME", narrowing: .cut), .init("ID"), .init("FINDING"), .init("EDIT HERE"),
            .init("EDIT THERE"),
        ]
        let rows = differences.map { difference in
            [
                Line(difference.kind), Line(difference.name ?? "", .bold), Line(difference.id),
                Line(difference.finding, difference.finding == "deleted since" ? .grey : .amber),
                Line(difference.editHere ?? ""),
                Line(difference.editThere ?? ""),
            ]
        }
        return Table(columns, rows: rows).lines(width: width)
    }

    static func state(_ task: TaskEntry) -> Line {
        let colors: [String: Color] = [
            "queued": .grey, "running": .blue, "stopped": .amber, "done": .green, "failed": .red,
        ]
        let percent = task.state == "running" ? " \(task.percent) %" : ""
        return Line(task.state + percent, colors[task.state])
    }
}
