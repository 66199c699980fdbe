/// The fifth release: what the fourth one had, and what grew since.
enum Release5 {
    static let migrations =
        Release4.migrations + [
            "8 restorations",
            "9 audit chain, exchanges",
            "10 indexes of requests",
            "12 deleted versions, earlier answers of coverage",
        ]

    static let schema = Release4.schema + growth

    private static let growth = #"""
        -- Each time the database was put back to a copy of itself, whoever did it and how.
        CREATE TABLE restoration (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            restored_at      TEXT NOT NULL,
            -- As of when the copy was: what came between is lost.
            copied_at        TEXT NOT NULL,
            -- Requests that may have been sent in the time that is lost.
            requests         INTEGER NOT NULL CHECK (requests >= 0),
            -- The last numbers that the copy has given, and those behind which it goes on: the numbers
            -- between may have been given in the time that is lost, and are never given again.
            last_change      INTEGER NOT NULL,
            next_change      INTEGER NOT NULL CHECK (next_change > last_change),
            last_event       INTEGER NOT NULL,
            next_event       INTEGER NOT NULL CHECK (next_event > last_event)
        ) STRICT;

        -- It may have been sent after this moment, in a time that is lost; NULL while its state is the truth.
        ALTER TABLE request ADD COLUMN doubtful_since TEXT;
        CREATE INDEX request_doubtful ON request (connector_id)
            WHERE doubtful_since IS NOT NULL AND state IN ('queued', 'sent');
        INSERT INTO grdb_migrations VALUES ('8 restorations');

        -- SHA-256 over the line and the hash of the one before it.
        ALTER TABLE audit ADD COLUMN hash BLOB CHECK (length(hash) = 32);
        -- One side of one call of the Web Connector. The document holds books and addresses: /v1/sql shows it
        -- to nobody.
        CREATE TABLE exchange (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation     INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
            at               TEXT NOT NULL,
            operation        TEXT NOT NULL CHECK (operation <> ''),
            direction        TEXT NOT NULL CHECK (direction IN ('received', 'sent')),
            -- What came or went beside a document, as a JSON object of texts. Never a password.
            details          TEXT NOT NULL CHECK (details <> ''),
            -- The document: its length, and how much of it is left out behind the first bytes.
            bytes            INTEGER NOT NULL CHECK (bytes >= 0),
            head             INTEGER NOT NULL CHECK (head >= 0),
            left_out         INTEGER NOT NULL CHECK (left_out >= 0),
            packing          TEXT NOT NULL CHECK (packing IN ('none', 'zlib')),
            body             BLOB NOT NULL,
            -- What the row takes up, about.
            stored           INTEGER NOT NULL CHECK (stored > 0),
            CHECK (head + left_out <= bytes)
        ) STRICT;
        CREATE INDEX exchange_of ON exchange (conversation, number);

        -- How much all of them take up. The triggers keep it, whoever writes.
        CREATE TABLE exchange_total (
            id               INTEGER PRIMARY KEY CHECK (id = 1),
            stored           INTEGER NOT NULL CHECK (stored >= 0)
        ) STRICT;
        INSERT INTO exchange_total VALUES (1, 0);
        CREATE TRIGGER exchange_kept AFTER INSERT ON exchange
        BEGIN
            UPDATE exchange_total SET stored = stored + NEW.stored;
        END;
        CREATE TRIGGER exchange_gone AFTER DELETE ON exchange
        BEGIN
            UPDATE exchange_total SET stored = stored - OLD.stored;
        END;
        CREATE TRIGGER audit_is_tied BEFORE INSERT ON audit WHEN NEW.hash IS NULL
        BEGIN
            SELECT RAISE(ABORT, 'a line of the audit trail has a hash');
        END;
        CREATE TRIGGER audit_stays_as_it_is BEFORE UPDATE ON audit
        BEGIN
            SELECT RAISE(ABORT, 'a line of the audit trail is never changed');
        END;
        CREATE TRIGGER audit_stays BEFORE DELETE ON audit
        BEGIN
            SELECT RAISE(ABORT, 'a line of the audit trail is never deleted');
        END;
        INSERT INTO grdb_migrations VALUES ('9 audit chain, exchanges');
        -- Keys of calls have a table of their own.
        DROP INDEX request_digest;
        -- How many wait, since when, and for which version.
        DROP INDEX request_waiting;
        CREATE INDEX request_waiting ON request (connector_id, queued_at, not_before, needs_version)
            WHERE state = 'queued';
        -- How many of a connector were settled within a day.
        DROP INDEX request_settled;
        CREATE INDEX request_settled ON request (settled_at, connector_id) WHERE settled_at IS NOT NULL;
        INSERT INTO grdb_migrations VALUES ('10 indexes of requests');
        -- From then until `valid_until` it was known to be deleted; NULL for a version that was never.
        ALTER TABLE record_version ADD COLUMN deleted_at TEXT;

        -- What the probe answered before `since`, and since when; NULL while it has had one answer only.
        ALTER TABLE coverage ADD COLUMN previous_answer TEXT;
        ALTER TABLE coverage ADD COLUMN previous_since TEXT;
        INSERT INTO grdb_migrations VALUES ('12 deleted versions, earlier answers of coverage');
        """#
}
