-- CreateTable
CREATE TABLE "report_month" (
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "store_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "step" TEXT,
    "decision_kept" BOOLEAN,
    "end_kept" BOOLEAN,
    "sent_back" BOOLEAN NOT NULL,
    "overridden" BOOLEAN NOT NULL,
    "rating" TEXT,
    "count" INTEGER NOT NULL,

    CONSTRAINT "report_month_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_month_month_idx" ON "report_month"("month");

-- CreateIndex
CREATE INDEX "report_month_store_id_month_idx" ON "report_month"("store_id", "month");

-- Without knowing how few kinds there are, the planner sorts on disk.
CREATE STATISTICS "report_month_alike" (ndistinct) ON "kind", "why", "step", "decision_kept", "end_kept", "sent_back", "overridden", "rating" FROM "report_month";

-- From now on gathered rows are those that their month has counted, and months are gathered when they are over.
INSERT INTO "report_month" ("id", "month", "kind", "store_id", "carrier", "channel", "why", "step", "decision_kept", "end_kept", "sent_back", "overridden", "rating", "count")
SELECT gen_random_uuid(), date_trunc('month', "day")::date, "kind", "store_id", "carrier", "channel", "why", "step", "decision_kept", "end_kept", "sent_back", "overridden", "rating", sum("count")
FROM "report_count" WHERE "gathered" GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 HAVING sum("count") <> 0;

ANALYZE "report_month";
