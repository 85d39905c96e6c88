-- What a person said of paragraphs of a body: whether they are counted as the article's text.
CREATE TABLE paragraph_choice (
  id INTEGER NOT NULL,
  body_id INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  counted BOOLEAN NOT NULL,
  user_name VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (body_id, start),
  FOREIGN KEY(body_id) REFERENCES body (id)
);
