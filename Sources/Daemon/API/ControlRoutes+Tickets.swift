import API
import Hummingbird
import Store

extension ControlRoutes {
    /// Tickets are in the Windows-side logs; nothing here ever tells one.
    func conversation(_ request: Request, _ order: Order) async throws -> Response {
        let ticket = try order.parameter("ticket")
        let found = try await database.read { try $0.conversation(ticket: ticket) }
        guard let found else {
            throw OrderRefusal.notFound(
                "No conversation with this ticket is known. Ended ones are kept as long as "
                    + "conversation.keep_history says.")
        }
        return try .json(
            FoundConversation(connector: found.connector, conversation: ConversationEntry(found.row)))
    }
}
