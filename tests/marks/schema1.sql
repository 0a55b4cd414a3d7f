-- A marks file of schema 1 (Lectern 0.1): read and starred, starred alone, a position alone, unread again.
PRAGMA user_version=1;
CREATE TABLE marks(identity INTEGER PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0, position REAL NOT NULL DEFAULT 0, read_at INTEGER);
INSERT INTO marks VALUES(1, 1, 1, 0.5, 1637668800000);
INSERT INTO marks VALUES(2, 0, 1, 0, NULL);
INSERT INTO marks VALUES(3, 0, 0, 0.25, NULL);
INSERT INTO marks VALUES(4, 0, 0, 0, 1637668800000);
INSERT INTO marks VALUES(-81985529216486896, 1, 0, 1, 1637668800001);
