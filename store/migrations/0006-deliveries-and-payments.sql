-- A letter belongs to a decision, to something that was sent before one, or to neither. One for each party and kind.
ALTER TABLE letter ADD COLUMN communication_id uuid REFERENCES communication,
  ADD CHECK (decision_id IS NULL OR communication_id IS NULL);
CREATE UNIQUE INDEX letter_once_for_communication ON letter (communication_id, kind, recipient_member);

-- How a letter is handed over. Intended before anything leaves, submitted once, confirmed by what is found in the
-- target; unclear or by hand is a person's. Whoever confirms by hand is named.
CREATE TABLE delivery (
  letter_id uuid PRIMARY KEY REFERENCES letter,
  case_id uuid NOT NULL REFERENCES cases,
  channel text NOT NULL CHECK (channel IN ('digital-mailbox', 'print-queue', 'protected-mail', 'by-hand')),
  state text NOT NULL CHECK (state IN ('intended', 'submitted', 'confirmed', 'unclear', 'by-hand')),
  receipt_id text,
  confirmed_by uuid REFERENCES staff,
  opened_at timestamptz,
  updated_at timestamptz NOT NULL,
  CHECK (opened_at IS NULL OR (channel = 'digital-mailbox' AND state = 'confirmed'))
);
CREATE INDEX delivery_case ON delivery (case_id);

-- The files of payment orders that are handed to the bank: one for each pay day and cut-off, made once.
CREATE TABLE payment_file (
  id uuid PRIMARY KEY,
  message_id text NOT NULL UNIQUE,
  pay_on date NOT NULL,
  -- Swedish local time, `2025-10-30T14:00`, of the municipality's calendar.
  cut_off text NOT NULL CHECK (cut_off ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
  state text NOT NULL CHECK (state IN ('made', 'submitted', 'confirmed', 'unclear')),
  orders integer NOT NULL CHECK (orders > 0),
  total_ore bigint NOT NULL CHECK (total_ore > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea NOT NULL,
  made_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (pay_on, cut_off)
);

-- What a decision orders paid: once for each decision. In a file it can no longer be stopped.
CREATE TABLE payment_order (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  decision_id uuid NOT NULL UNIQUE REFERENCES decision,
  reference text NOT NULL UNIQUE,
  amount_ore bigint NOT NULL CHECK (amount_ore > 0),
  pay_on date NOT NULL,
  cut_off text NOT NULL CHECK (cut_off ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
  payee bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('ready', 'stopped', 'held', 'in-file')),
  file_id uuid REFERENCES payment_file,
  updated_at timestamptz NOT NULL,
  CHECK ((state = 'in-file') = (file_id IS NOT NULL))
);
CREATE INDEX payment_order_case ON payment_order (case_id);
CREATE INDEX payment_order_due ON payment_order (state, cut_off);

SELECT guard_with_event(guarded::regclass)
  FROM unnest(ARRAY['delivery', 'payment_file', 'payment_order']) AS guarded;
