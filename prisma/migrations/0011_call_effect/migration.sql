-- AlterTable
ALTER TABLE "idempotent_call" ADD COLUMN     "alive_at" TIMESTAMPTZ(3),
ADD COLUMN     "effect" TEXT;
