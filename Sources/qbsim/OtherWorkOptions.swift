import ArgumentParser
import Simulator

/// Edits of records of all kinds: options of `qbsim office-day`.
struct OtherWorkOptions: ParsableArguments {
    @Option(help: "Records of any kind to add.")
    var added = 0

    @Option(help: "Records of any kind to change.")
    var edited = 0

    @Option(help: "Transactions to void.")
    var voided = 0

    @Option(help: "Records of any kind to delete, if nothing refers to them.")
    var deleted = 0

    @Option(help: "List entries to merge into another one.")
    var merged = 0

    @Option(help: "List entries to rename.")
    var renamed = 0

    @Option(help: "List entries to make inactive, or active again.")
    var inactivated = 0

    @Option(
        parsing: .upToNextOption,
        help: "Of all these, only records of these kinds (Invoice, Item and so on; as queries name them).")
    var kinds: [String] = []

    var families: Set<String>? { kinds.isEmpty ? nil : Set(kinds) }

    var work: OfficeDay.Others {
        var work = OfficeDay.Others()
        work.added = added
        work.edited = edited
        work.voided = voided
        work.deleted = deleted
        work.merged = merged
        work.renamed = renamed
        work.inactivated = inactivated
        work.families = families
        return work
    }

    func validate() throws {
        for count in [added, edited, voided, deleted, merged, renamed, inactivated] where count < 0 {
            throw ValidationError("A number of edits must not be negative.")
        }
        for kind in kinds where !CompanyFile.isRestrictable(kind) {
            throw ValidationError(
                "\(kind) is no kind of record; give the name of a query without QueryRq, such as Invoice.")
        }
    }
}
