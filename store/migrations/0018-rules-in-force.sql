-- Rule packs that were published here. The last of each id is in force; where there is none, the one that the program
-- ships with is. Rows carry their own months, so that what is published today can take effect later.
CREATE TABLE rule_pack_version (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pack_id text NOT NULL,
  version text NOT NULL,
  hash text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- RFC 8785 JSON, the very bytes that are hashed.
  content text NOT NULL,
  published_by uuid NOT NULL REFERENCES staff,
  published_at timestamptz NOT NULL,
  UNIQUE (pack_id, version)
);
SELECT guard_with_event('rule_pack_version'::regclass);
CREATE FUNCTION refuse_pack_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published rule pack never changes: publish another version' USING ERRCODE = 'P0001';
END $$;
CREATE TRIGGER rule_pack_version_never_changes BEFORE UPDATE OR DELETE ON rule_pack_version
  FOR EACH ROW EXECUTE FUNCTION refuse_pack_change();

-- A provision that one person has stopped: while it stands, every case that it touches is a person's to decide.
CREATE TABLE rule_stop (
  id uuid PRIMARY KEY,
  provision text NOT NULL,
  reason text NOT NULL,
  stopped_by uuid NOT NULL REFERENCES staff,
  stopped_on date NOT NULL,
  stopped_at timestamptz NOT NULL,
  -- Somebody else looks at it afterwards, and lets the rule be used again or not.
  reviewed_by uuid REFERENCES staff,
  reviewed_at timestamptz,
  review text,
  lifted boolean NOT NULL DEFAULT false,
  CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL) AND (reviewed_by IS NULL) = (review IS NULL)),
  CHECK (reviewed_by IS DISTINCT FROM stopped_by),
  CHECK (NOT lifted OR reviewed_by IS NOT NULL)
);
CREATE UNIQUE INDEX rule_stop_stands_once ON rule_stop (provision) WHERE NOT lifted;
SELECT guard_with_event('rule_stop'::regclass);
