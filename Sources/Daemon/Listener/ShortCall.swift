/// What is soon done with, by the length of its body: it may hold up for its time what others wait for, the
/// thread of its connection and the writer. The longest requests of this length that can be queued are some
/// hundred and take some milliseconds.
enum ShortCall {
    static let bytes = 4 << 10
}
