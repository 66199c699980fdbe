import ArgumentParser

struct Category: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows and changes what is read of QuickBooks, how often, and from when on.",
        subcommands: [CategoryList.self, CategorySet.self])
}
