/// The seventh release: what the sixth one had, with values that are compared and not looked up.
enum Release7 {
    static let migrations = Release6.migrations + ["13 values compared, events by source"]

    static let schema = Release6.schema + growth

    private static let growth = #"""

        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql,
            'phase IN (''asking'', ''awaiting'', ''finished'')',
            'phase = ''asking'' OR phase = ''awaiting'' OR phase = ''finished'''
        ) WHERE name = 'conversation';
        UPDATE sqlite_schema SET sql = replace(sql,
            'asked_page IN (''whole'', ''first'', ''next'', ''stop'')',
            'asked_page = ''whole'' OR asked_page = ''first'' OR asked_page = ''next'' \#
        OR asked_page = ''stop'''
        ) WHERE name = 'conversation';
        UPDATE sqlite_schema SET sql = replace(sql,
            'state IN (''in progress'', ''success'',
                             ''success with configuration issues'', ''finished with errors'', \#
        ''unsuccessful'')',
            'state = ''in progress'' OR state = ''success''
                             OR state = ''success with configuration issues'' \#
        OR state = ''finished with errors'' OR state = ''unsuccessful'''
        ) WHERE name = 'conversation';
        UPDATE sqlite_schema SET sql = replace(sql,
            'operation IN (''added'', ''updated'', ''deleted'', ''restored'')',
            'operation = ''added'' OR operation = ''updated'' OR operation = ''deleted'' \#
        OR operation = ''restored'''
        ) WHERE name = 'activity';
        UPDATE sqlite_schema SET sql = replace(sql,
            'direction IN (''read'', ''write'', ''both'', ''none'')',
            'direction = ''read'' OR direction = ''write'' OR direction = ''both'' OR direction = ''none'''
        ) WHERE name = 'category_setting';
        UPDATE sqlite_schema SET sql = replace(sql,
            'state IN (''queued'', ''sent'', ''succeeded'', ''failed'',
                             ''cancelled'', ''expired'', ''outcome unknown'')',
            'state = ''queued'' OR state = ''sent'' OR state = ''succeeded'' OR state = ''failed''
                             OR state = ''cancelled'' OR state = ''expired'' OR state = ''outcome unknown'''
        ) WHERE name = 'request';
        UPDATE sqlite_schema SET sql = replace(sql,
            'outcome IN (''applied'', ''not applied'', ''pending'', ''unknown'',
                             ''not applicable'')',
            'outcome = ''applied'' OR outcome = ''not applied'' OR outcome = ''pending'' \#
        OR outcome = ''unknown''
                             OR outcome = ''not applicable'''
        ) WHERE name = 'request';
        UPDATE sqlite_schema SET sql = replace(sql,
            'state IN (''succeeded'', ''failed'', ''cancelled'', ''expired'')',
            'state = ''succeeded'' OR state = ''failed'' OR state = ''cancelled'' OR state = ''expired'''
        ) WHERE name = 'request';
        UPDATE sqlite_schema SET sql = replace(sql,
            'stage IN (''sent'', ''unknown there'', ''unanswered'', ''clash'',
                             ''closed'')',
            'stage = ''sent'' OR stage = ''unknown there'' OR stage = ''unanswered'' OR stage = ''clash''
                             OR stage = ''closed'''
        ) WHERE name = 'message_set';
        UPDATE sqlite_schema SET sql = replace(sql,
            'disabled_because IN (''asked'', ''failing'', ''gone'')',
            'disabled_because = ''asked'' OR disabled_because = ''failing'' OR disabled_because = ''gone'''
        ) WHERE name = 'webhook';
        UPDATE sqlite_schema SET sql = replace(sql,
            'cause IN (''event'', ''again'', ''test'')',
            'cause = ''event'' OR cause = ''again'' OR cause = ''test'''
        ) WHERE name = 'webhook_delivery';
        UPDATE sqlite_schema SET sql = replace(sql,
            'outcome IN (''delivered'', ''failed'', ''given up'')',
            'outcome = ''delivered'' OR outcome = ''failed'' OR outcome = ''given up'''
        ) WHERE name = 'webhook_delivery';
        UPDATE sqlite_schema SET sql = replace(sql,
            'state IN
                             (''waiting'', ''running'', ''done'', ''failed'', ''skipped'')',
            'state = ''waiting'' OR state = ''running'' OR state = ''done'' OR state = ''failed'' \#
        OR state = ''skipped'''
        ) WHERE name = 'category_run';
        UPDATE sqlite_schema SET sql = replace(sql,
            'answer IN
                             (''readable'', ''empty'', ''refused'', ''withheld'', ''not in this edition'')',
            'answer = ''readable'' OR answer = ''empty'' OR answer = ''refused'' \#
        OR answer = ''withheld'' OR answer = ''not in this edition'''
        ) WHERE name = 'coverage';
        UPDATE sqlite_schema SET sql = replace(sql,
            'kind IN
                             (''verify'', ''coverage'', ''import'', ''balance-report'', ''report'')',
            'kind = ''verify'' OR kind = ''coverage'' OR kind = ''import'' \#
        OR kind = ''balance-report'' OR kind = ''report'''
        ) WHERE name = 'task';
        UPDATE sqlite_schema SET sql = replace(sql,
            'state IN
                             (''queued'', ''running'', ''stopped'', ''done'', ''failed'')',
            'state = ''queued'' OR state = ''running'' OR state = ''stopped'' OR state = ''done'' \#
        OR state = ''failed'''
        ) WHERE name = 'task';
        PRAGMA writable_schema = RESET;
        -- When a source was released; nothing else is looked for by its subject.
        DROP INDEX event_subject;
        CREATE INDEX event_released ON event (subject, connector_id) WHERE kind = 'source.released';
        INSERT INTO grdb_migrations VALUES ('13 values compared, events by source');
        """#
}
