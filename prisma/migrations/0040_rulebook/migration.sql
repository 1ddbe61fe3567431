-- What a carrier does where becomes rules with a source and the day of the last check. What was set
-- before is carried over as rules that nobody has checked.
CREATE TABLE "carrier_rule" (
  "id" UUID NOT NULL,
  "carrier" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "topic" TEXT NOT NULL,
  "regions" TEXT[],
  "store_kinds" TEXT[],
  "card_types" TEXT[],
  "channels" TEXT[],
  "value" JSONB NOT NULL,
  "source" TEXT NOT NULL,
  "sureness" TEXT NOT NULL,
  "checked_on" DATE,
  CONSTRAINT "carrier_rule_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "carrier_rule_sureness"
    CHECK ("sureness" IN ('regulator', 'several', 'single', 'unchecked'))
);

INSERT INTO "carrier_rule" ("id", "carrier", "position", "topic", "regions", "store_kinds",
  "card_types", "channels", "value", "source", "sureness")
SELECT gen_random_uuid(), "carrier",
  (row_number() OVER (PARTITION BY "carrier" ORDER BY "part", "key"))::int - 1,
  "topic", "regions", '{}', "card_types", "channels", "value", '此前的设置 / earlier settings',
  'unchecked'
FROM (
  SELECT "carrier", 1 AS "part", "card_type" || "channel" AS "key", 'offered' AS "topic",
    '{}'::text[] AS "regions", ARRAY["card_type"] AS "card_types",
    ARRAY["channel"] AS "channels", jsonb_build_object('offered', bool_and("offered")) AS "value"
  FROM "availability" GROUP BY "carrier", "card_type", "channel"
  UNION ALL
  SELECT "carrier", 2, "card_type" || "channel", 'offered',
    array_agg("region" ORDER BY "region") FILTER (WHERE "offered"), ARRAY["card_type"],
    ARRAY["channel"], '{"offered": true}'
  FROM "availability" GROUP BY "carrier", "card_type", "channel"
  HAVING bool_or("offered") AND NOT bool_and("offered")
  UNION ALL
  SELECT "code", 3, '', 'window', '{}', '{}', ARRAY['online'],
    jsonb_build_object(
      'hours', CASE WHEN "online_from" IS NULL THEN NULL
        ELSE jsonb_build_object('from', "online_from", 'to', "online_to") END,
      'closedDays', (
        SELECT coalesce(jsonb_agg(-day ORDER BY day), '[]') FROM generate_series(1, "month_end_days") day),
      'exceptions', '[]'::jsonb)
  FROM "carrier" WHERE "month_end_days" > 0 OR "online_from" IS NOT NULL
  UNION ALL
  SELECT "code", 4, '', 'applicants', '{}', '{}', '{}',
    jsonb_build_object('relations', to_jsonb("applicants"), 'adultAge', 18)
  FROM "carrier"
  UNION ALL
  SELECT "code", 5, '', 'pre_cancel', '{}', '{}', '{}',
    jsonb_build_object('ends', CASE WHEN "pre_cancels"
      THEN jsonb_build_object('by', 'days', 'days', "reinstate_days") END)
  FROM "carrier"
) "before";

CREATE UNIQUE INDEX "carrier_rule_carrier_position_key" ON "carrier_rule"("carrier", "position");
ALTER TABLE "carrier_rule" ADD CONSTRAINT "carrier_rule_carrier_fkey"
  FOREIGN KEY ("carrier") REFERENCES "carrier"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP TABLE "availability";
ALTER TABLE "carrier" DROP COLUMN "pre_cancels", DROP COLUMN "reinstate_days",
  DROP COLUMN "applicants", DROP COLUMN "month_end_days", DROP COLUMN "online_from",
  DROP COLUMN "online_to";

-- Whose shop it is; every store serves every carrier, as before.
ALTER TABLE "store" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'own',
  ADD COLUMN "carriers" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "store" ADD CONSTRAINT "store_kind" CHECK ("kind" IN ('own', 'partner'));
