/// An HTTP answer, as much of it as tells who gave it and why.
package struct HTTPSight: Equatable, Sendable {
    package var status: Int
    /// Where it sends the client.
    package var location: String?
    package var contentType: String?
    /// The beginning of it.
    package var body: [UInt8]
    /// A `100 Continue` came before it.
    package var saidContinue: Bool
    /// The connection stays open for a further call.
    package var staysOpen: Bool

    package init(
        status: Int, location: String? = nil, contentType: String? = nil, body: [UInt8] = [],
        saidContinue: Bool = false, staysOpen: Bool = true
    ) {
        self.status = status
        self.location = location
        self.contentType = contentType
        self.body = body
        self.saidContinue = saidContinue
        self.staysOpen = staysOpen
    }

    /// What is wrong with an answer that should have been a plain yes; nil if nothing is.
    func complaint(of what: String) -> (sentence: String, cause: String?, fix: String)? {
        switch status {
        case 200..<300:
            return nil
        case 300..<400:
            let place = location.map { " to \(Self.told($0))" } ?? ""
            return (
                "\(what) is redirected\(place) (status \(status)).",
                "The Web Connector calls exactly the address of its .qwc file and follows no redirect.",
                "Let the address answer itself, or set listen.public_url to the one it leads to and download "
                    + "the .qwc files again."
            )
        case 401, 403, 407:
            return (
                "\(what) is refused (status \(status)).",
                "A login, a filter of addresses or a web application firewall stands in front; the Web "
                    + "Connector calls itself Internet Explorer 6, which some of them do not like.",
                "Let this address through without a login, also for that User-Agent."
            )
        case 404:
            return (
                "\(what) is not there (status 404).",
                "The address leads to another site, or the proxy passes other paths on.",
                "Let the proxy pass the whole host on to qbsyncd (location /)."
            )
        case 405:
            return (
                "\(what) is not taken (status 405).", "Another program answers here.",
                "See that the address leads to qbsyncd."
            )
        case 413:
            return (
                "\(what) is too large for what stands in between (status 413).",
                "QuickBooks' answers are megabytes; nginx takes one unless told otherwise.",
                "Raise the limit there above listen.body_limit (nginx: client_max_body_size 1g;)."
            )
        case 417:
            return (
                "\(what) is refused for its header Expect: 100-continue (status 417).",
                "The Web Connector sends it with every call.",
                "Let the proxy take Expect: 100-continue, or take the header away before it passes it on."
            )
        case 408, 504:
            return (
                "\(what) ran out of time (status \(status)).", "A limit of time at the proxy.",
                "Raise its limits of time to two minutes (nginx: client_body_timeout, proxy_read_timeout)."
            )
        case 502, 503:
            return (
                "\(what) does not come through (status \(status)).",
                "The proxy does not reach qbsyncd, or it rests.",
                "Compare the proxy's target with listen.address, and look at: systemctl status qbsyncd"
            )
        default:
            return (
                "\(what) is answered with status \(status).", nil,
                "Look into the log of the proxy, and at: journalctl -u qbsyncd"
            )
        }
    }

    /// What comes from outside is told shortly, and without what could forge a line.
    static func told(_ text: String) -> String {
        String(
            text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(120).map(
                Character.init))
    }

    var isHTML: Bool { contentType?.lowercased().contains("html") ?? false }
}

package typealias HTTPOutcome = Result<HTTPSight, NetworkTrouble>

/// One of the two pages that the Web Connector fetches when the file is added.
package struct PageSight: Equatable, Sendable {
    package enum Page: Equatable, Sendable {
        case endpoint, support
    }

    package var page: Page
    package var url: String
    package var outcome: HTTPOutcome

    package init(_ page: Page, url: String, outcome: HTTPOutcome) {
        self.page = page
        self.url = url
        self.outcome = outcome
    }

    package var finding: PreflightFinding {
        let step: PreflightStep = page == .endpoint ? .endpoint : .support
        switch outcome {
        case .failure(let trouble):
            return PreflightFinding(
                step, .failure, "GET \(url): \(trouble.sentence)", fix: trouble.fixBehind,
                code: page == .endpoint ? 1048 : 1003)
        case .success(let sight):
            if let (sentence, cause, fix) = sight.complaint(of: "GET \(url)") {
                return PreflightFinding(
                    step, .failure, sentence, cause: cause, fix: fix, code: page == .endpoint ? 1048 : 1004)
            }
            return .ok(step, "GET \(url) answers \(sight.status).")
        }
    }
}
