-- An account is a person's or an API key's. A key's account is never a person: no password, no
-- sign-in, no page.
ALTER TABLE "account" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'person';
UPDATE "account" SET "kind" = 'key', "password_hash" = '!', "password_temporary" = false,
  "totp" = NULL, "totp_step" = NULL
  WHERE EXISTS (SELECT FROM "api_key" k WHERE k.account_id = "account".id);
DELETE FROM "session" USING "account" a WHERE a.id = "session".account_id AND a.kind = 'key';
DELETE FROM "passkey" USING "account" a WHERE a.id = "passkey".account_id AND a.kind = 'key';
DELETE FROM "recovery_code" USING "account" a
  WHERE a.id = "recovery_code".account_id AND a.kind = 'key';
-- A key that was revoked before: its account counts for nothing any more.
UPDATE "account" SET "disabled_at" = k.revoked_at FROM "api_key" k
  WHERE k.account_id = "account".id AND k.revoked_at IS NOT NULL AND "disabled_at" IS NULL;
ALTER TABLE "account" ADD CONSTRAINT "account_kind"
  CHECK ("kind" = 'person' OR ("kind" = 'key' AND "password_hash" = '!' AND "totp" IS NULL));

-- Roles that see or decide requests sleep after an administrator's reset, until another
-- administrator has made sure of the person.
ALTER TABLE "account" ADD COLUMN "awaits_word" BOOLEAN NOT NULL DEFAULT false;

-- A key that waits for a second administrator's word; why it may see whole numbers.
ALTER TABLE "api_key" ADD COLUMN "waiting" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "api_key" ADD COLUMN "reason" TEXT;
UPDATE "api_key" SET "reason" = 'review' WHERE "full_number";
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_reason" CHECK (NOT "full_number" OR "reason" IS NOT NULL);

-- CreateTable
CREATE TABLE "access_grant" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT,
    "store_id" UUID,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "approved" BOOLEAN,

    CONSTRAINT "access_grant_pkey" PRIMARY KEY ("id")
);

-- The database keeps the rule too: nobody answers their own request, or one about themselves.
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_two_people"
  CHECK ("decided_by" IS NULL OR ("decided_by" <> "asked_by" AND "decided_by" <> "account_id"));
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_not_oneself" CHECK ("asked_by" <> "account_id");

-- CreateIndex
CREATE INDEX "access_grant_decided_at_idx" ON "access_grant"("decided_at");
