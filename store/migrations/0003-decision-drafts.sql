-- A decision as its decider wrote it, whole and sealed, with the request. It takes the place of two columns that held parts of it.
ALTER TABLE decision_request ADD COLUMN draft bytea;
ALTER TABLE decision_request ADD CONSTRAINT decision_request_has_draft CHECK (draft IS NOT NULL) NOT VALID;
ALTER TABLE decision_request DROP COLUMN note, DROP COLUMN child_perspective;

-- One request may give two decisions: the month's own, and one under 12 kap. 2 § SoL beside it.
ALTER TABLE decision DROP CONSTRAINT decision_request_id_key;
CREATE UNIQUE INDEX decision_of_request ON decision (request_id, supplement);
