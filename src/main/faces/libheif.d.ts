// The package has no types for this file; heic.ts names the functions it uses.
declare module 'libheif-js/libheif-wasm/libheif-bundle.js'
