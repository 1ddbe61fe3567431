-- CreateTable
CREATE TABLE "phone_guess" (
    "request_id" UUID NOT NULL,
    "wrong" INTEGER NOT NULL,

    CONSTRAINT "phone_guess_pkey" PRIMARY KEY ("request_id")
);
