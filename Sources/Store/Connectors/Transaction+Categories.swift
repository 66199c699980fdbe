package import FoundationEssentials
package import Sync

/// A sync is reading the category from a place that an earlier day would put in the wrong.
package struct CategoryBusy: Error, Equatable, Sendable {
    package var category: String
}

extension Transaction {
    /// Sets what a person wants of a category.
    ///
    /// An earlier day to begin with wants records that the watermark would hide, so the watermark goes with
    /// it: the next sync reads the category anew. A sync that is reading it already would put the watermark
    /// back at its end; that is refused with `CategoryBusy`.
    package func editCategory(
        _ category: String, of name: String, to setting: CategorySetting, by author: Author, at now: Date
    ) throws {
        let connector = try known(name)
        let present = try categorySettings(connector: connector.id)[category] ?? .standard
        guard let difference = present.difference(to: setting) else { return }
        if setting.reachesBack(behind: present) {
            if try isBeingRead(category, connector: connector.id) { throw CategoryBusy(category: category) }
            try execute(
                "DELETE FROM watermark WHERE connector_id = ?1 AND category = ?2", connector.id, category)
        }
        if setting == .standard {
            try execute(
                "DELETE FROM category_setting WHERE connector_id = ?1 AND category = ?2", connector.id,
                category)
        } else {
            try execute(
                """
                INSERT INTO category_setting (connector_id, category, direction, cadence, page_size,
                    from_date)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                ON CONFLICT DO UPDATE SET direction = ?3, cadence = ?4, page_size = ?5, from_date = ?6
                """, connector.id, category, setting.direction.rawValue, setting.cadence.description,
                setting.pageSize, setting.fromDate)
        }
        try audit(author, .editCategory, connector: name, subject: category, detail: difference, at: now)
    }

    private func isBeingRead(_ category: String, connector: Int64) throws -> Bool {
        try first(
            """
            SELECT 1 FROM conversation AS v JOIN category_run AS r ON r.conversation = v.number
            WHERE v.connector_id = ?1 AND v.ended_at IS NULL AND r.category = ?2
                AND r.state IN ('waiting', 'running')
            """, connector, category
        ) { $0.next(Bool.self) } ?? false
    }
}

extension CategorySetting {
    /// Whether it wants records that the other one left out.
    fileprivate func reachesBack(behind other: CategorySetting) -> Bool {
        guard let before = other.fromDate else { return false }
        return fromDate.map { $0 < before } ?? true
    }

    private var texts: [(field: String, value: String)] {
        [
            ("direction", direction.rawValue), ("cadence", cadence.description),
            ("page_size", pageSize.map(String.init) ?? "measured"), ("from_date", fromDate ?? "none"),
        ]
    }

    /// `direction both -> read; cadence every-run -> 6h`; nil if nothing differs.
    fileprivate func difference(to other: CategorySetting) -> String? {
        let differing = zip(texts, other.texts).filter { $0.value != $1.value }
        guard !differing.isEmpty else { return nil }
        return differing.map { "\($0.field) \($0.value) -> \($1.value)" }.joined(separator: "; ")
    }
}
