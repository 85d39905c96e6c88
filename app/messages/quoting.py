"""Sentences on quotations and their terms."""

SENTENCES: dict[str, str] = {
    "article-missing": "There is no article {article} in this archive.",
    "passage-missing": "The passage does not stand in article {article}. Copy it as it is printed there.",
    "passage-twice": "The passage stands {count:time,times} in article {article}: {spans}. Choose one with --span.",
    "span-outside": "The passage {start}:{end} lies outside article {article}, which has {length} characters.",
    "publication-missing": "Name the publication that you quote for; allowances add up per publication.",
    "publication-name-long": (
        "A publication’s name has {most:letter,letters} at the most, and this one has {letters:letter,letters}. Give a shorter one."
    ),
    "publication-name-unfit": "“{publication}” holds control characters, which no name has. Type the publication’s name anew.",
    "publication-unknown": "There is no publication named “{publication}”; the archive has: {known}.",
    "publication-none": "There is no publication named “{publication}”; nothing was quoted for any publication yet.",
    "language-unknown": "“{language}” is no code of a language. Give one such as en, de-CH or pt-BR.",
    "medium-unknown": "“{medium}” is not a medium. Choose one of: {media}.",
    "style-unknown": "“{style}” is not a citation style. Choose one of: {styles}.",
    "export-unknown": "“{form}” is not a form of references. Choose one of: {forms}.",
    "url-not-usable": "“{url}” cannot be linked. Give an absolute http or https address without user name.",
    "excerpt-missing": "There is no excerpt {excerpt} in the ledger.",
    "reason-missing": (
        "This does not rest on the terms of the article, but on the basis “{basis}”. Say why it applies (--reason), for example “quoted as "
        "evidence in a review”; the reason is recorded."
    ),
    "basis-unknown": "“{basis}” is not a basis. Choose one of: {bases}.",
    "purpose-unknown": "“{purpose}” is not a purpose that terms name. Choose one of: {purposes}.",
    "quote-allowed": "Allowed: {left}.",
    "quote-over-cap": (
        "Refused: the terms allow {cap} of {total} {unit} for {publication}; {before} are used and this passage brings it to {used}. "
        "Choose a shorter passage, another publication or another basis."
    ),
    "quote-nothing-quotable": (
        "Refused: nothing may be quoted under these terms ({clause}), as their limit is below a single word of this text. Choose another basis."
    ),
    "quote-link-missing": (
        "Refused: the terms want a link, and the archive has no address of this article. Give it (--url), choose another basis (--basis), or "
        "take the reference alone (pressmark cite)."
    ),
    "quote-medium": "Refused: the terms cover {media} alone, not {medium}. Choose another basis or another medium.",
    "quote-purpose": (
        "Refused: the terms allow quoting for {purposes} only ({clause}). Say what the passage is for (--purpose, or the button here), or "
        "choose another basis."
    ),
    "quote-edits": "Refused: the terms forbid changes ({clause}), and a passage with gaps is one. Quote one piece.",
    "quote-author-missing": (
        "Refused: the terms want the author named, and the archive does not know for sure who that is. Choose another basis."
    ),
    "quote-commercial": (
        "Refused: the terms forbid commercial use ({clause}), and {publication} is commercial. Choose another publication or another basis."
    ),
    "quote-period": "Refused: the terms do not hold for an article of this date today ({clause}). Choose another basis.",
    "quote-unconfirmed": (
        "Refused: these are terms that the source states on its own pages, not in this article. Look at them and confirm them once, or "
        "choose another basis."
    ),
    "terms-how": "Command `pressmark terms {article}` shows them; with --confirm they are confirmed for their source.",
    "terms-confirmed": "Confirmed for {count:article,articles} of this source with the same notice, and for those that come later.",
    "ledger-sum": "{name}: {excerpts:excerpt,excerpts}, {words:word,words}, {published} published, {released} given back.",
    "excerpt-not-given": "Say which excerpt (pressmark ledger {action} EXCERPT); its number stands in the ledger.",
    "published-where": "Say where excerpt {excerpt} was published (--url https://…).",
    "excerpt-now-published": "Excerpt {excerpt} is recorded as published at {url}.",
    "excerpt-now-released": "Excerpt {excerpt} is given back and counts no longer.",
    "terms-unknown": "Article {article} has no terms that could be confirmed. Say them in words with --as.",
    "terms-not-understood": (
        "No terms can be read from “{words}”. Write them as a notice would, such as “Up to 100 words may be quoted with a link” or “All "
        "rights reserved”."
    ),
    "remark-third-party": "Holds the credit of others, {credits}: the terms may not cover what belongs to it.",
    "remark-commercial-unknown": "The terms forbid commercial use. Say whether {publication} is commercial.",
    "remark-changes": "The terms restrict changes, and a passage with gaps is one.",
    "remark-conflict": "The article states different terms; the stricter ones are counted.",
    "remark-period-unknown": "The terms hold for a time only, and the article’s date is not known for sure.",
    "remark-house-limit": "Longer than the house rule of {publication} allows. The rule is the house’s own: no law names a number.",
    "house-limit-senseless": "A house rule of {words:word,words} makes no sense. Give a number from 1 on, or 0 for no rule.",
    "remark-not-counted": (
        "Holds a paragraph that is not counted as the article’s text, so the terms may not cover it; what is quoted of it counts all the same."
    ),
    "paragraph-missing": "Article {article} has {count:paragraph,paragraphs}; there is no paragraph {paragraph}.",
    "paragraph-last": "A paragraph of article {article} has to stay: without any, no limit can be counted.",
    "remark-partial": "Only a part of this article was captured; what is allowed is counted from that part.",
    "excerpt-published": "Excerpt {excerpt} was published; what was used stays used.",
    "excerpt-released": "Excerpt {excerpt} was given back. Copy the passage again to use it.",
    "quote-empty": "Refused: the passage holds no word.",
    "draft-purpose": "The terms allow quoting for one purpose only. Look at them, and whether this text is for it.",
    "draft-over-cap": "More than the terms allow is taken from this article.",
    "draft-unmarked": "Not marked as a quotation.",
    "draft-unattributed": "The source is not named.",
    "draft-author-missing": "The author is not named, and the terms want it.",
    "draft-link-missing": "The terms want a link to the article.",
    "draft-medium": "The terms do not cover this medium.",
    "draft-commercial": "The terms forbid commercial use, and the publication is commercial.",
    "draft-period": "The terms do not hold for an article of this date today.",
    "draft-unconfirmed": "These are terms of the source’s own pages, which nobody has confirmed yet.",
    "draft-by-law": "The terms give no right to quote; this rests on quotation by law.",
    "draft-cut": "Left out with a sign: “{article}”.",
    "draft-added": "Added in brackets: “{draft}”.",
    "draft-changed": "“{draft}” instead of “{article}”.",
    "draft-left-out": "Left out without a sign: “{article}”.",
    "draft-put-in": "Put in without a sign: “{draft}”.",
    "draft-altered": "Words differ from the article without a sign of it.",
    "draft-wrong-speaker": "{named} does not say this; in the article it is {speaker}.",
}
