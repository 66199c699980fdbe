/// The second schema: a mirror that knows deletions, earlier versions, settings by category, and what a run
/// came to beside reading.
enum Schema2 {
    static let sql = records + activity + categories + steps + tasks + indexes

    private static let records = """
        -- Of a transaction: its number and day, and the customer, vendor or employee that it is with.
        ALTER TABLE record ADD COLUMN ref_number TEXT;
        ALTER TABLE record ADD COLUMN txn_date TEXT;
        ALTER TABLE record ADD COLUMN entity_id TEXT;
        -- TimeModified in UTC like all our own times, the daylight-saving fault corrected; NULL if none came.
        ALTER TABLE record ADD COLUMN modified_at TEXT;
        -- When we learned that QuickBooks has it no more; NULL for one that is there.
        ALTER TABLE record ADD COLUMN deleted_at TEXT;
        -- How we learned it: `listed` by QuickBooks' own query for deletions, `missing` from a comparison.
        ALTER TABLE record ADD COLUMN deletion TEXT;
        -- TimeDeleted as QuickBooks gave it.
        ALTER TABLE record ADD COLUMN time_deleted TEXT;

        -- For what is there already. EditSequence is the UTC time of the change in seconds.
        UPDATE record SET ref_number = json ->> '$.RefNumber', txn_date = json ->> '$.TxnDate',
            entity_id = coalesce(json ->> '$.CustomerRef.ListID', json ->> '$.VendorRef.ListID',
                json ->> '$.PayeeEntityRef.ListID', json ->> '$.EntityRef.ListID'),
            modified_at = CASE
                WHEN edit_sequence GLOB '[0-9]*' AND length(edit_sequence) IN (9, 10)
                    THEN strftime('%Y-%m-%dT%H:%M:%fZ', edit_sequence, 'unixepoch')
                ELSE strftime('%Y-%m-%dT%H:%M:%fZ', time_modified) END;
        -- Everything is read once more: transactions come with what they are linked to from now on.
        UPDATE watermark SET high_water = NULL;

        -- What a record was before it changed, for as long as the connector's `history` says.
        CREATE TABLE record_version (
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            kind             TEXT NOT NULL,
            id               TEXT NOT NULL,
            -- It was so until then, and from `changed_at` on.
            valid_until      TEXT NOT NULL,
            changed_at       TEXT NOT NULL,
            name             TEXT,
            edit_sequence    TEXT,
            time_modified    TEXT,
            json             TEXT NOT NULL,
            PRIMARY KEY (connector_id, kind, id, valid_until)
        ) STRICT;
        -- off: none; a number: days; forever.
        ALTER TABLE connector ADD COLUMN history TEXT NOT NULL DEFAULT 'off';

        """

    /// Rebuilt, because SQLite cannot widen a CHECK. Its numbers count up for ever and never twice: programs
    /// read on from the last one they saw.
    private static let activity = """
        CREATE TABLE activity_2 (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            -- 0 for what no conversation brought.
            conversation     INTEGER NOT NULL,
            at               TEXT NOT NULL,
            kind             TEXT NOT NULL,
            record_id        TEXT NOT NULL,
            name             TEXT,
            operation        TEXT NOT NULL CHECK (operation IN ('added', 'updated', 'deleted', 'restored')),
            -- EditSequence before and after; a balance may change without a new one.
            edit_before      TEXT,
            edit_after       TEXT
        ) STRICT;
        INSERT INTO activity_2 (number, connector_id, conversation, at, kind, record_id, name, operation)
            SELECT number, connector_id, conversation, at, kind, record_id, name, operation FROM activity;
        DROP TABLE activity;
        ALTER TABLE activity_2 RENAME TO activity;
        CREATE INDEX activity_connector ON activity (connector_id);
        CREATE INDEX activity_record ON activity (connector_id, kind, record_id);

        """

    private static let categories = """
        -- What a person set for one category of a connector; a category without a row has the standard.
        CREATE TABLE category_setting (
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            category         TEXT NOT NULL CHECK (category <> ''),
            direction        TEXT NOT NULL DEFAULT 'both'
                             CHECK (direction IN ('read', 'write', 'both', 'none')),
            -- every-run, nightly, or a number of hours.
            cadence          TEXT NOT NULL DEFAULT 'every-run',
            page_size        INTEGER CHECK (page_size BETWEEN 1 AND 10000),
            -- Records modified before this day are left out; NULL: all.
            from_date        TEXT,
            PRIMARY KEY (connector_id, category)
        ) STRICT, WITHOUT ROWID;

        -- QuickBooks' own count at the latest reconciliation, and when it agreed with ours for the last time.
        ALTER TABLE watermark ADD COLUMN expected INTEGER;
        ALTER TABLE watermark ADD COLUMN counted_at TEXT;
        ALTER TABLE watermark ADD COLUMN reconciled_at TEXT;
        -- Why the category is not complete; NULL while it is.
        ALTER TABLE watermark ADD COLUMN doubt TEXT;
        -- When all IDs were last compared.
        ALTER TABLE watermark ADD COLUMN compared_at TEXT;
        -- The page size that the measured times led to.
        ALTER TABLE watermark ADD COLUMN page_size INTEGER;

        -- What the probe of each category answered.
        CREATE TABLE coverage (
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            category         TEXT NOT NULL CHECK (category <> ''),
            answer           TEXT NOT NULL CHECK (answer IN
                             ('readable', 'empty', 'refused', 'withheld', 'not in this edition')),
            -- QuickBooks' status and words; NULL where it had none.
            code             INTEGER,
            sentence         TEXT,
            probed_at        TEXT NOT NULL,
            -- Since when it has answered so.
            since            TEXT NOT NULL,
            was_readable_at  TEXT,
            PRIMARY KEY (connector_id, category)
        ) STRICT, WITHOUT ROWID;

        """

    private static let steps = """
        -- The country that QuickBooks was made for.
        ALTER TABLE conversation ADD COLUMN edition TEXT;
        -- What a step of an agenda is for; see `Step.Purpose`.
        ALTER TABLE category_run ADD COLUMN purpose TEXT NOT NULL DEFAULT 'read';
        -- The categories of a step that asks for several at once, separated by spaces.
        ALTER TABLE category_run ADD COLUMN members TEXT;
        ALTER TABLE category_run ADD COLUMN task INTEGER;
        ALTER TABLE category_run ADD COLUMN range_from TEXT;
        ALTER TABLE category_run ADD COLUMN range_to TEXT;
        ALTER TABLE category_run ADD COLUMN page_size INTEGER;
        -- It began in an earlier conversation that broke off, or its iterator was lost.
        ALTER TABLE category_run ADD COLUMN is_resumed INTEGER NOT NULL DEFAULT 0
            CHECK (is_resumed IN (0, 1));
        ALTER TABLE category_run ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;

        -- The IDs that a whole read has met so far: what is not among them at its end is gone.
        CREATE TABLE sighting (
            conversation     INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
            position         INTEGER NOT NULL,
            kind             TEXT NOT NULL,
            id               TEXT NOT NULL,
            PRIMARY KEY (conversation, position, kind, id)
        ) STRICT, WITHOUT ROWID;

        -- The IDs that a comparison found wanting: they are asked for one by one.
        CREATE TABLE wanted (
            conversation     INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
            category         TEXT NOT NULL,
            kind             TEXT NOT NULL,
            id               TEXT NOT NULL,
            PRIMARY KEY (conversation, category, kind, id)
        ) STRICT, WITHOUT ROWID;

        """

    private static let tasks = """
        -- What somebody asked for beside the ordinary sync: the next conversations take it up.
        CREATE TABLE task (
            number           INTEGER PRIMARY KEY AUTOINCREMENT,
            connector_id     INTEGER NOT NULL REFERENCES connector (id),
            kind             TEXT NOT NULL CHECK (kind IN
                             ('verify', 'coverage', 'import', 'balance-report', 'report')),
            -- What exactly, as JSON; see `MirrorTask`.
            detail           TEXT NOT NULL,
            state            TEXT NOT NULL CHECK (state IN
                             ('queued', 'running', 'stopped', 'done', 'failed')),
            asked_at         TEXT NOT NULL,
            asked_by         TEXT NOT NULL CHECK (asked_by <> ''),
            started_at       TEXT,
            ended_at         TEXT,
            -- Steps that are done and that there are; NULL before the first conversation.
            done             INTEGER,
            steps            INTEGER,
            -- Why it failed, or what it came to, in a sentence.
            sentence         TEXT,
            -- What it came to, as JSON.
            result           TEXT,
            CHECK ((state IN ('done', 'failed')) = (ended_at IS NOT NULL))
        ) STRICT;
        CREATE INDEX task_connector ON task (connector_id, state);

        -- What a comparison found to differ, one row per record: the report of `verify`.
        CREATE TABLE task_finding (
            task             INTEGER NOT NULL REFERENCES task (number) ON DELETE CASCADE,
            kind             TEXT NOT NULL,
            id               TEXT NOT NULL,
            name             TEXT,
            -- `missing here`, `gone there`, `different`.
            finding          TEXT NOT NULL,
            edit_here        TEXT,
            edit_there       TEXT,
            PRIMARY KEY (task, kind, id)
        ) STRICT, WITHOUT ROWID;

        """

    private static let indexes = """
        CREATE INDEX record_live ON record (connector_id, kind) WHERE deleted_at IS NULL;
        CREATE INDEX record_deleted ON record (connector_id, kind, id) WHERE deleted_at IS NOT NULL;
        CREATE INDEX record_inactive ON record (connector_id, kind, id) WHERE is_active = 0;
        CREATE INDEX record_modified ON record (connector_id, kind, modified_at, id);
        CREATE INDEX record_name ON record (connector_id, kind, name COLLATE NOCASE, id);
        CREATE INDEX record_date ON record (connector_id, kind, txn_date, id) WHERE txn_date IS NOT NULL;
        CREATE INDEX record_version_age ON record_version (connector_id, valid_until);
        CREATE INDEX record_entity ON record (connector_id, entity_id) WHERE entity_id IS NOT NULL;
        """
}
