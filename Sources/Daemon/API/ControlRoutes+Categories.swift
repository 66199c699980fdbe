import API
import FoundationEssentials
import Hummingbird
import QBXML
import Store
import Sync

extension ControlRoutes {
    func listCategories(_ request: Request, _ order: Order) async throws -> Response {
        try QueryReading(request, known: []).end()
        let connector = try await connector(order)
        let (settings, freshness) = try await database.read { snapshot in
            (
                try snapshot.categorySettings(connector: connector),
                try snapshot.freshness(connector: connector)
            )
        }
        return try .json(
            QBXML.Category.all.map { CategoryDetail($0, settings[$0.name], freshness[$0.name]) })
    }

    func showCategory(_ request: Request, _ order: Order) async throws -> Response {
        try QueryReading(request, known: []).end()
        let category = try Self.category(order)
        let connector = try await connector(order)
        return try .json(try await detail(category, connector))
    }

    func editCategory(_ request: Request, _ order: Order) async throws -> Response {
        let category = try Self.category(order)
        let name = try order.parameter("connector")
        let connector = try await connector(order)
        let wish = try await request.body(as: CategorySettings.self)
        try await database.transact { transaction in
            let present = try transaction.categorySettings(connector: connector)[category.name] ?? .standard
            let setting = try present.laying(wish)
            do {
                try transaction.editCategory(
                    category.name, of: name, to: setting, by: order.author, at: order.now)
            } catch let busy as CategoryBusy {
                throw OrderRefusal.conflict(
                    "A sync is reading \(busy.category) at this moment and would forget the earlier records. "
                        + "Wait for its end, or end it: qbsyncctl stop \(name)")
            }
        }
        journal.order(
            "the settings of \(category.name) were changed", connector: name, by: order.author.name)
        return try .json(try await detail(category, connector))
    }

    private func detail(_ category: QBXML.Category, _ connector: Int64) async throws -> CategoryDetail {
        try await database.read { snapshot in
            CategoryDetail(
                category, try snapshot.categorySettings(connector: connector)[category.name],
                try snapshot.freshness(connector: connector)[category.name])
        }
    }

    /// The category in the address, or the refusal that names the nearest one there is.
    static func category(_ order: Order) throws -> QBXML.Category {
        let name = try order.parameter("category")
        if let category = QBXML.Category.called(name) { return category }
        let hint = OrderRefusal.hint(name, among: QBXML.Category.all.map(\.name))
        throw OrderRefusal.notFound(
            "There is no category \(name).\(hint) The list: qbsyncctl category list")
    }
}

extension CategoryDetail {
    init(_ category: QBXML.Category, _ setting: CategorySetting?, _ freshness: FreshnessRow?) {
        self.init(
            category: category.name, title: category.title,
            kinds: category.kinds,
            settings: CategorySettings(setting ?? .standard), isStandard: setting ?? .standard == .standard,
            measuredPageSize: freshness?.pageSize)
    }
}

extension CategorySettings {
    init(_ setting: CategorySetting) {
        self.init(
            direction: setting.direction.rawValue, cadence: setting.cadence.description,
            pageSize: setting.pageSize ?? 0, fromDate: setting.fromDate ?? "none")
    }
}

extension CategorySetting {
    /// - Throws: everything that is wrong with the wish, at once.
    func laying(_ wish: CategorySettings) throws -> CategorySetting {
        var setting = self
        var reading = SettingsReading()
        if let word = wish.direction {
            if let direction = Direction(rawValue: word) {
                setting.direction = direction
            } else {
                let known = Direction.allCases.map(\.rawValue).joined(separator: ", ")
                reading.refuse("direction", "\"\(word)\" is none of \(known).")
            }
        }
        if let text = wish.cadence {
            if let cadence = Cadence(text) {
                setting.cadence = cadence
            } else {
                reading.refuse(
                    "cadence", "\"\(text)\" is neither every-run, nightly, nor hours from 1h to 8760h.")
            }
        }
        if let size = wish.pageSize {
            setting.pageSize = size == 0 ? nil : size
            if !(0...10_000).contains(size) {
                reading.refuse(
                    "page_size", "\(size) is not between 1 and 10000, nor 0 for what the times lead to.")
            }
        }
        if let text = wish.fromDate {
            setting.fromDate = text == "none" ? nil : text
            if text != "none", text.utf8.count != 10 || Stamp(text) == nil {
                reading.refuse("from_date", "\"\(text)\" is no day such as 2026-01-01, nor none.")
            }
        }
        guard reading.findings.isEmpty else { throw OrderRefusal.findings(reading.findings) }
        return setting
    }
}
