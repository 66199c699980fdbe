/// The names of views and columns: QuickBooks' own, written as SQL is.
///
///     ReceivePaymentRet   receive_payment         PONumber   po_number
///     ARAccountRef        ar_account              Addr1      addr1
enum ViewName {
    /// Words in small letters, joined by `_`. Digits belong to the word before them, a row of capitals is one
    /// word.
    static func snake(_ element: String) -> String {
        let letters = Array(element.utf8)
        var name: [UInt8] = []
        for (index, letter) in letters.enumerated() {
            if index > 0, isCapital(letter) {
                let next = index + 1 < letters.count ? letters[index + 1] : nil
                let endsRow =
                    isCapital(letters[index - 1]) && next.map { !isCapital($0) && !isDigit($0) } == true
                if !isCapital(letters[index - 1]) || endsRow { name.append(UInt8(ascii: "_")) }
            }
            name.append(isCapital(letter) ? letter + 32 : letter)
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// Without `Ret`, which only says that QuickBooks returned it.
    static func plain(_ element: String) -> String {
        element.hasSuffix("Ret") ? String(element.dropLast(3)) : element
    }

    /// The view of a kind. `check` alone would have to be quoted wherever it is used: SQL reserves the word.
    static func kind(_ kind: String) -> String {
        kind == "Check" ? "check_txn" : snake(kind)
    }

    /// The column of a reference: `CustomerRef` becomes `customer_id` and `customer_name`.
    static func reference(_ element: String) -> String {
        snake(element.hasSuffix("Ref") ? String(element.dropLast(3)) : element)
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
