-- The day that the last day to answer was chosen: what is sent later than that gives as many days to answer.
ALTER TABLE communication ADD COLUMN prepared_on date;
