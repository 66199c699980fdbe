/// What a person does next, numbered, under a heading.
enum Steps {
    static func lines(_ heading: String, _ steps: [String], width: Int?) -> [Line] {
        guard !steps.isEmpty else { return [] }
        let numbered = steps.enumerated().flatMap { index, step -> [Line] in
            let folded = width.map { Line(step).wrapped(to: max(20, $0 - 4)) } ?? [Line(step)]
            return folded.enumerated().map { row, line in
                Line(row == 0 ? "\(index + 1)." : "", .bold).padded(to: 4) + line
            }
        }
        return [Line(), Line(heading, .bold)] + numbered
    }
}
