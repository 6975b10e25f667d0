-- State. Personal content is always `bytea`, sealed under the key of its case; queue columns hold codes and amounts only.

-- Proves at every start that the master key is the one the content was sealed under. Not guarded.
CREATE TABLE master_key_check (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  master_key_id text NOT NULL,
  sealed bytea NOT NULL
);

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL
);

CREATE TABLE staff (
  id uuid PRIMARY KEY,
  subject text NOT NULL UNIQUE,
  display_name text NOT NULL,
  unit text NOT NULL,
  active boolean NOT NULL
);

-- Assignments are never deleted: removing a role sets `removed_at`.
CREATE TABLE staff_role (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff,
  role text NOT NULL CHECK (role IN ('caseworker', 'team-lead', 'administrator', 'auditor')),
  granted_at timestamptz NOT NULL,
  removed_at timestamptz CHECK (removed_at >= granted_at)
);
CREATE UNIQUE INDEX staff_role_held_once ON staff_role (staff_id, role) WHERE removed_at IS NULL;

-- Sign-ins of the console. Technical state with an end: not guarded.
CREATE TABLE session (
  sid_key text PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  data bytea NOT NULL
);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE cases (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  municipality text NOT NULL,
  household_key text NOT NULL CHECK (household_key ~ '^[0-9a-f]{64}$'),
  benefit_month text NOT NULL CHECK (benefit_month ~ '^[0-9]{4}-[0-9]{2}$'),
  kind text NOT NULL CHECK (kind IN ('first', 'renewal', 'supplement')),
  state text NOT NULL CHECK (state IN ('received', 'gathering', 'assessing', 'prefilled', 'referred', 'waiting',
    'communicated', 'deciding', 'delivering', 'closed')),
  version integer NOT NULL CHECK (version > 0),
  assigned_to uuid REFERENCES staff,
  received_at timestamptz NOT NULL,
  answer_due date,
  protected boolean NOT NULL,
  outcome text CHECK (outcome IN ('prefilled', 'referred', 'waiting')),
  reasons text[] NOT NULL,
  amount_ore bigint,
  previous_amount_ore bigint,
  adults integer NOT NULL CHECK (adults > 0),
  children integer NOT NULL CHECK (children >= 0),
  waiting_since timestamptz,
  updated_at timestamptz NOT NULL,
  UNIQUE (municipality, number),
  UNIQUE (municipality, household_key, benefit_month)
);
CREATE INDEX cases_queue ON cases (state, received_at);

-- The data key of one case, wrapped under the master key. Destroying it destroys every sealed column of the case.
CREATE TABLE case_key (
  case_id uuid PRIMARY KEY REFERENCES cases,
  master_key_id text NOT NULL,
  wrapped bytea,
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

CREATE TABLE application (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  reference text NOT NULL UNIQUE,
  received_at timestamptz NOT NULL,
  content bytea NOT NULL,
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  linked_as text NOT NULL CHECK (linked_as IN ('first', 'second', 'duplicate'))
);
CREATE INDEX application_case ON application (case_id, received_at);

CREATE TABLE member (
  case_id uuid NOT NULL REFERENCES cases,
  member_id text NOT NULL,
  role text NOT NULL CHECK (role IN ('applicant', 'co-applicant', 'child', 'visiting-child')),
  person_key text NOT NULL CHECK (person_key ~ '^[0-9a-f]{64}$'),
  identity bytea NOT NULL,
  PRIMARY KEY (case_id, member_id)
);
CREATE INDEX member_person ON member (person_key);

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  kind text NOT NULL CHECK (kind IN ('screenshot', 'page', 'document')),
  media_type text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size integer NOT NULL CHECK (size >= 0),
  content bytea NOT NULL,
  portal text NOT NULL,
  bot_version text NOT NULL,
  taken_at timestamptz NOT NULL
);
CREATE INDEX evidence_case ON evidence (case_id, taken_at);

CREATE TABLE source_reading (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  member_id text NOT NULL,
  source text NOT NULL,
  status text NOT NULL CHECK (status IN ('read', 'nothing-registered', 'unavailable')),
  period_from date NOT NULL,
  period_to date NOT NULL CHECK (period_to >= period_from),
  read_at timestamptz NOT NULL,
  bot_version text NOT NULL,
  answer bytea,
  evidence uuid[] NOT NULL,
  superseded boolean NOT NULL,
  FOREIGN KEY (case_id, member_id) REFERENCES member
);
CREATE UNIQUE INDEX source_reading_current ON source_reading (case_id, member_id, source) WHERE NOT superseded;

CREATE TABLE case_file_reading (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  status text NOT NULL CHECK (status IN ('read', 'unavailable')),
  read_at timestamptz NOT NULL,
  bot_version text NOT NULL,
  answer bytea,
  evidence uuid[] NOT NULL,
  superseded boolean NOT NULL
);
CREATE UNIQUE INDEX case_file_reading_current ON case_file_reading (case_id) WHERE NOT superseded;

CREATE TABLE document (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  application_id uuid NOT NULL REFERENCES application,
  evidence_id uuid NOT NULL UNIQUE REFERENCES evidence,
  name bytea NOT NULL,
  declared_kind text NOT NULL,
  declared_row text,
  reading bytea,
  read_at timestamptz
);
CREATE INDEX document_case ON document (case_id);

CREATE TABLE correction (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  target text NOT NULL,
  field text NOT NULL,
  value bytea NOT NULL,
  reason bytea NOT NULL,
  evidence_id uuid REFERENCES evidence,
  made_by uuid NOT NULL REFERENCES staff,
  made_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by uuid REFERENCES staff,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE UNIQUE INDEX correction_in_force ON correction (case_id, target, field) WHERE withdrawn_at IS NULL;

CREATE TABLE settled (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  reason text NOT NULL,
  fact_id text,
  note bytea NOT NULL,
  made_by uuid NOT NULL REFERENCES staff,
  made_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX settled_once ON settled (case_id, reason, coalesce(fact_id, ''));

CREATE TABLE assessment (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  sequence integer NOT NULL CHECK (sequence > 0),
  case_json bytea NOT NULL,
  receipt bytea NOT NULL,
  receipt_hash text NOT NULL CHECK (receipt_hash ~ '^[0-9a-f]{64}$'),
  outcome text NOT NULL CHECK (outcome IN ('prefilled', 'referred', 'waiting')),
  reasons text[] NOT NULL,
  amount_ore bigint,
  rulebook_version text NOT NULL,
  made_at timestamptz NOT NULL,
  UNIQUE (case_id, sequence)
);

CREATE TABLE decision_request (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  sequence integer NOT NULL,
  outcome text NOT NULL,
  shown_hash text NOT NULL CHECK (shown_hash ~ '^[0-9a-f]{64}$'),
  requested_by uuid NOT NULL REFERENCES staff,
  conflict_declared boolean NOT NULL,
  note bytea,
  child_perspective bytea,
  made_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'recorded', 'refused')),
  refusal text,
  CHECK ((state = 'refused') = (refusal IS NOT NULL)),
  FOREIGN KEY (case_id, sequence) REFERENCES assessment (case_id, sequence)
);
CREATE INDEX decision_request_case ON decision_request (case_id, made_at);

CREATE TABLE decision (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  request_id uuid NOT NULL UNIQUE REFERENCES decision_request,
  sequence integer NOT NULL,
  outcome text NOT NULL,
  amount_ore bigint NOT NULL CHECK (amount_ore >= 0),
  decided_by uuid NOT NULL REFERENCES staff,
  decided_on date NOT NULL,
  delegation_item text NOT NULL,
  shown_hash text NOT NULL CHECK (shown_hash ~ '^[0-9a-f]{64}$'),
  supplement boolean NOT NULL,
  recorded_at timestamptz NOT NULL,
  FOREIGN KEY (case_id, sequence) REFERENCES assessment (case_id, sequence)
);
-- A household's month is decided once. A supplement is a decision of its own.
CREATE UNIQUE INDEX decision_once ON decision (case_id) WHERE NOT supplement;

CREATE TABLE outward_write (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  decision_id uuid NOT NULL REFERENCES decision,
  kind text NOT NULL CHECK (kind IN ('calculation', 'decision', 'payment', 'journal')),
  reference text NOT NULL UNIQUE,
  record bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('intended', 'submitted', 'confirmed', 'unclear')),
  evidence uuid[] NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (decision_id, kind)
);

CREATE TABLE letter (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  decision_id uuid REFERENCES decision,
  kind text NOT NULL,
  recipient_member text NOT NULL,
  bytes bytea NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz NOT NULL,
  delivered_at timestamptz,
  channel text,
  CHECK ((delivered_at IS NULL) = (channel IS NULL)),
  FOREIGN KEY (case_id, recipient_member) REFERENCES member (case_id, member_id)
);
CREATE UNIQUE INDEX letter_once ON letter (decision_id, kind, recipient_member);

CREATE TABLE communication (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  content bytea NOT NULL,
  answer_by date NOT NULL,
  prepared_by uuid NOT NULL REFERENCES staff,
  prepared_at timestamptz NOT NULL,
  sent_at timestamptz,
  answered_at timestamptz,
  answer bytea,
  CHECK ((answered_at IS NULL) = (answer IS NULL))
);
CREATE INDEX communication_case ON communication (case_id, prepared_at);

SELECT guard_with_event(guarded::regclass) FROM unnest(ARRAY['setting', 'staff', 'staff_role', 'cases', 'case_key',
  'application', 'member', 'evidence', 'source_reading', 'case_file_reading', 'document', 'correction', 'settled',
  'assessment', 'decision_request', 'decision', 'outward_write', 'letter', 'communication']) AS guarded;
