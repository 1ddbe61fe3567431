-- One code for a request and a purpose, and the wrong ones that were typed for it. Codes live ten
-- minutes: one that is on its way is asked for again.
DELETE FROM "one_time_code";

-- DropIndex
DROP INDEX "one_time_code_request_id_idx";

-- AlterTable
ALTER TABLE "one_time_code" DROP CONSTRAINT "one_time_code_pkey",
DROP COLUMN "id",
ADD COLUMN     "purpose" TEXT NOT NULL,
ADD COLUMN     "wrong" INTEGER NOT NULL DEFAULT 0,
ADD CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("request_id", "purpose");
