/// The third schema: a big answer lies in a file of the spool, and its row names the file.
enum Schema3 {
    /// Rebuilt, because SQLite cannot take a NOT NULL back.
    static let sql = """
        CREATE TABLE response_3 (
            number           INTEGER PRIMARY KEY,
            conversation     INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
            sequence         INTEGER NOT NULL,
            category         TEXT,
            received_at      TEXT NOT NULL,
            -- Why it could not be processed; NULL while nobody has tried.
            reason           TEXT,
            body             BLOB,
            -- Of one that is too big for a row: its name in the folder `spool` beside the database.
            file             TEXT CHECK (file NOT GLOB '*/*'),
            file_bytes       INTEGER,
            CHECK ((body IS NULL) = (file IS NOT NULL)),
            CHECK ((file IS NULL) = (file_bytes IS NULL))
        ) STRICT;
        INSERT INTO response_3 (number, conversation, sequence, category, received_at, reason, body)
            SELECT number, conversation, sequence, category, received_at, reason, body FROM response;
        DROP TABLE response;
        ALTER TABLE response_3 RENAME TO response;
        CREATE INDEX response_conversation ON response (conversation);
        """
}
