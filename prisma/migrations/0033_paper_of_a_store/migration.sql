-- What a store prints on, and how its receipts name the holder: as all did before.
-- AlterTable
ALTER TABLE "store" ADD COLUMN     "paper" TEXT NOT NULL DEFAULT 'a4',
ADD COLUMN     "receipt_name" TEXT NOT NULL DEFAULT 'masked';

ALTER TABLE "store" ADD CONSTRAINT "store_paper"
  CHECK ("paper" IN ('a4', 'roll_80', 'roll_58'));
ALTER TABLE "store" ADD CONSTRAINT "store_receipt_name"
  CHECK ("receipt_name" IN ('whole', 'masked', 'none'));
