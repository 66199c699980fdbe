extension Generator {
    /// A few records of every kind that nothing above made. They move no balances, so that the figures of
    /// sales stay what they are.
    mutating func makeOthers() {
        guard size.others > 0 else { return }
        for kind in CompanyFile.authoredKinds {
            var seed = root.split("others \(kind)")
            let isList = Family.holding(kind).order == .name
            let count = isList ? min(size.others, 6) : size.others
            var moments = (0..<count).map { place in
                isList ? founded + 20_000 + place * 17 : workingMoment(&seed, from: start, to: end)
            }
            moments.sort()
            let directory = Directory(file)
            for (place, moment) in moments.enumerated() {
                _ = file.author(kind, number: place + 1, at: moment, by: directory, &seed)
            }
        }
    }
}
