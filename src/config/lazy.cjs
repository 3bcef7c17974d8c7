// CommonJS, so that these libraries are loaded when they are first asked for, without a promise, both from the source
// and from the bundle: what a run does not need costs it nothing.
exports.loadPicomatch = () => require('picomatch');
exports.loadToml = () => require('smol-toml');
