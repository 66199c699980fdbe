/// The array that `authenticate` answers with. This is the one place that knows its indexes.
extension Authentication {
    /// Two strings when there is neither a wait nor a limit. With only a limit, index 2 is empty: a number
    /// there would postpone the update, also when index 1 says that there is work.
    var strings: [String] {
        var strings = [ticket, directive.word]
        if waitSeconds != nil || minimumIntervalSeconds != nil {
            strings.append(waitSeconds.map(String.init) ?? "")
        }
        if let minimumIntervalSeconds { strings.append(String(minimumIntervalSeconds)) }
        return strings
    }

    /// As the Web Connector reads it: missing strings are empty, the words in any case.
    init(strings: [String]) {
        func string(_ index: Int) -> String { index < strings.count ? strings[index] : "" }
        self.init(
            ticket: string(0), directive: Directive(word: string(1)), waitSeconds: Int(string(2)),
            minimumIntervalSeconds: Int(string(3)))
    }
}

extension Directive {
    var word: String {
        switch self {
        case .noWork: "none"
        case .notValidUser: "nvu"
        case .busy: "busy"
        case .work(let companyFile): companyFile
        }
    }

    init(word: String) {
        switch word.lowercased() {
        case "none": self = .noWork
        case "nvu": self = .notValidUser
        case "busy": self = .busy
        default: self = .work(companyFile: word)
        }
    }
}
