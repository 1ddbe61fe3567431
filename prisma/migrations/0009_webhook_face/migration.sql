-- AlterTable
ALTER TABLE "webhook" ADD COLUMN     "face" TEXT NOT NULL DEFAULT 'standard';
