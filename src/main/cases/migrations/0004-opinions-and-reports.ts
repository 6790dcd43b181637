/**
 * Blind-first cases, independent opinions, reports and the locks that signed ones put on comparisons, and the logs that came
 * in with case packages.
 */
export const sql = `
ALTER TABLE cases ADD COLUMN blindFirst INTEGER NOT NULL DEFAULT 0 CHECK (blindFirst IN (0, 1));

ALTER TABLE comparisons ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE comparisons ADD COLUMN lockedAt TEXT;
ALTER TABLE comparisons ADD COLUMN lockedBy TEXT;
ALTER TABLE comparisons ADD COLUMN lockedReport TEXT REFERENCES reports (id);

-- Why a locked comparison was opened again; \`version\` is the one that it opened.
CREATE TABLE amendments (
  row INTEGER PRIMARY KEY,
  comparisonId TEXT NOT NULL REFERENCES comparisons (id),
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  report TEXT NOT NULL REFERENCES reports (id),
  UNIQUE (comparisonId, version)
) STRICT;

-- A first opinion is written when it is locked, a second one when it is begun.
CREATE TABLE opinions (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  comparisonId TEXT NOT NULL REFERENCES comparisons (id),
  role TEXT NOT NULL CHECK (role IN ('first', 'second')),
  author TEXT NOT NULL,
  begun TEXT NOT NULL,
  locked TEXT,
  withdrawnAt TEXT,
  withdrawnReason TEXT,
  checklist TEXT NOT NULL,
  conclusion TEXT NOT NULL,
  scale TEXT NOT NULL,
  CHECK (locked IS NULL OR withdrawnAt IS NULL)
) STRICT;
CREATE INDEX opinionsByComparison ON opinions (comparisonId, row);
CREATE INDEX opinionsForming ON opinions (comparisonId) WHERE role = 'second' AND locked IS NULL AND withdrawnAt IS NULL;
CREATE UNIQUE INDEX firstOpinion ON opinions (comparisonId) WHERE role = 'first';

CREATE TABLE reports (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  caseId TEXT NOT NULL REFERENCES cases (id),
  number INTEGER NOT NULL,
  created TEXT NOT NULL,
  author TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'signed')),
  language TEXT NOT NULL,
  comparisons TEXT NOT NULL,
  pages INTEGER NOT NULL,
  files TEXT NOT NULL,
  signing TEXT,
  UNIQUE (caseId, number)
) STRICT;

-- The log of the library that a case came from, as its package brought it: rows as JSON, one a line.
CREATE TABLE importedLogs (
  row INTEGER PRIMARY KEY,
  caseId TEXT NOT NULL REFERENCES cases (id),
  at TEXT NOT NULL,
  packageSha256 TEXT NOT NULL,
  manifest TEXT NOT NULL,
  rows TEXT NOT NULL,
  -- Ids there and the ids here, as a JSON object; empty where they are the same.
  idMap TEXT NOT NULL
) STRICT;
CREATE INDEX importedLogsByCase ON importedLogs (caseId);

${['amendments', 'reports', 'importedLogs'].map(forGood).join('\n')}
-- What was locked or withdrawn stays as it is.
CREATE TRIGGER opinionsNoUPDATE BEFORE UPDATE ON opinions WHEN old.locked IS NOT NULL OR old.withdrawnAt IS NOT NULL BEGIN SELECT RAISE(ABORT, 'opinions: what was locked stays as it is'); END;
CREATE TRIGGER opinionsNoDELETE BEFORE DELETE ON opinions BEGIN SELECT RAISE(ABORT, 'opinions: what was written stays as it is'); END;
`

function forGood(table: string): string {
  return ['UPDATE', 'DELETE']
    .map(deed => `CREATE TRIGGER ${table}No${deed} BEFORE ${deed} ON ${table} BEGIN SELECT RAISE(ABORT, '${table}: what was written stays as it is'); END;`)
    .join('\n')
}
