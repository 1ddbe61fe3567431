-- The work list: live requests of a store, in somebody's hands or in nobody's, earliest due first.
-- By expressions, since a null is no value to range over; the columns themselves come along, so that
-- a page's ids are found in the index alone.
CREATE INDEX "request_work" ON "request" (
  "store_id",
  (coalesce("assigned_to", '00000000-0000-0000-0000-000000000000'::uuid)),
  (coalesce("due", 'infinity'::date)),
  "id"
) INCLUDE ("assigned_to", "due") WHERE "ended_at" IS NULL;
