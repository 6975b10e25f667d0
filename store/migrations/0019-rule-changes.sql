-- A change of the rules on its way to being in force. Its history is the log.
CREATE TABLE rule_change (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- "2026-7": the year and the running number.
  number text NOT NULL UNIQUE,
  pack_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('new-rule', 'correction')),
  title text NOT NULL,
  source text NOT NULL,
  effective_from text NOT NULL CHECK (effective_from ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- The version it starts from; null for a pack that is new here.
  base_hash text CHECK (base_hash ~ '^[0-9a-f]{64}$'),
  -- RFC 8785 JSON, the very bytes that are hashed.
  base_content text,
  content text NOT NULL,
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  -- Counted up by each save: who saves on an older one is told.
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'published', 'withdrawn')),
  author uuid NOT NULL REFERENCES staff,
  -- Everyone who has saved it, the author first: none of them approves.
  editors uuid[] NOT NULL,
  edited_by uuid NOT NULL REFERENCES staff,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Runs of the scenarios and of the rehearsal, each bound to the content and to the rules in force that it was made on.
  tests text,
  tests_hash text,
  tests_content_hash text,
  tests_basis text,
  rehearsal text,
  rehearsal_hash text,
  rehearsal_content_hash text,
  rehearsal_basis text,
  submitted_by uuid REFERENCES staff,
  submitted_at timestamptz,
  approved_by uuid REFERENCES staff,
  approved_at timestamptz,
  -- Whether a row is changed that the board adopts, as it was judged when the change was submitted.
  needs_minute boolean NOT NULL DEFAULT false,
  minute_on date,
  minute_paragraph text,
  published_by uuid REFERENCES staff,
  published_at timestamptz,
  published_hash text REFERENCES rule_pack_version (hash),
  note text,
  CHECK (author = editors[1] AND edited_by = ANY (editors)),
  CHECK ((base_hash IS NULL) = (base_content IS NULL)),
  CHECK ((submitted_by IS NULL) = (submitted_at IS NULL)),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CHECK ((minute_on IS NULL) = (minute_paragraph IS NULL)),
  CHECK ((tests IS NULL) = (tests_hash IS NULL) AND (tests IS NULL) = (tests_content_hash IS NULL)
    AND (tests IS NULL) = (tests_basis IS NULL)),
  CHECK ((rehearsal IS NULL) = (rehearsal_hash IS NULL) AND (rehearsal IS NULL) = (rehearsal_content_hash IS NULL)
    AND (rehearsal IS NULL) = (rehearsal_basis IS NULL)),
  -- Four eyes: who has written in it does not approve it.
  CONSTRAINT rule_change_four_eyes CHECK (approved_by IS NULL OR approved_by <> ALL (editors)),
  -- What is submitted, approved or published was tried and rehearsed as it stands.
  CONSTRAINT rule_change_tried CHECK (state IN ('draft', 'withdrawn') OR (submitted_at IS NOT NULL
    AND tests_content_hash IS NOT NULL AND tests_content_hash = content_hash
    AND rehearsal_content_hash IS NOT NULL AND rehearsal_content_hash = content_hash)),
  CONSTRAINT rule_change_approved CHECK (state NOT IN ('approved', 'published') OR approved_by IS NOT NULL),
  CONSTRAINT rule_change_unapproved CHECK (state NOT IN ('draft', 'submitted') OR approved_by IS NULL),
  CONSTRAINT rule_change_published CHECK ((state = 'published') = (published_hash IS NOT NULL)
    AND (published_hash IS NULL) = (published_by IS NULL) AND (published_hash IS NULL) = (published_at IS NULL)
    AND (published_hash IS NULL OR published_hash = content_hash)),
  -- What the board adopts takes effect only with its minute.
  CONSTRAINT rule_change_minute CHECK (state <> 'published' OR NOT needs_minute OR minute_on IS NOT NULL)
);
SELECT guard_with_event('rule_change'::regclass);

CREATE FUNCTION refuse_finished_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('published', 'withdrawn') OR TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a published or withdrawn change of the rules never changes' USING ERRCODE = 'P0001';
  END IF;
  -- An approval is of what was looked at.
  IF NEW.state IN ('approved', 'published') AND OLD.state IN ('submitted', 'approved')
    AND (NEW.content_hash <> OLD.content_hash OR NEW.tests_hash <> OLD.tests_hash
      OR NEW.rehearsal_hash <> OLD.rehearsal_hash OR NEW.needs_minute <> OLD.needs_minute) THEN
    RAISE EXCEPTION 'an approval is bound to what was submitted' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state = 'published' AND OLD.state <> 'approved' OR NEW.state = 'approved' AND OLD.state <> 'submitted' THEN
    RAISE EXCEPTION 'a change of the rules is submitted, approved and published in that order' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_change_order BEFORE UPDATE OR DELETE ON rule_change
  FOR EACH ROW EXECUTE FUNCTION refuse_finished_change();

-- A scenario that the municipality has added to what every draft is tried on. Taking one away leaves the row.
CREATE TABLE rule_scenario (
  id uuid PRIMARY KEY,
  scenario_id text NOT NULL,
  content text NOT NULL,
  added_by uuid NOT NULL REFERENCES staff,
  added_at timestamptz NOT NULL,
  -- One made from a real case is looked at by somebody else before it is used.
  needs_check boolean NOT NULL,
  checked_by uuid REFERENCES staff,
  checked_at timestamptz,
  removed_by uuid REFERENCES staff,
  removed_at timestamptz,
  CHECK ((checked_by IS NULL) = (checked_at IS NULL)),
  CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
  CHECK (checked_by IS DISTINCT FROM added_by)
);
CREATE UNIQUE INDEX rule_scenario_once ON rule_scenario (scenario_id) WHERE removed_at IS NULL;
SELECT guard_with_event('rule_scenario'::regclass);

-- How far the reassessing of undecided cases has come after a publication.
CREATE TABLE rule_recompute (
  id uuid PRIMARY KEY,
  change_id uuid NOT NULL REFERENCES rule_change,
  stage text NOT NULL CHECK (stage IN ('one', 'few', 'all')),
  state text NOT NULL CHECK (state IN ('done', 'stopped')),
  reassessed integer NOT NULL CHECK (reassessed >= 0),
  stopped_because text,
  made_by uuid NOT NULL REFERENCES staff,
  made_at timestamptz NOT NULL,
  CHECK ((state = 'stopped') = (stopped_because IS NOT NULL))
);
CREATE INDEX rule_recompute_change ON rule_recompute (change_id, made_at);
SELECT guard_with_event('rule_recompute'::regclass);
