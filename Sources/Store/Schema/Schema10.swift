/// The tenth schema: indexes of requests that answer by themselves, without a look at each of a hundred
/// thousand rows, and none that nobody asks.
enum Schema10 {
    static let sql = """
        -- Keys of calls have a table of their own.
        DROP INDEX request_digest;
        -- How many wait, since when, and for which version.
        DROP INDEX request_waiting;
        CREATE INDEX request_waiting ON request (connector_id, queued_at, not_before, needs_version)
            WHERE state = 'queued';
        -- How many of a connector were settled within a day.
        DROP INDEX request_settled;
        CREATE INDEX request_settled ON request (settled_at, connector_id) WHERE settled_at IS NOT NULL;

        """
}
