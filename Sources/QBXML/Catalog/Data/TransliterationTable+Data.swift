extension TransliterationTable {
    /// What is written for characters that Windows-1252 lacks, in the notation that `Notation` reads. The key
    /// is the reading; its words are the characters that have it, as themselves or as `U+` with a hexadecimal
    /// number or a range of them, which is how whatever could not be told apart on paper is given. A key that
    /// is a range stands for as many characters as its words.
    ///
    /// `latin`: the letter without its marks. It loses all of them or none: Nguyễn is Nguyen and not Nguyên,
    /// which is another name. Letters that are no marked ones go by ICAO Doc 9303 part 3 (Đ D, Ł L, Ŋ N, Ə E)
    /// or, where it has none, by the letter that they were made from.
    /// `greek` with `greek-pairs`: ELOT 743 = ISO 843 type 2, the rule of Greek passports, road signs and the
    /// United Nations. In the pairs, v is f before a voiceless letter and at the end of a word, and b is mp
    /// within one. `cyrillic`: ICAO Doc 9303 part 3, the rule of Russian and other passports, in the values
    /// that it has without regard to the language; Turkic and Tajik letters, which it lacks, by BGN/PCGN.
    /// `punctuation` up to `subscripts`: what a person would type instead; currencies have their ISO 4217
    /// codes where there is one. What is invisible vanishes, the soft hyphen too, though Windows-1252 has it.
    /// `fractions` are kept apart from a digit before them, `superscripts` get a caret; `marks` are dropped
    /// after a letter.
    static let notation = #"""
        latin
            A: ĀĂĄǍǞǠǺȀȂȦȺḀẠẢẤẦẨẪẬẮẰẲẴẶ
            B: ƁƂɃḂḄḆ
            C: ĆĈĊČƇȻḈ
            D: ĎĐƉƊƋḊḌḎḐḒ
            E: ĒĔĖĘĚƎƏƐȄȆȨɆḔḖḘḚḜẸẺẼẾỀỂỄỆ
            F: ƑḞ
            G: ĜĞĠĢƓǤǦǴḠ
            H: ĤĦȞḢḤḦḨḪ
            I: ĨĪĬĮİƖƗǏȈȊḬḮỈỊ
            J: ĴɈ
            K: ĶƘǨḰḲḴ
            L: ĹĻĽŁȽḶḸḺḼ
            M: ḾṀṂ
            N: ŃŅŇŊƝǸȠṄṆṈṊ
            O: ŌŎŐƆƟƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ
            P: ƤṔṖ
            Q: Ɋ
            R: ŔŖŘƦȐȒɌṘṚṜṞ
            S: ŚŜŞȘṠṢṤṦṨ
            T: ŢŤŦƬƮȚȾṪṬṮṰ
            U: ŨŪŬŮŰŲƯƱǓǕǗǙǛȔȖɄṲṴṶṸṺỤỦỨỪỬỮỰ
            V: ƲṼṾỼ
            W: ŴǷẀẂẄẆẈ
            X: ẊẌ
            Y: ŶƳȲɎẎỲỴỶỸỾ
            Z: ŹŻƵȤẐẒẔ
            a: āăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặⱥ
            b: ƀƃɓḃḅḇ
            c: ćĉċčƈȼḉ
            d: ďđƌȡɖɗḋḍḏḑḓ
            e: ēĕėęěǝȅȇȩɇəɛḕḗḙḛḝẹẻẽếềểễệ
            f: ḟ
            g: ĝğġģǥǧǵɠɡḡ
            h: ĥħȟḣḥḧḩḫẖ
            i: ĩīĭįıǐȉȋɨɩḭḯỉị
            j: ĵǰȷɉ
            k: ķĸƙǩḱḳḵ
            l: ĺļľłƚȴḷḹḻḽ
            m: ḿṁṃ
            n: ńņňŋƞǹȵɲṅṇṉṋ
            o: ōŏőơǒǫǭȍȏȫȭȯȱɔɵṍṏṑṓọỏốồổỗộớờởỡợ
            p: ƥṕṗ
            q: ɋ
            r: ŕŗřȑȓɍʀṙṛṝṟ
            s: śŝşſșȿṡṣṥṧṩẛẜẝ
            t: ţťŧƫƭțȶʈṫṭṯṱẗⱦ
            u: ũūŭůűųưǔǖǘǚǜȕȗʉʊṳṵṷṹṻụủứừửữự
            v: ʋṽṿỽ
            w: ŵƿẁẃẅẇẉẘ
            x: ẋẍ
            y: ŷƴȳɏẏẙỳỵỷỹỿ
            z: źżƶȥɀẑẓẕ
            Æ: ǢǼ
            æ: ǣǽ
            Ø: Ǿ
            ø: ǿ
            IJ: Ĳ
            ij: ĳ
            L·: Ŀ
            l·: ŀ
            ’n: ŉ
            DŽ: Ǆ
            Dž: ǅ
            dž: ǆ
            LJ: Ǉ
            Lj: ǈ
            lj: ǉ
            NJ: Ǌ
            Nj: ǋ
            nj: ǌ
            DZ: Ǳ
            Dz: ǲ
            dz: ǳ
            Hv: Ƕ
            hv: ƕ
            Gh: ƔƢ
            gh: ƣɣ
            Ou: Ȣ
            ou: ȣ
            Sh: Ʃ
            sh: ʃ
            Zh: ƷǮ
            zh: ǯʒ
            db: ȸ
            qp: ȹ
            SS: ẞ
            Ll: Ỻ
            ll: ỻ
            ff: ﬀ
            fi: ﬁ
            fl: ﬂ
            ffi: ﬃ
            ffl: ﬄ
            st: ﬅﬆ
        greek
            A: ΆΑἈἉἊἋἌἍἎἏᾈᾉᾊᾋᾌᾍᾎᾏᾸᾹᾺᾼ
            a: άαἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
            Ch: Χ
            ch: χ
            D: Δ
            d: δ
            E: ΈΕἘἙἚἛἜἝῈ
            e: έεἐἑἒἓἔἕὲϵ
            F: Φ
            f: φϕ
            G: Γ
            g: γ
            I: ΉΊΗΙΪἨἩἪἫἬἭἮἯἸἹἺἻἼἽἾἿᾘᾙᾚᾛᾜᾝᾞᾟῊῌῘῙῚ
            i: ΐήίηιϊἠἡἢἣἤἥἦἧἰἱἲἳἴἵἶἷὴὶᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇῐῑῒῖῗ
            K: Κ
            k: κϰ
            L: Λ
            l: λ
            M: Μ
            m: μ
            N: Ν
            n: ν
            O: ΌΏΟΩὈὉὊὋὌὍὨὩὪὫὬὭὮὯᾨᾩᾪᾫᾬᾭᾮᾯῸῺῼ
            o: οωόώὀὁὂὃὄὅὠὡὢὣὤὥὦὧὸὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
            P: Π
            p: πϖ
            Ps: Ψ
            ps: ψ
            R: ΡῬ
            r: ρῤῥϱ
            S: ΣϹ
            s: ςσϲ
            T: Τ
            t: τ
            Th: Θϴ
            th: θϑ
            V: Β
            v: βϐ
            X: Ξ
            x: ξ
            Y: ΎΥΫὙὛὝὟῨῩῪϒϓϔ
            y: ΰυϋύὐὑὒὓὔὕὖὗὺῠῡῢῦῧ
            Z: Ζ
            z: ζ
        greek-pairs
            ng: γγ
            nx: γξ
            nch: γχ
            av: αυ αύ αὐ αὑ αὒ αὓ αὔ αὕ αὖ αὗ αὺ αῠ αῡ αῦ
            ev: ευ εύ εὐ εὑ εὒ εὓ εὔ εὕ εὖ εὗ εὺ εῠ εῡ εῦ
            iv: ηυ ηύ ηὐ ηὑ ηὒ ηὓ ηὔ ηὕ ηὖ ηὗ ηὺ ηῠ ηῡ ηῦ
            ou: ου ού οὐ οὑ οὒ οὓ οὔ οὕ οὖ οὗ οὺ οῠ οῡ οῦ
            b: μπ
        cyrillic
            : Ьь
            A: А
            a: а
            B: Б
            b: б
            C: Ћ
            c: ћ
            Ch: Ч
            ch: ч
            D: ДЂ
            d: дђ
            Dz: ЅЏ
            dz: ѕџ
            E: ЕЁЭЀ
            e: еёэѐ
            F: ФѲ
            f: фѳ
            G: ГҐЃ
            g: гґѓ
            Gh: Ғ
            gh: ғ
            H: ҺҲ
            h: һҳ
            I: ИЙЇІЍӢ
            i: ийїіѝӣ
            Ia: Я
            ia: я
            Ie: ЪЄѢ
            ie: ъєѣ
            Iu: Ю
            iu: ю
            J: ЈҶҖ
            j: јҷҗ
            K: КЌ
            k: кќ
            Kh: Х
            kh: х
            L: Л
            l: л
            Lj: Љ
            lj: љ
            M: М
            m: м
            N: Н
            n: н
            Ng: Ң
            ng: ң
            Nj: Њ
            nj: њ
            O: О
            o: о
            P: П
            p: п
            Q: Қ
            q: қ
            R: Р
            r: р
            S: С
            s: с
            Sh: Ш
            sh: ш
            Shch: Щ
            shch: щ
            T: Т
            t: т
            Ts: Ц
            ts: ц
            U: УЎѪҰӮ
            u: уўѫұӯ
            V: В
            v: в
            Y: ЫѴ
            y: ыѵ
            Z: З
            z: з
            Zh: Ж
            zh: ж
            Ä: Ә
            ä: ә
            Ö: Ө
            ö: ө
            Ü: Ү
            ü: ү
        punctuation
            U+0020: U+1680 U+2002-2006 U+2008-200A U+205F U+3000
            U+00A0: U+2007 U+202F
            U+000A: U+2028-2029
            : U+00AD U+034F U+061C U+180E U+200B-200F U+202A-202E U+2060-2064 U+2066-2069 U+FE00-FE0F
                U+FEFF
            -: U+2010-2011 U+2043 U+2212
            –: U+2012
            —: U+2015
            ': U+02B9 U+2032
            ": U+02BA U+2033
            ''': U+2034
            ‘: U+02BB U+02BD U+201B U+275B
            ’: U+02BC U+275C
            “: U+201F U+275D
            ”: U+275E
            ..: U+2025
            …: U+22EF
            •: U+2023 U+25AA U+25CF U+25E6
            ·: U+2027 U+2219 U+22C5
            !!: U+203C
            ??: U+2047
            ?!: U+2048
            !?: U+2049
            ´: U+0384
            /: U+2044 U+2215
        full-width
            U+0021-007E: U+FF01-FF5E
            ¢: U+FFE0
            £: U+FFE1
            ¬: U+FFE2
            ¯: U+FFE3
            ¦: U+FFE4
            ¥: U+FFE5
        currencies
            XEU: ₠
            CRC: ₡
            FRF: ₣
            ITL: ₤
            NGN: ₦
            ESP: ₧
            Rs: ₨
            KRW: ₩￦
            ILS: ₪
            VND: ₫
            LAK: ₭
            MNT: ₮
            GRD: ₯
            PHP: ₱
            PYG: ₲
            ARA: ₳
            UAH: ₴
            GHS: ₵
            KZT: ₸
            INR: ₹
            TRY: ₺
            AZN: ₼
            RUB: ₽
            GEL: ₾
            BTC: ₿
            THB: ฿
        symbols
            No.: U+2116
            °C: U+2103
            °F: U+2109
            c/o: U+2105
            l: U+2113
            (P): U+2117
            (SM): U+2120
            Tel.: U+2121
            Fax: U+213B
            e: U+212E
            <-: U+2190
            ->: U+2192 U+2794 U+2799 U+279B-279E U+27A1 U+27F6
            <->: U+2194
            =>: U+21D2
            <=>: U+21D4
            <=: U+2264 U+2A7D
            >=: U+2265 U+2A7E
            !=: U+2260
            ~: U+223C U+2248
            *: U+2217
            |: U+2223
            :: U+2236
            Ø: U+2300
        numbers
            I: Ⅰ
            II: Ⅱ
            III: Ⅲ
            IV: Ⅳ
            V: Ⅴ
            VI: Ⅵ
            VII: Ⅶ
            VIII: Ⅷ
            IX: Ⅸ
            X: Ⅹ
            XI: Ⅺ
            XII: Ⅻ
            L: Ⅼ
            C: Ⅽ
            D: Ⅾ
            M: Ⅿ
            i: ⅰ
            ii: ⅱ
            iii: ⅲ
            iv: ⅳ
            v: ⅴ
            vi: ⅵ
            vii: ⅶ
            viii: ⅷ
            ix: ⅸ
            x: ⅹ
            xi: ⅺ
            xii: ⅻ
            l: ⅼ
            c: ⅽ
            d: ⅾ
            m: ⅿ
            (1): ①
            (2): ②
            (3): ③
            (4): ④
            (5): ⑤
            (6): ⑥
            (7): ⑦
            (8): ⑧
            (9): ⑨
            (10): ⑩
            (11): ⑪
            (12): ⑫
            (13): ⑬
            (14): ⑭
            (15): ⑮
            (16): ⑯
            (17): ⑰
            (18): ⑱
            (19): ⑲
            (20): ⑳
        fractions
            1/7: ⅐
            1/9: ⅑
            1/10: ⅒
            1/3: ⅓
            2/3: ⅔
            1/5: ⅕
            2/5: ⅖
            3/5: ⅗
            4/5: ⅘
            1/6: ⅙
            5/6: ⅚
            1/8: ⅛
            3/8: ⅜
            5/8: ⅝
            7/8: ⅞
            1/: ⅟
            0/3: ↉
        superscripts
            0: ⁰
            1: ¹
            2: ²
            3: ³
            4: ⁴
            5: ⁵
            6: ⁶
            7: ⁷
            8: ⁸
            9: ⁹
            +: U+207A
            -: U+207B
            =: U+207C
            (: U+207D
            ): U+207E
            i: U+2071
            n: U+207F
        subscripts
            0: ₀
            1: ₁
            2: ₂
            3: ₃
            4: ₄
            5: ₅
            6: ₆
            7: ₇
            8: ₈
            9: ₉
            +: U+208A
            -: U+208B
            =: U+208C
            (: U+208D
            ): U+208E
        marks
            : U+0300-034E U+0350-036F U+0483-0489 U+1AB0-1AFF U+1DC0-1DFF U+20D0-20F0 U+FE20-FE2F
        """#
}
