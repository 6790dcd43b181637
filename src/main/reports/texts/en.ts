/** The report's own words in English. Names in braces are filled in. */
export const en = {
  'title': 'Report on facial image comparison'
}
