extension Status {
    /// The status codes of qbXML, in our own words and in the notation that `Notation` reads. `who` names a
    /// case of `Status.Actor`; `seen: never` marks what is known from lists of codes only. The dashboard, the
    /// messages and the journal all render these sentences; nobody writes others.
    static let notation = #"""
        0
            meaning: The request was carried out.
            cause: Nothing is wrong.
            fix: Nothing to do.
            who: nobody
        1
            meaning: Nothing in the company file matches the query.
            cause: There are no such records, or none that changed since the last sync.
            fix: Nothing to do.
            who: nobody
        500
            meaning: Some of the records asked for by name or ID do not exist.
            cause: They were deleted, merged or renamed in QuickBooks.
            fix: The others were taken; check the names of those that are missing.
            who: sender
        501
            meaning: A record cannot be shown in this version of qbXML.
            cause: The record uses a feature that is newer than the version of the request.
            fix: Update QuickBooks, or send the request in a newer version.
            who: administrator
        510
            meaning: The change was made, but QuickBooks could not show the result.
            cause: QuickBooks had no memory left or the record was taken by someone else at once.
            fix: Treat it as done; the next sync reads the record.
            who: nobody
        530
            meaning: QuickBooks does not support a field of the request and ignored it.
            cause: The edition or its settings do not have the feature behind the field.
            fix: Switch the feature on in QuickBooks, or leave the field out.
            who: quickBooksAdmin
        531
            meaning: QuickBooks does not support a value of the request and ignored it.
            cause: The edition or its settings do not have the feature behind the value.
            fix: Use another value, or switch the feature on in QuickBooks.
            who: quickBooksAdmin
        540
            meaning: The query matches more records than one answer may hold.
            cause: Only the discontinued Online Edition had this limit.
            fix: Ask in pages.
            who: sender
        550
            meaning: The record was saved, but its notes were not.
            cause: QuickBooks could not write the notes that belong to it.
            fix: Enter the notes in QuickBooks.
            who: workstation
        560
            meaning: The request uses a field that is going out of use.
            cause: A newer version of QuickBooks has another field for it.
            fix: Nothing for now; change the request before the field is gone.
            who: sender
        570
            meaning: A transaction could not be linked, because it is closed already.
            cause: The invoice or order was paid or closed in the meantime.
            fix: Read the transaction again and link what is still open.
            who: sender
        600
            meaning: QuickBooks keeps no result under this message set ID.
            cause: The message set never reached it, or its result was cleared.
            fix: Nothing to do; the question is answered.
            who: nobody
        1000
            meaning: QuickBooks had an internal error.
            cause: QuickBooks itself stumbled; its company file may need repair.
            fix: The next sync tries again. If it stays, verify and rebuild the company file in QuickBooks.
            who: workstation
        1010
            meaning: QuickBooks was not available.
            cause: It was starting, closing or busy.
            fix: The next sync tries again.
            who: nobody
        1030
            meaning: This QuickBooks does not support the request.
            cause: The edition or the year of QuickBooks does not have it.
            fix: Use an edition that has the feature, or do without it.
            who: quickBooksAdmin
        1060
            meaning: The request ID is not accepted.
            cause: It is longer than 50 characters or has characters that are not allowed.
            fix: Send the request with a shorter ID.
            who: sender
        2000
            meaning: Signing on failed.
            cause: Only the discontinued Online Edition signs on this way.
            fix: Connect to QuickBooks Desktop.
            who: administrator
        2010
            meaning: The server may not be used.
            cause: Only the discontinued Online Edition signs on this way.
            fix: Connect to QuickBooks Desktop.
            who: administrator
        2020
            meaning: Signing on must come first.
            cause: Only the discontinued Online Edition signs on this way.
            fix: Connect to QuickBooks Desktop.
            who: administrator
        2030
            meaning: The version of the sign-on is not supported.
            cause: Only the discontinued Online Edition signs on this way.
            fix: Connect to QuickBooks Desktop.
            who: administrator
        2040
            meaning: Signing on had an internal error.
            cause: Only the discontinued Online Edition signs on this way.
            fix: Connect to QuickBooks Desktop.
            who: administrator
        3000
            meaning: An ID in the request is malformed.
            cause: It was cut, retyped or taken from another system.
            fix: Send the ListID or TxnID exactly as QuickBooks gave it.
            who: sender
        3010
            meaning: A yes-or-no value cannot be read.
            cause: It is something else than true or false.
            fix: Send true or false.
            who: sender
        3020
            meaning: A date or time cannot be read.
            cause: It is not in the form YYYY-MM-DD, or no such day exists.
            fix: Correct the date.
            who: sender
        3030
            meaning: A date range ends before it begins.
            cause: From and To are the wrong way round.
            fix: Swap them.
            who: sender
        3031
            meaning: A range of names or numbers ends before it begins.
            cause: From and To are the wrong way round.
            fix: Swap them.
            who: sender
        3035
            meaning: A length of time cannot be read.
            cause: It is not in the form PT1H30M0S.
            fix: Correct the length of time.
            who: sender
        3040
            meaning: An amount cannot be read.
            cause: It has other than two decimals, separators between thousands, or a currency sign.
            fix: Send plain digits with two decimals.
            who: sender
        3045
            meaning: A price cannot be read.
            cause: It has more than five decimals, separators or a currency sign.
            fix: Send plain digits with five decimals at most.
            who: sender
            seen: never
        3050
            meaning: A percentage cannot be read.
            cause: It has a percent sign or more than five decimals.
            fix: Send plain digits with five decimals at most.
            who: sender
            seen: never
        3060
            meaning: A quantity cannot be read.
            cause: It has separators, a unit or more than five decimals.
            fix: Send plain digits with five decimals at most.
            who: sender
            seen: never
        3065
            meaning: A GUID cannot be read.
            cause: It is neither 0 nor a GUID in braces.
            fix: Send 0 or {8-4-4-4-12 hexadecimal digits}.
            who: sender
            seen: never
        3070
            meaning: A text is longer than its field.
            cause: QuickBooks cuts nothing; the message names the field.
            fix: Shorten the text.
            who: sender
        3080
            meaning: A text cannot be taken.
            cause: It has characters that QuickBooks does not know.
            fix: Leave them out or replace them.
            who: sender
            seen: never
        3085
            meaning: A number cannot be read.
            cause: It is not a whole number or out of range.
            fix: Correct the number.
            who: sender
            seen: never
        3090
            meaning: A name is not allowed.
            cause: It holds a colon, or is empty.
            fix: Choose a name without a colon.
            who: sender
            seen: never
        3100
            meaning: The name is in use already.
            cause: Customers, vendors, employees and other names share one list of names; an inactive or
                hidden record may hold it.
            fix: Use the record that exists, or another name.
            who: sender
        3120
            meaning: A record asked for by its ID does not exist.
            cause: It was deleted or merged in QuickBooks, or the ID belongs to another company file.
            fix: Read the list again and use the present ID.
            who: sender
        3130
            meaning: The parent of the record is not valid.
            cause: It does not exist, or is of another kind.
            fix: Create or correct the parent first.
            who: sender
            seen: never
        3140
            meaning: The request refers to a record that does not exist.
            cause: The customer, item, account or other record was never made, or was renamed.
            fix: Create it in QuickBooks or correct the name, then send again.
            who: sender
        3150
            meaning: A required field is missing.
            cause: The request was put together without it; the message names it.
            fix: Add the field.
            who: sender
        3160
            meaning: The record cannot be deleted.
            cause: It is in use by other records or transactions.
            fix: Make it inactive in place of deleting it.
            who: sender
        3160 TxnDel
            meaning: The transaction cannot be deleted.
            cause: Others are linked to it, such as a payment or a deposit.
            fix: Delete what is linked to it first, or void it (TxnVoid): it stays then, with amounts of zero.
            who: sender
        3161
            meaning: The transaction cannot be deleted, because its period is closed.
            cause: The closing date of the company file lies after its date.
            fix: The Admin of the company file may move the closing date.
            who: quickBooksAdmin
        3162
            meaning: This is not possible while others work in the company file.
            cause: QuickBooks is in multi-user mode.
            fix: Switch QuickBooks to single-user mode, then try again.
            who: workstation
            seen: never
        3170
            meaning: The record cannot be changed.
            cause: Another user changed the list at the same moment, or QuickBooks forbids this change.
            fix: Try again; if it stays, read QuickBooks' own words.
            who: workstation
        3171
            meaning: The transaction cannot be changed, because its period is closed.
            cause: The closing date of the company file lies after its date.
            fix: The Admin of the company file may move the closing date.
            who: quickBooksAdmin
            seen: never
        3175
            meaning: The record is in use.
            cause: Someone has it open in QuickBooks.
            fix: Close it there; it is tried again by itself.
            who: workstation
        3176
            meaning: A record that belongs to it is in use.
            cause: Someone has it open in QuickBooks.
            fix: Close it there; it is tried again by itself.
            who: workstation
        3180
            meaning: QuickBooks could not save the record.
            cause: Often a lock held by an open window or another user; QuickBooks' own words say which.
            fix: Close windows that hold the record and try again.
            who: workstation
        3185
            meaning: The transaction cannot be voided.
            cause: It is linked, reconciled or of a kind that has no void.
            fix: Undo what holds it in QuickBooks first.
            who: workstation
            seen: never
        3190
            meaning: The cleared state cannot be changed.
            cause: The transaction is reconciled, or of a kind that is never cleared.
            fix: Undo the reconciliation in QuickBooks first.
            who: workstation
            seen: never
        3200
            meaning: The record was changed in QuickBooks since it was read.
            cause: The EditSequence sent is not the latest.
            fix: Read the record again, apply the change to it, and send it.
            who: sender
        3205
            meaning: The address is not accepted.
            cause: It has more lines than QuickBooks prints, or lacks a part.
            fix: Shorten or complete the address.
            who: sender
            seen: never
        3210
            meaning: A value breaks one of QuickBooks' own rules.
            cause: QuickBooks' own words say which.
            fix: Correct the value that they name.
            who: sender
        3220
            meaning: QuickBooks does not let this application do that.
            cause: The permission given to the application does not cover it.
            fix: Give it in QuickBooks: Edit, Preferences, Integrated Applications, Company Preferences.
            who: quickBooksAdmin
        3231
            meaning: The request was not looked at.
            cause: An earlier request of the same message set had failed.
            fix: Repair the earlier one and send again.
            who: sender
        3250
            meaning: The feature behind the request is switched off or missing.
            cause: A preference of the company file, or the edition of QuickBooks.
            fix: Switch the feature on in QuickBooks, or do without these records.
            who: quickBooksAdmin
        3260
            meaning: The QuickBooks user may not see or change this.
            cause: The user as which the application logs in has too few rights.
            fix: Give that user the rights, or choose another one in Integrated Applications.
            who: quickBooksAdmin
        3261
            meaning: The application may not read personal data.
            cause: Access to Social Security numbers and customer credit card data was not granted.
            fix: Allow personal data for this application in Integrated Applications, if it needs it.
            who: quickBooksAdmin
        3262
            meaning: A payroll subscription is needed.
            cause: The company file has none that is active.
            fix: Subscribe to payroll in QuickBooks, or do without these records.
            who: quickBooksAdmin
        3263
            meaning: The application may read only.
            cause: Its .qwc file or its permission in QuickBooks says so.
            fix: Allow changes for this application in Integrated Applications.
            who: quickBooksAdmin
        3264
            meaning: Permission for the merchant service is missing.
            cause: The application may not use the company's payment service.
            fix: Allow it in QuickBooks.
            who: quickBooksAdmin
        3270
            meaning: A posting account is missing.
            cause: An item or line has no account to post to.
            fix: Set the account of the item in QuickBooks.
            who: workstation
            seen: never
        3280
            meaning: An item is of the wrong kind for its place.
            cause: Such an item cannot stand in this kind of line.
            fix: Use an item of the kind that belongs there.
            who: sender
            seen: never
        3290
            meaning: The lines of a change are in another order than in QuickBooks.
            cause: Lines must be sent in the order in which they were read.
            fix: Read the transaction again and keep the order of its lines.
            who: sender
        3391
            meaning: The iterator of a paged query is gone.
            cause: It lives only as long as one session of QuickBooks.
            fix: The category is read again from its watermark.
            who: nobody
        9001
            meaning: Another message set was sent under this ID before.
            cause: The content differs from what QuickBooks keeps under the ID.
            fix: Compare with what was sent first; nothing was done now.
            who: administrator
        9002
            meaning: QuickBooks knows the message set, but keeps no answer.
            cause: It stopped before the answer was stored.
            fix: Look in QuickBooks whether the change was made.
            who: administrator
        9003
            meaning: QuickBooks could not open its store of message sets.
            cause: The store beside the company file is damaged or not writable.
            fix: Check the rights on the folder of the company file.
            who: workstation
            seen: never
        9004
            meaning: The message set ID is missing or too long.
            cause: It has more than 23 characters.
            fix: Send the message set with a shorter ID.
            who: administrator
        9005
            meaning: QuickBooks could not store the answer of the message set.
            cause: The store beside the company file is full or not writable.
            fix: Check the disk and the rights on the folder of the company file.
            who: workstation
        9100
            meaning: A macro of the message set is missing, defined twice or of the wrong kind.
            cause: A useMacro has no matching defMacro before it.
            fix: Define the macro earlier in the same message set.
            who: sender
        """#
}
