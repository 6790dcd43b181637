/**
 * What lists sort and filter by, without reading the rows they skip, and how many comparisons there are, without counting
 * them: over a whole library that is what grows.
 */
const LIVE = (row: string): string => `(${row}.removedAt IS NULL)`
const DECIDED = (row: string): string => `(${row}.removedAt IS NULL AND ${row}.decision IS tallies.kind)`

export const sql = `
CREATE INDEX casesByChange ON cases (changed, status);
CREATE INDEX casesByCreation ON cases (created, status);
CREATE INDEX casesByNumber ON cases (numberKey, status);
CREATE INDEX casesByTitle ON cases (titleKey, status);

CREATE INDEX comparisonsByScore ON comparisons (cosine) WHERE removedAt IS NULL;
CREATE INDEX comparisonsByChange ON comparisons (changed) WHERE removedAt IS NULL;
CREATE INDEX comparisonsInOrder ON comparisons (row) WHERE removedAt IS NULL;
CREATE INDEX comparisonsByDecision ON comparisons (decision, cosine) WHERE removedAt IS NULL AND decision IS NOT NULL;
CREATE INDEX comparisonsByDecisionAndChange ON comparisons (decision, changed) WHERE removedAt IS NULL AND decision IS NOT NULL;
CREATE INDEX comparisonsByDecisionInOrder ON comparisons (decision) WHERE removedAt IS NULL AND decision IS NOT NULL;

CREATE TABLE tallies (
  kind TEXT NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO tallies (kind, n) VALUES
  ('exhibits', (SELECT COUNT(*) FROM exhibits WHERE removedAt IS NULL)),
  ('comparisons', (SELECT COUNT(*) FROM comparisons WHERE removedAt IS NULL)),
  ('match', (SELECT COUNT(*) FROM comparisons WHERE removedAt IS NULL AND decision = 'match')),
  ('non-match', (SELECT COUNT(*) FROM comparisons WHERE removedAt IS NULL AND decision = 'non-match'));

CREATE TRIGGER exhibitTallied AFTER INSERT ON exhibits BEGIN
  UPDATE tallies SET n = n + ${LIVE('new')} WHERE kind = 'exhibits';
END;
CREATE TRIGGER exhibitRetallied AFTER UPDATE OF removedAt ON exhibits BEGIN
  UPDATE tallies SET n = n + ${LIVE('new')} - ${LIVE('old')} WHERE kind = 'exhibits';
END;
CREATE TRIGGER comparisonTallied AFTER INSERT ON comparisons BEGIN
  UPDATE tallies SET n = n + ${LIVE('new')} WHERE kind = 'comparisons';
  UPDATE tallies SET n = n + ${DECIDED('new')} WHERE kind IN ('match', 'non-match');
END;
CREATE TRIGGER comparisonRetallied AFTER UPDATE OF removedAt, decision ON comparisons BEGIN
  UPDATE tallies SET n = n + ${LIVE('new')} - ${LIVE('old')} WHERE kind = 'comparisons';
  UPDATE tallies SET n = n + ${DECIDED('new')} - ${DECIDED('old')} WHERE kind IN ('match', 'non-match');
END;
`
