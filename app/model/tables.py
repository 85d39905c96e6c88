"""The tables of `archive.db`; how they hang together is told in `archive.md` beside this module."""

from sqlalchemy import CheckConstraint, Column, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel


class Meta(SQLModel, table=True):
    """Facts on the archive itself: `uid`, `created_at`, `created_by`."""

    key: str = Field(primary_key=True)
    value: str


class Source(SQLModel, table=True):
    """An outlet or agency, with the rights statement that its articles have unless they bring their own."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    folded: str = Field(unique=True)
    homepage: str | None = None
    rights_statement_id: int | None = Field(default=None, foreign_key="rights_statement.id")


class Original(SQLModel, table=True):
    """A captured file, kept byte for byte under `originals/` by its SHA-256."""

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True)
    size: int
    media_type: str
    encoding: str | None = None
    kept_at: str


class Article(SQLModel, table=True):
    """One piece of journalism. Dates are EDTF text plus first and last possible day (ISO); `evidence` is a JSON object that
    gives each field's [how, where]. `content_hash` is the SHA-256 of the normalised body: equal for wire copies. `recognised` is
    the version of rules and model that read its names last."""

    __table_args__ = (
        Index("article_content", "content_hash"),
        Index("article_original", "original_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    source_id: int | None = Field(default=None, foreign_key="source.id", index=True)
    original_id: int = Field(foreign_key="original.id")
    member: str = ""
    body_id: int | None = None
    headline: str
    section: str | None = None
    deck: str | None = None
    dateline: str | None = None
    slug: str | None = None
    byline: str | None = None
    authors: str = "[]"
    photo_credit: str | None = None
    captions: str = "[]"
    keywords: str = "[]"
    notice: str | None = None
    language: str | None = None
    published: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    modified: str | None = None
    captured: str | None = None
    added_at: str
    url: str | None = Field(default=None, index=True)
    canonical_url: str | None = None
    evidence: str = "{}"
    warnings: str = "[]"
    rights_statement_id: int | None = Field(default=None, foreign_key="rights_statement.id")
    content_hash: str
    partial: bool = False
    recognised: str | None = None


class Body(SQLModel, table=True):
    """A numbered, frozen revision of an article's text, on which quotations are counted; totals are `pressmark-count/1`."""

    __table_args__ = (UniqueConstraint("article_id", "revision"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    revision: int
    text: str = Field(sa_column=Column(Text, nullable=False))
    sha256: str
    words: int | None = None
    chars: int
    solid: int
    points: int
    made_at: str


class ParagraphChoice(SQLModel, table=True):
    """What a person said of a paragraph of a body: whether it is counted as the article's text."""

    __tablename__ = "paragraph_choice"
    __table_args__ = (UniqueConstraint("body_id", "start"),)

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id")
    start: int
    end: int
    counted: bool
    user_name: str
    at: str


class RightsStatementRow(SQLModel, table=True):
    """A version of the terms of an article or a source; `statement` is the JSON of `app.model.rights.RightsStatement`,
    `notice` a hash of the notice that the article was read with, or that a source's terms were confirmed for."""

    __tablename__ = "rights_statement"

    id: int | None = Field(default=None, primary_key=True)
    article_id: int | None = Field(default=None, index=True)
    source_id: int | None = Field(default=None, index=True)
    version: int = 1
    kind: str
    badge: str
    statement: str
    made_at: str
    notice: str | None = None


class Authority(SQLModel, table=True):
    """An authority record: one person, organisation or place (ISAAR-CPF sense).

    `folded` is the name under which recognition made it and finds it again, whatever it is called since. `found` is what it was
    before any correction (JSON); the other columns follow from that and the corrections. `merged_into` is the record that
    stands for it now, however many merges lead there.
    """

    __table_args__ = (
        Index("authority_folded", "kind", "folded"),
        Index("authority_merged", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
        Index("authority_rejected", "status", sqlite_where=text("status = 'rejected'")),
        CheckConstraint("kind IN ('person','organisation','place')"),
        CheckConstraint("status IN ('auto','confirmed','rejected')"),
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    kind: str
    preferred: str
    folded: str
    status: str = "auto"
    titles: str = "[]"
    dates: str | None = None
    note: str | None = None
    wikidata: str | None = None
    viaf: str | None = None
    gnd: str | None = None
    lcnaf: str | None = None
    isni: str | None = None
    merged_into: int | None = Field(default=None, foreign_key="authority.id")
    found: str | None = None


class AuthorityCode(SQLModel, table=True):
    """A code by which documents name a record: `scheme` says whose (a ticker, an industry code, an address)."""

    __tablename__ = "authority_code"
    __table_args__ = (UniqueConstraint("scheme", "code"),)

    id: int | None = Field(default=None, primary_key=True)
    authority_id: int = Field(foreign_key="authority.id", index=True)
    scheme: str
    code: str


class StatedEntityRow(SQLModel, table=True):
    """What an article's document declares itself to be about; without `kind` it is a subject and no record's."""

    __tablename__ = "stated_entity"

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    kind: str | None = None
    name: str
    scheme: str = ""
    code: str = ""
    stated_in: str = ""
    authority_id: int | None = Field(default=None, foreign_key="authority.id", index=True)


class AuthorityName(SQLModel, table=True):
    """A name variant of an authority record: `origin` is seen (in an article), typed or removed (by a person)."""

    __tablename__ = "authority_name"
    __table_args__ = (UniqueConstraint("authority_id", "folded"),)

    id: int | None = Field(default=None, primary_key=True)
    authority_id: int = Field(foreign_key="authority.id")
    name: str
    folded: str = Field(index=True)
    origin: str = "seen"


class MentionRow(SQLModel, table=True):
    """A span of an article that names an authority record; the span counts in `field` of the body revision.

    What a person decided has `correction_id`, and covers what was found there: that is `hidden_by` the same correction. A
    decision without a record says that nothing is named here. Shown is what is not hidden and has a record.
    """

    __tablename__ = "mention"
    __table_args__ = (
        Index("mention_named", "authority_id", "article_id", "hidden_by"),
        Index("mention_corrected", "correction_id", sqlite_where=text("correction_id IS NOT NULL")),
        Index("mention_hidden", "hidden_by", sqlite_where=text("hidden_by IS NOT NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    body_id: int = Field(foreign_key="body.id")
    field: str = "body"
    start: int
    end: int
    surface: str
    name: str
    kind: str
    authority_id: int | None = Field(default=None, foreign_key="authority.id")
    how: str
    confidence: float
    version: str
    decided_by: str | None = None
    correction_id: int | None = Field(default=None, foreign_key="correction.id")
    hidden_by: int | None = Field(default=None, foreign_key="correction.id")


class QuotationRow(SQLModel, table=True):
    """Direct speech in an article, with its speaker where that is sure; decisions of a person lie over it as over mentions."""

    __tablename__ = "quotation"
    __table_args__ = (
        Index("quotation_corrected", "correction_id", sqlite_where=text("correction_id IS NOT NULL")),
        Index("quotation_hidden", "hidden_by", sqlite_where=text("hidden_by IS NOT NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    body_id: int = Field(foreign_key="body.id")
    start: int
    end: int
    speaker: str | None = None
    suggestion: str | None = None
    speaker_id: int | None = Field(default=None, foreign_key="authority.id", index=True)
    how: str
    confidence: float
    version: str
    decided_by: str | None = None
    correction_id: int | None = Field(default=None, foreign_key="correction.id")
    hidden_by: int | None = Field(default=None, foreign_key="correction.id")


class Publication(SQLModel, table=True):
    """Where the user publishes; allowances add up per article and publication.

    `house_words` is the house's own limit for a quotation by law, no law's; None: it has none.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str
    folded: str = Field(unique=True)
    medium: str = "website"
    commercial: bool | None = None
    language: str | None = None
    house_words: int | None = None


class Excerpt(SQLModel, table=True):
    """A row of the ledger: a passage that was handed out. Append-only, each row's hash covers the row before it.

    `ranges` and `numbers` are JSON; the passage itself is not stored, only its SHA-256. A change of status is a row of
    its own, `about` the row that it changes.
    """

    id: int | None = Field(default=None, primary_key=True)
    at: str
    user_name: str
    article_id: int = Field(index=True)
    article_uid: str
    body_id: int
    body_sha256: str
    content_hash: str = Field(index=True)
    ranges: str
    excerpt_sha256: str
    publication_id: int = Field(foreign_key="publication.id", index=True)
    publication: str
    medium: str
    rights_statement_id: int | None = None
    clause: str
    counting: str
    numbers: str
    verdict: str
    basis: str
    reason: str | None = None
    style: str
    url: str | None = None
    status: str = "reserved"
    about: int | None = None
    previous_hash: str
    hash: str = Field(unique=True)


class Event(SQLModel, table=True):
    """What happened to an item (PREMIS sense); append-only. `details` is JSON."""

    id: int | None = Field(default=None, primary_key=True)
    at: str
    kind: str
    article_id: int | None = Field(default=None, index=True)
    original_id: int | None = None
    agent: str
    details: str = "{}"


class Change(SQLModel, table=True):
    """The change log that the index follows: written in the transaction of the change itself."""

    __table_args__ = ({"sqlite_autoincrement": True},)

    seq: int | None = Field(default=None, primary_key=True)
    article_id: int
    op: str


class Correction(SQLModel, table=True):
    """A decision of a person on recognition, replayed after every re-recognition; append-only but for `undone_by`.

    `authority_id` is the record that it is about, `target_id` the one that it leads to (merge, split, speaker …), `article_id` its
    article when it holds in one alone. `rule` is JSON with the rest.
    """

    id: int | None = Field(default=None, primary_key=True)
    at: str
    user_name: str
    kind: str = Field(index=True)
    rule: str
    undone_by: int | None = None
    authority_id: int | None = Field(default=None, foreign_key="authority.id", index=True)
    target_id: int | None = Field(default=None, foreign_key="authority.id", index=True)
    article_id: int | None = Field(default=None, foreign_key="article.id", index=True)


class ImportBatch(SQLModel, table=True):
    """One run of an import; its items are the kept report."""

    __tablename__ = "import_batch"

    id: int | None = Field(default=None, primary_key=True)
    started_at: str
    ended_at: str | None = None
    roots: str = "[]"


class ImportItem(SQLModel, table=True):
    """One file (or member of a file) of a batch and what became of it."""

    __tablename__ = "import_item"

    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="import_batch.id", index=True)
    path: str = Field(index=True)
    size: int | None = None
    mtime_ns: int | None = None
    sha256: str | None = Field(default=None, index=True)
    status: str
    code: str = ""
    params: str = "{}"
    article_ids: str = "[]"


class Tag(SQLModel, table=True):
    """A word that the user puts on articles."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    folded: str = Field(unique=True)


class ArticleTag(SQLModel, table=True):
    """Which articles carry which tag."""

    __tablename__ = "article_tag"

    article_id: int = Field(foreign_key="article.id", primary_key=True)
    tag_id: int = Field(foreign_key="tag.id", primary_key=True)


class Collection(SQLModel, table=True):
    """A named set of articles."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    note: str = ""


class CollectionItem(SQLModel, table=True):
    """Which articles a collection holds."""

    __tablename__ = "collection_item"

    collection_id: int = Field(foreign_key="collection.id", primary_key=True)
    article_id: int = Field(foreign_key="article.id", primary_key=True)


class Note(SQLModel, table=True):
    """The user's note on an article or a passage of it."""

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    body_id: int | None = None
    start: int | None = None
    end: int | None = None
    text: str
    at: str


class SavedSearch(SQLModel, table=True):
    """A search to run again; `query` is JSON in Pressmark's own query language, `last_seq` the change seen last."""

    __tablename__ = "saved_search"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    query: str
    last_seq: int = 0
