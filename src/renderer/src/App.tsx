import { lazy, type ComponentType, type ReactNode } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { useCall } from './client'
import { CaseHold } from './data/hold'
import { CaseUseProvider } from './features/case/use/CaseUse'
import { ImportDialog } from './features/case/import/ImportDialog'
import { ImportProvider } from './features/case/import/Importer'
import { PhotoDrop } from './features/case/import/PhotoDrop'
import { LibraryScreen } from './features/library/LibraryScreen'
import { paths } from './routes'
import type { Connection } from './transport'
import { Shell } from './ui/shell/Shell'

/** Screens are loaded when they are first shown. */
const screen = <P,>(load: () => Promise<ComponentType<P>>) => lazy(async () => ({ default: await load() }))

const CasesScreen = screen(() => import('./features/cases/CasesScreen').then(module => module.CasesScreen))
const CaseScreen = screen(() => import('./features/case/CaseScreen').then(module => module.CaseScreen))
const CompareScreen = screen(() => import('./features/compare/CompareScreen').then(module => module.CompareScreen))
const NewReportScreen = screen(() => import('./features/report/make/NewReportScreen').then(module => module.NewReportScreen))
const FaceScreen = screen(() => import('./features/faces/FaceScreen').then(module => module.FaceScreen))
const AuditScreen = screen(() => import('./features/audit/AuditScreen').then(module => module.AuditScreen))
const ModelsScreen = screen(() => import('./features/models/ModelsScreen').then(module => module.ModelsScreen))
const SettingsScreen = screen(() => import('./features/settings/SettingsScreen').then(module => module.SettingsScreen))
const AboutScreen = screen(() => import('./features/about/AboutScreen').then(module => module.AboutScreen))

/** The window. */
export function App({ connection }: { connection: Connection }) {
  return (
    <ImportProvider>
      <Shell connection={connection}>
        <Switch>
          <Route path={paths.models} component={ModelsScreen} />
          <Route<{ part?: string }> path={paths.settingsPart}>{({ part }) => <SettingsScreen part={part} />}</Route>
          <Route path={paths.about} component={AboutScreen} />
          <Route path={paths.library} component={LibraryScreen} />
          <Route>
            <InLibrary>
              <CaseUseProvider>
                <LibraryPlaces />
              </CaseUseProvider>
            </InLibrary>
          </Route>
        </Switch>
      </Shell>
      <ImportDialog />
    </ImportProvider>
  )
}

/** What needs an open library: without one it is chosen here, and the address stays. */
function InLibrary({ children }: { children: ReactNode }) {
  const { data, error } = useCall('library.status', {})
  if (error === null && data === undefined) return null
  return data?.open ? children : <LibraryScreen />
}

function LibraryPlaces() {
  return (
    <Switch>
      <Route path={paths.cases} component={CasesScreen} />
      <Route path={paths.audit} component={AuditScreen} />
      <Route path={paths.exhibit}>{params => <CaseHold caseId={params.case}><FaceScreen key={params.exhibit} caseId={params.case} exhibit={params.exhibit} face={params.face} /></CaseHold>}</Route>
      <Route path={paths.comparison}>{params => <CaseHold caseId={params.case}><CompareScreen key={params.comparison} caseId={params.case} comparison={params.comparison} /></CaseHold>}</Route>
      <Route path={paths.newReport}>{params => <NewReportScreen key={params.comparison} caseId={params.case} comparison={params.comparison} />}</Route>
      <Route<{ case: string; tab?: string; exhibit?: string }> path={paths.case}>
        {({ case: caseId, tab, exhibit }) => (
          <CaseHold caseId={caseId}>
            <CaseScreen key={caseId} caseId={caseId} tab={tab} exhibit={exhibit} />
            <PhotoDrop caseId={caseId} />
          </CaseHold>
        )}
      </Route>
      <Route>
        <Redirect to={paths.cases} replace />
      </Route>
    </Switch>
  )
}
