-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "persons" BYTEA[];

-- AlterTable
ALTER TABLE "idempotent_call" ADD COLUMN     "request_id" UUID,
ADD COLUMN     "sealed" BYTEA;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "persons" BYTEA[];

-- An answer that speaks of a request is sealed under that request's key from now on; the older
-- ones, of a day, are given anew from what the call brought about.
UPDATE "idempotent_call" SET "answer" = NULL WHERE "effect" LIKE 'request|%';

-- What a mail server said when it refused quotes the address: of what was kept, the codes stay (550
-- 5.1.1).
UPDATE "notice" SET "fault" = coalesce(
  concat_ws(' ',
    substring("fault" from '(?:^|: )([245][0-9]{2})(?:[ -]|$)'),
    substring("fault" from '(?:^|: )[245][0-9]{2}[ -]([245]\.[0-9]{1,3}\.[0-9]{1,3})(?:\s|$)')
  ), '')
WHERE "fault" ~ '(?:^|: )[245][0-9]{2}(?:[ -]|$)'
  AND "fault" !~ '^[245][0-9]{2}( [245]\.[0-9]{1,3}\.[0-9]{1,3})?$';

-- Of what else failed the words go, but for those that are the desk's own.
UPDATE "notice" SET "fault" = 'failed'
WHERE "fault" !~ '^[245][0-9]{2}( [245]\.[0-9]{1,3}\.[0-9]{1,3})?$'
  AND "fault" !~ '^(the gateway answered [0-9]{3}|Alibaba Cloud answered [0-9]{3}( [A-Za-z._]+)?)$'
  AND "fault" !~ '^([a-z_]+|[A-Za-z]+Error( [A-Z][A-Z0-9_]+)?)$';
UPDATE "webhook_delivery" SET "fault" = 'failed'
WHERE "fault" !~ '^(answered [0-9]{3}|no answer in time|[a-z_]+|[A-Za-z]*Error( [A-Z][A-Z0-9_]+)?)$';

-- Erased rows do not keep what older events hold in plain: the carrier's reference of a note, an
-- earlier request's reference.
UPDATE "request" SET "record" = jsonb_set(
  jsonb_set("record", '{previous}', 'null'), '{steps}',
  (SELECT coalesce(jsonb_object_agg("step", "note" #- '{outcome,carrierReference}'), '{}')
   FROM jsonb_each("record" -> 'steps') AS "steps"("step", "note")))
WHERE ("record" ->> 'erased')::boolean;
