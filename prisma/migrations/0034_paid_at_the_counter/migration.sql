-- An obligation that is money owed notes what was paid at the counter. The arrears that a new
-- installation begins with are; an administrator says so of others.
ALTER TABLE "obligation" ADD COLUMN     "money" BOOLEAN NOT NULL DEFAULT false;

UPDATE "obligation" SET "money" = true WHERE "code" = 'arrears';
