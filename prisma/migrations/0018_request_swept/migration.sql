-- Each step of a request leaves a dead row, and the pages of rows in work are read row by row until they are swept. The default
-- waits for a fifth of the table: at a million, 200,000 changes in which the queue's counts take twice as long.
ALTER TABLE "request" SET (autovacuum_vacuum_scale_factor = 0.01);
