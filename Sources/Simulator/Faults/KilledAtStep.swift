/// The Web Connector's program is ended in the middle: power cut, log-off, task manager. It says goodbye to
/// nobody, and its lock stays in the company file.
package struct KilledAtStep: SimulatedFault {
    package let moment: KillMoment

    package init(_ moment: KillMoment) {
        self.moment = moment
    }

    package var title: String {
        switch moment {
        case .before(let call): "killed-before=\(call)"
        case .after(let call): "killed-after=\(call)"
        case .afterRequest(let exchange): "lost-request=\(exchange)"
        case .beforeResponse(let exchange): "lost-answer=\(exchange)"
        }
    }

    package func kills(at moment: KillMoment) -> Bool { moment == self.moment }
}
