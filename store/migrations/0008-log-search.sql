-- What the log is searched by. Generated like the first three, so that what is searched can never differ from what is hashed.

-- Every outside source an event speaks of: those asked, those that answered, the portal, and the robot's own.
CREATE FUNCTION sources_of_event(event jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(DISTINCT split_part(named, ':', 1)), '{}') FROM (
    SELECT jsonb_array_elements_text(
      CASE jsonb_typeof(event #> '{details,sources}') WHEN 'array' THEN event #> '{details,sources}' ELSE '[]' END)
    UNION ALL
    SELECT jsonb_array_elements_text(
      CASE jsonb_typeof(event #> '{details,answers}') WHEN 'array' THEN event #> '{details,answers}' ELSE '[]' END)
    UNION ALL SELECT event #>> '{details,portal}'
    UNION ALL SELECT event #>> '{actor,id}' WHERE event #>> '{actor,kind}' = 'bot'
  ) AS names(named) WHERE named IS NOT NULL
$$;

ALTER TABLE audit_event
  ADD COLUMN occurred_at text GENERATED ALWAYS AS (event ->> 'at') STORED,
  ADD COLUMN actor_kind text GENERATED ALWAYS AS (event -> 'actor' ->> 'kind') STORED,
  ADD COLUMN rulebook text GENERATED ALWAYS AS (event -> 'details' ->> 'rulebook') STORED,
  ADD COLUMN sources text[] GENERATED ALWAYS AS (sources_of_event(event)) STORED;

CREATE INDEX audit_event_actor ON audit_event (actor_id, seq);
CREATE INDEX audit_event_time ON audit_event (occurred_at, seq);
CREATE INDEX audit_event_rulebook ON audit_event (rulebook, seq) WHERE rulebook IS NOT NULL;
CREATE INDEX audit_event_sources ON audit_event USING gin (sources);
