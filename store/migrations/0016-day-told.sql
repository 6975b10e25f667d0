-- The last day to answer as it stood in the letter, where the letter came late and the day was moved: the decision tells
-- the applicant of a day that they were told. Null where the day was never moved.
ALTER TABLE communication ADD COLUMN answer_by_told date;
