-- The revision of the wider guide with which a narrower one was last brought level. Null for general guides, and for
-- revisions from before this was known: those are level with what applied when their guide was added.
ALTER TABLE "revision" ADD COLUMN "level_with" UUID REFERENCES "revision" ("id");
-- As the live revision's, where null.
ALTER TABLE "guide_draft" ADD COLUMN "level_with" UUID REFERENCES "revision" ("id");
