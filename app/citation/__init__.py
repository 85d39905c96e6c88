"""Citations: credit lines in many styles, the clipboard's flavours, links to the exact passage, exports."""

from app.citation.fragments import text_fragment
from app.citation.links import clean_url, deep_link
from app.citation.names import separate
from app.citation.payload import Payload, flavours, plain_copy, reference_alone, render
from app.citation.reference import Reference
from app.citation.styles import STYLES

__all__ = [
    "STYLES",
    "Payload",
    "Reference",
    "clean_url",
    "deep_link",
    "flavours",
    "plain_copy",
    "reference_alone",
    "render",
    "separate",
    "text_fragment",
]
