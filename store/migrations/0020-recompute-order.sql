-- Stages of the reassessing in the order they were run, also where two are of the same moment.
ALTER TABLE rule_recompute ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE;
