-- What the applicant is sent before a decision: material to comment on (FL 25 §), or a request for something that is
-- missing (FL 23 §). Dates are the municipality's; `silence_at` is when it was noted that no answer had come.
ALTER TABLE communication
  ADD COLUMN kind text NOT NULL DEFAULT 'communication' CHECK (kind IN ('communication', 'completion')),
  ADD COLUMN sent_on date,
  ADD COLUMN remind_on date,
  ADD COLUMN reminded_at timestamptz,
  ADD COLUMN answered_on date,
  ADD COLUMN orally boolean,
  ADD COLUMN silence_at timestamptz,
  -- Why the process itself asked; once for each cause. A person's own request has none.
  ADD COLUMN cause text,
  ALTER COLUMN prepared_by DROP NOT NULL,
  ADD CHECK ((prepared_by IS NULL) = (cause IS NOT NULL));
ALTER TABLE communication ALTER COLUMN kind DROP DEFAULT;
CREATE UNIQUE INDEX communication_once_for_cause ON communication (case_id, cause) WHERE cause IS NOT NULL;

-- A case that ends without a decision on its merits. Wished by a person, recorded by the process: once for a case.
CREATE TABLE closing (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  kind text NOT NULL CHECK (kind IN ('withdrawn', 'decided-elsewhere')),
  explanation bytea NOT NULL,
  ended_by uuid NOT NULL REFERENCES staff,
  asked_at timestamptz NOT NULL,
  recorded_at timestamptz,
  ended_on date,
  CHECK ((recorded_at IS NULL) = (ended_on IS NULL))
);
CREATE UNIQUE INDEX closing_once ON closing (case_id) WHERE recorded_at IS NOT NULL;

-- Its journal note is written to the case system like any other record.
ALTER TABLE outward_write
  ALTER COLUMN decision_id DROP NOT NULL,
  ADD COLUMN closing_id uuid REFERENCES closing,
  ADD CHECK ((decision_id IS NULL) <> (closing_id IS NULL)),
  ADD UNIQUE (closing_id, kind);

-- Who took, put back or handed over a case, with a line about where it stands.
CREATE TABLE handover (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  made_by uuid NOT NULL REFERENCES staff,
  handed_to uuid REFERENCES staff,
  note bytea,
  made_at timestamptz NOT NULL
);
CREATE INDEX handover_case ON handover (case_id, made_at);

-- A norm entered by hand with where it is read. The latest holds; earlier ones stay to be read.
CREATE TABLE manual_norm (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  content bytea NOT NULL,
  made_by uuid NOT NULL REFERENCES staff,
  made_at timestamptz NOT NULL
);
CREATE INDEX manual_norm_case ON manual_norm (case_id, made_at);

-- One open case for each household and month. An application that comes after the decision is a case of its own beside
-- it; one that comes after the first was withdrawn or decided elsewhere starts anew.
ALTER TABLE cases
  ADD COLUMN supplement_to uuid REFERENCES cases,
  ADD COLUMN ended_as text CHECK (ended_as IN ('withdrawn', 'decided-elsewhere')),
  DROP CONSTRAINT cases_municipality_household_key_benefit_month_key;
CREATE UNIQUE INDEX cases_once_a_month ON cases (municipality, household_key, benefit_month)
  WHERE supplement_to IS NULL AND ended_as IS NULL;

SELECT guard_with_event(guarded::regclass) FROM unnest(ARRAY['closing', 'handover', 'manual_norm']) AS guarded;
