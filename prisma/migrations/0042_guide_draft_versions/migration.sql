-- What a guide's draft was at each of its versions: the base of a merge, and what can be restored.
CREATE TABLE "guide_draft_version" (
    "guide_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" UUID,
    "save_id" TEXT,
    "discarded_at" TIMESTAMPTZ(3),
    "discarded_by" UUID,

    CONSTRAINT "guide_draft_version_pkey" PRIMARY KEY ("guide_id","version")
);
ALTER TABLE "guide_draft_version" ADD CONSTRAINT "guide_draft_version_guide_id_fkey"
    FOREIGN KEY ("guide_id") REFERENCES "guide"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "guide_draft_version_saved_at_idx" ON "guide_draft_version"("saved_at");

-- What an editor wrote where somebody else's words were saved first, until the editor decides.
CREATE TABLE "guide_draft_conflict" (
    "guide_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "mine" JSONB,
    "their_at" TIMESTAMPTZ(3) NOT NULL,
    "their_by" UUID,

    CONSTRAINT "guide_draft_conflict_pkey"
        PRIMARY KEY ("guide_id","account_id","section","row_id","field","language")
);
ALTER TABLE "guide_draft_conflict" ADD CONSTRAINT "guide_draft_conflict_guide_id_fkey"
    FOREIGN KEY ("guide_id") REFERENCES "guide"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who has a guide's editor open, and the row that they are in.
CREATE TABLE "guide_presence" (
    "guide_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guide_presence_pkey" PRIMARY KEY ("guide_id","account_id")
);

-- What an editor shows now: the draft, or the live guide where there is none.
INSERT INTO "guide_draft_version" ("guide_id", "version", "content", "saved_at", "saved_by")
SELECT "shown".* FROM (
  SELECT "guide_id", "version",
    COALESCE("content", (
      SELECT "content" FROM "revision" WHERE "revision"."guide_id" = "guide_draft"."guide_id"
      ORDER BY "number" DESC LIMIT 1
    )) AS "content",
    "updated_at", "updated_by"
  FROM "guide_draft"
) AS "shown" WHERE "shown"."content" IS NOT NULL;
