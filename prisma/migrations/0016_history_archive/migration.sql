-- Old ranges of the history come here (npm run history:ranges): out of the way of what is written, and read as before.
CREATE TABLE "archived_event" (LIKE "request_event") PARTITION BY RANGE ("request_id");
ALTER TABLE "archived_event" ADD CONSTRAINT "archived_event_pkey" PRIMARY KEY ("request_id", "sequence");
CREATE TRIGGER "event_is_immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "archived_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE VIEW "every_event" AS
  SELECT "request_id", "sequence", "type", "at", "actor_kind", "actor_id", "facts", "sealed_identifiers", "sealed_personal", "previous_hash", "hash" FROM "request_event"
  UNION ALL
  SELECT "request_id", "sequence", "type", "at", "actor_kind", "actor_id", "facts", "sealed_identifiers", "sealed_personal", "previous_hash", "hash" FROM "archived_event";
