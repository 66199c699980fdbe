extension Generator {
    /// A sale that will be entered, and a payment of some: in the order of time, as they draw from one
    /// counter.
    private enum Event {
        case invoice(Int)
        case payment(Int)
    }

    private struct PaymentPlan {
        var invoices: [Int]
        /// In percent of what the last of them owes; the others are paid in full.
        var percent: Int
        var moment: Int
    }

    mutating func makeSales() {
        var seed = root.split("sales")
        let chart = Chart(file)
        let parties = file.records("Customer").sorted { ($0.created, $0.id) < ($1.created, $1.id) }
        guard !parties.isEmpty, !chart.saleItems.isEmpty else { return }
        let moments = (0..<size.invoices).map { _ in workingMoment(&seed, from: start, to: end) }.sorted()
        let drafts = moments.map { moment in draft(for: moment, parties, chart, &seed) }
        let payments = planPayments(drafts, moments, &seed)
        var events = moments.enumerated().map { (moment: $0.element, event: Event.invoice($0.offset)) }
        events += payments.enumerated().map { (moment: $0.element.moment, event: Event.payment($0.offset)) }
        let order = events.indices.sorted { (events[$0].moment, $0) < (events[$1].moment, $1) }
        var ids: [Int: String] = [:]
        for place in order {
            switch events[place].event {
            case .invoice(let index):
                ids[index] = file.post(drafts[index], chart: chart, at: events[place].moment)
            case .payment(let index):
                pay(payments[index], ids, drafts, chart, &seed)
            }
        }
    }

    /// Somebody who was a customer by then buys some things, mostly one to six.
    private func draft(
        for moment: Int, _ parties: [CompanyRecord], _ chart: Chart, _ seed: inout Seed
    ) -> InvoiceDraft {
        let wall = file.zone.wall(at: moment)
        var (low, high) = (0, parties.count)
        while low < high {
            let middle = (low + high) / 2
            if parties[middle].created <= wall { low = middle + 1 } else { high = middle }
        }
        let customer = parties[seed.number(in: 0...max(low - 1, 0))]
        let lines = (0..<seed.number(in: size.lines)).map { _ in
            let item = seed.pick(chart.saleItems)
            // Hours come in halves, goods in pieces.
            let quantity = item.isService ? seed.number(in: 1...16) * 50 : seed.number(in: 1...12) * 100
            return InvoiceDraft.Line(item: item, quantity: quantity)
        }
        var draft = InvoiceDraft(customerID: customer.id, lines: lines)
        let classes = file.records("Class")
        if !classes.isEmpty, seed.chance(60) { draft.category = seed.pick(classes).reference }
        if seed.chance(25) { draft.purchaseOrder = "PO-\(seed.number(in: 1_000...99_999))" }
        if seed.chance(30) { draft.memo = seed.pick(Words.memos) }
        return draft
    }

    /// Three of four invoices are paid within two months; some customers pay two at once, some only a part.
    private func planPayments(
        _ drafts: [InvoiceDraft], _ moments: [Int], _ seed: inout Seed
    ) -> [PaymentPlan] {
        var plans: [PaymentPlan] = []
        var waiting: [String: Int] = [:]
        for (index, draft) in drafts.enumerated() {
            guard seed.chance(76) else { continue }
            if waiting[draft.customerID] == nil, seed.chance(8) {
                waiting[draft.customerID] = index
                continue
            }
            let days = seed.number(in: 3...58)
            let due = moments[index] + days * 86_400
            guard due < end else { continue }
            let earlier = waiting.removeValue(forKey: draft.customerID)
            plans.append(
                PaymentPlan(
                    invoices: (earlier.map { [$0] } ?? []) + [index], percent: seed.chance(6) ? 50 : 100,
                    moment: workingMoment(&seed, from: due, to: min(due + 3 * 86_400, end))))
        }
        return plans
    }

    private mutating func pay(
        _ plan: PaymentPlan, _ ids: [Int: String], _ drafts: [InvoiceDraft], _ chart: Chart,
        _ seed: inout Seed
    ) {
        let shares = plan.invoices.compactMap { index -> PaymentDraft.Share? in
            guard let id = ids[index], let invoice = file.record("Invoice", id: id) else { return nil }
            let rest = invoice.amount("BalanceRemaining")
            let isLast = index == plan.invoices.last
            return PaymentDraft.Share(
                invoiceID: id, amount: isLast ? rest.share(hundredthsOfPercent: plan.percent * 100) : rest)
        }
        let method = seed.pick(["Check", "Check", "Check", "Visa", "MasterCard", "Cash", "E-Check"])
        // There are no deposits in this company: only what came in the last days waits in Undeposited Funds.
        let isRecent = plan.moment > end - 5 * 86_400
        let draft = PaymentDraft(
            customerID: drafts[plan.invoices[0]].customerID, shares: shares,
            method: reference("PaymentMethod", method),
            depositTo: isRecent ? chart.undeposited : chart.checking,
            number: method == "Check" ? String(seed.number(in: 1_001...9_999)) : nil)
        _ = file.post(draft, chart: chart, at: plan.moment)
    }
}
