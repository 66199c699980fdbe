import FoundationEssentials

extension Form where Value == TrustedProxies {
    static let networks = Form(
        shape: .list, expected: "a list of addresses or networks such as [\"10.0.0.7\", \"192.168.1.0/24\"]"
    ) { raw throws(Complaint) in
        guard case .list(let values) = raw else { throw .notA(raw) }
        var networks: [IPNetwork] = []
        for value in values {
            guard case .text(let text) = value, let network = IPNetwork(text) else {
                throw Complaint(problem: "it contains \(value.words), which is neither address nor network")
            }
            networks.append(network)
        }
        return TrustedProxies(networks)
    } write: { proxies in
        .list(proxies.networks.map { .text("\($0)") })
    }
}

extension Form where Value == String {
    /// The address at which others reach us. Its path, if any, is the prefix that a proxy gives us.
    static let publicURL = Form.text("an address such as \"https://sync.example.com\"") {
        text throws(Complaint) in
        var plain = text
        while plain.hasSuffix("/") { plain.removeLast() }
        guard let parts = URLComponents(string: plain), let host = parts.host, !host.isEmpty,
            parts.scheme == "http" || parts.scheme == "https"
        else { return nil }
        guard parts.query == nil, parts.fragment == nil, parts.user == nil else {
            throw Complaint(problem: "it may hold a host, a port and a path, nothing else")
        }
        return plain
    } write: { url in
        url
    }
}
