-- CreateTable
CREATE TABLE "draft" (
    "account_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("account_id","place")
);

-- CreateIndex
CREATE INDEX "draft_updated_at_idx" ON "draft"("updated_at");
