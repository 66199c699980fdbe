internal import FoundationEssentials
internal import WebConnector

extension WebConnectorSession {
    /// Opens QuickBooks under the application's name, locks the company for this program, and asks the three
    /// opening queries. It tries twice before the server hears of it.
    mutating func open(_ path: String, on workstation: inout Workstation) {
        for fault in faults { fault.prepare(&workstation) }
        var refusal = ConnectionRefusal.couldNotAccess
        for attempt in 1...2 {
            do throws(ConnectionRefusal) {
                if let obstacle = faults.compactMap(\.obstacle).first { throw obstacle }
                connection = try workstation.connect(to: path, unattended: application.mayRunUnattended)
                return askOpeningQueries(on: &workstation)
            } catch {
                refusal = error
                show(.log("Attempt \(attempt) to open QuickBooks failed: \(error.hresult) \(error.message)"))
            }
        }
        show(.log("QBWC1013: error connecting to QuickBooks."))
        stage = .connectionError(refusal)
    }

    private mutating func askOpeningQueries(on workstation: inout Workstation) {
        guard let connection else { return }
        let ownerID = application.file.ownerID
        let lock = "LOCKED:\(workstation.name):\(Self.ticks(clock))"
        let document = Self.openingQueries(
            ownerID: ownerID, version: workstation.companyFile(at: connection.path)?.program.highestVersion)
        let reply = workstation.withCompanyFile(at: connection.path) { file in
            file.follow(clock: clock)
            file.setStamp("AppLock", ownerID: ownerID, to: lock)
            return quickBooks.answer(document, from: &file)
        }
        guard case .answer(let answer, _) = reply else {
            // QuickBooks would have to refuse queries that this very file made; there is no other way in
            // here.
            leaveQuickBooks(on: &workstation)
            return end(.aborted(code: 1014, "the opening queries failed"), text: "QBWC1014")
        }
        hcpResponse = Self.onOneLine(answer)
        stage = .sendRequest
    }

    /// Runs a document. The answer goes back as it is; a refusal goes back as an HRESULT and never says
    /// where.
    mutating func runDocument(_ document: [UInt8], on workstation: inout Workstation) {
        exchanges += 1
        hasRepeated = false
        let interruption = faults.compactMap { $0.interruption(ofExchange: exchanges) }.first
        var response = ReceiveResponse(ticket: ticket)
        let path = connection?.path ?? ""
        let now = Date(timeIntervalSince1970: Double(clock))
        let isOpen = workstation.openPath.map { Workstation.samePath($0, path) } ?? false
        let reply =
            isOpen
            ? workstation.withCompanyFile(at: path) {
                quickBooks.answer(document, from: &$0, at: now, interruption: interruption)
            } : nil
        switch reply {
        case .answer(let answer, let remarks):
            response.response = answer
            for remark in remarks { show(.log("qbsim: \(remark)")) }
        case .refused(let refusal):
            response.hresult = refusal.hresult
            response.message = refusal.message
            show(.log("\(refusal.hresult) \(refusal.message)"))
            for reason in refusal.reasons { show(.log("qbsdklog: \(reason)")) }
            if refusal == .crashed { workstation.closeQuickBooks() }
        case nil:
            // The file was closed under the session: QuickBooks' ticket for it is worth nothing now.
            response.hresult = "0x8004040D"
            response.message = "The session ticket is not valid."
            show(.log("\(response.hresult) \(response.message)"))
        }
        response = faults.reduce(response) { $1.bend($0, ofExchange: exchanges) }
        lastResponse = response
        delay = faults.reduce(0) { $0 + $1.seconds(forExchange: exchanges) }
        paused += delay
        stage = .receiveResponse(response)
    }

    static func openingQueries(ownerID: String, version: (major: Int, minor: Int)?) -> [UInt8] {
        let version = version ?? (1, 0)
        return Array(
            """
            <?xml version="1.0"?><?qbxml version="\(version.major).\(version.minor)"?><QBXML>\
            <QBXMLMsgsRq onError="continueOnError"><HostQueryRq requestID="0"/>\
            <CompanyQueryRq requestID="1"><OwnerID>\(ownerID)</OwnerID></CompanyQueryRq>\
            <PreferencesQueryRq requestID="2"/></QBXMLMsgsRq></QBXML>
            """.utf8)
    }

    /// The answer to the opening queries comes without the line feeds that other answers have.
    private static func onOneLine(_ answer: [UInt8]) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(answer.count)
        for byte in answer where byte != UInt8(ascii: "\n") || line.last != UInt8(ascii: ">") {
            line.append(byte)
        }
        return line
    }

    /// .NET's count of 100-nanosecond ticks since the first of January of the year 1.
    private static func ticks(_ unixSeconds: Int) -> Int {
        621_355_968_000_000_000 + unixSeconds * 10_000_000
    }
}
