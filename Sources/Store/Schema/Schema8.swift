/// The eighth schema: a database that was put back to a copy of itself knows it.
enum Schema8 {
    static let sql = """
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

        """
}
