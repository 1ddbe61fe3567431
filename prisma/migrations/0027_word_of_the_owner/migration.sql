-- Who gave an account its password last may know it: somebody else confirms its owner, by a code
-- that is shown in the session in which the owner chose a password, and in no other.
ALTER TABLE "account" ADD COLUMN "password_given_by" UUID;
ALTER TABLE "account" ADD COLUMN "password_chosen_in" UUID;

-- Of the passwords that there are, the audit tells who gave them.
UPDATE "account" SET "password_given_by" = (
  SELECT e.actor_id FROM "audit_entry" e
  WHERE e.subject = "account".email AND e.what IN ('account.create', 'account.password')
    AND e.actor_id IS NOT NULL AND e.actor_id <> "account".id
  ORDER BY e.at DESC LIMIT 1)
  WHERE "kind" = 'person';

-- Nobody has confirmed the owner of an account without a guarded role yet.
UPDATE "account" SET "awaits_word" = true WHERE "kind" = 'person' AND NOT EXISTS (
  SELECT FROM "membership" m WHERE m.account_id = "account".id AND m.role IN ('reviewer', 'admin'));

-- Where there are two administrators, it takes two from now on, whoever shuts the other out.
INSERT INTO "setting" ("name", "value", "changed_at")
  SELECT 'two_administrators', 'true', now() WHERE (
    SELECT count(DISTINCT a.id) FROM "account" a JOIN "membership" m ON m.account_id = a.id
    WHERE m.role = 'admin' AND a.kind = 'person' AND a.disabled_at IS NULL) >= 2
  ON CONFLICT ("name") DO NOTHING;
