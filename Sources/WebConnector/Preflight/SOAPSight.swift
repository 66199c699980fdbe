/// A call as the Web Connector makes it, and what came back.
package struct SOAPSight: Equatable, Sendable {
    package var operation: Operation
    package var outcome: HTTPOutcome

    package init(_ operation: Operation, outcome: HTTPOutcome) {
        self.operation = operation
        self.outcome = outcome
    }

    /// Whether a Web Connector would go on after it.
    package var isUnderstood: Bool {
        if case .success(.some) = answer { true } else { false }
    }

    /// What the program calls itself; nil where nothing was understood.
    var program: String? {
        guard case .success(.serverVersion(let name)?) = answer else { return nil }
        return name
    }

    private var answer: Result<Answer?, AnswerError> {
        guard case .success(let sight) = outcome, [200, 500].contains(sight.status) else {
            return .success(nil)
        }
        do { return .success(try Answer(decoding: sight.body, to: operation)) } catch {
            return .failure(error)
        }
    }

    package var finding: PreflightFinding {
        let what = "POST \(operation.rawValue)"
        switch outcome {
        case .failure(let trouble):
            return PreflightFinding(
                .soap, .failure, "\(what): \(trouble.sentence)", fix: trouble.fixBehind, code: 1036)
        case .success(let sight):
            if let (sentence, cause, fix) = sight.complaint(of: what), sight.status != 500 {
                return PreflightFinding(.soap, .failure, sentence, cause: cause, fix: fix, code: 1036)
            }
            return understood(what, sight)
        }
    }

    private func understood(_ what: String, _ sight: HTTPSight) -> PreflightFinding {
        if let program {
            let name = HTTPSight.told(program)
            if name.hasPrefix("qbsyncd ") { return .ok(.soap, "\(name) answers the Web Connector's calls.") }
            return PreflightFinding(
                .soap, .warning, "Another program answers here. It calls itself \"\(name)\".",
                cause: "The address leads to another server of the Web Connector's kind.",
                fix: "If it should be this one, look at the DNS and at the proxy's target.")
        }
        if isUnderstood { return .ok(.soap, "\(what) is answered.") }
        if case .failure(.fault(_, let text)) = answer {
            return PreflightFinding(
                .soap, .failure, "\(what) is answered with a fault: \(HTTPSight.told(text))",
                cause: "The program that answers is in trouble.", fix: "journalctl -u qbsyncd -p err",
                code: 1036)
        }
        let kind = sight.isHTML ? "an HTML page" : HTTPSight.told(sight.contentType ?? "something else")
        return PreflightFinding(
            .soap, .failure, "\(what) is answered with \(kind) (status \(sight.status)), not with SOAP.",
            cause: "Another program answers here, or a page of the proxy in its place.",
            fix: "See that the path leads to qbsyncd, also for POST.", code: 1036)
    }

    /// Whether the server says `100 Continue`; nil where the call itself did not come through.
    package var goAheadFinding: PreflightFinding? {
        guard case .success(let sight) = outcome, isUnderstood else { return nil }
        if sight.saidContinue { return .ok(.goAhead, "Expect: 100-continue is answered at once.") }
        return PreflightFinding(
            .goAhead, .warning, "Expect: 100-continue is not answered.",
            cause:
                "Something in between keeps it back. The Web Connector waits a moment with every call, and "
                + "then sends on.",
            fix: "Nothing must be done; syncs are faster if the proxy answers it.")
    }
}

/// A second call on the connection of the first.
package struct KeepAliveSight: Equatable, Sendable {
    package var isReused: Bool

    package init(isReused: Bool) { self.isReused = isReused }

    package var finding: PreflightFinding {
        guard !isReused else { return .ok(.keepAlive, "One connection serves several calls.") }
        return PreflightFinding(
            .keepAlive, .warning, "The connection is closed after each call.",
            cause: "nginx does so with Internet Explorer 6, which the Web Connector calls itself.",
            fix: "nginx: keepalive_disable none; else a sync of a thousand calls makes a thousand handshakes."
        )
    }
}

/// A call with a large body.
package struct BodySight: Equatable, Sendable {
    package var bytes: Int
    package var call: SOAPSight

    package init(bytes: Int, call: SOAPSight) {
        self.bytes = bytes
        self.call = call
    }

    package var finding: PreflightFinding {
        let what = "A call of \(bytes >> 20) MB"
        switch call.outcome {
        case .failure(let trouble):
            return PreflightFinding(
                .body, .failure, "\(what): \(trouble.sentence)",
                cause: "Something in between cuts large calls off, by size or by time.",
                fix: "Raise its limits (nginx: client_max_body_size 1g; client_body_timeout 120s;).",
                code: 1042
            )
        case .success(let sight):
            if let (sentence, cause, fix) = sight.complaint(of: what) {
                return PreflightFinding(.body, .failure, sentence, cause: cause, fix: fix, code: 1042)
            }
            guard call.isUnderstood else {
                return PreflightFinding(
                    .body, .failure, "\(what) is answered, but not with SOAP.",
                    cause: "Something in between answers large calls in the server's place.",
                    fix: "Raise the limit there (nginx: client_max_body_size 1g;).", code: 1042)
            }
            return .ok(.body, "\(what) comes through.")
        }
    }
}
