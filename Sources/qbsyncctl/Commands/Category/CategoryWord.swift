import QBXML

/// A category as a person typed it.
enum CategoryWord {
    /// - Throws: for the first that is none, with the nearest ones there are.
    static func check(_ words: [String]) throws(Failure) {
        guard let word = words.first(where: { QBXML.Category.called($0) == nil }) else { return }
        let names = QBXML.Category.all.flatMap { [$0.name] + $0.kinds }
        throw .noSuchName(
            "There is no category \"\(word)\".", Spelling.nearest(to: word, among: names, count: 3),
            list: "qbsyncctl category list")
    }
}
