-- How long requests took is read from the rows of those that were completed: this has all that is asked of them.
CREATE INDEX "report_count_times" ON "report_count" ("store_id", "day") INCLUDE ("carrier", "channel", "submitted_on", "ended_on", "count")
  WHERE "kind" = 'completed' AND "submitted_on" IS NOT NULL;
