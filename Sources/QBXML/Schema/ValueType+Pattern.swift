extension ValueType {
    /// What `verdict(on:)` takes of text, as a regular expression of ECMA-262, the dialect of JSON Schema;
    /// nil where every text has the form. Days and times that do not exist pass here, and are the check's to
    /// refuse.
    package var pattern: String? {
        guard let form = formPattern else { return nil }
        return objectionToNothing == nil ? "^(\(form))?$" : "^(\(form))$"
    }

    private var formPattern: String? {
        switch self {
        case .text, .id, .enumeration, .empty, .flag: nil
        case .int: "[-+]?[0-9]{1,10}"
        case .amount: #"[-+]?[0-9]{1,13}(\.[0-9]{2})?"#
        case .price, .quantity, .percent: #"[-+]?[0-9]{1,10}(\.[0-9]{1,5})?"#
        case .float: #"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)"#
        case .guid: #"0|\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}"#
        case .interval: "[-+]?PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?"
        case .date: "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        case .time:
            "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
                + "(T[0-9]{1,2}(:[0-9]{1,2}(:[0-9]{1,2}([-+][0-9]{1,2}:[0-9]{1,2})?)?)?)?"
        }
    }
}
