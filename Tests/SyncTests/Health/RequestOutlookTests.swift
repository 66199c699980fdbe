import FoundationEssentials
import Sync
import Testing
import Timetable
import WebConnector

@Suite("What requests wait for")
struct RequestOutlookTests {
    private func outlook(_ scene: HealthScene, rest minutes: Double? = nil) -> RequestOutlook {
        RequestOutlook(scene.health.facts, restEnd: minutes.map { scene.ago(-$0) }, now: scene.now)
    }

    @Test("is a check-in, also where no sync is due")
    func plain() {
        let outlook = outlook(HealthScene())
        #expect(outlook.sentence == RequestOutlook.plain && !outlook.isHeldUp && outlook.mover == .nobody)
    }

    @Test("is the night's end, a person who forces the morning, or another company of the workstation")
    func timetable() {
        var scene = HealthScene()
        scene.health.facts.connector.rule.window = try? Window(start: 17 * 3600, end: 19 * 3600)
        let night = outlook(scene)
        #expect(night.sentence == "It waits until acme may go: Overnight shutdown until 19:00 (UTC).")
        #expect(night.mover == .nobody && night.fix == "qbsyncctl sync acme --during-shutdown")
        scene = HealthScene()
        scene.health.facts.connector.rule.morning = .manual
        #expect(outlook(scene).fix == "qbsyncctl sync acme" && outlook(scene).mover == .administrator)
        scene = HealthScene()
        scene.health.facts.leases = [
            Lease(workstation: "FRONTDESK", connector: "beta", since: scene.ago(3), lastCall: scene.ago(1))
        ]
        #expect(outlook(scene).sentence.contains("Another company on FRONTDESK is updating (beta)."))
    }

    @Test("is nothing where their own time is over")
    func over() {
        let scene = HealthScene()
        #expect(outlook(scene).isOver(scene.now) && outlook(scene).isOver(scene.ago(1)))
        #expect(!outlook(scene).isOver(scene.ago(-1)) && !outlook(scene).isOver(nil))
    }

    @Test("is the end of their rest, or a sync that is due before it")
    func rest() {
        var scene = HealthScene()
        #expect(outlook(scene, rest: 20).sentence.contains("so its requests rest until 18:30 (UTC)."))
        scene.ended("quickbooks-unavailable", hresult: "0x80040414", minutes: 5)
        let gone = outlook(scene, rest: 20)
        #expect(gone.sentence.contains("The last of them: It ended with quickbooks-unavailable."))
        #expect(gone.mover == .workstation)
        scene.health.facts.history.lastRunStart = scene.ago(300)
        #expect(!outlook(scene, rest: 20).sentence.contains("rest until"), "a sync is due, and takes them")
    }

    @Test("is the connector's trouble where a check-in would not help or does not come")
    func trouble() {
        var scene = HealthScene()
        scene.heard(200)
        #expect(outlook(scene).sentence.hasSuffix("The Web Connector of acme has stopped checking in."))
        scene = HealthScene()
        scene.ended("wrong-company-file", minutes: 30)
        #expect(outlook(scene).fix?.contains("rebind acme") == true)
        scene.health.facts.users = [
            User(name: "kim", connectorID: 1, lockedAt: scene.ago(5), createdAt: scene.ago(900))
        ]
        #expect(outlook(scene).sentence.contains("kim is locked"))
        scene.health.facts.connector.disabledAt = scene.ago(9)
        #expect(outlook(scene).sentence == "It waits until acme may go: acme is disabled.")
    }

    @Test("of one with a time of its own it is that, and what lasts longer")
    func ownTime() {
        var scene = HealthScene()
        let time = scene.ago(-30)
        #expect(outlook(scene).sentence(notBefore: time) == "It waits for its time, 18:40 (UTC).")
        #expect(outlook(scene).sentence(notBefore: scene.ago(1)) == RequestOutlook.plain)
        scene.health.facts.connector.rule.window = try? Window(start: 17 * 3600, end: 19 * 3600)
        #expect(outlook(scene).outlasts(time))
        #expect(outlook(scene).sentence(notBefore: time).hasSuffix("Overnight shutdown until 19:00 (UTC)."))
        #expect(!outlook(scene).outlasts(scene.ago(-90)))
    }
}
