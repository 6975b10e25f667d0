-- An application in the e-service that the robot could not read. It exists all the same, from the day it arrived: a person
-- has to see it. The reference is the e-service's own and says nothing of anybody.
CREATE TABLE unread_application (
  reference text PRIMARY KEY,
  month text NOT NULL,
  fault text NOT NULL,
  first_tried_at timestamptz NOT NULL,
  read_at timestamptz
);
CREATE INDEX unread_application_month ON unread_application (month) WHERE read_at IS NULL;

SELECT guard_with_event('unread_application');
