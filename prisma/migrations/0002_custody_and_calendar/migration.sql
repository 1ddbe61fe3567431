-- AlterTable
ALTER TABLE "store" ADD COLUMN     "uncollected_days" INTEGER NOT NULL DEFAULT 90;

-- AlterTable
ALTER TABLE "carrier" ADD COLUMN     "month_end_days" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "online_from" TEXT,
ADD COLUMN     "online_to" TEXT;

-- AlterTable
ALTER TABLE "calendar_year" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "reckoned_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "request" ADD COLUMN     "bag" TEXT,
ADD COLUMN     "card_owed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "card_store" TEXT,
ADD COLUMN     "waits_until" DATE;

-- CreateTable
CREATE TABLE "bag" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed_at" TIMESTAMPTZ(3),
    "sealed_by" UUID,
    "cards" INTEGER,
    "handed_at" TIMESTAMPTZ(3),
    "handed_by" UUID,
    "handed_to" TEXT,
    "destroyed_at" TIMESTAMPTZ(3),
    "destroyed_by" UUID,
    "witness" TEXT,

    CONSTRAINT "bag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "request_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("request_id","account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bag_number_key" ON "bag"("number");

-- CreateIndex
CREATE INDEX "bag_store_id_id_idx" ON "bag"("store_id", "id");

-- AddForeignKey
ALTER TABLE "bag" ADD CONSTRAINT "bag_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the data model's language cannot say ------------------------------------------------------------------------

-- Presence is worth nothing after a crash.
ALTER TABLE "presence" SET UNLOGGED;

-- One bag a store takes cards at a time.
CREATE UNIQUE INDEX "one_open_bag_per_store" ON "bag" ("store_id") WHERE "sealed_at" IS NULL;

-- The store's day: cards that lie there, cards owed back, what is in a bag, what ended when.
CREATE INDEX "request_card_at_store" ON "request" ("card_store", "id") WHERE "card_store" IS NOT NULL;
CREATE INDEX "request_in_bag" ON "request" ("bag", "id") WHERE "bag" IS NOT NULL;
CREATE INDEX "request_ended" ON "request" ("store_id", "ended_at") WHERE "ended_at" IS NOT NULL;
CREATE INDEX "request_opened" ON "request" ("store_id", "opened_at");
CREATE INDEX "request_stalled" ON "request" ("store_id", "id") WHERE "ended_at" IS NULL AND "record" -> 'flagged' ->> 'stalled' IS NOT NULL;
CREATE INDEX "request_waits" ON "request" ("waits_until", "id") WHERE "waits_until" IS NOT NULL AND "state" = 'open';

-- The cache of requests that are there already, as their events tell it: the card that was taken, the last day that an
-- obligation waits for, and how often a request was sent back.
UPDATE "request" r SET "record" = r."record" || jsonb_build_object(
  'card', CASE
    WHEN returned.at IS NULL THEN NULL
    ELSE jsonb_build_object('store', r."record" -> 'store', 'bag', NULL, 'gone', CASE WHEN back.at IS NULL THEN NULL ELSE 'handed_back' END)
  END,
  'waitsUntil', waiting.until,
  'sentBack', sent.times,
  'overridden', false,
  'flagged', jsonb_build_object('overdue', NULL, 'dayCome', NULL, 'stalled', NULL))
FROM "request" same
LEFT JOIN LATERAL (
  SELECT max(step.value ->> 'at') AS at FROM jsonb_each(same."record" -> 'steps') AS step
  WHERE step.value ->> 'kind' = 'card_return' AND step.value -> 'outcome' ->> 'state' = 'returned'
) returned ON true
LEFT JOIN LATERAL (
  SELECT max(e."at") AS at FROM "request_event" e WHERE e."request_id" = same."id" AND e."type" = 'hand_card_back'
) back ON true
LEFT JOIN LATERAL (
  SELECT max(item.value ->> 'clearsOn') AS until
  FROM jsonb_each(same."record" -> 'steps') AS step, jsonb_each(step.value -> 'outcome' -> 'items') AS item
  WHERE step.value ->> 'kind' = 'obligations' AND item.value ->> 'state' = 'waiting'
) waiting ON true
LEFT JOIN LATERAL (
  SELECT count(*)::int AS times FROM "request_event" e
  WHERE e."request_id" = same."id" AND e."type" IN ('ask', 'take_back', 'carrier_refuse')
) sent ON true
WHERE same."id" = r."id";

UPDATE "request" SET
  "card_owed" = ("record" ->> 'cardOwed')::boolean,
  "waits_until" = ("record" ->> 'waitsUntil')::date,
  "card_store" = CASE WHEN "record" -> 'card' ->> 'gone' IS NULL THEN "record" -> 'card' ->> 'store' END;

-- The promises that are there were reckoned by the calendar that is there.
UPDATE "calendar_year" SET "reckoned_at" = "changed_at";
