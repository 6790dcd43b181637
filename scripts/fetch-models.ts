console.log('fetch', process.version)
