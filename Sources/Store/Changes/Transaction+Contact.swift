import FoundationEssentials
import Sync
import Timetable

extension Transaction {
    /// What the check-in was told is kept as the sentence of that moment: later the facts behind it are
    /// others.
    func contact(connector: Int64, user: String, at: Date, _ said: CheckIn) throws {
        let before = try first("SELECT time_zone, contact_at FROM connector WHERE id = ?1", connector) {
            row in
            (zone: row.next(String.self), at: row.next(Date?.self))
        }
        let zone = before.flatMap { texts.zone($0.zone) }
        try execute(
            "UPDATE connector SET contact_at = ?2, contact_login = ?3, contact_told = ?4 WHERE id = ?1",
            connector, at, user, said.sentence(in: zone, now: at))
        try noteRhythm(connector: connector, before: before?.at, at: at)
    }

    func bind(connector: Int64, _ binding: Binding) throws {
        try execute(
            """
            UPDATE connector SET company_path = ?2, company_path_key = ?3, company_name = ?4, bound_at = ?5
            WHERE id = ?1
            """, connector, binding.path, binding.path.map(Binding.normalized), binding.companyName,
            binding.boundAt)
    }

    /// A name that a person gave stays.
    func learnWorkstation(connector: Int64, _ name: String) throws {
        try execute(
            "UPDATE connector SET workstation = ?2 WHERE id = ?1 AND workstation IS NULL", connector, name)
    }

    func takeForce(connector: Int64) throws {
        try execute(
            "UPDATE connector SET forced_at = NULL, forced_by = NULL, forced_in_window = NULL WHERE id = ?1",
            connector)
    }

    /// A right password ends a row of wrong ones.
    func loginSucceeded(user: String, at: Date) throws {
        try execute("UPDATE login SET last_login_at = ?2 WHERE name = ?1", user, at)
        try execute(
            "DELETE FROM login_failure WHERE login_id = (SELECT id FROM login WHERE name = ?1)", user)
    }
}
