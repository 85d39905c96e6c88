"""Citation styles: one module each, one line in `STYLES`.

Sources of the rules: APA 7 §10.1 ex. 16; MLA Handbook 9 §5; Chicago Manual of Style 17 §14.191 and §15.47; Harvard (Cite Them
Right 11); ISO 690:2021 §7; OSCOLA 4 §3.4.9; agency and dash line are newsroom custom.
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
