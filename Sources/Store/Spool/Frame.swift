import Glibc
import QBXML

/*
 A record on its way from decoding to the mirror, as bytes of the spool. The frames live for some seconds, and
 only the process that wrote them reads them, so the form may change with every version.

     8 bytes   length of the rest
     1 byte    0 a record, 1 a fault
     texts     4 bytes for the length, 0xFFFFFFFF for nil, then UTF-8
     …         what else the kind has (see below)
     rest      the JSON
*/
struct FrameWriter {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func put(_ record: Record) {
        frame(tag: 0) { frame in
            frame.put(record.kind)
            frame.put(record.id)
            frame.put(record.name)
            frame.put(record.editSequence)
            frame.put(record.timeCreated)
            frame.put(record.timeModified)
            frame.put(record.refNumber)
            frame.put(record.txnDate)
            frame.put(record.entityID)
            frame.put(UInt8(record.isActive.map { $0 ? 1 : 0 } ?? 2))
            frame.bytes += record.json
        }
    }

    mutating func put(_ fault: RecordFault) {
        frame(tag: 1) { frame in
            frame.put(fault.kind)
            frame.put(fault.id)
            frame.put(fault.name)
            frame.put(fault.reason)
            frame.put(UInt64(fault.precedingRecords))
            frame.bytes += fault.json
        }
    }

    private mutating func frame(tag: UInt8, _ body: (inout FrameWriter) -> Void) {
        let start = bytes.count
        put(UInt64(0))
        put(tag)
        body(&self)
        let length = UInt64(bytes.count - start - Frame.lengthSize)
        bytes.withUnsafeMutableBytes { $0.storeBytes(of: length, toByteOffset: start, as: UInt64.self) }
    }

    private mutating func put(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    private mutating func put(_ text: String?) {
        guard var text else { return put(UInt32.max) }
        text.withUTF8 { utf8 in
            put(UInt32(truncatingIfNeeded: utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }
}

/// Reads one frame, without its length.
struct Frame {
    static let lengthSize = MemoryLayout<UInt64>.size

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// What the first bytes of a frame say of its length.
    static func length(_ bytes: UnsafeRawBufferPointer) -> Int {
        Int(truncatingIfNeeded: bytes.loadUnaligned(as: UInt64.self))
    }

    mutating func event() throws -> RecordEvent {
        switch try number(UInt8.self) {
        case 0: .record(try record())
        case 1: .fault(try fault())
        default: throw Self.damaged
        }
    }

    private mutating func record() throws -> Record {
        let (kind, id) = (try word(), try word())
        let (name, edit) = (try text(), try text())
        let (created, modified) = (try text(), try text())
        let (refNumber, txnDate, entityID) = (try text(), try text(), try text())
        let isActive = try number(UInt8.self)
        return Record(
            kind: kind, id: id, name: name, editSequence: edit, timeCreated: created, timeModified: modified,
            isActive: isActive > 1 ? nil : isActive == 1, refNumber: refNumber, txnDate: txnDate,
            entityID: entityID, json: rest())
    }

    private mutating func fault() throws -> RecordFault {
        let (kind, id) = (try word(), try text())
        let (name, reason) = (try text(), try word())
        let preceding = Int(truncatingIfNeeded: try number(UInt64.self))
        return RecordFault(
            kind: kind, id: id, name: name, reason: reason, json: rest(), precedingRecords: preceding)
    }

    private mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        let size = MemoryLayout<Number>.size
        guard bytes.count - offset >= size else { throw Self.damaged }
        defer { offset += size }
        return bytes.loadUnaligned(fromByteOffset: offset, as: type)
    }

    private mutating func text() throws -> String? {
        let length = try number(UInt32.self)
        if length == .max { return nil }
        guard bytes.count - offset >= Int(length) else { throw Self.damaged }
        defer { offset += Int(length) }
        return String(decoding: bytes[offset..<offset + Int(length)], as: UTF8.self)
    }

    private mutating func word() throws -> String {
        guard let text = try text() else { throw Self.damaged }
        return text
    }

    private mutating func rest() -> [UInt8] {
        defer { offset = bytes.count }
        return Array(bytes[offset...])
    }

    /// We wrote it a moment ago, so a disk or somebody else's hand has changed it.
    static var damaged: StoreError { .system(path: "spool", errno: EIO) }
}
