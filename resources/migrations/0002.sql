-- For which notice terms were read or confirmed; the user who confirms them once for a source is not asked again.
ALTER TABLE rights_statement ADD COLUMN notice VARCHAR;
-- A house's own rule for quotations by law, which names no number itself.
ALTER TABLE publication ADD COLUMN house_words INTEGER;
