import QBXML
import Testing

@Suite("Transliteration")
struct TransliterationTests {
    private func written(_ text: String) -> Transliteration {
        Transliteration(of: Array(text.utf8)[...], limit: 100)
    }

    /// The text, if nothing was left over. Compared by bytes, because equal strings may be written in two
    /// ways.
    private func expect(
        _ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let result = written(text)
        #expect(result.text == Array(expected.utf8), "\(text)", sourceLocation: sourceLocation)
        #expect(result.foreign == [], "\(text)", sourceLocation: sourceLocation)
        #expect(Repertoire.firstForeign(in: result.text[...]) == nil, sourceLocation: sourceLocation)
    }

    @Test(
        "writes Latin letters without their marks",
        arguments: [
            ("Łukasz Żółć", "Lukasz Zólc"), ("Nguyễn Văn Đức", "Nguyen Van Duc"), ("İstanbul", "Istanbul"),
            ("Kadıköy", "Kadiköy"), ("Dvořák & Čapek", "Dvorák & Capek"), ("Škoda Žižkov", "Škoda Žižkov"),
            ("Őrség", "Orség"), ("Þórður", "Þórður"), ("Əliyev", "Eliyev"), ("Hawaiʻi", "Hawai‘i"),
            ("Ǿrsted", "Ørsted"), ("ĲSSEL ĳs", "IJSSEL ijs"), ("ﬁne oﬃce", "fine office"),
            ("STRAẞE", "STRASSE"),
            ("Ǆ ǅ ǆ", "DŽ Dž dž"), ("col·lecció, coŀlecció", "col·lecció, col·lecció"),
        ])
    func latin(text: String, expected: String) { expect(text, expected) }

    @Test("reads decomposed letters as it reads composed ones, in whatever order their marks are")
    func decomposed() {
        expect("Z\u{307}o\u{301}ł\u{107}", "Zólc")
        expect("Nguye\u{302}\u{303}n", "Nguyen")
        expect("Nguyê\u{303}n", "Nguyen")
        expect("a\u{323}\u{302} a\u{302}\u{323}", "a a")
        expect("u\u{336}n\u{332}ñ\u{332}", "unñ")
        expect("Дмитрии\u{306}", "Dmitrii")
        expect("\u{3B1}\u{313}\u{300}\u{345}", "a")
    }

    @Test(
        "writes Greek by ELOT 743",
        arguments: [
            ("Αθήνα", "Athina"), ("ΑΘΗΝΑ", "ATHINA"), ("Θεσσαλονίκη", "Thessaloniki"),
            ("Χρήστος", "Christos"),
            ("Ευάγγελος", "Evangelos"), ("Ευθύμιος", "Efthymios"), ("αυτός", "aftos"), ("αύριο", "avrio"),
            ("Ναύπλιο", "Nafplio"), ("άνευ αποδοχών", "anef apodochon"), ("ΕΥΑ ΕΥΤΥΧΙΑ", "EVA EFTYCHIA"),
            ("Μπάμπης", "Bampis"), ("ΜΠΑΜΠΗΣ", "BAMPIS"), ("Παπαδοπούλου", "Papadopoulou"),
            ("άυλος", "aylos"),
            ("Μαΐου", "Maiou"), ("προϋπόθεση", "proypothesi"), ("Οὐρανός", "Ouranos"), ("Σφίγξ", "Sfinx"),
            ("ΟΥ Ου ου", "OU Ou ou"), ("Ψυχή ΨΥΧΗ", "Psychi PSYCHI"), ("κλαμπ", "klab"),
        ])
    func greek(text: String, expected: String) { expect(text, expected) }

    @Test(
        "writes Cyrillic as in a passport, by ICAO Doc 9303",
        arguments: [
            ("Щукин", "Shchukin"), ("ЩУКИН", "SHCHUKIN"), ("Дмитрий", "Dmitrii"), ("Юлия", "Iuliia"),
            ("Пётр Ильич", "Petr Ilich"), ("Подъячев", "Podieiachev"), ("Київ, Ґалаґан", "Kiiv, Galagan"),
            ("Ђоковић", "Dokovic"), ("Љубљана", "Ljubljana"), ("Қазақстан, Өскемен", "Qazaqstan, Öskemen"),
        ])
    func cyrillic(text: String, expected: String) { expect(text, expected) }

    @Test("writes a capital of several letters in capitals only among capitals")
    func capitals() {
        expect("Щ ЩИ Щи БОРЩ Борщ Я и ТЫ", "Shch SHCHI Shchi BORSHCH Borshch Ia i TY")
        expect("Ю. А. Щ-1", "Iu. A. Shch-1")
        expect("ЛьЩ", "LShch")
    }

    @Test("writes punctuation that Windows-1252 has as it was, and other punctuation as people type it")
    func punctuation() {
        expect("“quotes” ‘q’ – — … • ™", "“quotes” ‘q’ – — … • ™")
        expect("a‐b‑c‒d―e−5", "a-b-c–d—e-5")
        expect("5′ 6″ ‟x”", "5' 6\" “x”")
        expect("1\u{2009}000\u{202F}€\u{3000}x\u{2028}y", "1 000\u{A0}€ x\ny")
        expect("● a ‣ b", "• a • b")
        expect("\u{FEFF}so\u{AD}ft\u{200B} \u{202A}+1 555\u{202C}", "soft +1 555")
        expect("Donau\u{AD}dampfer", "Donaudampfer")
        expect("a\u{200D}b\u{FE0F}", "ab")
        expect("ＡＢＣ１２３：（ｘ）～￥", "ABC123:(x)~¥")
    }

    @Test("writes numbers so that they stay the numbers that they were")
    func numbers() {
        expect("⅓ 2⅓ 2½ x⅔", "1/3 2 1/3 2½ x2/3")
        expect("m² 10⁶ 10²⁴ 10⁻⁶ 2ⁿ m³", "m² 10^6 10^24 10^-6 2^n m³")
        expect("H₂O ⅣⅧ ⅷ ③", "H2O IVVIII viii (3)")
        expect("5 μm, 10 μF", "5 µm, 10 µF")
        expect("μέλι ρωμ 5μ", "meli rom 5µ")
        expect("1⁄8", "1/8")
    }

    @Test("writes symbols in the way that is usual in plain text")
    func symbols() {
        expect("№ 5, 20 ℃, ℅ Smith", "No. 5, 20 °C, c/o Smith")
        expect("a → b ≤ c × d ≠ e", "a -> b <= c × d != e")
        expect("₹500 ₽ ₤ €", "INR500 RUB ITL €")
        expect("=\u{338}", "!=")
    }

    @Test("leaves what it cannot write where it was, with its position in the given text")
    func leftOver() {
        let result = written("Łódź 漢字 😀 é")
        #expect(String(decoding: result.text, as: UTF8.self) == "Lódz 漢字 😀 é")
        #expect(result.replaced == 2)
        #expect(
            result.foreign == [
                Foreign("漢", at: 6, because: .outsideWindows1252),
                Foreign("字", at: 7, because: .outsideWindows1252),
                Foreign("😀", at: 9, because: .outsideWindows1252),
            ])
    }

    @Test(
        "leaves alone what would change its meaning or has no reading",
        arguments: [
            ("<\u{338}", 2), ("1\u{336}0", 2), ("\u{301}a", 1), ("a\n\u{301}", 3), ("a\u{7}b", 2),
            ("a\u{85}b", 2),
            ("ab\u{FFFF}", 3), ("\u{FFFD}", 1), ("שלום", 1), ("a\u{903}", 2), ("❤\u{FE0F}", 1), ("∞", 1),
            ("e\u{301}👨\u{200D}👩", 3), ("1\u{FE0F}\u{20E3}", 3),
        ])
    func refused(text: String, position: Int) {
        let result = written(text)
        #expect(result.foreign.first?.position == position)
        #expect(Repertoire.firstForeign(in: result.text[...]) != nil)
    }

    @Test("names a character that consists of several once, and no more of them than asked for")
    func reports() {
        #expect(written("👨\u{200D}👩\u{200D}👧!").foreign.map(\.position) == [1])
        let many = Transliteration(of: Array("漢字漢字".utf8)[...], limit: 2)
        #expect(many.foreign.map(\.position) == [1, 2])
        #expect(many.text == Array("漢字漢字".utf8))
    }

    @Test("counts the characters that are written otherwise, and composing as none")
    func counts() {
        #expect(written("Jalapeño").replaced == 0)
        #expect(written("Jalapen\u{303}o").replaced == 0)
        #expect(written("Щука").replaced == 4)
        #expect(written("Ναύπλιο").replaced == 7)
        #expect(written("a\u{200B}b").replaced == 1)
        #expect(written("10²⁴").replaced == 2)
        #expect(written("e\u{302}\u{323}").replaced == 1)
    }

    @Test("returns what is not UTF-8 as it came, with all that is foreign in it")
    func malformed() {
        let text: [UInt8] = Array("Ł".utf8) + [0xFF]
        let result = Transliteration(of: text[...], limit: 9)
        #expect(result.text == text)
        #expect(
            result.foreign == [
                Foreign("Ł", at: 1, because: .outsideWindows1252),
                Foreign(nil, at: 2, because: .notAllowedInXML),
            ])
    }

    @Test("of random text holds what it promises: within Windows-1252 or reported, and done once is done")
    func randomText() {
        var numbers = SeededNumbers(seed: 8859)
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x20...0x7E, 0xA0...0x24F, 0x2B0...0x36F, 0x370...0x52F, 0x1E00...0x1FFF,
            0x2000...0x2300,
            0xFB00...0xFB06, 0xFE00...0xFF60, 0x0...0x1FFFF,
        ]
        for round in 0..<3000 {
            var given = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<12, using: &numbers) {
                let range = ranges.randomElement(using: &numbers) ?? 0x20...0x7E
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &numbers)) {
                    given.append(scalar)
                }
            }
            let text = String(given)
            let result = written(text)
            let remaining = Repertoire.firstForeign(in: result.text[...])
            #expect((remaining == nil) == result.foreign.isEmpty, "round \(round): \(text.debugDescription)")
            let scalars = Array(given)
            for foreign in result.foreign {
                #expect(foreign.scalar == scalars.dropFirst(foreign.position - 1).first, "round \(round)")
            }
            if result.foreign.isEmpty {
                let again = Transliteration(of: result.text[...], limit: 1)
                #expect(again.text == result.text && again.replaced == 0, "round \(round)")
            }
        }
    }

    @Test("withstands a letter with a hundred thousand marks")
    func hostile() {
        let marks = String(repeating: "\u{301}\u{323}", count: 50_000)
        expect("ł\(marks) μ\(marks) α\(marks)υ\(marks) αυα\(marks)", "l m ay ava")
        expect("щ\(marks) Щ\(marks) ЩИ\(marks) é\(marks)", "shch Shch SHCHI é")
        #expect(written("漢\(marks)").foreign.count == 1)
    }
}
