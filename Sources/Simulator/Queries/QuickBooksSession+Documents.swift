package import FoundationEssentials
internal import QBXML

extension QuickBooksSession {
    /// Runs a qbXML document against a company file. Queries change the file only in what it remembers for
    /// speed; writes change it, and are counted in `appliedWrites`.
    ///
    /// - Parameters:
    ///   - date: now; without it the file's own time counts, the moment of the last edit.
    ///   - interruption: what goes wrong with QuickBooks meanwhile.
    package mutating func answer(
        _ document: [UInt8], from file: inout CompanyFile, at date: Date? = nil,
        interruption: Interruption? = nil
    ) -> Reply {
        let accepted: RequestDocument
        do {
            accepted = try RequestDocument(document, for: file.program)
        } catch {
            return .refused(error)
        }
        if let date { file.advance(to: date) }
        if interruption == .crashBeforeApplying { return .refused(.crashed) }
        var course = SetCourse(document: accepted, moment: file.now ?? 0, interruption: interruption)
        guard let address = accepted.address else {
            course.writer.open()
            guard run(&course, in: &file), !course.crashesAtEnd else { return .refused(.crashed) }
            return course.reply
        }
        guard address.isWellFormed else { return Self.empty(address.new, .badID) }
        return recover(address, &course, in: &file)
    }

    // MARK: Error recovery

    private mutating func recover(
        _ address: SetAddress, _ course: inout SetCourse, in file: inout CompanyFile
    ) -> Reply {
        let isSame = address.new == address.old
        if !isSame, address.old != nil {
            let wasThere = file.forgetMessageSet(address, of: application)
            guard address.new != nil else {
                return forgot(wasThere || address.forgetsAll, &course, in: &file)
            }
        }
        guard let id = address.new else { return course.reply }
        let isQuestion = isSame && course.document.requests.isEmpty
        guard let kept = file.messageSet(id, of: application) else {
            return isQuestion ? Self.empty(id, .nothingStored) : runAndKeep(id, &course, in: &file)
        }
        guard isQuestion || kept.checksum == course.document.checksum else {
            return Self.empty(id, .otherContent)
        }
        guard let answers = kept.answers else { return Self.empty(id, .answerMissing) }
        course.writer.open(messageSet: id, .fine)
        let tellsIdentity =
            file.rules.recovery == .identity && course.document.version >= Version(major: 11, minor: 0)
        for answer in answers { course.repeats(answer, tellsIdentity: tellsIdentity) }
        return course.reply
    }

    /// A set was forgotten and no other is kept; there may be requests all the same.
    private mutating func forgot(
        _ wasThere: Bool, _ course: inout SetCourse, in file: inout CompanyFile
    ) -> Reply {
        guard !course.document.requests.isEmpty else {
            return Self.empty(nil, wasThere ? .fine : .nothingStored)
        }
        course.writer.open()
        guard run(&course, in: &file), !course.crashesAtEnd else { return .refused(.crashed) }
        return course.reply
    }

    private mutating func runAndKeep(
        _ id: String, _ course: inout SetCourse, in file: inout CompanyFile
    ) -> Reply {
        let interruption = course.interruption
        let isStored = interruption != .storedWithoutAnswer && interruption != .answerNotStored
        course.messageSetID = id
        course.writer.open(messageSet: id, isStored ? .fine : .notStored)
        guard run(&course, in: &file) else { return .refused(.crashed) }
        if course.crashesBeforeStoring { return .refused(.crashed) }
        file.messageSets.append(
            KeptMessageSet(
                application: application, id: id, checksum: course.document.checksum,
                answers: isStored ? course.kept : nil))
        return course.crashesAtEnd ? .refused(.crashed) : course.reply
    }

    private static func empty(_ id: String?, _ status: SetStatus) -> Reply {
        var writer = AnswerWriter(reserving: 256)
        writer.open(messageSet: id, status)
        return .answer(writer.close(), remarks: [])
    }

    // MARK: Requests

    /// - Returns: false if QuickBooks crashed in the middle.
    private mutating func run(_ course: inout SetCourse, in file: inout CompanyFile) -> Bool {
        for (index, request) in course.document.requests.enumerated() {
            if course.interruption == .crashAfterApplying(index) { return false }
            var head = AnswerWriter.Head(requestID: request.element.attribute("requestID"))
            if course.hasFailed, course.document.stopsOnError {
                head.status = .notProcessed
                course.add(request, head)
            } else if request.message.changesBooks {
                write(request, &head, &course, in: &file)
            } else {
                ask(request, &head, &course, in: &file)
            }
            if head.status.code >= 1_000 { course.hasFailed = true }
        }
        return true
    }

    private mutating func ask(
        _ request: RequestDocument.Request, _ head: inout AnswerWriter.Head, _ course: inout SetCourse,
        in file: inout CompanyFile
    ) {
        var query = Query(request, zone: file.zone, today: file.today)
        query.resolve(in: file)
        let found = run(query, request, in: &file, &head)
        if case .notImitated(let what) = found { course.remark(request, what, head.status) }
        course.keep(request, head)
        write(
            found, of: query, head, wantsRecords: course.document.wantsRecords, from: &file, &course.writer)
    }
}
