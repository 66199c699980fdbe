/// What is wrong with a `.qwc` file, in the Web Connector's own code where it has one.
package struct ConnectionFileFinding: Equatable, Sendable {
    package enum Weight: Sendable {
        /// The Web Connector will not take the file, or the application will never work.
        case refused
        /// It works, but not well or not for everybody.
        case advised
    }

    /// A QBWC code such as 1001; nil for what the Web Connector itself does not look at.
    package var code: Int?
    package var weight: Weight
    /// `AppURL`
    package var element: String
    package var text: String
    package var remedy: String

    package init(code: Int?, weight: Weight, element: String, text: String, remedy: String) {
        self.code = code
        self.weight = weight
        self.element = element
        self.text = text
        self.remedy = remedy
    }

    /// One line for a person: `QBWC1001, AppURL: … …`
    package var sentence: String {
        let prefix = code.map { "QBWC\($0), " } ?? ""
        return "\(prefix)\(element): \(text) \(remedy)"
    }
}
