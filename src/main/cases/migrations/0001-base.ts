/**
 * Cases, exhibits, faces, comparisons and what people say about them, with the audit log. Columns are named as the fields
 * of the domain. Rows are never deleted where a number was given; what was said for good can't be changed at all.
 */
export const sql = `
CREATE TABLE library (
  id TEXT NOT NULL PRIMARY KEY,
  created TEXT NOT NULL
) STRICT;

-- The last number given: exhibits, comparisons and marks of a case, annotations of a comparison.
CREATE TABLE counters (
  scope TEXT NOT NULL,
  kind TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (scope, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE COLLATE NOCASE,
  numberKey TEXT NOT NULL,
  title TEXT NOT NULL,
  titleKey TEXT NOT NULL,
  purpose TEXT NOT NULL,
  examiner TEXT NOT NULL,
  notes TEXT NOT NULL,
  -- One a line.
  tags TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'closed', 'archived')),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;

CREATE TABLE caseTags (
  tag TEXT NOT NULL,
  caseRow INTEGER NOT NULL REFERENCES cases (row),
  PRIMARY KEY (tag, caseRow)
) STRICT, WITHOUT ROWID;
CREATE INDEX caseTagsByCase ON caseTags (caseRow);

CREATE TABLE uses (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  caseId TEXT NOT NULL REFERENCES cases (id),
  purpose TEXT NOT NULL,
  author TEXT NOT NULL,
  begun TEXT NOT NULL,
  ended TEXT
) STRICT;
CREATE INDEX usesRunning ON uses (row) WHERE ended IS NULL;

CREATE TABLE exhibits (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  caseId TEXT NOT NULL REFERENCES cases (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  path TEXT,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified TEXT,
  imported TEXT NOT NULL,
  importedBy TEXT NOT NULL,
  source TEXT NOT NULL,
  receivedFrom TEXT NOT NULL,
  receivedAt TEXT,
  notes TEXT NOT NULL,
  photo TEXT,
  analysis TEXT NOT NULL,
  evidenceState TEXT NOT NULL CHECK (evidenceState IN ('verified', 'failed')),
  evidenceCheckedAt TEXT NOT NULL,
  evidenceFound TEXT,
  removedAt TEXT,
  removedReason TEXT,
  revision INTEGER NOT NULL,
  UNIQUE (caseId, number)
) STRICT;
CREATE INDEX exhibitsByBytes ON exhibits (sha256, caseId);

CREATE TABLE faces (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  exhibitId TEXT NOT NULL REFERENCES exhibits (id),
  position INTEGER NOT NULL,
  role TEXT CHECK (role IN ('Q', 'K')),
  -- A face keeps the number it once had in a role.
  numberQ INTEGER,
  numberK INTEGER,
  box TEXT NOT NULL,
  score REAL,
  points68 TEXT,
  automatic TEXT,
  corrected TEXT,
  quality TEXT,
  override TEXT,
  revision INTEGER NOT NULL,
  CHECK (automatic IS NOT NULL OR corrected IS NOT NULL)
) STRICT;
CREATE INDEX facesByExhibit ON faces (exhibitId, position);

CREATE TABLE comparisons (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  caseId TEXT NOT NULL REFERENCES cases (id),
  number INTEGER NOT NULL,
  faceA TEXT NOT NULL REFERENCES faces (id),
  faceB TEXT NOT NULL REFERENCES faces (id),
  stage TEXT NOT NULL CHECK (stage IN ('analysis', 'comparison', 'evaluation', 'verification')),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  -- Of the last run, for lists.
  cosine REAL,
  decision TEXT CHECK (decision IN ('match', 'non-match')),
  removedAt TEXT,
  removedReason TEXT,
  revision INTEGER NOT NULL,
  UNIQUE (caseId, number)
) STRICT;
CREATE INDEX comparisonsByFaceA ON comparisons (faceA, faceB);
CREATE INDEX comparisonsByFaceB ON comparisons (faceB);

CREATE TABLE runs (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  comparisonId TEXT NOT NULL REFERENCES comparisons (id),
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  cosine REAL NOT NULL,
  threshold REAL NOT NULL,
  thresholdKind TEXT NOT NULL CHECK (thresholdKind IN ('calibrated', 'user')),
  decision TEXT NOT NULL CHECK (decision IN ('match', 'non-match')),
  model TEXT NOT NULL,
  modelSha256 TEXT NOT NULL,
  automaticCosine REAL,
  enhanced TEXT,
  mapsSha256 TEXT NOT NULL,
  UNIQUE (comparisonId, number)
) STRICT;

-- Apart from the runs, because lists never need them and they are large.
CREATE TABLE runRecords (
  runRow INTEGER PRIMARY KEY REFERENCES runs (row),
  record TEXT NOT NULL
) STRICT;

CREATE TABLE annotations (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  comparisonId TEXT NOT NULL REFERENCES comparisons (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  author TEXT NOT NULL,
  changed TEXT NOT NULL,
  removedAt TEXT,
  UNIQUE (comparisonId, number)
) STRICT;

CREATE TABLE enhancements (
  comparisonId TEXT NOT NULL PRIMARY KEY REFERENCES comparisons (id),
  a TEXT NOT NULL,
  b TEXT NOT NULL
) STRICT;

CREATE TABLE checklistItems (
  row INTEGER PRIMARY KEY,
  comparisonId TEXT NOT NULL REFERENCES comparisons (id),
  component TEXT NOT NULL,
  finding TEXT,
  note TEXT NOT NULL,
  cause TEXT NOT NULL,
  author TEXT NOT NULL,
  changed TEXT NOT NULL,
  UNIQUE (comparisonId, component)
) STRICT;

CREATE TABLE conclusions (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  comparisonId TEXT NOT NULL REFERENCES comparisons (id),
  version INTEGER NOT NULL,
  level TEXT,
  same TEXT NOT NULL,
  different TEXT NOT NULL,
  rationale TEXT NOT NULL,
  scale TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (comparisonId, version)
) STRICT;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  place TEXT NOT NULL,
  action TEXT NOT NULL,
  caseId TEXT,
  object TEXT,
  details TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX auditByCase ON audit (caseId) WHERE caseId IS NOT NULL;
CREATE INDEX auditByObject ON audit (object) WHERE object IS NOT NULL;

${['audit', 'runs', 'runRecords', 'conclusions'].map(forGood).join('\n')}
`

function forGood(table: string): string {
  return ['UPDATE', 'DELETE']
    .map(deed => `CREATE TRIGGER ${table}No${deed} BEFORE ${deed} ON ${table} BEGIN SELECT RAISE(ABORT, '${table}: what was written stays as it is'); END;`)
    .join('\n')
}
