-- AlterTable
ALTER TABLE "question" ADD COLUMN     "answer_uncertain" BOOLEAN NOT NULL DEFAULT false;
