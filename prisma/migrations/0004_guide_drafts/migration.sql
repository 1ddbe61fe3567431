-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "author_id" UUID;

-- CreateTable
CREATE TABLE "guide_draft" (
    "guide_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,

    CONSTRAINT "guide_draft_pkey" PRIMARY KEY ("guide_id")
);

-- AddForeignKey
ALTER TABLE "guide_draft" ADD CONSTRAINT "guide_draft_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "guide"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
