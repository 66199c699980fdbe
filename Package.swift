// swift-tools-version:6.2
import PackageDescription

// Outside products, one constant each, so that a target's list of dependencies reads as a sentence.
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")

let package = Package(
    name: "qbsyncd",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // The system's libraries.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Ground floor: pure values. No I/O, no clock, no randomness.
        .target(name: "XML", dependencies: ["CLibXML2"]),
        .target(name: "WebConnector", dependencies: ["XML"]),
        .target(name: "QBXML", dependencies: ["XML"]),
        .target(name: "Timetable"),
        .target(name: "API"),
        .target(name: "Sync", dependencies: ["WebConnector", "QBXML", "Timetable"]),
        .target(name: "Simulator", dependencies: ["WebConnector", "QBXML", "XML"]),

        // First floor: one edge of the world each.
        .target(name: "Store", dependencies: ["Sync", "Timetable", "QBXML", "CZlib", crypto, grdb]),
        .target(name: "Systemd", dependencies: ["CSystemd", logging]),

        // Roof: the shell that joins them.
        .target(
            name: "Daemon",
            dependencies: [
                "XML", "WebConnector", "QBXML", "Sync", "Timetable", "Store", "Systemd", "API",
                asn1, asyncHTTPClient, crypto, hummingbird, hummingbirdTLS, logging, nioCore, nioHTTP1,
                nioHTTPTypes, nioPosix, nioSSL, nioTLS, serviceLifecycle, tomlKit, unixSignals, x509,
            ]),

        // Doors.
        .executableTarget(name: "qbsyncd", dependencies: ["Daemon", argumentParser]),
        .executableTarget(
            name: "qbsyncctl",
            dependencies: [
                "API", "QBXML", "Systemd", "WebConnector", asyncHTTPClient, argumentParser, nioCore, nioHTTP1,
            ]),
        .executableTarget(
            name: "qbsim",
            dependencies: ["Simulator", asyncHTTPClient, argumentParser, nioCore, nioHTTP1, nioSSL]),

        // Tests mirror the rooms; three more look at the whole.
        .testTarget(name: "XMLTests", dependencies: ["XML"]),
        .testTarget(name: "WebConnectorTests", dependencies: ["WebConnector", "XML"]),
        .testTarget(name: "QBXMLTests", dependencies: ["QBXML", "XML"]),
        .testTarget(name: "TimetableTests", dependencies: ["Timetable"]),
        .testTarget(name: "APITests", dependencies: ["API"]),
        .testTarget(name: "SyncTests", dependencies: ["Sync"]),
        .testTarget(name: "SimulatorTests", dependencies: ["Simulator"]),
        .testTarget(name: "StoreTests", dependencies: ["Store"]),
        .testTarget(name: "SystemdTests", dependencies: ["Systemd"]),
        .testTarget(
            name: "DaemonTests",
            dependencies: [
                "Daemon", "QBXML", "Simulator", "Store", "qbsyncd", "qbsyncctl", "qbsim", asyncHTTPClient,
                grdb, x509,
            ],
            // Read where they lie.
            exclude: ["Logs/Samples"]),
        .testTarget(name: "SimulationTests", dependencies: ["Offices", "Sync", "Store", "Simulator"]),
        .testTarget(name: "HouseTests"),

        // Witnesses from outside: what others say of qbXML, held against the catalog. Nothing here ships.
        .target(name: "Witness", dependencies: ["QBXML", "XML", "CLibXML2"], path: "Tests/Witness"),
        .executableTarget(
            name: "qbwitness", dependencies: ["Witness", "QBXML", "XML", argumentParser],
            path: "Tests/WitnessProgram"),
        // Whole offices on a clock that a test moves; the program runs thousands of their weeks.
        .target(
            name: "Offices", dependencies: ["Sync", "Store", "Simulator"], path: "Tests/Offices"),
        .executableTarget(
            name: "qbweeks", dependencies: ["Offices", argumentParser], path: "Tests/OfficesProgram"),
        .testTarget(name: "WitnessTests", dependencies: ["Witness", "QBXML", "XML"]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
