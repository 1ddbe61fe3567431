-- Whether single letters act as keys of the desk for this person (WCAG 2.1.4).
ALTER TABLE "account" ADD COLUMN "single_keys" BOOLEAN NOT NULL DEFAULT true;
