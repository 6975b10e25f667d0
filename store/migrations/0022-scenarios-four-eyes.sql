-- What a draft is tried on is not one person's to weaken: a scenario that takes another's place, and the removal of one,
-- waits for a second person. Until then the old one stands beside the new.
DROP INDEX rule_scenario_once;
CREATE UNIQUE INDEX rule_scenario_standing ON rule_scenario (scenario_id)
  WHERE removed_at IS NULL AND (NOT needs_check OR checked_at IS NOT NULL);
CREATE UNIQUE INDEX rule_scenario_waiting ON rule_scenario (scenario_id)
  WHERE removed_at IS NULL AND needs_check AND checked_at IS NULL;

ALTER TABLE rule_scenario
  ADD COLUMN removal_asked_by uuid REFERENCES staff,
  ADD COLUMN removal_asked_at timestamptz,
  ADD CHECK ((removal_asked_by IS NULL) = (removal_asked_at IS NULL)),
  ADD CHECK (removed_by IS NULL OR removal_asked_by IS NULL OR removed_by IS DISTINCT FROM removal_asked_by);
