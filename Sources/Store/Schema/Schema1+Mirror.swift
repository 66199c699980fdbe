extension Schema1 {
    /// Raw answers: stored before anybody looks at them, gone as soon as they are processed.
    static let responses = """
        CREATE TABLE response (
            number           INTEGER PRIMARY KEY,
            conversation     INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
            sequence         INTEGER NOT NULL,
            category         TEXT,
            received_at      TEXT NOT NULL,
            -- Why it could not be processed; NULL while nobody has tried.
            reason           TEXT,
            body             BLOB NOT NULL
        ) STRICT;
        CREATE INDEX response_conversation ON response (conversation);

        """

    static let mirror = """
        -- The company file's records. A table with a rowid: at 1.5 KB a row, WITHOUT ROWID would send most of
        -- each row to overflow pages (measured: twice the file and twice the time for a page of 6,000
        -- records).
        CREATE TABLE record (
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            kind             TEXT NOT NULL CHECK (kind <> ''),
            id               TEXT NOT NULL CHECK (id <> ''),
            name             TEXT,
            edit_sequence    TEXT,
            time_created     TEXT,
            time_modified    TEXT,
            is_active        INTEGER CHECK (is_active IN (0, 1)),
            first_seen_at    TEXT NOT NULL,
            changed_at       TEXT NOT NULL,
            -- Of the JSON: tells an unchanged record without reading it.
            digest           INTEGER NOT NULL,
            json             TEXT NOT NULL,
            PRIMARY KEY (connector_id, kind, id)
        ) STRICT;

        -- Up to when a category of the mirror is complete.
        CREATE TABLE watermark (
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            category         TEXT NOT NULL CHECK (category <> ''),
            -- The latest TimeModified, as the company PC's wall time.
            high_water       TEXT,
            complete_at      TEXT NOT NULL,
            PRIMARY KEY (connector_id, category)
        ) STRICT, WITHOUT ROWID;

        -- An item was added or updated. It outlives the row of its conversation, hence no reference to it.
        CREATE TABLE activity (
            number           INTEGER PRIMARY KEY,
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            conversation     INTEGER NOT NULL,
            at               TEXT NOT NULL,
            kind             TEXT NOT NULL,
            record_id        TEXT NOT NULL,
            name             TEXT,
            operation        TEXT NOT NULL CHECK (operation IN ('added', 'updated'))
        ) STRICT;
        CREATE INDEX activity_connector ON activity (connector_id);

        -- An item, or a whole category, did not sync, and why. The row goes when the item lands.
        CREATE TABLE message (
            number           INTEGER PRIMARY KEY,
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            category         TEXT NOT NULL CHECK (category <> ''),
            -- What tells it from other messages of the category: the record's kind with its id, else its
            -- name, else the reason; empty for the category as a whole.
            subject          TEXT NOT NULL,
            kind             TEXT,
            record_id        TEXT,
            name             TEXT,
            sentence         TEXT NOT NULL CHECK (sentence <> ''),
            since            TEXT NOT NULL,
            last_seen_at     TEXT NOT NULL,
            UNIQUE (connector_id, category, subject),
            CHECK ((subject = '') = (kind IS NULL))
        ) STRICT;

        """

    static let audit = """
        -- Who did what to a connector or a user. Never pruned.
        CREATE TABLE audit (
            number           INTEGER PRIMARY KEY,
            at               TEXT NOT NULL,
            who              TEXT NOT NULL CHECK (who <> ''),
            -- Of the peer on the control socket; NULL for a token over TCP.
            uid              INTEGER,
            action           TEXT NOT NULL CHECK (action <> ''),
            connector        TEXT,
            subject          TEXT NOT NULL,
            detail           TEXT
        ) STRICT;
        CREATE INDEX audit_connector ON audit (connector);

        """

    /// For people and programs that read the file with plain SQL.
    static let views = """
        CREATE VIEW mirror AS
            SELECT connector.name AS connector, record.kind, record.id, record.name, record.is_active,
                   record.edit_sequence, record.time_created, record.time_modified, record.first_seen_at,
                   record.changed_at, record.json
            FROM record JOIN connector ON connector.id = record.connector_id;

        CREATE VIEW freshness AS
            SELECT connector.name AS connector, watermark.category, watermark.complete_at,
                   watermark.high_water
            FROM watermark JOIN connector ON connector.id = watermark.connector_id;

        CREATE VIEW history AS
            SELECT conversation.number, connector.name AS connector, conversation.state,
                   conversation.sentence, conversation.trigger, conversation.login,
                   conversation.address, conversation.started_at,
                   conversation.ended_at, conversation.repeats, conversation.bytes_received,
                   conversation.bytes_sent,
                   (SELECT sum(added) FROM category_run WHERE conversation = number) AS added,
                   (SELECT sum(updated) FROM category_run WHERE conversation = number) AS updated,
                   (SELECT sum(unchanged) FROM category_run WHERE conversation = number) AS unchanged,
                   (SELECT sum(failed) FROM category_run WHERE conversation = number) AS failed
            FROM conversation JOIN connector ON connector.id = conversation.connector_id;
        """
}
