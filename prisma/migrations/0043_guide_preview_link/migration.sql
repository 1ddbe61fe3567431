-- A link by which colleagues who edit no guide see a draft as customers and staff will, for a day.
-- Of its key only a hash is kept; what is taken back or over is deleted.
CREATE TABLE "guide_preview_link" (
  "id" UUID NOT NULL,
  "guide_id" UUID NOT NULL,
  "key_hash" BYTEA NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL,
  "made_by" UUID NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "guide_preview_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "guide_preview_link_key_hash_key" ON "guide_preview_link" ("key_hash");
CREATE INDEX "guide_preview_link_guide_id_idx" ON "guide_preview_link" ("guide_id");
ALTER TABLE "guide_preview_link" ADD CONSTRAINT "guide_preview_link_guide_id_fkey"
  FOREIGN KEY ("guide_id") REFERENCES "guide" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
