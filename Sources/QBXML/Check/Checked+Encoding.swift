package import XML

extension Checked {
    /// The version to write into the document: the oldest that has everything in it, but not older than the
    /// one that most companies have, because newer QuickBooks takes it too and answers in its shape.
    package func versionToSend(highest: Version) -> Version {
        min(max(neededVersion, min(highest, Version.preferred)), ceiling.version)
    }

    /// The whole document, in canonical form: our own prolog, elements in order, no white space between them.
    ///
    /// - Parameter requestID: the ID of the request at an index, at most 50 characters.
    package func document(
        _ head: MessageSetHead, catalog: Catalog = .standard,
        requestID: (Int) -> String = { String($0 + 1) }
    ) -> [UInt8] {
        let container = requests.first?.message.container ?? draft.envelope.container ?? .messages
        return head.document(container, reserving: draft.bytes.count * 2) { writer in
            for index in requests.indices {
                write(index, to: &writer, catalog: catalog, requestID: requestID(index))
            }
        }
    }

    /// One request by itself, in canonical form and without an ID: it gets one when it goes out.
    ///
    /// A request that changes something is answered with the whole record, whatever the sender wanted of it:
    /// the record takes the place of the one in the mirror, and others take values from it.
    ///
    /// - Parameters:
    ///   - externalGUID: put into what is added; only for a request that has an `externalGUIDVersion`.
    ///   - macros: those whose definition is left out.
    package func request(
        _ index: Int, in catalog: Catalog = .standard, externalGUID: String? = nil,
        without macros: Set<String> = []
    ) -> [UInt8] {
        // The requests of a batch are about equally long; a longer one lets it grow.
        let share = draft.bytes.count / max(requests.count, 1)
        var writer = Writer(asciiOnly: true, reserving: share * 2)
        var encoder = Encoder(checked: self, catalog: catalog)
        encoder.idleMacros = macros
        if requests[index].changesBooks { encoder.leftOut = catalog.index.id(of: Self.wantedElement) }
        if let externalGUID, let content = addedContent(requests[index], catalog) {
            encoder.added = (content, externalGUID)
        }
        write(index, encoder, to: &writer, requestID: nil)
        return writer.bytes
    }

    /// One request by itself: `<InvoiceAddRq requestID="1">…</InvoiceAddRq>`.
    package func write(
        _ index: Int, to writer: inout Writer, catalog: Catalog = .standard, requestID: String?
    ) {
        write(index, Encoder(checked: self, catalog: catalog), to: &writer, requestID: requestID)
    }

    private func write(_ index: Int, _ encoder: Encoder, to writer: inout Writer, requestID: String?) {
        let (request, catalog) = (requests[index], encoder.catalog)
        let named = requestID.map { [(name: "requestID", value: $0)] } ?? []
        if let inner = request.inner {
            let place = catalog[request.message.content].places[inner]
            writer.open(request.message.name, attributes: named)
            encoder.write(request.node, place, to: &writer)
        } else {
            let own = encoder.attributes(of: request.node, in: request.message.attributes)
            writer.open(request.message.name, attributes: named + own)
            encoder.writeChildren(of: request.node, catalog[request.message.content], to: &writer)
        }
        writer.close(request.message.name)
    }

    /// Whether a request that changes something asks for a part of the record only.
    package func isAnsweredInPart(_ index: Int, in catalog: Catalog = .standard) -> Bool {
        let request = requests[index]
        return request.changesBooks && request.inner == nil
            && draft.child(Self.wantedElement, of: request.node, in: catalog) != nil
    }

    private static let wantedElement = "IncludeRetElement"

    private struct Encoder {
        let checked: Checked
        let catalog: Catalog
        /// A GUID that the sender did not write, and the content that it belongs into.
        var added: (content: Content.ID, guid: String)?
        /// Macros that nobody uses.
        var idleMacros: Set<String> = []
        /// An element that is not written.
        var leftOut: NameIndex.ID?

        func write(_ node: Int32, _ place: Place, to writer: inout Writer) {
            let name = catalog.index.bytes(of: place.name)
            if !place.attributes.isEmpty || place.takesMacro {
                let known = catalog.attributes(of: place).map(\.name) + ["useMacro"]
                writer.open(catalog.name(of: place), attributes: attributes(of: node, in: known))
            } else {
                writer.open(name)
            }
            if let content = place.content {
                writeChildren(of: node, catalog[content], to: &writer, guid: guid(in: content))
            } else if let replaced = checked.replaced[node] {
                writer.text(replaced)
            } else {
                writer.text(checked.draft.text(node))
            }
            writer.close(name)
        }

        func writeChildren(
            of node: Int32, _ content: Content, to writer: inout Writer, guid: String? = nil
        ) {
            let place = guid.flatMap { _ in
                content.places.firstIndex { catalog.name(of: $0) == Checked.externalGUID }
            }
            var pending = place.flatMap { place in guid.map { (place: place, guid: $0) } }
            func writeGUID() {
                guard let guid = pending?.guid else { return }
                writer.open(Checked.externalGUID)
                writer.text(guid)
                writer.close(Checked.externalGUID)
                pending = nil
            }
            for index in checked.rows[Int(node)] {
                let child = checked.arranged[Int(index)]
                let place = Int(checked.places[Int(child)])
                if let pending, pending.place < place { writeGUID() }
                if content.places[place].name == leftOut { continue }
                write(child, content.places[place], to: &writer)
            }
            writeGUID()
        }

        private func guid(in content: Content.ID) -> String? {
            added?.content == content ? added?.guid : nil
        }

        /// In the order of the names, so that equal requests give equal bytes; what the catalog lacks is left
        /// out, since it was refused.
        func attributes(of node: Int32, in names: [String]) -> [(name: String, value: String)] {
            names.compactMap { name in
                guard let attribute = checked.draft.attribute(name, of: node, in: catalog) else { return nil }
                let value = checked.draft.string(attribute)
                if name == Checked.definition, idleMacros.contains(value) { return nil }
                return (name, value)
            }
        }
    }
}
