-- Who gave an account its password last may know it: somebody else confirms its owner.
ALTER TABLE "account" ADD COLUMN "password_given_by" UUID;

-- Nobody has confirmed the owner of an account without a guarded role yet.
UPDATE "account" SET "awaits_word" = true WHERE "kind" = 'person' AND NOT EXISTS (
  SELECT FROM "membership" m WHERE m.account_id = "account".id AND m.role IN ('reviewer', 'admin'));

-- Where there are two administrators, it takes two from now on, whoever shuts the other out.
INSERT INTO "setting" ("name", "value", "changed_at")
  SELECT 'two_administrators', 'true', now() WHERE (
    SELECT count(DISTINCT a.id) FROM "account" a JOIN "membership" m ON m.account_id = a.id
    WHERE m.role = 'admin' AND a.kind = 'person' AND a.disabled_at IS NULL) >= 2
  ON CONFLICT ("name") DO NOTHING;
