/// Exact integers from decimal texts in plain SQL, so that `sqlite3` alone understands them: no step goes
/// through a binary fraction, which cannot hold a tenth.
///
/// The point is taken out, and zeros are put behind until the text has the wanted number of decimals. How
/// many are missing follows from the place of the point: `12.30` has two characters behind it, `12` reads as
/// -1. A text with more decimals than the unit holds, or one that is no decimal number, gives NULL: no value
/// is better than one that was rounded or guessed.
enum MinorUnits {
    /// - Parameter text: an SQL expression that gives the decimal's text, or NULL.
    static func expression(_ text: String, decimals: Int) -> String {
        let cases = stride(from: decimals, through: 0, by: -1).map { count in
            "WHEN \(count) THEN '\(String(repeating: "0", count: decimals - count))'"
        }
        let zeros = String(repeating: "0", count: decimals)
        return "CASE WHEN \(text) GLOB '*[0-9]*' AND \(text) NOT GLOB '*[^-0-9.]*' THEN CAST("
            + "replace(\(text),'.','')||CASE length(\(text))-instr(\(text)||'.','.') "
            + cases.joined(separator: " ") + " WHEN -1 THEN '\(zeros)' END AS INTEGER) END"
    }
}
