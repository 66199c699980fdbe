/// The sixth schema: how often each Web Connector really checks in, and which conditions stand.
enum Schema6 {
    static let sql = rhythm + conditions

    private static let rhythm = """
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

        """

    private static let conditions = """
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
        """
}
