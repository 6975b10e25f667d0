-- What the applicant was heard about (FL 25 §): the latest assessment when the text was written. A hearing covers what
-- that assessment rested on, and nothing that was read after it. Null where nothing had been assessed.
ALTER TABLE communication
  ADD COLUMN sequence integer,
  -- Whether the answer is that of every adult of the case; each of them is a party of their own.
  ADD COLUMN answered_by_all boolean,
  ADD FOREIGN KEY (case_id, sequence) REFERENCES assessment (case_id, sequence),
  ADD CHECK (answered_by_all IS NULL OR answered_at IS NOT NULL);
