import type picomatch = require('picomatch');
import type * as toml from 'smol-toml';

export declare function loadPicomatch(): typeof picomatch;
export declare function loadToml(): typeof toml;
