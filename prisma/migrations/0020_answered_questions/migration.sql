-- The queue ends with what was answered last, of all the reader's stores; by this it need not sort all that ever was.
-- CreateIndex
CREATE INDEX "question_answered_at_idx" ON "question"("answered_at");

-- A report counts those of its days.
-- CreateIndex
CREATE INDEX "question_asked_at_idx" ON "question"("asked_at");
