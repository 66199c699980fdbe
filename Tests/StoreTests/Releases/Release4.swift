/// The fourth release: what the third one had, and what grew since.
enum Release4 {
    static let migrations =
        Release3.migrations + [
            "5 held conversations, blockers",
            "6 rhythm, conditions",
            "7 webhooks",
        ]

    static let schema = Release3.schema + growth

    private static let growth = #"""
        -- All is exchanged, and the conversation is held open for requests until then.
        ALTER TABLE conversation ADD COLUMN held_until TEXT;
        -- For how many seconds; 0: never.
        ALTER TABLE connector ADD COLUMN hold_seconds INTEGER NOT NULL DEFAULT 0 CHECK (hold_seconds >= 0);

        -- How many of those that it waits for have not succeeded. The triggers keep it, whoever writes.
        ALTER TABLE request ADD COLUMN blockers INTEGER NOT NULL DEFAULT 0 CHECK (blockers >= 0);
        UPDATE request SET blockers = (
            SELECT count(*) FROM request_need AS n JOIN request AS p ON p.number = n.needs
            WHERE n.request = request.number AND p.state <> 'succeeded');
        CREATE TRIGGER request_need_made AFTER INSERT ON request_need
            WHEN (SELECT state FROM request WHERE number = NEW.needs) <> 'succeeded'
        BEGIN
            UPDATE request SET blockers = blockers + 1 WHERE number = NEW.request;
        END;
        CREATE TRIGGER request_need_met AFTER UPDATE OF state ON request
            WHEN NEW.state = 'succeeded' AND OLD.state <> 'succeeded'
        BEGIN
            UPDATE request SET blockers = blockers - 1
            WHERE number IN (SELECT request FROM request_need WHERE needs = NEW.number);
        END;
        DROP INDEX request_queue;
        CREATE INDEX request_queue ON request (connector_id, priority DESC, number)
            WHERE state = 'queued' AND blockers = 0;
        -- All that wait, for whoever looks over them.
        CREATE INDEX request_waiting ON request (connector_id, queued_at) WHERE state = 'queued';
        CREATE INDEX request_arrival ON request (connector_id, queued_at);
        CREATE INDEX request_bundle ON request (bundle) WHERE bundle IS NOT NULL;

        INSERT INTO grdb_migrations VALUES ('5 held conversations, blockers');
        -- What check-ins taught us about a connector beside its settings.
        CREATE TABLE rhythm (
            connector_id     INTEGER PRIMARY KEY REFERENCES connector (id),
            -- Seconds between the latest check-ins, the oldest first, separated by blanks.
            gaps             TEXT NOT NULL DEFAULT '',
            -- Of the Web Connector, and when it said so for the first time.
            client_version   TEXT,
            client_seen_at   TEXT,
            -- Seconds by which the Windows clock is ahead of ours, when that was seen, and since when it has
            -- been beyond the limit.
            clock_ahead      INTEGER,
            clock_seen_at    TEXT,
            clock_since      TEXT,
            CHECK ((client_version IS NULL) = (client_seen_at IS NULL)),
            CHECK ((clock_ahead IS NULL) = (clock_seen_at IS NULL))
        ) STRICT;
        -- Hours since 1970 in which a check-in came, for two weeks.
        CREATE TABLE contact_hour (
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            hour             INTEGER NOT NULL,
            PRIMARY KEY (connector_id, hour)
        ) STRICT, WITHOUT ROWID;

        -- A condition that began, and when it ended: told once each, however often the daemon is restarted.
        CREATE TABLE condition (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            -- NULL: of the whole installation.
            connector_id     INTEGER REFERENCES connector (id),
            code             TEXT NOT NULL CHECK (code <> ''),
            -- A user or a category; empty where the condition is one by itself.
            subject          TEXT NOT NULL,
            sentence         TEXT NOT NULL,
            -- Since when it was so, and when we told of it.
            since            TEXT NOT NULL,
            began_at         TEXT NOT NULL,
            ended_at         TEXT
        ) STRICT;
        CREATE UNIQUE INDEX condition_standing ON condition (coalesce(connector_id, 0), code, subject)
            WHERE ended_at IS NULL;
        CREATE INDEX condition_ended ON condition (ended_at) WHERE ended_at IS NOT NULL;

        -- What the minute's look asks of all connectors at once.
        CREATE INDEX coverage_lost ON coverage (connector_id)
            WHERE was_readable_at IS NOT NULL AND answer IN ('refused', 'withheld');
        CREATE INDEX message_category ON message (connector_id) WHERE subject = '';
        INSERT INTO grdb_migrations VALUES ('6 rhythm, conditions');
        -- A receiver of events. The secrets sign what is sent; /v1/sql shows them to nobody.
        CREATE TABLE webhook (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            id               TEXT NOT NULL UNIQUE CHECK (id GLOB 'wh_?*'),
            url              TEXT NOT NULL CHECK (url <> ''),
            -- Which events: of one connector, and of some kinds, by name or by its beginning with a dot at
            -- the end, separated by blanks; NULL for all.
            connector_id     INTEGER REFERENCES connector (id),
            kinds            TEXT CHECK (kinds <> ''),
            secret           TEXT NOT NULL CHECK (secret GLOB 'whsec_?*'),
            -- Signs too until then.
            earlier_secret   TEXT,
            earlier_until    TEXT,
            created_at       TEXT NOT NULL,
            -- Number of the last event that is settled: delivered, given up, or none of its own.
            cursor           INTEGER NOT NULL CHECK (cursor >= 0),
            -- Failed tries of the event at the head of the line, and those of any since the last success.
            attempts         INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            failures         INTEGER NOT NULL DEFAULT 0 CHECK (failures >= attempts),
            failing_since    TEXT,
            next_try_at      TEXT,
            disabled_at      TEXT,
            disabled_because TEXT CHECK (disabled_because IN ('asked', 'failing', 'gone')),
            CHECK ((earlier_secret IS NULL) = (earlier_until IS NULL)),
            CHECK ((failures = 0) = (failing_since IS NULL)),
            CHECK ((disabled_at IS NULL) = (disabled_because IS NULL))
        ) STRICT;

        -- Every try, and every test. Kept for a month, also when the webhook itself is gone.
        CREATE TABLE webhook_delivery (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            webhook          TEXT NOT NULL,
            cause            TEXT NOT NULL CHECK (cause IN ('event', 'again', 'test')),
            event            INTEGER,
            kind             TEXT NOT NULL,
            attempt          INTEGER NOT NULL CHECK (attempt > 0),
            at               TEXT NOT NULL,
            milliseconds     INTEGER NOT NULL,
            -- What the receiver answered; NULL if nothing.
            status           INTEGER,
            error            TEXT,
            outcome          TEXT NOT NULL CHECK (outcome IN ('delivered', 'failed', 'given up')),
            CHECK ((event IS NULL) = (cause = 'test')),
            CHECK ((outcome = 'delivered') = (error IS NULL))
        ) STRICT;
        CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook, number);

        -- Events that somebody wants sent once more.
        CREATE TABLE webhook_again (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            webhook          TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
            event            INTEGER NOT NULL,
            asked_at         TEXT NOT NULL,
            attempts         INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            next_try_at      TEXT,
            UNIQUE (webhook, event)
        ) STRICT;

        INSERT INTO grdb_migrations VALUES ('7 webhooks');
        """#
}
