import Hummingbird

/// What the Web Connector fetches when the `.qwc` is added, and what a person sees who follows the link.
enum SupportPage {
    static var response: Response {
        .html(
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>qbsyncd</title></head>
            <body>
            <h1>qbsyncd is running here</h1>
            <p>This service keeps QuickBooks Desktop in step with other programs. It is reached by the
            QuickBooks Web Connector, the small program beside QuickBooks; there is nothing to click here.</p>
            <p>If a sync does not work, look at the last result in the Web Connector, and ask the
            administrator of this service to run <code>qbsyncctl explain</code>: it says what is wrong and
            whose move it is.</p>
            </body>
            </html>

            """)
    }
}
