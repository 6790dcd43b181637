/**
 * The one-way layers: shared <- compiler <- runtime <- faces/explain <- services <- hosts.
 * The renderer and the preload see `shared` alone. Each rule's comment says what it protects.
 */
import type { IConfiguration } from 'dependency-cruiser'

const only = (...allowed: string[]): { pathNot: string[] } => ({ pathNot: allowed.map(path => `^${path}`) })
const npm = (name: string): string => `node_modules/${name}/`

export const importRules = {
  forbidden: [
    {
      name: 'shared-imports-zod-alone',
      comment: 'src/shared runs in every environment.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: only('src/shared/', npm('zod'))
    },
    {
      name: 'compiler-is-pure',
      comment: 'The compiler turns bytes into bytes: no files, no ONNX Runtime, no Node.',
      severity: 'error',
      from: { path: '^src/main/compiler/' },
      to: only('src/shared/', 'src/main/compiler/', npm('pbf'))
    },
    {
      name: 'onnxruntime-in-runtime-alone',
      comment: 'One place opens sessions, so that one place knows how they fail.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/runtime/' },
      to: { path: 'onnxruntime' }
    },
    {
      name: 'sqlite-in-cases-alone',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/cases/' },
      to: { path: 'better-sqlite3' }
    },
    {
      name: 'electron-in-its-host-alone',
      comment: 'The same services run on the loopback web host and the command line.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main/hosts/electron|preload)/' },
      to: { path: ['^electron$', npm('electron')] }
    },
    {
      name: 'layer-runtime',
      severity: 'error',
      from: { path: '^src/main/runtime/' },
      to: { path: '^src/main/', pathNot: '^src/main/(runtime|compiler)/' }
    },
    {
      name: 'layer-work',
      comment: 'Faces, explainers, evidence and the like never know who called them.',
      severity: 'error',
      from: { path: '^src/main/(faces|explain|evidence|cases|files|reports|batch|calibration|bench)/' },
      to: { path: '^src/main/(services|hosts)/' }
    },
    {
      name: 'layer-services',
      severity: 'error',
      from: { path: '^src/main/services/' },
      to: { path: '^src/main/hosts/' }
    },
    {
      name: 'hosts-stay-apart',
      comment: 'Hosts share the port, the pages and the engine process, not one another.',
      severity: 'error',
      from: { path: '^src/main/hosts/(electron|web|worker)/' },
      to: { path: '^src/main/hosts/(electron|web|cli)/', pathNot: '^src/main/hosts/$1/' }
    },
    {
      name: 'command-line-never-imports-electron-host',
      severity: 'error',
      from: { path: '^src/main/hosts/cli/' },
      to: { path: '^src/main/hosts/electron/' }
    },
    {
      name: 'window-never-loads-onnxruntime',
      comment: 'The process that owns the window must survive a native crash: the engine runs in a child.',
      severity: 'error',
      from: { path: '^src/main/hosts/(electron|web)/' },
      to: { path: '(^src/main/runtime/session|onnxruntime)', reachable: true }
    },
    {
      name: 'renderer-sees-shared-alone',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: ['^src/(main|preload)/', '^test/', '^scripts/'] }
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'preload-sees-shared-alone',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: only('src/(preload|shared)/', 'electron$', npm('electron'))
    },
    {
      name: 'main-never-imports-the-window',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: ['^src/(renderer|preload)/'] }
    },
    {
      name: 'product-never-imports-tests-or-scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts)/' }
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main/hosts/electron|preload)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] }
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css']
    }
  }
} satisfies IConfiguration
