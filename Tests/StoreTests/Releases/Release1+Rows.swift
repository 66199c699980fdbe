extension Release1 {
    /// A company in the midst of a sync, with a past and a locked user.
    static let rows = #"""
        INSERT INTO connector (name, title, is_default, slot, owner_id, file_id, company_path,
            company_path_key, company_name, bound_at, workstation, interval_seconds, shutdown_window,
            time_zone, morning, poll_seconds, page_size, overlap_seconds, unattended, editions, created_at,
            paused_at, paused_until, paused_by)
        VALUES ('acme', 'Acme, Inc.', 1, 0, '{O}', '{F}', 'C:\QB\Acme.qbw',
            'c:\qb\acme.qbw', 'Acme', '2026-09-20T14:13:20.000Z', 'FRONT-DESK', 7200, '22:00-06:00 Mon-Fri',
            'America/Chicago', 'automatic', 300, 500, 300, 1, 0, '2026-09-20T14:00:00.000Z',
            '2026-09-21T13:13:20.000Z', '2026-09-21T13:43:20.000Z', 'ann');
        INSERT INTO login (connector_id, name, password_scheme, password_salt, password_hash, password_set_at,
            created_at, locked_at)
        VALUES (1, 'front', 'scrypt', x'010203', x'000102030405060708090a0b0c0d0e0f',
            '2026-09-20T14:00:00.000Z', '2026-09-20T14:00:00.000Z', '2026-09-21T14:08:20.000Z');
        INSERT INTO login_failure VALUES (1, '2026-09-21T14:08:20.000Z', '192.0.2.7');
        INSERT INTO conversation (ticket, connector_id, login, address, trigger, in_window, is_refusal,
            repeats, started_at, last_call_at, phase, sequence, percent, is_identified, qbxml_version,
            bytes_received, bytes_sent, state, code, sentence, ending, ended_at)
        VALUES
            ('ticket-success-0001', 1, 'front', '192.0.2.7', 'first', 0, 0, 1,
            '2026-09-20T14:13:20.000Z', '2026-09-20T14:14:20.000Z', 'finished', 2, 100, 1, '13.0', 10,
            10, 'success', 'success', 'Success.', '{"code":"success"}', '2026-09-20T14:14:20.000Z'),
            ('ticket-refused-0001', 1, 'front', '192.0.2.7', 'scheduled', 0, 1, 7,
            '2026-09-21T14:08:20.000Z', '2026-09-21T14:12:20.000Z', 'finished', 0, 0, 0, '13.0', 0,
            0, 'unsuccessful', 'locked', 'front is locked.',
            '{"address":"192.0.2.7","code":"locked","user":"front"}', '2026-09-21T14:08:20.000Z');
        INSERT INTO conversation (ticket, connector_id, login, address, trigger, in_window, is_refusal,
            started_at, last_call_at, phase, asked_category, asked_page, asked_size, asked_iterator,
            asked_request, sequence, percent, is_identified, qbxml_version, bytes_received, bytes_sent, state)
        VALUES ('ticket-running-0001', 1, 'front', '192.0.2.7', 'scheduled', 0, 0,
            '2026-09-21T14:12:20.000Z', '2026-09-21T14:13:20.000Z', 'awaiting', 'invoices', 'next', 500,
            '{it}', '2', 2, 40, 1, '13.0', 10, 10, 'in progress');
        INSERT INTO category_run (conversation, position, category, state, received, faults, restarts)
        VALUES (3, 0, 'customers', 'done', 1, 0, 0), (3, 1, 'invoices', 'running', 5, 0, 0);
        INSERT INTO response (conversation, sequence, category, received_at, reason, body)
        VALUES (3, 1, 'customers', '2026-09-21T14:13:20.000Z', 'It breaks off.', x'3c');
        INSERT INTO record (connector_id, kind, id, name, is_active, first_seen_at, changed_at, digest, json)
        VALUES (1, 'Customer', '80000001-1', 'Smith', 1, '2026-09-20T14:14:00.000Z',
            '2026-09-20T14:14:00.000Z', 42, '{"ListID":"80000001-1","FullName":"Smith"}');
        INSERT INTO watermark VALUES (1, 'customers', '2026-09-21T08:00:00', '2026-09-20T14:14:10.000Z');
        INSERT INTO activity
        VALUES (1, 1, 1, '2026-09-20T14:14:00.000Z', 'Customer', '80000001-1', 'Smith', 'added');
        INSERT INTO message (connector_id, category, subject, sentence, since, last_seen_at)
        VALUES (1, 'employees', '', 'No permission.', '2026-09-20T14:14:00.000Z', '2026-09-20T14:14:00.000Z');
        INSERT INTO audit (at, who, uid, action, connector, subject)
        VALUES ('2026-09-20T14:00:00.000Z', 'ann', 1000, 'create connector', 'acme', 'acme');
        """#
}
