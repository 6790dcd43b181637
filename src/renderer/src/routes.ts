/** Every address in the window, behind the `#`: one place that knows how they are written. */
export const paths = {
  library: '/library',
  cases: '/cases',
  /** With the facts of one exhibit where there is an id. */
  case: '/case/:case/:tab?/:exhibit?',
  exhibit: '/case/:case/exhibit/:exhibit/:face?',
  comparison: '/case/:case/comparison/:comparison',
  /** A new report, of one comparison where there is an id. */
  newReport: '/case/:case/report/:comparison?',
  audit: '/audit',
  models: '/models',
  settings: '/settings',
  settingsPart: '/settings/:part?',
  about: '/about'
} as const

export const CASE_TABS = ['exhibits', 'comparisons', 'reports', 'history'] as const
export type CaseTab = (typeof CASE_TABS)[number]

export const toCase = (id: string, tab: CaseTab = 'exhibits'): string => (tab === 'exhibits' ? `/case/${id}` : `/case/${id}/${tab}`)
/** The facts of one exhibit, beside the grid. */
export const toExhibitFacts = (caseId: string, exhibit: string): string => `/case/${caseId}/exhibits/${exhibit}`
/** The face editor, at one face of the exhibit where its id is given. */
export const toExhibit = (caseId: string, exhibit: string, face?: string): string => `/case/${caseId}/exhibit/${exhibit}${face === undefined ? '' : `/${face}`}`
export const toComparison = (caseId: string, comparison: string): string => `/case/${caseId}/comparison/${comparison}`

export const toNewReport = (caseId: string, comparison?: string): string => `/case/${caseId}/report${comparison === undefined ? '' : `/${comparison}`}`

export const SETTINGS_PARTS = ['general', 'key', 'texts'] as const
export type SettingsPart = (typeof SETTINGS_PARTS)[number]
export const toSettings = (part: SettingsPart): string => (part === 'general' ? paths.settings : `${paths.settings}/${part}`)

/** The id of the case that an address lies in. */
export const caseOf = (location: string): string | null => /^\/case\/([^/]+)/.exec(location)?.[1] ?? null

/** Whether a screen needs the window's whole width. */
export const isWide = (location: string): boolean => /^\/case\/[^/]+\/(comparison|exhibit)\//.test(location)
