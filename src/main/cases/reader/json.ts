/** What a column holds as JSON text. A SyntaxError means that the file is damaged, and is told so. */
export const parsed = <T>(text: string): T => JSON.parse(text) as T
export const parsedOrNull = <T>(text: string | null): T | null => (text === null ? null : parsed<T>(text))
