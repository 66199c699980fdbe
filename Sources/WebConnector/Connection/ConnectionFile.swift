/// The `.qwc` file: how the Web Connector gets to know us. It holds no secret.
///
///     <QBWCXML><AppName>…</AppName><AppID></AppID><AppURL>https://…</AppURL>…<QBType>QBFS</QBType>
///       <Scheduler><RunEveryNMinutes>5</RunEveryNMinutes></Scheduler></QBWCXML>
package struct ConnectionFile: Equatable, Sendable {
    /// Shown in the Web Connector and in QuickBooks' permission window; key of the application on that
    /// machine, so unique for each connector.
    package var appName: String
    /// Reserved; normally empty.
    package var appID: String
    package var appURL: String
    package var appDescription: String
    package var appSupport: String
    package var userName: String
    /// GUIDs in braces, made once for each connector and kept for ever.
    package var ownerID: String
    package var fileID: String
    package var product: Product
    /// The schedule at first; the user may change it. Nil: none in the file.
    package var everyMinutes: Int?
    /// Under 60 the Web Connector says "Real Time". Only one of the two is written, and minutes win.
    package var everySeconds: Int?
    package var certURL: String?
    package var displayName: String?
    package var uniqueName: String?
    package var style: Style?
    /// Must not be true: the Web Connector itself writes into the company file.
    package var isReadOnly: Bool?
    /// Balloon messages at the beginning and end of updates.
    package var notify: Bool?
    /// Bits: 1 Simple Start, 2 Pro, 4 Premier, 8 Enterprise; 0 or nil means all.
    package var authFlags: UInt8?
    package var unattended: Unattended?
    package var personalData: PersonalData?
    /// Elements that are in no description of the file, in their order; they are never written.
    package var unknownElements: [String]

    package enum Product: String, Sendable {
        case financial = "QBFS"
        case pointOfSale = "QBPOS"
    }

    package enum Style: String, Sendable {
        case document = "Document"
        case documentWrapped = "DocWrapped"
        case rpc = "RPC"
    }

    /// Whether QuickBooks must allow a login while nobody has it open.
    package enum Unattended: String, Sendable {
        case required = "umpRequired"
        case optional = "umpOptional"
    }

    /// Whether access to social security and card numbers is asked for.
    package enum PersonalData: String, Sendable {
        case notNeeded = "pdpNotNeeded"
        case optional = "pdpOptional"
        case required = "pdpRequired"
    }

    package init(
        appName: String, appID: String = "", appURL: String, appDescription: String, appSupport: String,
        userName: String, ownerID: String, fileID: String, product: Product = .financial,
        everyMinutes: Int? = nil, everySeconds: Int? = nil, certURL: String? = nil,
        displayName: String? = nil,
        uniqueName: String? = nil, style: Style? = nil, isReadOnly: Bool? = nil, notify: Bool? = nil,
        authFlags: UInt8? = nil, unattended: Unattended? = nil, personalData: PersonalData? = nil
    ) {
        self.appName = appName
        self.appID = appID
        self.appURL = appURL
        self.appDescription = appDescription
        self.appSupport = appSupport
        self.userName = userName
        self.ownerID = ownerID
        self.fileID = fileID
        self.product = product
        self.everyMinutes = everyMinutes
        self.everySeconds = everySeconds
        self.certURL = certURL
        self.displayName = displayName
        self.uniqueName = uniqueName
        self.style = style
        self.isReadOnly = isReadOnly
        self.notify = notify
        self.authFlags = authFlags
        self.unattended = unattended
        self.personalData = personalData
        unknownElements = []
    }
}
