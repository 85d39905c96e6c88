-- Corrections by a person lie over what recognition found: what they cover stays, hidden, so that each can be undone.
ALTER TABLE mention ADD COLUMN correction_id INTEGER REFERENCES correction (id);
ALTER TABLE mention ADD COLUMN hidden_by INTEGER REFERENCES correction (id);
DROP INDEX ix_mention_authority_id;
CREATE INDEX mention_named ON mention (authority_id, article_id, hidden_by);
CREATE INDEX mention_corrected ON mention (correction_id) WHERE correction_id IS NOT NULL;
CREATE INDEX mention_hidden ON mention (hidden_by) WHERE hidden_by IS NOT NULL;
ALTER TABLE quotation ADD COLUMN decided_by VARCHAR;
ALTER TABLE quotation ADD COLUMN correction_id INTEGER REFERENCES correction (id);
ALTER TABLE quotation ADD COLUMN hidden_by INTEGER REFERENCES correction (id);
CREATE INDEX quotation_corrected ON quotation (correction_id) WHERE correction_id IS NOT NULL;
CREATE INDEX quotation_hidden ON quotation (hidden_by) WHERE hidden_by IS NOT NULL;
ALTER TABLE correction ADD COLUMN authority_id INTEGER REFERENCES authority (id);
ALTER TABLE correction ADD COLUMN target_id INTEGER REFERENCES authority (id);
ALTER TABLE correction ADD COLUMN article_id INTEGER REFERENCES article (id);
CREATE INDEX ix_correction_kind ON correction (kind);
CREATE INDEX ix_correction_authority_id ON correction (authority_id);
CREATE INDEX ix_correction_target_id ON correction (target_id);
CREATE INDEX ix_correction_article_id ON correction (article_id);

-- What a record was before anybody corrected it, as JSON; corrections are laid over that.
ALTER TABLE authority ADD COLUMN found VARCHAR;
CREATE INDEX authority_merged ON authority (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX authority_rejected ON authority (status) WHERE status = 'rejected';

-- Which rules and model an article's names were recognised with last.
ALTER TABLE article ADD COLUMN recognised VARCHAR;
UPDATE article SET recognised = (SELECT version FROM mention WHERE mention.article_id = article.id LIMIT 1);

-- Codes by which documents name records (ticker, industry code, address), and what each document declares itself.
CREATE TABLE authority_code (
  id INTEGER NOT NULL,
  authority_id INTEGER NOT NULL,
  scheme VARCHAR NOT NULL,
  code VARCHAR NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (scheme, code),
  FOREIGN KEY(authority_id) REFERENCES authority (id)
);
CREATE INDEX ix_authority_code_authority_id ON authority_code (authority_id);
CREATE TABLE stated_entity (
  id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  kind VARCHAR,
  name VARCHAR NOT NULL,
  scheme VARCHAR NOT NULL,
  code VARCHAR NOT NULL,
  stated_in VARCHAR NOT NULL,
  authority_id INTEGER,
  PRIMARY KEY (id),
  FOREIGN KEY(article_id) REFERENCES article (id),
  FOREIGN KEY(authority_id) REFERENCES authority (id)
);
CREATE INDEX ix_stated_entity_article_id ON stated_entity (article_id);
CREATE INDEX ix_stated_entity_authority_id ON stated_entity (authority_id);
