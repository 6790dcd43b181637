/**
 * Full text over cases, exhibits and notes. Each index reads its text from the table beside it (FTS5 external content) and
 * is kept by triggers. `notes` gathers what is written about a comparison: annotations, checklist, conclusions.
 */
const tokens = `tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5 6'`

interface Indexed {
  index: string
  table: string
  columns: readonly string[]
}

const indexed: readonly Indexed[] = [
  { index: 'caseText', table: 'cases', columns: ['number', 'title', 'purpose', 'notes', 'tags', 'examiner'] },
  { index: 'exhibitText', table: 'exhibits', columns: ['name', 'notes', 'source', 'receivedFrom'] },
  { index: 'noteText', table: 'notes', columns: ['text'] }
]

function indexOf({ index, table, columns }: Indexed): string {
  const list = columns.join(', ')
  const of = (row: string): string => columns.map(column => `${row}.${column}`).join(', ')
  const drop = `INSERT INTO ${index} (${index}, rowid, ${list}) VALUES ('delete', old.row, ${of('old')});`
  const add = `INSERT INTO ${index} (rowid, ${list}) VALUES (new.row, ${of('new')});`
  return `
CREATE VIRTUAL TABLE ${index} USING fts5 (${list}, content = '${table}', content_rowid = 'row', ${tokens});
CREATE TRIGGER ${index}Added AFTER INSERT ON ${table} BEGIN ${add} END;
CREATE TRIGGER ${index}Dropped AFTER DELETE ON ${table} BEGIN ${drop} END;
CREATE TRIGGER ${index}Changed AFTER UPDATE OF ${list} ON ${table} BEGIN ${drop} ${add} END;
INSERT INTO ${index} (${index}) VALUES ('rebuild');`
}

/** Keeps the note of one row: `owner` says which table, `ownerRow` which row. */
interface Noted {
  owner: string
  table: string
  text: (row: string) => string
  /** Where the row counts. */
  live: (row: string) => string
}

const noted: readonly Noted[] = [
  { owner: 'annotation', table: 'annotations', text: row => `${row}.text`, live: row => `${row}.removedAt IS NULL AND ${row}.text <> ''` },
  { owner: 'checklist', table: 'checklistItems', text: row => `trim(${row}.note || ' ' || ${row}.cause)`, live: row => `${row}.note || ${row}.cause <> ''` },
  { owner: 'conclusion', table: 'conclusions', text: row => `trim(coalesce(${row}.level, '') || ' ' || ${row}.same || ' ' || ${row}.different || ' ' || ${row}.rationale)`, live: () => 'TRUE' }
]

function notesOf({ owner, table, text, live }: Noted): string {
  const drop = `DELETE FROM notes WHERE owner = '${owner}' AND ownerRow = old.row;`
  const add = (row: string, from: string): string => `INSERT INTO notes (owner, ownerRow, comparisonId, text) SELECT '${owner}', ${row}.row, ${row}.comparisonId, ${text(row)} ${from} WHERE ${live(row)};`
  return `
CREATE TRIGGER ${owner}Noted AFTER INSERT ON ${table} BEGIN ${add('new', '')} END;
CREATE TRIGGER ${owner}Unnoted AFTER DELETE ON ${table} BEGIN ${drop} END;
CREATE TRIGGER ${owner}Renoted AFTER UPDATE ON ${table} BEGIN ${drop} ${add('new', '')} END;
${add(table, `FROM ${table}`)}`
}

export const sql = `
CREATE TABLE notes (
  row INTEGER PRIMARY KEY,
  owner TEXT NOT NULL,
  ownerRow INTEGER NOT NULL,
  comparisonId TEXT NOT NULL REFERENCES comparisons (id),
  text TEXT NOT NULL,
  UNIQUE (owner, ownerRow)
) STRICT;
${noted.map(notesOf).join('\n')}
${indexed.map(indexOf).join('\n')}
`
