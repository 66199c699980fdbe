/// The fifth schema: conversations that are held open for requests, and a queue that passes over what waits
/// for others without looking at it.
enum Schema5 {
    static let sql = """
        -- All is exchanged, and the conversation is held open for requests until then.
        ALTER TABLE conversation ADD COLUMN held_until TEXT;
        -- For how many seconds; 0: never.
        ALTER TABLE connector ADD COLUMN hold_seconds INTEGER NOT NULL DEFAULT 0 CHECK (hold_seconds >= 0);

        -- How many of those that it waits for have not succeeded. The triggers keep it, whoever writes.
        ALTER TABLE request ADD COLUMN blockers INTEGER NOT NULL DEFAULT 0 CHECK (blockers >= 0);
        UPDATE request SET blockers = (
            SELECT count(*) FROM request_need AS n JOIN request AS p ON p.number = n.needs
            WHERE n.request = request.number AND p.state <> 'succeeded');
        CREATE TRIGGER request_need_made AFTER INSERT ON request_need
            WHEN (SELECT state FROM request WHERE number = NEW.needs) <> 'succeeded'
        BEGIN
            UPDATE request SET blockers = blockers + 1 WHERE number = NEW.request;
        END;
        CREATE TRIGGER request_need_met AFTER UPDATE OF state ON request
            WHEN NEW.state = 'succeeded' AND OLD.state <> 'succeeded'
        BEGIN
            UPDATE request SET blockers = blockers - 1
            WHERE number IN (SELECT request FROM request_need WHERE needs = NEW.number);
        END;
        DROP INDEX request_queue;
        CREATE INDEX request_queue ON request (connector_id, priority DESC, number)
            WHERE state = 'queued' AND blockers = 0;
        -- All that wait, for whoever looks over them.
        CREATE INDEX request_waiting ON request (connector_id, queued_at) WHERE state = 'queued';
        CREATE INDEX request_arrival ON request (connector_id, queued_at);
        CREATE INDEX request_bundle ON request (bundle) WHERE bundle IS NOT NULL;

        """
}
