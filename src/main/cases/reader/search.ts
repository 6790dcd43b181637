import type { SearchHit } from '../../../shared/domain/case'
import type { Database } from '../database'
import { matchExpression } from '../matchExpression'

const snippetOf = (index: string): string => `snippet(${index}, -1, char(2), char(3), '\u2026', 16) AS snippet`

/** The newest first: a word that stands everywhere must not make the search look at everything. */
const SEARCHES = [
  `SELECT 'case' AS kind, c.id AS "case", c.number AS caseNumber, c.id, c.number || CASE c.title WHEN '' THEN '' ELSE ' \u00b7 ' || c.title END AS title, ${snippetOf('caseText')}
   FROM caseText JOIN cases c ON c.row = caseText.rowid WHERE caseText MATCH ? ORDER BY caseText.rowid DESC LIMIT ?`,
  `SELECT 'exhibit' AS kind, c.id AS "case", c.number AS caseNumber, e.id, 'E-' || e.number || ' \u00b7 ' || e.name AS title, ${snippetOf('exhibitText')}
   FROM exhibitText JOIN exhibits e ON e.row = exhibitText.rowid JOIN cases c ON c.id = e.caseId WHERE exhibitText MATCH ? AND e.removedAt IS NULL ORDER BY exhibitText.rowid DESC LIMIT ?`,
  `SELECT 'note' AS kind, c.id AS "case", c.number AS caseNumber, p.id, 'C-' || p.number || ' \u00b7 ' || n.owner AS title, ${snippetOf('noteText')}
   FROM noteText JOIN notes n ON n.row = noteText.rowid JOIN comparisons p ON p.id = n.comparisonId JOIN cases c ON c.id = p.caseId
   WHERE noteText MATCH ? AND p.removedAt IS NULL ORDER BY noteText.rowid DESC LIMIT ?`
] as const

const EXACT = `SELECT 'case' AS kind, id AS "case", number AS caseNumber, id, number || CASE title WHEN '' THEN '' ELSE ' \u00b7 ' || title END AS title, char(2) || number || char(3) AS snippet
  FROM cases WHERE number = ?`

export const searchReads = (db: Database) => ({
  /** Cases, exhibits and notes with all the words; the case of exactly this number first, then the newest of each kind. */
  search(text: string, limit: number): SearchHit[] {
    const match = matchExpression(text)
    if (match === null) return []
    const exact = db.all<SearchHit>(EXACT, text.trim())
    const [cases = [], exhibits = [], notes = []] = SEARCHES.map(sql => db.all<SearchHit>(sql, match, limit))
    const others = cases.filter(({ id }) => id !== exact[0]?.id)
    return shared([[...exact, ...others], exhibits, notes], limit)
  }
})

/** Half the places for the first list, a quarter for each of the others; what one leaves empty the others take. */
function shared(lists: readonly SearchHit[][], limit: number): SearchHit[] {
  const places = [Math.ceil(limit / 2), Math.ceil(limit / 4), Math.ceil(limit / 4)]
  const taken = lists.map((list, i) => Math.min(list.length, places[i] ?? 0))
  let left = limit - taken.reduce((sum, count) => sum + count, 0)
  return lists.flatMap((list, i) => {
    const more = Math.max(0, Math.min(left, list.length - taken[i]!))
    left -= more
    return list.slice(0, taken[i]! + more)
  }).slice(0, limit)
}
