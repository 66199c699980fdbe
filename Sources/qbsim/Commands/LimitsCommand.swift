import ArgumentParser

struct LimitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limits", abstract: "What qbsim does not imitate, and where it guesses.")

    func run() {
        print(Self.page)
    }

    /// Kept here, beside the code, so that the page and the program are of one age.
    static let page = """
        # What qbsim does not imitate

        qbsim stands in for two programs that nobody here has the source of. It follows what is published
        and what was captured from real ones; this page says where it stops, and where it had to choose. A
        server that works with qbsim still needs a try with the real thing.

        ## The company file
        - Documents are judged by the catalog of qbXML that `qbsyncctl check` uses: what breaks the schema
          of the document's version and the company's edition is refused as a whole, with 0x80040400 and no
          word where (`qbsim query --explain` says it). What no schema knows (characters, forms of names) is
          not looked at.
        - It answers every query of the catalog for the edition, but for reports: of these it makes
          ProfitAndLossStandard, BalanceSheetStandard, OpenInvoices and UnpaidBillsDetail, on accrual basis
          and with one column of totals. Every other report gets status 1030, which QuickBooks has for what
          an edition lacks; `--explain` says so. What applications write has a section of its own below.
        - Deletions are remembered for 90 days, counted from the file's own time: the moment of the last
          edit, or what the caller said since. Kinds that ListDelType and TxnDelType lack leave no trace.
        - What a user may not read (`--hide`, `--refuse`, `--withhold`) is a matter of whole kinds of
          records: an empty answer, status 3260 or status 3261. In a query for several kinds they are left
          out; only if none is left a status says so. Their deletions are left out too.
        - The version in a request decides what may be asked, not what is answered: an answer to version 6.0
          has the elements of 13.0 as well.
        - Only customers, vendors, employees, items, invoices and payments of a generated company hang
          together. The records of all other kinds are made up after the catalog: right elements, words and
          references, and amounts that add up within the record. They move no balances and no stock; a bill
          payment settles a bill, nothing else is linked. Payments go straight to the bank, quantities on
          hand never move, income and expense accounts show 0.00, and Retained Earnings holds what makes the
          balance sheet balance.
        - Profit and loss is worked out of the lines of the period; the balance sheet has the balances of
          now, with the difference as net income. Reports are of the whole company, whatever a user may
          read.
        - A generated company has one currency (CurrencyQuery: 3250), no serial numbers, bin locations, bar
          codes, units on lines or parents of lists other than classes, accounts, items and jobs.
        - Prices, names and addresses are invented, as is the rhythm of the year.
        - Currency filters get status 3250, IncludeListMetaData status 1030.
        - Filters by entity, account, item, class and site look at the head of a transaction and at all its
          lines.
        - Date macros count from the day of the file's own time; a file that has none gets status 1030.
          Weeks begin on Sunday, and the fiscal year is the calendar's.
        - A date in a filter that does not exist, or lies outside of 1970 to January 2038, gets status 3020.
        - Several users at once and the list limits are missing.
        - A person at the desk voids, deletes, merges and renames, but nothing else than invoices, payments
          and what applications wrote moves balances.
        - QuickBooks stores Windows-1252; here every character survives.
        - Records without ListID and TxnID, if such were loaded, are answered as they are. QuickBooks has
          none.

        ## What applications write
        - It carries out every Add, Mod, ListDel, TxnDel, TxnVoid, ListMerge and DataExt request of the
          catalog, each wholly or not at all. Status 1030 get DataExtDef, ListDisplay, TxnDisplay,
          Form1099CategoryAccountMapping and DataEventRecoveryInfo, and any request with an
          ApplyCheckToTxn. ClearedStatusMod is accepted and leaves no trace; CurrencyAdd is 3250.
        - Statuses are 3000 for an ID that is none, 3090 and 3100 for names, 3120, 3130 and 3140 for what is
          not there, 3160 for entries in use, 3180 where more is paid than is open, 3185, 3200 with the
          present record, 3210 for an entry that does not balance, 3290 for lines out of order, 9100 and 9101
          for macros. A closing date gives 3161 to deletions and 3171 to all else, Adds included. Their
          messages are mostly ours; only 3120 and 3200 follow captures.
        - Income and expense accounts keep 0.00. Balances of customers, vendors, receivables, payables,
          banks, credit cards, sales tax, and of whatever else a journal entry names, follow each
          transaction. Quantities on hand do not; an inventory adjustment only states its differences. An
          opening balance is set and nothing posted for it.
        - An invoice that names a sales order is linked with it; the order's lines are not copied. Price
          levels and accounts of single lines are accepted and do nothing.
        - An address or a list of contacts in a Mod replaces the whole address or list.
        - Custom fields need no definition, and are texts.
        - Writes carry the moment at which the Web Connector began, plus its pauses; with `qbsim query` the
          time of the file's last edit. Two writes in one second have one EditSequence, as in QuickBooks.
        - Settings of the file: `--protect KIND` (3260), `--read-only APPLICATION` (3263),
          `--closing-date DAY`, `--recover-identity`; in a test also records in use (3175), all of it under
          `CompanyFile.rules`. A kept file has them in its `writing.json`, with the ledger of all writes that
          were applied (`CompanyFile.appliedWrites`) and the message sets.

        ## Message sets
        - Kept for each application (its AppName) and company file, until they are forgotten. The content is
          compared by what stands between the tags of the message set, byte for byte; attributes, white space
          outside of it and the version do not count.
        - A set that is known is not run again: its stored answer comes. Of queries only the status is kept.
          `--recover-identity` lets stored answers hold an ErrorRecovery in place of the record, for
          documents from 11.0 on.
        - old alone without requests answers 0, or 600 where nothing was stored. old = new with requests
          counts as new alone. Both CLR-ALL and ClearAllMessageSets forget all. IDs have 24 characters at
          most.
        - After 9005 the requests were run and are answered; asking for the set later gives 9002.

        ## Faults
        `qbsim run --help` lists them; `=N` is the Nth document of each update. A crash of QuickBooks is told
        to the server as 0x80010105, after which QuickBooks is closed and further documents get 0x8004040D.
        Whether a real Web Connector delivers that HRESULT or dies with QuickBooks is not known; `lost-answer`
        plays the other case. `file-restored` goes back to the file as it was when the program added it.

        `timed-out=N` and `out-of-order=CALL:N` count calls, without those that a fault adds; nobody hears
        the answer to a call out of turn. `second-install=N` is a login from the address of this program, as
        from a second computer behind the same router; two addresses need two programs. `slow-host` waits in
        earnest unless `--clock` drives the time, and `clock-jump` moves what Windows shows (the times of
        records, and the lock of the Web Connector) for the whole update.

        ## The office day
        `qbsim office-day` works on kept files: invoices, payments and customers as before, and with
        `--added`, `--edited`, `--voided`, `--deleted`, `--merged`, `--renamed` and `--inactivated` on
        records of all kinds (or of `--kinds`); `--busy` chooses all numbers by the seed, `--days` goes on
        day after day. The same seed on the same file does the same. An edit that QuickBooks would not allow
        is tried with another record up to twelve times, then left out.

        A test in this program's own language has the same as `CompanyFile.live`, and
        `CompanyFile.everything()`: each record that has an ID as the fullest query answers it (all entries,
        lines, linked transactions, public custom fields), byte for byte. `CompanyFile.tombstones` are the
        deletions that are remembered, `restrictions` what the user may not read.

        ## Sizes
        `--company-size large` has 100,000 invoices of five lines, 20,000 customers and jobs and 5,000
        items.

        ## Where the sources are silent or disagree
        - The order of records: lists by full name, transactions as they were entered. A query for several
          families (EntityQuery, TransactionQuery) gives one after the other.
        - retCount is the number of records that would be or are in this answer: of the page with an
          iterator, and after the cut of MaxReturned.
        - ToDoQuery without DoneStatus gives what is not done, BillingRateQuery without ActiveStatus
          everything.
        - Two lists may have entries of the same ListID, as in QuickBooks; never two entries of one list.
        - Nothing was ever restored or condensed, which CompanyActivity tells as 1970 in UTC.
        - An iterator that goes on with other filters than it began with gets status 3391, like one of an
          earlier session. An iterator without MaxReturned gets 3150.
        - An iterator's records are fixed when it starts; one deleted meanwhile is left out, one changed
          comes as it is now.
        - One missing ListID is status 3120, one missing name, or some of several IDs, status 500.
        - A payment moves the TimeModified of its invoice, not that of its customer. Balances move no time
          at all.
        - A time with an offset in a filter is taken at its word and turned into the wall's time.
        - A raw character above 127 in a document that does not declare a one-byte encoding is refused.

        - A new name stands in all references at once. What refers to it, and what lies below it in a path,
          keeps its times (`renaming = loud` in a kept file's `file.txt` lets them move). After a merge the
          times of what refers to the other entry move.
        - What was paid by a deleted payment is open again, and its times move. An invoice with payments is
          neither deleted nor voided.
        - A voided transaction has amounts and quantities of zero, keeps its prices, counts as paid, and
          loses its links.
        - The message of status 3260 and of 3261 is ours.

        ## The Web Connector
        - QuickBooks Desktop only, no Point of Sale.
        - The interactive mode: the person always declines (interactiveRejected).
        - Windows answers itself: no passwords stored wrongly, no log files, no master password, no
          registry. Windows of the server (W:) are accepted.
        - An AppLock that somebody else left in the file is taken over; what a real client does is not
          known.
        - closeConnection is not called after none, nvu and busy. Some versions do call it.
        - It does not look whether the open file carries its FileID before a session; that check is the
          server's.
        - A server that answers connectionError with a path gets 25 tries. A real client may go on for ever.
        - Certificate checks are those of this computer, not those of Windows. TLS versions too.
        - HTTP as .NET speaks it, in one segment or more: the body never waits for "100 Continue".
        - A call is given up after 100 seconds, .NET's default. QuickBooks itself answers at once here and
          takes minutes in life.
        """
}
