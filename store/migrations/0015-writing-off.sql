-- Ending a case without a decision on its merits is a decision to write it off (FL 31 §): who made it, free from conflict
-- of interest, under which item of the delegation order, and on what. Rows from before it was so are left as they are.
ALTER TABLE closing
  ADD COLUMN conflict_declared boolean NOT NULL DEFAULT false,
  -- The day of the withdrawal, or of the decision made elsewhere, with that decision's number, sealed.
  ADD COLUMN happened_on date,
  ADD COLUMN reference bytea,
  ADD COLUMN tried_there boolean,
  ADD COLUMN delegation_item text,
  ADD CONSTRAINT closing_dated CHECK (happened_on IS NOT NULL) NOT VALID,
  ADD CONSTRAINT closing_elsewhere CHECK (
    kind <> 'decided-elsewhere' OR (reference IS NOT NULL AND tried_there IS TRUE)) NOT VALID,
  ADD CONSTRAINT closing_decided CHECK (
    recorded_at IS NULL OR (delegation_item IS NOT NULL AND conflict_declared)) NOT VALID;
ALTER TABLE closing ALTER COLUMN conflict_declared DROP DEFAULT;

-- The letter of that decision.
ALTER TABLE letter
  ADD COLUMN closing_id uuid REFERENCES closing,
  ADD CHECK (num_nonnulls(decision_id, communication_id, closing_id) <= 1);
CREATE UNIQUE INDEX letter_once_for_closing ON letter (closing_id, kind, recipient_member);
