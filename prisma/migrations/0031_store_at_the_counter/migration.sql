-- AlterTable
ALTER TABLE "store" ADD COLUMN     "carrier" TEXT,
ADD COLUMN     "reader_fields" TEXT[] DEFAULT ARRAY['name', 'number']::TEXT[],
ADD COLUMN     "reader_separator" TEXT NOT NULL DEFAULT 'tab';

-- AddForeignKey
ALTER TABLE "store" ADD CONSTRAINT "store_carrier_fkey" FOREIGN KEY ("carrier") REFERENCES "carrier"("code") ON DELETE SET NULL ON UPDATE CASCADE;
