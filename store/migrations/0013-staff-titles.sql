-- What somebody is called in letters. Null: by the role they decide in.
ALTER TABLE staff ADD COLUMN title text;
