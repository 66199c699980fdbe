/// Which known name a misspelt one was probably meant to be.
package enum Spelling {
    /// The nearest of the candidates; nil when none is near enough to be worth a question.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(2, word.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(Array(word.lowercased()), Array(candidate.lowercased()))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Damerau and Levenshtein: letters to insert, drop, replace, or swap with their neighbour.
    package static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var before: [Int] = []
        var above = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var current = [row + 1]
            for (column, otherLetter) in other.enumerated() {
                var cost = min(above[column + 1] + 1, current[column] + 1)
                cost = min(cost, above[column] + (letter == otherLetter ? 0 : 1))
                let isSwap =
                    row > 0 && column > 0 && letter == other[column - 1] && one[row - 1] == otherLetter
                if isSwap { cost = min(cost, before[column - 1] + 1) }
                current.append(cost)
            }
            (before, above) = (above, current)
        }
        return above[other.count]
    }
}
