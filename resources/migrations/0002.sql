-- For which notice the terms of a source were confirmed; the user who confirms them once is not asked again.
ALTER TABLE rights_statement ADD COLUMN notice VARCHAR;
