import { lazy, type ComponentType } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { useCall } from './client'
import { paths } from './routes'
import type { Connection } from './transport'
import { Shell } from './ui/shell/Shell'

/** Screens are loaded when they are first shown. */
const screen = <P,>(load: () => Promise<ComponentType<P>>) => lazy(async () => ({ default: await load() }))

const LibraryScreen = screen(() => import('./features/library/LibraryScreen').then(module => module.LibraryScreen))
const CasesScreen = screen(() => import('./features/cases/CasesScreen').then(module => module.CasesScreen))
const CaseScreen = screen(() => import('./features/case/CaseScreen').then(module => module.CaseScreen))
const CompareScreen = screen(() => import('./features/compare/CompareScreen').then(module => module.CompareScreen))
const FaceScreen = screen(() => import('./features/faces/FaceScreen').then(module => module.FaceScreen))
const AuditScreen = screen(() => import('./features/audit/AuditScreen').then(module => module.AuditScreen))
const ModelsScreen = screen(() => import('./features/models/ModelsScreen').then(module => module.ModelsScreen))
const SettingsScreen = screen(() => import('./features/settings/SettingsScreen').then(module => module.SettingsScreen))
const AboutScreen = screen(() => import('./features/about/AboutScreen').then(module => module.AboutScreen))

/** The window. */
export function App({ connection }: { connection: Connection }) {
  return (
    <Shell connection={connection}>
      <Switch>
        <Route path={paths.library} component={LibraryScreen} />
        <Route path={paths.cases} component={CasesScreen} />
        <Route path={paths.exhibit}>{params => <FaceScreen key={params.exhibit} caseId={params.case} exhibit={params.exhibit} />}</Route>
        <Route path={paths.comparison}>{params => <CompareScreen key={params.comparison} caseId={params.case} comparison={params.comparison} />}</Route>
        <Route path="/case/:case/:tab?">{params => <CaseScreen key={params.case} caseId={params.case} tab={params.tab} />}</Route>
        <Route path={paths.audit} component={AuditScreen} />
        <Route path={paths.models} component={ModelsScreen} />
        <Route path={paths.settings} component={SettingsScreen} />
        <Route path={paths.about} component={AboutScreen} />
        <Route component={Start} />
      </Switch>
    </Shell>
  )
}

/** Where the window begins: with the cases of the library that is open, or with choosing one. */
function Start() {
  const { data, error } = useCall('library.status', {})
  if (error) return <Redirect to={paths.models} />
  return data ? <Redirect to={data.open ? paths.cases : paths.library} replace /> : null
}
