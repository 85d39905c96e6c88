"""Citation styles: one module each, one line in `STYLES`.

Sources of the rules: APA 7 §10.1 ex. 16; MLA Handbook 9 §5; Chicago Manual of Style 17 §14.191 to §14.199 and §15.49; Harvard (Cite
Them Right 11); ISO 690:2021 §7; OSCOLA 4 §3.4.8 and §3.4.9; agency and dash line are newsroom custom.

A source is taken for a newspaper: whether it is a site without a paper is not known. Headlines keep their capitals: neither the
sentence case of APA nor the headline case of MLA and Chicago is made, as nobody but a reader knows which words are names.
"""

from app.citation.credit import Credit
from app.citation.styles import agency, apa, chicago, chicago_author_date, dash, harvard, iso690, mla, oscola, wiki

STYLES: dict[str, Credit] = {
    "dash": dash.credit,
    "agency": agency.credit,
    "apa": apa.credit,
    "mla": mla.credit,
    "chicago": chicago.credit,
    "chicago-author-date": chicago_author_date.credit,
    "harvard": harvard.credit,
    "iso690": iso690.credit,
    "oscola": oscola.credit,
    "wiki": wiki.credit,
}
