extension Workstation {
    /// Copies a company file away; a later backup takes the place of an earlier one.
    package mutating func backUp(_ path: String) {
        guard let file = companyFile(at: path) else { return }
        backups.removeAll { Self.samePath($0.path, path) }
        backups.append(file)
    }

    /// Puts the backup in the place of the company file.
    /// - Returns: false when there is no backup.
    @discardableResult
    package mutating func restore(_ path: String) -> Bool {
        guard let backup = backups.first(where: { Self.samePath($0.path, path) }) else { return false }
        addCompanyFile(backup)
        return true
    }
}
