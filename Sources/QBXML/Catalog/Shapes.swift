/// What JSON becomes of an element of an answer: list or single, text or number.
struct Shapes: Sendable {
    /// How an element without children is written.
    enum Form: UInt8, Sendable {
        /// A JSON string. Money, prices, quantities, dates and IDs are always text (rule 7: never a binary
        /// float).
        case text
        /// A JSON string, one of the catalog's words.
        case enumeration
        /// `true` or `false`, if it says exactly one of the two.
        case boolean
        /// A JSON number, if it is exactly a whole number of 32 bits.
        case integer
        /// A JSON string without the percent sign that some versions of QuickBooks add.
        case percentage
    }

    struct Child: Sendable {
        var form = Form.text
        var isList = false
        var values: [String] = []

        static let unknown = Child()
    }

    static let messageSet = "QBXMLMsgsRs"
    var root: Child { Child() }

    private let parents: [String: Set<String>]
    private let forms: [String: Form]

    /// Read once, at the first answer.
    static let standard = Shapes(Notation(notation))

    private init(_ notation: Notation) {
        var parents: [String: Set<String>] = [:]
        for entry in notation["lists"]?.entries ?? [] {
            parents[entry.key] = Set(entry.words.map(String.init))
        }
        self.parents = parents
        var forms: [String: Form] = [:]
        let typed: [(String, Form)] = [
            ("booleans", .boolean), ("integers", .integer), ("percentages", .percentage),
        ]
        for (section, form) in typed {
            for name in notation[section]?["elements"] ?? [] { forms[String(name)] = form }
        }
        self.forms = forms
    }

    func child(_ element: String, of parent: String) -> Child? {
        Child(form: forms[element] ?? .text, isList: parents[element]?.contains(parent) ?? false, values: [])
    }

    func form(of element: String) -> Form { forms[element] ?? .text }

    /// The elements in which this one may come more than once; empty for nearly all.
    func listParents(of element: String) -> Set<String> { parents[element] ?? [] }

    /// Every (parent, child) pair of the catalog, for comparison with other sources.
    var lists: [String: Set<String>] { parents }

    func elements(of form: Form) -> Set<String> { Set(forms.filter { $0.value == form }.keys) }
}
