/// The values that the enumerations of one document may have, as bytes to compare with.
///
/// An enumeration mostly repeats the value that it had last, or has one of a handful; so the last one is
/// tried first and the others one after the other, without a `String` or a hash. Whoever owns the value calls
/// `release` once.
struct Vocabulary {
    /// One enumeration: a range of `words`, and the word that matched last.
    private struct List {
        var start: Int
        var count: Int
        var last: Int
    }

    private struct Word {
        var start: Int
        var count: Int
    }

    private var letters = JSONBuffer(capacity: 4 << 10)
    private var words: [Word] = []
    private var lists: [List] = []

    func release() { letters.release() }

    var capacity: Int { letters.capacity }

    /// - Returns: the number to ask by.
    mutating func add(_ values: some Sequence<String>) -> Int {
        let start = words.count
        for value in values {
            var value = value
            value.withUTF8 { append($0) }
        }
        lists.append(List(start: start, count: words.count - start, last: start))
        return lists.count - 1
    }

    /// Takes one more value into a list. The list moves to the end; that is rare, and lists are short.
    mutating func add(_ value: UnsafeBufferPointer<UInt8>, to list: Int) {
        let old = lists[list]
        let start = words.count
        words.append(contentsOf: words[old.start..<old.start + old.count])
        append(value)
        lists[list] = List(start: start, count: old.count + 1, last: words.count - 1)
    }

    private mutating func append(_ value: UnsafeBufferPointer<UInt8>) {
        words.append(Word(start: letters.count, count: value.count))
        letters.reserve(value.count)
        if let start = value.baseAddress { letters.put(start, value.count) }
    }

    mutating func contains(_ value: UnsafeBufferPointer<UInt8>, in list: Int) -> Bool {
        let range = lists[list]
        guard range.count > 0 else { return false }
        if matches(value, range.last) { return true }
        for word in range.start..<range.start + range.count where matches(value, word) {
            lists[list].last = word
            return true
        }
        return false
    }

    private func matches(_ value: UnsafeBufferPointer<UInt8>, _ word: Int) -> Bool {
        let word = words[word]
        guard word.count == value.count else { return false }
        for index in 0..<word.count where letters.start[word.start + index] != value[index] { return false }
        return true
    }
}
