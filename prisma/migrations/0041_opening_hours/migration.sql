-- When a store is open; null where nobody has entered it.
ALTER TABLE "store" ADD COLUMN "hours" JSONB;
