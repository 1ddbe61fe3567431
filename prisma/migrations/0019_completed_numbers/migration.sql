-- Before each text message it is asked whether its number was cancelled here: at a million requests that went through the whole
-- table. Live requests have an index by it (one_live_request_per_number); this one is for those that were completed.
CREATE INDEX "request_completed_number" ON "request" ("number_hash") WHERE "state" = 'completed';
