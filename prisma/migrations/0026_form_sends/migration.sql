-- One row for each sending of a form, for a day: what a browser asks for when the line broke before the answer came, and
-- what keeps the same sending from taking effect twice. No value of the form is in it.
-- CreateTable
CREATE TABLE "form_send" (
    "id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "led" TEXT,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_send_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "form_send_begun_at_idx" ON "form_send"("begun_at");
