-- An application may complete an earlier one, and may concern more households than the one it is linked to. `taken_in`
-- says that an assessment has been made with it: until then its case is told of it, again and again.
-- What came in before there was such a mark has been seen to: its cases are not told anew.
ALTER TABLE application
  ADD COLUMN taken_in boolean NOT NULL DEFAULT true,
  DROP CONSTRAINT application_linked_as_check,
  ADD CHECK (linked_as IN ('first', 'second', 'duplicate', 'completion'));
ALTER TABLE application ALTER COLUMN taken_in SET DEFAULT false;

CREATE TABLE application_match (
  application_id uuid NOT NULL REFERENCES application,
  case_id uuid NOT NULL REFERENCES cases,
  taken_in boolean NOT NULL,
  PRIMARY KEY (application_id, case_id)
);
CREATE INDEX application_match_case ON application_match (case_id);

SELECT guard_with_event('application_match');
