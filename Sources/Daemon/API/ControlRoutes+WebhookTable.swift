import API
import HTTPTypes
import QBXML
import Store

/// The part of the table about those whom events are sent to.
extension ControlRoutes {
    var webhooks: [Route] { receivers + webhookOrders }

    private var receivers: [Route] {
        [
            Route(
                "addWebhook", .post, Path.webhooks,
                "Sends events to an address, signed; the answer holds the secret, once",
                takes: .word(WebhookCreation.self), gives: .made(WebhookSecret.self), mayConflict: true,
                needsDecider: true, examples: RouteExample.addWebhook, addWebhook),
            Route(
                "listWebhooks", .get, Path.webhooks, "Whom events are sent to",
                gives: .word([WebhookEntry].self), needsDecider: true,
                examples: [RouteExample("All of them.")], listWebhooks),
            Route(
                "showWebhook", .get, "/v1/webhooks/{webhook}", "How far a webhook is served",
                gives: .word(WebhookEntry.self), needsDecider: true,
                examples: [RouteExample("How it stands.")], showWebhook),
            Route(
                "editWebhook", .patch, "/v1/webhooks/{webhook}",
                "Another address or other events; what is left out stays",
                takes: .word(WebhookSettings.self), gives: .word(WebhookEntry.self), needsDecider: true,
                examples: RouteExample.editWebhook, editWebhook),
            Route(
                "removeWebhook", .delete, "/v1/webhooks/{webhook}",
                "Nothing is sent to it any more, and its secret is forgotten", gives: .word(Done.self),
                needsDecider: true, examples: [RouteExample("It is not wanted any more.")], removeWebhook),
        ]
    }

    private var webhookOrders: [Route] {
        [
            Route(
                "rotateWebhook", .post, "/v1/webhooks/{webhook}/rotate",
                "A new secret, shown once; the one before signs too for a while",
                takes: .word(WebhookRotation.self), gives: .word(WebhookSecret.self), needsDecider: true,
                examples: RouteExample.rotateWebhook, rotateWebhook),
            Route(
                "enableWebhook", .post, "/v1/webhooks/{webhook}/enable",
                "Goes on where it stopped, with the first try at once", gives: .word(WebhookEntry.self),
                needsDecider: true, examples: [RouteExample("The receiver works again.")], enableWebhook),
            Route(
                "disableWebhook", .post, "/v1/webhooks/{webhook}/disable",
                "Sends nothing until it is enabled; events are kept for it", gives: .word(WebhookEntry.self),
                needsDecider: true, examples: [RouteExample("The receiver is being moved.")], disableWebhook),
            Route(
                "testWebhook", .post, "/v1/webhooks/{webhook}/test",
                "Sends an event webhook.test now, and tells what the receiver said",
                gives: .word(WebhookTestResult.self), needsDecider: true,
                examples: [RouteExample("Does it arrive?")], testWebhook),
            Route(
                "listDeliveries", .get, "/v1/webhooks/{webhook}/deliveries",
                "Every try of the last 30 days, newest first",
                query: [.limit(otherwise: 50), .beforeDelivery], gives: .word(DeliveryPage.self),
                needsDecider: true, examples: [RouteExample("The last tries.", query: "limit=20")],
                listDeliveries),
            Route(
                "redeliver", .post, "/v1/webhooks/{webhook}/redeliver",
                "Sends any event that is still kept once more", takes: .word(WebhookRedelivery.self),
                gives: .word(Done.self), mayConflict: true, mayBeGone: true, needsDecider: true,
                examples: RouteExample.redeliver, redeliver),
        ]
    }
}

extension Route.QueryParameter {
    static let beforeDelivery = integer("before", "Only tries with smaller numbers: next, to page on.")
}

extension RouteExample {
    static let addWebhook = [
        RouteExample(
            "What failed, and what nobody can tell, of one connector.",
            body: [
                "url": "https://example.com/hooks/qbsyncd", "connector": "acme",
                "kinds": ["request.failed", "request.unknown"],
            ], status: 201),
        RouteExample(
            "Over the network only with https.", name: "unencrypted",
            body: ["url": "http://example.com/hooks"], status: 422),
    ]

    static let editWebhook = [
        RouteExample(
            "All of requests, of all connectors.", body: ["connector": "*", "kinds": ["request."]])
    ]

    static let rotateWebhook = [
        RouteExample("In three days the receivers have it.", body: ["overlap": "3d"])
    ]

    static let redeliver = [RouteExample("The first event once more.", body: ["event": 1])]
}
