-- Each entry of the audit carries the hash of the one before. Entries from before this have neither:
-- the first that is chained carries the hash of all of them (lib/audit/chain/queries.ts).
ALTER TABLE "audit_entry" ADD COLUMN "sequence" INTEGER;
ALTER TABLE "audit_entry" ADD COLUMN "hash" BYTEA;

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_sequence_key" ON "audit_entry"("sequence");
