/// Which known name a misspelt one was probably meant to be.
package enum Spelling {
    /// Bytes. No name, setting or time zone comes near; longer words are not compared, because that takes as
    /// long as both are long, and a macro may have a megabyte.
    private static let longest = 100

    /// The nearest of the candidates; nil when none is near enough to be worth a question.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        guard word.utf8.count <= longest else { return nil }
        let limit = max(2, word.count / 3)
        var best: (name: String, distance: Int)?
        // A name so much longer or shorter is never near.
        for candidate in candidates where abs(candidate.count - word.count) <= limit {
            let distance = distance(Array(word.lowercased()), Array(candidate.lowercased()))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The few nearest ones, the likeliest first: also those that hold the word, because half a name is
    /// typed as often as a wrong one.
    package static func nearest(
        to word: String, among candidates: some Sequence<String>, count: Int
    ) -> [String] {
        guard word.utf8.count <= longest else { return [] }
        let lowercased = word.lowercased()
        let limit = max(2, word.count / 3)
        var ranked: [(rank: Int, order: Int, name: String)] = []
        var seen: Set<String> = []
        for (order, candidate) in candidates.enumerated() where seen.insert(candidate).inserted {
            let other = candidate.lowercased()
            let distance =
                abs(other.count - word.count) > limit
                ? Int.max : distance(Array(lowercased), Array(other))
            if distance <= limit {
                ranked.append((distance, order, candidate))
            } else if word.count >= 4, other.contains(lowercased) {
                ranked.append((limit + 1 + other.count - word.count, order, candidate))
            }
        }
        return ranked.sorted { ($0.rank, $0.order) < ($1.rank, $1.order) }.prefix(count).map(\.name)
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
