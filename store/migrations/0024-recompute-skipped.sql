-- Cases that a stage had nothing to do with when their turn came: decided, ended or assessed again meanwhile.
ALTER TABLE rule_recompute ADD COLUMN skipped integer NOT NULL DEFAULT 0 CHECK (skipped >= 0);
