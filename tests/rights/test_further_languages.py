"""Terms in languages that write without spaces, from right to left, or in scripts and words of their own."""

import pytest

from app.rights import RightsEvidence, detect

RESERVED, CAP, FREE = "all_rights_reserved", "quote_cap", "republish"
TERMS = [
    ("sk", "Všetky práva vyhradené.", RESERVED, None, {}),
    ("sk", "Citovať možno najviac päťdesiat slov článku s uvedením autora.", CAP, (50, "words"), {"name_author": True}),
    ("sk", "Je dovolené citovať do 10 % textu s odkazom na článok.", CAP, (10, "percent"), {"link": True, "link_target": "article"}),
    ("sk", "Najviac 300 znakov článku možno prevziať, ak je citát v úvodzovkách.", CAP, (300, "chars"), {"mark": True}),
    ("sk", "Články možno nekomerčne publikovať bez zmien s uvedením zdroja.", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("bg", "Всички права запазени.", RESERVED, None, {}),
    ("bg", "Разрешено е цитиране до петдесет думи от статията с посочване на автора.", CAP, (50, "words"), {"name_author": True}),
    ("bg", "Може да се цитират не повече от 10 процента от текста с връзка към статията.", CAP, (10, "percent"), {"link": True, "link_target": "article"}),
    ("bg", "Не повече от 300 знака могат да се цитират в кавички.", CAP, (300, "chars"), {"mark": True}),
    ("bg", "Статиите могат да се препечатват без промени за нетърговски цели с посочване на източника.", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("hr", "Sva prava pridržana.", RESERVED, None, {}),
    ("hr", "Dopušteno je citirati najviše pedeset riječi članka uz navođenje autora.", CAP, (50, "words"), {"name_author": True}),
    ("hr", "Smije se citirati do 10 % teksta s poveznicom na članak.", CAP, (10, "percent"), {"link": True, "link_target": "article"}),
    ("hr", "Najviše 300 znakova može se citirati u navodnicima.", CAP, (300, "chars"), {"mark": True}),
    ("hr", "Članci se mogu objavljivati bez izmjena u nekomercijalne svrhe uz navođenje izvora.", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("sr", "Сва права задржана.", RESERVED, None, {}),
    ("sr", "Дозвољено је цитирати највише педесет речи текста уз навођење аутора.", CAP, (50, "words"), {"name_author": True}),
    ("sr", "Može se citirati do 10 odsto teksta, uz link na članak.", CAP, (10, "percent"), {"link": True, "link_target": "article"}),
    ("sr", "Текстови се могу преносити без измена у некомерцијалне сврхе уз навођење извора.", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("sl", "Vse pravice pridržane.", RESERVED, None, {}),
    ("sl", "Dovoljeno je citirati največ petdeset besed članka z navedbo avtorja.", CAP, (50, "words"), {"name_author": True}),
    ("sl", "Lahko citirate do 10 odstotkov besedila s povezavo na članek.", CAP, (10, "percent"), {"link": True, "link_target": "article"}),
    ("sl", "Članke lahko objavite brez sprememb v nekomercialne namene z navedbo vira.", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("lv", "Visas tiesības aizsargātas.", RESERVED, None, {}),
    ("lv", "Drīkst citēt ne vairāk kā piecdesmit vārdus no raksta, norādot autoru.", CAP, (50, "words"), {"name_author": True}),
    ("lv", "Atļauts citēt līdz 10 procentiem teksta ar saiti uz rakstu.", CAP, (10, "percent"), {"link": True, "link_target": "article"}),
    ("lv", "Rakstus drīkst pārpublicēt bez izmaiņām nekomerciālos nolūkos, norādot avotu.", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("lt", "Visos teisės saugomos.", RESERVED, None, {}),
    ("lt", "Galima cituoti ne daugiau kaip penkiasdešimt straipsnio žodžių, nurodant autorių.", CAP, (50, "words"), {"name_author": True}),
    ("lt", "Leidžiama cituoti iki 10 procentų teksto su nuoroda į straipsnį.", CAP, (10, "percent"), {"link": True, "link_target": "article"}),
    ("lt", "Straipsnius galima perpublikuoti be pakeitimų nekomerciniais tikslais, nurodant šaltinį.", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("et", "Kõik õigused kaitstud.", RESERVED, None, {}),
    ("et", "Tsiteerida võib kuni viiskümmend sõna artiklist, viidates autorile.", CAP, (50, "words"), {"name_author": True}),
    ("et", "Lubatud on tsiteerida kuni 10 protsenti tekstist koos lingiga artiklile.", CAP, (10, "percent"), {"link": True, "link_target": "article"}),
    ("et", "Artikleid võib mitteärilistel eesmärkidel muutmata avaldada, viidates allikale.", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("ja", "無断転載を禁じます。", RESERVED, None, {}),
    ("ja", "当サイトの記事は五十字以内であれば引用できます。著者名を明記してください。", CAP, (50, "chars"), {"name_author": True}),
    ("ja", "本文の5パーセントまで引用できます。記事へのリンクを付けてください。", CAP, (5, "percent"), {"link": True, "link_target": "article"}),
    ("ja", "本文の百分の五を超えない範囲で引用が可能です。引用符で囲んでください。", CAP, (5, "percent"), {"mark": True}),
    ("ja", "100字を超える引用には許可が必要です。", CAP, (100, "chars"), {"permission_beyond": True}),
    ("ja", "非営利目的に限り、記事を改変せずに転載できます。出典を明記してください。", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("ja", "許可を得て転載できます。", RESERVED, None, {}),
    ("zh", "版权所有，未经授权不得转载。", RESERVED, None, {"permission_beyond": True}),
    ("zh", "可引用本文不超过百分之五的内容，但须注明来源并附上链接。", CAP, (5, "percent"), {"name_source": True, "link": True}),
    ("zh", "允许引用本站文章二百五十字以内，须注明作者。", CAP, (250, "chars"), {"name_author": True}),
    ("zh", "引用超過一百字須經本報書面許可。", CAP, (100, "chars"), {"permission_beyond": True}),
    ("zh", "本文可以转载，但不得用于商业目的，不得修改，须注明出处。", FREE, None, {"commercial": False, "derivatives": "none", "name_source": True}),
    ("zh", "经授权方可转载本站文章。", RESERVED, None, {}),
    ("ko", "무단 전재 및 재배포 금지", RESERVED, None, {}),
    ("ko", "기사는 50단어 이내로 인용할 수 있으며 출처를 밝혀야 합니다.", CAP, (50, "words"), {"name_source": True}),
    ("ko", "본문의 5퍼센트 이하만 인용할 수 있습니다. 기사로 가는 링크를 함께 표시해야 합니다.", CAP, (5, "percent"), {"link": True}),
    ("ko", "100자를 초과하는 인용은 사전 허락이 필요합니다.", CAP, (100, "chars"), {"permission_beyond": True}),
    ("ko", "비영리 목적에 한하여 기사를 수정 없이 전재할 수 있습니다.", FREE, None, {"commercial": False, "derivatives": "none"}),
    ("ko", "허락을 받은 경우 전재할 수 있습니다.", RESERVED, None, {}),
    ("ar", "جميع الحقوق محفوظة.", RESERVED, None, {}),
    ("ar", "يجوز اقتباس ما لا يزيد عن خمسين كلمة من المقال مع ذكر المصدر.", CAP, (50, "words"), {"name_source": True}),
    ("ar", "يسمح باقتباس ٥٪ من نص المقال كحد أقصى بشرط وضع رابط إلى المقال.", CAP, (5, "percent"), {"link": True, "link_target": "article"}),
    ("ar", "يجوز إعادة نشر مقالاتنا دون تعديل لأغراض غير تجارية مع ذكر اسم الكاتب.", FREE, None, {"commercial": False, "derivatives": "none", "name_author": True}),
    ("he", "כל הזכויות שמורות.", RESERVED, None, {}),
    ("he", "מותר לצטט עד חמישים מילים מהכתבה בציון המקור.", CAP, (50, "words"), {"name_source": True}),
    ("he", "ניתן לצטט עד 5 אחוזים מהטקסט עם קישור לכתבה.", CAP, (5, "percent"), {"link": True, "link_target": "article"}),
    ("he", "מותר לפרסם את הכתבות ללא שינוי למטרות לא מסחריות, בציון שם המחבר.", FREE, None, {"commercial": False, "derivatives": "none", "name_author": True}),
    ("he", "אסור לצטט יותר משלושה משפטים.", CAP, (3, "sentences"), {}),
    ("ja", "引用は一回につき二百文字までとします。", CAP, (200, "chars"), {}),
    ("lv", "Citējot jānorāda avots un jāpievieno saite uz rakstu.", CAP, None, {"name_source": True, "link": True}),
    ("ro", "Se pot cita mai puțin de 5 % din text, cu link către articol.", CAP, (5, "percent"), {"link": True}),
    ("tr", "Haberlerimizin en fazla %10'u alıntılanabilir; kaynak gösterilmesi zorunludur.", CAP, (10, "percent"), {"name_source": True}),
    ("hu", "Cikkeinkből legfeljebb 300 karakter idézhető a forrás megjelölésével.", CAP, (300, "chars"), {"name_source": True}),
    ("el", "Επιτρέπεται η παράθεση έως 300 χαρακτήρων με αναφορά της πηγής.", CAP, (300, "chars"), {"name_source": True}),
]  # fmt: skip

PROSE = [
    ("ja", "大臣は、記事の100字以内なら引用できると述べた。"),
    ("zh", "部长表示，草案允许引用不超过百分之五的内容。"),
    ("zh", "图片采用知识共享署名 4.0 许可协议。"),
    ("ko", "장관은 기사의 5%까지 인용할 수 있다고 말했다."),
    ("ar", "قال الوزير إن القانون يسمح باقتباس خمسين كلمة."),
    ("he", "השר אמר כי מותר לצטט עד 50 מילים."),
    ("sk", "Minister povedal, že možno citovať najviac 50 slov."),
    ("bg", "Министърът заяви, че е разрешено цитиране до 50 думи."),
    ("hr", "Ministar je rekao da se smije citirati do 50 riječi."),
    ("sr", "Министар је изјавио да је дозвољено цитирати до 50 речи."),
    ("sl", "Minister je povedal, da je dovoljeno citirati do 50 besed."),
    ("lv", "Ministrs sacīja, ka drīkst citēt līdz 50 vārdiem."),
    ("lt", "Ministras sakė, kad galima cituoti iki 50 žodžių."),
    ("et", "Minister ütles, et tsiteerida võib kuni 50 sõna."),
    ("en", "The museum's archive will be released under CC BY next spring."),
    ("en", "Maps on this site: CC BY-SA 3.0. Data: CC BY 4.0."),
    ("pl", "Licencja CC BY na ten artykuł wygasła w 2020 roku."),
    ("es", "La licencia CC BY de este artículo fue revocada."),
    ("ru", "Срок лицензии CC BY на эту статью истёк."),
    ("de", "Die Karte steht unter der Lizenz CC BY-SA 3.0."),
]


@pytest.mark.parametrize(("language", "notice", "kind", "cap", "stated"), TERMS)
def test_terms(language: str, notice: str, kind: str, cap: tuple[int, str] | None, stated: dict[str, object]) -> None:
    found = detect(RightsEvidence(notice, language=language))
    assert found.kind == kind
    assert [(limit.n, limit.unit) for limit in found.caps] == ([cap] if cap else [])
    assert {name: getattr(found, name) for name in stated} == stated


@pytest.mark.parametrize(("language", "notice"), [(terms[0], terms[1]) for terms in TERMS if terms[2] == CAP])
def test_language_is_told_by_the_words(language: str, notice: str) -> None:
    """Where nobody says which language it is, the same limit is read."""
    told, guessed = (detect(RightsEvidence(notice, language=hint)) for hint in (language, None))
    assert guessed.caps == told.caps


@pytest.mark.parametrize(("language", "notice"), PROSE)
def test_news_about_limits_is_no_permission(language: str, notice: str) -> None:
    assert detect(RightsEvidence(notice, language=language)).kind == "unknown"


@pytest.mark.parametrize(
    ("notice", "spdx"),
    [
        (
            "この作品はクリエイティブ・コモンズ 表示 - 非営利 - 改変禁止 4.0 国際ライセンスで提供されています。",
            "CC-BY-NC-ND-4.0",
        ),
        ("本作品采用知识共享署名-非商业性使用 4.0 国际许可协议进行许可。", "CC-BY-NC-4.0"),
        ("本著作係採用創用 CC 姓名標示-相同方式分享 4.0 國際授權條款授權。", "CC-BY-SA-4.0"),
        ("이 저작물은 크리에이티브 커먼즈 저작자표시-비영리 4.0 국제 라이선스에 따라 이용할 수 있습니다.", "CC-BY-NC-4.0"),
        ("هذا العمل مرخص بموجب رخصة المشاع الإبداعي نسب المصنف 4.0 دولي.", "CC-BY-4.0"),
    ],
)
def test_creative_commons_by_its_name(notice: str, spdx: str) -> None:
    assert detect(RightsEvidence(notice)).spdx == spdx
