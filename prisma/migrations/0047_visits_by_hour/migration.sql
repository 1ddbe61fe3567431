-- How many people came to a store, by day and hour of Asia/Shanghai: gathered each night.
CREATE TABLE "visit_count" (
  "store_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "hour" SMALLINT NOT NULL,
  "visits" INTEGER NOT NULL,
  CONSTRAINT "visit_count_pkey" PRIMARY KEY ("store_id", "day", "hour"),
  CONSTRAINT "visit_count_hour" CHECK ("hour" BETWEEN 0 AND 23),
  CONSTRAINT "visit_count_visits" CHECK ("visits" > 0)
);
ALTER TABLE "visit_count" ADD CONSTRAINT "visit_count_store_id_fkey"
  FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;
