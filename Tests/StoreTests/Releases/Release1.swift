/// The database of the first release, as its own program made it. Never edited: somebody has it.
enum Release1 {
    static let migrations = ["1 connectors, conversations, mirror"]

    static let schema = #"""
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        CREATE TABLE installation (
            id               INTEGER PRIMARY KEY CHECK (id = 1),
            version          TEXT,
            started_at       TEXT,
            backup_path      TEXT,
            backed_up_at     TEXT
        ) STRICT;
        CREATE TABLE connector (
            id               INTEGER PRIMARY KEY,
            name             TEXT NOT NULL UNIQUE CHECK (name <> '' AND name NOT GLOB '*[^a-z0-9-]*'),
            title            TEXT NOT NULL CHECK (title <> ''),
            is_default       INTEGER NOT NULL CHECK (is_default IN (0, 1)),
            -- Its place in the stagger; never given to another connector.
            slot             INTEGER NOT NULL UNIQUE CHECK (slot >= 0),
            owner_id         TEXT NOT NULL CHECK (owner_id <> ''),
            file_id          TEXT NOT NULL CHECK (file_id <> ''),
            company_path     TEXT CHECK (company_path <> ''),
            -- The path as Windows compares it.
            company_path_key TEXT,
            company_name     TEXT,
            bound_at         TEXT,
            workstation      TEXT COLLATE NOCASE CHECK (workstation <> ''),
            interval_seconds INTEGER NOT NULL CHECK (interval_seconds >= 300),
            shutdown_window  TEXT,
            time_zone        TEXT NOT NULL CHECK (time_zone <> ''),
            morning          TEXT NOT NULL CHECK (morning IN ('automatic', 'manual')),
            poll_seconds     INTEGER NOT NULL CHECK (poll_seconds > 0),
            page_size        INTEGER NOT NULL CHECK (page_size BETWEEN 1 AND 10000),
            overlap_seconds  INTEGER NOT NULL CHECK (overlap_seconds >= 0),
            unattended       INTEGER NOT NULL CHECK (unattended IN (0, 1)),
            editions         INTEGER NOT NULL CHECK (editions BETWEEN 0 AND 15),
            created_at       TEXT NOT NULL,
            disabled_at      TEXT,
            paused_at        TEXT,
            paused_until     TEXT,
            paused_by        TEXT,
            forced_at        TEXT,
            forced_by        TEXT,
            forced_in_window INTEGER CHECK (forced_in_window IN (0, 1)),
            waiting_since    TEXT,
            contact_at       TEXT,
            contact_login    TEXT,
            contact_told     TEXT,
            CHECK ((company_path IS NULL) = (company_path_key IS NULL)),
            CHECK ((paused_at IS NULL) = (paused_by IS NULL)),
            CHECK (paused_until IS NULL OR paused_at IS NOT NULL),
            CHECK ((forced_at IS NULL) = (forced_by IS NULL)),
            CHECK ((forced_at IS NULL) = (forced_in_window IS NULL)),
            CHECK ((contact_at IS NULL) = (contact_told IS NULL)),
            CHECK ((contact_at IS NULL) = (contact_login IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX connector_default ON connector (is_default) WHERE is_default = 1;
        CREATE UNIQUE INDEX connector_file ON connector (lower(trim(file_id, '{} ')));
        -- The same path on two computers is two files.
        CREATE UNIQUE INDEX connector_path ON connector (company_path_key, coalesce(lower(workstation), ''))
            WHERE company_path_key IS NOT NULL;
        CREATE INDEX connector_workstation ON connector (workstation) WHERE workstation IS NOT NULL;
        CREATE TRIGGER connector_first BEFORE INSERT ON connector
        WHEN NEW.is_default = (SELECT count(*) > 0 FROM connector)
        BEGIN SELECT RAISE(ABORT, 'the first connector is the default, and no other'); END;
        CREATE TRIGGER connector_default_stays BEFORE UPDATE OF is_default ON connector
        WHEN NEW.is_default <> OLD.is_default
        BEGIN SELECT RAISE(ABORT, 'the default connector stays the default'); END;
        CREATE TRIGGER connector_stays BEFORE DELETE ON connector
        BEGIN SELECT RAISE(ABORT, 'a connector is disabled, never deleted'); END;
        CREATE TABLE login (
            id               INTEGER PRIMARY KEY,
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            name             TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
            password_scheme  TEXT NOT NULL CHECK (password_scheme <> ''),
            password_salt    BLOB NOT NULL,
            password_hash    BLOB NOT NULL CHECK (length(password_hash) >= 16),
            password_set_at  TEXT NOT NULL,
            created_at       TEXT NOT NULL,
            last_login_at    TEXT,
            locked_at        TEXT
        ) STRICT;
        CREATE INDEX login_connector ON login (connector_id);
        CREATE TABLE login_failure (
            login_id         INTEGER NOT NULL REFERENCES login (id),
            at               TEXT NOT NULL,
            address          TEXT NOT NULL
        ) STRICT;
        CREATE INDEX login_failure_login ON login_failure (login_id, at);
        CREATE TABLE conversation (
            number           INTEGER PRIMARY KEY,
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            ticket           TEXT NOT NULL UNIQUE CHECK (length(ticket) >= 16),
            login            TEXT NOT NULL CHECK (login <> ''),
            address          TEXT NOT NULL,
            trigger          TEXT NOT NULL CHECK (trigger <> ''),
            in_window        INTEGER NOT NULL CHECK (in_window IN (0, 1)),
            -- Turned away at the door: it is over before it began, and identical ones are counted in one row.
            is_refusal       INTEGER NOT NULL CHECK (is_refusal IN (0, 1)),
            repeats          INTEGER NOT NULL DEFAULT 1 CHECK (repeats >= 1),
            started_at       TEXT NOT NULL,
            last_call_at     TEXT NOT NULL,
            phase            TEXT NOT NULL CHECK (phase IN ('asking', 'awaiting', 'finished')),
            asked_category   TEXT,
            asked_page       TEXT CHECK (asked_page IN ('whole', 'first', 'next', 'stop')),
            asked_size       INTEGER,
            asked_iterator   TEXT,
            asked_request    TEXT,
            sequence         INTEGER NOT NULL CHECK (sequence >= 0),
            percent          INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
            is_identified    INTEGER NOT NULL CHECK (is_identified IN (0, 1)),
            qbxml_version    TEXT NOT NULL,
            workstation      TEXT,
            stop_by          TEXT,
            stop_at          TEXT,
            bytes_received   INTEGER NOT NULL CHECK (bytes_received >= 0),
            bytes_sent       INTEGER NOT NULL CHECK (bytes_sent >= 0),
            state            TEXT NOT NULL CHECK (state IN ('in progress', 'success',
                             'success with configuration issues', 'finished with errors', 'unsuccessful')),
            -- How it ended: a word for programs, a sentence for people, and all of it as JSON.
            code             TEXT,
            sentence         TEXT,
            ending           TEXT,
            ended_at         TEXT,
            CHECK ((phase = 'awaiting') = (asked_category IS NOT NULL)),
            CHECK ((asked_category IS NULL) = (asked_page IS NULL)),
            CHECK ((asked_category IS NULL) = (asked_request IS NULL)),
            CHECK ((stop_by IS NULL) = (stop_at IS NULL)),
            CHECK ((ended_at IS NULL) = (state = 'in progress')),
            CHECK ((ended_at IS NULL) = (phase <> 'finished')),
            CHECK ((ended_at IS NULL) = (code IS NULL)),
            CHECK ((ended_at IS NULL) = (sentence IS NULL)),
            CHECK ((ended_at IS NULL) = (ending IS NULL)),
            CHECK (is_refusal = 0 OR ended_at IS NOT NULL)
        ) STRICT;
        CREATE UNIQUE INDEX conversation_open ON conversation (connector_id) WHERE ended_at IS NULL;
        CREATE INDEX conversation_connector ON conversation (connector_id);
        CREATE INDEX conversation_run ON conversation (connector_id) WHERE is_refusal = 0;
        CREATE INDEX conversation_forced ON conversation (connector_id) WHERE trigger = 'forced';
        CREATE TABLE category_run (
            conversation     INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
            position         INTEGER NOT NULL CHECK (position >= 0),
            category         TEXT NOT NULL CHECK (category <> ''),
            state            TEXT NOT NULL CHECK (state IN
                             ('waiting', 'running', 'done', 'failed', 'skipped')),
            since            TEXT,
            previous_high_water TEXT,
            high_water       TEXT,
            iterator_id      TEXT,
            received         INTEGER NOT NULL CHECK (received >= 0),
            remaining        INTEGER CHECK (remaining >= 0),
            faults           INTEGER NOT NULL CHECK (faults >= 0),
            restarts         INTEGER NOT NULL CHECK (restarts >= 0),
            weight           TEXT,
            trouble          TEXT,
            added            INTEGER NOT NULL DEFAULT 0,
            updated          INTEGER NOT NULL DEFAULT 0,
            unchanged        INTEGER NOT NULL DEFAULT 0,
            failed           INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (conversation, position),
            CHECK ((weight IS NULL) = (trouble IS NULL))
        ) STRICT, WITHOUT ROWID;
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
        CREATE TABLE watermark (
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            category         TEXT NOT NULL CHECK (category <> ''),
            -- The latest TimeModified, as the company PC's wall time.
            high_water       TEXT,
            complete_at      TEXT NOT NULL,
            PRIMARY KEY (connector_id, category)
        ) STRICT, WITHOUT ROWID;
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
        PRAGMA application_id = 1363301241;
        INSERT INTO grdb_migrations (identifier) VALUES ('1 connectors, conversations, mirror');
        INSERT INTO installation (id) VALUES (1);

        """#
}
