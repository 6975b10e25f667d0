-- Letters in the digital mailbox that are not known to be opened are looked for by the clock.
CREATE INDEX delivery_unopened ON delivery (updated_at)
  WHERE channel = 'digital-mailbox' AND state = 'confirmed' AND opened_at IS NULL;
CREATE INDEX delivery_unclear ON delivery (updated_at) WHERE state = 'unclear';
