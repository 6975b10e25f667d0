-- What was done with one change of the rules is found without reading that of the others.
CREATE INDEX audit_event_change ON audit_event ((event #>> '{details,change}'), action, seq)
  WHERE event #>> '{details,change}' IS NOT NULL;
