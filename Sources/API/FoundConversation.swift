/// `GET /v1/conversations/{ticket}`: which conversation a ticket in a Windows log belongs to.
package struct FoundConversation: Codable, Equatable, Sendable {
    package var connector: String
    package var conversation: ConversationEntry

    package init(connector: String, conversation: ConversationEntry) {
        self.connector = connector
        self.conversation = conversation
    }
}
