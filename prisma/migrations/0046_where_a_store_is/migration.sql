-- Where a store is: its place on the map, in degrees of GCJ-02, and its district; null where nobody
-- has entered them.
ALTER TABLE "store" ADD COLUMN "latitude" DOUBLE PRECISION,
  ADD COLUMN "longitude" DOUBLE PRECISION,
  ADD COLUMN "district_zh" TEXT,
  ADD COLUMN "district_en" TEXT;
ALTER TABLE "store"
  ADD CONSTRAINT "store_place" CHECK (
    ("latitude" IS NULL) = ("longitude" IS NULL)
    AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180),
  ADD CONSTRAINT "store_district" CHECK (("district_zh" IS NULL) = ("district_en" IS NULL));
