/** What electron-builder is told. Everything the program needs at run time is inside: nothing is fetched later. */
import type { Configuration } from 'electron-builder'
import { unusedPackages } from './modules.ts'

/** Native packages are loaded by the system's loader, which can't look into an archive. */
const NATIVE = ['onnxruntime-node', 'better-sqlite3', 'sharp', '@img', '@napi-rs', '@myriaddreamin']

/**
 * @param root the checkout, built
 * @param electronDist a fetched Electron runtime, unpacked, for the system that packages
 */
export const packageConfig = (root: string, electronDist?: string): Configuration => ({
  appId: 'org.vidimus.workstation',
  productName: 'Vidimus',
  executableName: 'vidimus',
  copyright: 'The Vidimus authors, MIT licence',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  ...(electronDist === undefined ? {} : { electronDist }),
  // No address of ours exists; installers for Debian want both fields.
  extraMetadata: { author: { name: 'The Vidimus authors', email: 'authors@vidimus.invalid' }, homepage: 'https://vidimus.invalid' },
  files: [
    'out/**',
    'package.json',
    'LICENSE',
    'NOTICE',
    '!**/*.{map,md,ts,mts,cts,tsbuildinfo,h}',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/onnxruntime-node/script/**',
    '!node_modules/@fontsource/inter/{*.css,*.scss,**/*.woff,files/*-italic.woff2}',
    // Reports are set in regular and bold, East Asian names in regular (src/main/reports/document/fonts.ts).
    '!node_modules/@embedpdf/*/fonts/*-{Black,BlackItalic,BoldItalic,DemiLight,ExtraBold,ExtraBoldItalic,ExtraLight,ExtraLightItalic,Italic,Light,LightItalic,Medium,MediumItalic,SemiBold,SemiBoldItalic,Thin,ThinItalic}.*',
    '!node_modules/@embedpdf/fonts-{sc,kr}/fonts/*-Bold.otf',
    // Native files for other systems come in the same packages.
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
    '!node_modules/onnxruntime-node/bin/*/!(${platform})/**',
    '!node_modules/onnxruntime-node/bin/*/${platform}/!(${arch})/**',
    ...unusedPackages(root).map(name => `!node_modules/${name}/**`)
  ],
  extraResources: [{ from: 'resources/models', to: 'models', filter: ['*.json', '*.onnx'] }, { from: 'resources/report', to: 'report', filter: ['*.typ'] }],
  asar: true,
  asarUnpack: NATIVE.map(name => `node_modules/${name}/**`),
  // All native packages bring Node-API binaries: the same file serves Node and Electron.
  npmRebuild: false,
  publish: null,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false
  },
  fileAssociations: [{ ext: 'vidimus', name: 'Vidimus case package', description: 'A case of Vidimus', role: 'Viewer', mimeType: 'application/vnd.vidimus.case' }],
  linux: { target: ['AppImage', 'deb'], category: 'Science', synopsis: 'A workstation for forensic face examiners' },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
  mac: { target: ['dmg'], category: 'public.app-category.productivity' }
})
