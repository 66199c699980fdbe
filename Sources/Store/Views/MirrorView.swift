/// A view over the mirror: a name, columns, and where they come from.
package struct MirrorView: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        /// What a value of the column is. The raw values are the words of the documentation.
        package enum Form: String, Sendable {
            case text, integer, date, time, id, name, amount, decimal, json
            /// 0 or 1.
            case flag
            /// An amount in hundredths.
            case minor
        }

        package var name: String
        package var form: Form
        /// The SQL behind it.
        package var expression: String
        /// Where QuickBooks has it (`BillAddress/Addr1`), or a sentence for what is ours.
        package var meaning: String

        init(_ name: String, _ form: Form, _ expression: String, _ meaning: String) {
            self.name = name
            self.form = form
            self.expression = expression
            self.meaning = meaning
        }
    }

    package var name: String
    /// A sentence: what one row of it is.
    package var title: String
    /// The kind of records that it shows; nil where there are several.
    package var kind: String?
    /// The kind's view, where it shows what stands inside the records of that kind.
    package var parent: String?
    package var columns: [Column]
    /// From `FROM` on.
    var source: String

    /// Stands in each view of ours, so that those of others are told from it and left alone.
    static let mark = "-- qbsyncd's own: each version makes it anew; see mirror.md."

    package var sql: String {
        let columns = columns.map { column in
            column.expression.hasSuffix("." + column.name)
                ? column.expression : "\(column.expression) AS \(column.name)"
        }
        return "CREATE VIEW \(name) AS \(Self.mark)\nSELECT \(columns.joined(separator: ",\n"))\n\(source)"
    }
}
