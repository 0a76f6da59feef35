-- A whole text is written with every revision: packing one of six megabytes took more time than writing it as it is.
ALTER TABLE revision_text ALTER COLUMN text SET STORAGE EXTERNAL;
