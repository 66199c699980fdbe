/// The fourth schema: requests that wait to be sent, the message sets that they travelled in, and what
/// happened to them.
enum Schema4 {
    static let sql = conversations + requests + sets + events

    private static let conversations = """
        -- The connector's stamp was read out of the company file in this conversation.
        ALTER TABLE conversation ADD COLUMN is_proven INTEGER NOT NULL DEFAULT 0;
        -- The newest qbXML that this QuickBooks takes.
        ALTER TABLE conversation ADD COLUMN highest_version TEXT;
        -- What is out about a message set: apply, ask or look; NULL for the questions of a sync.
        ALTER TABLE conversation ADD COLUMN asked_errand TEXT;
        ALTER TABLE conversation ADD COLUMN asked_set TEXT;

        """

    private static let requests = """
        CREATE TABLE request (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            id               TEXT NOT NULL UNIQUE CHECK (id <> ''),
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            state            TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'succeeded', 'failed',
                             'cancelled', 'expired', 'outcome unknown')),
            -- What became of the books.
            outcome          TEXT NOT NULL CHECK (outcome IN ('applied', 'not applied', 'pending', 'unknown',
                             'not applicable')),
            -- InvoiceAdd, and what it does: Add, Mod, Del, Void, Merge; NULL for a question.
            title            TEXT NOT NULL,
            operation        TEXT,
            -- The record: given for a change, known afterwards for what is new.
            kind             TEXT,
            record_id        TEXT,
            edit_sequence    TEXT,
            name             TEXT,
            entity           TEXT,
            txn_date         TEXT,
            external_guid    TEXT,
            -- In canonical form, without requestID.
            body             BLOB NOT NULL,
            -- Values that earlier requests give: a list of token, request and path as JSON.
            links            TEXT,
            digest           TEXT NOT NULL,
            -- Of what is added, without our GUID: two that are alike are told by it.
            content          TEXT,
            needs_version    TEXT NOT NULL,
            -- Who queued it, and what they call it.
            source           TEXT NOT NULL,
            reference        TEXT,
            priority         INTEGER NOT NULL DEFAULT 0,
            bundle           INTEGER,
            queued_at        TEXT NOT NULL,
            not_before       TEXT,
            expires_at       TEXT,
            attempts         INTEGER NOT NULL DEFAULT 0,
            isolation        INTEGER,
            -- The record as the caller knew it, to be compared if QuickBooks has a newer one.
            before           TEXT,
            is_stale         INTEGER NOT NULL DEFAULT 0,
            set_id           TEXT,
            position         INTEGER,
            is_examined      INTEGER NOT NULL DEFAULT 0,
            blindness        TEXT,
            sent_at          TEXT,
            settled_at       TEXT,
            -- What QuickBooks said, and what that means.
            status_code      INTEGER,
            status_message   TEXT,
            code             TEXT,
            sentence         TEXT,
            -- The record that came back, or the answer to a question, as JSON.
            result           TEXT,
            -- What may have come of it, when nobody can tell: a list of records as JSON.
            candidates       TEXT,
            dismissed_at     TEXT,
            dismissed_by     TEXT,
            CHECK ((settled_at IS NOT NULL) = (state IN ('succeeded', 'failed', 'cancelled', 'expired'))),
            CHECK (state <> 'sent' OR set_id IS NOT NULL),
            CHECK ((dismissed_at IS NULL) = (dismissed_by IS NULL))
        ) STRICT;
        -- In the order of sending.
        CREATE INDEX request_queue ON request (connector_id, priority DESC, number) WHERE state = 'queued';
        CREATE INDEX request_stale ON request (connector_id, priority DESC, number)
            WHERE state = 'queued' AND is_stale = 1;
        CREATE INDEX request_expiry ON request (expires_at) WHERE state = 'queued' AND expires_at IS NOT NULL;
        CREATE INDEX request_set ON request (set_id) WHERE set_id IS NOT NULL;
        CREATE INDEX request_list ON request (connector_id, number);
        CREATE INDEX request_state ON request (connector_id, state, number);
        CREATE INDEX request_trouble ON request (connector_id, number)
            WHERE state IN ('failed', 'outcome unknown') AND dismissed_at IS NULL;
        CREATE INDEX request_settled ON request (settled_at) WHERE settled_at IS NOT NULL;
        CREATE INDEX request_digest ON request (connector_id, digest, queued_at);

        CREATE INDEX request_content ON request (connector_id, content) WHERE content IS NOT NULL;
        CREATE INDEX request_record ON request (connector_id, kind, record_id) WHERE record_id IS NOT NULL;
        CREATE INDEX request_key ON request (connector_id, title, name, queued_at);

        -- Whoever queued the same again and again; nothing of theirs goes out until a person has looked.
        CREATE TABLE stopped_source (
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            source           TEXT NOT NULL,
            since            TEXT NOT NULL,
            sentence         TEXT NOT NULL,
            PRIMARY KEY (connector_id, source)
        ) STRICT, WITHOUT ROWID;

        -- A request waits until these have succeeded.
        CREATE TABLE request_need (
            request          INTEGER NOT NULL REFERENCES request (number) ON DELETE CASCADE,
            needs            INTEGER NOT NULL REFERENCES request (number) ON DELETE CASCADE,
            PRIMARY KEY (request, needs)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX request_need_back ON request_need (needs);

        -- One call that queued requests; the same key again gives the same receipt.
        CREATE TABLE request_call (
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            key              TEXT NOT NULL CHECK (key <> ''),
            digest           TEXT NOT NULL,
            first            INTEGER NOT NULL,
            last             INTEGER NOT NULL,
            PRIMARY KEY (connector_id, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX request_call_last ON request_call (last);

        """

    private static let sets = """
        CREATE TABLE message_set (
            id               TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 23),
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            stage            TEXT NOT NULL CHECK (stage IN ('sent', 'unknown there', 'unanswered', 'clash',
                             'closed')),
            is_recoverable   INTEGER NOT NULL CHECK (is_recoverable IN (0, 1)),
            -- The exact bytes, fixed before they first went out.
            document         BLOB NOT NULL,
            requests         INTEGER NOT NULL,
            since            TEXT NOT NULL,
            formed_at        TEXT NOT NULL,
            sent_at          TEXT NOT NULL,
            sends            INTEGER NOT NULL,
            asks             INTEGER NOT NULL,
            closed_at        TEXT
        ) STRICT;
        -- One at a time for each company file.
        CREATE UNIQUE INDEX message_set_open ON message_set (connector_id) WHERE stage <> 'closed';
        CREATE INDEX message_set_closed ON message_set (connector_id, closed_at) WHERE closed_at IS NOT NULL;
        CREATE INDEX message_set_age ON message_set (closed_at) WHERE closed_at IS NOT NULL;

        """

    private static let events = """
        -- Everything that happens to requests, in the order of the commits. Numbers count up for ever.
        CREATE TABLE event (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            at               TEXT NOT NULL,
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            -- request.queued, request.sent, request.succeeded, …
            kind             TEXT NOT NULL,
            subject          TEXT NOT NULL,
            sentence         TEXT
        ) STRICT;
        CREATE INDEX event_subject ON event (subject);

        CREATE VIEW requests AS
            SELECT request.number, request.id, connector.name AS connector, request.state, request.outcome,
                   request.title, request.kind, request.record_id, request.name, request.source,
                   request.reference, request.queued_at, request.sent_at, request.settled_at,
                   request.attempts, request.status_code, request.sentence, request.result
            FROM request JOIN connector ON connector.id = request.connector_id;
        """
}
