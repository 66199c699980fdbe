/// A room of the house and what it may import.
struct Room: Sendable {
    var name: String
    /// Rooms and system libraries of this package.
    var ours: Set<String>
    /// Modules from elsewhere.
    var others: Set<String>
    /// No clock, no chance, no identity, no input or output of its own.
    var isPure = false
    /// An executable: a door into the house rather than a room.
    var isDoor = false

    /// The table of CONTRIBUTING.md, as a program reads it. What is not here may not be imported.
    static let all = [
        Room(name: "XML", ours: ["CLibXML2"], others: [], isPure: true),
        Room(name: "WebConnector", ours: ["XML"], others: ["FoundationEssentials"], isPure: true),
        Room(name: "QBXML", ours: ["XML"], others: ["FoundationEssentials"], isPure: true),
        // Only the full Foundation knows named time zones.
        Room(name: "Timetable", ours: [], others: ["Foundation", "FoundationEssentials"], isPure: true),
        Room(
            name: "Sync", ours: ["WebConnector", "QBXML", "Timetable"], others: ["FoundationEssentials"],
            isPure: true),
        Room(name: "API", ours: [], others: ["FoundationEssentials"], isPure: true),
        Room(
            name: "Simulator", ours: ["WebConnector", "QBXML", "XML"], others: ["FoundationEssentials"],
            isPure: true),
        Room(
            // The audit trail is hashed in the writer's transaction; exchanges are kept packed.
            name: "Store", ours: ["Sync", "Timetable", "WebConnector", "QBXML", "CZlib"],
            others: toolchain.union(["Crypto", "GRDB", "GRDBSQLite"])),
        Room(name: "Systemd", ours: ["CSystemd"], others: ["Glibc", "Logging", "Synchronization"]),
        // `Timetable` knows the zones by name; `Daemon` asks which one this machine is in.
        Room(
            name: "Daemon",
            ours: ["XML", "WebConnector", "QBXML", "Sync", "Timetable", "Store", "Systemd", "API"],
            others: toolchain.union([
                "AsyncHTTPClient", "Crypto", "CryptoExtras", "Foundation", "HTTPTypes", "Hummingbird",
                "HummingbirdCore",
                "HummingbirdTLS", "Logging", "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1",
                "NIOPosix", "NIOSSL", "NIOTLS", "ServiceLifecycle", "SwiftASN1", "TOMLKit", "UnixSignals",
                "X509",
            ])),
        Room(name: "qbsyncd", ours: ["Daemon"], others: toolchain.union(["ArgumentParser"]), isDoor: true),
        Room(
            name: "qbsyncctl", ours: ["API", "QBXML", "Systemd", "WebConnector"],
            others: toolchain.union(["ArgumentParser", "AsyncHTTPClient", "NIOCore", "NIOHTTP1"]),
            isDoor: true),
        Room(
            name: "qbsim", ours: ["Simulator"],
            others: toolchain.union(["ArgumentParser", "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOSSL"]),
            isDoor: true),
    ]

    static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    static let pure = Set(all.filter(\.isPure).map(\.name))
    static let systemLibraries: Set = ["CLibXML2", "CSystemd", "CZlib"]
    static let ours = systemLibraries.union(all.map(\.name))

    /// What comes with the compiler; free to all who may touch the world. The full Foundation is not among
    /// it: it is heavy, and needed only where time zones have names.
    private static let toolchain: Set = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]
}
