-- CreateTable
CREATE TABLE "report_count" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "store_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "step" TEXT,
    "submitted_on" DATE,
    "ended_on" DATE,
    "decision_kept" BOOLEAN,
    "end_kept" BOOLEAN,
    "sent_back" BOOLEAN NOT NULL,
    "overridden" BOOLEAN NOT NULL,
    "rating" TEXT,
    "count" INTEGER NOT NULL,
    "gathered" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "report_count_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_count_store_id_day_idx" ON "report_count"("store_id", "day");

-- The rows that still stand beside others of their day.
CREATE INDEX "report_count_not_gathered" ON "report_count" ("day") WHERE NOT "gathered";

-- What rows are alike in goes together: without knowing that, the planner takes them for half a million kinds and sorts them on disk.
CREATE STATISTICS "report_count_alike" (ndistinct) ON "kind", "why", "step", "decision_kept", "end_kept", "sent_back", "overridden", "rating" FROM "report_count";

-- Reports name the last requests that were overridden.
CREATE INDEX "request_overridden" ON "request" ("ended_at") WHERE "record" ->> 'overridden' = 'true';

-- What the requests that are there already add to the reports.
INSERT INTO "report_count" ("id", "day", "kind", "store_id", "carrier", "channel", "why", "sent_back", "overridden", "count", "gathered")
SELECT gen_random_uuid(), ("opened_at" AT TIME ZONE 'Asia/Shanghai')::date AS "day", 'opened', "store_id", "carrier", "channel", "record" ->> 'reason', false, false, count(*), true
FROM "request" GROUP BY 2, 4, 5, 6, 7;

INSERT INTO "report_count" ("id", "day", "kind", "store_id", "carrier", "channel", "why", "step", "submitted_on", "ended_on", "decision_kept", "end_kept", "sent_back", "overridden", "rating", "count", "gathered")
SELECT gen_random_uuid(), "day", "state", "store_id", "carrier", "channel", "why", "step", "submitted_on", "ended_on",
  CASE "state" WHEN 'completed' THEN "approved_on" <= "decision" WHEN 'rejected' THEN "day" <= "decision" END,
  CASE "state" WHEN 'completed' THEN "ended_on" <= "end" END, "sent_back", "overridden", "rating", count(*), true
FROM (
  SELECT ("ended_at" AT TIME ZONE 'Asia/Shanghai')::date AS "day", "state", "store_id", "carrier", "channel",
    coalesce("record" -> 'ending' ->> 'move', '') AS "why", "record" -> 'ending' ->> 'step' AS "step",
    (("record" ->> 'submittedAt')::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS "submitted_on",
    coalesce(("record" ->> 'confirmedOn')::date, ("ended_at" AT TIME ZONE 'Asia/Shanghai')::date) AS "ended_on",
    (("record" ->> 'approvedAt')::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS "approved_on",
    ("record" -> 'promises' -> 'decision' ->> 'date')::date AS "decision", ("record" -> 'promises' -> 'end' ->> 'date')::date AS "end",
    ("record" ->> 'sentBack')::int > 0 AS "sent_back", ("record" ->> 'overridden')::boolean AS "overridden", "record" ->> 'rating' AS "rating"
  FROM "request" WHERE "ended_at" IS NOT NULL
) "ended"
GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15;

ANALYZE "report_count";
