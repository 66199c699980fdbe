/// Which of the known names somebody probably meant.
enum Nearest {
    /// The nearest name that is not too far: a third of its letters may be wrong, and one always may.
    static func name(to text: String, among names: [String]) -> String? {
        let text = Array(text.lowercased())
        let ranked = names.map { (name: $0, distance: distance(text, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, max(text.count, best.name.count) / 3) ? best.name : nil
    }

    /// How many letters must be changed, added, dropped or swapped with their neighbour (Damerau's count).
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(
                    previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
                    current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            before = previous
            previous = current
        }
        return previous[right.count]
    }
}
