-- A letter that was set with an address, and has not left when identity is marked as protected, is set again without
-- it. Both are kept: `bytes` is the one to send, `replaced` the one before it.
ALTER TABLE letter ADD COLUMN replaced bytea, ADD COLUMN replaced_sha256 text,
  ADD CHECK ((replaced IS NULL) = (replaced_sha256 IS NULL)),
  ADD CHECK (replaced_sha256 ~ '^[0-9a-f]{64}$');
