package import WebConnector

extension WebConnectorSession {
    /// The answer to the call that `next` gave.
    package mutating func take(_ answer: Answer, on workstation: inout Workstation) {
        if takeStray(answer.summary) { return }
        if let failure = faults.compactMap({ $0.failure(ofCall: calls + 1) }).first {
            paused += DotNetClient.timeoutSeconds
            return fail(failure, on: &workstation)
        }
        calls += 1
        if faults.contains(where: { $0.kills(at: .after(call: calls)) }) {
            return kill(atCall: calls, on: &workstation)
        }
        switch (stage, answer) {
        case (.serverVersion, .serverVersion(let text)):
            if !text.isEmpty { show(.log("Server version: \(text)")) }
            stage = .clientVersion
        case (.clientVersion, .clientVersion(let text)):
            takeClientVersion(text)
        case (.authenticate, .authenticate(let authentication)):
            take(authentication)
        case (.connectionError(let refusal), .connectionError(let text)):
            takeConnectionError(text, refusal)
        case (.sendRequest, .sendRequestXML(let document)):
            if losesRequest(document) { return kill(atCall: calls, on: &workstation) }
            takeDocument(document)
        case (.receiveResponse, .receiveResponseXML(let percent)):
            if repeatsAnswer { return show(.log("The answer was delivered twice.")) }
            takePercent(percent)
        case (.lastError, .getLastError(let text)):
            takeLastError(text)
        case (.rejectInteraction, .interactiveRejected(let text)):
            finish(.endedByServer(text), text: text)
        case (.closeConnection, .closeConnection(let text)):
            takeGoodbye(text)
        default:
            calls -= 1
            fail(.unreadable("it is the answer to another call."), on: &workstation)
        }
    }

    /// The call threw. The session is over, except after `serverVersion`; nothing is repeated.
    package mutating func fail(_ failure: CallFailure, on workstation: inout Workstation) {
        if takeStray(failure.sentence) { return }
        calls += 1
        guard let operation = awaited, let code = CallFailure.code(of: operation) else {
            show(.log("serverVersion failed: \(failure.sentence)"))
            stage = .clientVersion
            return
        }
        show(.log("QBWC\(code): \(operation.rawValue) failed. \(failure.sentence)"))
        leaveQuickBooks(on: &workstation)
        end(.aborted(code: code, failure.sentence), text: "QBWC\(code): \(failure.sentence)")
    }

    /// The operation whose answer is waited for; nil for `serverVersion`, whose failure ends nothing.
    private var awaited: Operation? {
        switch stage {
        case .serverVersion: nil
        case .clientVersion: .clientVersion
        case .authenticate: .authenticate
        case .connectionError: .connectionError
        case .receiveResponse: .receiveResponseXML
        case .lastError: .getLastError
        case .rejectInteraction: .interactiveRejected
        case .closeConnection: .closeConnection
        default: .sendRequestXML
        }
    }

    // MARK: Before QuickBooks

    private mutating func takeClientVersion(_ text: String) {
        let word = text.dropFirst(2)
        switch text.prefix(2).uppercased() {
        case "":
            stage = .authenticate
        case "W:":
            show(.window(String(word)))
            if manners.acceptsWarnings {
                stage = .authenticate
            } else {
                end(.versionRefused(code: 1037, String(word)), text: "QBWC1037: \(word)")
            }
        case "E:":
            show(.window(String(word)))
            end(.versionRefused(code: 1037, String(word)), text: "QBWC1037: \(word)")
        case "O:":
            show(.window("This server needs version \(word) of the Web Connector."))
            end(
                .versionRefused(code: 1037, String(word)),
                text: "QBWC1037: version \(word) of the Web Connector is needed")
        default:
            end(
                .versionRefused(code: 1046, text),
                text: "QBWC1046: the server's answer to clientVersion has a wrong syntax: \(text)")
        }
    }

    private mutating func take(_ authentication: Authentication) {
        ticket = authentication.ticket
        // Both act on Auto-Run only.
        if application.isAutoRun {
            waitSeconds = authentication.waitSeconds
            minimumInterval = authentication.minimumIntervalSeconds
        }
        switch authentication.directive {
        case .noWork:
            leaveIdle(.noDataExchange, "No data exchange required")
        case .notValidUser:
            show(.log("QBWC1040: the server said nvu."))
            leaveIdle(.notValidUser, "Invalid password for username \(application.file.userName)")
        case .busy:
            leaveIdle(.busy, "Application Busy")
        case .work(let path):
            if let waitSeconds, waitSeconds > 0 {
                leaveIdle(.postponed(seconds: waitSeconds), "Update postponed by application.")
            } else {
                stage = .connect(path: path)
            }
        }
    }

    /// Nothing to do: mostly without a goodbye.
    private mutating func leaveIdle(_ ending: UpdateOutcome.Ending, _ text: String) {
        guard manners.closesIdleSessions else { return end(ending, text: text) }
        show(.status(text))
        finish(ending, text: text)
    }

    private mutating func takeConnectionError(_ text: String, _ refusal: ConnectionRefusal) {
        connectionErrors += 1
        let isLast = connectionErrors == Self.connectionErrorLimit
        if isLast {
            show(.log("The server wanted \(connectionErrors) tries; this simulator gives up."))
        }
        guard text.lowercased() != "done", !isLast else {
            let words = "\(refusal.hresult): \(refusal.message)"
            show(.status(words))
            return finish(.connectionFailed(hresult: refusal.hresult), text: words)
        }
        show(.log("The server wants another try with \(text.isEmpty ? "the file now open" : text)."))
        stage = .connect(path: text)
    }

    // MARK: With QuickBooks

    private func losesRequest(_ document: [UInt8]) -> Bool {
        guard !document.isEmpty else { return false }
        return faults.contains { $0.kills(at: .afterRequest(exchange: exchanges + 1)) }
    }

    /// Whether the same call is to be made again, which is noted.
    private var repeatsAnswer: Bool {
        mutating get {
            guard !hasRepeated, faults.contains(where: { $0.repeatsResponse(ofExchange: exchanges) }) else {
                return false
            }
            hasRepeated = true
            return true
        }
    }

    private mutating func takeDocument(_ document: [UInt8]) {
        hcpResponse = nil
        let isNoOp = String(decoding: document.prefix(16), as: UTF8.self).lowercased() == "noop"
        stage = document.isEmpty || isNoOp ? .lastError : .work(document)
    }

    private mutating func takePercent(_ percent: Int) {
        if percent < 0 {
            stage = .lastError
        } else if percent < 100 {
            show(.progress(percent))
            stage = .sendRequest
        } else {
            // Numbers above 100 are not defined; this simulator takes them for the end.
            show(.progress(100))
            finish(.finished, text: "")
        }
    }

    private mutating func takeLastError(_ text: String) {
        switch text.lowercased() {
        case "noop":
            stage = .pause
        case "interactive mode":
            stage = .rejectInteraction
        default:
            if !text.isEmpty { show(.status(text)) }
            finish(.endedByServer(text), text: text)
        }
    }

    /// The end is known; QuickBooks is closed and the goodbye said.
    private mutating func finish(_ ending: UpdateOutcome.Ending, text: String) {
        self.ending = ending
        lastText = text
        stage = .close
    }

    private mutating func takeGoodbye(_ text: String) {
        let last = lastText.isEmpty ? text : lastText
        stage = .ended(
            UpdateOutcome(ending: ending ?? .finished, text: last, calls: calls, exchanges: exchanges))
        if !text.isEmpty { show(.status(text)) }
    }
}
