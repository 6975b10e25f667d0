-- Where the duty to hear the applicant stood when the decision was made (FL 25 §), as it was judged then: what is
-- answered or delivered later does not change it. Null for decisions recorded before it was kept.
ALTER TABLE decision
  ADD COLUMN hearing text CHECK (hearing IN ('answered', 'silent', 'not-covered', 'none'));
