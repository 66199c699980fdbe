/// The eleventh schema: fewer indexes to write into when a request is queued; and whether a caller wished it
/// to wait for another.
enum Schema11 {
    static let sql = """
        -- Looked into when something has been added: is it there twice? Only what was added can be a twin.
        DROP INDEX request_content;
        CREATE INDEX request_content ON request (connector_id, content)
            WHERE state = 'succeeded' AND content IS NOT NULL;
        -- One for the list and for how many came within a day: they come in the order of their numbers.
        DROP INDEX request_arrival;
        DROP INDEX request_list;
        CREATE INDEX request_list ON request (connector_id, number, queued_at);
        -- What waits is in an index of its own, in the order of the list as well.
        DROP INDEX request_waiting;
        CREATE INDEX request_waiting ON request (connector_id, number, queued_at, not_before, needs_version)
            WHERE state = 'queued';
        DROP INDEX request_state;
        CREATE INDEX request_state ON request (connector_id, state, number) WHERE state <> 'queued';
        -- The caller said so itself; else it waits for the values that its content takes from there.
        ALTER TABLE request_need ADD COLUMN is_wished INTEGER NOT NULL DEFAULT 0
            CHECK (is_wished IN (0, 1));

        """
}
