-- The log. Append-only: the database itself refuses to change or remove an event.

CREATE TABLE audit_event (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  event jsonb NOT NULL,
  leaf bytea NOT NULL CHECK (length(leaf) = 32),
  -- Root of the tree that ends with this event: a changed event is found by its number, not only by the final root.
  root bytea NOT NULL CHECK (length(root) = 32),
  written_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  -- Generated, so that what is searched can never differ from what is hashed.
  action text GENERATED ALWAYS AS (event ->> 'action') STORED,
  case_id text GENERATED ALWAYS AS (event ->> 'caseId') STORED,
  actor_id text GENERATED ALWAYS AS (event -> 'actor' ->> 'id') STORED,
  CHECK (jsonb_typeof(event -> 'seq') = 'number' AND (event ->> 'seq')::bigint = seq)
);
CREATE INDEX audit_event_case ON audit_event (case_id, seq);
CREATE INDEX audit_event_action ON audit_event (action, seq);

-- Personal content of an event with its salt, sealed. Destroyed apart from the event: the commitment stays.
CREATE TABLE audit_content (
  seq bigint PRIMARY KEY REFERENCES audit_event,
  sealed bytea,
  destroyed_at timestamptz,
  CHECK ((sealed IS NULL) = (destroyed_at IS NOT NULL))
);

-- One row: the size of the Merkle tree and the roots of its full subtrees, largest first.
CREATE TABLE audit_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  size bigint NOT NULL CHECK (size >= 0),
  frontier bytea[] NOT NULL,
  root bytea NOT NULL CHECK (length(root) = 32)
);
-- The root of an empty tree is the SHA-256 of nothing (RFC 6962 2.1).
INSERT INTO audit_head (size, frontier, root) VALUES (0, '{}', sha256(''));

CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'P0001';
END $$;

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER audit_content_no_delete BEFORE DELETE ON audit_content
  FOR EACH ROW EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER audit_content_no_truncate BEFORE TRUNCATE ON audit_content
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
  FOR EACH ROW EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();

-- Content may be destroyed, whole and once; nothing else about it may change.
CREATE FUNCTION allow_only_destruction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq = OLD.seq AND OLD.sealed IS NOT NULL AND NEW.sealed IS NULL AND NEW.destroyed_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log is append-only: content can only be destroyed' USING ERRCODE = 'P0001';
END $$;
CREATE TRIGGER audit_content_only_destruction BEFORE UPDATE ON audit_content
  FOR EACH ROW EXECUTE FUNCTION allow_only_destruction();

-- The tree grows by one leaf at a time.
CREATE FUNCTION allow_only_growth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size = OLD.size + 1 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log is append-only: its head can only grow' USING ERRCODE = 'P0001';
END $$;
CREATE TRIGGER audit_head_only_growth BEFORE UPDATE ON audit_head
  FOR EACH ROW EXECUTE FUNCTION allow_only_growth();

-- An event and the tree head go together: at the end of a transaction the last event is the head's size.
CREATE FUNCTION require_matching_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(max(seq), 0) FROM audit_event) <> (SELECT size FROM audit_head) THEN
    RAISE EXCEPTION 'the log and its head do not match' USING ERRCODE = 'P0001';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_event_matches_head AFTER INSERT ON audit_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_matching_head();
CREATE CONSTRAINT TRIGGER audit_head_matches_event AFTER UPDATE ON audit_head
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_matching_head();

-- State without an event is refused: whatever changes a guarded table must append to the log in the same transaction.
-- The log's last event is the transaction's own or nobody's, since appending holds the head's row lock.
CREATE FUNCTION require_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM audit_event
    WHERE seq = (SELECT max(seq) FROM audit_event) AND written_in = pg_current_xact_id()
  ) THEN
    RAISE EXCEPTION 'a change of % must be logged in the same transaction', TG_TABLE_NAME USING ERRCODE = 'P0001';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION guard_with_event(guarded regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE CONSTRAINT TRIGGER logged AFTER INSERT OR UPDATE OR DELETE ON %s '
    'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()', guarded);
  EXECUTE format(
    'CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change()', guarded);
END $$;

-- Destroying content is itself a step that must be logged.
CREATE CONSTRAINT TRIGGER logged AFTER UPDATE ON audit_content
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event();
