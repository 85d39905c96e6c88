"""Sentences on quotations and their terms."""

SENTENCES: dict[str, str] = {
    "article-missing": "There is no article {article} in this archive.",
    "passage-missing": "The passage does not stand in article {article}. Copy it as it is printed there.",
    "passage-twice": "The passage stands {count:time,times} in article {article}: {spans}. Choose one with --span.",
    "span-outside": "The passage {start}:{end} lies outside article {article}, which has {length} characters.",
    "publication-missing": "Name the publication that you quote for; allowances add up per publication.",
    "medium-unknown": "“{medium}” is not a medium. Choose one of: {media}.",
    "style-unknown": "“{style}” is not a citation style. Choose one of: {styles}.",
    "url-not-usable": "“{url}” cannot be linked. Give an absolute http or https address without user name.",
    "excerpt-missing": "There is no excerpt {excerpt} in the ledger.",
    "reason-missing": "Another basis than the licence needs a reason; say why it applies.",
}
