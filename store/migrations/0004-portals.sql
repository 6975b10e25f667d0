-- Whether each outside system's queue is worked on. No row: it is.
CREATE TABLE portal (
  portal text PRIMARY KEY CHECK (portal IN ('e-service', 'agencies', 'register', 'case-system')),
  state text NOT NULL CHECK (state IN ('working', 'resting', 'paused')),
  cause text CHECK ((cause IS NULL) = (state = 'working')),
  since timestamptz NOT NULL,
  rests_until timestamptz CHECK ((rests_until IS NOT NULL) = (state = 'resting'))
);
SELECT guard_with_event('portal'::regclass);

-- Which process may use a portal's account now. Technical state with an end: not guarded.
CREATE TABLE portal_lease (
  portal text PRIMARY KEY CHECK (portal IN ('e-service', 'agencies', 'register', 'case-system')),
  holder uuid NOT NULL,
  expires_at timestamptz NOT NULL
);

-- Processes that live and can write. Technical state with an end: not guarded.
CREATE TABLE process_beat (
  id uuid PRIMARY KEY,
  part text NOT NULL CHECK (part IN ('application', 'api', 'workers')),
  queues text[] NOT NULL,
  beaten_at timestamptz NOT NULL
);
