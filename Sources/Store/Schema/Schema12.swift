/// The twelfth schema: earlier versions that know when they were deleted, and what a category answered before
/// it answers as it does.
enum Schema12 {
    static let sql = """
        -- From then until `valid_until` it was known to be deleted; NULL for a version that was never.
        ALTER TABLE record_version ADD COLUMN deleted_at TEXT;

        -- What the probe answered before `since`, and since when; NULL while it has had one answer only.
        ALTER TABLE coverage ADD COLUMN previous_answer TEXT;
        ALTER TABLE coverage ADD COLUMN previous_since TEXT;

        """
}
