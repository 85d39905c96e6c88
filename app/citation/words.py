"""Words of credit lines in the languages of publications: months (Unicode CLDR, form in dates), "and", "quoted by", "abridged"."""

from collections.abc import Mapping
from typing import TypeVar

_T = TypeVar("_T")


def in_language(table: Mapping[str, _T], language: str) -> _T | None:
    """Return what a table has for a language tag, else for the tag without its last part (`de-AT`: `de`); None for no such language."""
    tag = language.replace("_", "-").lower()
    while tag and tag not in table:
        tag = tag.rpartition("-")[0]
    return table.get(tag)


MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "be": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "sl": "januar februar marec april maj junij julij avgust september oktober november december",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    **dict.fromkeys(("ja", "zh", "ko"), "1 2 3 4 5 6 7 8 9 10 11 12"),
}
MONTHS["nb"] = MONTHS["nn"] = MONTHS["no"]

_DOTTED = "{d}. {m} {y}"
DAY = {
    **dict.fromkeys(("de", "cs", "da", "no", "nb", "nn", "fi", "sk", "sl", "et", "is"), _DOTTED),
    **dict.fromkeys(("es", "pt"), "{d} de {m} de {y}"), "hr": "{d}. {m} {y}.", "hu": "{y}. {m} {d}.", "he": "{d} ב{m} {y}",
    **dict.fromkeys(("ja", "zh"), "{y}年{m}月{d}日"), "ko": "{y}년 {m}월 {d}일",
}  # fmt: skip
MONTH = {"ja": "{y}年{m}月", "zh": "{y}年{m}月", "ko": "{y}년 {m}월", "hu": "{y}. {m}"}
_IN_DATES_ONLY = {
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "uk": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "be": "студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань",
    "fi": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "cs": "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "sk": "január február marec apríl máj jún júl august september október november december",
    "hr": "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac",
    "el": "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος",
}
MONTHS_ALONE = {**MONTHS, **_IN_DATES_ONLY}
"""Months without a day, where the language has another form for them."""

AND = {
    "en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e", "nl": "en", "pl": "i", "ru": "и", "uk": "і", "be": "і", "sv": "och",
    "da": "og", "no": "og", "nb": "og", "nn": "og", "is": "og", "fi": "ja", "et": "ja", "cs": "a", "sk": "a", "sl": "in", "hr": "i", "ca": "i",
    "ro": "și", "hu": "és", "el": "και", "tr": "ve", "bg": "и",
}  # fmt: skip

QUOTED_BY = {
    "en": "quoted by", "de": "zitiert von", "fr": "propos rapportés par", "es": "palabras recogidas por", "it": "parole riportate da",
    "pt": "declarações citadas por", "ca": "paraules recollides per", "nl": "geciteerd door", "pl": "cyt. za", "ru": "цит. по:",
    "uk": "цит. за:", "be": "цыт. паводле:", "bg": "цит. по:", "sv": "citerad av", "da": "citeret af", "no": "sitert av", "nb": "sitert av",
    "nn": "sitert av", "fi": "lähde:", "et": "viidatud:", "cs": "cituje", "sk": "cituje", "sl": "navaja", "hr": "prenosi", "ro": "apud",
    "hu": "idézi:", "el": "όπως αναφέρεται από:", "tr": "aktaran:", "ja": "引用元：", "zh": "转引自", **dict.fromkeys(("zh-hant", "zh-tw", "zh-hk", "zh-mo"), "轉引自"), "ko": "재인용:", "ar": "نقلًا عن",
    "fa": "به نقل از", "he": "מצוטט אצל",
}  # fmt: skip
"""Who reports a speech, in words that fit a speaker of any gender."""

ABRIDGED = {
    "en": "abridged", "de": "gekürzt", "fr": "extraits", "es": "abreviado", "it": "abbreviato", "pt": "abreviado", "ca": "abreujat",
    "nl": "ingekort", "pl": "skrócone", "ru": "с сокращениями", "uk": "зі скороченнями", "be": "са скарачэннямі", "bg": "със съкращения",
    "sv": "förkortat", "da": "forkortet", "no": "forkortet", "nb": "forkortet", "nn": "forkorta", "fi": "lyhennetty", "et": "lühendatud",
    "cs": "zkráceno", "sk": "skrátené", "sl": "skrajšano", "hr": "skraćeno", "ro": "prescurtat", "hu": "rövidítve", "el": "συντομευμένο",
    "tr": "kısaltılmıştır", "ja": "一部省略", "zh": "有删节", **dict.fromkeys(("zh-hant", "zh-tw", "zh-hk", "zh-mo"), "有刪節"), "ko": "일부 생략", "ar": "بتصرف", "fa": "با تلخیص", "he": "מקוצר",
}  # fmt: skip
"""That text was left out: the notice of changes that open licences ask for (CC BY 4.0, section 3(a)(1)(B))."""
