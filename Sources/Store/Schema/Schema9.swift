/// The ninth schema: an audit trail whose lines are tied together, and what the Web Connector and we said to
/// each other, for a few days.
enum Schema9 {
    /// Before the lines there are have been tied together.
    static let sql =
        """
        -- SHA-256 over the line and the hash of the one before it.
        ALTER TABLE audit ADD COLUMN hash BLOB CHECK (length(hash) = 32);

        """ + exchanges

    /// After it.
    static let seal = """
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

        """

    private static let exchanges = """
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

        """
}
