-- Links by which a person chooses a password: an invitation, or a lost password (adr 53).
CREATE TABLE "account_link" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "made_by" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "mailed" BOOLEAN NOT NULL DEFAULT false,
    "used_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "account_link_hash_key" ON "account_link"("hash");
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_account_id_fkey"
  FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_kind"
  CHECK ("kind" IN ('invitation', 'password'));
-- One link of an account is open at a time, whoever makes two at once.
CREATE UNIQUE INDEX "account_link_open" ON "account_link"("account_id")
  WHERE "used_at" IS NULL AND "withdrawn_at" IS NULL;
CREATE INDEX "account_link_account_id_idx" ON "account_link"("account_id");

-- From where a key was last used, for whoever is asked whether to revoke it.
ALTER TABLE "api_key" ADD COLUMN "last_used_address" TEXT;
