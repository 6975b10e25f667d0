-- The tree grows by the leaves that are there, one or many: what concerns many cases at once holds the log's head for a
-- few statements only. Stricter than before in that every new number has to have its event.
CREATE OR REPLACE FUNCTION allow_only_growth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size > OLD.size
    AND (SELECT count(*) FROM audit_event WHERE seq > OLD.size AND seq <= NEW.size) = NEW.size - OLD.size THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log is append-only: its head can only grow' USING ERRCODE = 'P0001';
END $$;
