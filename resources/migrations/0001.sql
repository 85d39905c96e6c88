-- The first form of archive.db.

CREATE TABLE authority (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  preferred VARCHAR NOT NULL,
  folded VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  titles VARCHAR NOT NULL,
  dates VARCHAR,
  note VARCHAR,
  wikidata VARCHAR,
  viaf VARCHAR,
  gnd VARCHAR,
  lcnaf VARCHAR,
  isni VARCHAR,
  merged_into INTEGER,
  PRIMARY KEY (id),
  CHECK (kind IN ('person','organisation','place')),
  CHECK (status IN ('auto','confirmed','rejected')),
  UNIQUE (uid),
  FOREIGN KEY(merged_into) REFERENCES authority (id)
);

CREATE INDEX authority_folded ON authority (kind, folded);

CREATE TABLE change (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL,
  op VARCHAR NOT NULL
);

CREATE TABLE collection (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE correction (
  id INTEGER NOT NULL,
  at VARCHAR NOT NULL,
  user_name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  rule VARCHAR NOT NULL,
  undone_by INTEGER,
  PRIMARY KEY (id)
);

CREATE TABLE event (
  id INTEGER NOT NULL,
  at VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  article_id INTEGER,
  original_id INTEGER,
  agent VARCHAR NOT NULL,
  details VARCHAR NOT NULL,
  PRIMARY KEY (id)
);

CREATE INDEX ix_event_article_id ON event (article_id);

CREATE TABLE import_batch (
  id INTEGER NOT NULL,
  started_at VARCHAR NOT NULL,
  ended_at VARCHAR,
  roots VARCHAR NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE meta (
  "key" VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  PRIMARY KEY ("key")
);

CREATE TABLE original (
  id INTEGER NOT NULL,
  sha256 VARCHAR NOT NULL,
  size INTEGER NOT NULL,
  media_type VARCHAR NOT NULL,
  encoding VARCHAR,
  kept_at VARCHAR NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (sha256)
);

CREATE TABLE publication (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  folded VARCHAR NOT NULL,
  medium VARCHAR NOT NULL,
  commercial BOOLEAN,
  language VARCHAR,
  PRIMARY KEY (id),
  UNIQUE (folded)
);

CREATE TABLE rights_statement (
  id INTEGER NOT NULL,
  article_id INTEGER,
  source_id INTEGER,
  version INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  badge VARCHAR NOT NULL,
  statement VARCHAR NOT NULL,
  made_at VARCHAR NOT NULL,
  PRIMARY KEY (id)
);

CREATE INDEX ix_rights_statement_article_id ON rights_statement (article_id);

CREATE INDEX ix_rights_statement_source_id ON rights_statement (source_id);

CREATE TABLE saved_search (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  "query" VARCHAR NOT NULL,
  last_seq INTEGER NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE tag (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  folded VARCHAR NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (folded)
);

CREATE TABLE authority_name (
  id INTEGER NOT NULL,
  authority_id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  folded VARCHAR NOT NULL,
  origin VARCHAR NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (authority_id, folded),
  FOREIGN KEY(authority_id) REFERENCES authority (id)
);

CREATE INDEX ix_authority_name_folded ON authority_name (folded);

CREATE TABLE excerpt (
  id INTEGER NOT NULL,
  at VARCHAR NOT NULL,
  user_name VARCHAR NOT NULL,
  article_id INTEGER NOT NULL,
  article_uid VARCHAR NOT NULL,
  body_id INTEGER NOT NULL,
  body_sha256 VARCHAR NOT NULL,
  content_hash VARCHAR NOT NULL,
  ranges VARCHAR NOT NULL,
  excerpt_sha256 VARCHAR NOT NULL,
  publication_id INTEGER NOT NULL,
  publication VARCHAR NOT NULL,
  medium VARCHAR NOT NULL,
  rights_statement_id INTEGER,
  clause VARCHAR NOT NULL,
  counting VARCHAR NOT NULL,
  numbers VARCHAR NOT NULL,
  verdict VARCHAR NOT NULL,
  basis VARCHAR NOT NULL,
  reason VARCHAR,
  style VARCHAR NOT NULL,
  url VARCHAR,
  status VARCHAR NOT NULL,
  about INTEGER,
  previous_hash VARCHAR NOT NULL,
  hash VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(publication_id) REFERENCES publication (id),
  UNIQUE (hash)
);

CREATE INDEX ix_excerpt_article_id ON excerpt (article_id);

CREATE INDEX ix_excerpt_content_hash ON excerpt (content_hash);

CREATE INDEX ix_excerpt_publication_id ON excerpt (publication_id);

CREATE TABLE import_item (
  id INTEGER NOT NULL,
  batch_id INTEGER NOT NULL,
  path VARCHAR NOT NULL,
  size INTEGER,
  mtime_ns INTEGER,
  sha256 VARCHAR,
  status VARCHAR NOT NULL,
  code VARCHAR NOT NULL,
  params VARCHAR NOT NULL,
  article_ids VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(batch_id) REFERENCES import_batch (id)
);

CREATE INDEX ix_import_item_batch_id ON import_item (batch_id);

CREATE INDEX ix_import_item_path ON import_item (path);

CREATE INDEX ix_import_item_sha256 ON import_item (sha256);

CREATE TABLE source (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  folded VARCHAR NOT NULL,
  homepage VARCHAR,
  rights_statement_id INTEGER,
  PRIMARY KEY (id),
  UNIQUE (folded),
  FOREIGN KEY(rights_statement_id) REFERENCES rights_statement (id)
);

CREATE TABLE article (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR NOT NULL,
  source_id INTEGER,
  original_id INTEGER NOT NULL,
  member VARCHAR NOT NULL,
  body_id INTEGER,
  headline VARCHAR NOT NULL,
  section VARCHAR,
  deck VARCHAR,
  dateline VARCHAR,
  slug VARCHAR,
  byline VARCHAR,
  authors VARCHAR NOT NULL,
  photo_credit VARCHAR,
  captions VARCHAR NOT NULL,
  keywords VARCHAR NOT NULL,
  notice VARCHAR,
  language VARCHAR,
  published VARCHAR,
  first_day VARCHAR,
  last_day VARCHAR,
  modified VARCHAR,
  captured VARCHAR,
  added_at VARCHAR NOT NULL,
  url VARCHAR,
  canonical_url VARCHAR,
  evidence VARCHAR NOT NULL,
  warnings VARCHAR NOT NULL,
  rights_statement_id INTEGER,
  content_hash VARCHAR NOT NULL,
  partial BOOLEAN NOT NULL,
  UNIQUE (uid),
  FOREIGN KEY(source_id) REFERENCES source (id),
  FOREIGN KEY(original_id) REFERENCES original (id),
  FOREIGN KEY(rights_statement_id) REFERENCES rights_statement (id)
);

CREATE INDEX article_content ON article (content_hash);

CREATE INDEX article_original ON article (original_id);

CREATE INDEX ix_article_source_id ON article (source_id);

CREATE INDEX ix_article_url ON article (url);

CREATE TABLE article_tag (
  article_id INTEGER NOT NULL,
  tag_id INTEGER NOT NULL,
  PRIMARY KEY (article_id, tag_id),
  FOREIGN KEY(article_id) REFERENCES article (id),
  FOREIGN KEY(tag_id) REFERENCES tag (id)
);

CREATE TABLE body (
  id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  sha256 VARCHAR NOT NULL,
  words INTEGER,
  chars INTEGER NOT NULL,
  solid INTEGER NOT NULL,
  points INTEGER NOT NULL,
  made_at VARCHAR NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (article_id, revision),
  FOREIGN KEY(article_id) REFERENCES article (id)
);

CREATE TABLE collection_item (
  collection_id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (collection_id, article_id),
  FOREIGN KEY(collection_id) REFERENCES collection (id),
  FOREIGN KEY(article_id) REFERENCES article (id)
);

CREATE TABLE note (
  id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  body_id INTEGER,
  start INTEGER,
  "end" INTEGER,
  text VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(article_id) REFERENCES article (id)
);

CREATE INDEX ix_note_article_id ON note (article_id);

CREATE TABLE mention (
  id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  body_id INTEGER NOT NULL,
  field VARCHAR NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  authority_id INTEGER,
  how VARCHAR NOT NULL,
  confidence FLOAT NOT NULL,
  version VARCHAR NOT NULL,
  decided_by VARCHAR,
  PRIMARY KEY (id),
  FOREIGN KEY(article_id) REFERENCES article (id),
  FOREIGN KEY(body_id) REFERENCES body (id),
  FOREIGN KEY(authority_id) REFERENCES authority (id)
);

CREATE INDEX ix_mention_article_id ON mention (article_id);

CREATE INDEX ix_mention_authority_id ON mention (authority_id);

CREATE TABLE quotation (
  id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  body_id INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  speaker VARCHAR,
  suggestion VARCHAR,
  speaker_id INTEGER,
  how VARCHAR NOT NULL,
  confidence FLOAT NOT NULL,
  version VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(article_id) REFERENCES article (id),
  FOREIGN KEY(body_id) REFERENCES body (id),
  FOREIGN KEY(speaker_id) REFERENCES authority (id)
);

CREATE INDEX ix_quotation_article_id ON quotation (article_id);

CREATE INDEX ix_quotation_speaker_id ON quotation (speaker_id);

