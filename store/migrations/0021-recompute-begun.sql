-- A stage of the reassessing is written down before its first case, so that one that breaks off is seen, and so that
-- no two of a change are under way at once, whichever process asked.
ALTER TABLE rule_recompute DROP CONSTRAINT rule_recompute_state_check;
ALTER TABLE rule_recompute ADD CONSTRAINT rule_recompute_state_check CHECK (state IN ('started', 'done', 'stopped'));
-- When the stage last came a case further, or ended.
ALTER TABLE rule_recompute ADD COLUMN touched_at timestamptz;
UPDATE rule_recompute SET touched_at = made_at;
ALTER TABLE rule_recompute ALTER COLUMN touched_at SET NOT NULL;
CREATE UNIQUE INDEX rule_recompute_one_at_a_time ON rule_recompute (change_id) WHERE state = 'started';
