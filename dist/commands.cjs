var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  fixSources: () => fixSources,
  installation: () => installation,
  rename: () => rename,
  review: () => review,
  undoLastFix: () => undoLastFix
});
module.exports = __toCommonJS(stdin_exports);
var import_shared = require("./shared.cjs");
var import_node_path = require("node:path");
var import_node_path2 = require("node:path");
var import_node_fs = require("node:fs");
var import_node_path3 = require("node:path");
var import_node_crypto = require("node:crypto");
var import_node_fs2 = require("node:fs");
var path = __toESM(require("node:path"));
var import_node_fs3 = require("node:fs");
var import_node_path4 = require("node:path");
var import_node_path5 = require("node:path");
var import_node_path6 = require("node:path");
var import_node_fs4 = require("node:fs");
var import_node_path7 = require("node:path");
var import_node_path8 = require("node:path");
var import_node_fs5 = require("node:fs");
var import_node_path9 = require("node:path");
var import_node_path10 = require("node:path");
var import_node_fs6 = require("node:fs");
var import_node_path11 = require("node:path");
function fixLines({ repairs, refusals }) {
  return [...repairs.map(repairLine), ...repairs.flatMap(testIdLines), ...refusals.map(refusalLine)].map((line) => `${line}
`).join("");
}
function repairLine(repair) {
  const place = `${(0, import_shared.displayed)(repair.path)}:${repair.line}`;
  if (repair.kind === "edit") return `${place}: ${repair.title}`;
  const { from, to, places: places3, files, left } = repair;
  const where = files > 1 ? ` in ${files} files` : "";
  const elsewhere = left.map(
    ({ path: path2, line }) => path2 === repair.path ? `line ${line}` : `${(0, import_shared.displayed)(path2)}:${line}`
  );
  const mentions = left.length > 0 ? `; \`${from}\` is still mentioned at ${elsewhere.join(", ")}` : "";
  return `${place}: ${from} -> ${to}, ${(0, import_shared.count)(places3, "place")}${where}${mentions}`;
}
function testIdLines(repair) {
  if (repair.kind === "edit") return [];
  return repair.testIds.map(({ before, after }) => `test id: ${before} -> ${after}`);
}
function refusalLine({ path: path2, line, what, reason }) {
  return `refused: ${(0, import_shared.displayed)(path2)}:${line}: ${what}: ${reason}`;
}
function locationOf(topLevel, pathBytes, paths = path) {
  return Buffer.concat([Buffer.from(folderPrefix(topLevel, paths)), pathBytes]);
}
function pathBelow(topLevel, location, paths = path) {
  return location.subarray(Buffer.byteLength(folderPrefix(topLevel, paths)));
}
function folderPrefix(topLevel, { sep: sep2 }) {
  return topLevel.endsWith("/") || topLevel.endsWith(sep2) ? topLevel : `${topLevel}/`;
}
function besideOf(location, name, paths = path) {
  const folder = location.subarray(0, location.length - paths.basename(location.toString("latin1")).length);
  return Buffer.concat([folder, Buffer.from(name)]);
}
function foldersBetween(topLevel, location, paths = path) {
  const least = Buffer.byteLength(topLevel);
  const folders = [];
  let folder = paths.dirname(location.toString("latin1"));
  for (; folder.length > least; folder = paths.dirname(folder)) folders.push(Buffer.from(folder, "latin1"));
  return folders;
}
function findFile(topLevel, location) {
  const seen = statusOf(location);
  if (seen === void 0) return { kind: "absent" };
  if (seen.isSymbolicLink()) return { kind: "link" };
  if (topLevel !== void 0 && hasLinkOnTheWay(topLevel, location)) return { kind: "link" };
  if (!seen.isFile()) return { kind: "absent" };
  return { kind: "regular", file: { location, seen, bytes: (0, import_node_fs2.readFileSync)(location) } };
}
function statusOf(location) {
  try {
    return (0, import_node_fs2.lstatSync)(location, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") return void 0;
    throw error;
  }
}
function hasLinkOnTheWay(topLevel, location) {
  return foldersBetween(topLevel, location).some((folder) => (0, import_node_fs2.lstatSync)(folder).isSymbolicLink());
}
function temporaryFor({ file: { location, seen } }) {
  if (seen.nlink > 1n) return void 0;
  return besideOf(location, `.proctor-${(0, import_node_crypto.randomBytes)(8).toString("hex")}`);
}
function prepare(replacement, temporary) {
  if (temporary === void 0) return { ...replacement, temporary };
  try {
    writeBeside(replacement, temporary);
    return { ...replacement, temporary };
  } catch (error) {
    remove(temporary);
    if (codeOf(error) !== "EPERM" && codeOf(error) !== "EACCES") throw error;
    return { ...replacement, temporary: void 0 };
  }
}
function writeBeside({ file: { seen }, content }, temporary) {
  const descriptor = (0, import_node_fs2.openSync)(temporary, "wx", 384);
  try {
    writeAll(descriptor, content);
    const own2 = (0, import_node_fs2.lstatSync)(temporary, { bigint: true });
    if (own2.uid !== seen.uid || own2.gid !== seen.gid) {
      (0, import_node_fs2.fchownSync)(descriptor, Number(seen.uid), Number(seen.gid));
    }
    const mode = seen.mode & PERMISSIONS;
    if ((own2.mode & PERMISSIONS) !== mode) (0, import_node_fs2.fchmodSync)(descriptor, Number(mode));
    (0, import_node_fs2.fsyncSync)(descriptor);
  } finally {
    (0, import_node_fs2.closeSync)(descriptor);
  }
}
var PERMISSIONS = 0o7777n;
function replace({ file, content, temporary }) {
  const { location, seen, bytes } = file;
  try {
    const now = statusOf(location);
    if (now === void 0) return { reason: "was deleted while it was being fixed", fault: void 0 };
    const isSame6 = now.mtimeNs === seen.mtimeNs && now.size === seen.size && now.ino === seen.ino;
    if (!isSame6 || !(0, import_node_fs2.readFileSync)(location).equals(bytes)) {
      return { reason: `changed while it was being fixed${LEFT}`, fault: void 0 };
    }
    if (temporary === void 0) return overwrite(location, bytes, content);
    (0, import_node_fs2.renameSync)(temporary, location);
    return void 0;
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    return failure(error, LEFT);
  }
}
var LEFT = ", and was left as it is";
function failure(error, state) {
  const fault = `cannot be written (${codeOf(error)})`;
  return { reason: `${fault}${state}`, fault };
}
function overwrite(location, before, content) {
  const descriptor = (0, import_node_fs2.openSync)(location, "r+");
  try {
    put(descriptor, content);
    return void 0;
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    try {
      put(descriptor, before);
    } catch {
    }
    const now = (0, import_node_fs2.readFileSync)(location);
    if (now.equals(content)) return void 0;
    const state = now.equals(before) ? LEFT : ", and is half written; make room and run proctor undo";
    return failure(error, state);
  } finally {
    (0, import_node_fs2.closeSync)(descriptor);
  }
}
function put(descriptor, content) {
  writeAll(descriptor, content);
  (0, import_node_fs2.ftruncateSync)(descriptor, content.length);
  (0, import_node_fs2.fsyncSync)(descriptor);
}
function writeAll(descriptor, content) {
  for (let written = 0; written < content.length; ) {
    written += (0, import_node_fs2.writeSync)(descriptor, content, written, content.length - written, written);
  }
}
function isTorn(bytes, before, after) {
  const least = Math.min(before.length, after.length);
  const most = Math.max(before.length, after.length);
  if (bytes.length < least || bytes.length > most) return false;
  return bytes.every((byte, index) => byte === before[index] || byte === after[index]);
}
function remove(location) {
  (0, import_node_fs2.rmSync)(location, { force: true });
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
var journalDirectory = (gitDirectory) => (0, import_node_path3.join)(gitDirectory, "proctor");
var finished = (gitDirectory) => (0, import_node_path3.join)(journalDirectory(gitDirectory), "undo");
var unfinished = (gitDirectory) => (0, import_node_path3.join)(journalDirectory(gitDirectory), "undo.new");
function beginJournal(gitDirectory, journal) {
  const path2 = unfinished(gitDirectory);
  const beside = `${path2}.tmp`;
  (0, import_node_fs.mkdirSync)((0, import_node_path3.dirname)(path2), { recursive: true });
  (0, import_node_fs.writeFileSync)(beside, JSON.stringify(journal));
  (0, import_node_fs.renameSync)(beside, path2);
}
function finishJournal(gitDirectory) {
  (0, import_node_fs.renameSync)(unfinished(gitDirectory), finished(gitDirectory));
}
function dropUnfinishedJournal(gitDirectory) {
  (0, import_node_fs.rmSync)(unfinished(gitDirectory), { force: true });
}
function dropJournal(gitDirectory) {
  (0, import_node_fs.rmSync)(finished(gitDirectory), { force: true });
}
function lastJournal(gitDirectory) {
  return readJournal(finished(gitDirectory));
}
function unfinishedJournal(gitDirectory) {
  return readJournal(unfinished(gitDirectory));
}
function readJournal(path2) {
  let text;
  try {
    text = (0, import_node_fs.readFileSync)(path2, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return void 0;
    throw new import_shared.UserError(`${path2} cannot be read (${codeOf(error)})`, { cause: error });
  }
  const journal = parsed(text);
  if (typeof journal === "object" && journal !== null && "version" in journal && journal.version === 2) {
    return journal;
  }
  throw new import_shared.UserError(`${path2} is damaged or from another version of proctor; delete it`);
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
var PATIENCE = 6e4;
var PAUSE = 25;
function alone(directory, owner, run) {
  const lock = (0, import_node_path4.join)(directory, "lock");
  acquire(directory, lock, owner);
  try {
    for (const name of leftovers(directory, owner))
      (0, import_node_fs3.rmSync)((0, import_node_path4.join)(directory, name), { recursive: true, force: true });
    return run();
  } finally {
    (0, import_node_fs3.rmSync)(lock, { force: true });
  }
}
function leftovers(directory, { isRunning }) {
  return (0, import_node_fs3.readdirSync)(directory).filter((name) => {
    const [, waiting] = /^lock\.(\d+)$/.exec(name) ?? [];
    return waiting === void 0 ? !KEPT.has(name) : !isRunning(Number(waiting));
  });
}
var KEPT = /* @__PURE__ */ new Set(["lock", "undo", "undo.new"]);
function acquire(directory, lock, { processId, isRunning }) {
  const own2 = (0, import_node_path4.join)(directory, `lock.${processId}`);
  try {
    (0, import_node_fs3.mkdirSync)(directory, { recursive: true });
    (0, import_node_fs3.writeFileSync)(own2, String(processId));
    for (let waited = 0; !isTaken(own2, lock); waited += PAUSE) {
      const other = holderOf(lock);
      if (other !== void 0 && !isRunning(other)) (0, import_node_fs3.rmSync)(lock, { force: true });
      else if (waited < PATIENCE) pause(PAUSE);
      else {
        const holder = other === void 0 ? "another process" : `process ${other}`;
        throw new import_shared.UserError(`${holder} is still fixing files here; if it is not, delete ${lock}`);
      }
    }
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    throw new import_shared.UserError(`${directory} cannot be written (${codeOf(error)}); nothing was changed`, {
      cause: error
    });
  } finally {
    removeOwn(own2);
  }
}
function removeOwn(own2) {
  try {
    (0, import_node_fs3.rmSync)(own2, { force: true });
  } catch (error) {
    if (codeOf(error) !== "ENOTDIR") throw error;
  }
}
function isTaken(own2, lock) {
  return isMade(() => {
    try {
      (0, import_node_fs3.linkSync)(own2, lock);
    } catch (error) {
      if (!WITHOUT_LINKS.has(codeOf(error))) throw error;
      create(lock, (0, import_node_fs3.readFileSync)(own2));
    }
  });
}
var WITHOUT_LINKS = /* @__PURE__ */ new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EISDIR"
]);
function create(lock, content) {
  const descriptor = (0, import_node_fs3.openSync)(lock, "wx");
  try {
    (0, import_node_fs3.writeFileSync)(descriptor, content);
  } catch (error) {
    (0, import_node_fs3.rmSync)(lock, { force: true });
    throw error;
  } finally {
    (0, import_node_fs3.closeSync)(descriptor);
  }
}
function isMade(make) {
  try {
    make();
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}
function holderOf(lock) {
  try {
    const holder = (0, import_node_fs3.readFileSync)(lock, "utf8");
    return holder === "" ? void 0 : Number(holder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return void 0;
    throw error;
  }
}
function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
function indexEntries(place) {
  return (0, import_shared.splitAtNul)((0, import_shared.output)(place, ["ls-files", "--stage", "-v", "-z"])).map((entry) => {
    const tab = entry.indexOf("	");
    const [tag = "", mode = "", blob = "", stage = ""] = entry.toString("latin1", 0, tab).split(" ");
    const pathBytes = entry.subarray(tab + 1);
    return {
      path: (0, import_shared.pathText)(pathBytes),
      pathBytes,
      mode,
      blob,
      stage: Number(stage),
      isSkipWorktree: tag.toUpperCase() === "S",
      isAssumedUnchanged: tag !== tag.toUpperCase()
    };
  });
}
function indexPlaces({ place, gitDirectory }) {
  const isForCommit = /^next-index-\d+\.lock$/.test((0, import_node_path5.basename)(place.environment["GIT_INDEX_FILE"] ?? ""));
  return isForCommit ? [place, withIndex(place, (0, import_node_path5.join)(gitDirectory, "index.lock"))] : [place];
}
function withIndex(place, index) {
  return { ...place, environment: { ...place.environment, GIT_INDEX_FILE: index } };
}
function writeBlobs(place, directory, contents) {
  if (contents.length === 0) return [];
  try {
    (0, import_node_fs4.mkdirSync)(directory, { recursive: true });
    const paths = contents.map((content, index) => {
      const path2 = (0, import_node_path7.join)(directory, String(index));
      (0, import_node_fs4.writeFileSync)(path2, content);
      return path2;
    });
    const words2 = ["hash-object", "-w", "--no-filters", "--stdin-paths"];
    const ids = (0, import_shared.output)(place, words2, Buffer.from(paths.map((path2) => `${quoted(path2)}
`).join("")));
    return ids.toString().trimEnd().split("\n");
  } finally {
    (0, import_node_fs4.rmSync)(directory, { recursive: true, force: true });
  }
}
function quoted(path2) {
  return `"${path2.replaceAll(/[\n"\\]/g, (character2) => character2 === "\n" ? "\\n" : `\\${character2}`)}"`;
}
function write(repository, { indexes, files }, takingBack) {
  const { gitDirectory, topLevel } = repository;
  const temporaries = files.map(temporaryFor);
  const ready = beforehand(
    () => {
      const ids = storedEntries(repository, indexes);
      const paths = takingBack?.paths ?? replacedPaths(repository.place, ids, files);
      const names3 = temporaries.flatMap(
        (temporary) => temporary === void 0 ? [] : asLatin1(pathBelow(topLevel, temporary))
      );
      beginJournal(gitDirectory, { version: 2, paths, temporaries: names3 });
      const prepared = files.map((file, index) => prepare(file, temporaries[index]));
      for (const index of indexes) assertUnchanged(index);
      const [first] = indexes;
      if (first !== void 0) updateIndex(first, ids);
      return { ids, prepared };
    },
    () => {
      removeAll(temporaries);
      if (takingBack === void 0) dropUnfinishedJournal(gitDirectory);
    }
  );
  const afterwards = indexes.slice(1).flatMap((index) => failureOfIndex(index, ready.ids));
  const { unwritten: left, fault } = replaced(files, ready.prepared);
  const unwritten = [...afterwards, ...left];
  if (fault !== void 0) return { unwritten, fault };
  const end = takingBack === void 0 ? finishJournal : dropUnfinishedJournal;
  return { unwritten: [...unwritten, ...failureOfJournal(gitDirectory, end)], fault };
}
function writeLooseFiles(files) {
  const temporaries = files.map(temporaryFor);
  const prepared = beforehand(
    () => files.map((file, index) => prepare(file, temporaries[index])),
    () => removeAll(temporaries)
  );
  return replaced(files, prepared).unwritten;
}
function beforehand(work, cleanUp) {
  try {
    return work();
  } catch (error) {
    cleanUp();
    if (error instanceof import_shared.UserError)
      throw new import_shared.UserError(`${error.message}; nothing was changed`, { cause: error });
    const code2 = codeOf(error);
    if (code2 === void 0) throw error;
    const path2 = error instanceof Error && "path" in error ? String(error.path) : "the new text";
    throw new import_shared.UserError(`${path2} cannot be written (${code2}); nothing was changed`, { cause: error });
  }
}
function removeAll(temporaries) {
  for (const temporary of temporaries) if (temporary !== void 0) remove(temporary);
}
function storedEntries({ place, gitDirectory }, indexes) {
  const entries = indexes.flatMap((index) => index.entries);
  const blobs = writeBlobs(
    place,
    (0, import_node_path6.join)(journalDirectory(gitDirectory), "contents"),
    entries.map(({ content }) => content)
  );
  return new Map(entries.map((entry, index) => [entry, blobs[index] ?? ""]));
}
function replacedPaths(place, ids, files) {
  const contentOf = (0, import_shared.readBlobs)(
    place,
    Array.from(ids, ([{ entry }]) => entry.blob)
  );
  const paths = /* @__PURE__ */ new Map();
  const pathOf = (bytes) => {
    const key = asLatin1(bytes);
    const known18 = paths.get(key) ?? { entries: [] };
    paths.set(key, known18);
    return known18;
  };
  for (const [{ entry }, after] of ids) {
    const content = asLatin1(contentOf(entry.blob, entry.path));
    pathOf(entry.pathBytes).entries.push({ before: entry.blob, after, content });
  }
  for (const { pathBytes, file, content } of files) {
    if (pathBytes !== void 0)
      pathOf(pathBytes).file = { before: asLatin1(file.bytes), after: asLatin1(content) };
  }
  return Array.from(paths, ([path2, replaced2]) => ({ path: path2, ...replaced2 }));
}
var asLatin1 = (bytes) => Buffer.from(bytes).toString("latin1");
function assertUnchanged({ place, entries }) {
  const now = new Map(indexEntries(place).map((entry) => [entry.path, entry]));
  for (const { entry } of entries) {
    const { blob, mode, stage } = now.get(entry.path) ?? {};
    if (blob !== entry.blob || mode !== entry.mode || stage !== entry.stage) {
      throw new import_shared.UserError(`${entry.path} changed in the index while it was being fixed`);
    }
  }
}
function updateIndex({ place, entries }, ids) {
  if (entries.length === 0) return;
  const lines = entries.map((rewrite) => {
    const { mode, pathBytes } = rewrite.entry;
    return Buffer.concat([Buffer.from(`${mode} ${ids.get(rewrite)} 0	`), pathBytes, NUL]);
  });
  try {
    (0, import_shared.output)(place, [...UPDATE_INDEX, "-z", "--index-info"], Buffer.concat(lines));
  } catch (error) {
    if (!(error instanceof import_shared.UserError) || !isUpdated({ place, entries }, ids)) throw error;
  }
  keepBits(
    place,
    "--skip-worktree",
    entries.filter(({ entry }) => entry.isSkipWorktree)
  );
  keepBits(
    place,
    "--assume-unchanged",
    entries.filter(({ entry }) => entry.isAssumedUnchanged)
  );
}
var UPDATE_INDEX = ["-c", "index.sparse=false", "update-index"];
var NUL = Buffer.from([0]);
function isUpdated({ place, entries }, ids) {
  const now = new Map(indexEntries(place).map(({ path: path2, blob }) => [path2, blob]));
  return entries.every((rewrite) => now.get(rewrite.entry.path) === ids.get(rewrite));
}
function keepBits(place, bit, entries) {
  if (entries.length === 0) return;
  const paths = entries.map(({ entry }) => Buffer.concat([entry.pathBytes, NUL]));
  (0, import_shared.attempt)(place, [...UPDATE_INDEX, bit, "-z", "--stdin"], Buffer.concat(paths));
}
function failureOfIndex(index, ids) {
  try {
    updateIndex(index, ids);
    return [];
  } catch (error) {
    if (!(error instanceof import_shared.UserError)) throw error;
    return index.entries.map(({ entry }) => ({
      path: entry.path,
      reason: `fixed in this commit, but not in the index after it (${error.message}); run git add`
    }));
  }
}
function replaced(files, prepared) {
  const unwritten = [];
  let fault;
  for (const [index, replacement] of prepared.entries()) {
    const unreplaced = replace(replacement);
    if (unreplaced === void 0) continue;
    if (replacement.temporary !== void 0) remove(replacement.temporary);
    const path2 = files[index]?.path ?? "";
    unwritten.push({ path: path2, reason: unreplaced.reason });
    if (unreplaced.fault !== void 0) fault ??= `${path2} ${unreplaced.fault}`;
  }
  return { unwritten, fault };
}
function failureOfJournal(gitDirectory, end) {
  try {
    end(gitDirectory);
    return [];
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    return [
      {
        path: journalDirectory(gitDirectory),
        reason: `cannot be written (${codeOf(error)}); the next run may take this back`
      }
    ];
  }
}
function writeOrTakeBack(repository, rewrite) {
  const { unwritten, fault } = write(repository, rewrite);
  if (fault === void 0) return unwritten;
  let settled;
  try {
    settled = settle(repository);
  } catch (error) {
    if (!(error instanceof import_shared.UserError)) throw error;
    const reason = `${error.message}; what was written will be taken back by the next run of proctor`;
    return [...unwritten, { path: journalDirectory(repository.gitDirectory), reason }];
  }
  if (settled !== void 0 && settled.unwritten.length > 0) return settled.unwritten;
  throw new import_shared.UserError(`${fault}; nothing was changed`);
}
function undo(repository) {
  const { gitDirectory } = repository;
  const journal = lastJournal(gitDirectory);
  if (journal === void 0) return void 0;
  const undone = takenBack(repository, journal, standingsOf(repository, journal));
  if (undone.unwritten.length === 0) dropJournal(gitDirectory);
  return undone;
}
function settle(repository) {
  const { gitDirectory, topLevel } = repository;
  const journal = unfinishedJournal(gitDirectory);
  if (journal === void 0) return void 0;
  for (const temporary of journal.temporaries) remove(locationOf(topLevel, Buffer.from(temporary, "latin1")));
  const standings = standingsOf(repository, journal);
  const states = standings.flatMap(({ index, file }) => [index, file?.state]);
  if (states.every((state) => state === void 0 || state === "written")) {
    finishJournal(gitDirectory);
    return void 0;
  }
  if (!states.includes("written") && !states.includes("torn")) {
    dropUnfinishedJournal(gitDirectory);
    return void 0;
  }
  const isUndoing = isSameFix(journal, lastJournal(gitDirectory));
  const undone = takenBack(repository, journal, standings);
  if (isUndoing && undone.unwritten.length === 0) dropJournal(gitDirectory);
  return undone;
}
function isSameFix({ paths }, other) {
  return JSON.stringify(paths) === JSON.stringify(other?.paths);
}
function standingsOf({ place, topLevel }, journal) {
  const index = new Map(
    indexEntries(place).map((entry) => [Buffer.from(entry.pathBytes).toString("latin1"), entry])
  );
  return journal.paths.map(({ path: latin1, entries, file: replaced2 }) => {
    const pathBytes = Buffer.from(latin1, "latin1");
    const path2 = (0, import_shared.pathText)(pathBytes);
    const found = findFile(topLevel, locationOf(topLevel, pathBytes));
    const file = found.kind === "regular" ? found.file : void 0;
    return {
      path: path2,
      pathBytes,
      index: entries.length === 0 ? void 0 : entryState(index.get(latin1), entries),
      file: replaced2 && fileStanding(file, bytesOf(replaced2.before), bytesOf(replaced2.after))
    };
  });
}
var bytesOf = (latin1) => Buffer.from(latin1, "latin1");
function fileStanding(file, before, after) {
  return { state: stateOf(file, before, after), file, before };
}
function entryState(entry, replaced2) {
  if (replaced2.some(({ after }) => after === entry?.blob)) return "written";
  return replaced2.some(({ before }) => before === entry?.blob) ? "as it was" : "changed since";
}
function stateOf(file, before, after) {
  if (file === void 0) return "changed since";
  const bytes = Buffer.from(file.bytes);
  if (bytes.equals(after)) return "written";
  if (bytes.equals(before)) return "as it was";
  return isTorn(bytes, before, after) ? "torn" : "changed since";
}
function takenBack(repository, journal, standings) {
  const indexes = indexPlaces(repository).map((place) => ({ place, entries: oldEntries(place, journal) }));
  const files = standings.flatMap(
    ({ path: path2, pathBytes, file }) => file?.file === void 0 || !isOurs(file.state) ? [] : { path: path2, pathBytes, file: file.file, content: file.before }
  );
  const { unwritten } = write(repository, { indexes, files }, journal);
  const left = new Set(unwritten.map(({ path: path2 }) => path2));
  const paths = standings.map(({ path: path2, index, file }) => ({
    path: path2,
    index: index && fateOf(index),
    file: file && (isOurs(file.state) && left.has(path2) ? "not restored" : fateOf(file.state))
  }));
  return { paths, unwritten };
}
function oldEntries(place, { paths }) {
  const replaced2 = new Map(paths.map(({ path: path2, entries }) => [path2, entries]));
  return indexEntries(place).flatMap((entry) => {
    const entries = replaced2.get(Buffer.from(entry.pathBytes).toString("latin1")) ?? [];
    const written = entries.find(({ after }) => after === entry.blob);
    return written === void 0 ? [] : { entry, content: bytesOf(written.content) };
  });
}
var isOurs = (state) => state === "written" || state === "torn";
function fateOf(state) {
  return state === "written" || state === "torn" ? "restored" : state;
}
function edited(text, edits) {
  let result = "";
  let at = 0;
  for (const { span, replacement } of edits) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}
function inverse(text, edits) {
  let moved = 0;
  return edits.map(({ span, replacement }) => {
    const start = span.start + moved;
    moved += replacement.length - (span.end - span.start);
    return {
      span: { start, end: start + replacement.length },
      replacement: text.slice(span.start, span.end)
    };
  });
}
function shiftOf(edits) {
  const ends = edits.map(({ span }) => span.end);
  let moved = 0;
  const shifts = [
    0,
    ...edits.map(({ span, replacement }) => moved += replacement.length - (span.end - span.start))
  ];
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low] ?? 0);
  };
}
function merged(...lists) {
  const all = lists.flat().toSorted((one, other) => one.span.start - other.span.start);
  const merged2 = [];
  for (const next2 of all) {
    const last = merged2.at(-1);
    if (last === void 0 || last.span.end <= next2.span.start) merged2.push(next2);
    else if (!isSame(last, next2)) return void 0;
  }
  return merged2;
}
var isSame = (one, other) => one.span.start === other.span.start && one.span.end === other.span.end && one.replacement === other.replacement;
function editedBytes(bytes, edits) {
  const decoded = (0, import_shared.decode)(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded;
  const codec = codecOf(encoding);
  if (codec === void 0)
    return { ok: false, reason: `${encoding} is not edited in place; save it as UTF-8` };
  const parts = [];
  let at = 0;
  let byte = bytes.length - codec.size(text);
  parts.push(bytes.subarray(0, byte));
  for (const { span, replacement } of edits) {
    const written = codec.encode(replacement);
    if (written === void 0) return { ok: false, reason: `${encoding} cannot hold ${replacement}` };
    const kept = codec.size(text.slice(at, span.start));
    parts.push(bytes.subarray(byte, byte + kept), written);
    byte += kept + codec.size(text.slice(span.start, span.end));
    at = span.end;
  }
  parts.push(bytes.subarray(byte));
  const result = joined(parts);
  const again = (0, import_shared.decode)(result);
  if (again.ok && again.text === edited(text, edits)) return { ok: true, bytes: result };
  return { ok: false, reason: `the edited bytes are no longer ${encoding}; report this` };
}
function codecOf(encoding) {
  const encoder = new TextEncoder();
  if (encoding === "utf-8") {
    return { size: (text) => encoder.encode(text).length, encode: (text) => encoder.encode(text) };
  }
  if (!/^(?:latin-1|ascii|windows-125\d|iso-8859-\d+|koi8-[ru])$/.test(encoding)) return void 0;
  return {
    size: (text) => text.length,
    encode: (text) => (0, import_shared.isAscii)(text) ? encoder.encode(text) : void 0
  };
}
function joined(parts) {
  const result = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
var raised;
function raiseDoubts(doubts2) {
  raised = doubts2;
}
function doubts() {
  if (raised === void 0) throw new Error("values are asked for before their doubts are set");
  return raised;
}
function isRead(tree, attribute2) {
  let target = attribute2;
  while ((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, target)) === import_shared.Kind.parenthesized_expression)
    target = (0, import_shared.parentOf)(tree, target);
  return (0, import_shared.fieldOf)(tree, target) !== import_shared.Field.left && !targets.has((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, target)));
}
var attributesNamed = ({ tree, nodesOf: nodesOf2 }, name) => nodesOf2(import_shared.Kind.attribute).filter((node) => (0, import_shared.isSpelt)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute), name));
var targets = /* @__PURE__ */ new Set([
  import_shared.Kind.pattern_list,
  import_shared.Kind.tuple_pattern,
  import_shared.Kind.list_pattern,
  import_shared.Kind.list_splat_pattern,
  import_shared.Kind.as_pattern_target
]);
function isIdentifier(text) {
  return IDENTIFIER.test(text);
}
var IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;
function* wordsIn(text) {
  const isPlain3 = (0, import_shared.isAscii)(text);
  const words2 = isPlain3 ? ASCII_WORD : WORD;
  for (const { 0: written, index } of text.matchAll(words2)) {
    const word = isPlain3 ? written : written.normalize("NFKC");
    yield word;
    if (text.charCodeAt(index - 1) === BACKSLASH) yield* wordsAfterEscape(word);
  }
}
var ASCII_WORD = /\w+/g;
var WORD = /[\p{XID_Continue}_]+/gu;
var BACKSLASH = 92;
function wordsAfterEscape(word) {
  const escape3 = /^(?:[0-7]{1,3}|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[a-z])/i.exec(word)?.[0] ?? "";
  return escape3.length < word.length ? [word.slice(escape3.length), word.slice(1)] : [];
}
function wordOffsetsIn(text, word) {
  const offsets = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isPartOfWord(text, at - 1) && !isPartOfWord(text, at + word.length)) offsets.push(at);
  }
  return offsets;
}
function standsAfterDot(text, identifier) {
  return new RegExp(`\\.(?:[\\s\\\\]|#[^\\n]*\\n)*${identifier}(?![\\p{XID_Continue}_])`, "u").test(
    text.normalize("NFKC")
  );
}
function isPartOfWord(text, at) {
  const code2 = text.codePointAt(at);
  return code2 !== void 0 && at >= 0 && PART.test(String.fromCodePoint(code2));
}
var PART = /[\p{XID_Continue}_]/u;
function wordIndexOf(paths, text) {
  const index = /* @__PURE__ */ new Map();
  for (const path2 of paths) {
    for (const source of [path2, text(path2) ?? ""]) {
      for (const word of wordsIn(source)) {
        const files = index.get(word);
        if (files === void 0) index.set(word, [path2]);
        else if (files.at(-1) !== path2) files.push(path2);
      }
    }
  }
  return index;
}
function literalsOf(module2) {
  return read(module2).literals;
}
function literalsWith(module2, word) {
  return read(module2).byWord.get(word.normalize("NFKC")) ?? [];
}
function literalAt(module2, node) {
  return read(module2).byNode.get(node);
}
function constantAt(module2, node) {
  const literal = literalAt(module2, node);
  return literal === void 0 || literal.isFormatted ? void 0 : literal.value;
}
function assignedConstant(module2, variable2) {
  const { tree } = module2;
  const [only, ...more] = variable2?.definitions ?? [];
  if (only === void 0 || more.length > 0) return void 0;
  const assignment = (0, import_shared.parentOf)(tree, only.node);
  const isAssigned2 = (0, import_shared.kindOf)(tree, assignment) === import_shared.Kind.assignment && (0, import_shared.childIn)(tree, assignment, import_shared.Field.left) === only.node;
  return isAssigned2 ? constantAt(module2, (0, import_shared.childIn)(tree, assignment, import_shared.Field.right)) : void 0;
}
function wordSpansIn({ value, offsets }, word) {
  return wordOffsetsIn(value, word).flatMap((at) => {
    const start = offsets[at] ?? 0;
    const end = offsets[at + word.length] ?? 0;
    return end - start === word.length ? [{ start, end }] : [];
  });
}
function literalStart(module2, { node }) {
  return (0, import_shared.startOf)(module2.tree, node);
}
var known = /* @__PURE__ */ new WeakMap();
function read(module2) {
  const present = known.get(module2);
  if (present !== void 0) return present;
  const { tree } = module2;
  const docstrings = new Set(module2.docstrings.map(({ span }) => span.start));
  const literals = [...module2.nodesOf(import_shared.Kind.string), ...module2.nodesOf(import_shared.Kind.concatenated_string)].filter((node) => (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) !== import_shared.Kind.concatenated_string).toSorted((one, other) => one - other).map((node) => literalOf(tree, node, docstrings.has((0, import_shared.startOf)(tree, node))));
  const byWord = /* @__PURE__ */ new Map();
  for (const literal of literals) {
    for (const word of new Set(wordsIn(literal.value))) {
      const found = byWord.get(word);
      if (found === void 0) byWord.set(word, [literal]);
      else found.push(literal);
    }
  }
  const made = { literals, byNode: new Map(literals.map((literal) => [literal.node, literal])), byWord };
  known.set(module2, made);
  return made;
}
function literalOf(tree, node, isDocstring) {
  const parts = (0, import_shared.kindOf)(tree, node) === import_shared.Kind.concatenated_string ? (0, import_shared.namedChildrenOf)(tree, node) : [node];
  let value = "";
  const offsets = [];
  let isFormatted = false;
  for (const part of parts) {
    const children = (0, import_shared.childrenOf)(tree, part);
    const prefix = tree.text.slice((0, import_shared.startOf)(tree, part), (0, import_shared.endOf)(tree, children[0] ?? part)).toLowerCase();
    const isRaw = /^[a-z]*r/.test(prefix);
    for (const child of children) {
      const kind = (0, import_shared.kindOf)(tree, child);
      if (kind === import_shared.Kind.interpolation) {
        isFormatted = true;
        value += "\uFFFC";
        offsets.push((0, import_shared.startOf)(tree, child));
      } else if (kind === import_shared.Kind.string_content) {
        value += unescaped(tree.text, (0, import_shared.startOf)(tree, child), (0, import_shared.endOf)(tree, child), isRaw, offsets);
      }
    }
  }
  const closing = (0, import_shared.childrenOf)(tree, parts.at(-1) ?? node).at(-1) ?? node;
  offsets.push((0, import_shared.startOf)(tree, closing));
  return { node, value, offsets, isFormatted, isDocstring };
}
var ESCAPE = /\\(?:(\r\n|\r|\n)|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|N\{([^}]*)\}|([abfnrtv\\'"]))/y;
var SIMPLE = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
};
function unescaped(text, start, end, isRaw, offsets) {
  let value = "";
  const add = (written, at) => {
    value += written;
    for (let unit = 0; unit < written.length; unit++) offsets.push(at);
  };
  for (let at = start; at < end; ) {
    ESCAPE.lastIndex = at;
    const escape3 = isRaw || text[at] !== "\\" ? null : ESCAPE.exec(text);
    if (escape3 === null) {
      add(text[at] ?? "", at);
      at++;
      continue;
    }
    const [written, newline, octal, short, middle, long, named2, letter = ""] = escape3;
    const hexadecimal = short ?? middle ?? long;
    if (newline !== void 0) add("", at);
    else if (octal !== void 0) add(String.fromCodePoint(Number.parseInt(octal, 8)), at);
    else if (hexadecimal !== void 0) add(character(Number.parseInt(hexadecimal, 16)), at);
    else if (named2 !== void 0) add("\uFFFD", at);
    else add(SIMPLE[letter] ?? letter, at);
    at += written.length;
  }
  return value;
}
function character(code2) {
  return code2 > 1114111 ? "\uFFFD" : String.fromCodePoint(code2);
}
var known2 = /* @__PURE__ */ new WeakMap();
function computedLookupsOf(module2) {
  const present = known2.get(module2);
  if (present !== void 0) return present;
  const { tree } = module2;
  const lookups = [];
  for (const call of module2.nodesOf(import_shared.Kind.call)) lookups.push(...lookupsInCall(module2, call));
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute && /^__(?:dict|slots)__$/.test((0, import_shared.textOf)(tree, node)))
      lookups.push({ node, object: (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, node), import_shared.Field.object) });
  }
  for (const node of module2.nodesOf(import_shared.Kind.subscript)) {
    if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.value)) === "sys.modules" && !isBoundToName(module2, node))
      lookups.push({ node, object: node });
  }
  known2.set(module2, lookups);
  return lookups;
}
var listings = /* @__PURE__ */ new WeakMap();
function lookupsAndListingsOf(module2) {
  const present = listings.get(module2);
  if (present !== void 0) return present;
  const found = [...computedLookupsOf(module2), ...listingsIn(module2)];
  listings.set(module2, found);
  return found;
}
var LISTING = /^__(?:annotations|dir|getstate|reduce|reduce_ex|static_attributes)__$/;
function* listingsIn(module2) {
  const { tree } = module2;
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute || !LISTING.test((0, import_shared.textOf)(tree, node))) continue;
    const attribute2 = (0, import_shared.parentOf)(tree, node);
    const object = (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object);
    const call = (0, import_shared.parentOf)(tree, attribute2);
    const isOfClass2 = (0, import_shared.textOf)(tree, object) === "object" && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call;
    yield { node, object: (isOfClass2 ? (0, import_shared.argumentsOf)(tree, call)[0]?.value : void 0) ?? object };
  }
  for (const call of module2.nodesOf(import_shared.Kind.call)) {
    const given = (0, import_shared.argumentsOf)(tree, call);
    switch ((0, import_shared.calledNameOf)(tree, call)) {
      case "getattr":
        if (isListed(module2, given[1]?.value)) yield { node: call, object: given[0]?.value ?? import_shared.NO_NODE };
        break;
      case "attrgetter":
      case "methodcaller":
        if (isListed(module2, given[0]?.value)) yield { node: call, object: import_shared.NO_NODE };
    }
  }
}
function isListed(module2, name) {
  const asked2 = literalAt(module2, name ?? import_shared.NO_NODE)?.value ?? "";
  return LISTING.test(asked2) || /^__(?:dict|slots)__$/.test(asked2);
}
function lookupsInCall(module2, call) {
  const { tree } = module2;
  const given = (0, import_shared.argumentsOf)(tree, call);
  const [first, second] = given;
  switch ((0, import_shared.calledNameOf)(tree, call)) {
    case "getattr":
    case "setattr":
    case "hasattr":
    case "delattr":
    case "object": {
      if (first === void 0 || given.length < 2) return [];
      const isConstant2 = literalAt(module2, second?.value ?? import_shared.NO_NODE)?.isFormatted === false;
      const isPath = literalAt(module2, first.value) !== void 0;
      return isConstant2 || isPath ? [] : [{ node: call, object: first.value }];
    }
    case "__setattr__":
    case "__delattr__":
    case "__getattribute__": {
      const owner = (0, import_shared.childIn)(tree, (0, import_shared.childIn)(tree, call, import_shared.Field.function), import_shared.Field.object);
      const isOfClass2 = owner !== import_shared.NO_NODE && (0, import_shared.textOf)(tree, owner) === "object";
      const object = isOfClass2 ? first?.value : owner;
      const key = (isOfClass2 ? second : first)?.value ?? import_shared.NO_NODE;
      const isConstant2 = literalAt(module2, key)?.isFormatted === false;
      return isConstant2 || object === void 0 || object === import_shared.NO_NODE || key === import_shared.NO_NODE ? [] : [{ node: call, object }];
    }
    case "vars":
    case "dir":
    case "getmembers":
    case "getmembers_static":
      return first === void 0 ? [] : [{ node: call, object: first.value }];
    case "attrgetter":
    case "methodcaller": {
      const isConstant2 = given.every(
        ({ value }, index) => index > 0 || literalAt(module2, value)?.isFormatted === false
      );
      return isConstant2 ? [] : [{ node: call, object: import_shared.NO_NODE }];
    }
    default:
      return [];
  }
}
function isBoundToName({ tree }, node) {
  return (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.delete_statement) !== import_shared.NO_NODE;
}
function importOf(module2, { node }) {
  const { tree } = module2;
  const statement = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.import_statement, import_shared.Kind.import_from_statement);
  if (statement === import_shared.NO_NODE) return void 0;
  const parent = (0, import_shared.parentOf)(tree, node);
  const isAliased = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.aliased_import;
  const name = isAliased ? (0, import_shared.childIn)(tree, parent, import_shared.Field.name) : parent;
  const written = (0, import_shared.textOf)(tree, name).replace(/\s+/g, "");
  if ((0, import_shared.kindOf)(tree, statement) === import_shared.Kind.import_from_statement)
    return { module: moduleNameIn(module2, statement), member: written };
  return { module: isAliased ? written : written.split(".")[0] ?? "", member: void 0 };
}
function moduleNameIn({ tree }, statement) {
  const name = (0, import_shared.childIn)(tree, statement, import_shared.Field.module_name);
  return name === import_shared.NO_NODE ? "" : (0, import_shared.textOf)(tree, name).replace(/\s+/g, "");
}
function trusting(world) {
  const present = trustingOnes.get(world);
  if (present !== void 0) return present;
  const one = Object.create(world, { isTrusting: { value: true } });
  trustingOnes.set(world, one);
  return one;
}
var trustingOnes = /* @__PURE__ */ new WeakMap();
var known3 = /* @__PURE__ */ new WeakMap();
function worldOf(project) {
  const present = known3.get(project);
  if (present !== void 0) return present;
  const world = newWorld(project);
  known3.set(project, world);
  return world;
}
function newWorld(project) {
  let index;
  let unreadable2;
  const filesWith = (word) => {
    index ??= wordIndexOf(project.files, project.text);
    return index.get(word) ?? [];
  };
  return {
    project,
    modulesWith: (word) => filesWith(word).filter(isPython).flatMap((path2) => project.module(path2) ?? []),
    pathsNaming: filesWith,
    pathsWith: (word) => filesWith(word).filter(isPython),
    mentionsOf: (word) => filesWith(word).flatMap((path2) => isPython(path2) ? [] : mentionsIn(project, path2, word)),
    get unreadable() {
      return unreadable2 ??= project.files.filter((path2) => project.text(path2) === void 0);
    }
  };
}
function modulesWithAttribute(world, name) {
  return world.pathsWith(name).filter((path2) => standsAfterDot(world.project.text(path2) ?? "", name)).flatMap((path2) => world.project.module(path2) ?? []);
}
var isPython = (path2) => path2.endsWith(".py");
function mentionsIn(project, path2, word) {
  const text = project.text(path2)?.normalize("NFKC") ?? "";
  const offsets = wordOffsetsIn(text, word);
  if (offsets.length === 0) return [{ path: path2, line: 1 }];
  return offsets.filter((offset) => !isOwnSetting(path2, text.slice(0, offset))).map((offset) => ({ path: path2, line: text.slice(0, offset).split(/\r\n|\r|\n/).length }));
}
function isOwnSetting(path2, before) {
  const [name] = path2.split("/").slice(-1);
  if (name === "proctor.toml") return true;
  return name === "pyproject.toml" && OWN_TABLE.test(before.match(TABLES)?.at(-1) ?? "");
}
var TABLES = /^[ \t]*\[.*$/gm;
var OWN_TABLE = /^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*["']?proctor\b/;
var known4 = /* @__PURE__ */ new WeakMap();
function treeOf(project) {
  const present = known4.get(project);
  if (present !== void 0) return present;
  const files = new Set(project.files.filter(isPython));
  const folders = /* @__PURE__ */ new Set([""]);
  const byLastPart = /* @__PURE__ */ new Map();
  for (const path2 of files) {
    for (let folder = folderOf(path2); folder !== ""; folder = folderOf(folder)) folders.add(folder);
    const last = lastPartOf({ path: path2 });
    byLastPart.set(last, [...byLastPart.get(last) ?? [], path2]);
  }
  const roots = [...folders].filter((folder) => folder === "" || !files.has(join6(folder, "__init__.py")));
  const made = { files, folders, roots, byLastPart };
  known4.set(project, made);
  return made;
}
function linkOf(project, from, name) {
  const tree = treeOf(project);
  const [, dots = "", dotted = ""] = /^(\.*)(.*)$/s.exec(name) ?? [];
  const parts = dotted === "" ? [] : dotted.split(".");
  if (dots !== "") {
    let folder = folderOf(from.path);
    for (let level = 1; level < dots.length; level++) folder = folderOf(folder);
    return targetIn(tree, folder, parts) ?? { to: "elsewhere" };
  }
  const targets2 = tree.roots.flatMap((root) => targetIn(tree, root, parts) ?? []);
  const modules = targets2.filter(({ to }) => to === "module");
  const [only, ...more] = modules.length > 0 ? modules : targets2;
  if (only !== void 0 && more.length === 0) return only;
  const candidates = candidatesFor(project, tree, dotted);
  if (only === void 0 && candidates.length === 0) return { to: "elsewhere" };
  return { to: "unknown", candidates };
}
function candidatesFor(project, tree, dotted) {
  const paths = tree.byLastPart.get(dotted.split(".").at(-1) ?? "") ?? [];
  const fitting = paths.filter((path2) => {
    const name = moduleNameOf(path2);
    return `.${dotted}`.endsWith(`.${name}`) || `.${name}`.endsWith(`.${dotted}`);
  });
  return fitting.length < paths.length && hasRenamedFolders(project) ? paths : fitting;
}
var knownToRename = /* @__PURE__ */ new WeakMap();
function hasRenamedFolders(project) {
  const present = knownToRename.get(project);
  if (present !== void 0) return present;
  const answer = project.files.some(
    (path2) => /(?:^|\/)(?:setup\.py|setup\.cfg|pyproject\.toml)$/.test(path2) && /package[_-]dir|force-include|\.sources\]/.test(project.text(path2) ?? "")
  );
  knownToRename.set(project, answer);
  return answer;
}
function submoduleOf(project, parent, name) {
  const tree = treeOf(project);
  if (parent.to === "folder") return targetIn(tree, parent.folder, [name]);
  if (parent.to !== "module" || !isPackage(parent.path)) return void 0;
  return targetIn(tree, folderOf(parent.path), [name]);
}
function targetIn({ files, folders }, root, parts) {
  const path2 = parts.reduce(join6, root);
  const packageFile = join6(path2, "__init__.py");
  if (files.has(packageFile)) return { to: "module", path: packageFile };
  if (parts.length > 0 && files.has(`${path2}.py`)) return { to: "module", path: `${path2}.py` };
  return folders.has(path2) ? { to: "folder", folder: path2 } : void 0;
}
var isPackage = (path2) => path2 === "__init__.py" || path2.endsWith("/__init__.py");
function folderOf(path2) {
  return path2.slice(0, Math.max(0, path2.lastIndexOf("/")));
}
function moduleNameOf(path2) {
  return path2.replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
}
var lastPartOf = ({ path: path2 }) => moduleNameOf(path2).split(".").at(-1) ?? "";
var join6 = (folder, name) => folder === "" ? name : `${folder}/${name}`;
function starImportsOf({ project }, module2) {
  const { tree } = module2;
  return Array.from(module2.nodesOf(import_shared.Kind.wildcard_import), (node) => {
    const statement = (0, import_shared.parentOf)(tree, node);
    const link = linkOf(project, module2, moduleNameIn(module2, statement));
    return { statement, link, isConditional: (0, import_shared.parentOf)(tree, statement) !== import_shared.ROOT };
  });
}
var starLinksOf = (world, module2) => starImportsOf(world, module2).map(({ link }) => link);
function mayExport(module2, name) {
  if (!module2.bindings.module.symbols.has("__all__")) return !name.startsWith("_");
  return !isExportListWritten(module2) || literalsWith(module2, name).some(({ value }) => value === name);
}
function isExportListWritten(module2) {
  const { tree } = module2;
  return module2.nodesOf(import_shared.Kind.identifier).every((node) => {
    if ((0, import_shared.textOf)(tree, node) !== "__all__") return true;
    const assignment = (0, import_shared.parentOf)(tree, node);
    const kind = (0, import_shared.kindOf)(tree, assignment);
    if (kind !== import_shared.Kind.assignment && kind !== import_shared.Kind.augmented_assignment) return false;
    const value = (0, import_shared.childIn)(tree, assignment, import_shared.Field.right);
    return LISTS.has((0, import_shared.kindOf)(tree, value)) && (0, import_shared.namedChildrenOf)(tree, value).every(isString);
  });
  function isString(node) {
    const kind = (0, import_shared.kindOf)(tree, node);
    return kind === import_shared.Kind.string || kind === import_shared.Kind.comment;
  }
}
var LISTS = /* @__PURE__ */ new Set([import_shared.Kind.list, import_shared.Kind.tuple]);
var MAXIMUM_DEPTH = 12;
var everyImport = () => true;
function globalOf(world, module2, name, depth = 0, isFollowed = everyImport) {
  const { bindings } = module2;
  const binding = bindings.module.symbols.get(name)?.binding ?? bindings.lookup(bindings.module, name);
  if (binding !== void 0 && binding.definitions.length > 0) {
    const imported2 = depth > MAXIMUM_DEPTH ? void 0 : importedGlobal(world, module2, binding, depth, isFollowed);
    return imported2 ?? { module: module2, binding };
  }
  return starredGlobal(world, module2, name, depth, isFollowed);
}
function starredGlobal(world, module2, name, depth, isFollowed) {
  let kept;
  let isUnsure = false;
  for (const star of starImportsOf(world, module2).toReversed()) {
    const brought = broughtBy(world, star, name, depth, isFollowed);
    if (brought === "unsure") isUnsure = true;
    if (brought === void 0 || brought === "unsure") continue;
    kept = kept === void 0 || isSame2(kept, brought) ? brought : "unknown";
    if (!star.isConditional) break;
  }
  return kept ?? (isUnsure ? "unknown" : void 0);
}
var isSame2 = (one, other) => one !== "unknown" && other !== "unknown" && one.binding === other.binding;
function broughtBy(world, { link }, name, depth, isFollowed) {
  if (link.to !== "module" && link.to !== "unknown") return void 0;
  if (depth > MAXIMUM_DEPTH) return "unsure";
  const paths = link.to === "module" ? [link.path] : link.candidates;
  const found = paths.map((path2) => {
    const from = world.project.module(path2);
    if (from === void 0) return "unsure";
    const given = globalOf(world, from, name, depth + 1, isFollowed);
    return given !== void 0 && mayExport(from, name) ? given : void 0;
  });
  if (link.to === "module") return found[0];
  return found.some((one) => one !== void 0 && one !== "unsure") ? "unknown" : "unsure";
}
function importedGlobal(world, module2, binding, depth, isFollowed) {
  const origins = importedGlobals(world, module2, binding, depth, isFollowed);
  const [first] = origins;
  return origins.every((origin) => origin?.binding === first?.binding) ? first : void 0;
}
function importedGlobals(world, module2, binding, depth, isFollowed) {
  return binding.definitions.map((definition) => {
    const imported2 = importOf(module2, definition);
    if (imported2?.member === void 0 || !isFollowed(imported2.member, binding.name)) return void 0;
    const link = linkOf(world.project, module2, imported2.module);
    const from = link.to === "module" ? world.project.module(link.path) : void 0;
    const found = from === void 0 ? void 0 : globalOf(world, from, imported2.member, depth + 1, isFollowed);
    return found === "unknown" ? void 0 : found;
  });
}
var unknown = { kind: "unknown" };
var foreignInstance = { kind: "foreign-instance" };
function isSame3(one, other) {
  if (one.kind !== other.kind) return false;
  switch (one.kind) {
    case "class":
    case "instance":
    case "super":
      return "class" in other && other.class.definition === one.class.definition;
    case "function":
      return "definition" in other && other.definition === one.definition;
    case "module":
      return "link" in other && JSON.stringify(one.link) === JSON.stringify(other.link);
    case "foreign":
      return "origin" in other && one.origin === other.origin;
    case "foreign-instance":
      return true;
    case "unknown":
      return false;
  }
}
function valueOfParameter(world, module2, binding) {
  const value = selfOf(module2, binding);
  if (value.kind !== "instance") return value;
  const definition = module2.definitions.find(({ node }) => node === binding.scope.node);
  const isOther3 = definition?.kind !== "function" || doubts().getsOtherSelf(world, { definition });
  return isOther3 || doubts().isExchanged(world, value.class) ? unknown : value;
}
function selfOf(module2, { definitions, scope }) {
  const [only, ...more] = definitions;
  const method = module2.definitions.find(({ node }) => node === scope.node);
  if (only === void 0 || more.length > 0 || method?.kind !== "function") return unknown;
  const owner = method.enclosing;
  const isFirst = method.parameters[0]?.span.start === only.start;
  if (owner?.kind !== "class" || !isFirst) return unknown;
  const decorators = method.decorators.map(({ name }) => name);
  if ((0, import_shared.isStaticMethod)(method)) return unknown;
  const isOfClass2 = decorators.some((name) => /(?:^|\.)classmethod$/.test(name)) || /^__(?:new|init_subclass|class_getitem)__$/.test(method.name);
  return { kind: isOfClass2 ? "class" : "instance", class: { module: module2, definition: owner } };
}
function superOf(module2, call) {
  if ((0, import_shared.argumentsOf)(module2.tree, call).length > 0) {
    const [first] = (0, import_shared.argumentsOf)(module2.tree, call);
    const around = enclosingClass(module2, (0, import_shared.startOf)(module2.tree, call));
    const named2 = first === void 0 ? "" : (0, import_shared.textOf)(module2.tree, first.value);
    if (around?.name !== named2) return unknown;
  }
  const definition = enclosingClass(module2, (0, import_shared.startOf)(module2.tree, call));
  return definition === void 0 ? unknown : { kind: "super", class: { module: module2, definition } };
}
function enclosingClass(module2, offset) {
  let definition = module2.definitionAt(offset);
  while (definition !== void 0 && definition.kind !== "class") definition = definition.enclosing;
  return definition;
}
var builtins = new Set(
  "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip Ellipsis NotImplemented ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError".split(" ")
);
var isInEveryModule = (name) => builtins.has(name) || /^__(?:name|file|doc|debug|import)__$/.test(name);
function isSpecialGlobal(name) {
  return /^__.*__$/s.test(name) || SPECIAL_GLOBALS.has(name) || name.startsWith("pytest_");
}
var SPECIAL_GLOBALS = new Set(
  "setUpModule tearDownModule setup_module teardown_module setup_function teardown_function setup teardown setUp tearDown setup_package teardown_package load_tests pytestmark collect_ignore collect_ignore_glob urlpatterns default_app_config app_name __tracebackhide__".split(" ")
);
function isSpecialMember(name) {
  return /^__.*__$/s.test(name) || SPECIAL_MEMBERS.test(name);
}
var SPECIAL_MEMBERS = /^(?:setUp|tearDown|setUpClass|tearDownClass|asyncSetUp|asyncTearDown|setUpTestData|runTest|setup|teardown|setup_method|teardown_method|setup_class|teardown_class|pytestmark|pytest_\w+|_fields_|_pack_|_anonymous_|_missing_|_generate_next_value_|_ignore_|_order_)$/;
function isForeignFixture(name) {
  return FOREIGN_FIXTURES.has(name) || /^(?:django|celery|anyio|asyncio|pytest|vcr|base_url|selenium|playwright)_/.test(name);
}
var FOREIGN_FIXTURES = new Set(
  "cache capfd capfdbinary caplog capsys capsysbinary capteesys subtests config doctest_namespace monkeypatch pytestconfig pytester record_property record_testsuite_property record_xml_attribute recwarn request testdir tmp_path tmp_path_factory tmpdir tmpdir_factory mocker class_mocker module_mocker package_mocker session_mocker db transactional_db django_db_reset_sequences client async_client admin_client admin_user rf async_rf settings live_server event_loop event_loop_policy unused_tcp_port unused_udp_port anyio_backend benchmark snapshot data_regression file_regression num_regression image_regression datadir shared_datadir original_datadir requests_mock httpserver httpx_mock respx_mock responses freezer aiohttp_client aiohttp_server loop worker_id testrun_uid cov no_cover faker page browser browser_context context base_url selenium driver live_server_url celery_app celery_worker postgresql mysql redisdb mongodb vcr vcr_config vcr_cassette metadata extra extras app qtbot qapp fs socket_enabled socket_disabled httpbin smtpserver hass testdata".split(" ")
);
function valueOf(world, module2, expression, depth = 0) {
  const { tree } = module2;
  const node = (0, import_shared.unparenthesized)(tree, expression);
  if (node === import_shared.NO_NODE || depth > MAXIMUM_DEPTH) return unknown;
  const kind = (0, import_shared.kindOf)(tree, node);
  if (literalKinds.has(kind)) return foreignInstance;
  if (kind === import_shared.Kind.identifier) {
    const binding = module2.bindings.bindingAt((0, import_shared.startOf)(tree, node)) ?? unevaluatedAt(module2, node);
    return binding === void 0 ? unknown : valueOfBinding(world, module2, binding, depth + 1);
  }
  if (kind === import_shared.Kind.attribute) {
    const object = valueOf(world, module2, (0, import_shared.childIn)(tree, node, import_shared.Field.object), depth + 1);
    const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute));
    if (name === "__class__") return classOfValue(object);
    return memberOf(world, object, name, depth + 1);
  }
  return kind === import_shared.Kind.call ? valueOfCall(world, module2, node, depth) : unknown;
}
function unevaluatedAt({ bindings, tree }, node) {
  const start = (0, import_shared.startOf)(tree, node);
  const meant = bindings.unevaluated.find((one) => one.start === start);
  return meant === void 0 ? void 0 : bindings.lookup(meant.scope, meant.name);
}
var literalKinds = /* @__PURE__ */ new Set([
  import_shared.Kind.string,
  import_shared.Kind.concatenated_string,
  import_shared.Kind.integer,
  import_shared.Kind.float,
  import_shared.Kind.true,
  import_shared.Kind.false,
  import_shared.Kind.none,
  import_shared.Kind.list,
  import_shared.Kind.tuple,
  import_shared.Kind.set,
  import_shared.Kind.dictionary,
  import_shared.Kind.list_comprehension,
  import_shared.Kind.dictionary_comprehension,
  import_shared.Kind.set_comprehension,
  import_shared.Kind.generator_expression,
  import_shared.Kind.lambda,
  import_shared.Kind.comparison_operator,
  import_shared.Kind.not_operator
]);
function valueOfCall(world, module2, call, depth) {
  const { tree } = module2;
  const callee = valueOf(world, module2, (0, import_shared.childIn)(tree, call, import_shared.Field.function), depth + 1);
  switch (callee.kind) {
    case "class":
      return doubts().makesItsObjects(world, callee.class) ? { kind: "instance", class: callee.class } : unknown;
    case "foreign":
      if (callee.origin === "builtins.super") return superOf(module2, call);
      if (callee.origin === "builtins.type") {
        const [object, ...more] = (0, import_shared.argumentsOf)(tree, call);
        return object === void 0 || more.length > 0 ? unknown : classOfValue(valueOf(world, module2, object.value, depth + 1));
      }
      return MAKERS.test(callee.origin) ? foreignInstance : unknown;
    case "foreign-instance":
    case "function":
    case "instance":
    case "module":
    case "super":
    case "unknown":
      return unknown;
  }
}
var MAKERS = /^(?:builtins\.(?:str|int|float|bytes|bytearray|bool|list|dict|set|frozenset|tuple|range|complex|object|open|len|sorted|repr|format|sum|isinstance|issubclass|hasattr|callable|[A-Z]\w+(?:Error|Exception))|threading\.(?:Event|Lock|RLock|Condition|Semaphore|Thread)|pathlib\.(?:Pure)?(?:Posix|Windows)?Path|io\.(?:StringIO|BytesIO)|collections\.(?:OrderedDict|Counter|deque|defaultdict)|datetime\.\w+|decimal\.Decimal|fractions\.Fraction|uuid\.\w+|logging\.getLogger|re\.compile|queue\.\w+)$/;
function classOfValue(value) {
  return value.kind === "instance" ? { kind: "class", class: value.class } : unknown;
}
function memberOf(world, value, name, depth = 0) {
  if (value.kind === "foreign") return { kind: "foreign", origin: `${value.origin}.${name}` };
  if (value.kind !== "module") return unknown;
  return memberOfLink(world, value.link, name, depth);
}
function memberOfLink(world, link, name, depth) {
  if (depth > MAXIMUM_DEPTH) return unknown;
  if (link.to === "module") {
    if (doubts().isImportExchanged(world, link)) return unknown;
    const module2 = world.project.module(link.path);
    const found = module2 === void 0 ? void 0 : globalOf(world, module2, name, depth + 1);
    if (found !== void 0 && found !== "unknown")
      return valueOfBinding(world, found.module, found.binding, depth + 1);
    if (found === "unknown") return unknown;
  }
  const below = submoduleOf(world.project, link, name);
  if (below === void 0) return unknown;
  return doubts().isNameExchanged(world, link, name) ? unknown : moduleOf(world, below);
}
function moduleOf(world, link) {
  const isExchanged2 = link.to === "module" && doubts().isImportExchanged(world, link);
  return isExchanged2 ? unknown : { kind: "module", link };
}
function valueOfBinding(world, module2, binding, depth = 0) {
  if (depth > MAXIMUM_DEPTH) return unknown;
  if (binding.kind === "unbound") return valueOfUnbound(world, module2, binding, depth);
  if (binding.kind === "parameter") return valueOfParameter(world, module2, binding);
  const values = binding.definitions.map((definition) => valueOfDefinition(world, module2, definition, depth));
  const [first = unknown] = values;
  if (!values.every((value) => isSame3(value, first))) return unknown;
  const isExchanged2 = first.kind === "module" && binding.scope.kind === "module" && doubts().isNameExchanged(world, { to: "module", path: module2.path }, binding.name);
  return isExchanged2 ? unknown : first;
}
function valueOfDefinition(world, module2, definition, depth) {
  const { tree } = module2;
  const imported2 = importOf(module2, definition);
  if (imported2 !== void 0) return valueOfImport(world, module2, imported2, depth);
  const defined = definitionNamedAt(module2, definition);
  if (defined?.kind === "class") return { kind: "class", class: { module: module2, definition: defined } };
  if (defined?.kind === "function") return { kind: "function", module: module2, definition: defined };
  if ((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, definition.node)) === import_shared.Kind.as_pattern_target) return unknown;
  const value = (0, import_shared.valueGivenTo)(tree, definition.node);
  return value === import_shared.NO_NODE ? unknown : valueOf(world, module2, value, depth + 1);
}
function definitionNamedAt({ definitions }, { start }) {
  return definitions.find(({ nameSpan }) => nameSpan.start === start);
}
function valueOfImport(world, module2, { module: name, member }, depth) {
  const link = linkOf(world.project, module2, name);
  if (link.to === "elsewhere")
    return { kind: "foreign", origin: member === void 0 ? name : `${name}.${member}` };
  if (member === void 0) return moduleOf(world, link);
  return memberOfLink(world, link, member, depth + 1);
}
function valueOfUnbound(world, module2, { name }, depth) {
  const found = globalOf(world, module2, name, depth + 1);
  if (found === "unknown") return unknown;
  if (found !== void 0) return valueOfBinding(world, found.module, found.binding, depth + 1);
  const below = submoduleOf(world.project, { to: "module", path: module2.path }, name);
  if (below !== void 0) return moduleOf(world, below);
  const isStarred2 = starLinksOf(world, module2).some(({ to }) => to === "elsewhere");
  return isStarred2 || !isInEveryModule(name) ? unknown : { kind: "foreign", origin: `builtins.${name}` };
}
function storesByComputedName(world, module2, isPossible) {
  return computedLookupsOf(module2).some(
    ({ node, object }) => mayStore(module2.tree, node) && isPossible(valueOf(world, module2, object))
  );
}
function mayStore(tree, lookup) {
  if ((0, import_shared.kindOf)(tree, lookup) === import_shared.Kind.call)
    return /^(?:setattr|delattr|__setattr__|__delattr__|object|vars)$/.test((0, import_shared.calledNameOf)(tree, lookup));
  return (0, import_shared.textOf)(tree, lookup) === "__dict__" && !readsDictionary(tree, (0, import_shared.parentOf)(tree, lookup));
}
function readsDictionary(tree, dictionary) {
  const parent = (0, import_shared.parentOf)(tree, dictionary);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.subscript:
      return (0, import_shared.fieldOf)(tree, dictionary) === import_shared.Field.value && isRead(tree, parent);
    case import_shared.Kind.attribute:
      return /^(?:keys|values|items|get|pop|copy)$/.test(
        (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute))
      );
    case import_shared.Kind.for_statement:
    case import_shared.Kind.for_in_clause:
    case import_shared.Kind.comparison_operator:
      return true;
    default:
      return false;
  }
}
function remembered(question) {
  const known18 = /* @__PURE__ */ new WeakMap();
  return (world, owner) => {
    const answers = known18.get(world) ?? /* @__PURE__ */ new Map();
    known18.set(world, answers);
    const present = answers.get(owner.definition) ?? { answer: question(world, owner) };
    answers.set(owner.definition, present);
    return present.answer;
  };
}
function rememberedByName(question) {
  const answersOf = remembered(() => /* @__PURE__ */ new Map());
  return (world, owner, name) => {
    const answers = answersOf(world, owner);
    const present = answers.get(name) ?? { answer: question(world, owner, name) };
    answers.set(name, present);
    return present.answer;
  };
}
function rememberedOf(question) {
  const known18 = /* @__PURE__ */ new WeakMap();
  return (world, word) => {
    const answers = known18.get(world) ?? /* @__PURE__ */ new Map();
    known18.set(world, answers);
    const present = answers.get(word) ?? { answer: question(world, word) };
    answers.set(word, present);
    return present.answer;
  };
}
function rememberedOfAll(question) {
  const known18 = /* @__PURE__ */ new WeakMap();
  return (world) => {
    const present = known18.get(world) ?? { answer: question(world) };
    known18.set(world, present);
    return present.answer;
  };
}
function basesOf(world, { module: module2, definition }) {
  return baseNodesOf(module2, definition).map((node) => {
    const isSubscript = (0, import_shared.kindOf)(module2.tree, node) === import_shared.Kind.subscript;
    const named2 = isSubscript ? (0, import_shared.childIn)(module2.tree, node, import_shared.Field.value) : node;
    const value = valueOf(world, module2, named2);
    if (value.kind === "class") return { kind: "class", class: value.class };
    if (value.kind === "foreign") return { kind: "foreign", origin: value.origin };
    return { kind: "unknown", node };
  });
}
function baseNodesOf({ tree }, { node }) {
  return argumentNodesOf(tree, node).filter((child) => (0, import_shared.kindOf)(tree, child) !== import_shared.Kind.keyword_argument);
}
function classKeywordsOf({ tree }, { node }) {
  return argumentNodesOf(tree, node).filter((child) => (0, import_shared.kindOf)(tree, child) === import_shared.Kind.keyword_argument);
}
function argumentNodesOf(tree, definition) {
  const list = (0, import_shared.childIn)(tree, definition, import_shared.Field.superclasses);
  return list === import_shared.NO_NODE ? [] : (0, import_shared.namedChildrenOf)(tree, list);
}
function classVariableOf(module2, definition, name) {
  const symbol = module2.bindings.scopeAt(definition.node)?.symbols.get(name);
  return symbol?.flags.local === true ? symbol.binding : void 0;
}
function ancestryOf(world, start) {
  const classes = /* @__PURE__ */ new Map();
  const others = [];
  const open3 = [start];
  for (let next2 = open3.pop(); next2 !== void 0; next2 = open3.pop()) {
    if (classes.has(next2.definition)) continue;
    classes.set(next2.definition, next2);
    for (const base of basesOf(world, next2)) {
      if (base.kind === "class") open3.push(base.class);
      else others.push({ base, of: next2 });
    }
  }
  return { classes, others };
}
var descendantsOf2 = remembered(newDescendants);
function newDescendants(world, start) {
  const found = /* @__PURE__ */ new Map([[start.definition, start]]);
  for (const parent of found.values()) {
    for (const child of childrenOf2(world, parent)) found.set(child.definition, child);
  }
  return found;
}
function childrenOf2(world, parent) {
  const names3 = [...aliasesOf(world, parent)];
  const modules = new Set(names3.flatMap((name) => world.modulesWith(name)));
  return [...modules].flatMap(
    (module2) => module2.definitions.flatMap((definition) => {
      if (definition.kind !== "class") return [];
      const child = { module: module2, definition };
      const isChild = basesOf(world, child).some(
        (base) => base.kind === "class" && base.class.definition === parent.definition
      );
      return isChild ? [child] : [];
    })
  );
}
var aliasesOf = remembered(newAliases);
function newAliases(world, { definition }) {
  const names3 = /* @__PURE__ */ new Set([definition.name]);
  for (const name of names3) {
    for (const module2 of world.modulesWith(name)) {
      for (const binding of module2.bindings.bindings) {
        if (binding.scope.kind !== "module" || names3.has(binding.name)) continue;
        if (binding.kind !== "import" && binding.kind !== "local") continue;
        const value = valueOfBinding(world, module2, binding);
        if (value.kind === "class" && value.class.definition === definition) names3.add(binding.name);
      }
    }
  }
  return names3;
}
var familyOf = rememberedByName(newFamily);
function newFamily(world, start, name) {
  const members = /* @__PURE__ */ new Map([[start.definition, start]]);
  const descendants = /* @__PURE__ */ new Map();
  const related = /* @__PURE__ */ new Map();
  const others = [];
  for (const member of members.values()) {
    for (const descendant of descendantsOf2(world, member).values()) {
      if (descendants.has(descendant.definition)) continue;
      descendants.set(descendant.definition, descendant);
      const ancestry = ancestryOf(world, descendant);
      others.push(...ancestry.others);
      for (const ancestor of ancestry.classes.values()) {
        related.set(ancestor.definition, ancestor);
        if (isMentionedIn(ancestor, name)) members.set(ancestor.definition, ancestor);
      }
    }
  }
  return { members, descendants, related, others };
}
function isMentionedIn({ module: module2, definition }, name) {
  const { tree } = module2;
  const { span } = definition;
  if (identifiersIn(module2, definition).has(name)) return true;
  return literalsWith(module2, name).some((literal) => {
    const start = (0, import_shared.startOf)(tree, literal.node);
    return span.start <= start && start < span.end;
  });
}
var identifiers = /* @__PURE__ */ new WeakMap();
function identifiersIn({ tree }, definition) {
  const present = identifiers.get(definition);
  if (present !== void 0) return present;
  const names3 = /* @__PURE__ */ new Set();
  for (let node = definition.node, end = (0, import_shared.afterOf)(tree, definition.node); node < end; node++) {
    if ((0, import_shared.kindOf)(tree, node) === import_shared.Kind.identifier) names3.add((0, import_shared.textOf)(tree, node).normalize("NFKC"));
  }
  identifiers.set(definition, names3);
  return names3;
}
function calleesOf(world, module2, callee, methodsAt) {
  const value = valueOf(world, module2, callee);
  if (value.kind === "function") return [{ ...value, bound: 0 }];
  if (value.kind === "class") return methodsOf(world, value.class, "__init__");
  const isAttribute = value.kind === "unknown" && (0, import_shared.kindOf)(module2.tree, callee) === import_shared.Kind.attribute;
  return isAttribute ? methodsAt(world, module2, callee) : [];
}
var methodsOfObject = (world, module2, attribute2) => {
  const { tree } = module2;
  const object = valueOf(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object));
  if (!("class" in object)) return [];
  const heirs = [...descendantsOf2(world, object.class).values()];
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute));
  const methods = new Map(
    heirs.flatMap((heir) => methodsOf(world, heir, name)).map((method) => [method.definition, method])
  );
  return Array.from(methods.values(), (method) => ({
    ...method,
    bound: object.kind === "class" && !isOfClass(method.definition) ? 0 : method.bound
  }));
};
var isOfClass = ({ decorators }) => decorators.some(({ name }) => /(?:^|\.)classmethod$/.test(name));
var everyFunctionNamed = (world, { tree }, attribute2) => functionsOfProject(world, (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute)));
var functionsOfProject = rememberedOf(
  (world, name) => world.modulesWith(name).flatMap((module2) => functionsNamed(module2, name))
);
function methodsOf(world, owner, name) {
  return [...ancestryOf(world, owner).classes.values()].flatMap(
    ({ module: module2, definition }) => functionsNamed(module2, name).filter((method) => method.definition.enclosing === definition)
  );
}
function functionsNamed(module2, name) {
  return module2.definitions.flatMap((definition) => {
    if (definition.kind !== "function" || definition.name !== name) return [];
    const isBound = definition.enclosing?.kind === "class" && !(0, import_shared.isStaticMethod)(definition);
    return [{ module: module2, definition, bound: isBound ? 1 : 0 }];
  });
}
function callWith({ tree }, expression) {
  const outer = (0, import_shared.parentOf)(tree, expression);
  const isKeyword2 = (0, import_shared.kindOf)(tree, outer) === import_shared.Kind.keyword_argument && (0, import_shared.fieldOf)(tree, expression) === import_shared.Field.value;
  const list = isKeyword2 ? (0, import_shared.parentOf)(tree, outer) : outer;
  const call = (0, import_shared.kindOf)(tree, list) === import_shared.Kind.argument_list ? (0, import_shared.parentOf)(tree, list) : import_shared.NO_NODE;
  return call !== import_shared.NO_NODE && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call ? call : import_shared.NO_NODE;
}
function receiversOf(world, module2, argument) {
  const call = callWith(module2, argument);
  if (call === import_shared.NO_NODE) return [];
  const { tree } = module2;
  const given = (0, import_shared.argumentsOf)(tree, call);
  const keyword = given.find(({ value }) => value === argument)?.keyword;
  const place = given.filter((one) => one.keyword === void 0).findIndex(({ value }) => value === argument);
  return calleesOf(world, module2, (0, import_shared.childIn)(tree, call, import_shared.Field.function), methodsOfObject).flatMap((callee) => {
    const parameter = parameterOf(callee, place, keyword);
    return parameter === void 0 ? [] : [{ module: callee.module, parameter }];
  });
}
function parameterOf({ module: module2, definition, bound }, place, keyword) {
  const { parameters } = definition;
  const parameter = keyword === void 0 ? parameters.slice(bound).filter(({ kind }) => POSITIONAL.has(kind))[place] : parameters.find(({ name }) => name === keyword);
  return parameter === void 0 ? void 0 : module2.bindings.bindingAt(parameter.span.start);
}
var POSITIONAL = /* @__PURE__ */ new Set(["positional-only", "positional-or-keyword"]);
function edit({ path: path2 }, { start, end }, replacement) {
  return { step: "edit", path: path2, span: { start, end }, replacement };
}
function refuse(code2, found, module2, offset) {
  return {
    step: "refuse",
    code: code2,
    found,
    place: { path: module2.path, at: module2.positionAt(offset) }
  };
}
function decline(code2, found) {
  return { step: "refuse", code: code2, found, place: void 0 };
}
function refuseAt(code2, found, path2, line) {
  return { step: "refuse", code: code2, found, place: { path: path2, at: { line, column: 1 } } };
}
function leave(module2, offset) {
  return { step: "leave", path: module2.path, line: module2.positionAt(offset).line };
}
function* annotationsOf(module2, binding, newName) {
  const { name } = binding;
  for (const literal of stringsThatMean(module2, binding)) {
    const words2 = wordOffsetsIn(literal.value, name).filter((at) => literal.value[at - 1] !== ".");
    const spans = wordSpansIn(literal, name).filter(({ start }) => module2.text[start - 1] !== ".");
    if (spans.length !== words2.length)
      yield refuse("mention", `an annotation with \`${name}\``, module2, (0, import_shared.startOf)(module2.tree, literal.node));
    for (const span of spans) yield edit(module2, span, newName);
  }
  for (const { text, span, node } of typeCommentsWith(module2, name)) {
    if (means(module2, node, binding)) yield refuse("type-comment", text, module2, span.start);
  }
}
function stringsThatMean(module2, binding) {
  return literalsWith(module2, binding.name).filter(
    (literal) => isAnnotation(module2, literal) && means(module2, literal.node, binding)
  );
}
function typesInText(module2, name) {
  const literals = literalsWith(module2, name).filter((literal) => isAnnotation(module2, literal));
  return [...literals, ...typeCommentsWith(module2, name)].map(({ node }) => node);
}
function typeCommentsWith({ comments }, name) {
  return comments.filter(
    ({ text }) => /^#+\s*type:(?!\s*ignore\b)/.test(text) && wordOffsetsIn(text, name).length > 0
  );
}
function isAnnotation({ tree }, { node }) {
  for (let outer = (0, import_shared.parentOf)(tree, node); outer !== import_shared.NO_NODE; outer = (0, import_shared.parentOf)(tree, outer)) {
    const kind = (0, import_shared.kindOf)(tree, outer);
    if (kind === import_shared.Kind.subscript || kind === import_shared.Kind.generic_type) {
      if (takesValues(tree, outer)) return false;
    } else if (kind === import_shared.Kind.type) {
      if ((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, outer)) !== import_shared.Kind.type_parameter) return true;
    } else if (kind === import_shared.Kind.call) return isTypeArgument(tree, outer, node);
    else if (!transparent.has(kind)) return false;
  }
  return false;
}
var transparent = /* @__PURE__ */ new Set([
  import_shared.Kind.argument_list,
  import_shared.Kind.keyword_argument,
  import_shared.Kind.binary_operator,
  import_shared.Kind.union_type,
  import_shared.Kind.tuple,
  import_shared.Kind.list,
  import_shared.Kind.type_parameter,
  import_shared.Kind.parenthesized_expression
]);
function isAnnotationNode(tree, node) {
  const around = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.type, import_shared.Kind.block, import_shared.Kind.module, import_shared.Kind.argument_list);
  return (0, import_shared.kindOf)(tree, around) === import_shared.Kind.type;
}
function takesValues(tree, subscript) {
  const named2 = (0, import_shared.kindOf)(tree, subscript) === import_shared.Kind.subscript ? (0, import_shared.childIn)(tree, subscript, import_shared.Field.value) : subscript + 1;
  return /(?:^|\.)(?:Literal|Annotated)$/.test((0, import_shared.textOf)(tree, named2));
}
function isTypeArgument(tree, call, string) {
  const given = (0, import_shared.argumentsOf)(tree, call);
  const type = given.find(({ value }) => (0, import_shared.contains)(tree, value, string));
  if (type === void 0) return false;
  switch ((0, import_shared.calledNameOf)(tree, call)) {
    case "cast":
      return type === given[0];
    case "NewType":
      return type === given[1];
    case "TypeVar":
      return type !== given[0] && type.keyword !== "name";
    default:
      return false;
  }
}
function means({ bindings }, node, binding) {
  return bindings.lookup(bindings.scopeOf(node), binding.name) === binding;
}
function formOf(module2, literal) {
  if (literal.isDocstring) return { form: "docstring", hasDoctest: literal.value.includes(">>>") };
  if (literal.isFormatted) return { form: "other" };
  if (isAnnotation(module2, literal)) return { form: "annotation" };
  return fixtureForm(module2, literal) ?? formInCall(module2, literal) ?? formInTable(module2, literal) ?? { form: "other" };
}
function formInCall(module2, literal) {
  const { tree } = module2;
  const list = (0, import_shared.parentOf)(tree, literal.node);
  const isKeyword2 = (0, import_shared.kindOf)(tree, list) === import_shared.Kind.keyword_argument;
  const call = isKeyword2 ? (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, list)) : (0, import_shared.parentOf)(tree, list);
  if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call || (0, import_shared.childIn)(tree, call, import_shared.Field.arguments) === import_shared.NO_NODE) return void 0;
  const given = (0, import_shared.argumentsOf)(tree, call);
  const positional = given.filter(({ keyword: keyword2 }) => keyword2 === void 0);
  const index = positional.findIndex(({ value: value2 }) => value2 === literal.node);
  const keyword = given.find(({ value: value2 }) => value2 === literal.node)?.keyword;
  const called = (0, import_shared.calledNameOf)(tree, call);
  const callee = (0, import_shared.calleeOf)(tree, call) ?? called;
  const { value } = literal;
  const isPath = (index === 0 || keyword === "target") && isDotted(value);
  if (isPath && takesPath(callee, called)) return { form: "path", path: value };
  const isName = index === 1 || keyword === "attribute" || keyword === "name";
  const target = positional[0]?.value ?? given.find((argument) => argument.keyword === "target")?.value;
  if (isName && target !== void 0 && takesName(callee, called) && !value.includes("."))
    return { form: "attribute", target, name: value };
  return void 0;
}
function fixtureForm(module2, { node }) {
  const { tree } = module2;
  const call = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.call, import_shared.Kind.subscript, import_shared.Kind.lambda, import_shared.Kind.dictionary);
  if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call || (0, import_shared.childIn)(tree, call, import_shared.Field.arguments) === import_shared.NO_NODE) return void 0;
  const given = (0, import_shared.argumentsOf)(tree, call);
  const argument = given.find(({ value: value2 }) => (0, import_shared.contains)(tree, value2, node));
  if (argument === void 0) return void 0;
  const { keyword, value } = argument;
  const isAlone2 = value === node;
  const isFirst = given[0] === argument && keyword === void 0;
  const fixture2 = (by) => ({ form: "fixture", by, call });
  const origin = module2.imports.originOf((0, import_shared.calleeOf)(tree, call) ?? "");
  switch ((0, import_shared.calledNameOf)(tree, call)) {
    case "usefixtures":
      return isAlone2 && keyword === void 0 ? fixture2("usefixtures") : void 0;
    case "getfixturevalue":
    case "getfuncargvalue":
      return isAlone2 && (isFirst || keyword === "argname") ? fixture2("getfixturevalue") : void 0;
    case "parametrize":
      if (!isAlone2 && !isListed2(tree, node, call)) return void 0;
      if (isFirst || keyword === "argnames") return fixture2("argnames");
      return keyword === "indirect" ? fixture2("indirect") : void 0;
    default:
      return isAlone2 && keyword === "name" && /(?:^|[._])fixture$/.test(origin) ? fixture2("name") : void 0;
  }
}
var isDotted = (value) => /^[\p{XID_Start}_][\p{XID_Continue}.]*\.[\p{XID_Continue}]+$/u.test(value);
function takesPath(callee, called) {
  if (/(?:^|\.)patch(?:\.dict|\.multiple)?$/.test(callee)) return true;
  return /^(?:setattr|delattr|stub_out|MonkeyPatch|MockPatch|import_module)$/.test(called);
}
function takesName(callee, called) {
  if (/(?:^|\.)patch\.object$/.test(callee)) return true;
  return /^(?:getattr|setattr|hasattr|delattr|spy|Set|SmartSet|StubOutWithMock|MockPatchObject)$/.test(
    called
  );
}
function formInTable({ tree }, { node }) {
  const statement = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.expression_statement);
  if (statement === import_shared.NO_NODE) return void 0;
  const owner = statement + 1;
  const isAssignment = (0, import_shared.kindOf)(tree, owner) === import_shared.Kind.assignment || (0, import_shared.kindOf)(tree, owner) === import_shared.Kind.augmented_assignment;
  const isCall = (0, import_shared.kindOf)(tree, owner) === import_shared.Kind.call && /\.(?:append|extend|insert|remove)$/.test((0, import_shared.calleeOf)(tree, owner) ?? "");
  if (!isAssignment && !isCall) return void 0;
  const table = isCall ? (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, (0, import_shared.childIn)(tree, owner, import_shared.Field.function), import_shared.Field.object)) : (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, owner, import_shared.Field.left));
  const values = isCall ? (0, import_shared.argumentsOf)(tree, owner).map((argument) => argument.value) : (0, import_shared.childrenIn)(tree, owner, import_shared.Field.right);
  if (!values.some((value) => (0, import_shared.contains)(tree, value, node)) || !isListed2(tree, node, owner)) return void 0;
  if (table === "__all__") return { form: "export" };
  return table === "__slots__" ? { form: "slot" } : void 0;
}
function isListed2(tree, node, owner) {
  for (let outer = (0, import_shared.parentOf)(tree, node); outer !== owner; outer = (0, import_shared.parentOf)(tree, outer)) {
    if (!listing.has((0, import_shared.kindOf)(tree, outer))) return false;
  }
  return true;
}
var listing = /* @__PURE__ */ new Set([
  import_shared.Kind.list,
  import_shared.Kind.tuple,
  import_shared.Kind.set,
  import_shared.Kind.expression_list,
  import_shared.Kind.binary_operator,
  import_shared.Kind.parenthesized_expression,
  import_shared.Kind.argument_list,
  import_shared.Kind.keyword_argument
]);
function pathPartsOf(world, module2, literal) {
  const { project } = world;
  const names3 = literal.value.split(".");
  let object = foreignOrModule(project, module2, names3[0] ?? "");
  let at = (names3[0] ?? "").length + 1;
  return names3.slice(1).map((name, index) => {
    const start = literal.offsets[at] ?? (0, import_shared.startOf)(module2.tree, literal.node);
    const part = { name, object, span: { start, end: start + name.length } };
    const next2 = memberOf(world, object, name);
    object = next2.kind === "foreign" ? foreignOrModule(project, module2, names3.slice(0, index + 2).join(".")) : next2;
    at += name.length + 1;
    return part;
  });
}
function foreignOrModule(project, module2, name) {
  const link = linkOf(project, module2, name);
  return link.to === "elsewhere" ? { kind: "foreign", origin: name } : { kind: "module", link };
}
var isPutAmongModules = rememberedOf((world, path2) => {
  const word = lastPartOf({ path: path2 });
  const naming = new Set(world.pathsWith(word));
  return world.pathsWith("modules").some((other) => {
    if (!naming.has(other) || !FILLED.test(world.project.text(other) ?? "")) return false;
    const module2 = world.project.module(other);
    return module2 !== void 0 && (literalsWith(module2, word).some((literal) => isKeyOf(world, module2, literal, path2)) || new RegExp(String.raw`\b${word}\s*\.\s*__name__\b`, "u").test(module2.text) || isKeyword(module2, word));
  });
});
var FILLED = /\bmodules\s*(?:\[[^\]]*\]\s*|\|)=(?!=)|\bmodules\s*\.\s*(?:update|setdefault|__setitem__)\b|\b(?:setitem|dict)\s*\(\s*(?:\w+\s*=\s*)?["']?(?:\w+\s*\.\s*)?modules\b/;
function isKeyOf({ project }, module2, { node, value, isDocstring, isFormatted }, path2) {
  if (isDocstring || isFormatted || !/^[\w.]+$/u.test(value)) return false;
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, node);
  if ((0, import_shared.kindOf)(tree, parent) === import_shared.Kind.comparison_operator) return false;
  const isLookedUp3 = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.subscript && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.subscript;
  if (isLookedUp3 && (0, import_shared.fieldOf)(tree, parent) !== import_shared.Field.left) return false;
  const call = callWith(module2, node);
  if (call !== import_shared.NO_NODE && LOOKING.test((0, import_shared.calledNameOf)(tree, call))) return false;
  const link = linkOf(project, module2, value);
  if (link.to === "module") return link.path === path2;
  const isWhole2 = value.includes(".") || !path2.includes("/");
  return isWhole2 && link.to === "unknown" && link.candidates.includes(path2);
}
var LOOKING = /^(?:delitem|pop|get|import_module|find_spec|importorskip|getLogger|get_logger)$/;
var isKeyword = ({ tree, nodesOf: nodesOf2 }, word) => nodesOf2(import_shared.Kind.keyword_argument).some((node) => {
  const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, node));
  const isDictionary = (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && /^(?:dict|update)$/.test((0, import_shared.calledNameOf)(tree, call));
  return isDictionary && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.name)) === word;
});
function isOfProject(world, module2, call) {
  const { tree, bindings } = module2;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  const isName = (0, import_shared.kindOf)(tree, callee) === import_shared.Kind.identifier;
  if (isName) {
    const kind = bindings.bindingAt((0, import_shared.startOf)(tree, callee))?.kind;
    if (kind !== "unbound" && kind !== "import") return true;
  }
  switch (valueOf(world, module2, callee).kind) {
    case "foreign":
      return false;
    case "foreign-instance":
    case "unknown":
      return !isMemberOfForeign(world, module2, callee) && isDefinedIn(world, (0, import_shared.calledNameOf)(tree, call));
    case "class":
    case "function":
    case "instance":
    case "module":
    case "super":
      return true;
  }
}
function isMemberOfForeign(world, module2, callee) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, callee) !== import_shared.Kind.attribute) return false;
  const { kind } = valueOf(world, module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object));
  return kind === "foreign" || kind === "foreign-instance";
}
var isDefinedIn = rememberedOf(
  (world, name) => pathsDefining(world, name).some(
    (path2) => world.project.module(path2)?.definitions.some((definition) => definition.kind === "function" && definition.name === name)
  )
);
function pathsDefining({ project, pathsWith }, name) {
  const definition = new RegExp(String.raw`\bdef[\s\\]+${name}\b`);
  return pathsWith(name).filter((path2) => definition.test(project.text(path2)?.normalize("NFKC") ?? ""));
}
function parameterOf2(module2, binding) {
  const definition = module2.definitions.find(({ node }) => node === binding.scope.node);
  if (definition?.kind !== "function") return void 0;
  const starts = new Set(binding.definitions.map(({ start }) => start));
  const parameter = definition.parameters.find(({ span }) => starts.has(span.start));
  return parameter === void 0 ? void 0 : { definition, parameter };
}
function hasDefault({ tree }, { span }) {
  const kind = (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, (0, import_shared.nodeAt)(tree, span.start)));
  return kind === import_shared.Kind.default_parameter || kind === import_shared.Kind.typed_default_parameter;
}
function isNameless(module2, definition, parameter) {
  const { parameters, enclosing, name } = definition;
  if (parameter.kind !== "positional-or-keyword" && parameter.kind !== "keyword-only") return true;
  const isFirst = parameters[0] === parameter;
  const isStatic2 = name !== "__new__" && (0, import_shared.isStaticMethod)(definition);
  return isFirst && enclosing?.kind === "class" && !isStatic2 && !isHandedOn(module2, definition);
}
function isHandedOn({ tree, bindings }, { nameSpan }) {
  const references = bindings.bindingAt(nameSpan.start)?.references ?? [];
  return references.some(({ node }) => (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) === import_shared.Kind.argument_list);
}
function* modulesGivenBy(world, module2, expression) {
  const { tree, bindings } = module2;
  const value = valueOf(world, module2, expression);
  if (value.kind === "module") yield value.link;
  if (value.kind !== "unknown") return;
  const isName = (0, import_shared.kindOf)(tree, expression) === import_shared.Kind.identifier;
  const binding = isName ? bindings.bindingAt((0, import_shared.startOf)(tree, expression)) : void 0;
  const given = (binding?.definitions ?? []).map(({ node }) => (0, import_shared.valueGivenTo)(tree, node));
  yield* modulesNamedBy(world, module2, isName ? given : [expression]);
  if ((0, import_shared.kindOf)(tree, expression) === import_shared.Kind.attribute)
    yield* modulesStoredAs(world, (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, expression, import_shared.Field.attribute)));
  const found = binding === void 0 ? void 0 : parameterOf2(module2, binding);
  if (found === void 0) return;
  yield* modulesGivenTo(world, found.definition.name);
  yield* modulesOfFixture(world, found.parameter.name);
}
function* modulesNamedBy(world, module2, expressions) {
  for (const expression of expressions) {
    if (expression === import_shared.NO_NODE) continue;
    const link = linkAt(world, module2, expression);
    if (link !== void 0) yield link;
    else if (LOADED.test((0, import_shared.textOf)(module2.tree, expression))) yield "any";
  }
}
var LOADED = /\b(?:import_module|reload|__import__|module|modules)\b/;
var modulesStoredAs = rememberedOf((world, name) => {
  const isStored5 = new RegExp(String.raw`(?:\.\s*|^[ \t]+)${name}\s*(?::[^=\n]*)?=(?!=)`, "mu");
  return world.pathsWith(name).flatMap((path2) => {
    const module2 = isStored5.test(world.project.text(path2) ?? "") ? world.project.module(path2) : void 0;
    if (module2 === void 0) return [];
    const { tree, bindings } = module2;
    const variables = bindings.scopes.flatMap(
      ({ kind, symbols }) => kind === "class" ? (symbols.get(name)?.definitions ?? []).map(({ node }) => node) : []
    );
    const given = [...attributesNamed(module2, name), ...variables].map(
      (target) => (0, import_shared.valueGivenTo)(tree, target)
    );
    return [...modulesNamedBy(world, module2, given)];
  });
});
var modulesGivenTo = rememberedOf(
  (world, name) => world.modulesWith(name).flatMap(
    (module2) => [...module2.nodesOf(import_shared.Kind.call)].filter((call) => (0, import_shared.calledNameOf)(module2.tree, call) === name).flatMap((call) => [...modulesAmong(world, module2, call)])
  )
);
var modulesOfFixture = rememberedOf(
  (world, name) => pathsDefining(world, name).flatMap((path2) => {
    const module2 = world.project.module(path2);
    if (module2 === void 0) return [];
    const { tree } = module2;
    const given = [...module2.nodesOf(import_shared.Kind.return_statement), ...module2.nodesOf(import_shared.Kind.yield)].filter((node) => module2.definitionAt((0, import_shared.startOf)(tree, node))?.name === name).map((node) => (0, import_shared.firstNamedChildOf)(tree, node));
    return [...modulesNamedBy(world, module2, given)];
  })
);
function* modulesAmong(world, module2, call) {
  for (const { value } of (0, import_shared.argumentsOf)(module2.tree, call)) {
    const link = linkAt(world, module2, value);
    if (link !== void 0) yield link;
  }
}
function linkAt(world, module2, expression) {
  const value = valueOf(world, module2, expression);
  return value.kind === "module" ? value.link : void 0;
}
function isPlainMock(world, module2, expression) {
  const { tree, bindings } = module2;
  if (expression === import_shared.NO_NODE) return false;
  if ((0, import_shared.kindOf)(tree, expression) === import_shared.Kind.identifier) {
    const [only, ...more] = bindings.bindingAt((0, import_shared.startOf)(tree, expression))?.definitions ?? [];
    const given = only === void 0 || more.length > 0 ? import_shared.NO_NODE : (0, import_shared.valueGivenTo)(tree, only.node);
    return given !== import_shared.NO_NODE && (0, import_shared.kindOf)(tree, given) === import_shared.Kind.call && isPlainMock(world, module2, given);
  }
  const isMock = (0, import_shared.kindOf)(tree, expression) === import_shared.Kind.call && MOCKS.test(calleeIn(module2, expression));
  return isMock && hasPlainKeywords(module2, expression) && !listsCalls(world, module2);
}
function putsPlainMock(world, module2, call, place) {
  const { tree } = module2;
  const given = (0, import_shared.argumentsOf)(tree, call);
  const [replacement] = given.filter(({ keyword }) => keyword === void 0).slice(place + 1);
  const value = replacement ?? given.find(({ keyword }) => keyword === "new");
  if (value !== void 0) return isPlainMock(world, module2, value.value);
  const makesMock = PATCHES.test(calleeIn(module2, call));
  return makesMock && hasPlainKeywords(module2, call) && !listsCalls(world, module2);
}
function calleeIn({ tree, originOf: originOf3, textOf: textOf3 }, call) {
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  return originOf3(callee) ?? textOf3(callee);
}
var MOCKS = /^(?:(?:unittest\.)?mock|mocker)\.(?:(?:NonCallable)?(?:Magic)?|Async)Mock$/;
var PATCHES = /^(?:(?:unittest\.)?mock|mocker)\.patch(?:\.object)?$/;
function hasPlainKeywords({ tree }, call) {
  return (0, import_shared.argumentsOf)(tree, call).every(({ value, keyword }) => {
    if (keyword === void 0) return (0, import_shared.kindOf)(tree, value) !== import_shared.Kind.dictionary_splat;
    if (keyword === "autospec") return (0, import_shared.kindOf)(tree, value) === import_shared.Kind.true;
    return /^(?:spec|spec_set|create|name|target|attribute|unsafe|instance)$/.test(keyword);
  });
}
function listsCalls({ pathsWith }, module2) {
  if ((0, import_shared.isConftest)(module2.path)) return LISTING2.some((word) => pathsWith(word).length > 0);
  return LISTING2.some((word) => module2.text.includes(word));
}
var LISTING2 = ["mock_calls", "method_calls", "assert_has_calls", "attach_mock", "configure_mock"];
function isNameExchanged(world, owner, name) {
  if (world.isTrusting === true) return false;
  const { paths, by } = exchangesOf(world, name);
  return pathsOf(owner).some((path2) => {
    if (paths.has(path2) || storesInGlobals(world, path2)) return true;
    return by.some((other) => other === path2 || names(world, other, path2));
  });
}
var names = (world, file, path2) => world.pathsWith(lastPartOf({ path: path2 })).includes(file);
var storesInGlobals = rememberedOf((world, path2) => {
  const text = world.project.text(path2) ?? "";
  return text.includes("globals()") && STORING_IN_GLOBALS.test(text);
});
var STORING_IN_GLOBALS = /\bglobals\(\)\s*(?:\[(?!["'][^"']*["']\s*\])[^\n]*\]\s*=(?!=)|\.\s*(?:update|setdefault|__setitem__)\b)/;
function pathsOf(link) {
  switch (link.to) {
    case "module":
      return [link.path];
    case "folder":
      return [link.folder];
    case "unknown":
      return link.candidates;
    case "elsewhere":
      return [];
  }
}
var exchangesOf = rememberedOf((world, name) => foundExchanges(trusting(world), name));
function foundExchanges(world, name) {
  const paths = /* @__PURE__ */ new Set();
  const by = [];
  for (const { module: module2, owner } of exchangesIn(world, name)) {
    if (owner === "any") by.push(module2.path);
    else for (const path2 of pathsOf(owner)) paths.add(path2);
  }
  return { paths, by };
}
function* exchangesIn(world, name) {
  const written = String.raw`["'.]\s*${name}\s*["']|(?<!\bself)\.\s*${name}\s*(?:[-+*/|&^%@<>]*=(?!=)|[,:)\]][^\n]*[^=!<>\n]=(?!=))|\b(?:as|for)\b[^\n]*\.\s*${name}\b`;
  const asKeyword = new RegExp(String.raw`\b${name}\s*=(?!=)`, "u");
  const mayExchange = new RegExp(written, "u");
  for (const path2 of world.pathsWith(name)) {
    const text = world.project.text(path2) ?? "";
    if (!mayExchange.test(text) && !(asKeyword.test(text) && FILLING.test(text))) continue;
    const module2 = world.project.module(path2);
    if (module2 === void 0) continue;
    const owners = [...byStores(world, module2, name), ...byKeywords(world, module2, name)];
    for (const literal of literalsWith(module2, name)) owners.push(...byString(world, module2, literal, name));
    for (const owner of owners) yield { module: module2, owner };
  }
}
var FILLING = /\b(?:multiple|setattr|vars|__dict__|globals|update|stub_out)\b/;
function* byStores(world, module2, name) {
  const { tree } = module2;
  for (const node of attributesNamed(module2, name)) {
    if (isRead(tree, node)) continue;
    const object = (0, import_shared.childIn)(tree, node, import_shared.Field.object);
    if (module2.members.classOf(object) !== void 0 || isPlainMock(world, module2, (0, import_shared.valueGivenTo)(tree, node)))
      continue;
    yield* modulesGivenBy(world, module2, object);
  }
}
function* byKeywords(world, module2, name) {
  const { tree } = module2;
  for (const node of module2.nodesOf(import_shared.Kind.keyword_argument)) {
    if (!(0, import_shared.isSpelt)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.name), name)) continue;
    const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, node));
    if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) continue;
    const target = (0, import_shared.argumentsOf)(tree, call)[0]?.value ?? import_shared.NO_NODE;
    if ((0, import_shared.calledNameOf)(tree, call) !== "multiple") yield* filledByComputedName(world, module2);
    else if (literalAt(module2, target) === void 0) yield* modulesGivenBy(world, module2, target);
    else yield linkOf(world.project, module2, constantAt(module2, target) ?? "");
  }
}
function* byString(world, module2, literal, name) {
  const { tree } = module2;
  const { node, value } = literal;
  const isName = value === name;
  if (literal.isDocstring || !(isName || value.endsWith(`.${name}`))) return;
  const call = callWith(module2, node);
  const called = call === import_shared.NO_NODE ? "" : (0, import_shared.calledNameOf)(tree, call);
  if (READING.test(called) || call !== import_shared.NO_NODE && putsPlainMock(world, module2, call, isName ? 1 : 0))
    return;
  if (isPart(module2, literal) && isBelowSetting(module2, node)) yield "any";
  const form = formOf(module2, literal);
  if (form.form === "attribute") {
    yield* modulesGivenBy(world, module2, form.target);
  } else if (isName) {
    if (call !== import_shared.NO_NODE) yield* modulesAmong(world, module2, call);
    yield* filledByComputedName(world, module2);
  } else if (!isPart(module2, literal) && /^[\w.]+$/u.test(value)) {
    const object = pathPartsOf(world, module2, literal).at(-1)?.object;
    if (object?.kind !== "module") return;
    const isSubmodule2 = submoduleOf(world.project, object.link, name) !== void 0;
    if (form.form === "path" || !isSubmodule2) yield object.link;
  }
}
var isPart = ({ tree }, { node, isFormatted }) => isFormatted || PARTS.has((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)));
var PARTS = /* @__PURE__ */ new Set([import_shared.Kind.binary_operator, import_shared.Kind.attribute]);
function isBelowSetting({ tree }, node) {
  for (let call = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.call); call !== import_shared.NO_NODE; call = (0, import_shared.ancestorOf)(tree, call, import_shared.Kind.call))
    if (SETTING.test((0, import_shared.calledNameOf)(tree, call)) || (0, import_shared.calledNameOf)(tree, call) === "object") return true;
  return false;
}
var READING = /^(?:getattr|hasattr|delattr|delitem|spy|dict|multiple|import_module|reload|getLogger|get_logger|find_spec|importorskip|resolve_name|pop|get)$/;
var SETTING = /^(?:patch|setattr|stub_out|MonkeyPatch|MockPatch)$/;
function filledByComputedName(world, module2) {
  const owners = [];
  storesByComputedName(world, module2, (value) => {
    if (value.kind === "module") owners.push(value.link);
    return false;
  });
  return owners;
}
function isImportExchanged(world, { path: path2 }) {
  return world.isTrusting !== true && isPutAmongModules(world, path2);
}
var open = /* @__PURE__ */ new Set();
var getsOtherSelf = remembered(
  (world, { definition }) => {
    const owner = definition.enclosing;
    if (owner?.kind !== "class" || open.has(definition)) return true;
    const reads = readsThroughClasses(world, definition.name).get(owner) ?? [];
    open.add(definition);
    const gets = reads.some((read2) => !isGivenObjectOf(world, read2, owner));
    open.delete(definition);
    return gets;
  }
);
var readsThroughClasses = rememberedOf((world, name) => {
  const reads = /* @__PURE__ */ new Map();
  for (const module2 of modulesWithAttribute(world, name)) {
    const { tree } = module2;
    const isPlain3 = (0, import_shared.isAscii)(module2.text);
    for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
      if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute) continue;
      if (!(0, import_shared.isSpelt)(tree, node, name) && (isPlain3 || (0, import_shared.textOf)(tree, node).normalize("NFKC") !== name)) continue;
      const attribute2 = (0, import_shared.parentOf)(tree, node);
      if (!isRead(tree, attribute2)) continue;
      const read2 = classAt(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object));
      if (read2 === void 0) continue;
      for (const definition of ancestryOf(world, read2).classes.keys())
        reads.set(definition, [...reads.get(definition) ?? [], { module: module2, attribute: attribute2 }]);
    }
  }
  return reads;
});
function classAt(world, module2, expression, depth = 0) {
  const { tree, bindings } = module2;
  const node = (0, import_shared.unparenthesized)(tree, expression);
  if (node === import_shared.NO_NODE || depth > MAXIMUM_DEPTH) return void 0;
  switch ((0, import_shared.kindOf)(tree, node)) {
    case import_shared.Kind.identifier: {
      const binding = bindings.bindingAt((0, import_shared.startOf)(tree, node));
      if (binding?.kind === "parameter") {
        const value2 = selfOf(module2, binding);
        return value2.kind === "class" ? value2.class : void 0;
      }
      if (binding?.kind === "local" && binding.scope.kind !== "module" && binding.scope.kind !== "class") {
        const [only] = binding.definitions;
        return only && classAt(world, module2, (0, import_shared.valueGivenTo)(tree, only.node), depth + 1);
      }
      const value = valueOf(world, module2, node);
      return value.kind === "class" ? value.class : void 0;
    }
    case import_shared.Kind.attribute: {
      const object = (0, import_shared.childIn)(tree, node, import_shared.Field.object);
      if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute)) === "__class__")
        return classOfSelf(module2, object);
      if (bindings.bindingAt((0, import_shared.startOf)(tree, node))?.kind !== "import") return void 0;
      const value = valueOf(world, module2, node);
      return value.kind === "class" ? value.class : void 0;
    }
    case import_shared.Kind.call: {
      const [object, ...more] = (0, import_shared.argumentsOf)(tree, node);
      const isType = (0, import_shared.calledNameOf)(tree, node) === "type" && object !== void 0 && more.length === 0;
      return isType ? classOfSelf(module2, object.value) : void 0;
    }
    default:
      return void 0;
  }
}
function classOfSelf(module2, node) {
  const binding = module2.bindings.bindingAt((0, import_shared.startOf)(module2.tree, node));
  const value = binding?.kind === "parameter" ? selfOf(module2, binding) : void 0;
  return value?.kind === "instance" ? value.class : void 0;
}
function isGivenObjectOf(world, { module: module2, attribute: attribute2 }, owner) {
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, attribute2);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.call: {
      const [first] = (0, import_shared.argumentsOf)(tree, parent);
      if ((0, import_shared.fieldOf)(tree, attribute2) !== import_shared.Field.function || first === void 0) return false;
      const value = valueOf(world, module2, first.value);
      return value.kind === "instance" && ancestryOf(world, value.class).classes.has(owner);
    }
    case import_shared.Kind.argument_list:
      return module2.imports.originOf((0, import_shared.calleeOf)(tree, (0, import_shared.parentOf)(tree, parent)) ?? "").startsWith("inspect.");
    case import_shared.Kind.attribute:
      return !/^__(?:func|get|call|wrapped)__$/.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute)));
    case import_shared.Kind.comparison_operator:
      return true;
    default:
      return false;
  }
}
function callOf({ tree }, node) {
  const parent = (0, import_shared.parentOf)(tree, node);
  const callee = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.attribute && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute ? parent : node;
  const call = (0, import_shared.parentOf)(tree, callee);
  return (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && (0, import_shared.fieldOf)(tree, callee) === import_shared.Field.function ? call : import_shared.NO_NODE;
}
function specifiedAt(module2, node) {
  const { tree } = module2;
  const argument = (0, import_shared.parentOf)(tree, node);
  if ((0, import_shared.kindOf)(tree, argument) !== import_shared.Kind.keyword_argument) {
    const [object] = (0, import_shared.argumentsOf)(tree, callOf(module2, node));
    return object === void 0 ? void 0 : definedNameOf(module2, object.value);
  }
  const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, argument));
  if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.name || (0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return void 0;
  const [path2, name] = (0, import_shared.argumentsOf)(tree, call).filter(({ keyword }) => keyword === void 0);
  switch ((0, import_shared.calledNameOf)(tree, call)) {
    case "patch":
      return path2 === void 0 ? void 0 : constantAt(module2, path2.value);
    case "object":
      return name === void 0 ? void 0 : constantAt(module2, name.value);
    default:
      return void 0;
  }
}
function definedNameOf({ tree, bindings }, node) {
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, node));
  const isDefined = /^(?:import|class|function)$/.test(binding?.kind ?? "");
  return isDefined ? (0, import_shared.dottedNameOf)(tree, node) : void 0;
}
function isAskedForPlaceAlone(module2, identifier) {
  const { tree } = module2;
  const search = { module: module2, seen: /* @__PURE__ */ new Set() };
  switch ((0, import_shared.textOf)(tree, identifier)) {
    case "_getframe":
    case "currentframe": {
      const call = callOf(module2, identifier);
      return call !== import_shared.NO_NODE && isPlaceAlone(search, call);
    }
    case "f_back":
    case "f_globals":
      return (0, import_shared.fieldOf)(tree, identifier) === import_shared.Field.attribute && isPlace(search, (0, import_shared.parentOf)(tree, identifier));
    case "tb_frame":
      return (0, import_shared.fieldOf)(tree, identifier) === import_shared.Field.attribute && isPlaceAlone(search, (0, import_shared.parentOf)(tree, identifier));
    default:
      return false;
  }
}
function isPlaceAlone(search, frame) {
  const { tree } = search.module;
  let node = frame;
  while ((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) === import_shared.Kind.parenthesized_expression) node = (0, import_shared.parentOf)(tree, node);
  const parent = (0, import_shared.parentOf)(tree, node);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.attribute:
      return (0, import_shared.fieldOf)(tree, node) === import_shared.Field.object && isPlace(search, parent);
    case import_shared.Kind.comparison_operator:
    case import_shared.Kind.not_operator:
    case import_shared.Kind.expression_statement:
    case import_shared.Kind.delete_statement:
    case import_shared.Kind.assert_statement:
      return true;
    case import_shared.Kind.if_statement:
    case import_shared.Kind.while_statement:
    case import_shared.Kind.elif_clause:
      return (0, import_shared.fieldOf)(tree, node) === import_shared.Field.condition;
    case import_shared.Kind.boolean_operator:
    case import_shared.Kind.conditional_expression:
      return isPlaceAlone(search, parent);
    case import_shared.Kind.assignment:
      return isKeptForPlace(search, parent, node);
    default:
      return false;
  }
}
function isPlace(search, attribute2) {
  const { tree } = search.module;
  const parent = (0, import_shared.parentOf)(tree, attribute2);
  const isObject = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.attribute && (0, import_shared.fieldOf)(tree, attribute2) === import_shared.Field.object;
  const next2 = isObject ? (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute)) : "";
  switch ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute))) {
    case "f_lineno":
    case "f_lasti":
    case "clear":
      return true;
    case "f_back":
      return isPlaceAlone(search, attribute2);
    case "f_code":
      return next2 === "co_filename" || next2 === "co_firstlineno";
    case "f_globals":
      return isOwnGlobal(search.module, attribute2, parent, next2);
    default:
      return false;
  }
}
function isOwnGlobal(module2, globals, parent, next2) {
  const { tree } = module2;
  const isSubscript = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.subscript && (0, import_shared.fieldOf)(tree, globals) === import_shared.Field.value;
  const call = next2 === "get" ? (0, import_shared.parentOf)(tree, parent) : import_shared.NO_NODE;
  const isCall = call !== import_shared.NO_NODE && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call;
  let key = import_shared.NO_NODE;
  if (isSubscript) key = (0, import_shared.childIn)(tree, parent, import_shared.Field.subscript);
  else if (isCall) key = (0, import_shared.argumentsOf)(tree, call)[0]?.value ?? import_shared.NO_NODE;
  return key !== import_shared.NO_NODE && /^__(?:name|file|package|spec|loader)__$/.test(constantAt(module2, key) ?? "");
}
function isKeptForPlace(search, assignment, value) {
  const { tree, bindings } = search.module;
  const target = (0, import_shared.unwrapped)(tree, (0, import_shared.childIn)(tree, assignment, import_shared.Field.left));
  if (target === value || (0, import_shared.kindOf)(tree, target) !== import_shared.Kind.identifier) return false;
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, target));
  if (binding === void 0 || binding.kind !== "local" || binding.scope.kind !== "function") return false;
  const [first] = binding.definitions;
  if (first === void 0 || search.seen.has(first.start)) return true;
  search.seen.add(first.start);
  return binding.references.every(({ node }) => isPlaceAlone(search, node));
}
var known5 = /* @__PURE__ */ new WeakMap();
function observersOf(module2) {
  const present = known5.get(module2);
  if (present !== void 0) return present;
  const observers = [];
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    const observer = observerAt(module2, node) ?? importedObserver(module2, node);
    if (observer !== void 0) observers.push(observer);
  }
  known5.set(module2, observers);
  return observers;
}
function isHarmlessFor({ text }, ...words2) {
  return text !== void 0 && words2.every((word) => wordOffsetsIn(text, word).length === 0);
}
var kindOfWord = new Map(
  Object.entries({
    frame: "_getframe _getframemodulename _current_frames currentframe f_locals f_globals f_back tb_frame gi_frame cr_frame ag_frame getinnerframes getouterframes getargvalues getgeneratorlocals getcoroutinelocals getasyncgenlocals settrace setprofile capture_locals showlocals",
    namespace: "__globals__ func_globals run_path run_module",
    "code-object": "__code__ func_code gi_code cr_code ag_code __closure__ func_closure co_varnames co_names co_freevars co_cellvars co_code co_consts getclosurevars dis Bytecode",
    signature: "getfullargspec getargspec getcallargs formatargspec __signature__ __kwdefaults__ __annotations__ get_type_hints get_annotations __wrapped__",
    "source-text": "getsource getsourcelines findsource linecache getblock"
  }).flatMap(
    ([kind, words2]) => (
      // Object.entries widens the keys of the table above to string.
      words2.split(" ").map((word) => [word, kind])
    )
  )
);
function observerAt(module2, node) {
  const { tree } = module2;
  const word = (0, import_shared.textOf)(tree, node);
  const everywhere = (kind2) => seenEverywhere(kind2, node, word);
  const kind = kindOfWord.get(word);
  if (kind !== void 0)
    return isOwnVariable(module2, node) || kind === "frame" && isAskedForPlaceAlone(module2, node) ? void 0 : everywhere(kind);
  switch (word) {
    case "autospec":
    case "create_autospec":
      return isOwnVariable(module2, node) ? void 0 : { ...everywhere("signature"), text: specifiedAt(module2, node) };
    case "stack":
    case "trace":
      return isOf(module2, node, "inspect") ? everywhere("frame") : void 0;
    case "signature":
    case "Signature":
      return isOf(module2, node, "inspect", "funcsigs") ? everywhere("signature") : void 0;
    case "locals":
    case "globals":
      if (isLocalsOfEntry(module2, node, word)) return everywhere("frame");
      return isBuiltin(module2, node) ? namespaceCall(module2, node, word) : void 0;
    case "vars":
    case "dir":
      return isBuiltin(module2, node) ? objectCall(module2, node, word) : void 0;
    case "eval":
    case "exec":
      return isBuiltin(module2, node) ? codeCall(module2, node, word) : namedLikeEval(module2, node, word);
    case "query":
    case "evaluate":
      return namedLikeEval(module2, node, word);
    case "getattr":
    case "__import__":
    case "import_module":
      return looksUpBuiltin(module2, node, word) ? everywhere("dynamic-code") : void 0;
    default:
      return void 0;
  }
}
var seenEverywhere = (kind, node, shown) => ({
  kind,
  node,
  shown,
  scope: void 0,
  text: void 0
});
function importedObserver({ tree, imports }, node) {
  const origin = imports.originBoundAt(node);
  if (origin === void 0) return void 0;
  const kind = kindOfOrigin.find(([, pattern]) => pattern.test(origin))?.[0];
  return kind === void 0 ? void 0 : seenEverywhere(kind, node, (0, import_shared.textOf)(tree, node));
}
var kindOfOrigin = [
  ["frame", /^inspect\.(?:stack|trace)$/],
  ["signature", /^(?:inspect|funcsigs)\.[sS]ignature$/],
  ["locals", /^(?:builtins|__builtin__)\.(?:locals|vars|dir)$/],
  ["namespace", /^(?:builtins|__builtin__)\.globals$/],
  ["dynamic-code", /^(?:builtins|__builtin__)\.(?:eval|exec)$/],
  ["source-text", /^(?:icecream|varname|executing|sorcery|pysnooper|snoop|birdseye|stack_data)(?:\.|$)/]
];
function isOwnVariable({ tree, bindings }, node) {
  if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute) return false;
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, node));
  return binding !== void 0 && binding.kind !== "unbound" && binding.kind !== "import";
}
function isBuiltin(module2, node) {
  const { tree, bindings } = module2;
  if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute)
    return isOf(module2, node, "builtins", "__builtins__", "__builtin__");
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, node));
  return binding !== void 0 && (binding.kind === "unbound" || binding.kind === "import");
}
function isOf({ tree, imports }, node, ...modules) {
  const parent = (0, import_shared.parentOf)(tree, node);
  const isAttribute = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.attribute && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute;
  const origin = imports.originOf((0, import_shared.textOf)(tree, isAttribute ? parent : node));
  return modules.some((module2) => origin.startsWith(`${module2}.`));
}
function isLocalsOfEntry(module2, node, word) {
  return word === "locals" && (0, import_shared.fieldOf)(module2.tree, node) === import_shared.Field.attribute && !isBuiltin(module2, node);
}
function looksUpBuiltin(module2, node, word) {
  const { tree, imports } = module2;
  const call = callOf(module2, node);
  if (call === import_shared.NO_NODE) return false;
  const [first, second] = (0, import_shared.argumentsOf)(tree, call);
  if (first === void 0) return false;
  if (word !== "getattr") return constantAt(module2, first.value) === "builtins";
  if (second === void 0 || !/^(?:builtins|__builtins?__)$/.test(imports.originOf((0, import_shared.textOf)(tree, first.value))))
    return false;
  const name = constantAt(module2, second.value);
  return name === void 0 || /^(?:eval|exec|locals|globals|vars|dir)$/.test(name);
}
function namespaceCall(module2, node, word) {
  const kind = word === "locals" ? "locals" : "namespace";
  const call = callOf(module2, node);
  if (call === import_shared.NO_NODE) return { kind, node, shown: word, scope: void 0, text: void 0 };
  const scope = kind === "locals" ? scopeOf(module2, call) : module2.bindings.module;
  return { kind, node, shown: `${word}()`, scope, text: textLookedUpIn(module2, call) };
}
function objectCall(module2, node, word) {
  const call = callOf(module2, node);
  if (call === import_shared.NO_NODE) return { kind: "locals", node, shown: word, scope: void 0, text: void 0 };
  if ((0, import_shared.argumentsOf)(module2.tree, call).length > 0) return void 0;
  return {
    kind: "locals",
    node,
    shown: `${word}()`,
    scope: scopeOf(module2, call),
    text: textLookedUpIn(module2, call)
  };
}
function codeCall(module2, node, word) {
  const { tree } = module2;
  const kind = "dynamic-code";
  const call = callOf(module2, node);
  if (call === import_shared.NO_NODE) return { kind, node, shown: word, scope: void 0, text: void 0 };
  const given = (0, import_shared.argumentsOf)(tree, call);
  const [code2, namespace] = given.filter(({ keyword }) => keyword === void 0);
  const globals = namespace?.value ?? (0, import_shared.keywordOf)(tree, call, "globals");
  const isApart2 = globals !== import_shared.NO_NODE && !mayBeNone(module2, globals) && !isSplat(tree, globals);
  if (isApart2) return void 0;
  const text = code2 === void 0 ? void 0 : constantAt(module2, code2.value);
  const isPlain3 = !given.some(({ node: argument }) => isSplat(tree, argument));
  const hasLocals = isPlain3 && (given.length > 2 || (0, import_shared.keywordOf)(tree, call, "locals") !== import_shared.NO_NODE);
  const scope = hasLocals ? module2.bindings.module : scopeOf(module2, call);
  return { kind, node, shown: `${word}()`, scope, text };
}
var isSplat = (tree, argument) => (0, import_shared.kindOf)(tree, argument) === import_shared.Kind.list_splat || (0, import_shared.kindOf)(tree, argument) === import_shared.Kind.dictionary_splat;
function mayBeNone({ tree, bindings }, node) {
  if ((0, import_shared.kindOf)(tree, node) === import_shared.Kind.none) return true;
  if ((0, import_shared.kindOf)(tree, node) !== import_shared.Kind.identifier) return false;
  const [first] = bindings.bindingAt((0, import_shared.startOf)(tree, node))?.definitions ?? [];
  return first !== void 0 && (0, import_shared.kindOf)(tree, (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, first.node), import_shared.Field.value)) === import_shared.Kind.none;
}
function namedLikeEval(module2, node, word) {
  const call = callOf(module2, node);
  if (call === import_shared.NO_NODE) return void 0;
  const [code2] = (0, import_shared.argumentsOf)(module2.tree, call);
  const text = code2 === void 0 ? void 0 : constantAt(module2, code2.value);
  if (text === void 0) return void 0;
  const names3 = word === "query" ? Array.from(text.matchAll(/@(\w+)/g), ([, name = ""]) => name) : [text];
  return {
    kind: "dynamic-code",
    node,
    shown: `.${word}()`,
    scope: scopeOf(module2, call),
    text: names3.join(" ")
  };
}
function textLookedUpIn(module2, call) {
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, call);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.binary_operator: {
      const format = (0, import_shared.unwrapped)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.left));
      const isFormat = (0, import_shared.kindOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.operator)) === import_shared.Kind["%"];
      return isFormat && format !== call ? constantAt(module2, format) : void 0;
    }
    case import_shared.Kind.subscript: {
      const [, key = import_shared.NO_NODE] = (0, import_shared.namedChildrenOf)(tree, parent);
      return constantAt(module2, key);
    }
    case import_shared.Kind.attribute: {
      const method = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute));
      const outer = (0, import_shared.parentOf)(tree, parent);
      if (!/^(?:get|pop|setdefault)$/.test(method) || (0, import_shared.kindOf)(tree, outer) !== import_shared.Kind.call) return void 0;
      return constantAt(module2, (0, import_shared.argumentsOf)(tree, outer)[0]?.value ?? import_shared.NO_NODE);
    }
    case import_shared.Kind.dictionary_splat:
      return constantFormatOf(module2, (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, parent)), "format");
    case import_shared.Kind.argument_list:
      return constantFormatOf(module2, (0, import_shared.parentOf)(tree, parent), "format_map") ?? constantCodeOf(module2, (0, import_shared.parentOf)(tree, parent), call);
    case import_shared.Kind.keyword_argument:
      return constantCodeOf(module2, (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, parent)), call);
    default:
      return void 0;
  }
}
function constantFormatOf(module2, call, method) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return void 0;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  if ((0, import_shared.kindOf)(tree, callee) !== import_shared.Kind.attribute) return void 0;
  if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.attribute)) !== method) return void 0;
  return constantAt(module2, (0, import_shared.unwrapped)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.object)));
}
function constantCodeOf(module2, call, namespace) {
  const { tree } = module2;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  const [code2] = (0, import_shared.argumentsOf)(tree, call);
  if (callee === import_shared.NO_NODE || code2 === void 0 || code2.value === namespace) return void 0;
  const name = /(?:^|\.)(eval|exec|timeit|repeat|Timer)$/.exec((0, import_shared.textOf)(tree, callee))?.[1];
  if (name === void 0) return void 0;
  const setup = (0, import_shared.keywordOf)(tree, call, "setup");
  const texts = [code2.value, ...setup === import_shared.NO_NODE ? [] : [setup]].map((node) => constantAt(module2, node));
  return texts.includes(void 0) ? void 0 : texts.join("\n");
}
function scopeOf({ bindings }, call) {
  return bindings.scopeOf(call);
}
function shownOf({ tree }, node) {
  const text = tree.text.slice((0, import_shared.startOf)(tree, node), (0, import_shared.endOf)(tree, node)).replace(/\s+/g, " ");
  return text.length <= 40 ? text : `${text.slice(0, 37)}...`;
}
function definitionsOf(module2, binding) {
  const starts = new Set(binding.definitions.map(({ start }) => start));
  return module2.definitions.filter(({ nameSpan }) => starts.has(nameSpan.start));
}
function* objectionsToDefinition(module2, definition) {
  yield* unknownDecorators(module2, definition, () => false);
  yield* doctestsBelow(module2, definition);
}
function* doctestsBelow(module2, { span }) {
  for (const literal of literalsOf(module2)) {
    const start = literalStart(module2, literal);
    const isBelow3 = literal.isDocstring && span.start <= start && start < span.end;
    if (isBelow3 && /^\s*>>> /m.test(literal.value))
      yield refuse("doctest", shownOf(module2, literal.node), module2, start);
  }
}
function* namesInStrings(module2, name) {
  for (const literal of literalsWith(module2, name)) {
    if (isAnnotation(module2, literal)) continue;
    if (!literal.isDocstring) {
      yield refuse("name-in-string", shownOf(module2, literal.node), module2, literalStart(module2, literal));
    } else if (literal.value.includes(">>>")) {
      yield refuse("doctest", `\`${name}\``, module2, literalStart(module2, literal));
    }
  }
}
var KNOWN_DECORATORS = /^(?:property|staticmethod|classmethod|(?:builtins|abc|functools|contextlib|typing|typing_extensions|dataclasses|enum|unittest|asyncio|types|warnings|attrs?)\.\w+(?:\.\w+)?|(?:[\w.]+\.)?mock\.patch(?:\.\w+)?|pytest\.mark\.\w+|pytest(?:_asyncio)?\.fixture|hypothesis\.(?:\w+\.)*\w+|\w+\.(?:setter|getter|deleter))$/;
function* unknownDecorators(module2, { decorators }, isOwnDecorator) {
  for (const decorator of decorators) {
    if (isOwnDecorator(decorator) || KNOWN_DECORATORS.test(module2.imports.originOf(decorator.name))) continue;
    const shown = shownOf(module2, decorator.node);
    yield refuse("unknown-decorator", shown, module2, (0, import_shared.startOf)(module2.tree, decorator.node));
  }
}
function keepsOwnName(module2, definition) {
  return !takesAnotherName(module2, definition) && unknownDecorators(module2, definition, () => false).next().done === true;
}
function takesAnotherName({ imports }, { decorators }) {
  return decorators.some(({ name }) => imports.originOf(name) === "functools.wraps");
}
var NAME_TAKERS = new Set(
  "namedtuple NamedTuple TypeVar ParamSpec TypeVarTuple NewType Enum IntEnum StrEnum Flag IntFlag TypedDict make_dataclass make_class type new_class ContextVar TypeAliasType".split(" ")
);
function* functionalNames(module2, binding) {
  const { tree } = module2;
  for (const { node } of binding.definitions) {
    const value = (0, import_shared.valueGivenTo)(tree, node);
    if (value === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, value) !== import_shared.Kind.call) continue;
    if (!NAME_TAKERS.has((0, import_shared.calledNameOf)(tree, value))) continue;
    const [first] = (0, import_shared.argumentsOf)(tree, value);
    const told = first === void 0 ? void 0 : (0, import_shared.stringContentOf)(tree, first.value);
    if (told !== void 0 && wordOffsetsIn(told, binding.name).length > 0)
      yield refuse("functional-name", shownOf(module2, value), module2, (0, import_shared.startOf)(tree, value));
  }
}
function* privateNames(module2, { name, node }) {
  const { tree } = module2;
  const found = module2.nodesOf(import_shared.Kind.identifier).find((inner) => (0, import_shared.contains)(tree, node, inner) && /^__(?!.*__$)/s.test((0, import_shared.textOf)(tree, inner)));
  if (found === void 0) return;
  const shown = `\`${(0, import_shared.textOf)(tree, found)}\` in class ${name}`;
  yield refuse("mangled", shown, module2, (0, import_shared.startOf)(tree, found));
}
var open2 = /* @__PURE__ */ new Set();
var makesItsObjects = remembered((world, owner) => {
  if (open2.has(owner.definition)) return false;
  open2.add(owner.definition);
  const { classes } = ancestryOf(world, owner);
  const makes = isKeptByDecorators(world, owner) && [...classes.values()].every((one) => hasPlain(one, "__new__") && hasPlainMetaclass(world, one)) && !isReplacedBySetting(world, owner.definition.name) && !isExchanged(world, owner);
  open2.delete(owner.definition);
  return makes;
});
function isKeptByDecorators(world, { module: module2, definition }) {
  const isKept2 = ({ node }) => givesBack(world, module2, node);
  return unknownDecorators(module2, definition, isKept2).next().done === true;
}
function givesBack(world, module2, decorator) {
  const value = valueOf(world, module2, (0, import_shared.firstNamedChildOf)(module2.tree, decorator));
  if (value.kind !== "function" || value.definition.decorators.length > 0) return false;
  const [first] = value.definition.parameters;
  const returned = returnedIn(value.module, value.definition);
  return returned.length > 0 && returned.every((node) => {
    const binding = value.module.bindings.bindingAt((0, import_shared.startOf)(value.module.tree, node));
    return binding?.definitions.length === 1 && binding.definitions[0]?.start === first?.span.start;
  });
}
function returnedIn(module2, definition) {
  const { tree } = module2;
  return [...module2.nodesOf(import_shared.Kind.return_statement)].filter((statement) => module2.definitionAt((0, import_shared.startOf)(tree, statement)) === definition).map((statement) => (0, import_shared.unparenthesized)(tree, (0, import_shared.firstNamedChildOf)(tree, statement)));
}
function hasPlain({ module: module2, definition }, name) {
  const { tree, bindings } = module2;
  return (classVariableOf(module2, definition, name)?.definitions ?? []).every((occurrence) => {
    const method = definitionNamedAt(module2, occurrence);
    if (method?.kind !== "function") return false;
    const returned = returnedIn(module2, method);
    return returned.length > 0 && returned.every((node) => {
      if (node === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, node) !== import_shared.Kind.identifier)
        return isMadeByNext(module2, method, node, name);
      const [only, ...more] = bindings.bindingAt((0, import_shared.startOf)(tree, node))?.definitions ?? [];
      const isOnly = only !== void 0 && more.length === 0;
      return isOnly && isMadeByNext(module2, method, (0, import_shared.valueGivenTo)(tree, only.node), name);
    });
  });
}
function isMadeByNext({ tree }, { parameters }, call, name) {
  if (call === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call || (0, import_shared.calledNameOf)(tree, call) !== name) return false;
  const object = (0, import_shared.childIn)(tree, (0, import_shared.childIn)(tree, call, import_shared.Field.function), import_shared.Field.object);
  if (name === "__call__")
    return (0, import_shared.kindOf)(tree, object) === import_shared.Kind.call && (0, import_shared.calledNameOf)(tree, object) === "super";
  const [first] = (0, import_shared.argumentsOf)(tree, call);
  return first !== void 0 && (0, import_shared.textOf)(tree, first.value) === parameters[0]?.name;
}
function hasPlainMetaclass(world, { module: module2, definition }) {
  const { tree } = module2;
  return classKeywordsOf(module2, definition).every((keyword) => {
    if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, keyword, import_shared.Field.name)) !== "metaclass") return true;
    const metaclass = valueOf(world, module2, (0, import_shared.childIn)(tree, keyword, import_shared.Field.value));
    if (metaclass.kind !== "class") return metaclass.kind === "foreign";
    const { classes } = ancestryOf(world, metaclass.class);
    return [...classes.values()].every((one) => hasPlain(one, "__new__") && hasPlain(one, "__call__"));
  });
}
var isReplacedBySetting = rememberedOf(
  (world, name) => world.modulesWith(name).some(
    (module2) => literalsWith(module2, name).some(({ node, isDocstring, value }) => {
      const isLast = value === name || value.endsWith(`.${name}`);
      return !isDocstring && isLast && isSetting(module2, node);
    })
  )
);
function isSetting({ tree }, literal) {
  for (let node = (0, import_shared.parentOf)(tree, literal); node !== import_shared.NO_NODE; node = (0, import_shared.parentOf)(tree, node)) {
    if ((0, import_shared.kindOf)(tree, node) !== import_shared.Kind.call) continue;
    const given = (0, import_shared.argumentsOf)(tree, node);
    const named2 = given.some(({ keyword }) => /^new(?:_callable)?$/.test(keyword ?? ""));
    const positional = given.filter(({ keyword }) => keyword === void 0).length;
    switch ((0, import_shared.calledNameOf)(tree, node)) {
      case "patch":
        return named2 || positional > 1;
      case "object":
      case "MockPatchObject":
        return named2 || positional > 2;
      case "setattr":
      case "stub_out":
      case "MonkeyPatch":
      case "__setattr__":
        return true;
      default:
    }
  }
  return false;
}
var isExchanged = remembered((world, owner) => {
  const paths = modulesThatExchange(world, "__class__");
  if (paths.length === 0) return false;
  return [...ancestryOf(world, owner).classes.keys()].some(({ name }) => {
    const naming = new Set(world.pathsWith(name));
    return paths.some((path2) => naming.has(path2));
  });
});
var modulesThatExchange = rememberedOf(
  (world, word) => world.modulesWith(word).filter((module2) => storesIn(module2, word) || setsByString(module2, word)).map(({ path: path2 }) => path2)
);
function storesIn({ tree, nodesOf: nodesOf2 }, name) {
  return nodesOf2(import_shared.Kind.identifier).some((node) => {
    if ((0, import_shared.textOf)(tree, node) !== name || (0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute) return false;
    return !isRead(tree, (0, import_shared.parentOf)(tree, node));
  });
}
function setsByString(module2, name) {
  return literalsWith(module2, name).some(
    ({ node, isDocstring, value }) => !isDocstring && value === name && isSetting(module2, node)
  );
}
raiseDoubts({ makesItsObjects, isExchanged, isNameExchanged, isImportExchanged, getsOtherSelf });
function provenanceIn(module2, symbol, read2) {
  const { tree } = module2;
  const body = bodyOf(module2, symbol.scope);
  const readAt2 = statementIn(module2, body, read2.node);
  let answer = "global";
  for (const definition of symbol.definitions) {
    if (isAnnotationAlone(module2, definition.node)) continue;
    const boundAt = statementIn(module2, body, definition.node);
    if (boundAt > readAt2) continue;
    if (isDeletion(module2, definition.node)) return "either";
    if (boundAt === readAt2) {
      if (!isEvaluatedBefore(module2, boundAt, definition, read2)) answer = "either";
    } else if (answer === "global") {
      answer = isUnconditional((0, import_shared.kindOf)(tree, boundAt)) ? "class" : "either";
    } else if (isUnconditional((0, import_shared.kindOf)(tree, boundAt))) answer = "class";
  }
  return answer;
}
function bindingMeantAt(module2, offset) {
  const { bindings } = module2;
  const symbol = bindings.symbolAt(offset);
  if (symbol?.scope.kind !== "class" || symbol.binding.scope !== symbol.scope)
    return bindings.bindingAt(offset);
  const read2 = symbol.references.find(({ start, end }) => start <= offset && offset < end);
  const isGlobal = read2 !== void 0 && provenanceIn(module2, symbol, read2) === "global";
  const meant = isGlobal ? bindings.lookup(bindings.module, symbol.name) : void 0;
  return meant ?? symbol.binding;
}
function readsThroughClasses2(module2, binding) {
  const certain = [];
  const uncertain = [];
  if (binding.scope.kind !== "module") return { certain, uncertain };
  for (const symbol of classSymbolsOf(module2, binding.name)) {
    for (const read2 of symbol.references) {
      const provenance = provenanceIn(module2, symbol, read2);
      if (provenance === "global") certain.push(read2);
      if (provenance === "either") uncertain.push(read2);
    }
  }
  return { certain, uncertain };
}
function classSymbolsOf(module2, name) {
  return module2.bindings.scopes.flatMap((scope) => {
    if (scope.kind !== "class") return [];
    const symbol = scope.symbols.get(name);
    return symbol?.flags.local === true && symbol.references.length > 0 ? [symbol] : [];
  });
}
function bodyOf({ definitions }, scope) {
  return definitions.find(({ node }) => node === scope.node)?.body ?? import_shared.NO_NODE;
}
function statementIn({ tree }, block, node) {
  let statement = (0, import_shared.statementAround)(tree, node);
  while (statement !== import_shared.NO_NODE && (0, import_shared.parentOf)(tree, statement) !== block)
    statement = (0, import_shared.statementAround)(tree, (0, import_shared.parentOf)(tree, statement));
  return statement;
}
function isAnnotationAlone({ tree }, node) {
  const assignment = (0, import_shared.parentOf)(tree, node);
  return (0, import_shared.kindOf)(tree, assignment) === import_shared.Kind.assignment && (0, import_shared.childIn)(tree, assignment, import_shared.Field.left) === node && (0, import_shared.childIn)(tree, assignment, import_shared.Field.right) === import_shared.NO_NODE;
}
function isDeletion({ tree }, node) {
  return (0, import_shared.kindOf)(tree, (0, import_shared.statementAround)(tree, node)) === import_shared.Kind.delete_statement;
}
var isUnconditional = (kind) => kind === import_shared.Kind.expression_statement || kind === import_shared.Kind.function_definition || kind === import_shared.Kind.class_definition || kind === import_shared.Kind.decorated_definition || kind === import_shared.Kind.import_statement || kind === import_shared.Kind.import_from_statement || kind === import_shared.Kind.type_alias_statement;
function isEvaluatedBefore({ tree }, statement, definition, read2) {
  if (definition.node === read2.node) return false;
  switch ((0, import_shared.kindOf)(tree, statement)) {
    case import_shared.Kind.function_definition:
    case import_shared.Kind.class_definition:
    case import_shared.Kind.decorated_definition:
      return (0, import_shared.parentOf)(tree, definition.node) === definitionIn(tree, statement);
    case import_shared.Kind.expression_statement: {
      const assignment = statement + 1;
      return (0, import_shared.kindOf)(tree, assignment) === import_shared.Kind.assignment && (0, import_shared.parentOf)(tree, definition.node) === assignment && (0, import_shared.contains)(tree, assignment, read2.node);
    }
    default:
      return false;
  }
}
function definitionIn(tree, statement) {
  if ((0, import_shared.kindOf)(tree, statement) !== import_shared.Kind.decorated_definition) return statement;
  return (0, import_shared.namedChildrenOf)(tree, statement).at(-1) ?? statement;
}
function sourceOf(module2, definition, parameter) {
  const { parameters } = definition;
  const index = parameters.findIndex(({ span }) => span.start === parameter.span.start);
  if (index < boundCount(definition) + patchedCount(module2, definition)) return { from: "position" };
  if (parameter.kind !== "positional-or-keyword" && parameter.kind !== "keyword-only")
    return { from: "position" };
  const decorators = decoratorsOf(definition);
  const given = decorators.filter(({ name }) => HYPOTHESIS.test(module2.imports.originOf(name)));
  if (given.length > 0) {
    const isGiven3 = given.some(({ call }) => isFilledBy(module2, call, parameter, parameters.length - index));
    if (isGiven3) return { from: "given", calls: given };
  }
  const multiple = decorators.find(
    ({ name }) => /(?:^|\.)patch\.multiple$/.test(module2.imports.originOf(name))
  );
  if (multiple !== void 0) return { from: "decorator", decorator: multiple };
  return hasDefault(module2, parameter) ? { from: "default" } : { from: "pytest" };
}
var HYPOTHESIS = /^hypothesis\.(?:\w+\.)*(?:given|example)$/;
function isFilledBy({ tree }, call, { name }, fromRight) {
  if (call === import_shared.NO_NODE) return false;
  const given = (0, import_shared.argumentsOf)(tree, call);
  const positional = given.filter(
    ({ keyword, node }) => keyword === void 0 && (0, import_shared.kindOf)(tree, node) !== import_shared.Kind.dictionary_splat
  );
  return given.some(({ keyword }) => keyword === name) || fromRight <= positional.length;
}
function boundCount(definition) {
  return definition.enclosing?.kind === "class" && !(0, import_shared.isStaticMethod)(definition) ? 1 : 0;
}
function patchedCount(module2, definition) {
  return decoratorsOf(definition).filter((decorator) => passesMock(module2, decorator)).length;
}
function decoratorsOf({ decorators, enclosing }) {
  return enclosing?.kind === "class" ? [...decorators, ...enclosing.decorators] : decorators;
}
function passesMock({ tree, imports }, { name, call }) {
  const found = /(?:^|\.)patch(?<object>\.object)?$/.exec(imports.originOf(name));
  if (found === null || call === import_shared.NO_NODE) return false;
  const replacementAt = found.groups?.["object"] === void 0 ? 1 : 2;
  const given = (0, import_shared.argumentsOf)(tree, call);
  const positional = given.filter(({ keyword }) => keyword === void 0);
  return positional.length <= replacementAt && (0, import_shared.keywordOf)(tree, call, "new") === import_shared.NO_NODE;
}
function providersOf(world, name) {
  const defined = world.modulesWith(name).flatMap((module2) => [...definedIn(world, module2, name), ...importedIn(world, module2, name)]);
  return [...defined, ...defined.flatMap((provider) => starredFrom(world, provider))];
}
function definedIn(world, module2, name) {
  return module2.model.fixtures.filter((fixture2) => fixture2.name === name).flatMap(
    ({ definition }) => regionsOf(world, module2, definition).map((region) => ({ name, module: module2, definition, region }))
  );
}
function regionsOf(world, module2, { enclosing }) {
  if (enclosing?.kind === "class") return [{ kind: "class", class: { module: module2, definition: enclosing } }];
  if (isConftest2(module2)) return [{ kind: "folder", folder: folderOf(module2.path) }];
  const own2 = { kind: "module", path: module2.path };
  return isPlugin(world, module2) || module2.model.tests.length === 0 ? [own2, { kind: "folder", folder: "" }] : [own2];
}
var isConftest2 = ({ path: path2 }) => path2 === "conftest.py" || path2.endsWith("/conftest.py");
function isPlugin(world, module2) {
  const last = lastPartOf2(module2);
  if (world.mentionsOf(last).length > 0) return true;
  return world.modulesWith("pytest_plugins").some(
    (other) => literalsWith(other, last).some(
      ({ value }) => value === moduleNameOf(module2.path) || value.endsWith(`.${last}`) || value === last
    )
  );
}
var lastPartOf2 = ({ path: path2 }) => moduleNameOf(isPackage(path2) ? folderOf(path2) : path2).split(".").at(-1) ?? "";
function importedIn(world, module2, name) {
  const binding = module2.bindings.module.symbols.get(name)?.binding;
  if (binding?.kind !== "import") return [];
  const found = fixtureOf(world, module2, binding);
  if (found === void 0) return [];
  const provider = { name, ...found, region: ownRegion(module2) };
  return [
    found.definition.name === name ? provider : { ...provider, alias: aliasOf(world, module2, binding) }
  ];
}
function aliasOf(world, module2, binding, depth = 0) {
  const [definition] = binding.definitions;
  const imported2 = definition === void 0 ? void 0 : importOf(module2, definition);
  const link = imported2?.member === binding.name ? linkOf(world.project, module2, imported2.module) : void 0;
  const from = link?.to === "module" ? world.project.module(link.path) : void 0;
  const outer = from?.bindings.module.symbols.get(binding.name)?.binding;
  return from === void 0 || outer === void 0 || depth > MAXIMUM_DEPTH2 ? { module: module2, binding } : aliasOf(world, from, outer, depth + 1);
}
var MAXIMUM_DEPTH2 = 12;
var ownRegion = (module2) => isConftest2(module2) ? { kind: "folder", folder: folderOf(module2.path) } : { kind: "module", path: module2.path };
function fixtureOf(world, module2, binding) {
  const value = valueOfBinding(world, module2, binding);
  if (value.kind !== "function") return void 0;
  const fixture2 = value.module.model.fixtures.find(({ definition: definition2 }) => definition2 === value.definition);
  const { module: owner, definition } = value;
  return fixture2?.name === definition.name ? { module: owner, definition } : void 0;
}
function starredFrom(world, provider) {
  const { module: module2, definition } = provider;
  if (definition.enclosing !== void 0 || definition.name.startsWith("_")) return [];
  return world.modulesWith(lastPartOf2(module2)).filter(
    (other) => other !== module2 && starLinksOf(world, other).some((link) => link.to === "module" && link.path === module2.path)
  ).map((other) => ({ ...provider, region: ownRegion(other) }));
}
function isWithin(world, region, module2, offset) {
  if (isAt(world, region, module2, offset)) return true;
  return classesAround(module2, offset).some(
    (around) => [...descendantsOf2(world, around).values()].some(
      (heir) => heir.definition !== around.definition && isAt(world, region, heir.module, heir.definition.nameSpan.start)
    )
  );
}
function isAt(world, region, module2, offset) {
  switch (region.kind) {
    case "folder":
      return region.folder === "" || module2.path.startsWith(`${region.folder}/`);
    case "module":
      return region.path === module2.path;
    case "class":
      return classesAround(module2, offset).some(
        (around) => ancestryOf(world, around).classes.has(region.class.definition)
      );
  }
}
function reaches(world, region, module2) {
  if (region.kind !== "class" && isAt(world, region, module2, 0)) return true;
  return module2.definitions.some(
    ({ kind, nameSpan }) => kind === "class" && isWithin(world, region, module2, nameSpan.start)
  );
}
function isOverlapping(world, one, other) {
  if (one.kind === "class" && other.kind === "class") {
    const heirs = descendantsOf2(world, other.class);
    const isShared = [...descendantsOf2(world, one.class).keys()].some((heir) => heirs.has(heir));
    return isShared || isNested(one.class, other.class) || isNested(other.class, one.class);
  }
  if (one.kind === "class") return isClassIn(world, one.class, other);
  if (other.kind === "class") return isClassIn(world, other.class, one);
  const [wide, narrow] = one.kind === "folder" ? [one, other] : [other, one];
  if (wide.kind !== "folder") return wide.path === (narrow.kind === "module" ? narrow.path : void 0);
  if (narrow.kind === "module") return isBelow(narrow.path, wide.folder);
  return isBelow(`${narrow.folder}/`, wide.folder) || isBelow(`${wide.folder}/`, narrow.folder);
}
var isBelow = (path2, folder) => folder === "" || path2.startsWith(`${folder}/`);
function isNested(inner, outer) {
  if (inner.module !== outer.module) return false;
  return classesAround(inner.module, inner.definition.nameSpan.start).some(
    ({ definition }) => definition === outer.definition
  );
}
function isClassIn(world, owner, region) {
  return [...descendantsOf2(world, owner).values()].some(({ module: module2 }) => isWithin(world, region, module2, 0));
}
function classesAround(module2, offset) {
  const classes = [];
  for (let around = module2.definitionAt(offset); around !== void 0; around = around.enclosing) {
    if (around.kind === "class") classes.push({ module: module2, definition: around });
  }
  return classes;
}
function askingFunctions(module2) {
  const { tests, fixtures, helpers } = module2.model;
  const inherited = isConftest2(module2) ? [] : helpers.filter(({ name }) => name.startsWith("test"));
  return [...[...tests, ...fixtures].map(({ definition }) => definition), ...inherited];
}
function requestsIn(module2, name) {
  return requestsOf(module2).filter(({ parameter }) => parameter.name.normalize("NFKC") === name);
}
var asked = /* @__PURE__ */ new WeakMap();
function requestsOf(module2) {
  const present = asked.get(module2);
  if (present !== void 0) return present;
  const requests = askingFunctions(module2).flatMap(
    (definition) => definition.parameters.filter((parameter) => isAskedOfPytest(module2, definition, parameter)).map((parameter) => ({ module: module2, definition, parameter }))
  );
  asked.set(module2, requests);
  return requests;
}
function isAskedOfPytest(module2, definition, parameter) {
  const { from } = sourceOf(module2, definition, parameter);
  return from === "pytest" || from === "decorator";
}
function providersFor(world, providers, { module: module2, definition }) {
  const visible = providers.filter(({ region }) => isWithin(world, region, module2, definition.nameSpan.start)).toSorted((one, other) => rankOf(other.region) - rankOf(one.region) || byPath(one.module, other.module));
  const own2 = visible.findIndex((provider) => provider.definition === definition);
  return own2 === -1 ? visible : visible.slice(own2 + 1).filter((provider) => provider.definition !== definition);
}
var byPath = (one, other) => one.path < other.path ? -1 : Number(one.path > other.path);
function rankOf(region) {
  if (region.kind === "class") return Number.MAX_SAFE_INTEGER;
  return region.kind === "module" ? Number.MAX_SAFE_INTEGER - 1 : region.folder.length;
}
function measuresIn(module2) {
  const { tree, nodesOf: nodesOf2 } = module2;
  const digests = [...nodesOf2(import_shared.Kind.identifier)].filter((node) => DIGEST.test((0, import_shared.textOf)(tree, node)));
  const repetitions = literalsOf(module2).filter(({ value }) => REPETITION.test(value));
  const lengths = [...repetitions.map(({ node }) => node), ...limitsOfLength(module2)];
  return [
    ...digests.map((node) => ({ node, isOfLength: false })),
    ...lengths.map((node) => ({ node, isOfLength: true }))
  ];
}
var DIGEST = /^(?:hexdigest|digest|crc32|adler32|filecmp)$/;
var REPETITION = /(?:\.|\]|\\[wS])\{\d*,?\d+,?\}/;
function limitsOfLength(module2) {
  const { tree, bindings, nodesOf: nodesOf2 } = module2;
  const identifiers2 = nodesOf2(import_shared.Kind.identifier);
  const lengths = identifiers2.filter((node) => /^(?:len|getsize|st_size)$/.test((0, import_shared.textOf)(tree, node)));
  if (lengths.length === 0) return [];
  const isLength = (node) => node !== import_shared.NO_NODE && lengths.some((length) => (0, import_shared.contains)(tree, node, length));
  return limitsIn(module2).filter(
    (limit) => isLength(limit) || identifiers2.some((node) => {
      const variable2 = (0, import_shared.contains)(tree, limit, node) ? bindings.bindingAt((0, import_shared.startOf)(tree, node)) : void 0;
      return variable2?.definitions.some((given) => isLength((0, import_shared.valueGivenTo)(tree, given.node)));
    })
  );
}
function limitsIn({ tree, nodesOf: nodesOf2 }) {
  const comparisons = nodesOf2(import_shared.Kind.comparison_operator).filter((node) => {
    const parts = (0, import_shared.childrenOf)(tree, node).map((child) => (0, import_shared.textOf)(tree, child));
    return parts.some((part) => /^[<>]=?$/.test(part)) && !parts.some((part) => /^[01]$/.test(part));
  });
  const assertions = nodesOf2(import_shared.Kind.call).filter((node) => ORDER.test((0, import_shared.calledNameOf)(tree, node)));
  return [...comparisons, ...assertions];
}
var ORDER = /^assert(?:Less|Greater)(?:Equal)?$/;
var SHORTEST = 3;
function* partsOf(name, { value, isDocstring }) {
  const shortest = /^[A-Z]/.test(name) ? 1 : SHORTEST;
  if (isDocstring || !mayHavePart(name, value, shortest)) return;
  const text = value.replace(BOUNDARY, "'").replace(CLASS, WILDCARD);
  for (const { 0: run, index } of text.matchAll(/[\p{XID_Continue}_]+/gu)) {
    const [before, after] = [text.slice(0, index), text.slice(index + run.length)];
    const isAlone2 = before + after === "";
    if (run === name) {
      if (OPENING.test(before) && CLOSING.test(after))
        yield { kind: "whole", isAlone: isAlone2, isOpen: true, isContinued: true };
    } else if (run.length >= shortest && name.startsWith(run)) {
      const isContinued = CONTINUED.test(after);
      yield { kind: "beginning", isAlone: isAlone2, isOpen: OPENING.test(before) && isContinued, isContinued };
    } else if (run.length >= SHORTEST && name.includes(run) && CONTINUING.test(before)) {
      const isEnd = name.endsWith(run);
      if (isEnd ? CLOSING.test(after) : CONTINUED.test(after))
        yield { kind: isEnd ? "end" : "middle", isAlone: isAlone2, isOpen: true, isContinued: true };
    }
  }
}
function mayHavePart(name, value, shortest) {
  if (name.length >= shortest && value.includes(name.slice(0, shortest))) return true;
  for (let at = 0; at + SHORTEST <= name.length; at++)
    if (value.includes(name.slice(at, at + SHORTEST))) return true;
  return false;
}
var BOUNDARY = /\\[bABsSzZ]/g;
var CLASS = /\\[wdWD]/g;
var WILDCARD = "\uFFFC";
var CONTINUING = /(?:^|[*+?)\]}|\ufffc])$/;
var CONTINUED = /^(?:$|[*+?([{|\\\ufffc]|\.[*+?])/;
var OPENING = /(?:^|[*+?()\]}|\ufffc'"`<>.\\])$/;
var CLOSING = /^(?:$|[*+?()[\]{|\\\ufffc'"`<>.:$\n]| at | object)/;
function* partsInMessages(module2, name, uses) {
  yield* tellingStrings(module2, uses, (literal) => {
    const isSearched = isSearchedFor(module2, literal);
    return Array.from(partsOf(name, literal)).some(
      (part) => part.kind !== "whole" && (part.isContinued || !isSearched) && (!isWeak(part) || isMatched(module2, literal))
    );
  });
}
function isPartOfMessage(module2, name, literal) {
  return Array.from(partsOf(name, literal)).some(
    ({ kind, isOpen, isAlone: isAlone2 }) => kind !== "whole" && isOpen && (!isAlone2 || isMatched(module2, literal))
  );
}
function* parameterInMessages(module2, name, uses) {
  yield* tellingStrings(
    module2,
    uses,
    (literal) => Array.from(partsOf(name, literal)).some(
      ({ isOpen, isAlone: isAlone2 }) => isOpen && (!isAlone2 || isMatched(module2, literal))
    )
  );
}
var isWeak = ({ kind, isAlone: isAlone2 }) => isAlone2 && kind !== "beginning";
function isSearchedFor({ tree }, { node, value }) {
  const argument = (0, import_shared.parentOf)(tree, node);
  return (0, import_shared.kindOf)(tree, argument) === import_shared.Kind.keyword_argument && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, argument, import_shared.Field.name)) === "match" && !/\(\?\w*x/.test(value);
}
var isMatched = (module2, { node }) => asksForText(module2, outermostExpressionAt(module2, node), false);
function outermostExpressionAt({ tree }, node) {
  let [expression, outer] = [node, (0, import_shared.parentOf)(tree, node)];
  while (outer !== import_shared.NO_NODE && !(0, import_shared.isStatement)(tree, outer)) [expression, outer] = [outer, (0, import_shared.parentOf)(tree, outer)];
  return expression;
}
function* tellingStrings(module2, uses, isTelling) {
  const holders = holdersOf(module2, uses);
  if (holders.functions.size + holders.variables.size === 0) return;
  for (const literal of literalsOf(module2).filter(isTelling)) {
    const teller = outermostFunctionAt(module2, literalStart(module2, literal));
    if (teller !== void 0 && isAsking(module2, teller, holders))
      yield refuse("source-text", shownOf(module2, literal.node), module2, literalStart(module2, literal));
  }
}
function holdersOf(module2, uses) {
  const { tree } = module2;
  const functions = /* @__PURE__ */ new Set();
  const variables = /* @__PURE__ */ new Set();
  for (const node of uses) {
    const user = outermostFunctionAt(module2, (0, import_shared.startOf)(tree, node));
    if (user !== void 0) functions.add(user);
    const assignment = user === void 0 ? (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.assignment) : import_shared.NO_NODE;
    const target = assignment === import_shared.NO_NODE ? import_shared.NO_NODE : (0, import_shared.childIn)(tree, assignment, import_shared.Field.left);
    if ((0, import_shared.kindOf)(tree, target) === import_shared.Kind.identifier) variables.add((0, import_shared.textOf)(tree, target));
  }
  return { functions, variables };
}
function isAsking(module2, teller, { functions, variables }) {
  const called = [...functions].filter(
    (user) => user !== teller && namesAny(module2, teller.node, /* @__PURE__ */ new Set([user.name]))
  );
  const isUsing = functions.has(teller) || called.length > 0 || namesAny(module2, teller.node, variables);
  return isUsing && [teller, ...called].some(({ node }) => asksForText(module2, node, true));
}
function namesAny({ tree, nodesOf: nodesOf2 }, node, words2) {
  return words2.size > 0 && nodesOf2(import_shared.Kind.identifier).some(
    (identifier) => (0, import_shared.contains)(tree, node, identifier) && words2.has((0, import_shared.textOf)(tree, identifier))
  );
}
function outermostFunctionAt({ definitionAt }, offset) {
  let found;
  for (let around = definitionAt(offset); around !== void 0; around = around.enclosing)
    if (around.kind === "function") found = around;
  return found;
}
function asksForText(module2, node, isCapturedToo) {
  const { tree, nodesOf: nodesOf2 } = module2;
  return nodesOf2(import_shared.Kind.identifier).some((identifier) => {
    if (!(0, import_shared.contains)(tree, node, identifier)) return false;
    const word = (0, import_shared.textOf)(tree, identifier);
    if (isCapturedToo && CAPTURED.test(word)) return true;
    switch ((0, import_shared.fieldOf)(tree, identifier)) {
      case import_shared.Field.attribute:
        return TELLING_ATTRIBUTE.test(word) || logsTraceback(module2, identifier);
      case import_shared.Field.name:
        return word === "match" && (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, identifier)) === import_shared.Kind.keyword_argument;
      default:
        return TELLING.test(word);
    }
  });
}
function logsTraceback(module2, node) {
  const { tree } = module2;
  if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute || (0, import_shared.textOf)(tree, node) !== "exception") return false;
  const call = callOf(module2, node);
  return call !== import_shared.NO_NODE && (0, import_shared.argumentsOf)(tree, call).length > 0;
}
var CAPTURED = /^(?:capsys|capfd|readouterr|caplog|stderr|assertLogs)$/;
var TELLING = /^(?:TypeError|AttributeError|NameError|UnboundLocalError|repr|str|ascii|format|format_exc|format_exception\w*|extract_(?:tb|stack)|walk_(?:tb|stack)|TracebackException|Thread|Timer)$/;
var TELLING_ATTRIBUTE = /^(?:typename|co_name|co_qualname|assert\w*Regexp?|format_exc|format_exception\w*|extract_(?:tb|stack)|walk_(?:tb|stack)|TracebackException|Thread|Timer)$/;
function* readersOfFiles(world, paths, oldName, newName) {
  const { files, searches } = readersIn(world);
  for (const path2 of paths) {
    const place = files.get(path2);
    if (place !== void 0)
      yield refuse(
        "source-text",
        shownOf(place.module, place.node),
        place.module,
        (0, import_shared.startOf)(place.module.tree, place.node)
      );
  }
  const isAsLong = oldName.length === newName.length;
  for (const { module: module2, measures, isOfFile } of searches) {
    const measure = measures.find(({ isOfLength }) => !isOfLength || !isAsLong);
    if (measure !== void 0 && paths.some(isOfFile))
      yield refuse("source-text", shownOf(module2, measure.node), module2, (0, import_shared.startOf)(module2.tree, measure.node));
    const found = literalsOf(module2).find(
      (literal) => [oldName, newName].some(
        (name) => Array.from(partsOf(name, literal)).some(({ kind, isOpen }) => isOpen && kind !== "middle")
      )
    );
    if (found !== void 0)
      yield refuse("source-text", shownOf(module2, found.node), module2, literalStart(module2, found));
  }
}
var readersIn = rememberedOfAll((world) => {
  const { project } = world;
  const files = /* @__PURE__ */ new Map();
  for (const path2 of world.pathsWith("__file__")) {
    if (!READING2.test(project.text(path2) ?? "")) continue;
    const module2 = project.module(path2);
    if (module2 === void 0) continue;
    for (const [read2, node] of filesReadIn(world, module2)) files.set(read2, { module: module2, node });
  }
  const searches = world.pathsWith("py").filter((path2) => SEARCHING.every((pattern) => pattern.test(project.text(path2) ?? ""))).flatMap((path2) => project.module(path2) ?? []).filter((module2) => module2.model.tests.length > 0 || isConftest2(module2)).map((module2) => newSearch(module2));
  return { files, searches };
});
var READING2 = /\b(?:read_text|read_bytes|open|parse|copy\w*)\b/;
var SEARCHING = [
  /\*\.py\b|endswith\(\s*["']\.py["']|suffix\s*==\s*["']\.py["']/,
  /\b(?:__file__|__path__|rootpath|rootdir|getcwd|cwd)\b/,
  READING2
];
function newSearch(module2) {
  const { tree, text } = module2;
  const reading = module2.definitions.filter(
    ({ kind, node }) => kind === "function" && READING2.test((0, import_shared.textOf)(tree, node))
  );
  const readers = new Set(reading.map(({ name }) => name));
  const measures = measuresIn(module2).filter(({ node }) => {
    const around = outermostFunctionAt(module2, (0, import_shared.startOf)(tree, node));
    return around === void 0 || readers.has(around.name) || namesAny(module2, around.node, readers);
  });
  const folder = folderOf(module2.path);
  const isOfFile = (path2) => folder === "" || BEYOND.test(text) || path2.startsWith(`${folder}/`);
  return { module: module2, measures, isOfFile };
}
var BEYOND = /\bparents\b|parent\s*\.\s*parent|\.\.|pardir|root|\b(?:getcwd|cwd|__path__|import_module)\b|dirname\([^()]*dirname|\.__file__/;
function* filesReadIn(world, module2) {
  const { tree } = module2;
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if ((0, import_shared.textOf)(tree, node) !== "__file__") continue;
    if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute) {
      yield* siblingsRead(world, module2, node);
      continue;
    }
    const attribute2 = (0, import_shared.parentOf)(tree, node);
    const value = isRead2(module2, attribute2) ? valueOf(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object)) : void 0;
    if (value?.kind === "module" && value.link.to === "module") yield [value.link.path, attribute2];
  }
}
function* siblingsRead({ project }, module2, node) {
  const { tree } = module2;
  const regions = regionsOf2(module2, node).filter((region) => READING2.test((0, import_shared.textOf)(tree, region)));
  if (regions.length === 0) return;
  const folder = folderOf(module2.path);
  for (const { node: string, value } of literalsOf(module2)) {
    const path2 = folder === "" ? value : `${folder}/${value}`;
    if (!value.endsWith(".py") || !project.files.includes(path2)) continue;
    if (regions.some((region) => (0, import_shared.contains)(tree, region, string))) yield [path2, string];
  }
}
function regionsOf2(module2, node) {
  const { tree, bindings } = module2;
  const around = regionAt(module2, node);
  const assignment = (0, import_shared.kindOf)(tree, around) === import_shared.Kind.expression_statement ? around + 1 : import_shared.NO_NODE;
  if ((0, import_shared.kindOf)(tree, assignment) !== import_shared.Kind.assignment) return [around];
  const variable2 = bindings.bindingAt((0, import_shared.startOf)(tree, (0, import_shared.childIn)(tree, assignment, import_shared.Field.left)));
  const uses = variable2?.references.map((reference) => regionAt(module2, reference.node)) ?? [];
  return [around, ...uses];
}
var regionAt = (module2, node) => outermostFunctionAt(module2, (0, import_shared.startOf)(module2.tree, node))?.node ?? (0, import_shared.statementAround)(module2.tree, node);
var MAXIMUM_DEPTH3 = 3;
function isRead2(module2, expression, depth = 0) {
  const { tree, bindings } = module2;
  const outer = (0, import_shared.parentOf)(tree, expression);
  switch ((0, import_shared.kindOf)(tree, outer)) {
    case import_shared.Kind.parenthesized_expression:
      return isRead2(module2, outer, depth);
    case import_shared.Kind.attribute: {
      const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, outer, import_shared.Field.attribute));
      if (READER.test(name)) return true;
      const call = (0, import_shared.parentOf)(tree, outer);
      return SAME_FILE.test(name) && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && isRead2(module2, call, depth);
    }
    case import_shared.Kind.argument_list: {
      const call = (0, import_shared.parentOf)(tree, outer);
      if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call || (0, import_shared.argumentsOf)(tree, call)[0]?.value !== expression) return false;
      const called = (0, import_shared.calledNameOf)(tree, call);
      return READER.test(called) || SAME_FILE.test(called) && isRead2(module2, call, depth);
    }
    case import_shared.Kind.assignment: {
      const target = (0, import_shared.childIn)(tree, outer, import_shared.Field.left);
      const binding = bindings.bindingAt((0, import_shared.startOf)(tree, target));
      if (depth === MAXIMUM_DEPTH3 || target === expression || (0, import_shared.kindOf)(tree, target) !== import_shared.Kind.identifier)
        return false;
      return binding?.references.some(({ node }) => isRead2(module2, node, depth + 1)) ?? false;
    }
    default:
      return false;
  }
}
var READER = /^(?:read_text|read_bytes|open|copy|copyfile|copy2)$/;
var SAME_FILE = /^(?:Path|PurePath|str|fspath|abspath|realpath|resolve|absolute|expanduser|with_suffix|replace|rstrip)$/;
function differentProviders(project, twins) {
  const concerned = [...twins].filter(([before2, after2]) => hasOtherNames(before2, after2));
  if (concerned.length === 0 || !project.isWhole) return void 0;
  const before = worldOf(project);
  const after = editedWorld(before, twins);
  for (const [module2, twin] of concerned) {
    const [asked2, askedAfter] = [requestsOf(module2), requestsOf(twin)];
    if (asked2.length !== askedAfter.length) return `${module2.path}: other fixtures are asked for`;
    for (const [index, request] of asked2.entries()) {
      const other = askedAfter[index];
      if (other === void 0) return `${module2.path}: other fixtures are asked for`;
      if (providedPlaces(before, request) !== providedPlaces(after, other))
        return `${module2.path}: \`${other.parameter.name}\` is another fixture`;
    }
  }
  return differentElsewhere(before, after, twins);
}
function differentElsewhere(before, after, twins) {
  for (const name of changedFixtures(twins)) {
    for (const module2 of before.modulesWith(name)) {
      if (twins.has(module2)) continue;
      const lost = requestsIn(module2, name).find(
        (request) => providedPlaces(before, request) !== providedPlaces(after, request)
      );
      if (lost !== void 0) return `${module2.path}: \`${name}\` is another fixture`;
    }
  }
  return void 0;
}
function changedFixtures(twins) {
  const changed = /* @__PURE__ */ new Set();
  for (const [{ model: one }, { model: other }] of twins) {
    for (const [index, { name }] of one.fixtures.entries()) {
      const newName = other.fixtures[index]?.name ?? name;
      if (newName !== name) changed.add(name).add(newName);
    }
  }
  return changed;
}
function providedPlaces(world, request) {
  return placesOf(providersFor(world, providersOf(world, request.parameter.name), request));
}
function hasOtherNames(before, after) {
  const namesOf3 = (module2) => [
    ...module2.model.fixtures.map(({ name }) => name),
    ...requestsOf(module2).map(({ parameter }) => parameter.name)
  ];
  return namesOf3(before).join() !== namesOf3(after).join();
}
function placesOf(providers) {
  const placeOf5 = (module2, { node }) => `${module2.path}:${node}`;
  return providers.map(({ module: module2, definition }) => placeOf5(module2, definition)).join();
}
function editedWorld(world, twins) {
  const byPath2 = new Map(Array.from(twins, ([{ path: path2 }, after]) => [path2, after]));
  const words2 = new Map(
    Array.from(twins.values(), (after) => [
      after,
      new Set([after.path, after.text].flatMap((text) => [...wordsIn(text)]))
    ])
  );
  const module2 = (path2) => byPath2.get(path2) ?? world.project.module(path2);
  const project = {
    ...world.project,
    text: (path2) => byPath2.get(path2)?.text ?? world.project.text(path2),
    module: module2
  };
  return {
    project,
    modulesWith: (word) => [
      ...world.modulesWith(word).filter(({ path: path2 }) => !byPath2.has(path2)),
      ...[...twins.values()].filter((after) => words2.get(after)?.has(word) === true)
    ],
    pathsWith: (word) => [
      ...world.pathsWith(word).filter((path2) => !byPath2.has(path2)),
      ...Array.from(twins.values()).filter((after) => words2.get(after)?.has(word) === true).map(({ path: path2 }) => path2)
    ],
    pathsNaming: world.pathsNaming,
    mentionsOf: (word) => world.mentionsOf(word).filter(({ path: path2 }) => !isPython(path2)),
    unreadable: world.unreadable
  };
}
function isAutouse({ tree }, { decorators }) {
  return decorators.some(({ call }) => {
    const value = call === import_shared.NO_NODE ? import_shared.NO_NODE : (0, import_shared.keywordOf)(tree, call, "autouse");
    return value !== import_shared.NO_NODE && (0, import_shared.textOf)(tree, value) !== "False";
  });
}
function* autouseOrder(world, module2, definition, newName) {
  const others = neighboursOf(world, module2, definition);
  const place = definition.nameSpan.start;
  if (others === "unknown") yield refuse("autouse-order", `\`${definition.name}\``, module2, place);
  else {
    const passed = others.find((other) => other < definition.name !== other < newName);
    if (passed !== void 0)
      yield refuse("autouse-order", `\`${newName}\` and \`${passed}\` change places`, module2, place);
  }
}
function neighboursOf(world, module2, { enclosing, name }) {
  const hooks = module2.model.hooks.length > 0 ? ["__pytest_setup"] : [];
  const autouse = (of) => of.model.fixtures.map(({ definition }) => definition).filter((other) => isAutouse(of, other));
  if (enclosing?.kind === "class") {
    const { classes } = ancestryOf(world, { module: module2, definition: enclosing });
    const inherited = [...classes.values()].flatMap(
      (owner) => autouse(owner.module).filter((other) => other.enclosing === owner.definition && other.name !== name)
    );
    return [...inherited.map((other) => other.name), ...hooks];
  }
  if (module2.nodesOf(import_shared.Kind.wildcard_import).length > 0) return "unknown";
  const imported2 = [...module2.bindings.module.symbols.values()].flatMap(({ binding }) => {
    if (binding.kind !== "import") return [];
    const value = valueOfBinding(world, module2, binding);
    return value.kind === "function" && isAutouse(value.module, value.definition) ? [binding.name] : [];
  });
  const own2 = autouse(module2).filter((other) => other.enclosing === void 0 && other.name !== name);
  return [...own2.map((other) => other.name), ...imported2, ...hooks];
}
function differentTests(before, after) {
  const [one, other] = [rolesOf(before), rolesOf(after)];
  if (one.join("\n") !== other.join("\n")) return { code: "collection", found: "other tests are collected" };
  if (sortedTests(before).join() !== sortedTests(after).join())
    return { code: "test-order", found: "tests change places" };
  if (sortedAutouse(before).join() !== sortedAutouse(after).join())
    return { code: "autouse-order", found: "autouse fixtures change places" };
  return void 0;
}
function rolesOf({ model }) {
  return [
    model.tests.map(({ node, framework }) => `${node} ${framework}`).join(),
    model.classes.map(({ definition, framework }) => `${definition.node} ${framework}`).join(),
    model.fixtures.map(({ definition }) => definition.node).join(),
    model.hooks.map(({ node, name }) => `${node} ${name}`).join()
  ];
}
function sortedTests({ model }) {
  const tests = model.tests.filter(({ framework }) => framework === "unittest");
  return byHolder(tests.map(({ definition }) => definition));
}
function sortedAutouse(module2) {
  const fixtures = module2.model.fixtures.map(({ definition }) => definition);
  return byHolder(fixtures.filter((definition) => isAutouse(module2, definition)));
}
function byHolder(definitions) {
  const holderOf4 = ({ enclosing }) => enclosing?.node ?? -1;
  return definitions.toSorted(
    (one, other) => holderOf4(one) - holderOf4(other) || (one.name < other.name ? -1 : Number(one.name > other.name))
  ).map(({ node }) => node);
}
function differenceIn(project, edits) {
  const twins = /* @__PURE__ */ new Map();
  for (const [path2, list] of edits) {
    const before = project.module(path2);
    if (before === void 0) return { code: "internal", found: `${path2} is no module` };
    const after = project.parse(path2, edited(before.text, list));
    const misread = misreadWord(before, after, list);
    if (misread !== void 0) return { code: "soft-keyword", found: misread };
    const found2 = differenceBetween(before, after, list);
    if (found2 !== void 0) return { code: "internal", found: `${path2}: ${found2}` };
    const collected = differentTests(before, after);
    if (collected !== void 0) return collected;
    twins.set(before, after);
  }
  const found = differentProviders(project, twins);
  return found === void 0 ? void 0 : { code: "internal", found };
}
var SOFT_KEYWORDS = /* @__PURE__ */ new Set(["match", "case", "type", "print", "exec"]);
function misreadWord(before, after, edits) {
  const words2 = edits.flatMap(({ span, replacement }) => [
    before.text.slice(span.start, span.end),
    replacement
  ]);
  const word = words2.find((one) => SOFT_KEYWORDS.has(one.normalize("NFKC")));
  if (word === void 0) return void 0;
  if (!after.tree.hasError && differentTrees(before.tree, after.tree, edits) === void 0) return void 0;
  return `\`${word}\``;
}
function differenceBetween(before, after, edits) {
  return differentText(before, after, edits) ?? differentTrees(before.tree, after.tree, edits) ?? differentScopes(before, after, shiftOf(edits)) ?? differentNames(before, after, edits);
}
function differentText(before, after, edits) {
  if (after.tree.hasError) return "the edited text does not parse";
  if (edited(after.text, inverse(before.text, edits)) !== before.text) return "the text differs elsewhere";
  return void 0;
}
function differentTrees(before, after, edits) {
  if (before.size !== after.size) return "the tree has another size";
  const shift = shiftOf(edits);
  for (let node = 0; node < before.size; node++) {
    const isSame6 = before.kind[node] === after.kind[node] && before.field[node] === after.field[node] && before.parent[node] === after.parent[node] && shift(before.start[node] ?? 0) === after.start[node] && shift(before.end[node] ?? 0) === after.end[node];
    if (!isSame6) return `the tree differs at offset ${before.start[node]}`;
  }
  return void 0;
}
function differentScopes(before, after, shift) {
  const [one, other] = [before.bindings.scopes, after.bindings.scopes];
  if (one.length !== other.length) return "there are other scopes";
  for (const [id, scope] of one.entries()) {
    const twin = other[id];
    const isSame6 = twin !== void 0 && scope.kind === twin.kind && scope.parent?.id === twin.parent?.id && shift(scope.start) === twin.start;
    if (!isSame6) return `the scope ${scope.name} differs`;
  }
  return void 0;
}
function differentNames(before, after, edits) {
  const [names3, newNames] = [namesOf(before), namesOf(after)];
  if (names3.length !== newNames.length) return "there are other names";
  const shift = shiftOf(edits);
  const isEdited = new Set(edits.map(({ span }) => span.start));
  const twins = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Map();
  for (const [index, name] of names3.entries()) {
    const newName = newNames[index];
    if (newName === void 0) return "there are other names";
    const isSamePlace = shift(name.start) === newName.start && name.scope.id === newName.scope.id && name.use === newName.use;
    if (!isSamePlace) return `the name at offset ${name.start} is another`;
    const twin = twins.get(name.binding) ?? newName.binding;
    const owner = taken.get(newName.binding) ?? name.binding;
    if (twin !== newName.binding || owner !== name.binding)
      return `the name at offset ${name.start} means another variable`;
    twins.set(name.binding, newName.binding);
    taken.set(newName.binding, name.binding);
    const keepsName = name.binding.name === newName.binding.name;
    if (!isEdited.has(name.start) && !keepsName)
      return `the variable at offset ${name.start} is called otherwise`;
  }
  for (const [binding, twin] of twins) {
    if (binding.scope.id !== twin.scope.id || binding.kind !== twin.kind)
      return `the variable ${binding.name} is another`;
  }
  return void 0;
}
function namesOf(module2) {
  const { bindings } = module2;
  const names3 = [];
  const free = /* @__PURE__ */ new Map();
  const lookup = (scope, name) => {
    const meant = bindings.lookup(scope, name) ?? free.get(name) ?? freeVariable(bindings.module, name);
    if (meant.kind === "unbound") free.set(name, meant);
    return meant;
  };
  for (const scope of bindings.scopes) {
    for (const symbol of scope.symbols.values()) {
      const { binding } = symbol;
      for (const { start } of symbol.definitions) names3.push({ start, scope, use: "binds", binding });
      for (const { start } of symbol.declarations) names3.push({ start, scope, use: "declares", binding });
      const isInOwnClass = scope.kind === "class" && binding.scope === scope;
      for (const read2 of symbol.references) {
        const isGlobal = isInOwnClass && provenanceIn(module2, symbol, read2) === "global";
        const meant = isGlobal ? lookup(bindings.module, symbol.name) : binding;
        names3.push({ start: read2.start, scope, use: "reads", binding: meant });
      }
    }
  }
  for (const { start, scope, name } of bindings.unevaluated) {
    names3.push({ start, scope, use: "annotates", binding: lookup(scope, name) });
  }
  return names3.toSorted((one, other) => one.start - other.start || (one.use < other.use ? -1 : 1));
}
function freeVariable(scope, name) {
  return { name, scope, kind: "unbound", definitions: [], references: [], declarations: [], symbols: [] };
}
function* objectionsToName(oldName, newName) {
  const quoted4 = `\`${newName}\``;
  if (!isIdentifier(newName)) yield decline("not-an-identifier", `${quoted4} is no identifier`);
  else if (keywords.has(newName)) yield decline("not-an-identifier", `${quoted4} is a keyword`);
  else if (isSpecial(newName)) yield decline("not-an-identifier", `${quoted4} is a special name`);
  else if (newName === oldName) yield decline("same-name", `it is called ${quoted4} already`);
}
var isSpecial = (name) => /^__.+__$/s.test(name) || name === "super";
var keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield __debug__".split(" ")
);
function* collisionsOf(module2, binding, newName, occurrences) {
  yield* mangledOccurrences(module2, newName, occurrences);
  yield* wildcards(module2, newName, occurrences);
  const owner = binding.scope;
  const seeing = scopesThatSee(binding, module2, occurrences);
  for (const scope of seeing) {
    const taken = scope.symbols.get(newName);
    if (taken === void 0) continue;
    if (scope === owner || isUsedIn(binding, scope)) yield besides(module2, taken);
    else if (taken.flags.local && hides(scope, seeing))
      yield refuse("captured", quoted2(newName), module2, placeOf(taken));
  }
  yield* capturedByClasses(module2, binding, newName, seeing);
  for (const scope of scopesBelow(owner)) {
    const read2 = scope.symbols.get(newName);
    if (read2 === void 0) continue;
    const isHidden = read2.binding.scope === scope || classSeenFrom(scope) !== owner;
    if (isHidden && isBelow2(read2.binding.scope, owner)) continue;
    yield refuse("capture", quoted2(newName), module2, placeOf(read2));
  }
  yield* unevaluatedNames(module2, owner, newName);
  if (owner.kind === "module") yield* throughClasses(module2, newName);
}
function hides(scope, seeing) {
  return scope.kind !== "class" || scope.children.some((child) => seesClass(child) && seeing.has(child));
}
var seesClass = ({ kind }) => kind === "annotation" || kind === "type-parameters" || kind === "type-alias";
function classSeenFrom(scope) {
  let outer = scope;
  while (outer !== void 0 && seesClass(outer)) outer = outer.parent;
  return outer !== scope && outer?.kind === "class" ? outer : void 0;
}
function* capturedByClasses(module2, binding, newName, seeing) {
  for (const scope of seeing) {
    if (scope === binding.scope || !isUsedIn(binding, scope)) continue;
    const seen = classSeenFrom(scope);
    const taken = seen?.symbols.get(newName);
    if (seen !== void 0 && taken?.flags.local === true && isBelow2(binding.scope, seen))
      yield refuse("captured", quoted2(newName), module2, placeOf(taken));
  }
}
function* unevaluatedNames(module2, owner, newName) {
  const { bindings, tree } = module2;
  const inText = typesInText(module2, newName).map((node) => ({
    name: newName,
    scope: bindings.scopeOf(node),
    start: (0, import_shared.startOf)(tree, node)
  }));
  for (const { name, scope, start } of [...bindings.unevaluated, ...inText]) {
    if (name !== newName) continue;
    const isSeen = owner.kind === "class" ? classSeenFrom(scope) === owner : isBelow2(scope, owner);
    if (scope !== owner && !isSeen) continue;
    const meant = bindings.lookup(scope, newName);
    if (meant === void 0 || !isBelow2(meant.scope, owner))
      yield refuse("capture", quoted2(newName), module2, start);
  }
}
function scopesThatSee(binding, { bindings }, occurrences) {
  const scopes = /* @__PURE__ */ new Set([binding.scope, ...binding.symbols.map((symbol) => symbol.scope)]);
  for (const { node } of occurrences) {
    let scope = bindings.scopeOf(node);
    while (scope !== void 0 && scope !== binding.scope) {
      scopes.add(scope);
      scope = scope.parent;
    }
  }
  return scopes;
}
function isUsedIn({ symbols }, scope) {
  const own2 = symbols.find((symbol) => symbol.scope === scope);
  if (own2 === void 0) return false;
  return own2.definitions.length + own2.references.length + own2.declarations.length > 0;
}
function* scopesBelow(owner) {
  for (const child of owner.children) {
    if (owner.kind !== "class" || seesClass(child)) yield* subtreeOf(child);
  }
}
function* subtreeOf(scope) {
  yield scope;
  for (const child of scope.children) yield* subtreeOf(child);
}
function isBelow2(scope, ancestor) {
  for (let outer = scope.parent; outer !== void 0; outer = outer.parent) {
    if (outer === ancestor) return true;
  }
  return false;
}
function besides(module2, taken) {
  const { definitions, declarations, name } = taken;
  if (definitions.length > 0) return refuse("collision", quoted2(name), module2, placeOf(taken));
  const what = declarations.length > 0 ? "declared" : "read";
  return refuse("capture", `${quoted2(name)} ${what}`, module2, placeOf(taken));
}
function* throughClasses(module2, newName) {
  for (const symbol of classSymbolsOf(module2, newName)) {
    for (const read2 of symbol.references) {
      if (provenanceIn(module2, symbol, read2) !== "class")
        yield refuse("capture", quoted2(newName), module2, read2.start);
    }
  }
}
function* mangledOccurrences(module2, newName, occurrences) {
  if (!newName.startsWith("__")) return;
  for (const { node, start } of occurrences) {
    let scope = module2.bindings.scopeOf(node);
    while (scope !== void 0 && scope.kind !== "class") scope = scope.parent;
    if (scope !== void 0) yield refuse("mangled", `class ${scope.name}`, module2, start);
  }
}
function* wildcards(module2, newName, occurrences) {
  if (newName !== "_") return;
  for (const { node, start } of occurrences) {
    const around = (0, import_shared.ancestorOf)(module2.tree, node, import_shared.Kind.case_pattern, import_shared.Kind.block);
    if (around !== import_shared.NO_NODE && (0, import_shared.kindOf)(module2.tree, around) === import_shared.Kind.case_pattern)
      yield refuse("capture", "`_` as a wildcard", module2, start);
  }
}
function placeOf({ definitions, references, declarations, binding }) {
  const own2 = definitions[0] ?? references[0] ?? declarations[0];
  return (own2 ?? binding.definitions[0] ?? binding.references[0])?.start ?? 0;
}
var quoted2 = (name) => `\`${name}\``;
function objectionsToFile(module2) {
  const objections = known6.get(module2) ?? [...objectionsTo(module2)];
  known6.set(module2, objections);
  return objections;
}
var known6 = /* @__PURE__ */ new WeakMap();
function* objectionsTo(module2) {
  const error = (0, import_shared.syntaxErrorOf)(module2.tree);
  if (error !== void 0) yield refuse("does-not-parse", error.message, module2, error.at.start);
  const incomplete = module2.bindings.scopes.find(({ isIncomplete }) => isIncomplete);
  if (incomplete !== void 0) yield refuse("does-not-parse", "Python 2 syntax", module2, incomplete.start);
  const old = (0, import_shared.pythonTwoIn)(module2);
  if (old !== void 0) yield refuse("does-not-parse", "Python 2 syntax", module2, (0, import_shared.startOf)(module2.tree, old));
  const carriageReturn = /\r(?!\n)/.exec(module2.text);
  if (carriageReturn !== null)
    yield refuse("line-endings", "a lone carriage return", module2, carriageReturn.index);
  if (VENDORED.test(module2.path)) yield decline("not-for-editing", `${module2.path} is vendored`);
  if (GENERATED_PATH.test(module2.path)) yield decline("not-for-editing", `${module2.path} is generated`);
  const first = module2.comments.find(({ text, line }) => line <= HEAD_LINES && GENERATED.test(text));
  if (first !== void 0)
    yield refuse("not-for-editing", `\`${first.content.slice(0, 40)}\``, module2, first.span.start);
}
var VENDORED = /(?:^|\/)(?:_?vendor(?:ed|s)?|third_?party|extern(?:al)?s?|site-packages|dist-packages|node_modules|\.?venv|\.tox|\.nox)\//;
var GENERATED_PATH = /(?:_pb2(?:_grpc)?|\.generated|_generated)\.py$/;
var HEAD_LINES = 20;
var GENERATED = /@generated|\bdo not (?:edit|modify|change)\b|^#+\s*(?:this file (?:is|was) )?(?:auto-?)?(?:matically )?generated (?:by|from|with)\b/i;
function* laterFixture(world, owner, definition, newName) {
  const fixture2 = owner.model.fixtures.find((one) => one.definition === definition);
  if (fixture2 === void 0 || definition.enclosing !== void 0) return;
  for (const module2 of /* @__PURE__ */ new Set([owner, ...world.modulesWith(definition.name)])) {
    const variables = variablesOf(world, module2, fixture2.name);
    const isHere = variables.some((one) => one.definition === definition && one.name === definition.name);
    if (!isHere) continue;
    const passed = variables.find(
      ({ name }) => name !== definition.name && name < definition.name !== name < newName
    );
    if (passed === void 0) continue;
    const found = `\`${newName}\` and \`${passed.name}\`, which both give \`${fixture2.name}\`, change places`;
    yield refuse("collision", found, module2, passed.start);
  }
}
function variablesOf(world, module2, fixtureName2) {
  return [...module2.bindings.module.symbols.values()].flatMap(({ binding }) => {
    if (binding.scope !== module2.bindings.module) return [];
    const value = valueOfBinding(world, module2, binding);
    if (value.kind !== "function") return [];
    const { definition } = value;
    const isFixture = value.module.model.fixtures.some(
      (one) => one.definition === definition && one.name === fixtureName2
    );
    return isFixture ? [{ name: binding.name, start: binding.definitions[0]?.start ?? 0, definition }] : [];
  });
}
function* parameterOrder(world, module2, definition, { name, newName }) {
  const scope = wideScopeOf(module2, definition);
  if (scope === void 0) return;
  for (const other of world.modulesWith("params")) {
    const passed = other.model.fixtures.find(
      (one) => one.name !== name && one.name < name !== one.name < newName && wideScopeOf(other, one.definition) === scope
    );
    if (passed === void 0) continue;
    const found = `\`${newName}\` and \`${passed.name}\` change places`;
    yield refuse("test-order", found, other, passed.definition.nameSpan.start);
  }
}
function wideScopeOf({ tree }, { decorators }) {
  for (const { call } of decorators) {
    if (call === import_shared.NO_NODE || (0, import_shared.keywordOf)(tree, call, "params") === import_shared.NO_NODE) continue;
    const scope = (0, import_shared.keywordOf)(tree, call, "scope");
    const text = scope === import_shared.NO_NODE ? "function" : (0, import_shared.textOf)(tree, scope).replace(/^["']|["']$/g, "");
    return text === "function" ? void 0 : text;
  }
  return void 0;
}
function groupOf(world, all, start) {
  const group = new Set(all.filter(({ definition }) => definition === start.definition));
  const requests = world.modulesWith(start.name).flatMap((module2) => requestsIn(module2, start.name));
  const together = requests.map((request) => providersFor(world, all, request));
  for (const member of group) {
    for (const shared of together) {
      if (shared.includes(member)) for (const other of shared) group.add(other);
    }
    for (const other of all) {
      const isSame6 = other.definition === member.definition;
      if (isSame6 || isOverlapping(world, member.region, other.region)) group.add(other);
    }
  }
  return [...group];
}
var isInGroup = (world, group, module2) => group.some(({ region }) => reaches(world, region, module2));
var isWithinGroup = (world, group, { module: module2, definition }) => group.some(({ region }) => isWithin(world, region, module2, definition.nameSpan.start));
function isReaching(world, region, module2, offset) {
  if (region.kind !== "class") return isWithin(world, region, module2, offset);
  return isWithin(world, region, module2, offset) || module2.definitionAt(offset) === void 0;
}
function* computedIn(world, group) {
  for (const word of [...COMPUTING, ...TELLING2]) {
    for (const module2 of world.modulesWith(word)) {
      if (!isInGroup(world, group, module2) && !(isConftest2(module2) && isAbove(module2, group))) continue;
      yield* TELLING2.has(word) ? toldNames(module2, word) : computedNames(module2, word);
    }
  }
}
var COMPUTING = "pytest_generate_tests getfixturevalue usefixtures fixturenames funcargs fixturename getfixturedefs fixturedefs".split(
  " "
);
var TELLING2 = new Set(
  "argname funcargnames initialnames names_closure name2fixturedefs _arg2fixturedefs formatrepr".split(" ")
);
function* toldNames(module2, word) {
  const { tree } = module2;
  for (const node of module2.nodesOf(import_shared.Kind.attribute)) {
    if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute)) !== word) continue;
    if (module2.members.classOf((0, import_shared.childIn)(tree, node, import_shared.Field.object)) !== void 0) continue;
    yield refuse("computed-fixture", shownOf(module2, node), module2, (0, import_shared.startOf)(tree, node));
  }
}
var isAbove = (conftest, group) => group.some(({ module: module2 }) => module2.path.startsWith(conftest.path.slice(0, -"conftest.py".length)));
function* computedNames(module2, word) {
  const { tree } = module2;
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if ((0, import_shared.textOf)(tree, node) !== word) continue;
    const call = callOf(module2, node);
    const names3 = call === import_shared.NO_NODE ? [] : (0, import_shared.argumentsOf)(tree, call);
    const isConstant2 = names3.length > 0 && names3.every(({ value }) => literalAt(module2, value)?.isFormatted === false);
    if (isConstant2 && word !== "pytest_generate_tests") continue;
    yield refuse(
      "computed-fixture",
      shownOf(module2, call === import_shared.NO_NODE ? node : call),
      module2,
      (0, import_shared.startOf)(tree, node)
    );
  }
}
var known7 = /* @__PURE__ */ new WeakMap();
function filesImportedBy(world, module2) {
  const ofWorld = known7.get(world) ?? /* @__PURE__ */ new WeakMap();
  known7.set(world, ofWorld);
  const paths = ofWorld.get(module2) ?? newFiles(world, module2);
  ofWorld.set(module2, paths);
  return paths;
}
function newFiles({ project }, module2) {
  const { tree } = module2;
  const names3 = [];
  for (const node of module2.nodesOf(import_shared.Kind.import_statement)) names3.push(...namesIn(tree, node));
  for (const node of module2.nodesOf(import_shared.Kind.import_from_statement)) {
    const from = moduleNameIn(module2, node);
    names3.push(
      from,
      ...namesIn(tree, node).map((name) => from.endsWith(".") ? from + name : `${from}.${name}`)
    );
  }
  const paths = names3.flatMap((name) => {
    const link = linkOf(project, module2, name);
    return pathsOf2(link);
  });
  return [...new Set(paths)].filter((path2) => path2 !== module2.path);
}
function namesIn(tree, statement) {
  return (0, import_shared.childrenIn)(tree, statement, import_shared.Field.name).map((node) => {
    const name = (0, import_shared.kindOf)(tree, node) === import_shared.Kind.aliased_import ? (0, import_shared.childIn)(tree, node, import_shared.Field.name) : node;
    return (0, import_shared.textOf)(tree, name).replace(/\s+/g, "");
  });
}
function pathsOf2(link) {
  if (link.to === "unknown") return link.candidates;
  return link.to === "module" ? [link.path] : [];
}
var isInImport = ({ tree }, node) => (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.import_statement, import_shared.Kind.import_from_statement) !== import_shared.NO_NODE;
var knownTexts = /* @__PURE__ */ new WeakMap();
function filesNamedBy(project, path2) {
  const ofProject = knownTexts.get(project) ?? /* @__PURE__ */ new Map();
  knownTexts.set(project, ofProject);
  const files = ofProject.get(path2) ?? newFilesNamed(project, path2);
  ofProject.set(path2, files);
  return files;
}
function newFilesNamed(project, path2) {
  const names3 = new Set(importsWritten(project.text(path2) ?? ""));
  const paths = [...names3].flatMap((name) => {
    const link = linkOf(project, { path: path2 }, name);
    return pathsOf2(link);
  });
  return [...new Set(paths)].filter((imported2) => imported2 !== path2);
}
var STATEMENT = /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n#]*)|import[ \t]+([^\n#]*))/gm;
function* importsWritten(text) {
  for (const [, from, members = "", modules = ""] of text.matchAll(STATEMENT)) {
    if (from !== void 0) yield from;
    for (const part of (from === void 0 ? modules : members).replace(/#.*|[()\\]/g, "").split(",")) {
      const [name = ""] = part.trim().split(/\s/);
      if (/^[.\w]+$/.test(name))
        yield from === void 0 ? name : (from.endsWith(".") ? from : `${from}.`) + name;
    }
  }
}
var known8 = /* @__PURE__ */ new WeakMap();
function farHelpersOf(project, path2) {
  const search = known8.get(project) ?? { project, importers: /* @__PURE__ */ new Map(), found: /* @__PURE__ */ new Map() };
  known8.set(project, search);
  lookInto(search, path2);
  const sights = search.found.get(path2);
  if (sights === void 0) return void 0;
  const of = (kind) => new Set(
    Array.from(sights).flatMap(([key, sight]) => sight.kind === kind ? [key.slice(kind.length + 1)] : [])
  );
  return { ofFrames: of("ofFrames"), ofVariables: of("ofVariables"), ofCallers: of("ofCallers") };
}
function lookInto(search, start) {
  const { project, importers, found } = search;
  const waiting = [];
  const add = (path2, name, sight) => {
    const gained = gain(found, path2, name, sight);
    if (gained !== void 0) waiting.push([path2, name, gained]);
  };
  const hand = (path2, name, sight) => {
    if (!(project.text(path2) ?? "").includes(name)) return;
    const module2 = project.module(path2);
    if (module2 === void 0) return;
    for (const [holder, handed] of holdersOf2(module2, name, sight)) add(path2, holder, handed);
  };
  for (const path2 of newFilesFrom(search, start)) {
    for (const [name, sight] of sightsIn(project, path2)) add(path2, name, sight);
    for (const imported2 of filesNamedBy(project, path2)) {
      for (const [key, sight] of found.get(imported2) ?? [])
        hand(path2, key.slice(sight.kind.length + 1), sight);
    }
  }
  for (let next2 = waiting.pop(); next2 !== void 0; next2 = waiting.pop()) {
    const [path2, name, sight] = next2;
    for (const other of [path2, ...importers.get(path2) ?? []]) hand(other, name, sight);
  }
}
function newFilesFrom({ project, importers }, start) {
  const files = new Set(importers.has(start) ? [] : [start]);
  for (const path2 of files) {
    importers.set(path2, importers.get(path2) ?? /* @__PURE__ */ new Set());
    for (const imported2 of filesNamedBy(project, path2)) {
      if (!importers.has(imported2)) files.add(imported2);
      importers.set(imported2, (importers.get(imported2) ?? /* @__PURE__ */ new Set()).add(path2));
    }
  }
  return [...files];
}
function gain(found, path2, name, sight) {
  const sights = found.get(path2) ?? /* @__PURE__ */ new Map();
  const key = `${sight.kind} ${name}`;
  const present = sights.get(key);
  const levels = Math.max(sight.levels, present?.levels ?? 0);
  const isHeld2 = sight.isHeld || present?.isHeld === true;
  if (levels <= 0 || levels === present?.levels && isHeld2 === present.isHeld) return void 0;
  const gained = { ...sight, levels, isHeld: isHeld2 };
  found.set(path2, sights.set(key, gained));
  return gained;
}
var CLIMBERS = new Set(
  "f_back _getframe _current_frames currentframe getouterframes settrace setprofile walk_stack stack extract_stack format_stack".split(" ")
);
var OF_CODE = new Set(
  "co_varnames co_names co_freevars co_cellvars getclosurevars getsource getsourcelines findsource Bytecode".split(
    " "
  )
);
var READERS = new RegExp(
  `\\b(?:f_locals|getargvalues|code_context|settrace|setprofile|${[...OF_CODE].join("|")})\\b`
);
var SEEING = new RegExp(`\\b(?:${[...CLIMBERS, ...OF_CODE].join("|")})\\b`);
var NAME_READERS = /\b(?:co_name|co_qualname|function|extract_stack|format_stack|getframeinfo)\b|\[3\]/;
function* sightsIn(project, path2) {
  const text = project.text(path2) ?? "";
  const climbing = [
    ...READERS.test(text) ? ["ofFrames"] : [],
    ...NAME_READERS.test(text) ? ["ofCallers"] : []
  ];
  const module2 = climbing.length > 0 && SEEING.test(text) ? project.module(path2) : void 0;
  if (module2 === void 0) return;
  const { tree } = module2;
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    const word = (0, import_shared.textOf)(tree, node);
    if (!OF_CODE.has(word) && !CLIMBERS.has(word)) continue;
    const holder = holderOf2(module2, node);
    if (holder === void 0 || isInImport(module2, node)) continue;
    if (OF_CODE.has(word))
      yield [holder.name, { kind: "ofVariables", levels: Number.POSITIVE_INFINITY, isHeld: true }];
    else if (isClimber(module2, node, word) && !isAskedForPlaceAlone(module2, node)) {
      const levels = levelsIn(module2, holder);
      for (const kind of climbing)
        yield [holder.name, { kind, levels, isHeld: isWithin2(module2, node, holder) }];
    }
  }
}
function isClimber({ tree, imports }, node, word) {
  const dotted = (0, import_shared.textOf)(tree, (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute ? (0, import_shared.parentOf)(tree, node) : node);
  return !AMBIGUOUS.has(word) || /^(?:inspect|sys|threading|traceback)\./.test(imports.originOf(dotted));
}
var AMBIGUOUS = /* @__PURE__ */ new Set([
  "stack",
  "settrace",
  "setprofile",
  "extract_stack",
  "format_stack"
]);
var topOf = /* @__PURE__ */ new WeakMap();
function holderOf2(module2, node) {
  const { tree } = module2;
  const top = topOf.get(module2) ?? module2.definitions.filter(({ enclosing }) => enclosing === void 0);
  topOf.set(module2, top);
  const decorator = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.decorator);
  const held = decorator === import_shared.NO_NODE ? node : (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, decorator), import_shared.Field.definition);
  return top.find((definition) => (0, import_shared.contains)(tree, definition.node, held));
}
function isWithin2({ tree }, node, { kind, node: outer }) {
  const inner = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.function_definition, import_shared.Kind.lambda);
  return kind === "class" || inner !== outer;
}
function levelsIn(module2, { node: outer }) {
  const { tree } = module2;
  let levels = 0;
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if (!(0, import_shared.contains)(tree, outer, node)) continue;
    const word = (0, import_shared.textOf)(tree, node);
    if (!CLIMBERS.has(word)) continue;
    if ((0, import_shared.ancestorOf)(tree, node, import_shared.Kind.while_statement, import_shared.Kind.for_statement) > outer)
      return Number.POSITIVE_INFINITY;
    if (word === "f_back") levels += 1;
    else if (word === "_getframe") levels += depthAt(module2, node);
    else if (word.endsWith("stack")) levels += entryAt(module2, node);
    else if (word !== "currentframe") return Number.POSITIVE_INFINITY;
  }
  return levels;
}
function depthAt(module2, node) {
  const call = callOf(module2, node);
  if (call === import_shared.NO_NODE) return Number.POSITIVE_INFINITY;
  const [depth] = (0, import_shared.argumentsOf)(module2.tree, call);
  if (depth === void 0) return 0;
  const text = (0, import_shared.textOf)(module2.tree, depth.value);
  return /^\d+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
}
function entryAt(module2, node) {
  const { tree } = module2;
  const call = callOf(module2, node);
  const subscript = call === import_shared.NO_NODE ? import_shared.NO_NODE : (0, import_shared.parentOf)(tree, call);
  if (subscript === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, subscript) !== import_shared.Kind.subscript) return Number.POSITIVE_INFINITY;
  const text = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, subscript, import_shared.Field.subscript));
  if ((0, import_shared.argumentsOf)(tree, call).length > 0) return Number.POSITIVE_INFINITY;
  if ((0, import_shared.textOf)(tree, node) === "stack") return /^\d+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  return /^-\d+$/.test(text) ? -Number(text) - 1 : Number.POSITIVE_INFINITY;
}
function* holdersOf2(module2, name, sight) {
  const { tree } = module2;
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if ((0, import_shared.textOf)(tree, node) !== name) continue;
    if (isInImport(module2, node)) {
      yield [boundBy(module2, node), sight];
      continue;
    }
    const holder = holderOf2(module2, node);
    if (holder !== void 0) {
      if (holder.nameSpan.start === (0, import_shared.startOf)(tree, node)) continue;
      if (sight.kind === "ofVariables" && (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.decorator) !== import_shared.NO_NODE) continue;
      const isCall = !sight.isHeld && callOf(module2, node) !== import_shared.NO_NODE;
      const levels = isCall ? sight.levels - 1 : sight.levels;
      yield [holder.name, { ...sight, levels, isHeld: !isCall || isWithin2(module2, node, holder) }];
      continue;
    }
    const variable2 = variableGiven(module2, node);
    if (variable2 !== "") yield [variable2, { ...sight, isHeld: true }];
  }
}
function boundBy({ tree }, node) {
  const aliased = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.aliased_import);
  return (0, import_shared.textOf)(tree, aliased === import_shared.NO_NODE ? node : (0, import_shared.childIn)(tree, aliased, import_shared.Field.alias));
}
function variableGiven({ tree }, node) {
  const assignment = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.assignment);
  const target = assignment === import_shared.NO_NODE ? import_shared.NO_NODE : (0, import_shared.childIn)(tree, assignment, import_shared.Field.left);
  if (target === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, target) !== import_shared.Kind.identifier) return "";
  return (0, import_shared.contains)(tree, (0, import_shared.valueGivenTo)(tree, target), node) ? (0, import_shared.textOf)(tree, target) : "";
}
function importedBy(project, starts) {
  const graph = graphOf(project);
  const found = new Set(starts);
  for (const module2 of found) for (const other of importsOf(graph, module2)) found.add(other);
  return found;
}
var known9 = /* @__PURE__ */ new WeakMap();
function graphOf(project) {
  const present = known9.get(project);
  if (present !== void 0) return present;
  const byLastPart = /* @__PURE__ */ new Map();
  for (const path2 of project.files.filter(isPython)) {
    const last = lastPartOf3(moduleNameOf(path2));
    const paths = byLastPart.get(last);
    if (paths === void 0) byLastPart.set(last, [path2]);
    else paths.push(path2);
  }
  const graph = { project, byLastPart, imports: /* @__PURE__ */ new Map() };
  known9.set(project, graph);
  return graph;
}
var lastPartOf3 = (name) => name.slice(name.lastIndexOf(".") + 1);
function importsOf(graph, module2) {
  const present = graph.imports.get(module2);
  if (present !== void 0) return present;
  const names3 = new Set(importedNames(module2));
  const paths = new Set([...names3].flatMap((name) => filesOf(graph, name)));
  const imports = [...paths].flatMap((path2) => graph.project.module(path2) ?? []);
  graph.imports.set(module2, imports);
  return imports;
}
function* importedNames(module2) {
  const { tree } = module2;
  yield* prefixesOf(moduleNameOf(module2.path));
  for (const node of module2.nodesOf(import_shared.Kind.import_statement)) {
    for (const name of namesIn2(tree, node)) yield* prefixesOf(name);
  }
  for (const node of module2.nodesOf(import_shared.Kind.import_from_statement)) {
    const from = absolute(module2, moduleNameIn(module2, node));
    yield* prefixesOf(from);
    for (const name of namesIn2(tree, node)) yield from === "" ? name : `${from}.${name}`;
  }
  for (const literal of literalsOf(module2)) yield* prefixesOf(nameInString(module2, literal));
}
function namesIn2(tree, statement) {
  return (0, import_shared.childrenIn)(tree, statement, import_shared.Field.name).map((node) => {
    const [name = node] = (0, import_shared.kindOf)(tree, node) === import_shared.Kind.aliased_import ? (0, import_shared.childrenIn)(tree, node, import_shared.Field.name) : [];
    return (0, import_shared.textOf)(tree, name).replace(/\s+/g, "").normalize("NFKC");
  });
}
function absolute({ path: path2 }, name) {
  const [, dots = "", dotted = ""] = /^(\.*)(.*)$/s.exec(name) ?? [];
  if (dots === "") return dotted;
  let folder = folderOf(path2);
  for (let level = 1; level < dots.length; level++) folder = folderOf(folder);
  return [...folder.split("/"), dotted].filter((part) => part !== "").join(".");
}
function* prefixesOf(name) {
  for (let dot = name.indexOf("."); dot !== -1; dot = name.indexOf(".", dot + 1)) yield name.slice(0, dot);
  if (name !== "") yield name;
}
function nameInString(module2, { node, value, isDocstring }) {
  if (isDocstring || !/^[\p{XID_Continue}.:]+$/u.test(value)) return "";
  const call = (0, import_shared.parentOf)(module2.tree, (0, import_shared.parentOf)(module2.tree, node));
  const isImported2 = call !== import_shared.NO_NODE && (0, import_shared.kindOf)(module2.tree, call) === import_shared.Kind.call && isImporter((0, import_shared.calledNameOf)(module2.tree, call));
  return isImported2 || value.includes(".") ? value.replaceAll(":", ".") : "";
}
function isImporter(name) {
  return /^(?:import_(?:module|string|object|object_ns|class|from_string|any)|__import__|importorskip|load_(?:source|module)|exec_module|spec_from_file_location|run_(?:module|path)|resolve_name)$/.test(
    name
  );
}
function filesOf({ byLastPart }, dotted) {
  const paths = byLastPart.get(lastPartOf3(dotted)) ?? [];
  return paths.filter((path2) => {
    const name = moduleNameOf(path2);
    return `.${dotted}`.endsWith(`.${name}`) || `.${name}`.endsWith(`.${dotted}`);
  });
}
var known10 = /* @__PURE__ */ new WeakMap();
function surroundingsOf(world, module2) {
  const ofWorld = known10.get(world) ?? /* @__PURE__ */ new WeakMap();
  known10.set(world, ofWorld);
  const surroundings = ofWorld.get(module2) ?? newSurroundings(world, module2);
  ofWorld.set(module2, surroundings);
  return surroundings;
}
function newSurroundings(world, module2) {
  const conftests = conftestsAbove(world.project, module2.path);
  const own2 = /* @__PURE__ */ new Set([module2, ...conftests]);
  const plugins = pluginsOf(world.project, own2);
  const tellers = /* @__PURE__ */ new Set([...conftests, ...plugins]);
  const told = [...importedBy(world.project, tellers)].filter(
    (other) => tellers.has(other) || other.text.includes("pytest")
  );
  const all = [...importedBy(world.project, [...own2, ...plugins])].filter(
    (other) => own2.has(other) || knowsTests(other)
  );
  return { own: own2, told: new Set(told), all };
}
function conftestsAbove(project, path2) {
  return conftestsIn(project).filter((conftest) => isAbove2(conftest, path2)).flatMap((conftest) => project.module(conftest) ?? []);
}
var knownConftests = /* @__PURE__ */ new WeakMap();
function conftestsIn(project) {
  const conftests = knownConftests.get(project) ?? project.files.filter((path2) => isConftest2({ path: path2 }));
  knownConftests.set(project, conftests);
  return conftests;
}
var isAbove2 = (conftest, path2) => path2.startsWith(conftest.slice(0, -"conftest.py".length));
function pluginsOf(project, modules) {
  const named2 = [...modules].filter((module2) => module2.bindings.module.symbols.has("pytest_plugins")).flatMap((module2) => literalsOf(module2).map(({ value }) => value));
  return [.../* @__PURE__ */ new Set([...named2, ...pluginsConfigured(project)])].flatMap((name) => {
    const path2 = name.replaceAll(".", "/");
    const files = project.files.filter((file) => `/${file}`.endsWith(`/${path2}.py`));
    return /^[\w.]+$/.test(name) ? files.flatMap((file) => project.module(file) ?? []) : [];
  });
}
var knownPlugins = /* @__PURE__ */ new WeakMap();
function pluginsConfigured(project) {
  const present = knownPlugins.get(project);
  if (present !== void 0) return present;
  const texts = project.files.filter((path2) => /(?:^|\/)(?:pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml)$/.test(path2)).map((path2) => project.text(path2) ?? "");
  const named2 = texts.flatMap((text) => [
    ...Array.from(text.matchAll(/(?<![\w-])-p[\s=]*([\w.]+)/g), ([, name = ""]) => name),
    ...Array.from(
      /\bpytest11\b[^\n]*\n((?:[^\n]*=[^\n]*\n?)+)/.exec(text)?.[1]?.matchAll(/=\s*"?([\w.]+)/g) ?? [],
      ([, name = ""]) => name
    )
  ]);
  knownPlugins.set(project, named2);
  return named2;
}
var knowsTests = ({ text }) => /pytest|unittest|TestCase|PYTEST_CURRENT_TEST/.test(text);
function* conftestsThatSee(world, module2) {
  const { project } = world;
  const conftests = conftestsAbove(project, module2.path);
  for (const other of /* @__PURE__ */ new Set([...conftests, ...pluginsOf(project, conftests)])) {
    const far = other === module2 ? void 0 : farHelpersOf(project, other.path);
    if (far !== void 0) yield* seenBy(other, /* @__PURE__ */ new Set([...far.ofFrames, ...far.ofVariables]), module2);
    if (other !== module2) yield* seenInErrors(other);
  }
}
function* seenInErrors(conftest) {
  if (!conftest.model.hooks.some(({ name }) => TOLD_OF_ERRORS.test(name))) return;
  const reading = observersOf(conftest).find(
    ({ kind, shown }) => kind === "frame" && /^(?:locals|f_locals|getargvalues)$/.test(shown)
  );
  if (reading !== void 0)
    yield refuse("frame", reading.shown, conftest, (0, import_shared.startOf)(conftest.tree, reading.node));
}
var TOLD_OF_ERRORS = /^pytest_(?:runtest_makereport|exception_interact|runtest_call|pyfunc_call)$/;
function* seenBy(conftest, seeing, module2) {
  const { hooks, fixtures } = conftest.model;
  const called = [
    ...hooks,
    ...fixtures.flatMap(({ definition }) => isAutouse(conftest, definition) ? [definition] : [])
  ];
  for (const { name, nameSpan } of called) {
    if (seeing.has(name)) yield refuse("frame", shownOf2(name), conftest, nameSpan.start);
  }
  for (const { name, definition } of fixtures) {
    const place = seeing.has(definition.name) ? placeOf2(module2, name) : void 0;
    if (place !== void 0) yield refuse("frame", shownOf2(name), module2, place);
  }
}
var shownOf2 = (name) => `\`${name}\`, which looks into tests or its callers,`;
function placeOf2(module2, name) {
  const { tree } = module2;
  const node = module2.nodesOf(import_shared.Kind.identifier).find((one) => (0, import_shared.textOf)(tree, one) === name);
  if (node !== void 0) return (0, import_shared.startOf)(tree, node);
  const literal = literalsWith(module2, name).find(({ isDocstring }) => !isDocstring);
  return literal === void 0 ? void 0 : literalStart(module2, literal);
}
function* foreignOverrides(world, group) {
  for (const { module: module2, name } of group) {
    for (const request of requestsIn(module2, name)) {
      if (!isWithinGroup(world, group, request) || providersFor(world, group, request).length > 0) continue;
      yield refuse("foreign-fixture", `\`${name}\` asks for another`, module2, request.parameter.span.start);
    }
  }
}
function* visibleUnder(world, group, newName) {
  for (const other of providersOf(world, newName)) {
    if (group.some(({ region }) => isOverlapping(world, region, other.region)))
      yield refuse("fixture-exists", `\`${newName}\``, other.module, other.definition.nameSpan.start);
  }
  for (const module2 of world.modulesWith(newName)) {
    for (const literal of literalsWith(module2, newName)) {
      const call = callWith(module2, literal.node);
      if (call !== import_shared.NO_NODE && (0, import_shared.calledNameOf)(module2.tree, call) === "getfixturevalue")
        yield refuse("fixture-exists", shownOf(module2, call), module2, literalStart(module2, literal));
    }
    if (!isInGroup(world, group, module2)) continue;
    const request = requestsIn(module2, newName).find((one) => isWithinGroup(world, group, one));
    if (request !== void 0)
      yield refuse("fixture-exists", `\`${newName}\``, module2, request.parameter.span.start);
    for (const literal of literalsWith(module2, newName)) {
      const isReached = group.some(
        ({ region }) => isReaching(world, region, module2, literalStart(module2, literal))
      );
      if (isReached && formOf(module2, literal).form === "fixture")
        yield refuse("fixture-exists", shownOf(module2, literal.node), module2, literalStart(module2, literal));
    }
  }
}
function loopOf(module2, binding) {
  const [only = import_shared.NO_NODE, ...more] = loopsOf(module2, binding);
  return more.length > 0 ? import_shared.NO_NODE : only;
}
function loopsOf({ tree }, binding) {
  return (binding?.definitions ?? []).map(({ node }) => iteratedFor(tree, node));
}
function iteratedFor(tree, target) {
  if ((0, import_shared.fieldOf)(tree, target) !== import_shared.Field.left) return import_shared.NO_NODE;
  const loop = (0, import_shared.parentOf)(tree, target);
  const kind = (0, import_shared.kindOf)(tree, loop);
  return kind === import_shared.Kind.for_statement || kind === import_shared.Kind.for_in_clause ? (0, import_shared.childIn)(tree, loop, import_shared.Field.right) : import_shared.NO_NODE;
}
function loopedConstants(module2, expression) {
  const { tree, bindings } = module2;
  if ((0, import_shared.kindOf)(tree, expression) !== import_shared.Kind.identifier) return void 0;
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, expression));
  if (binding?.scope.kind === "module" || binding?.scope.kind === "class") return void 0;
  const values = loopsOf(module2, binding).flatMap(
    (iterable) => iterable !== import_shared.NO_NODE && isWrittenOut((0, import_shared.kindOf)(tree, iterable)) ? (0, import_shared.namedChildrenOf)(tree, iterable).map((element) => constantAt(module2, element)) : void 0
  );
  return values.length > 0 && values.every((value) => value !== void 0) ? values : void 0;
}
var isWrittenOut = (kind) => kind === import_shared.Kind.list || kind === import_shared.Kind.tuple;
function searchesOf(world, module2, attributes) {
  const { all, told } = surroundingsOf(world, module2);
  return all.map((other) => ({
    world,
    module: other,
    attributes,
    isTold: told.has(other),
    seen: /* @__PURE__ */ new Set(),
    kept: /* @__PURE__ */ new Set()
  }));
}
function isOfTests(search, expression) {
  const { module: module2, attributes } = search;
  const { tree } = module2;
  const node = (0, import_shared.unwrapped)(tree, expression);
  if (node === import_shared.NO_NODE) return false;
  switch ((0, import_shared.kindOf)(tree, node)) {
    case import_shared.Kind.attribute: {
      const object = (0, import_shared.childIn)(tree, node, import_shared.Field.object);
      const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute));
      if (attributes.has(name)) return isOfPytest(search, object);
      return isDunder(name) ? isOfTests(search, object) : isKept(search, name);
    }
    case import_shared.Kind.subscript:
      return (0, import_shared.namedChildrenOf)(tree, node).some((child) => isOfTests(search, child));
    case import_shared.Kind.call:
      return isGivenByCall(search, node);
    case import_shared.Kind.boolean_operator:
    case import_shared.Kind.conditional_expression:
      return (0, import_shared.namedChildrenOf)(tree, node).some((child) => isOfTests(search, child));
    case import_shared.Kind.identifier:
      return isHeld(search, module2.bindings.bindingAt((0, import_shared.startOf)(tree, node)));
    default:
      return false;
  }
}
function isKept(search, name) {
  const { module: module2, kept } = search;
  if (kept.has(name)) return false;
  kept.add(name);
  const { tree } = module2;
  return module2.nodesOf(import_shared.Kind.attribute).some((node) => {
    if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute)) !== name) return false;
    const value = (0, import_shared.valueGivenTo)(tree, node);
    return value !== import_shared.NO_NODE && isOfTests(search, value);
  });
}
var isDunder = (name) => /^__\w+__$/.test(name);
function isGivenByCall(search, call) {
  const { module: module2, attributes } = search;
  const given = (0, import_shared.argumentsOf)(module2.tree, call);
  if ((0, import_shared.calledNameOf)(module2.tree, call) !== "getattr")
    return given.some(({ value }) => isOfTests(search, value));
  const [object, asked2] = given;
  const name = asked2 === void 0 ? void 0 : literalAt(module2, asked2.value)?.value;
  return object !== void 0 && name !== void 0 && attributes.has(name) && isOfPytest(search, object.value);
}
function isOfPytest({ world, module: module2, isTold }, object) {
  if (isTold) return valueOf(world, module2, object).kind === "unknown";
  const { tree, bindings, model } = module2;
  let root = object;
  while ((0, import_shared.kindOf)(tree, root) === import_shared.Kind.attribute) {
    if (isRequest((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, root, import_shared.Field.attribute)))) return true;
    root = (0, import_shared.childIn)(tree, root, import_shared.Field.object);
  }
  if ((0, import_shared.kindOf)(tree, root) !== import_shared.Kind.identifier) return false;
  const scope = bindings.bindingAt((0, import_shared.startOf)(tree, root))?.scope;
  return isRequest((0, import_shared.textOf)(tree, root)) || model.hooks.some(({ node }) => node === scope?.node);
}
var isRequest = (name) => /^_*request$/.test(name);
function isHeld(search, binding) {
  const { module: module2, attributes, isTold, seen } = search;
  if (binding === void 0 || seen.has(binding)) return false;
  seen.add(binding);
  if (attributes.has("module") && isModuleOfHook(module2, binding)) return true;
  if (binding.kind === "parameter") return isFilled(search, binding) || isTold && isPassed(search, binding);
  const { tree } = module2;
  const loop = loopOf(module2, binding);
  const values = binding.definitions.map(({ node }) => (0, import_shared.valueGivenTo)(tree, node));
  return [loop, ...values].some((value) => value !== import_shared.NO_NODE && isOfTests(search, value));
}
function isModuleOfHook({ bindings, definitions }, { kind, scope }) {
  if (kind !== "parameter" || scope.parent !== bindings.module) return false;
  const owner = definitions.find(({ node }) => node === scope.node);
  return owner !== void 0 && /^(?:setup|teardown)(?:_module)?$|^(?:setUp|tearDown)Module$/.test(owner.name);
}
function isFilled({ world, module: module2, attributes }, { name, scope }) {
  if (!pytestFills(module2, scope.node)) return false;
  return searchesOf(world, module2, attributes).some(
    (search) => search.module.model.fixtures.some(
      (fixture2) => fixture2.name === name && givesTests(search, fixture2.definition.node)
    )
  );
}
function givesTests(search, fixture2) {
  const { module: module2 } = search;
  const { tree } = module2;
  return [...module2.nodesOf(import_shared.Kind.return_statement), ...module2.nodesOf(import_shared.Kind.yield)].some(
    (node) => (0, import_shared.contains)(tree, fixture2, node) && (0, import_shared.namedChildrenOf)(tree, node).some((value) => isOfTests(search, value))
  );
}
var pytestFills = ({ model }, owner) => [...model.tests, ...model.fixtures].some(({ definition }) => definition.node === owner);
function isPassed({ world, module: module2, attributes }, parameter) {
  const { tree, model, nodesOf: nodesOf2 } = module2;
  const { name, scope } = parameter;
  if (model.hooks.some(({ node }) => node === scope.node)) return attributes.has(name);
  if (pytestFills(module2, scope.node) || valueOfBinding(world, module2, parameter).kind !== "unknown")
    return false;
  return nodesOf2(import_shared.Kind.identifier).some(
    (node) => (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute && attributes.has((0, import_shared.textOf)(tree, node))
  );
}
var OF_MODULES = /* @__PURE__ */ new Set(["module", "obj", "_obj"]);
var OF_CLASSES = /* @__PURE__ */ new Set(["cls", "instance", "obj", "_obj"]);
var OF_DEFINITIONS = /* @__PURE__ */ new Set(["function", ...OF_CLASSES]);
var OF_FIXTURES = /* @__PURE__ */ new Set(["func"]);
var OF_ALL = /* @__PURE__ */ new Set([...OF_DEFINITIONS, ...OF_MODULES]);
function namesReadOfTests(world, module2) {
  return namesRead(world, module2, OF_DEFINITIONS, "test-id");
}
function namesReadOfFixtures(world, module2) {
  return namesRead(world, module2, OF_FIXTURES, "computed-fixture");
}
function* namesRead(world, module2, attributes, code2) {
  for (const search of searchesOf(world, module2, attributes)) {
    const { tree } = search.module;
    const read2 = [
      ...Array.from(search.module.nodesOf(import_shared.Kind.attribute)).filter((node) => NAMES.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute)))).map((node) => (0, import_shared.childIn)(tree, node, import_shared.Field.object)),
      ...["__name__", "__qualname__"].flatMap((name) => objectsAskedFor(search.module, name))
    ];
    const object = read2.find((one) => isOfTests(search, one));
    if (object === void 0) continue;
    const shown = shownOf(search.module, (0, import_shared.parentOf)(tree, object));
    yield refuse(code2, shown, search.module, (0, import_shared.startOf)(tree, object));
  }
  for (const other of surroundingsOf(world, module2).all) {
    const path2 = pathsToNames(other, attributes);
    if (path2 !== void 0) yield refuse(code2, shownOf(other, path2), other, (0, import_shared.startOf)(other.tree, path2));
  }
}
function pathsToNames(module2, attributes) {
  const { tree } = module2;
  return ["__name__", "__qualname__"].flatMap((word) => literalsWith(module2, word)).find(({ node, value }) => {
    const parts = value.split(".");
    const call = callWith(module2, node);
    return NAMES.test(parts.at(-1) ?? "") && parts.some((part) => attributes.has(part)) && call !== import_shared.NO_NODE && (0, import_shared.calledNameOf)(tree, call) === "attrgetter";
  })?.node;
}
var NAMES = /^__(?:name|qualname)__$|^func_name$|^co_(?:qual)?name$/;
function objectsAskedFor(module2, name) {
  const { tree } = module2;
  return literalsWith(module2, name).flatMap(({ node, value }) => {
    const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, node));
    if (value !== name || call === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return [];
    const [object, asked2] = (0, import_shared.argumentsOf)(tree, call);
    return object !== void 0 && asked2?.value === node ? [object.value] : [];
  });
}
function* namesListedOfModule(world, module2) {
  if (!isCollected(module2)) return;
  yield* lookedUp(world, module2, OF_MODULES, "namespace", objectsSearched);
  yield* lookedUp(world, module2, OF_ALL, "namespace", wholeNamespaces);
}
function namesListedOfClasses(world, module2) {
  return lookedUp(world, module2, OF_CLASSES, "dynamic-attribute", objectsSearched);
}
var isCollected = ({ path: path2, model }) => model.tests.length + model.classes.length > 0 || /(?:^|\/)test[^/]*$|_test\.py$/.test(path2);
function* lookedUp(world, module2, attributes, code2, objectsIn) {
  for (const search of searchesOf(world, module2, attributes)) {
    const { tree } = search.module;
    const object = objectsIn(search.module).find((one) => isOfTests(search, one));
    if (object === void 0) continue;
    const call = callWith(search.module, object);
    const shown = shownOf(search.module, call === import_shared.NO_NODE ? (0, import_shared.parentOf)(tree, object) : call);
    yield refuse(code2, shown, search.module, (0, import_shared.startOf)(tree, object));
  }
}
var objectsSearched = (module2) => computedLookupsOf(module2).flatMap(({ object }) => object === import_shared.NO_NODE ? [] : [object]);
function wholeNamespaces(module2) {
  const { tree } = module2;
  const functions = Array.from(module2.nodesOf(import_shared.Kind.attribute)).filter(
    (node) => /^(?:__globals__|func_globals)$/.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute)))
  ).map((node) => (0, import_shared.childIn)(tree, node, import_shared.Field.object));
  const keys = objectsSearched(module2).filter((node) => (0, import_shared.kindOf)(tree, node) === import_shared.Kind.subscript).map((node) => (0, import_shared.childIn)(tree, node, import_shared.Field.subscript));
  return [...functions, ...keys];
}
var nameInId = ({ qualifiedName }) => qualifiedName.replaceAll(".", "::");
function* deselected(world, { path: path2 }, definition, newName) {
  const before = nameInId(definition);
  const after = before.slice(0, before.length - definition.name.length) + newName;
  for (const file of world.pathsNaming("deselect")) {
    const lines = (world.project.text(file) ?? "").split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const given = Array.from(line.matchAll(/--deselect[\s"'=,]+([^\s"',]+)/g), ([, prefix = ""]) => prefix);
      const isOther3 = given.some((prefix) => begins(prefix, path2, before) !== begins(prefix, path2, after));
      if (isOther3) yield refuseAt("test-id", line.trim().slice(0, 40), file, index + 1);
    }
  }
}
function begins(prefix, path2, name) {
  const parts = path2.split("/");
  return parts.some((_, index) => `${parts.slice(index).join("/")}::${name}::`.startsWith(prefix));
}
var SETTINGS = ["testMethodPrefix", "testNamePatterns"];
function* foundByLoaders(world, { name }, newName) {
  for (const setting of SETTINGS) {
    for (const module2 of world.modulesWith(setting)) {
      const { tree } = module2;
      for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
        if ((0, import_shared.textOf)(tree, node) !== setting) continue;
        const target = (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute ? (0, import_shared.parentOf)(tree, node) : node;
        const value = (0, import_shared.valueGivenTo)(tree, target);
        const prefix = setting === "testMethodPrefix" ? constantAt(module2, value) : void 0;
        const isAlike = prefix !== void 0 && name.startsWith(prefix) === newName.startsWith(prefix);
        if (value !== import_shared.NO_NODE && !isAlike)
          yield refuse("collection", shownOf(module2, target), module2, (0, import_shared.startOf)(tree, node));
      }
    }
  }
}
var LOADERS = /^(?:TestLoader|defaultTestLoader|TestSuite|loadTestsFrom\w+|getTestCaseNames|TestResult|makeSuite)$/;
function* idsOfLoaded(world, module2) {
  const loading = LOADING.flatMap(world.modulesWith);
  for (const other of new Set(loading)) {
    const { tree } = other;
    const words2 = other.nodesOf(import_shared.Kind.identifier);
    if (!words2.some((node) => LOADERS.test((0, import_shared.textOf)(tree, node)))) continue;
    const asking2 = words2.find((node) => isAskedForId(other, node));
    if (asking2 !== void 0 && (other === module2 || importedBy(world.project, [other]).has(module2)))
      yield refuse("test-id", shownOf(other, (0, import_shared.parentOf)(tree, asking2)), other, (0, import_shared.startOf)(tree, asking2));
  }
}
var LOADING = [
  "TestLoader",
  "defaultTestLoader",
  "TestSuite",
  "TestResult",
  "makeSuite",
  "loadTestsFromTestCase",
  "loadTestsFromModule",
  "loadTestsFromName",
  "loadTestsFromNames"
];
function isAskedForId({ tree }, node) {
  const word = (0, import_shared.textOf)(tree, node);
  if (word === "_testMethodName" || word === "getTestCaseNames") return true;
  if (word !== "id" || (0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute) return false;
  const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, node));
  return (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && (0, import_shared.argumentsOf)(tree, call).length === 0;
}
var FOLDERS = /^(?:tmp_path|tmpdir|pytester|testdir)$/;
var LAST_PARTS = /^(?:name|stem|parts|basename|purebasename)$/;
function* foldersNamed(module2, definition) {
  const { tree, model } = module2;
  if (!FOLDER_WORDS.test(module2.text)) return;
  const isOfOther2 = (node) => model.tests.some((test) => test.definition !== definition && (0, import_shared.contains)(tree, test.definition.node, node));
  const asking2 = module2.nodesOf(import_shared.Kind.identifier).find((node) => {
    const object = lastPartAskedOf(module2, node);
    return object !== import_shared.NO_NODE && isOfTest(module2, object) && !isOfOther2(node);
  });
  if (asking2 !== void 0)
    yield refuse("test-id", shownOf(module2, (0, import_shared.parentOf)(tree, asking2)), module2, (0, import_shared.startOf)(tree, asking2));
}
var FOLDER_WORDS = /\b(?:tmp_path|tmpdir|pytester|testdir)\b/;
function lastPartAskedOf({ tree }, node) {
  const outer = (0, import_shared.parentOf)(tree, node);
  const word = (0, import_shared.textOf)(tree, node);
  const isAttribute = (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute;
  if (isAttribute && LAST_PARTS.test(word)) {
    const object = (0, import_shared.childIn)(tree, outer, import_shared.Field.object);
    if ((0, import_shared.textOf)(tree, object) !== "os.path") return object;
  }
  const call = isAttribute ? (0, import_shared.parentOf)(tree, outer) : outer;
  if (word !== "basename" || (0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return import_shared.NO_NODE;
  return (0, import_shared.argumentsOf)(tree, call)[0]?.value ?? import_shared.NO_NODE;
}
function isOfTest(module2, path2, depth = 0) {
  const { tree, bindings } = module2;
  switch ((0, import_shared.kindOf)(tree, path2)) {
    case import_shared.Kind.identifier: {
      const binding = bindings.bindingAt((0, import_shared.startOf)(tree, path2));
      if (binding?.kind === "parameter") return FOLDERS.test(binding.name);
      const values = binding?.definitions.map(({ node }) => (0, import_shared.valueGivenTo)(tree, node)) ?? [];
      return depth < 4 && values.some((value) => value !== import_shared.NO_NODE && isOfTest(module2, value, depth + 1));
    }
    case import_shared.Kind.attribute:
      return /^(?:path|tmpdir)$/.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, path2, import_shared.Field.attribute))) && isOfTest(module2, (0, import_shared.childIn)(tree, path2, import_shared.Field.object), depth + 1);
    case import_shared.Kind.call: {
      const called = (0, import_shared.calledNameOf)(tree, path2);
      if (/^(?:str|Path|fspath|resolve|absolute|realpath|strpath)$/.test(called)) {
        const [first] = (0, import_shared.argumentsOf)(tree, path2);
        const callee = (0, import_shared.childIn)(tree, path2, import_shared.Field.function);
        const inner = first?.value ?? ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute ? (0, import_shared.childIn)(tree, callee, import_shared.Field.object) : import_shared.NO_NODE);
        return inner !== import_shared.NO_NODE && isOfTest(module2, inner, depth + 1);
      }
      return /^(?:cwd|getcwd|make(?:py|txt)?file|getpathnode)$/.test(called);
    }
    default:
      return false;
  }
}
function* testsAsText(world, module2) {
  for (const search of searchesOf(world, module2, OBJECTS)) {
    const other = search.module;
    const written = writtenIn(other).find(
      (node) => isNode(other, search.isTold, node) || isOfTests(search, node)
    );
    if (written !== void 0) yield objectionTo(other, written);
  }
}
function* ownObjectsAsText(world, owner) {
  for (const { module: module2, definition } of ancestryOf(world, owner).classes.values()) {
    const written = writtenIn(module2).find((node) => isSelf(module2, definition, node));
    if (written !== void 0) yield objectionTo(module2, written);
  }
}
function objectionTo(module2, written) {
  const { tree } = module2;
  const call = callWith(module2, written);
  const shown = shownOf(module2, call === import_shared.NO_NODE ? (0, import_shared.parentOf)(tree, written) : call);
  return refuse("test-id", shown, module2, (0, import_shared.startOf)(tree, written));
}
function isSelf({ tree, members }, definition, node) {
  return (0, import_shared.contains)(tree, definition.node, node) && members.classOf(node) === definition;
}
var OBJECTS = /* @__PURE__ */ new Set(["function", "cls", "instance", "obj", "_obj"]);
var known11 = /* @__PURE__ */ new WeakMap();
function writtenIn(module2) {
  const present = known11.get(module2);
  if (present !== void 0) return present;
  const { tree } = module2;
  const written = [
    ...Array.from(module2.nodesOf(import_shared.Kind.interpolation)).flatMap(
      (node) => (0, import_shared.namedChildrenOf)(tree, node).slice(0, 1)
    ),
    ...Array.from(module2.nodesOf(import_shared.Kind.binary_operator)).flatMap((node) => formattedBy(module2, node)),
    ...Array.from(module2.nodesOf(import_shared.Kind.call)).flatMap((node) => writtenByCall(module2, node))
  ].map((node) => (0, import_shared.unwrapped)(tree, node));
  known11.set(module2, written);
  return written;
}
function formattedBy({ tree }, node) {
  if ((0, import_shared.kindOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.operator)) !== import_shared.Kind["%"]) return [];
  const left = (0, import_shared.kindOf)(tree, (0, import_shared.unwrapped)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.left)));
  if (left === import_shared.Kind.integer || left === import_shared.Kind.float) return [];
  const right = (0, import_shared.unwrapped)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.right));
  return (0, import_shared.kindOf)(tree, right) === import_shared.Kind.tuple ? (0, import_shared.namedChildrenOf)(tree, right) : [right];
}
function writtenByCall({ tree }, call) {
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  const called = (0, import_shared.calledNameOf)(tree, call);
  const given = (0, import_shared.argumentsOf)(tree, call).map(({ value }) => value);
  if ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute) {
    if (/^__(?:str|repr|format)__$/.test(called)) return [(0, import_shared.childIn)(tree, callee, import_shared.Field.object), ...given];
    return called === "format" ? given : [];
  }
  if (WRITERS.test(called)) return given.slice(0, 1);
  const [first, ...others] = given;
  return called === "map" && first !== void 0 && WRITERS.test((0, import_shared.textOf)(tree, first)) ? others : [];
}
var WRITERS = /^(?:str|repr|ascii|format)$/;
function isNode(module2, isTold, expression, depth = 0) {
  const { tree, bindings } = module2;
  const node = (0, import_shared.unwrapped)(tree, expression);
  if (node === import_shared.NO_NODE || depth > MAXIMUM_DEPTH4) return false;
  const isNodeToo = (other) => isNode(module2, isTold, other, depth + 1);
  switch ((0, import_shared.kindOf)(tree, node)) {
    case import_shared.Kind.identifier: {
      const binding = bindings.bindingAt((0, import_shared.startOf)(tree, node));
      if (binding === void 0) return false;
      if (binding.kind === "parameter")
        return (isTold ? NODES : REQUESTS).test(binding.name) && binding.scope.kind === "function";
      const loop = loopOf(module2, binding);
      const values = binding.definitions.map((definition) => (0, import_shared.valueGivenTo)(tree, definition.node));
      return [loop, ...values].some((value) => value !== import_shared.NO_NODE && isNodeToo(value));
    }
    case import_shared.Kind.attribute: {
      const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute));
      const object = (0, import_shared.childIn)(tree, node, import_shared.Field.object);
      if (name === "items") return isTold && (0, import_shared.textOf)(tree, object).endsWith("session");
      return /^(?:_?node|parent|definition|_?request|_pyfuncitem)$/.test(name) && isNodeToo(object);
    }
    case import_shared.Kind.call: {
      const callee = (0, import_shared.childIn)(tree, node, import_shared.Field.function);
      if ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute)
        return GIVERS.test((0, import_shared.calledNameOf)(tree, node)) && isNodeToo((0, import_shared.childIn)(tree, callee, import_shared.Field.object));
      return HANDING_ON.test((0, import_shared.calledNameOf)(tree, node)) && (0, import_shared.argumentsOf)(tree, node).some(({ value }) => isNodeToo(value));
    }
    case import_shared.Kind.subscript:
      return isNodeToo((0, import_shared.childIn)(tree, node, import_shared.Field.value));
    case import_shared.Kind.list_comprehension:
    case import_shared.Kind.generator_expression:
    case import_shared.Kind.binary_operator:
    case import_shared.Kind.conditional_expression:
    case import_shared.Kind.boolean_operator:
    case import_shared.Kind.list:
    case import_shared.Kind.tuple:
      return (0, import_shared.namedChildrenOf)(tree, node).some(
        (child) => (0, import_shared.fieldOf)(tree, child) !== import_shared.Field.condition && isNodeToo(child)
      );
    default:
      return false;
  }
}
var MAXIMUM_DEPTH4 = 6;
var REQUESTS = /^_*request$/;
var NODES = /^(?:_*request|items?|node|collector|nextitem|testfunction|metafunc)$/;
var GIVERS = /^(?:listchain|iter_parents|getparent)$/;
var HANDING_ON = /^(?:list|tuple|set|sorted|reversed|enumerate|filter|iter|next)$/;
function isCollected2({ module: module2, definition }) {
  return module2.model.classes.some((testClass) => testClass.definition === definition);
}
function* computedFromNames(world, module2, definition) {
  if (definition.kind === "class" && isCollected2({ module: module2, definition })) return;
  if (definition.kind === "function" && !isHandedOn2(world, module2, definition)) return;
  for (const read2 of readsOfNames(world)) {
    if (definition.kind === "function" && read2.of === "class") continue;
    if (!mayRead(world, read2, module2, definition)) continue;
    yield refuse(
      "name-in-string",
      shownOf(read2.module, read2.node),
      read2.module,
      (0, import_shared.startOf)(read2.module.tree, read2.node)
    );
  }
}
var readsOfNames = rememberedOfAll((world) => {
  const paths = new Set(["__name__", "__qualname__"].flatMap(world.pathsWith));
  return [...paths].filter((path2) => /(?:\.|["'])__(?:qual)?name__\b/.test(world.project.text(path2) ?? "")).flatMap((path2) => world.project.module(path2) ?? []).flatMap(readsIn);
});
function readsIn(module2) {
  const { tree } = module2;
  const attributes = module2.nodesOf(import_shared.Kind.identifier).filter((node) => (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute && NAME.test((0, import_shared.textOf)(tree, node))).map((node) => (0, import_shared.parentOf)(tree, node));
  const calls = ["__name__", "__qualname__"].flatMap(
    (name) => literalsWith(module2, name).flatMap(({ node, value }) => {
      const call = callWith(module2, node);
      const isAsked = value === name && call !== import_shared.NO_NODE && /^(?:getattr|attrgetter)$/.test((0, import_shared.calledNameOf)(tree, call));
      return isAsked ? [call] : [];
    })
  );
  return [...attributes, ...calls].flatMap((node) => {
    const isAttribute = (0, import_shared.kindOf)(tree, node) === import_shared.Kind.attribute;
    const isGetter = !isAttribute && (0, import_shared.calledNameOf)(tree, node) === "attrgetter";
    const asked2 = isAttribute ? (0, import_shared.childIn)(tree, node, import_shared.Field.object) : (0, import_shared.argumentsOf)(tree, node)[0]?.value ?? import_shared.NO_NODE;
    if (!isGetter && !isComputedWith(module2, node)) return [];
    const owner = isGetter ? import_shared.NO_NODE : instanceIn(tree, asked2);
    const of = owner === import_shared.NO_NODE ? "itself" : "class";
    return [{ module: module2, node, object: isGetter ? import_shared.NO_NODE : owner === import_shared.NO_NODE ? asked2 : owner, of }];
  });
}
var NAME = /^__(?:qual)?name__$/;
function instanceIn(tree, expression) {
  const node = (0, import_shared.unparenthesized)(tree, expression);
  if ((0, import_shared.kindOf)(tree, node) === import_shared.Kind.call && (0, import_shared.calledNameOf)(tree, node) === "type")
    return (0, import_shared.argumentsOf)(tree, node)[0]?.value ?? import_shared.NO_NODE;
  const isClass = (0, import_shared.kindOf)(tree, node) === import_shared.Kind.attribute && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute)) === "__class__";
  return isClass ? (0, import_shared.childIn)(tree, node, import_shared.Field.object) : import_shared.NO_NODE;
}
function isComputedWith(module2, string) {
  const { tree, bindings } = module2;
  if (isComputed(tree, string)) return true;
  const assignment = (0, import_shared.parentOf)(tree, string);
  if ((0, import_shared.kindOf)(tree, assignment) !== import_shared.Kind.assignment || (0, import_shared.fieldOf)(tree, string) !== import_shared.Field.right) return false;
  const target = (0, import_shared.childIn)(tree, assignment, import_shared.Field.left);
  const binding = (0, import_shared.kindOf)(tree, target) === import_shared.Kind.identifier ? bindings.bindingAt((0, import_shared.startOf)(tree, target)) : void 0;
  return binding?.references.some(({ node }) => isComputed(tree, node)) ?? false;
}
function isComputed(tree, string, isPart2 = false) {
  const outer = (0, import_shared.parentOf)(tree, string);
  switch ((0, import_shared.kindOf)(tree, outer)) {
    case import_shared.Kind.attribute:
      return CHANGING.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, outer, import_shared.Field.attribute)));
    case import_shared.Kind.subscript:
      return (0, import_shared.fieldOf)(tree, string) === import_shared.Field.value || isPart2;
    case import_shared.Kind.parenthesized_expression:
      return isComputed(tree, outer, isPart2);
    case import_shared.Kind.interpolation:
    case import_shared.Kind.binary_operator:
    case import_shared.Kind.string:
      return isComputed(tree, outer, true);
    case import_shared.Kind.comparison_operator:
      return isContainer(tree, outer, string);
    case import_shared.Kind.argument_list: {
      const called = (0, import_shared.calledNameOf)(tree, (0, import_shared.parentOf)(tree, outer));
      return MATCHING.test(called) || CHARACTERS.test(called) || isPart2 && LOOKUPS.test(called);
    }
    default:
      return false;
  }
}
function isContainer(tree, comparison, operand) {
  const children = (0, import_shared.childrenOf)(tree, comparison);
  const at = children.indexOf(operand);
  const [before, after] = [children[at - 1], children[at + 1]].map((node) => (0, import_shared.textOf)(tree, node ?? import_shared.NO_NODE));
  return /^(?:not\s+)?in$|^[<>]=?$/.test(before ?? "") || /^[<>]=?$/.test(after ?? "");
}
var CHANGING = /^(?:lower|upper|title|capitalize|swapcase|casefold|replace|removeprefix|removesuffix|startswith|endswith|r?split|r?partition|[lr]?strip|translate|r?find|r?index)$/;
var MATCHING = /^(?:sub|subn|match|fullmatch|search|findall|finditer)$/;
var CHARACTERS = /^(?:len|list|tuple|reversed|enumerate|iter)$/;
var LOOKUPS = /^(?:getattr|hasattr|setattr|delattr|get|pop|setdefault|import_module|__import__|attrgetter|methodcaller)$/;
function mayRead(world, read2, module2, definition) {
  const { tree } = read2.module;
  if (read2.object === import_shared.NO_NODE) return true;
  if (/^(?:self|cls)$/.test((0, import_shared.textOf)(tree, read2.object))) return false;
  const value = valueOf(world, read2.module, read2.object);
  switch (value.kind) {
    case "unknown":
      return true;
    case "function":
      return value.definition === definition || mayBeReplaced(value, module2, definition);
    case "class":
    case "instance":
    case "super":
      if (value.kind === "class" && mayBeReplaced(value.class, module2, definition)) return true;
      return definition.kind === "class" && ancestryOf(world, { module: module2, definition }).classes.has(value.class.definition);
    case "module":
    case "foreign":
    case "foreign-instance":
      return false;
  }
}
function mayBeReplaced(decorated, module2, definition) {
  return !keepsOwnName(decorated.module, decorated.definition) && !takesAnotherName(module2, definition);
}
function isHandedOn2(world, module2, { name, nameSpan }) {
  const binding = module2.bindings.bindingAt(nameSpan.start);
  const isLocal = binding?.scope.kind === "function";
  return (isLocal ? [module2] : world.modulesWith(name)).some((other) => {
    const { tree } = other;
    return other.nodesOf(import_shared.Kind.identifier).some((identifier) => {
      if ((0, import_shared.textOf)(tree, identifier) !== name || isInImport(other, identifier)) return false;
      if (isLocal && other.bindings.bindingAt((0, import_shared.startOf)(tree, identifier)) !== binding) return false;
      const field = (0, import_shared.fieldOf)(tree, identifier);
      const node = field === import_shared.Field.attribute ? (0, import_shared.parentOf)(tree, identifier) : identifier;
      const parent = (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node));
      if (field === import_shared.Field.name || parent === import_shared.Kind.decorator) return false;
      return !(parent === import_shared.Kind.call && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.function);
    });
  });
}
var known12 = /* @__PURE__ */ new WeakMap();
function compositionsOf(module2) {
  const present = known12.get(module2);
  if (present !== void 0) return present;
  const { tree } = module2;
  const nodes = [
    ...module2.nodesOf(import_shared.Kind.binary_operator),
    ...module2.nodesOf(import_shared.Kind.call),
    ...literalsOf(module2).flatMap(({ node, isFormatted }) => isFormatted ? [node] : [])
  ];
  const made = nodes.filter((node) => (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) !== import_shared.Kind.binary_operator).map((node) => ({ node, parts: partsOf2(module2, node) })).filter(({ parts }) => parts.length > 1 && parts.some((part) => part !== null && part !== ""));
  known12.set(module2, made);
  return made;
}
function mayCompose(module2, expression, wanted) {
  const parts = partsOf2(module2, expression);
  if (!parts.includes(null)) return parts.join("") === wanted;
  const [head, tail] = [parts[0] ?? "", parts.at(-1) ?? ""];
  return wanted.length >= head.length + tail.length && wanted.startsWith(head) && wanted.endsWith(tail);
}
function isComputed2(module2, expression) {
  const parts = partsOf2(module2, expression);
  return parts.includes(null) && parts.some((part) => part !== null && part !== "");
}
function partsOf2(module2, node) {
  const { tree, bindings } = module2;
  const literal = literalAt(module2, node);
  if (literal !== void 0) return separated(literal.value.split("\uFFFC"));
  switch ((0, import_shared.kindOf)(tree, node)) {
    case import_shared.Kind.parenthesized_expression:
      return (0, import_shared.namedChildrenOf)(tree, node).flatMap((child) => partsOf2(module2, child));
    case import_shared.Kind.binary_operator: {
      const [left, right] = [(0, import_shared.childIn)(tree, node, import_shared.Field.left), (0, import_shared.childIn)(tree, node, import_shared.Field.right)];
      const operator = (0, import_shared.kindOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.operator));
      if (operator === import_shared.Kind["+"]) return [...partsOf2(module2, left), ...partsOf2(module2, right)];
      return operator === import_shared.Kind["%"] ? formatted(module2, left, /%(?:\(\w*\))?[-\w.#+ ]*?[sdr]/, "%") : [null];
    }
    case import_shared.Kind.call: {
      const callee = (0, import_shared.childIn)(tree, node, import_shared.Field.function);
      const object = (0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute ? (0, import_shared.childIn)(tree, callee, import_shared.Field.object) : import_shared.NO_NODE;
      if (object === import_shared.NO_NODE) return [null];
      if ((0, import_shared.calledNameOf)(tree, node) === "format") return formatted(module2, object, /\{[^{}]*\}/, "{");
      return (0, import_shared.calledNameOf)(tree, node) === "join" ? joined2(module2, node, object) : [null];
    }
    case import_shared.Kind.identifier:
      return [assignedConstant(module2, bindings.bindingAt((0, import_shared.startOf)(tree, node))) ?? null];
    default:
      return [null];
  }
}
var separated = (texts) => texts.flatMap((text, index) => index === 0 ? [text] : [null, text]);
function formatted(module2, format, field, mark) {
  const literal = literalAt(module2, format);
  if (literal === void 0 || literal.isFormatted) return [null];
  const texts = literal.value.split(field);
  return texts.some((text) => text.includes(mark)) ? [null] : separated(texts);
}
function joined2(module2, call, separator) {
  const { tree } = module2;
  const between = literalAt(module2, separator)?.value;
  const display = (0, import_shared.argumentsOf)(tree, call)[0]?.value ?? import_shared.NO_NODE;
  const isListed4 = (0, import_shared.kindOf)(tree, display) === import_shared.Kind.list || (0, import_shared.kindOf)(tree, display) === import_shared.Kind.tuple;
  if (between === void 0 || !isListed4) return [null];
  return (0, import_shared.namedChildrenOf)(tree, display).flatMap((child, index) => [
    ...index === 0 ? [] : [between],
    ...partsOf2(module2, child)
  ]);
}
function* composedNames(world, name, isOther3 = () => false) {
  for (const module2 of composingModules(world, name)) {
    for (const { node, parts } of compositionsOf(module2)) {
      if (mayGive(world, parts, name) && (isInId(parts, name) || isLookedUp({ world, isOther: isOther3, isWhole: !parts.includes(null) }, module2, node)))
        yield refuse("mention", shownOf(module2, node), module2, (0, import_shared.startOf)(module2.tree, node));
    }
  }
}
function composingModules(world, name) {
  const { project, pathsWith } = world;
  const places3 = /* @__PURE__ */ new Map();
  const edgesIn = (path2) => {
    const edges = places3.get(path2) ?? { shortestHead: name.length, shortestTail: 0, isEnough: false };
    places3.set(path2, edges);
    return edges;
  };
  for (let cut = 1; cut < name.length; cut++) {
    const [head, tail] = [name.slice(0, cut), name.slice(cut)];
    const [beginning, end] = [new RegExp(`(?<!\\w)${head}["'{%]`), new RegExp(`["'}sdr]${tail}(?!\\w)`)];
    for (const path2 of pathsWith(head)) {
      if (!beginning.test(project.text(path2) ?? "")) continue;
      const edges = edgesIn(path2);
      edges.shortestHead = Math.min(edges.shortestHead, cut);
      edges.isEnough ||= pathsWith(tail).length > 0;
    }
    for (const path2 of pathsWith(tail)) {
      if (!end.test(project.text(path2) ?? "")) continue;
      const edges = edgesIn(path2);
      edges.shortestTail = Math.max(edges.shortestTail, cut);
      edges.isEnough ||= pathsWith(head).length > 0;
    }
  }
  return Array.from(places3).flatMap(
    ([path2, { isEnough, shortestHead, shortestTail }]) => isEnough || shortestHead <= shortestTail ? project.module(path2) ?? [] : []
  );
}
function mayGive(world, parts, name) {
  if (!parts.includes(null)) return wordOffsetsIn(parts.join(""), name).length > 0;
  return parts.some((part, index) => {
    if (part !== null) return false;
    const [head = ""] = /\w*$/.exec(parts[index - 1] ?? "") ?? [];
    const [tail = ""] = /^\w*/.exec(parts[index + 1] ?? "") ?? [];
    if (head + tail === "" || head.length + tail.length >= name.length) return false;
    if (!name.startsWith(head) || !name.endsWith(tail)) return false;
    const computed = name.slice(head.length, name.length - tail.length);
    return world.modulesWith(computed).some((module2) => literalsWith(module2, computed).some(({ isDocstring }) => !isDocstring));
  });
}
function isInId(parts, name) {
  return parts.some((part) => {
    const [, beginning = ""] = /::(\w+)$/.exec(part ?? "") ?? [];
    return beginning !== "" && name.startsWith(beginning);
  });
}
var MAXIMUM_DEPTH5 = 4;
function isLookedUp(question, module2, node, depth = 0) {
  const { tree, bindings } = module2;
  if (question.isWhole) return true;
  if (depth > MAXIMUM_DEPTH5) return false;
  const outer = (0, import_shared.parentOf)(tree, node);
  switch ((0, import_shared.kindOf)(tree, outer)) {
    case import_shared.Kind.parenthesized_expression:
    case import_shared.Kind.conditional_expression:
    case import_shared.Kind.boolean_operator:
    case import_shared.Kind.binary_operator:
    case import_shared.Kind.tuple:
      return isLookedUp(question, module2, outer, depth + 1);
    case import_shared.Kind.subscript:
      return isNamespace(module2, (0, import_shared.childIn)(tree, outer, import_shared.Field.value));
    case import_shared.Kind.return_statement: {
      const definition = module2.definitionAt((0, import_shared.startOf)(tree, outer));
      return definition !== void 0 && isUsedSo(question, module2, definition.nameSpan.start, depth);
    }
    case import_shared.Kind.assignment: {
      const target = (0, import_shared.childIn)(tree, outer, import_shared.Field.left);
      const isVariable3 = (0, import_shared.kindOf)(tree, target) === import_shared.Kind.identifier && target !== node;
      return isVariable3 && isUsedSo(question, module2, (0, import_shared.startOf)(tree, target), depth);
    }
    case import_shared.Kind.argument_list:
    case import_shared.Kind.keyword_argument:
      return isLookedUpInCall(question, module2, node, depth);
    default:
      return false;
  }
  function isUsedSo(asked2, of, start, level) {
    const references = bindings.bindingAt(start)?.references ?? [];
    return references.some(({ node: read2 }) => {
      const call = (0, import_shared.parentOf)(tree, read2);
      const isCalled2 = (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && (0, import_shared.childIn)(tree, call, import_shared.Field.function) === read2;
      return isLookedUp(asked2, of, isCalled2 ? call : read2, level + 1);
    });
  }
}
var LOOKUPS2 = /^(?:getattr|setattr|hasattr|delattr|patch|object|multiple|spy|stub_out|MonkeyPatch|MockPatch|MockPatchObject|SmartSet|Set|attrgetter|methodcaller|import_string|import_object|import_class|resolve_name|locate|loadTestsFromNames?|load_object|__getattribute__)$/;
function isLookedUpInCall(question, module2, node, depth) {
  const { tree } = module2;
  const call = callWith(module2, node);
  if (call === import_shared.NO_NODE) return false;
  const called = (0, import_shared.calledNameOf)(tree, call);
  const [first] = (0, import_shared.argumentsOf)(tree, call);
  if (LOOKUPS2.test(called)) {
    const object = first === void 0 || first.value === node ? import_shared.NO_NODE : first.value;
    return object === import_shared.NO_NODE || !question.isOther(module2, object);
  }
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  if (/^(?:[A-Z]\w*)$/.test(called) && isTestCase(question.world, module2, callee)) return true;
  if (/^(?:get|pop|setdefault)$/.test(called) && (0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute)
    return isNamespace(module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object));
  return receiversOf(question.world, module2, node).some(
    (receiver) => receiver.parameter.references.some(
      ({ node: read2 }) => isLookedUp(question, receiver.module, read2, depth + 1)
    )
  );
}
function isTestCase(world, module2, callee) {
  const value = valueOf(world, module2, callee);
  if (value.kind !== "class") return false;
  return ancestryOf(world, value.class).others.some(
    ({ base }) => base.kind === "foreign" && base.origin.startsWith("unittest.")
  );
}
function isNamespace({ tree }, node) {
  if ((0, import_shared.kindOf)(tree, node) === import_shared.Kind.call) return /^(?:globals|vars|locals)$/.test((0, import_shared.calledNameOf)(tree, node));
  return (0, import_shared.kindOf)(tree, node) === import_shared.Kind.attribute && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute)) === "__dict__";
}
function* askedNames(world, name) {
  for (const module2 of world.modulesWith(name)) {
    const { tree } = module2;
    for (const literal of literalsWith(module2, name)) {
      if (literal.isFormatted || literal.value !== name) continue;
      const call = callWith(module2, literal.node);
      if (call === import_shared.NO_NODE || !ASKING.test((0, import_shared.calledNameOf)(tree, call))) continue;
      const [first] = (0, import_shared.argumentsOf)(tree, call);
      const object = first?.value ?? import_shared.NO_NODE;
      if (object !== literal.node) yield { module: module2, node: call, object };
    }
    for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
      if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute || (0, import_shared.textOf)(tree, node) !== name) continue;
      const attribute2 = (0, import_shared.parentOf)(tree, node);
      if (mayBeMissing(module2, attribute2))
        yield { module: module2, node: attribute2, object: (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object) };
    }
  }
}
var ASKING = /^(?:getattr|hasattr|setattr|delattr|object)$/;
function mayBeMissing({ tree }, attribute2) {
  const statement = (0, import_shared.ancestorOf)(tree, attribute2, import_shared.Kind.try_statement);
  if (statement === import_shared.NO_NODE || !(0, import_shared.contains)(tree, (0, import_shared.childIn)(tree, statement, import_shared.Field.body), attribute2)) return false;
  return (0, import_shared.childrenOf)(tree, statement).some(
    (clause) => (0, import_shared.kindOf)(tree, clause) === import_shared.Kind.except_clause && /^except\s*(?::|[^:]*\b(?:AttributeError|Exception|BaseException)\b)/.test((0, import_shared.textOf)(tree, clause))
  );
}
function namesOfTestLibrary(origin) {
  return libraries.find(({ classes }) => classes.test(origin))?.names;
}
var words = (text) => new Set(text.trim().split(/\s+/));
var libraries = [
  // Read from testtools 2.5, oslotest 4.5, fixtures 4.0 and testscenarios 0.5, which are mixed into one another.
  {
    classes: /^(?:testtools\.(?:testcase\.)?TestCase|oslotest\.base\.BaseTestCase|fixtures\.(?:testcase\.)?TestWithFixtures|testscenarios\.(?:testcase\.)?(?:TestWithScenarios|WithScenarios))$/,
    names: words(`
      DEFAULT_TIMEOUT TIMEOUT_SCALING_FACTOR _add_reason _details _exceptions _fake_logs _fake_output _formatTypes
      _get_scenarios _get_test_method _matchHelper _report_error _report_expected_failure _report_failure
      _report_skip _report_traceback _report_unexpected_success _reset _result _run_setup _run_teardown
      _run_test_method _run_test_with _set_timeout _traceback_id_gens _unique_id_gen addDetail addDetailUniqueName
      addOnException assertThat case create_tempfiles decorated exception_handlers expectFailure expectThat
      force_failure getDetails getUniqueInteger getUniqueString handlers last_resort log_fixture matchee onException
      output_fixture patch reactor result run_tests_with scenarios skip skipException suiteClass useFixture
    `)
  },
  // Read from Django 3.2 and Django REST framework 3.14, with names that other versions of Django have.
  {
    classes: /^(?:django\.test\.(?:testcases\.)?(?:SimpleTestCase|TransactionTestCase|TestCase|LiveServerTestCase)|django\.contrib\.staticfiles\.testing\.StaticLiveServerTestCase|rest_framework\.test\.(?:API(?:Simple|Transaction|LiveServer)?TestCase|URLPatternsTestCase))$/,
    names: words(`
      _DatabaseFailure _add_databases_failures _assertFooMessage _assert_contains _assert_form_error
      _assert_raises_or_warns_cm _assert_template_used _check_test_client_response _cls_modified_context
      _cls_overridden_context _connections_override _create_server_thread _databases_names
      _databases_support_savepoints _databases_support_transactions _disallowed_connection_methods
      _disallowed_database_msg _enter_atomics _fixture_setup _fixture_teardown _live_server_modified_settings
      _lockfile _make_connections_override _modified_settings _module _module_urlpatterns _old_root_urlconf
      _overridden_settings _override _post_teardown _pre_setup _pre_setup_ran_eagerly _remove_databases_failures
      _reset_sequences _rollback_atomics _setup_and_call _should_check_constraints _should_reload_connections
      _tearDownClassInternal _terminate_thread _test_serialized_contents _text_repr _urlconf_setup _urlconf_teardown
      _validate_databases allowed_host assertContains assertFieldOutput assertFormError assertFormSetError
      assertFormsetError assertHTMLEqual assertHTMLNotEqual assertInHTML assertJSONEqual assertJSONNotEqual
      assertNotContains assertNotInHTML assertNumQueries assertQuerySetEqual assertQuerysetEqual assertRaisesMessage
      assertRedirects assertTemplateNotUsed assertTemplateUsed assertURLEqual assertWarnsMessage assertXMLEqual
      assertXMLNotEqual async_client async_client_class atomics available_apps captureOnCommitCallbacks client
      client_class cls_atomics databases fixtures host httpd live_server_url lockfile modify_settings multi_db
      ordered port redirect_chain render reset_sequences serialized_rollback server_thread server_thread_class
      setUpTestData settings static_handler tags templates urlpatterns urls
    `)
  },
  // Read from Twisted 22.4.
  {
    classes: /^twisted\.trial\.unittest\.(?:SynchronousTestCase|TestCase)$/,
    names: words(`
      _cbDeferTestMethod _classCleanUp _cleanUp _deprecateReactor _ebDeferSetUp _ebDeferTearDown _ebDeferTestMethod
      _getSkipReason _getSuppress _installObserver _makeReactorMethod _observer _parents _passed _reactorMethods
      _removeObserver _run _runCleanups _runFixturesAndTest _savedGlobals _timedOut _undeprecateReactor _wait
      _warnings addTest assertApproximates assertFailure assertIdentical assertNoResult assertNot assertNotIdentical
      assertNotSubstring assertSubstring callDeprecated category deferRunCleanups deferSetUp deferTearDown
      deferTestMethod done failIfAlmostEquals failIfEquals failIfIdentical failIfIn failIfIsInstance failIfSubstring
      failUnlessApproximates failUnlessEquals failUnlessFailure failUnlessFalse failUnlessIdentical failUnlessIn
      failUnlessIsInstance failUnlessSubstring failUnlessTrue failUnlessWarns failureResultOf flushLoggedErrors
      flushWarnings getDeprecatedModuleAttribute getSkip getSuppress getTimeout getTodo mktemp patch skip
      successResultOf suppress testSuite test_suite timeout todo
    `)
  },
  // Read from absl-py 0.15.
  {
    classes: /^absl\.testing\.(?:absltest|parameterized)\.TestCase$/,
    names: words(`
      _cls_exit_stack _exit_stack _feedErrorsToResult _get_params_repr _get_tempdir_path_cls _get_tempdir_path_test
      _get_tempfile_cleanup _id_suffix _internal_cleanup_on_success _maybe_add_temp_path_cleanup _ran_and_passed
      _randomize_ordering_seed _test_params_reprs assertBetween assertCommandFails assertCommandSucceeds
      assertContainsExactSubsequence assertContainsInOrder assertContainsSubsequence assertContainsSubset
      assertEmpty assertJsonEqual assertLen assertNoCommonElements assertNotEmpty assertRaisesWithLiteralMatch
      assertRaisesWithPredicateMatch assertRegexMatch assertSameElements assertSameStructure
      assertSequenceAlmostEqual assertSequenceStartsWith assertTotallyOrdered assertUrlEqual create_tempdir
      create_tempfile enter_context expected_exception id_suffix items msg register set_default_xml_stream
      set_testsuites_property tempfile_cleanup test_case test_func
    `)
  },
  // Read from Tornado 6.2.
  {
    classes: /^tornado\.testing\.Async(?:HTTPS?)?TestCase$/,
    names: words(`
      _app _handle_exception _test_generator all_tasks asyncio_loop cr_running default_ssl_options fetch get_app
      get_http_client get_http_port get_http_server get_httpserver_options get_new_ioloop get_protocol
      get_ssl_options get_url http_client http_server io_loop should_close_asyncio_loop stop wait
    `)
  }
];
function attributesOfException(origin) {
  const name = origin.startsWith("builtins.") ? origin.slice("builtins.".length) : "";
  if (plain.has(name)) return ofEach;
  for (const [classes, attributes] of special) {
    if (classes.has(name)) return attributes;
  }
  return void 0;
}
var own = "add_note args with_traceback";
var ofEach = words(own);
var plain = words(`
  ArithmeticError AssertionError BaseException BufferError BytesWarning DeprecationWarning EOFError EncodingWarning
  Exception FloatingPointError FutureWarning GeneratorExit ImportWarning IndexError KeyError KeyboardInterrupt
  LookupError MemoryError NotImplementedError OverflowError PendingDeprecationWarning PythonFinalizationError
  RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration SyntaxWarning
  SystemError TypeError UnicodeError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
`);
var special = [
  ["StopIteration", "value"],
  ["SystemExit", "code"],
  ["ImportError ModuleNotFoundError", "msg name name_from path"],
  ["NameError UnboundLocalError", "name"],
  ["AttributeError", "name obj"],
  [
    "IndentationError SyntaxError TabError",
    "_metadata end_lineno end_offset filename lineno msg offset print_file_and_line text"
  ],
  ["UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError", "encoding end object reason start"],
  [
    `BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError EnvironmentError FileExistsError FileNotFoundError IOError InterruptedError IsADirectoryError
    NotADirectoryError OSError PermissionError ProcessLookupError TimeoutError WindowsError`,
    "characters_written errno filename filename2 strerror winerror"
  ],
  ["BaseExceptionGroup ExceptionGroup", "derive exceptions message split subgroup"]
].map(([classes = "", attributes = ""]) => [words(classes), words(`${own} ${attributes}`)]);
function attributesOfForeignClass(origin) {
  if (PLAIN.has(origin)) return none;
  if (/^unittest\.(?:case\.|async_case\.)?(?:TestCase|IsolatedAsyncioTestCase)$/.test(origin))
    return testCase;
  const ofLibrary = namesOfTestLibrary(origin);
  if (ofLibrary !== void 0) return /* @__PURE__ */ new Set([...testCase, ...ofLibrary]);
  if (/^fixtures\.(?:fixture\.)?Fixture$/.test(origin)) return fixture;
  return attributesOfException(origin) ?? builtinClasses.get(origin);
}
var none = /* @__PURE__ */ new Set();
var PLAIN = /* @__PURE__ */ new Set([
  "builtins.object",
  "abc.ABC",
  "typing.Generic",
  "typing_extensions.Generic"
]);
var testCase = words(`
  _addExpectedFailure _addUnexpectedSuccess _asyncioRunner _asyncioTestContext _baseAssertEqual _callAsync
  _callCleanup _callMaybeAsync _callSetUp _callTearDown _callTestMethod _classSetupFailed _class_cleanups
  _cleanups _deprecate _diffThreshold _formatMessage _getAssertEqualityFunc _outcome _setupAsyncioRunner
  _subtest _tearDownAsyncioRunner _testMethodDoc _testMethodName _truncateMessage _type_equality_funcs
  _testcase _instance addAsyncCleanup addClassCleanup addCleanup addTypeEqualityFunc assertAlmostEqual
  assertAlmostEquals assertCountEqual assertDictContainsSubset assertDictEqual assertEndsWith assertEqual
  assertEquals assertFalse assertGreater assertGreaterEqual assertHasAttr assertIn assertIs assertIsInstance
  assertIsNone assertIsNot assertIsNotNone assertIsSubclass assertItemsEqual assertLess assertLessEqual
  assertListEqual assertLogs assertMultiLineEqual assertNoLogs assertNotAlmostEqual assertNotAlmostEquals
  assertNotEndsWith assertNotEqual assertNotEquals assertNotHasAttr assertNotIn assertNotIsInstance
  assertNotIsSubclass assertNotRegex assertNotRegexpMatches assertNotStartsWith assertRaises
  assertRaisesRegex assertRaisesRegexp assertRegex assertRegexpMatches assertSequenceEqual assertSetEqual
  assertStartsWith assertTrue assertTupleEqual assertWarns assertWarnsRegex assert_ asyncSetUp
  asyncTearDown countTestCases debug defaultTestResult doClassCleanups doCleanups enterAsyncContext
  enterClassContext enterContext fail failIf failIfAlmostEqual failIfEqual failUnless failUnlessAlmostEqual
  failUnlessEqual failUnlessRaises failureException id longMessage maxDiff pytestmark run runTest setUp
  setUpClass shortDescription skipTest subTest tearDown tearDownClass
`);
var fixture = words(`
  _cleanup _cleanups _clear_cleanups _detail_sources _details _remove_state _setUp addCleanup addDetail cleanUp
  getDetails reset setUp tearDown useFixture
`);
var builtinClasses = /* @__PURE__ */ new Map([
  ["builtins.dict", words("clear copy fromkeys get items keys pop popitem setdefault update values")],
  ["builtins.list", words("append clear copy count extend index insert pop remove reverse sort")],
  ["builtins.tuple", words("count index")],
  [
    "builtins.set",
    words(`add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset
      issuperset pop remove symmetric_difference symmetric_difference_update union update`)
  ],
  [
    "builtins.int",
    words(
      "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag is_integer numerator real to_bytes"
    )
  ],
  ["builtins.float", words("as_integer_ratio conjugate fromhex from_number hex imag is_integer real")],
  [
    "builtins.str",
    words(`capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha
      isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower
      lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split
      splitlines startswith strip swapcase title translate upper zfill`)
  ]
]);
var MAKERS2 = /* @__PURE__ */ new Map([
  ["enum.Enum", words("name value mro")],
  ["enum.IntEnum", words("name value mro")],
  ["enum.StrEnum", words("name value mro")],
  ["typing.NamedTuple", words("count index")]
]);
var MIXED = /* @__PURE__ */ new Map([
  ["enum.IntEnum", "builtins.int"],
  ["enum.StrEnum", "builtins.str"]
]);
var makersAbove = ({ others }) => others.flatMap(({ base }) => base.kind === "foreign" && MAKERS2.has(base.origin) ? base.origin : []);
function attributesBesideMethods(world, origin, family, name, newName = name) {
  const own2 = MAKERS2.get(origin);
  if (own2 === void 0 || name.startsWith("_") || newName.startsWith("_")) return void 0;
  const isMethod2 = [...family.related.values()].every((owner) => isMethodOrNone(world, owner, name));
  if (!isMethod2 || isStored(world, name) || isStored(world, newName)) return void 0;
  return /* @__PURE__ */ new Set([...own2, ...attributesOfForeignClass(MIXED.get(origin) ?? "") ?? []]);
}
function isMethodOrNone(world, { module: module2, definition }, name) {
  return (classVariableOf(module2, definition, name)?.definitions ?? []).every((occurrence) => {
    const method = definitionNamedAt(module2, occurrence);
    return method?.kind === "function" && method.decorators.every(({ node }) => {
      const decorator = valueOf(world, module2, (0, import_shared.firstNamedChildOf)(module2.tree, node));
      return decorator.kind === "foreign" && /^builtins\.(?:property|(?:class|static)method)$/.test(decorator.origin);
    });
  });
}
var isStored = (world, name) => modulesWithAttribute(world, name).some(
  ({ tree, nodesOf: nodesOf2 }) => nodesOf2(import_shared.Kind.identifier).some(
    (node) => (0, import_shared.textOf)(tree, node) === name && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute && !isRead(tree, (0, import_shared.parentOf)(tree, node))
  )
);
function isEnumeration(world, owner) {
  const { classes, others } = ancestryOf(world, owner);
  const origins = others.map(({ base }) => base.kind === "foreign" ? base.origin : "");
  return origins.some((origin) => origin.startsWith("enum.")) && origins.every((origin) => MAKERS2.has(origin) || /^builtins\.(?:str|int|float|object)$/.test(origin)) && [...classes.values()].every(
    ({ module: module2, definition }) => definition.decorators.length === 0 && classKeywordsOf(module2, definition).length === 0 && HOOKS.every((name) => classVariableOf(module2, definition, name) === void 0)
  ) && doubts().makesItsObjects(world, owner) && world.pathsWith("_member_map_").length === 0;
}
var HOOKS = [
  "__new__",
  "__init_subclass__",
  "__getattribute__",
  "__class__",
  "_ignore_",
  "_generate_next_value_"
];
var hasMember = rememberedByName((world, owner, name) => {
  const { module: module2, definition } = owner;
  const [only, ...more] = classVariableOf(module2, definition, name)?.definitions ?? [];
  if (only === void 0 || more.length > 0 || name.startsWith("_")) return false;
  const value = (0, import_shared.valueGivenTo)(module2.tree, only.node);
  return value !== import_shared.NO_NODE && PLAIN2.has((0, import_shared.kindOf)(module2.tree, value)) && isEnumeration(world, owner);
});
var PLAIN2 = /* @__PURE__ */ new Set([
  import_shared.Kind.string,
  import_shared.Kind.concatenated_string,
  import_shared.Kind.integer,
  import_shared.Kind.float,
  import_shared.Kind.true,
  import_shared.Kind.false,
  import_shared.Kind.none,
  import_shared.Kind.tuple,
  import_shared.Kind.list,
  import_shared.Kind.dictionary
]);
function specialMethodsAt({ tree }, operand) {
  const around = (0, import_shared.parentOf)(tree, operand);
  switch ((0, import_shared.kindOf)(tree, around)) {
    case import_shared.Kind.comparison_operator:
      return areScalars(tree, (0, import_shared.namedChildrenOf)(tree, around), operand) ? [] : COMPARISONS;
    case import_shared.Kind.binary_operator:
      return areScalars(tree, (0, import_shared.namedChildrenOf)(tree, around), operand) ? [] : OPERATORS;
    case import_shared.Kind.subscript:
      return (0, import_shared.fieldOf)(tree, operand) === import_shared.Field.subscript ? SUBSCRIPTS : [];
    default:
      return [];
  }
}
function comparisonsIn({ tree }, call, argument) {
  const values = (0, import_shared.argumentsOf)(tree, call).map(({ value }) => value);
  return areScalars(tree, values, argument) ? [] : COMPARISONS;
}
function areScalars(tree, operands, one) {
  return operands.every((operand) => operand === one || SCALARS.has((0, import_shared.kindOf)(tree, operand)));
}
var SCALARS = /* @__PURE__ */ new Set([
  import_shared.Kind.string,
  import_shared.Kind.concatenated_string,
  import_shared.Kind.integer,
  import_shared.Kind.float,
  import_shared.Kind.true,
  import_shared.Kind.false,
  import_shared.Kind.none
]);
function parametersOfAll(world, name, place = 1) {
  return world.modulesWith(name).flatMap(
    (module2) => functionsNamed(module2, name).flatMap(({ definition }) => {
      const start = definition.parameters[place]?.span.start;
      const parameter = start === void 0 ? void 0 : module2.bindings.bindingAt(start);
      return parameter === void 0 ? [] : [{ module: module2, parameter }];
    })
  );
}
var COMPARISONS = ["eq", "ne", "lt", "le", "gt", "ge", "contains"].map((name) => `__${name}__`);
var OPERATORS = "add sub mul matmul truediv floordiv mod pow lshift rshift and or xor".split(" ").flatMap((name) => [`__${name}__`, `__r${name}__`]);
var SUBSCRIPTS = ["__getitem__", "__setitem__", "__delitem__", "__class_getitem__"];
function occurrencesOf(module2, binding) {
  const found = /* @__PURE__ */ new Map();
  for (const occurrence of [...binding.definitions, ...binding.references, ...binding.declarations]) {
    if (!isBeyondClass(module2, binding, occurrence)) found.set(occurrence.start, occurrence);
  }
  for (const occurrence of readsThroughClasses2(module2, binding).certain) {
    found.set(occurrence.start, occurrence);
  }
  for (const occurrence of unevaluatedOf(module2, binding)) found.set(occurrence.start, occurrence);
  return [...found.values()].toSorted((one, other) => one.start - other.start);
}
function isBeyondClass(module2, binding, occurrence) {
  if (binding.scope.kind !== "class" || binding.definitions.includes(occurrence)) return false;
  const symbol = module2.bindings.symbolAt(occurrence.start);
  return symbol?.scope === binding.scope && provenanceIn(module2, symbol, occurrence) === "global";
}
function unevaluatedOf({ bindings }, binding) {
  return bindings.unevaluated.filter(
    ({ name, scope }) => name === binding.name && bindings.lookup(scope, name) === binding
  );
}
function unaliasedImportOf(module2, binding) {
  return binding.definitions.find(({ node }) => isUnaliasedImport(module2, node));
}
function isUnaliasedImport({ tree }, node) {
  const statement = (0, import_shared.ancestorOf)(
    tree,
    node,
    import_shared.Kind.import_statement,
    import_shared.Kind.import_from_statement,
    import_shared.Kind.future_import_statement
  );
  if (statement === -1 || (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) !== import_shared.Kind.dotted_name) return false;
  return (0, import_shared.fieldOf)(tree, node) !== import_shared.Field.alias;
}
var isSameName = (imported2, name) => imported2 === name;
var nameOriginOf = (world, module2, name) => globalOf(world, module2, name, 0, isSameName);
var importedOrigins = (world, module2, binding) => importedGlobals(world, module2, binding, 0, isSameName);
function linkedGlobals(world, target) {
  const { name } = target.binding;
  const linked = /* @__PURE__ */ new Map([[target.binding, target]]);
  const mixed = world.modulesWith(name).flatMap((module2) => {
    const binding = module2.bindings.module.symbols.get(name)?.binding;
    if (binding === void 0 || binding.scope.kind !== "module") return [];
    if (binding.definitions.length < 2 || binding.kind === "unbound") return [];
    const origins = importedOrigins(world, module2, binding).flatMap((origin) => origin ?? []);
    const own2 = nameOriginOf(world, module2, name);
    return own2 !== void 0 && own2 !== "unknown" && own2.binding === binding && origins.length > 0 ? [{ module: module2, binding, origins }] : [];
  });
  for (const { binding } of linked.values()) {
    for (const one of mixed) {
      if (one.binding === binding) for (const origin of one.origins) linked.set(origin.binding, origin);
      if (one.origins.some((origin) => origin.binding === binding)) linked.set(one.binding, one);
    }
  }
  return [...linked.values()];
}
function isVariable(world, target, module2, binding) {
  if (binding === target.binding) return "yes";
  if (binding.kind !== "unbound") return "no";
  const found = nameOriginOf(world, module2, binding.name);
  if (found === "unknown") return "maybe";
  if (found === void 0)
    return isInEveryModule(binding.name) || isStarredFromElsewhere(world, module2) ? "no" : "maybe";
  return found.binding === target.binding ? "yes" : "no";
}
function isStarredFromElsewhere(world, module2) {
  return starLinksOf(world, module2).some(({ to }) => to === "elsewhere");
}
function isOfLink(world, target, link) {
  switch (link.to) {
    case "module":
      return isOfModule(world, target, link.path);
    case "unknown":
      return link.candidates.some((path2) => isOfModule(world, target, path2) !== "no") ? "maybe" : "no";
    case "elsewhere":
    case "folder":
      return "no";
  }
}
function isOfModule(world, target, path2) {
  if (path2 === target.module.path) return "yes";
  const { name } = target.binding;
  const module2 = world.project.module(path2);
  const found = module2 === void 0 ? "unknown" : nameOriginOf(world, module2, name);
  if (found === "unknown") return "maybe";
  if (found === void 0)
    return submoduleOf(world.project, { to: "module", path: path2 }, name) === void 0 ? "maybe" : "no";
  return found.binding === target.binding ? "yes" : "no";
}
function isMemberOf(world, target, module2, object) {
  switch (object.kind) {
    case "module":
      return isOfLink(world, target, object.link);
    case "foreign": {
      const link = linkOf(world.project, module2, object.origin);
      return link.to === "elsewhere" ? "no" : isOfLink(world, target, link);
    }
    case "unknown":
      return "maybe";
    case "class":
    case "foreign-instance":
    case "function":
    case "instance":
    case "super":
      return "no";
  }
}
function objectTo(code2, module2, offset, found) {
  return { kind: "objection", objection: refuse(code2, found, module2, offset) };
}
function* stringReferences(world, target, module2, literal) {
  const { name } = target.binding;
  const offset = literalStart(module2, literal);
  const unexplained = (code2) => objectTo(code2, module2, offset, shownOf(module2, literal.node));
  const form = formOf(module2, literal);
  switch (form.form) {
    case "docstring":
      if (form.hasDoctest) yield unexplained("doctest");
      return;
    case "fixture":
      yield { kind: "fixture-name", module: module2, literal };
      return;
    case "annotation":
      yield* annotation(world, target, module2, literal);
      return;
    case "export": {
      const found = nameOriginOf(world, module2, name);
      if (found === "unknown" || literal.value !== name) yield unexplained("mention");
      else if (found?.binding === target.binding) yield stringReference(module2, literal);
      return;
    }
    case "attribute": {
      const answer = isMemberOf(world, target, module2, valueOf(world, module2, form.target));
      if (answer === "maybe" || form.name !== name) yield unexplained("mention");
      else if (answer === "yes") yield stringReference(module2, literal);
      return;
    }
    case "path":
      for (const part of pathPartsOf(world, module2, literal)) {
        if (part.name !== name) continue;
        const answer = isMemberOf(world, target, module2, part.object);
        if (answer === "maybe" || part.span.end - part.span.start !== name.length)
          yield unexplained("mention");
        else if (answer === "yes") yield { kind: "string", module: module2, literal, span: part.span };
      }
      return;
    case "other":
    case "slot":
      yield unexplained("mention");
  }
}
function stringReference(module2, literal) {
  const start = literal.offsets[0] ?? 0;
  const end = start + literal.value.length;
  if (module2.text.slice(start, end) !== literal.value)
    return objectTo("mention", module2, literalStart(module2, literal), shownOf(module2, literal.node));
  return { kind: "string", module: module2, literal, span: { start, end } };
}
function* annotation(world, target, module2, literal) {
  const { bindings } = module2;
  const dotted = new RegExp(`(?<![\\w.])(\\w+)(?:\\.\\w+)*\\.${target.binding.name}\\b`, "g");
  for (const [, owner = ""] of literal.value.matchAll(dotted)) {
    const variable2 = bindings.lookup(bindings.scopeOf(literal.node), owner);
    const value = variable2 === void 0 ? void 0 : valueOfBinding(world, module2, variable2);
    if (value?.kind !== "foreign")
      yield objectTo("mention", module2, literalStart(module2, literal), shownOf(module2, literal.node));
  }
  const meant = bindings.lookup(bindings.scopeOf(literal.node), target.binding.name);
  const found = meant === void 0 || meant.scope.kind === "module" ? globalOf(world, module2, target.binding.name) : void 0;
  if (found === "unknown")
    yield objectTo("star-import", module2, literalStart(module2, literal), literal.value);
  else if (found?.binding === target.binding && meant === void 0)
    yield objectTo("mention", module2, literalStart(module2, literal), shownOf(module2, literal.node));
}
function* referencesTo(world, target, linked = [target]) {
  const { name } = target.binding;
  for (const module2 of world.modulesWith(name)) {
    if (module2.tree.hasError && module2 !== target.module)
      yield objectTo("does-not-parse", module2, 0, module2.path);
    yield* identifiersIn2(world, target, module2, linked);
    for (const literal of literalsWith(module2, name)) yield* stringReferences(world, target, module2, literal);
  }
  for (const { path: path2, line } of world.mentionsOf(name))
    yield { kind: "objection", objection: refuseAt("mention", `\`${name}\``, path2, line) };
  for (const path2 of world.unreadable)
    yield { kind: "objection", objection: refuseAt("unreadable", path2, path2, 1) };
}
function* identifiersIn2(world, target, module2, linked) {
  const { tree, bindings } = module2;
  const { name } = target.binding;
  const variables = /* @__PURE__ */ new Set();
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if ((0, import_shared.textOf)(tree, node).normalize("NFKC") !== name) continue;
    const offset = (0, import_shared.startOf)(tree, node);
    if (isInFromImport(module2, node)) {
      yield* imported(world, target, module2, node, variables, linked);
    } else if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute) {
      yield* attribute(world, target, module2, node);
    } else if (isPatchedMultiple(module2, node)) {
      yield objectTo("mention", module2, offset, shownOf(module2, (0, import_shared.parentOf)(tree, node)));
    } else {
      const binding = bindings.bindingAt(offset);
      if (binding === void 0 || variables.has(binding)) continue;
      const answer = isVariable(world, target, module2, binding);
      if (answer === "maybe") {
        const code2 = starLinksOf(world, module2).length > 0 ? "star-import" : "unbound";
        yield objectTo(code2, module2, offset, `\`${name}\``);
      }
      if (answer !== "yes") continue;
      variables.add(binding);
      yield { kind: "variable", module: module2, binding };
    }
  }
}
function isInFromImport({ tree }, node) {
  const name = (0, import_shared.parentOf)(tree, node);
  if ((0, import_shared.kindOf)(tree, name) !== import_shared.Kind.dotted_name || (0, import_shared.fieldOf)(tree, name) !== import_shared.Field.name) return false;
  const outer = (0, import_shared.parentOf)(tree, name);
  const statement = (0, import_shared.kindOf)(tree, outer) === import_shared.Kind.aliased_import ? (0, import_shared.parentOf)(tree, outer) : outer;
  return (0, import_shared.kindOf)(tree, statement) === import_shared.Kind.import_from_statement;
}
function* imported(world, target, module2, node, variables, linked) {
  const { tree, bindings } = module2;
  const statement = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.import_from_statement);
  const link = linkOf(world.project, module2, moduleNameIn(module2, statement));
  const isExchanged2 = link.to === "module" && doubts().isImportExchanged(world, link);
  const answer = isExchanged2 ? "maybe" : isOfLink(world, target, link);
  const offset = (0, import_shared.startOf)(tree, node);
  if (answer === "maybe") yield objectTo("unknown-import", module2, offset, shownOf(module2, statement));
  if (answer !== "yes") return;
  const aliased = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, node));
  if ((0, import_shared.kindOf)(tree, aliased) !== import_shared.Kind.aliased_import) {
    const binding2 = bindings.bindingAt(offset);
    if (binding2 === void 0 || variables.has(binding2)) return;
    variables.add(binding2);
    const origin = binding2.scope.kind === "module" ? originOf(world, module2, binding2) : target.binding;
    if (linked.every((one) => one.binding !== origin))
      yield objectTo("unknown-import", module2, offset, shownOf(module2, statement));
    yield { kind: "variable", module: module2, binding: binding2 };
    return;
  }
  const alias = (0, import_shared.childIn)(tree, aliased, import_shared.Field.alias);
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, alias));
  if (binding !== void 0) yield { kind: "alias", module: module2, binding, span: module2.spanOf(node) };
}
function originOf(world, module2, binding) {
  const found = nameOriginOf(world, module2, binding.name);
  return found === "unknown" ? void 0 : found?.binding;
}
function* attribute(world, target, module2, node) {
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, node);
  const object = valueOf(world, module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.object));
  const answer = isMemberOf(world, target, module2, object);
  if (answer === "maybe") {
    const objection = objectTo("unknown-receiver", module2, (0, import_shared.startOf)(tree, node), shownOf(module2, parent));
    yield { ...objection, attribute: { module: module2, node: parent } };
  }
  if (answer === "yes") yield { kind: "attribute", module: module2, node: parent, span: module2.spanOf(node) };
}
function isPatchedMultiple({ tree }, node) {
  const argument = (0, import_shared.parentOf)(tree, node);
  if ((0, import_shared.kindOf)(tree, argument) !== import_shared.Kind.keyword_argument || (0, import_shared.fieldOf)(tree, node) !== import_shared.Field.name) return false;
  const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, argument));
  return (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && (0, import_shared.calledNameOf)(tree, call) === "multiple";
}
function classEnteredAt(module2, offset) {
  const method = module2.definitionAt(offset);
  if (method?.enclosing?.kind !== "class" || !/^__a?enter__$/.test(method.name)) return void 0;
  const definition = enclosingClass(module2, offset);
  return definition === void 0 ? void 0 : { module: module2, definition };
}
function* targetsOfEntries(world, owner) {
  for (const module2 of world.modulesWith("with")) {
    const { tree } = module2;
    for (const item of module2.nodesOf(import_shared.Kind.with_item)) {
      const pattern = (0, import_shared.firstNamedChildOf)(tree, item);
      if ((0, import_shared.kindOf)(tree, pattern) !== import_shared.Kind.as_pattern) continue;
      if (mayBeOf(world, owner, module2, (0, import_shared.firstNamedChildOf)(tree, pattern)))
        yield { module: module2, node: (0, import_shared.childIn)(tree, pattern, import_shared.Field.alias) };
    }
  }
}
function* callsOfEntries(world) {
  for (const name of ["__enter__", "__aenter__", ...ENTERING]) {
    for (const module2 of world.modulesWith(name)) {
      for (const call of module2.nodesOf(import_shared.Kind.call)) {
        if ((0, import_shared.calledNameOf)(module2.tree, call) === name) yield { module: module2, node: call };
      }
    }
  }
}
var ENTERING = [
  "enter_context",
  "enter_async_context",
  "enterContext",
  "enterClassContext",
  "enterModuleContext",
  "enterAsyncContext"
];
function mayBeOf(world, owner, module2, expression) {
  const { tree } = module2;
  const value = valueOf(world, module2, expression);
  if (value.kind === "instance") return isOneOf(world, owner, value);
  if (value.kind !== "unknown") return false;
  if ((0, import_shared.kindOf)(tree, expression) !== import_shared.Kind.call) return true;
  return valueOf(world, module2, (0, import_shared.childIn)(tree, expression, import_shared.Field.function)).kind !== "foreign";
}
function isOneOf(world, owner, value) {
  return [...descendantsOf2(world, value.class).values()].some(
    (heir) => ancestryOf(world, heir).classes.has(owner.definition)
  );
}
function isApart(world, family, module2) {
  const reach = reachOf(world, family);
  if (reach === "anywhere" || reach.modules.has(module2)) return false;
  if (runnersIn(world).has(module2) || findsTests(module2) || importsByComputedName(module2)) return false;
  const imported2 = importedBy(world.project, [module2]);
  return !reach.homes.some((home) => imported2.has(home));
}
var known13 = /* @__PURE__ */ new WeakMap();
function reachOf(world, family) {
  const present = known13.get(family);
  if (present !== void 0) return present;
  const reach = newReach(world, family);
  known13.set(family, reach);
  return reach;
}
function newReach(world, family) {
  const owners = [...family.descendants.values()];
  if (!owners.every(isCollected2)) return "anywhere";
  const related = [...family.related.values()].map((owner) => owner.module);
  if (related.some((module2) => importsByComputedName(module2))) return "anywhere";
  const homes = [...new Set(owners.map((owner) => owner.module))];
  const naming = owners.flatMap((owner) => [...aliasesOf(world, owner)]).flatMap(world.modulesWith);
  return { homes, modules: /* @__PURE__ */ new Set([...importedBy(world.project, homes), ...naming]) };
}
var OF_RUNNERS = "pytest_plugins pytest_collection_modifyitems pytest_collection_finish pytest_deselected pytest_itemcollected pytest_pycollect_makeitem pytest_pyfunc_call pytest_generate_tests pytest_fixture_setup pytest_runtest_setup pytest_runtest_call pytest_runtest_teardown pytest_runtest_protocol pytest_runtest_makereport pytest_assertrepr_compare load_tests TestLoader defaultTestLoader TestSuite TestProgram TextTestRunner TextTestResult TestResult";
var runnersIn = rememberedOfAll((world) => {
  const naming = ["conftest", ...OF_RUNNERS.split(" ")].flatMap(world.modulesWith);
  const starts = new Set(naming.filter((module2) => isConftest2(module2) || isRunner(module2)));
  return importedBy(world.project, starts);
});
var runnerWords = new Set(OF_RUNNERS.split(" "));
function isRunner({ tree, nodesOf: nodesOf2 }) {
  return nodesOf2(import_shared.Kind.identifier).some((node) => runnerWords.has((0, import_shared.textOf)(tree, node)));
}
var FINDERS = new Set(
  "sys.modules gc.get_objects gc.get_referrers pkgutil.walk_packages pkgutil.iter_modules".split(" ")
);
function findersIn(world) {
  const words2 = [...FINDERS, "__subclasses__"].map((name) => name.slice(name.lastIndexOf(".") + 1));
  return [...new Set(words2.flatMap(world.modulesWith))].filter(findsTests);
}
function findsTests({ tree, nodesOf: nodesOf2, imports }) {
  const isFinder = (node) => FINDERS.has(imports.originOf((0, import_shared.textOf)(tree, node))) && !isOfItself(tree, (0, import_shared.parentOf)(tree, node));
  return nodesOf2(import_shared.Kind.attribute).some(isFinder) || nodesOf2(import_shared.Kind.identifier).some((node) => isFinder(node) || (0, import_shared.textOf)(tree, node) === "__subclasses__");
}
function isOfItself(tree, subscript) {
  return (0, import_shared.kindOf)(tree, subscript) === import_shared.Kind.subscript && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, subscript, import_shared.Field.subscript)) === "__name__";
}
function importsByComputedName(module2) {
  const { tree } = module2;
  return module2.nodesOf(import_shared.Kind.identifier).some((node) => {
    if (!isImporter((0, import_shared.textOf)(tree, node))) return false;
    if ((0, import_shared.ancestorOf)(tree, node, import_shared.Kind.import_statement, import_shared.Kind.import_from_statement) !== import_shared.NO_NODE) return false;
    const call = callOf(module2, node);
    if (call === import_shared.NO_NODE)
      return !module2.definitions.some(({ nameSpan }) => nameSpan.start === (0, import_shared.startOf)(tree, node));
    const [named2] = (0, import_shared.argumentsOf)(tree, call);
    return named2 === void 0 || literalAt(module2, named2.value)?.isFormatted !== false;
  });
}
function isOfMarkedClasses(argument, owner) {
  const { world } = argument;
  const { classes, others } = ancestryOf(world, owner);
  const isKnown = others.every(
    ({ base }) => base.kind === "foreign" && attributesOfForeignClass(base.origin) !== void 0
  );
  const all = [...classes.values(), ...descendantsOf2(world, owner).values()];
  return isKnown && all.every(
    ({ module: module2, definition }) => isMarkedByName(argument, module2, definition) && marksByName(argument, module2)
  );
}
var isMarkedByName = (argument, module2, { decorators }) => decorators.every(({ node }) => isMark(argument, module2, (0, import_shared.firstNamedChildOf)(module2.tree, node)));
function isMark({ world, name }, module2, expression) {
  const { tree } = module2;
  const isCall = (0, import_shared.kindOf)(tree, expression) === import_shared.Kind.call;
  const value = valueOf(world, module2, isCall ? (0, import_shared.childIn)(tree, expression, import_shared.Field.function) : expression);
  if (value.kind !== "foreign" || !/^pytest\.(?:fixture|mark\.\w+)$/.test(value.origin)) return false;
  if (value.origin !== "pytest.mark.parametrize") return true;
  const names3 = isCall ? argumentNamesOf(module2, expression) : void 0;
  return names3 !== void 0 && !names3.includes(name);
}
function argumentNamesOf(module2, call) {
  const { tree } = module2;
  const [first] = (0, import_shared.argumentsOf)(tree, call);
  const keyword = (0, import_shared.keywordOf)(tree, call, "argnames");
  const node = keyword === import_shared.NO_NODE && first?.keyword === void 0 ? first?.value ?? import_shared.NO_NODE : keyword;
  if (node === import_shared.NO_NODE) return void 0;
  const isList = (0, import_shared.kindOf)(tree, node) === import_shared.Kind.list || (0, import_shared.kindOf)(tree, node) === import_shared.Kind.tuple;
  const texts = (isList ? (0, import_shared.namedChildrenOf)(tree, node) : [node]).map((one) => constantAt(module2, one));
  return texts.includes(void 0) ? void 0 : texts.flatMap((text) => (text ?? "").split(",").map((part) => part.trim().normalize("NFKC")));
}
var packagesWithMarks = (world) => world.modulesWith("pytestmark").filter(({ path: path2 }) => isPackage(path2));
function marksByName(argument, module2) {
  const { tree } = module2;
  return module2.nodesOf(import_shared.Kind.identifier).every((node) => {
    if ((0, import_shared.textOf)(tree, node) !== "pytestmark") return true;
    const assignment = (0, import_shared.parentOf)(tree, node);
    if ((0, import_shared.kindOf)(tree, assignment) !== import_shared.Kind.assignment || (0, import_shared.fieldOf)(tree, node) !== import_shared.Field.left) return false;
    const value = (0, import_shared.childIn)(tree, assignment, import_shared.Field.right);
    const isList = (0, import_shared.kindOf)(tree, value) === import_shared.Kind.list || (0, import_shared.kindOf)(tree, value) === import_shared.Kind.tuple;
    const marks = isList ? (0, import_shared.namedChildrenOf)(tree, value) : [value];
    return marks.every((mark) => (0, import_shared.kindOf)(tree, mark) === import_shared.Kind.comment || isMark(argument, module2, mark));
  });
}
function parametrizesByName(module2) {
  const { tree } = module2;
  if (literalsWith(module2, "parametrize").some(({ value }) => value === "parametrize")) return false;
  return module2.nodesOf(import_shared.Kind.identifier).every((node) => {
    if (!(0, import_shared.isSpelt)(tree, node, "parametrize")) return true;
    const callee = (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute ? (0, import_shared.parentOf)(tree, node) : node;
    const call = (0, import_shared.parentOf)(tree, callee);
    const isCalled2 = (0, import_shared.fieldOf)(tree, callee) === import_shared.Field.function && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call;
    return isCalled2 && argumentNamesOf(module2, call) !== void 0;
  });
}
var plainFixtureOf = rememberedOf((world, name) => {
  if (!world.project.isWhole || isForeignFixture(name) || hasOwnWays(world)) return void 0;
  const modules = world.modulesWith(name);
  const fixtures = modules.flatMap(
    (module2) => module2.model.fixtures.flatMap(
      ({ name: given, definition }) => given.normalize("NFKC") === name || definition.name === name ? [{ module: module2, definition }] : []
    )
  );
  const [only, ...more] = fixtures;
  if (only === void 0 || more.length > 0 || !isPlain(world, only) || only.definition.name !== name)
    return void 0;
  const isOnly = modules.every(
    (module2) => !module2.tree.hasError && isUnsaid(module2, name) && mayBindOther(world, module2, name, only.definition) === void 0 && !mayBeStoredIn(world, module2, name)
  );
  return isOnly ? only : void 0;
});
function isPlain(world, { module: module2, definition }) {
  const [decorator, ...more] = definition.decorators;
  if (decorator === void 0 || more.length > 0 || definition.isAsync) return false;
  const { tree } = module2;
  const expression = (0, import_shared.firstNamedChildOf)(tree, decorator.node);
  const called = decorator.call === import_shared.NO_NODE ? expression : (0, import_shared.childIn)(tree, decorator.call, import_shared.Field.function);
  const value = valueOf(world, module2, called);
  if (value.kind !== "foreign" || value.origin !== "pytest.fixture") return false;
  const given = decorator.call === import_shared.NO_NODE ? [] : (0, import_shared.argumentsOf)(tree, decorator.call);
  return given.every(({ keyword }) => /^(?:scope|autouse|params|ids)$/.test(keyword ?? ""));
}
var isUnsaid = (module2, name) => literalsWith(module2, name).every(
  ({ isDocstring, value }) => isDocstring ? !/getfixture|>>>/.test(value) : !value.normalize("NFKC").split(/[\s,]+/).includes(name)
);
function mayBindOther(world, module2, name, fixture2) {
  const { tests, fixtures } = module2.model;
  if (tests.length + fixtures.length === 0 && !isConftest2(module2) && !isStarred(world, module2.path))
    return void 0;
  return module2.bindings.bindings.find((binding) => {
    if (binding.name !== name || binding.scope.kind !== "module" && binding.scope.kind !== "class")
      return false;
    const isOwn2 = binding.definitions.some(({ start }) => start === fixture2.nameSpan.start);
    if (isOwn2) return binding.definitions.length > 1;
    if (binding.definitions.length === 0) return false;
    const value = valueOfBinding(world, module2, binding);
    if (value.kind === "function") return !isUnwrapped(world, value);
    return !/^(?:class|instance|foreign-instance|module)$/.test(value.kind);
  });
}
var isStarred = rememberedOf((world, path2) => {
  const word = lastPartOf({ path: path2 });
  return world.modulesWith(word).some((module2) => starLinksOf(world, module2).some((link) => link.to === "module" && link.path === path2));
});
var isUnwrapped = (world, { module: module2, definition }) => definition.decorators.every(({ node, call }) => {
  const decorator = (0, import_shared.firstNamedChildOf)(module2.tree, node);
  const called = call === import_shared.NO_NODE ? decorator : (0, import_shared.childIn)(module2.tree, decorator, import_shared.Field.function);
  const value = valueOf(world, module2, called);
  return value.kind === "foreign" && /^(?:builtins|functools|abc|contextlib)\./.test(value.origin);
});
function mayBeStoredIn(world, module2, name) {
  const { tree } = module2;
  return attributesNamed(module2, name).some((attribute2) => {
    if ((0, import_shared.fieldOf)(tree, attribute2) !== import_shared.Field.left || (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, attribute2)) !== import_shared.Kind.assignment)
      return false;
    const object = valueOf(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object)).kind;
    const stored = valueOf(world, module2, (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, attribute2), import_shared.Field.right)).kind;
    const isOpen = object === "unknown" && stored === "unknown";
    return object === "module" || object === "class" || stored === "function" || stored === "foreign" || isOpen;
  });
}
var hasOwnWays = rememberedOfAll((world) => {
  const isHeld2 = world.unreadable.some(isPython) || WAYS.some((word) => world.pathsWith(word).length > 0) || world.modulesWith("obj").some((module2) => isStoredIn(module2, "obj")) || // A mark may give an argument to a test or to any fixture below it.
  world.modulesWith("parametrize").some((module2) => !parametrizesByName(module2));
  return isHeld2 || asksByComputedName(world) || world.modulesWith("fixture").some((module2) => makesFixtures(module2));
});
var isStoredIn = (module2, name) => literalsWith(module2, name).some(({ value }) => value === name) || attributesNamed(module2, name).some((node) => !isRead(module2.tree, node));
var WAYS = "funcargs getfixturedefs fixturedefs _arg2fixturedefs _fixturedefs cached_result _fixturemanager parsefactories pytest_fixture_setup pytest_pyfunc_call pytest_pycollect_makeitem pytest_pycollect_makemodule pytest_generate_tests pytest_fixture_post_finalizer pytest_runtest_protocol pytest_runtest_call callspec __pytest_wrapped__ __wrapped__ _get_wrapped_function _fixture_function _pytestfixturefunction getfixture pytest_factoryboy pytest_cases runtest name2fixturedefs _fixtureinfo unwrap".split(" ");
var asksByComputedName = (world) => world.modulesWith("getfixturevalue").some(
  (module2) => literalsWith(module2, "getfixturevalue").some(({ isDocstring }) => !isDocstring) || module2.nodesOf(import_shared.Kind.identifier).some((node) => {
    if ((0, import_shared.textOf)(module2.tree, node) !== "getfixturevalue") return false;
    const call = (0, import_shared.parentOf)(module2.tree, (0, import_shared.parentOf)(module2.tree, node));
    const [first] = (0, import_shared.kindOf)(module2.tree, call) === import_shared.Kind.call ? (0, import_shared.argumentsOf)(module2.tree, call) : [];
    const isCalled2 = first !== void 0 && (0, import_shared.calledNameOf)(module2.tree, call) === "getfixturevalue";
    return !isCalled2 || literalAt(module2, first.value)?.isFormatted !== false;
  })
);
function makesFixtures(module2) {
  const { tree } = module2;
  if (literalsWith(module2, "fixture").some(({ isDocstring, value }) => !isDocstring && value === "fixture"))
    return true;
  if (module2.imports.namesOf("pytest.fixture").some((name) => name !== "fixture")) return true;
  const made = new Set(
    module2.model.fixtures.flatMap(({ definition }) => definition.decorators.map(({ node }) => node))
  );
  return module2.nodesOf(import_shared.Kind.identifier).some((node) => {
    if (!/^(?:yield_)?fixture$/.test((0, import_shared.textOf)(tree, node))) return false;
    const attribute2 = (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute ? (0, import_shared.parentOf)(tree, node) : node;
    if (!FIXTURE.test(module2.imports.originOf((0, import_shared.textOf)(tree, attribute2)))) return false;
    if (isImported(module2, node)) return false;
    const decorator = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.decorator);
    if (!made.has(decorator)) return true;
    const expression = (0, import_shared.firstNamedChildOf)(tree, decorator);
    const isCall = (0, import_shared.kindOf)(tree, expression) === import_shared.Kind.call;
    if ((isCall ? (0, import_shared.childIn)(tree, expression, import_shared.Field.function) : expression) !== attribute2) return true;
    const renamed = isCall ? (0, import_shared.keywordOf)(tree, expression, "name") : import_shared.NO_NODE;
    return renamed !== import_shared.NO_NODE && literalAt(module2, renamed)?.isFormatted !== false;
  });
}
var FIXTURE = /^(?:pytest|pytest_asyncio|pytest_twisted|pytest_trio|py\.test)\.(?:\w+\.)*(?:yield_)?fixture$/;
var isImported = (module2, node) => module2.imports.originBoundAt(node) !== void 0;
var hasForeignStar = (world, module2) => starLinksOf(world, module2).some(({ to }) => to !== "module");
var runsText = (module2) => observersOf(module2).some(({ kind }) => kind === "dynamic-code");
var hasOpenConftest = rememberedOfAll(
  (world) => world.project.files.filter((path2) => isConftest2({ path: path2 })).some((path2) => {
    const module2 = world.project.module(path2);
    return module2 === void 0 || hasForeignStar(world, module2) || runsText(module2);
  })
);
function fixtureFilling(world, module2, binding) {
  const [only, ...more] = binding.definitions;
  if (binding.kind !== "parameter" || only === void 0 || more.length > 0) return void 0;
  const request = requestsIn(module2, binding.name).find(
    ({ parameter }) => parameter.span.start === only.start
  );
  const fixture2 = request === void 0 ? void 0 : plainFixtureOf(world, binding.name);
  if (request === void 0 || fixture2 === void 0) return void 0;
  if (sourceOf(module2, request.definition, request.parameter).from !== "pytest") return void 0;
  return isVisible(world, request, fixture2) && isCalledByPytest(world, request) ? fixture2 : void 0;
}
function isVisible(world, request, { module: module2, definition }) {
  const [provider] = providersFor(world, providersOf(world, definition.name), request);
  if (provider?.definition !== definition) return false;
  if (hasForeignStar(world, request.module) || runsText(request.module) || hasOpenConftest(world))
    return false;
  const owner = request.definition.enclosing;
  const isAtHome = owner?.kind !== "class" || [...descendantsOf2(world, { module: request.module, definition: owner }).values()].every(
    (heir) => heir.module === request.module
  );
  return isAtHome && (provider.region.kind === "folder" ? isConftest2(module2) : request.module === module2);
}
function isCalledByPytest(world, { module: module2, definition, parameter }) {
  const isFixture = module2.model.fixtures.some((one) => one.definition === definition);
  const test = module2.model.tests.find((one) => one.definition === definition);
  if (!isFixture && test === void 0) return false;
  const { enclosing } = definition;
  const isUnittest = module2.model.classes.some(
    (one) => one.definition === enclosing && one.framework === "unittest"
  );
  if (!isFixture && isUnittest) return false;
  const isTaken2 = { world, name: parameter.name };
  for (let around = definition; around !== void 0; around = around.enclosing) {
    if (around !== definition && around.kind === "function") return false;
    if (!isMarkedByName(isTaken2, module2, around)) return false;
    if (around.kind === "class" && !isOfMarkedClasses(isTaken2, { module: module2, definition: around })) return false;
  }
  const isMarked = [module2, ...packagesWithMarks(world)].every((one) => marksByName(isTaken2, one));
  return isMarked && (isFixture || isUncalled(world, module2, definition));
}
function isUncalled(world, module2, { name }) {
  if (observersOf(module2).some(({ kind }) => kind === "namespace" || kind === "dynamic-code")) return false;
  return isNamedByDefinitionsAlone(world, name) && !isLookedInto(world, module2.path) && !findsFunctions(world);
}
var findsFunctions = rememberedOfAll(
  (world) => findersIn(world).some((module2) => computedLookupsOf(module2).length > 0)
);
var isNamedByDefinitionsAlone = rememberedOf(
  (world, name) => world.modulesWith(name).every(
    (module2) => literalsWith(module2, name).every(({ isDocstring }) => isDocstring) && module2.nodesOf(import_shared.Kind.identifier).every((node) => {
      if ((0, import_shared.textOf)(module2.tree, node).normalize("NFKC") !== name) return true;
      const start = (0, import_shared.startOf)(module2.tree, node);
      return module2.definitions.some(
        ({ nameSpan, kind }) => kind === "function" && nameSpan.start === start
      );
    })
  )
);
var isLookedInto = rememberedOf((world, path2) => {
  const word = lastPartOf({ path: path2 });
  return world.modulesWith(word).some(
    (module2) => module2.path !== path2 && (literalsWith(module2, word).some(({ isDocstring }) => !isDocstring) || module2.nodesOf(import_shared.Kind.identifier).some(
      (node) => (0, import_shared.textOf)(module2.tree, node) === word && (0, import_shared.kindOf)(module2.tree, (0, import_shared.parentOf)(module2.tree, node)) === import_shared.Kind.dotted_name
    ))
  );
});
function givenByFixture({ module: module2, definition }) {
  const { tree } = module2;
  const isOwn2 = (node) => module2.definitionAt((0, import_shared.startOf)(tree, node)) === definition;
  const yields = [...module2.nodesOf(import_shared.Kind.yield)].filter(isOwn2);
  const statements = yields.length > 0 ? yields : [...module2.nodesOf(import_shared.Kind.return_statement)].filter(isOwn2);
  return statements.map((statement) => {
    const isDelegated = (0, import_shared.namedChildrenOf)(tree, statement).length !== 1 || (0, import_shared.textOf)(tree, statement).includes(" from ");
    return isDelegated ? import_shared.NO_NODE : (0, import_shared.firstNamedChildOf)(tree, statement);
  });
}
function fixtureGiving(module2, expression) {
  const { tree } = module2;
  const statement = (0, import_shared.parentOf)(tree, expression);
  const kind = (0, import_shared.kindOf)(tree, statement);
  if (kind !== import_shared.Kind.return_statement && kind !== import_shared.Kind.yield) return void 0;
  const definition = module2.definitionAt((0, import_shared.startOf)(tree, statement));
  const fixture2 = module2.model.fixtures.find((one) => one.definition === definition);
  return fixture2?.definition;
}
function takersOfFixture(world, { module: module2, definition }) {
  const { name } = definition;
  const fixture2 = plainFixtureOf(world, name);
  if (fixture2?.definition !== definition || world.mentionsOf(name).length > 0) return void 0;
  if (isNamedAsFunction(fixture2)) return void 0;
  const takers = world.modulesWith(name).flatMap(
    (other) => other.bindings.bindings.flatMap(
      (parameter) => parameter.kind === "parameter" && parameter.name === name ? [{ module: other, parameter }] : []
    )
  );
  return takers.some((taker) => requestsIn(taker.module, name).length > 0) && module2 === fixture2.module ? takers : void 0;
}
function isNamedAsFunction({ module: module2, definition }) {
  return (module2.bindings.bindingAt(definition.nameSpan.start)?.references.length ?? 0) > 0;
}
var kinOf = remembered((world, owner) => {
  const classes = /* @__PURE__ */ new Map();
  const others = [];
  for (const heir of descendantsOf2(world, owner).values()) {
    const ancestry = ancestryOf(world, heir);
    others.push(...ancestry.others);
    for (const [definition, one] of ancestry.classes) classes.set(definition, one);
  }
  return { classes, others, looksUp: [...classes.values()].some(looksUp) };
});
var looksUp = ({ module: module2, definition }) => HOOKS2.some((name) => classVariableOf(module2, definition, name) !== void 0);
var HOOKS2 = ["__getattr__", "__getattribute__", "__setattr__"];
function isCalledUnwritten(world, owner, name) {
  const { others } = kinOf(world, owner);
  const isTestCase2 = others.some(({ base }) => base.kind === "foreign" && base.origin.endsWith("TestCase"));
  const above = ancestryOf(world, owner).classes;
  const isForeign = others.some(({ base, of }) => {
    const known18 = base.kind === "foreign" ? attributesOfForeignClass(base.origin) : void 0;
    const isOfTestCase = base.kind === "foreign" && base.origin.endsWith("TestCase");
    const isApart2 = isTestCase2 && (isOfTestCase || !above.has(of.definition));
    return known18 === void 0 ? !isApart2 : known18.has(name);
  });
  const isMangled2 = name.startsWith("__") && world.pathsNaming(`_${owner.definition.name.replace(/^_+/, "")}${name}`).length > 0;
  return isForeign || isMangled2 || isLookedUp2(world, owner, name, !isTestCase2);
}
function isLookedUp2(world, owner, name, inUnknown) {
  const { classes, modules } = surroundingsOf2(world, owner);
  return modules.some(
    (module2) => computedLookupsOf(module2).some(({ node, object }) => {
      if (!mayGive2(module2, node, name) || isUncalled2(module2, node)) return false;
      const value = valueOf(world, module2, object);
      if (value.kind === "instance" && isOwnDictionary(module2.tree, node)) return false;
      if ("class" in value) return classes.has(value.class.definition);
      return inUnknown && value.kind === "unknown" && isGetattr(module2.tree, node);
    })
  );
}
var isGetattr = (tree, lookup) => (0, import_shared.kindOf)(tree, lookup) === import_shared.Kind.call && /^(?:getattr|attrgetter|methodcaller)$/.test((0, import_shared.calledNameOf)(tree, lookup));
var isOwnDictionary = (tree, lookup) => (0, import_shared.kindOf)(tree, lookup) === import_shared.Kind.call ? (0, import_shared.calledNameOf)(tree, lookup) === "vars" : (0, import_shared.textOf)(tree, lookup) === "__dict__";
var surroundingsOf2 = remembered((world, owner) => {
  const below = [...descendantsOf2(world, owner).values()];
  const { classes } = kinOf(world, owner);
  const modules = /* @__PURE__ */ new Set([
    ...Array.from(classes.values(), ({ module: module2 }) => module2),
    ...below.flatMap((one) => [...aliasesOf(world, one)]).flatMap(world.modulesWith)
  ]);
  return { classes, modules: [...modules] };
});
function mayGive2(module2, lookup, name) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, lookup) !== import_shared.Kind.call) return (0, import_shared.textOf)(tree, lookup) !== "__slots__";
  const called = (0, import_shared.calledNameOf)(tree, lookup);
  if (/^(?:setattr|hasattr|delattr|__setattr__|__delattr__|object|dir)$/.test(called)) return false;
  if (called !== "getattr") return true;
  const key = (0, import_shared.argumentsOf)(tree, lookup)[1]?.value ?? import_shared.NO_NODE;
  const written = key === import_shared.NO_NODE ? void 0 : loopedConstants(module2, key);
  if (written !== void 0) return written.includes(name);
  return key === import_shared.NO_NODE || mayCompose(module2, key, name);
}
function isUncalled2(module2, lookup) {
  const { tree, bindings } = module2;
  if ((0, import_shared.kindOf)(tree, lookup) !== import_shared.Kind.call || (0, import_shared.calledNameOf)(tree, lookup) !== "getattr") return false;
  if (isAskedOnly(tree, lookup)) return true;
  const assignment = (0, import_shared.parentOf)(tree, lookup);
  const target = (0, import_shared.kindOf)(tree, assignment) === import_shared.Kind.assignment ? (0, import_shared.childIn)(tree, assignment, import_shared.Field.left) : import_shared.NO_NODE;
  const binding = target === import_shared.NO_NODE ? void 0 : bindings.bindingAt((0, import_shared.startOf)(tree, target));
  if ((0, import_shared.fieldOf)(tree, assignment) === import_shared.Field.right) return false;
  if (binding?.scope.kind !== "function" || (0, import_shared.kindOf)(tree, target) !== import_shared.Kind.identifier) return false;
  return binding.references.every(({ node }) => isTarget(tree, node) || isAskedOnly(tree, node));
}
var isTarget = (tree, node) => (0, import_shared.fieldOf)(tree, node) === import_shared.Field.left && (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) === import_shared.Kind.assignment;
function isAskedOnly(tree, node) {
  const outer = (0, import_shared.parentOf)(tree, node);
  switch ((0, import_shared.kindOf)(tree, outer)) {
    case import_shared.Kind.attribute:
      return !(0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, outer, import_shared.Field.attribute)).startsWith("__");
    case import_shared.Kind.subscript:
      return (0, import_shared.fieldOf)(tree, node) === import_shared.Field.value;
    default:
      return false;
  }
}
function parameterAt({ tree, bindings }, expression) {
  if ((0, import_shared.kindOf)(tree, expression) !== import_shared.Kind.identifier) return void 0;
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, expression));
  return binding?.kind === "parameter" && binding.definitions.length === 1 ? binding : void 0;
}
function passedTo(world, module2, parameter) {
  const definition = module2.definitions.find(({ node }) => node === parameter.scope.node);
  if (definition?.kind !== "function") return void 0;
  const place = definition.parameters.findIndex(({ span }) => span.start === parameter.definitions[0]?.start);
  const one = definition.parameters[place];
  if (one === void 0 || one.kind === "var-positional" || one.kind === "var-keyword") return void 0;
  const calls = callsOf(world, { module: module2, definition });
  const passed = calls?.map((call) => passedBy(call, one, place) ?? defaultOf(module2, one));
  return passed?.flatMap((value) => value ?? []).length === passed?.length ? passed?.flatMap((value) => value ?? []) : void 0;
}
var callsOf = remembered(newCalls);
function newCalls(world, { module: module2, definition }) {
  const { enclosing } = definition;
  const isPlain3 = definition.decorators.length === 0 || isStatic(definition);
  if (!isPlain3 || /^__.*__$/s.test(definition.name)) return void 0;
  if (enclosing?.kind === "function") return callsOfNested(module2, definition);
  const isMethod2 = enclosing?.kind === "class" && module2.model.helpers.includes(definition);
  if (!isMethod2 || isCalledUnwritten(world, { module: module2, definition: enclosing }, definition.name))
    return void 0;
  return callsOfMethod(world, definition);
}
function isStatic({ enclosing, decorators: [only, ...more] }) {
  return enclosing?.kind === "class" && only?.name === "staticmethod" && more.length === 0;
}
function callsOfNested(module2, { nameSpan }) {
  const binding = module2.bindings.bindingAt(nameSpan.start);
  if (binding === void 0 || binding.definitions.length !== 1 || binding.scope.kind === "module")
    return void 0;
  if (namesItsVariables(module2, binding)) return void 0;
  const calls = binding.references.map(({ node }) => callAt(module2, node));
  return calls.includes(import_shared.NO_NODE) ? void 0 : calls.map((call) => ({ module: module2, call, bound: 0 }));
}
function namesItsVariables({ tree, nodesOf: nodesOf2 }, { scope }) {
  return nodesOf2(import_shared.Kind.identifier).some(
    (node) => (0, import_shared.contains)(tree, scope.node, node) && /^(?:locals|vars|eval|exec|_getframe|currentframe|stack)$/.test((0, import_shared.textOf)(tree, node))
  );
}
function callsOfMethod(world, definition) {
  const { name } = definition;
  const calls = [];
  if (world.mentionsOf(name).length > 0) return void 0;
  for (const module2 of world.modulesWith(name)) {
    const { tree } = module2;
    if (tree.hasError || literalsWith(module2, name).some(({ isDocstring }) => !isDocstring)) return void 0;
    for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
      if ((0, import_shared.textOf)(tree, node).normalize("NFKC") !== name || isMethodName(module2, node)) continue;
      if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute) return void 0;
      const attribute2 = (0, import_shared.parentOf)(tree, node);
      const call = callAt(module2, attribute2);
      const { kind } = valueOf(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object));
      if (call === import_shared.NO_NODE || kind !== "instance" && kind !== "super") return void 0;
      calls.push({ module: module2, call, bound: isStatic(definition) ? 0 : 1 });
    }
  }
  return calls;
}
function isMethodName({ tree, definitions }, node) {
  const start = (0, import_shared.startOf)(tree, node);
  return definitions.some(
    (definition) => definition.nameSpan.start === start && definition.kind === "function" && definition.enclosing?.kind === "class" && (definition.decorators.length === 0 || isStatic(definition))
  );
}
function callAt({ tree }, callee) {
  const call = (0, import_shared.parentOf)(tree, callee);
  return (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && (0, import_shared.fieldOf)(tree, callee) === import_shared.Field.function ? call : import_shared.NO_NODE;
}
function passedBy({ module: module2, call, bound }, { name, kind }, place) {
  const { tree } = module2;
  const given = (0, import_shared.argumentsOf)(tree, call);
  const named2 = given.find(({ keyword }) => keyword === name);
  if (named2 !== void 0) return { module: module2, node: named2.value };
  const splat = given.find(
    ({ node }) => [import_shared.Kind.list_splat, import_shared.Kind.dictionary_splat].some((one) => one === (0, import_shared.kindOf)(tree, node))
  );
  if (splat !== void 0) return { module: module2, node: splat.node };
  const positional = given.filter(({ keyword }) => keyword === void 0);
  const value = kind === "keyword-only" ? void 0 : positional[place - bound]?.value;
  return value === void 0 ? void 0 : { module: module2, node: value };
}
function defaultOf(module2, { span }) {
  const { tree } = module2;
  const parameter = (0, import_shared.parentOf)(tree, (0, import_shared.nodeAt)(tree, span.start));
  const node = (0, import_shared.childIn)(tree, parameter, import_shared.Field.value);
  return node === import_shared.NO_NODE || (0, import_shared.contains)(tree, node, (0, import_shared.nodeAt)(tree, span.start)) ? void 0 : { module: module2, node };
}
var DISPLAYS = /* @__PURE__ */ new Set([import_shared.Kind.list, import_shared.Kind.tuple, import_shared.Kind.set]);
function displayAt(module2, expression) {
  const { tree, bindings } = module2;
  const node = (0, import_shared.unparenthesized)(tree, expression);
  if (node === import_shared.NO_NODE || DISPLAYS.has((0, import_shared.kindOf)(tree, node))) return node;
  if ((0, import_shared.kindOf)(tree, node) !== import_shared.Kind.identifier) return import_shared.NO_NODE;
  const [only] = bindings.bindingAt((0, import_shared.startOf)(tree, node))?.definitions ?? [];
  const display = only === void 0 ? import_shared.NO_NODE : (0, import_shared.valueGivenTo)(tree, only.node);
  const isDisplay = display !== import_shared.NO_NODE && DISPLAYS.has((0, import_shared.kindOf)(tree, display));
  return isDisplay && usesOfItems(module2, display) !== void 0 ? display : import_shared.NO_NODE;
}
function usesOfItems(module2, display) {
  const { tree, bindings } = module2;
  if (!DISPLAYS.has((0, import_shared.kindOf)(tree, display))) return void 0;
  const assignment = (0, import_shared.parentOf)(tree, display);
  if ((0, import_shared.kindOf)(tree, assignment) !== import_shared.Kind.assignment) return usesAt(module2, display);
  const target = (0, import_shared.childIn)(tree, assignment, import_shared.Field.left);
  const isLone = (0, import_shared.fieldOf)(tree, display) === import_shared.Field.right && (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, assignment)) !== import_shared.Kind.assignment;
  const binding = isLone && (0, import_shared.kindOf)(tree, target) === import_shared.Kind.identifier ? bindings.bindingAt((0, import_shared.startOf)(tree, target)) : void 0;
  const isLocal = binding?.kind === "local" && binding.scope.kind === "function" && binding.definitions.length === 1;
  if (!isLocal || namesItsVariables(module2, binding)) return void 0;
  const uses = binding.references.map(({ node }) => usesAt(module2, node));
  if (uses.includes(void 0)) return void 0;
  return {
    targets: uses.flatMap((one) => one?.targets ?? []),
    items: uses.flatMap((one) => one?.items ?? [])
  };
}
function usesAt({ tree, bindings }, node) {
  const parent = (0, import_shared.parentOf)(tree, node);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.for_statement:
    case import_shared.Kind.for_in_clause:
      return (0, import_shared.fieldOf)(tree, node) === import_shared.Field.right ? { targets: [(0, import_shared.childIn)(tree, parent, import_shared.Field.left)], items: [] } : void 0;
    case import_shared.Kind.subscript: {
      const isItem = (0, import_shared.fieldOf)(tree, node) === import_shared.Field.value && isRead(tree, parent) && isPlace2(tree, parent);
      return isItem ? { targets: [], items: [parent] } : void 0;
    }
    case import_shared.Kind.argument_list: {
      const call = (0, import_shared.parentOf)(tree, parent);
      const isCount = (0, import_shared.calledNameOf)(tree, call) === "len" && bindings.bindingAt((0, import_shared.startOf)(tree, (0, import_shared.childIn)(tree, call, import_shared.Field.function)))?.kind === "unbound";
      return isCount ? { targets: [], items: [] } : void 0;
    }
    default:
      return void 0;
  }
}
function isPlace2(tree, subscript) {
  const [, index, ...more] = (0, import_shared.namedChildrenOf)(tree, subscript);
  if (index === void 0 || more.length > 0) return false;
  const isNegative = (0, import_shared.kindOf)(tree, index) === import_shared.Kind.unary_operator;
  return (0, import_shared.kindOf)(tree, isNegative ? (0, import_shared.childIn)(tree, index, import_shared.Field.argument) : index) === import_shared.Kind.integer;
}
function hasNoneBelow(world, family, top) {
  if (family.related.has(top.definition)) return false;
  const below = [...descendantsOf2(world, top).values()];
  const isKnown = below.every(
    (one) => ancestryOf(world, one).others.every(({ base }) => base.kind !== "unknown")
  );
  return isKnown && !isRedefined(world) && [...family.descendants.values()].every((one) => isOnlyDerivedFrom(world, one)) && ![...family.related.values()].some(({ module: module2 }) => makesClasses(module2));
}
function isRedefined(world) {
  return world.modulesWith("__subclasses__").some(
    ({ tree, nodesOf: nodesOf2 }) => nodesOf2(import_shared.Kind.identifier).some((node) => {
      if ((0, import_shared.textOf)(tree, node) !== "__subclasses__") return false;
      const attribute2 = (0, import_shared.parentOf)(tree, node);
      return (0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute || !isRead(tree, attribute2);
    })
  );
}
function makesClasses({ tree, nodesOf: nodesOf2 }) {
  return nodesOf2(import_shared.Kind.call).some(
    (call) => /^(?:new_class|make_dataclass|with_metaclass)$/.test((0, import_shared.calledNameOf)(tree, call)) || (0, import_shared.calledNameOf)(tree, call) === "type" && (0, import_shared.argumentsOf)(tree, call).length > 1
  );
}
var isOnlyDerivedFrom = remembered(derivesFromItAlone);
function derivesFromItAlone(world, owner) {
  return [...aliasesOf(world, owner)].every(
    (alias) => world.mentionsOf(alias).length === 0 && world.modulesWith(alias).every((module2) => derivesAlone(world, owner, module2, alias))
  );
}
function derivesAlone(world, owner, module2, alias) {
  const { tree } = module2;
  if (tree.hasError || literalsWith(module2, alias).some(({ isDocstring }) => !isDocstring)) return false;
  return module2.nodesOf(import_shared.Kind.identifier).every(
    (node) => (0, import_shared.textOf)(tree, node).normalize("NFKC") !== alias || isDerivationAt(world, owner, module2, node)
  );
}
function isDerivationAt(world, owner, module2, node) {
  const { tree } = module2;
  if ((0, import_shared.ancestorOf)(tree, node, import_shared.Kind.import_statement, import_shared.Kind.import_from_statement) !== import_shared.NO_NODE) return true;
  if (module2.definitions.some(({ nameSpan }) => nameSpan.start === (0, import_shared.startOf)(tree, node))) return true;
  const expression = (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute ? (0, import_shared.parentOf)(tree, node) : node;
  const value = valueOf(world, module2, expression);
  if (value.kind === "class" && value.class.definition !== owner.definition) return true;
  const parent = (0, import_shared.parentOf)(tree, expression);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.attribute:
      return (0, import_shared.fieldOf)(tree, expression) === import_shared.Field.object && isRead(tree, parent) && !/^(?:__|mro$)/.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute)));
    case import_shared.Kind.argument_list: {
      const outer = (0, import_shared.parentOf)(tree, parent);
      return (0, import_shared.kindOf)(tree, outer) === import_shared.Kind.class_definition || (0, import_shared.calleeOf)(tree, outer) === "super";
    }
    default:
      return false;
  }
}
var confinementOf = remembered(newConfinement);
function newConfinement(world, owner) {
  const kin = /* @__PURE__ */ new Map();
  const foreign = /* @__PURE__ */ new Set();
  for (const descendant of descendantsOf2(world, owner).values()) {
    const { classes, others } = ancestryOf(world, descendant);
    if (!isCollected2(descendant)) return void 0;
    for (const { base } of others) {
      const attributes = base.kind === "foreign" ? attributesOfForeignClass(base.origin) : void 0;
      if (attributes === void 0) return void 0;
      for (const name of attributes) foreign.add(name);
    }
    for (const one of classes.values()) kin.set(one.definition, one);
  }
  const confinement = { kin, foreign };
  const isKept2 = [...kin.values()].every(
    (one) => isPlainClass(world, one) && keepsSelf(confinement, one) && isOnlyDerivedFrom(world, one)
  );
  return isKept2 && !isStoredInByRunners(world) ? confinement : void 0;
}
function isStoredInByRunners(world) {
  const holders = /* @__PURE__ */ new Set([...runnersIn(world), ...findersIn(world), ...world.modulesWith("pytest")]);
  return [...holders].some((module2) => storesByComputedName(world, module2, ({ kind }) => kind === "unknown"));
}
function isPlainClass(world, { module: module2, definition }) {
  const { tree } = module2;
  if (definition.decorators.length > 0) return false;
  const isAbstract = (keyword) => module2.imports.originOf((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, keyword, import_shared.Field.value))) === "abc.ABCMeta";
  if (!classKeywordsOf(module2, definition).every(isAbstract)) return false;
  const variables = module2.bindings.scopeAt(definition.node)?.symbols.values() ?? [];
  return [...variables].every(
    ({ binding, flags }) => !flags.local || isPlainVariable(world, module2, binding)
  );
}
function isPlainVariable(world, module2, binding) {
  return binding.definitions.every(({ node, start }) => {
    if (module2.definitions.some(({ nameSpan }) => nameSpan.start === start)) return true;
    const value = (0, import_shared.childIn)(module2.tree, (0, import_shared.parentOf)(module2.tree, node), import_shared.Field.right);
    return value !== import_shared.NO_NODE && (0, import_shared.kindOf)(module2.tree, value) !== import_shared.Kind.lambda && valueOf(world, module2, value).kind === "foreign-instance";
  });
}
function keepsSelf(confinement, { module: module2, definition }) {
  const { tree } = module2;
  const methods = module2.definitions.filter(({ enclosing }) => enclosing === definition);
  const seesMore = observersOf(module2).some(
    ({ kind, node }) => kind !== "signature" && (0, import_shared.contains)(tree, definition.node, node)
  ) || module2.nodesOf(import_shared.Kind.identifier).some((node) => (0, import_shared.textOf)(tree, node) === "__class__" && (0, import_shared.contains)(tree, definition.node, node));
  return !seesMore && methods.every((method) => method.kind === "class" || isKeptIn(confinement, module2, method)) && module2.nodesOf(import_shared.Kind.call).every(
    (call) => (0, import_shared.calleeOf)(tree, call) !== "super" || !(0, import_shared.contains)(tree, definition.node, call) || isKeptAt(confinement, module2, call)
  );
}
function isKeptIn(confinement, module2, method) {
  const { name, decorators, parameters } = method;
  if (/^__.*__$/s.test(name) && name !== "__init__") return false;
  if (unknownDecorators(module2, method, () => false).next().done !== true) return false;
  if (decorators.some((decorator) => decorator.name === "staticmethod")) return true;
  const [self] = parameters;
  const binding = self === void 0 ? void 0 : module2.bindings.bindingAt(self.span.start);
  if (binding === void 0 || self?.kind === "var-positional" || binding.definitions.length > 1)
    return false;
  return binding.references.every(({ node }) => isKeptAt(confinement, module2, node));
}
function isKeptAt({ kin, foreign }, module2, object) {
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, object);
  if ((0, import_shared.kindOf)(tree, parent) !== import_shared.Kind.attribute || (0, import_shared.fieldOf)(tree, object) !== import_shared.Field.object)
    return isGivenToSuper(module2, object);
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute));
  if (name.startsWith("__") && name !== "__init__") return false;
  if (callOf(module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute)) !== import_shared.NO_NODE) return true;
  return !foreign.has(name) && ![...kin.values()].some((one) => hasMethod(one, name));
}
var hasMethod = ({ module: module2, definition }, name) => module2.definitions.some((one) => one.enclosing === definition && one.name === name);
function isGivenToSuper({ tree }, node) {
  const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, node));
  if (call === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return false;
  return (0, import_shared.calleeOf)(tree, call) === "super" && (0, import_shared.argumentsOf)(tree, call)[1]?.value === node;
}
function storedIn(world, module2, attribute2) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, attribute2) !== import_shared.Kind.attribute) return void 0;
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute)).normalize("NFKC");
  const object = valueOf(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object));
  return object.kind === "instance" ? storedInObjects(world, object.class, name) : void 0;
}
var storedInObjects = rememberedByName(newStores);
function newStores(world, owner, name) {
  const kin = kinOf(world, owner);
  if (!isOwn(kin, name) || kin.looksUp || isFilledByConstructor(kin, name)) return void 0;
  const confinement = confinementOf(world, owner);
  if (confinement?.foreign.has(name) === true) return void 0;
  const modules = modulesNaming(world, name, confinement);
  if (modules.some(({ tree: { hasError } }) => hasError)) return void 0;
  const isHidden = confinement === void 0 ? isSaid(world, name) || isComputed3(world, owner) : isSaidByRunners(world, name, confinement);
  if (isHidden) return void 0;
  const stores = modules.flatMap((other) => [...storesIn2({ world, module: other, name, confinement })]);
  return stores.length === 0 || stores.some(({ node }) => node === import_shared.NO_NODE) ? void 0 : stores;
}
function isSaidByRunners(world, name, { kin }) {
  return world.modulesWith(name).some(
    (module2) => literalsWith(module2, name).some((literal) => {
      const form = formOf(module2, literal);
      if (form.form !== "attribute") return false;
      const value = valueOf(world, module2, form.target);
      return value.kind === "unknown" || "class" in value && kin.has(value.class.definition);
    })
  );
}
function isFilledByConstructor({ classes }, name) {
  return [...classes.values()].some(
    ({ module: module2, definition }) => classVariableOf(module2, definition, name) !== void 0 && (definition.decorators.length > 0 || classKeywordsOf(module2, definition).length > 0)
  );
}
function modulesNaming(world, name, confinement) {
  if (confinement === void 0) return world.modulesWith(name);
  const homes = [...confinement.kin.values()].map(({ module: module2 }) => module2);
  return [.../* @__PURE__ */ new Set([...modulesWithAttribute(world, name), ...homes])];
}
function isSaid(world, name) {
  return world.mentionsOf(name).length > 0 || world.modulesWith(name).some((module2) => literalsWith(module2, name).some(({ isDocstring }) => !isDocstring));
}
var isComputed3 = remembered(storesComputed);
function storesComputed(world, owner) {
  const below = [...descendantsOf2(world, owner).values()];
  const { classes } = kinOf(world, owner);
  const modules = /* @__PURE__ */ new Set([
    ...Array.from(classes.values(), ({ module: module2 }) => module2),
    ...below.flatMap((one) => [...aliasesOf(world, one)]).flatMap(world.modulesWith)
  ]);
  return [...modules].some(
    (module2) => storesByComputedName(
      world,
      module2,
      (value) => value.kind === "unknown" || "class" in value && classes.has(value.class.definition)
    )
  );
}
function isOwn({ others }, name) {
  if (name.startsWith("__")) return false;
  return others.every(
    ({ base }) => base.kind === "foreign" && attributesOfForeignClass(base.origin)?.has(name) === false
  );
}
function* storesIn2(search) {
  const { module: module2, name } = search;
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if ((0, import_shared.textOf)(module2.tree, node).normalize("NFKC") !== name) continue;
    const value = storedAt(search, node);
    if (value !== "read") yield { module: module2, node: value };
  }
}
function storedAt(search, node) {
  const { tree, bindings } = search.module;
  const parent = (0, import_shared.parentOf)(tree, node);
  if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute) {
    const value = valueStoredIn(tree, parent);
    const isNone = value === import_shared.NO_NODE && isRead(tree, parent) || isOfOther(search, parent);
    return isNone ? "read" : value;
  }
  if ((0, import_shared.kindOf)(tree, parent) === import_shared.Kind.keyword_argument)
    return search.confinement === void 0 ? import_shared.NO_NODE : "read";
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, node));
  if (binding?.scope.kind !== "class") return "read";
  return binding.definitions.some((definition) => definition.node === node) ? valueStoredIn(tree, node) : "read";
}
function valueStoredIn(tree, target) {
  return (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, target)) === import_shared.Kind.as_pattern_target ? import_shared.NO_NODE : (0, import_shared.valueGivenTo)(tree, target);
}
function isOfOther({ world, module: module2, confinement }, attribute2) {
  if (confinement === void 0) return false;
  const value = valueOf(world, module2, (0, import_shared.childIn)(module2.tree, attribute2, import_shared.Field.object));
  if ("class" in value) return !confinement.kin.has(value.class.definition);
  return value.kind !== "unknown";
}
function capturesOf({ tree }, match) {
  return (0, import_shared.namedChildrenOf)(tree, (0, import_shared.childIn)(tree, match, import_shared.Field.body)).filter((clause) => (0, import_shared.kindOf)(tree, clause) === import_shared.Kind.case_clause).flatMap((clause) => (0, import_shared.namedChildrenOf)(tree, clause)).filter((pattern) => (0, import_shared.kindOf)(tree, pattern) === import_shared.Kind.case_pattern).flatMap((pattern) => [...(0, import_shared.descendantsOf)(tree, pattern, import_shared.Kind.identifier)]).filter((name) => isWhole(tree, name));
}
function isWhole(tree, name) {
  let node = (0, import_shared.parentOf)(tree, name);
  while (WHOLE.has((0, import_shared.kindOf)(tree, node))) node = (0, import_shared.parentOf)(tree, node);
  return (0, import_shared.kindOf)(tree, node) === import_shared.Kind.case_clause;
}
var WHOLE = /* @__PURE__ */ new Set([
  import_shared.Kind.dotted_name,
  import_shared.Kind.case_pattern,
  import_shared.Kind.as_pattern,
  import_shared.Kind.as_pattern_target,
  import_shared.Kind.union_pattern,
  import_shared.Kind.tuple_pattern
]);
function isOfLibrary(world, module2, attribute2) {
  const { tree } = module2;
  const object = (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object);
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute));
  const value = valueOf(world, module2, object);
  switch (value.kind) {
    case "foreign":
    case "foreign-instance":
      return true;
    case "class":
    case "instance":
    case "super":
      return isInherited(world, value.class, name);
    case "function":
    case "module":
      return false;
    case "unknown":
      return isRequest2(module2, object) || isMadeElsewhere(world, module2, object, name);
  }
}
function isOfLibraryByName(world, module2, attribute2) {
  const { tree } = module2;
  const { kind } = valueOf(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object));
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute));
  return kind === "unknown" ? !isDefinedIn(world, name) && !isGiven(world, name) : isOfLibrary(world, module2, attribute2);
}
function isInherited(world, owner, name) {
  const { classes, others, looksUp: looksUp3 } = kinOf(world, owner);
  const isOwn2 = [...classes.values()].some(
    ({ module: module2, definition }) => classVariableOf(module2, definition, name) !== void 0
  );
  if (isOwn2 || looksUp3 || isStored2(world, name)) return false;
  return others.every(({ base }) => base.kind === "foreign") || !isDefinedIn(world, name);
}
var isStored2 = rememberedOf(
  (world, name) => modulesWithAttribute(world, name).some(
    (module2) => attributesNamed(module2, name).some((attribute2) => !isRead(module2.tree, attribute2))
  )
);
var isGiven = rememberedOf(
  (world, name) => world.modulesWith(name).some(
    (module2) => module2.bindings.bindings.some(
      (binding) => binding.name === name && binding.scope.kind === "class" && binding.definitions.length > 0
    ) || module2.nodesOf(import_shared.Kind.keyword_argument).some((node) => (0, import_shared.textOf)(module2.tree, (0, import_shared.childIn)(module2.tree, node, import_shared.Field.name)) === name) || attributesNamed(module2, name).some(
      (attribute2) => (0, import_shared.kindOf)(module2.tree, (0, import_shared.parentOf)(module2.tree, attribute2)) !== import_shared.Kind.call || (0, import_shared.fieldOf)(module2.tree, attribute2) !== import_shared.Field.function
    ) || literalsWith(module2, name).some((literal) => {
      const { form } = formOf(module2, literal);
      return form === "attribute" || form === "path";
    })
  )
);
function isRequest2({ tree, bindings, model }, object) {
  if ((0, import_shared.kindOf)(tree, object) !== import_shared.Kind.identifier || (0, import_shared.textOf)(tree, object) !== "request") return false;
  const { kind, scope } = bindings.bindingAt((0, import_shared.startOf)(tree, object)) ?? {};
  const asking2 = [...model.tests, ...model.fixtures].map(({ definition }) => definition.node);
  return kind === "parameter" && scope !== void 0 && asking2.includes(scope.node);
}
function isMadeElsewhere(world, module2, object, name) {
  const { tree, bindings } = module2;
  if ((0, import_shared.kindOf)(tree, object) !== import_shared.Kind.identifier) {
    const stored = storedIn(world, module2, object) ?? [];
    return stored.length > 0 && stored.every((one) => isMaking(world, one.module, one.node, name));
  }
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, object));
  if (binding?.kind !== "local" || binding.scope.kind === "module" || binding.scope.kind === "class")
    return false;
  return binding.definitions.length > 0 && binding.definitions.every(({ node }) => isMaking(world, module2, (0, import_shared.valueGivenTo)(tree, node), name));
}
function isMaking(world, module2, made, name) {
  const { tree } = module2;
  if (made === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, made) !== import_shared.Kind.call) return false;
  const value = valueOf(world, module2, (0, import_shared.childIn)(tree, made, import_shared.Field.function));
  return value.kind === "foreign" && /(?:^|\.)[A-Z]\w*$/.test(value.origin) && !/(?:Mock|Namespace|Dict)$/.test(value.origin) && (0, import_shared.argumentsOf)(tree, made).every(({ keyword }) => keyword !== name);
}
function placeOf3({ tree }, call, argument) {
  const given = (0, import_shared.argumentsOf)(tree, call);
  const index = given.findIndex(({ value }) => value === argument);
  const keyword = given[index]?.keyword;
  const before = given.slice(0, index + 1).filter((one) => one.keyword === void 0);
  const isUnpacked = before.some(({ value }) => (0, import_shared.kindOf)(tree, value) === import_shared.Kind.list_splat);
  if (index < 0 || keyword === void 0 && isUnpacked) return void 0;
  return { place: keyword === void 0 ? before.length - 1 : -1, keyword };
}
function takersOf(world, module2, callee, argument) {
  const callees = calleesAt(world, module2, callee);
  if (typeof callees === "string") return callees;
  if (argument === void 0 || callees.some(isWrapped)) return "unknown";
  const taken = callees.map((one) => takenBy(one, argument));
  return taken.includes(void 0) ? "unknown" : taken.flatMap((receivers) => receivers ?? []);
}
var isWrapped = ({ module: module2, definition }) => unknownDecorators(module2, definition, () => false).next().done !== true;
function calleesAt(world, module2, callee) {
  const value = valueOf(world, module2, callee);
  if (value.kind === "function") return [{ ...value, bound: 0 }];
  if (value.kind === "class") {
    const heirs = isNamed(module2, callee) ? [value.class] : descendantsOf2(world, value.class).values();
    return makersOf(world, [...heirs]);
  }
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, callee) !== import_shared.Kind.attribute) return "others";
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.attribute));
  const object = valueOf(world, module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object));
  if (object.kind === "super" && !isOwnAbove(world, object.class, name)) return "others";
  const isHelper = object.kind === "unknown" && name.startsWith("assert");
  const methods = (isHelper ? everyFunctionNamed : methodsOfObject)(world, module2, callee);
  return methods.length === 0 ? "others" : methods;
}
var isNamed = ({ tree, bindings }, callee) => (0, import_shared.kindOf)(tree, callee) === import_shared.Kind.identifier && bindings.bindingAt((0, import_shared.startOf)(tree, callee))?.kind !== "parameter";
function makersOf(world, owners) {
  const isOwn2 = (owner) => originOfMember(world, owner, "__init__") === "own" && !hasMetaclass(world, owner);
  if (!owners.every(isOwn2)) return "unknown";
  return owners.flatMap((owner) => ["__init__", "__new__"].flatMap((name) => methodsOf(world, owner, name)));
}
function hasMetaclass(world, owner) {
  return [...ancestryOf(world, owner).classes.values()].some(
    ({ module: module2, definition }) => classKeywordsOf(module2, definition).some((keyword) => {
      const value = (0, import_shared.textOf)(module2.tree, (0, import_shared.childIn)(module2.tree, keyword, import_shared.Field.value));
      const isMetaclass = (0, import_shared.textOf)(module2.tree, (0, import_shared.childIn)(module2.tree, keyword, import_shared.Field.name)) === "metaclass";
      return isMetaclass && module2.imports.originOf(value) !== "abc.ABCMeta";
    })
  );
}
var isOwnAbove = (world, owner, name) => firstOrigin(basesOf(world, owner).map((base) => originInBase(world, base, name))) === "own";
function originOfMember(world, owner, name, depth = 0) {
  if (classVariableOf(owner.module, owner.definition, name) !== void 0) return "own";
  if (owner.definition.decorators.length > 0 || depth > MAXIMUM_DEPTH) return "elsewhere";
  return firstOrigin(basesOf(world, owner).map((base) => originInBase(world, base, name, depth + 1)));
}
function originInBase(world, base, name, depth = 0) {
  if (base.kind === "class") return originOfMember(world, base.class, name, depth);
  return base.kind === "foreign" && PLAIN3.test(base.origin) ? "none" : "elsewhere";
}
var firstOrigin = (origins) => origins.find((origin) => origin !== "none") ?? "none";
var PLAIN3 = /^(?:builtins\.object|abc\.ABC|typing(?:_extensions)?\.(?:Generic|Protocol))$/;
function takenBy(callee, { place, keyword }) {
  const { module: module2, definition } = callee;
  const parameter = parameterOf(callee, place, keyword);
  if (parameter !== void 0) return [{ module: module2, parameter }];
  const rest = definition.parameters.find(
    ({ kind }) => kind === (keyword === void 0 ? "var-positional" : "var-keyword")
  );
  const binding = rest === void 0 ? void 0 : module2.bindings.bindingAt(rest.span.start);
  return binding === void 0 || binding.references.length === 0 ? [] : void 0;
}
var harmless = /* @__PURE__ */ new Set([
  import_shared.Kind.expression_statement,
  import_shared.Kind.delete_statement,
  import_shared.Kind.comparison_operator,
  import_shared.Kind.conditional_expression,
  import_shared.Kind.not_operator,
  import_shared.Kind.unary_operator,
  import_shared.Kind.assert_statement,
  import_shared.Kind.if_statement,
  import_shared.Kind.while_statement,
  import_shared.Kind.for_statement,
  import_shared.Kind.with_item,
  import_shared.Kind.interpolation,
  import_shared.Kind.subscript,
  import_shared.Kind.except_clause,
  import_shared.Kind.binary_operator,
  import_shared.Kind.dotted_name,
  import_shared.Kind.class_pattern,
  import_shared.Kind.global_statement,
  import_shared.Kind.nonlocal_statement,
  import_shared.Kind.for_in_clause
]);
function handlingOf(world, module2, call, argument, member) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call || isPutInPlace(module2, call, argument)) return escapes;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  const place = placeOf3(module2, call, argument);
  const takers = takersOf(world, module2, callee, place);
  if (takers === "unknown") return escapes;
  if (takers !== "others") return { kind: "taken", by: takers };
  const called = (0, import_shared.calledNameOf)(tree, call);
  if (ASSERTION.test(called) && isOfOthers(world, module2, callee))
    return handlingByAssertion(world, module2, call, place);
  const value = valueOf(world, module2, callee);
  const name = value.kind === "foreign" ? value.origin.replace(/^builtins\./, "") : "";
  if (builtins.has(name)) return handlingByBuiltin(name, (0, import_shared.argumentsOf)(tree, call).length, place, member);
  const isKept2 = /^(?:object|setattr|delattr|spy|super)$/.test(called) || isOwnProperty(world, module2, callee);
  return isKept2 ? used : escapes;
}
var ASSERTION = /^(?:assert(?!_that\b)\w*|raises|fail(?:If\w*|Unless\w*)?|warns|deprecated_call)$/;
function isOfOthers(world, module2, callee) {
  const { tree, bindings } = module2;
  if (valueOf(world, module2, callee).kind === "foreign") return true;
  if ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute) return isOfLibraryByName(world, module2, callee);
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, callee));
  return binding?.kind === "import" && binding.definitions.every((one) => isFromElsewhere(world, module2, one));
}
function isFromElsewhere({ project }, module2, occurrence) {
  const imported2 = importOf(module2, occurrence);
  return imported2 !== void 0 && linkOf(project, module2, imported2.module).to === "elsewhere";
}
var used = { kind: "used" };
var compared = { kind: "compared" };
var escapes = { kind: "escapes" };
var itself = { kind: "given", as: "itself" };
function handlingByAssertion(world, module2, call, argument) {
  const first = CALLED_AT.find(({ names: names3 }) => names3.test((0, import_shared.calledNameOf)(module2.tree, call)))?.place;
  if (first === void 0) return compared;
  if (argument === void 0) return escapes;
  const { place, keyword } = argument;
  const isExpected = keyword === void 0 ? place === 0 && first > 0 : keyword.startsWith("expected_");
  if (isExpected) return { kind: "given", as: "caught" };
  const callee = (0, import_shared.argumentsOf)(module2.tree, call).filter((one) => one.keyword === void 0)[first];
  if (callee === void 0 || keyword === void 0 && place <= first) return used;
  const passed = { keyword, place: place - first - 1 };
  const takers = takersOf(world, module2, callee.value, passed);
  return typeof takers === "string" ? escapes : { kind: "taken", by: takers };
}
var CALLED_AT = [
  { names: /^deprecated_call$/, place: 0 },
  { names: /^(?:raises|warns|assertRaises|assertWarns|failUnlessRaises)$/, place: 1 },
  { names: /^assert(?:Raises|Warns)Regexp?$/, place: 2 }
];
var ERROR = /^[A-Z]\w*(?:Error|Exception|Warning|Interrupt|Exit|Iteration|Group)$/;
function handlingByBuiltin(name, count2, argument, member) {
  if (argument === void 0) return escapes;
  const { place, keyword } = argument;
  switch (name) {
    case "vars":
    case "dir":
    case "map":
      return escapes;
    case "dict":
      return keyword !== void 0 || member === "keys" ? escapes : used;
    case "type":
      return { kind: "given", as: "class" };
    case "min":
    case "max":
      return place >= 0 && count2 === 1 ? used : itself;
    case "iter":
    case "reversed":
      return itself;
    case "next":
    case "sum":
      return place === 1 || keyword !== void 0 ? itself : used;
    case "getattr":
      return place === 2 ? itself : used;
    default:
      return ERROR.test(name) ? escapes : used;
  }
}
function isPutInPlace({ tree }, call, argument) {
  if (!/^(?:setattr|object)$/.test((0, import_shared.calledNameOf)(tree, call))) return false;
  const given = (0, import_shared.argumentsOf)(tree, call);
  const place = given.findIndex(({ value }) => value === argument);
  return place > 0 && !/^(?:target|spec|spec_set)$/.test(given[place]?.keyword ?? "");
}
function isOwnProperty(world, module2, callee) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, callee) !== import_shared.Kind.attribute) return false;
  if (!/^f(?:get|set|del)$/.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.attribute)))) return false;
  const property = (0, import_shared.childIn)(tree, callee, import_shared.Field.object);
  if ((0, import_shared.kindOf)(tree, property) !== import_shared.Kind.attribute) return false;
  return "class" in valueOf(world, module2, (0, import_shared.childIn)(tree, property, import_shared.Field.object));
}
function flowsFrom(world, module2, expression, held, member) {
  const { tree } = module2;
  let node = expression;
  while (isWrapped2(tree, node)) node = (0, import_shared.parentOf)(tree, node);
  if (isAnnotationNode(tree, node)) return [];
  const known18 = flowsAt({ world, module: module2, node, held, member });
  if (known18 !== void 0) return known18;
  const parent = (0, import_shared.parentOf)(tree, node);
  const shown = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.argument_list ? (0, import_shared.parentOf)(tree, parent) : parent;
  const objection = refuse("escape", shownOf(module2, shown), module2, (0, import_shared.startOf)(tree, node));
  return [...operandsAt(module2, node, held), { kind: "objection", objection }];
}
function flowsAt(spot) {
  const { module: module2, node, held } = spot;
  const { tree } = module2;
  const field = (0, import_shared.fieldOf)(tree, node);
  const parent = (0, import_shared.parentOf)(tree, node);
  const kind = (0, import_shared.kindOf)(tree, parent);
  const parentItself = { kind: "expression", module: module2, node: parent, held };
  switch (kind) {
    case import_shared.Kind.attribute:
      if (field !== import_shared.Field.object) return void 0;
      return held === "caught" ? flowsOfCaught(module2, parent) : [];
    case import_shared.Kind.subscript: {
      if (field === import_shared.Field.subscript && (0, import_shared.fieldOf)(tree, parent) === import_shared.Field.left) return void 0;
      return [...held === "caught" ? [parentItself] : [], ...operandsAt(module2, node, held)];
    }
    case import_shared.Kind.call:
      if (field !== import_shared.Field.function) return void 0;
      if (held === "object") return [];
      return [{ ...parentItself, held: held === "class" ? "object" : held }];
    case import_shared.Kind.argument_list:
    case import_shared.Kind.keyword_argument:
      return flowsOfArgument(
        spot,
        (0, import_shared.parentOf)(tree, kind === import_shared.Kind.argument_list ? parent : (0, import_shared.parentOf)(tree, parent))
      );
    case import_shared.Kind.assignment:
      if (field !== import_shared.Field.right) return void 0;
      return and(
        (0, import_shared.fieldOf)(tree, parent) === import_shared.Field.right ? [parentItself] : [],
        flowsToTarget(spot, (0, import_shared.childIn)(tree, parent, import_shared.Field.left))
      );
    case import_shared.Kind.named_expression:
      if (field === import_shared.Field.name) return void 0;
      return and([parentItself], flowsToTarget(spot, (0, import_shared.childIn)(tree, parent, import_shared.Field.name)));
    case import_shared.Kind.return_statement:
      return flowsOfReturned(spot, (0, import_shared.startOf)(tree, parent));
    case import_shared.Kind.list:
    case import_shared.Kind.tuple:
    case import_shared.Kind.set:
      return flowsOfItem(spot, parent);
    case import_shared.Kind.yield:
      return flowsOfFixture(spot);
    case import_shared.Kind.raise_statement:
      return [{ kind: "raised" }];
    case import_shared.Kind.match_statement:
      return capturesOf(module2, parent).flatMap((name) => flowsToName(module2, name, held) ?? []);
    case import_shared.Kind.as_pattern: {
      const outer = (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, parent));
      const isHandler = outer === import_shared.Kind.except_clause;
      if (!isHandler && outer !== import_shared.Kind.with_item) return [];
      return flowsToName(module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.alias) + 1, isHandler ? "object" : held);
    }
    default:
      return harmless.has(kind) ? operandsAt(module2, node, held) : void 0;
  }
}
var and = (first, second) => second && [...first, ...second];
var operandsAt = (module2, operand, held) => flowsToOperands(specialMethodsAt(module2, operand), held);
var flowsToOperands = (names3, held) => names3.map((name) => ({ kind: "operand", name, held }));
function flowsOfArgument({ world, module: module2, node, held, member }, call) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, call) === import_shared.Kind.class_definition) return flowsToHeir(world, module2, call, node, held);
  const handling = handlingOf(world, module2, call, node, member);
  const listing2 = { kind: "argument", module: module2, node };
  const result = { kind: "expression", module: module2, node: call };
  switch (handling.kind) {
    case "escapes":
      return void 0;
    case "used":
      return [listing2];
    case "compared":
      return [listing2, ...flowsToOperands(comparisonsIn(module2, call, node), held)];
    case "taken":
      return [
        listing2,
        ...handling.by.map(({ module: owner, parameter }) => {
          return { kind: "variable", module: owner, binding: parameter, held };
        })
      ];
    case "given": {
      if (handling.as === "itself") return [listing2, { ...result, held }];
      const isGiven3 = held === (handling.as === "class" ? "object" : "class");
      return isGiven3 ? [listing2, { ...result, held: handling.as }] : [listing2];
    }
  }
}
function flowsToHeir(world, module2, statement, base, held) {
  const { tree } = module2;
  const isBase2 = held === "class" && (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, base)) === import_shared.Kind.argument_list;
  if (!isBase2 || isKnownHeir(world, module2, statement, base)) return [];
  const found = `class ${(0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, statement, import_shared.Field.name))}(${shownOf(module2, base)})`;
  return [{ kind: "objection", objection: refuse("unknown-base", found, module2, (0, import_shared.startOf)(tree, base)) }];
}
function isKnownHeir(world, module2, statement, base) {
  const value = valueOf(world, module2, base);
  if (value.kind !== "class") return false;
  const heir = module2.definitions.find(({ node }) => node === statement);
  return heir?.kind === "class" && descendantsOf2(world, value.class).has(heir);
}
function flowsToTarget({ world, module: module2, held }, target) {
  const { tree, bindings } = module2;
  if ((0, import_shared.kindOf)(tree, target) === import_shared.Kind.attribute && storedIn(world, module2, target) !== void 0)
    return [{ kind: "attribute", name: (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, target, import_shared.Field.attribute)), held }];
  if ((0, import_shared.kindOf)(tree, target) !== import_shared.Kind.identifier) return void 0;
  const scope = bindings.bindingAt((0, import_shared.startOf)(tree, target))?.scope.kind;
  return scope === "module" || scope === "class" ? void 0 : flowsToName(module2, target, held);
}
function flowsToName(module2, name, held) {
  const { tree, bindings } = module2;
  const binding = (0, import_shared.kindOf)(tree, name) === import_shared.Kind.identifier ? bindings.bindingAt((0, import_shared.startOf)(tree, name)) : void 0;
  return binding && [{ kind: "variable", module: module2, binding, held }];
}
function flowsOfCaught(module2, attribute2) {
  const held = HOLDINGS.get((0, import_shared.textOf)(module2.tree, (0, import_shared.childIn)(module2.tree, attribute2, import_shared.Field.attribute)));
  return held === void 0 ? [] : [{ kind: "expression", module: module2, node: attribute2, held }];
}
var HOLDINGS = /* @__PURE__ */ new Map([
  ["value", "object"],
  ["exception", "object"],
  ["warning", "object"],
  ["message", "object"],
  ["type", "class"],
  ["category", "class"],
  ["pop", "caught"],
  ["list", "caught"]
]);
function flowsOfItem({ module: module2, held }, display) {
  const uses = usesOfItems(module2, display);
  const toTargets = uses?.targets.map((target) => flowsToName(module2, target, held));
  if (uses === void 0 || toTargets === void 0 || toTargets.includes(void 0)) return void 0;
  return [
    ...toTargets.flatMap((flows) => flows ?? []),
    ...uses.items.map((node) => ({ kind: "expression", module: module2, node, held }))
  ];
}
function flowsOfFixture({ world, module: module2, node, held }) {
  const definition = fixtureGiving(module2, node);
  const takers = definition && takersOfFixture(world, { module: module2, definition });
  return takers?.map((taker) => ({ kind: "variable", module: taker.module, binding: taker.parameter, held }));
}
function flowsOfReturned(spot, statement) {
  const { module: module2, held } = spot;
  const fromFixture = flowsOfFixture(spot);
  if (fromFixture !== void 0) return fromFixture;
  const owner = held === "object" ? classEnteredAt(module2, statement) : void 0;
  if (owner !== void 0) return [{ kind: "entry", owner }];
  const maker = makerAt(module2, statement);
  return maker && [{ kind: "result", module: module2, maker, held }];
}
function makerAt(module2, offset) {
  const maker = module2.definitionAt(offset);
  if (maker?.kind !== "function" || !module2.model.helpers.includes(maker)) return void 0;
  const isPlain3 = maker.decorators.every(({ name }) => name === "classmethod" || name === "staticmethod");
  return isPlain3 && !/^__.*__$/s.test(maker.name) ? maker : void 0;
}
function isWrapped2(tree, node) {
  const parent = (0, import_shared.parentOf)(tree, node);
  if (parent === import_shared.NO_NODE) return false;
  const kind = (0, import_shared.kindOf)(tree, parent);
  if (kind === import_shared.Kind.tuple) {
    const outer = (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, parent));
    return outer === import_shared.Kind.except_clause || outer === import_shared.Kind.as_pattern;
  }
  if (kind === import_shared.Kind.conditional_expression) return (0, import_shared.namedChildrenOf)(tree, parent)[1] !== node;
  return kind === import_shared.Kind.parenthesized_expression || kind === import_shared.Kind.await || kind === import_shared.Kind.boolean_operator;
}
function* targetsOfHandlers(world, family) {
  for (const module2 of world.modulesWith("except")) {
    const { tree } = module2;
    for (const clause of module2.nodesOf(import_shared.Kind.except_clause)) {
      const pattern = (0, import_shared.firstNamedChildOf)(tree, clause);
      if ((0, import_shared.kindOf)(tree, pattern) !== import_shared.Kind.as_pattern) continue;
      if (catches(world, family, module2, (0, import_shared.firstNamedChildOf)(tree, pattern)))
        yield { module: module2, node: (0, import_shared.childIn)(tree, pattern, import_shared.Field.alias) };
    }
  }
}
function* expectingCalls(world, family) {
  for (const name of EXPECTING) {
    for (const module2 of world.modulesWith(name)) {
      const { tree } = module2;
      for (const call of module2.nodesOf(import_shared.Kind.call)) {
        if ((0, import_shared.calledNameOf)(tree, call) !== name) continue;
        const [expected] = (0, import_shared.argumentsOf)(tree, call);
        if (expected !== void 0 && catches(world, family, module2, expected.value))
          yield { module: module2, node: call };
      }
    }
  }
}
function* callsForHandled(world) {
  for (const module2 of world.modulesWith("exc_info")) {
    for (const call of module2.nodesOf(import_shared.Kind.call)) {
      if ((0, import_shared.calledNameOf)(module2.tree, call) === "exc_info") yield { module: module2, node: call };
    }
  }
}
var EXPECTING = ["raises", "assertRaises", "assertRaisesRegex", "assertRaisesRegexp"];
function catches(world, family, module2, expression) {
  const { tree } = module2;
  const node = (0, import_shared.unwrapped)(tree, expression);
  if (node === import_shared.NO_NODE) return false;
  if ((0, import_shared.kindOf)(tree, node) === import_shared.Kind.tuple)
    return (0, import_shared.namedChildrenOf)(tree, node).some((one) => catches(world, family, module2, one));
  const value = valueOf(world, module2, node);
  if (value.kind === "class") return family.related.has(value.class.definition);
  if (value.kind !== "foreign") return value.kind === "unknown";
  return /^builtins\.(?:Base)?Exception$/.test(value.origin) || family.others.some(({ base }) => base.kind !== "foreign" || base.origin !== "builtins.Exception");
}
function* listingsOfPassed(world, module2, argument, seen) {
  for (const { module: owner, parameter } of receiversOf(world, module2, argument)) {
    if (seen.has(parameter)) continue;
    seen.add(parameter);
    const { tree } = owner;
    for (const { node } of parameter.references) {
      const listing2 = lookupsAndListingsOf(owner).find(
        (lookup) => lookup.object === node && isListing(owner, lookup.node)
      );
      if (listing2 !== void 0) {
        const shown = (0, import_shared.kindOf)(tree, listing2.node) === import_shared.Kind.call ? listing2.node : (0, import_shared.parentOf)(tree, node);
        yield refuse("dynamic-attribute", shownOf(owner, shown), owner, (0, import_shared.startOf)(tree, node));
      }
      yield* listingsOfPassed(world, owner, node, seen);
    }
  }
}
function isListing(module2, lookup) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, lookup) !== import_shared.Kind.call) return isListed3((0, import_shared.textOf)(tree, lookup));
  const called = (0, import_shared.calledNameOf)(tree, lookup);
  return called === "getattr" ? isListed3(literalAt(module2, (0, import_shared.argumentsOf)(tree, lookup)[1]?.value ?? import_shared.NO_NODE)?.value ?? "") : /^(?:vars|dir|getmembers|getmembers_static)$/.test(called);
}
var isListed3 = (name) => name === "__dict__" || LISTING.test(name) && name !== "__annotations__";
function* flowsOfMembers(world, family, spot) {
  const makers = makersAbove(family);
  if (makers.length === 0) return;
  const { module: module2, node, held } = spot;
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, node);
  const field = (0, import_shared.fieldOf)(tree, node);
  const isClass = held === "class" && makers.some((origin) => origin.startsWith("enum."));
  const member = { kind: "expression", module: module2, node: parent, held: "object" };
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.attribute:
      if (field === import_shared.Field.object) yield* flowsOfAttribute(family, spot, parent);
      return;
    case import_shared.Kind.subscript:
      if (isClass && field === import_shared.Field.value) yield member;
      return;
    case import_shared.Kind.for_statement:
    case import_shared.Kind.for_in_clause:
      if (isClass && field === import_shared.Field.right)
        yield* flowsToName(module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.left), "object") ?? [escape(module2, parent)];
      return;
    case import_shared.Kind.argument_list: {
      if (!isClass) return;
      const callee = valueOf(world, module2, (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, parent), import_shared.Field.function));
      const isIterated = callee.kind === "foreign" && callee.origin.startsWith("builtins.");
      if (isIterated && !LOOKS_ONLY.test(callee.origin)) yield escape(module2, (0, import_shared.parentOf)(tree, parent));
    }
  }
}
var LOOKS_ONLY = /^builtins\.(?:len|isinstance|issubclass|repr|str|bool|id|hash|print|super|type|callable|hasattr)$/;
function* flowsOfAttribute(family, { module: module2 }, attribute2) {
  const { tree } = module2;
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute));
  if (/^(?:name|value|__(?:name|qualname|module|doc|init)__)$/.test(name) || isMethod(family, name)) return;
  const call = (0, import_shared.parentOf)(tree, attribute2);
  const isCopy = /^_(?:make|replace)$/.test(name) && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call;
  if (isCopy && (0, import_shared.fieldOf)(tree, attribute2) === import_shared.Field.function)
    yield { kind: "expression", module: module2, node: call, held: "object" };
  else if (name.startsWith("_") && name !== "__class__") yield escape(module2, attribute2);
  else if (name !== "__class__") yield { kind: "expression", module: module2, node: attribute2, held: "object" };
}
var isMethod = (family, name) => [...family.related.values()].some(
  ({ module: module2, definition }) => classVariableOf(module2, definition, name)?.definitions.every(
    (occurrence) => definitionNamedAt(module2, occurrence)?.kind === "function"
  )
);
function escape(module2, node) {
  const objection = refuse("escape", shownOf(module2, node), module2, (0, import_shared.startOf)(module2.tree, node));
  return { kind: "objection", objection };
}
function* parameterAt2(module2, { parameters }, place) {
  const binding = module2.bindings.bindingAt(parameters[place]?.span.start ?? -1);
  if (binding !== void 0) yield { holder: variable(module2, binding) };
}
function variable(module2, binding) {
  return { key: binding, module: module2, reads: () => binding.references.map(({ node }) => node) };
}
function* stepsFrom(world, module2, expression) {
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, expression);
  for (const lookup of lookupsByObject(module2).get(expression) ?? []) yield { lookup: { ...lookup, module: module2 } };
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.parenthesized_expression:
    case import_shared.Kind.conditional_expression:
    case import_shared.Kind.boolean_operator:
      yield* stepsFrom(world, module2, parent);
      return;
    case import_shared.Kind.attribute: {
      const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute));
      const isSame6 = (0, import_shared.fieldOf)(tree, expression) === import_shared.Field.attribute || name === "__class__";
      if (isSame6) yield* stepsFrom(world, module2, parent);
      return;
    }
    case import_shared.Kind.call:
      if ((0, import_shared.fieldOf)(tree, expression) === import_shared.Field.function) yield* stepsFrom(world, module2, parent);
      return;
    case import_shared.Kind.argument_list:
      yield* throughCall(world, module2, (0, import_shared.parentOf)(tree, parent), expression);
      return;
    case import_shared.Kind.keyword_argument:
      yield* throughCall(world, module2, (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, parent)), expression);
      return;
    case import_shared.Kind.assignment:
    case import_shared.Kind.named_expression:
      if ((0, import_shared.fieldOf)(tree, expression) === import_shared.Field.left || (0, import_shared.fieldOf)(tree, expression) === import_shared.Field.name) return;
      yield* intoTarget(module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.left));
      yield* intoTarget(module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.name));
  }
}
var byObject = /* @__PURE__ */ new WeakMap();
function lookupsByObject(module2) {
  const present = byObject.get(module2);
  if (present !== void 0) return present;
  const lookups = /* @__PURE__ */ new Map();
  for (const lookup of lookupsAndListingsOf(module2))
    lookups.set(lookup.object, [...lookups.get(lookup.object) ?? [], lookup]);
  byObject.set(module2, lookups);
  return lookups;
}
function* intoTarget(module2, target) {
  const { tree, bindings } = module2;
  if (target === import_shared.NO_NODE) return;
  if ((0, import_shared.kindOf)(tree, target) === import_shared.Kind.identifier) {
    const binding = bindings.bindingAt((0, import_shared.startOf)(tree, target));
    if (binding !== void 0) yield { holder: variable(module2, binding) };
    return;
  }
  if ((0, import_shared.kindOf)(tree, target) !== import_shared.Kind.attribute) return;
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, target, import_shared.Field.attribute));
  const isNamed3 = (node) => (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute)) === name;
  yield {
    holder: {
      key: `${module2.path} .${name}`,
      module: module2,
      reads: () => [...module2.nodesOf(import_shared.Kind.attribute)].filter(isNamed3)
    }
  };
}
function* throughCall(world, module2, call, given) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  if ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.identifier && (0, import_shared.textOf)(tree, callee) === "type") {
    yield* stepsFrom(world, module2, call);
    return;
  }
  const one = (0, import_shared.argumentsOf)(tree, call).find(({ value }) => value === given);
  const place = (0, import_shared.argumentsOf)(tree, call).filter(({ keyword }) => keyword === void 0).findIndex(({ value }) => value === given);
  for (const { module: other, definition, bound } of calleesOf(world, module2, callee, everyFunctionNamed)) {
    const named2 = definition.parameters.findIndex(({ name }) => name === one?.keyword);
    yield* parameterAt2(other, definition, one?.keyword === void 0 ? place + bound : named2);
  }
}
function lookupsInHandedOn(world, family) {
  const lookups = [];
  const holders = /* @__PURE__ */ new Map();
  const add = (found) => {
    for (const holder of found.holders) if (!holders.has(holder.key)) holders.set(holder.key, holder);
    lookups.push(...found.lookups);
  };
  for (const owner of family.related.values()) add({ lookups: [], holders: [...selvesOf(owner)] });
  for (const owner of family.descendants.values()) add(foundWhereNamed(world, owner));
  for (const holder of holders.values()) add(foundIn(world, holder));
  return lookups;
}
var known14 = /* @__PURE__ */ new WeakMap();
function foundIn(world, { key, module: module2, reads }) {
  const byHolder2 = known14.get(world) ?? /* @__PURE__ */ new Map();
  known14.set(world, byHolder2);
  const present = byHolder2.get(key);
  if (present !== void 0) return present;
  const found = gathered([...reads()].map((node) => stepsFrom(world, module2, node)));
  byHolder2.set(key, found);
  return found;
}
var foundWhereNamed = remembered((world, owner) => {
  const steps = [...aliasesOf(world, owner)].flatMap(
    (alias) => world.modulesWith(alias).flatMap(
      (module2) => [...module2.nodesOf(import_shared.Kind.identifier)].filter((node) => (0, import_shared.textOf)(module2.tree, node).normalize("NFKC") === alias).map((node) => stepsFrom(world, module2, node))
    )
  );
  return gathered(steps);
});
function gathered(paths) {
  const lookups = [];
  const holders = /* @__PURE__ */ new Map();
  for (const step of paths.flatMap((path2) => [...path2])) {
    if ("lookup" in step) lookups.push(step.lookup);
    else holders.set(step.holder.key, step.holder);
  }
  return { lookups, holders: [...holders.values()] };
}
function* selvesOf({ module: module2, definition }) {
  for (const method of module2.definitions) {
    if (method.kind !== "function" || method.enclosing !== definition || (0, import_shared.isStaticMethod)(method)) continue;
    for (const { holder } of parameterAt2(module2, method, 0)) yield holder;
  }
}
function isMember(world, family, value) {
  switch (value.kind) {
    case "class":
    case "instance":
    case "super":
      return isMemberOf2(world, family, value.class);
    case "unknown":
      return "maybe";
    case "foreign":
      return RECORDED.test(value.origin) ? "maybe" : "no";
    case "foreign-instance":
    case "function":
    case "module":
      return "no";
  }
}
var RECORDED = /^(?:unittest\.)?mock\.(?:mock\.)?call(?:\.|$)/;
function isMemberOf2(world, family, owner) {
  if (family.members.has(owner.definition) || family.descendants.has(owner.definition)) return "yes";
  if (family.related.has(owner.definition)) return "maybe";
  const { others } = ancestryOf(world, owner);
  return others.some(({ base }) => base.kind === "unknown") ? "maybe" : "no";
}
function isAlikeFor(module2, lookup, oldName, newName) {
  const { tree } = module2;
  const dictionary = (0, import_shared.parentOf)(tree, lookup);
  if ((0, import_shared.textOf)(tree, lookup) !== "__dict__" || (0, import_shared.kindOf)(tree, dictionary) !== import_shared.Kind.attribute) return false;
  const question = { module: module2, names: [oldName, newName], dictionary: (0, import_shared.textOf)(tree, dictionary) };
  const key = keyTakenOut(module2, dictionary);
  if (key === import_shared.NO_NODE) return isAlikeForLoop(question, dictionary);
  const source = loopOf(module2, bindingOf(module2, key));
  return source !== import_shared.NO_NODE && isAlikeForLoop(question, innermost(module2, source));
}
function bindingOf({ tree, bindings }, node) {
  return (0, import_shared.kindOf)(tree, node) === import_shared.Kind.identifier ? bindings.bindingAt((0, import_shared.startOf)(tree, node)) : void 0;
}
function keyTakenOut({ tree }, dictionary) {
  const parent = (0, import_shared.parentOf)(tree, dictionary);
  if ((0, import_shared.kindOf)(tree, parent) === import_shared.Kind.subscript && (0, import_shared.fieldOf)(tree, dictionary) === import_shared.Field.value)
    return (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, parent)) === import_shared.Kind.delete_statement ? (0, import_shared.childIn)(tree, parent, import_shared.Field.subscript) : import_shared.NO_NODE;
  const call = (0, import_shared.parentOf)(tree, parent);
  const isPop = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.attribute && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute)) === "pop" && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, call)) === import_shared.Kind.expression_statement;
  return isPop ? (0, import_shared.argumentsOf)(tree, call)[0]?.value ?? import_shared.NO_NODE : import_shared.NO_NODE;
}
function innermost(module2, iterable) {
  const { tree } = module2;
  if (iterable === import_shared.NO_NODE) return import_shared.NO_NODE;
  switch ((0, import_shared.kindOf)(tree, iterable)) {
    case import_shared.Kind.list_comprehension:
      return innermost(module2, loopOf(module2, bindingOf(module2, (0, import_shared.childIn)(tree, iterable, import_shared.Field.body))));
    case import_shared.Kind.call: {
      const callee = (0, import_shared.childIn)(tree, iterable, import_shared.Field.function);
      if ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute)
        return innermost(module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object));
      return innermost(module2, (0, import_shared.argumentsOf)(tree, iterable)[0]?.value ?? import_shared.NO_NODE);
    }
    default:
      return iterable;
  }
}
function isAlikeForLoop(question, iterable) {
  const { tree } = question.module;
  if (iterable === import_shared.NO_NODE) return false;
  const parent = (0, import_shared.parentOf)(tree, iterable);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.attribute: {
      const call = (0, import_shared.parentOf)(tree, parent);
      const isKeys = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute)) === "keys" && (0, import_shared.kindOf)(tree, iterable) === import_shared.Kind.attribute && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call;
      return isKeys && isAlikeForLoop(question, call);
    }
    case import_shared.Kind.argument_list: {
      const call = (0, import_shared.parentOf)(tree, parent);
      const isCopy = /^(?:list|tuple)$/.test((0, import_shared.calleeOf)(tree, call) ?? "") && isUnbound(question.module, call);
      return isCopy && (0, import_shared.argumentsOf)(tree, call).length === 1 && isAlikeForLoop(question, call);
    }
    case import_shared.Kind.for_statement:
    case import_shared.Kind.for_in_clause:
      return (0, import_shared.fieldOf)(tree, iterable) === import_shared.Field.right && isAlikeForName(question, (0, import_shared.childIn)(tree, parent, import_shared.Field.left));
    default:
      return false;
  }
}
function isUnbound({ tree, bindings }, call) {
  return bindings.bindingAt((0, import_shared.startOf)(tree, (0, import_shared.childIn)(tree, call, import_shared.Field.function)))?.kind === "unbound";
}
function isAlikeForName(question, target) {
  const binding = bindingOf(question.module, target);
  if (binding === void 0 || binding.definitions.length !== 1) return false;
  if (binding.scope.kind === "module" || binding.scope.kind === "class") return false;
  return binding.references.every(({ node }) => isAlikeAt(question, node));
}
function isAlikeAt(question, name) {
  const { module: module2, names: names3, dictionary } = question;
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, name);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.comparison_operator: {
      const others = comparedWith(module2, parent, name);
      return others !== void 0 && !names3.some((one) => others.includes(one));
    }
    case import_shared.Kind.subscript: {
      if ((0, import_shared.fieldOf)(tree, name) === import_shared.Field.subscript)
        return (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, parent)) === import_shared.Kind.delete_statement && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.value)) === dictionary;
      const comparison = (0, import_shared.parentOf)(tree, parent);
      const isFirst = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.subscript)) === "0";
      if (!isFirst || (0, import_shared.kindOf)(tree, comparison) !== import_shared.Kind.comparison_operator) return false;
      const others = comparedWith(module2, comparison, parent);
      return others !== void 0 && isSame4(names3.map((one) => others.includes(one.slice(0, 1))));
    }
    case import_shared.Kind.attribute: {
      const call = (0, import_shared.parentOf)(tree, parent);
      if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute)) !== "startswith") return false;
      if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return false;
      const [prefix, ...more] = (0, import_shared.argumentsOf)(tree, call);
      const prefixes = prefix === void 0 || more.length > 0 ? void 0 : constantsIn(module2, prefix.value);
      return prefixes !== void 0 && isSame4(names3.map((one) => prefixes.some((start) => one.startsWith(start))));
    }
    case import_shared.Kind.argument_list: {
      const callee = (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, parent), import_shared.Field.function);
      return (0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.object)) === dictionary && keyTakenOut(module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object)) === name;
    }
    case import_shared.Kind.list_comprehension: {
      const clauses = (0, import_shared.namedChildrenOf)(tree, parent).filter(
        (child) => (0, import_shared.kindOf)(tree, child) === import_shared.Kind.for_in_clause
      );
      return clauses.length === 1 && isAlikeForLoop(question, parent);
    }
    default:
      return false;
  }
}
var isSame4 = ([one, other]) => one === other;
function comparedWith(module2, comparison, compared2) {
  const { tree } = module2;
  const [left = import_shared.NO_NODE, right = import_shared.NO_NODE, ...more] = (0, import_shared.namedChildrenOf)(tree, comparison);
  if (more.length > 0) return void 0;
  const operator = (0, import_shared.childrenOf)(tree, comparison).map((child) => (0, import_shared.kindOf)(tree, child));
  const isEquality = operator.some((kind) => kind === import_shared.Kind["=="] || kind === import_shared.Kind["!="]);
  const other = left === compared2 ? right : left;
  const literal = literalAt(module2, other);
  if (isEquality) return literal === void 0 || literal.isFormatted ? void 0 : [literal.value];
  const isMembership = operator.some((kind) => kind === import_shared.Kind.in_token || kind === import_shared.Kind["not in"]);
  if (!isMembership || left !== compared2 || literal !== void 0) return void 0;
  return constantsIn(module2, other);
}
function constantsIn(module2, node) {
  const { tree } = module2;
  const kind = (0, import_shared.kindOf)(tree, node);
  const isDisplay = kind === import_shared.Kind.tuple || kind === import_shared.Kind.list || kind === import_shared.Kind.set;
  const values = (isDisplay ? (0, import_shared.namedChildrenOf)(tree, node) : [node]).map((value) => literalAt(module2, value));
  return values.flatMap((literal) => literal === void 0 || literal.isFormatted ? [] : [literal.value]).length === values.length ? values.flatMap((literal) => literal?.value ?? []) : void 0;
}
function returnedBy(world, module2, call) {
  const { tree } = module2;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  if ((0, import_shared.kindOf)(tree, callee) !== import_shared.Kind.attribute) return void 0;
  const object = valueOf(world, module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object));
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.attribute)).normalize("NFKC");
  const confinement = object.kind === "instance" ? confinementOf(world, object.class) : void 0;
  if (confinement === void 0 || confinement.foreign.has(name) || isStored3(world, name)) return void 0;
  return returnsOf(confinement, name);
}
function isStored3(world, name) {
  return modulesWithAttribute(world, name).some(
    ({ tree, nodesOf: nodesOf2 }) => nodesOf2(import_shared.Kind.identifier).some((node) => {
      if ((0, import_shared.textOf)(tree, node).normalize("NFKC") !== name) return false;
      return (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute && !isRead(tree, (0, import_shared.parentOf)(tree, node));
    })
  );
}
function returnsOf({ kin }, name) {
  const methods = [...kin.values()].flatMap(({ module: module2, definition }) => {
    const binding = classVariableOf(module2, definition, name);
    return (binding?.definitions ?? []).map((occurrence) => ({
      module: module2,
      method: definitionNamedAt(module2, occurrence)
    }));
  });
  const returned = [];
  for (const { module: module2, method } of methods) {
    if (method?.kind !== "function" || !isPlain2(module2, method)) return void 0;
    for (const node of valuesReturnedBy(module2, method)) returned.push({ module: module2, node });
  }
  return methods.length === 0 ? void 0 : returned;
}
function isPlain2({ tree }, { isAsync, decorators, body }) {
  const isUnwrapped2 = decorators.every(({ name }) => /^(?:abc\.)?abstractmethod$|^staticmethod$/.test(name));
  const isGenerator = (0, import_shared.hasInside)(tree, body, (_, node) => (0, import_shared.kindOf)(tree, node) === import_shared.Kind.yield);
  return isUnwrapped2 && !isAsync && !isGenerator;
}
function valuesReturnedBy(module2, method) {
  const { tree } = module2;
  return [...module2.nodesOf(import_shared.Kind.return_statement)].flatMap((statement) => {
    if (module2.definitionAt((0, import_shared.startOf)(tree, statement)) !== method) return [];
    const value = (0, import_shared.firstNamedChildOf)(tree, statement);
    return value === import_shared.NO_NODE ? [] : [value];
  });
}
function isCertainlyOther(world, family, module2, object) {
  return isOther({ world, family, seen: /* @__PURE__ */ new Set() }, { module: module2, node: object, asked: "itself" });
}
function isOther(search, source) {
  const { world, family, seen } = search;
  const { module: module2, asked: asked2 } = source;
  const node = (0, import_shared.unparenthesized)(module2.tree, source.node);
  if (node === import_shared.NO_NODE) return false;
  const value = valueOf(world, module2, node);
  if (value.kind !== "unknown") return isOtherValue(search, value, asked2);
  if (asked2 === "itself" && isApart(world, family, module2)) return true;
  const parameter = parameterAt(module2, node);
  const key = `${asked2} ${module2.path}:${parameter?.definitions[0]?.node ?? node}`;
  if (seen.has(key)) return true;
  seen.add(key);
  return sourcesOf2(world, module2, node, asked2)?.every((one) => isOther(search, one)) ?? false;
}
function isOtherValue({ world, family }, value, asked2) {
  if (asked2 === "itself") return isMember(world, family, value) === "no";
  return value.kind === "class" && hasNoneBelow(world, family, value.class);
}
function sourcesOf2(world, module2, node, asked2) {
  const parameter = parameterAt(module2, node);
  if (parameter !== void 0) return asking(asked2, passedTo(world, module2, parameter));
  switch ((0, import_shared.kindOf)(module2.tree, node)) {
    case import_shared.Kind.attribute:
      return asking(asked2, storedIn(world, module2, node));
    case import_shared.Kind.call:
      return asking(asked2, returnedBy(world, module2, node));
    case import_shared.Kind.identifier: {
      const top = classAbove(module2, node);
      return top === import_shared.NO_NODE ? void 0 : [{ module: module2, node: top, asked: "below" }];
    }
    default:
      return void 0;
  }
}
var asking = (asked2, passed) => passed?.map((one) => ({ ...one, asked: asked2 }));
function classAbove(module2, variable2) {
  const { tree, bindings } = module2;
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, variable2));
  if (binding?.scope.kind === "module" || binding?.scope.kind === "class") return import_shared.NO_NODE;
  const call = copied(module2, loopOf(module2, binding));
  if (call === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call || (0, import_shared.argumentsOf)(tree, call).length > 0)
    return import_shared.NO_NODE;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  const isBelow3 = (0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.attribute)) === "__subclasses__";
  return isBelow3 ? (0, import_shared.childIn)(tree, callee, import_shared.Field.object) : import_shared.NO_NODE;
}
function copied({ tree, bindings }, iterable) {
  if (iterable === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, iterable) !== import_shared.Kind.call) return iterable;
  const callee = (0, import_shared.childIn)(tree, iterable, import_shared.Field.function);
  const [only, ...more] = (0, import_shared.argumentsOf)(tree, iterable);
  const isCopy = /^(?:list|tuple|set|frozenset|reversed)$/.test((0, import_shared.calleeOf)(tree, iterable) ?? "") && bindings.bindingAt((0, import_shared.startOf)(tree, callee))?.kind === "unbound";
  return isCopy && only !== void 0 && more.length === 0 ? only.value : iterable;
}
function methodsOf2(world, object, name) {
  if (object.kind !== "instance" && object.kind !== "class" && object.kind !== "super") return void 0;
  const owner = object.class;
  const kin = kinOf(world, owner);
  if (kin.looksUp || hasUnseenHeir(world, owner, name)) return void 0;
  const mayHave = kin.others.some(
    ({ base }) => base.kind !== "foreign" || attributesOfForeignClass(base.origin)?.has(name) !== false
  );
  if (mayHave) return void 0;
  if (confinementOf(world, owner) === void 0 && isComputed3(world, owner)) return void 0;
  const left = object.kind === "super" ? descendantsOf2(world, owner) : /* @__PURE__ */ new Map();
  const methods = [];
  for (const { module: module2, definition } of kin.classes.values()) {
    if (left.has(definition)) continue;
    for (const occurrence of classVariableOf(module2, definition, name)?.definitions ?? []) {
      const method = definitionNamedAt(module2, occurrence);
      if (method?.kind !== "function") return void 0;
      methods.push({ module: module2, definition: method });
    }
  }
  return methods.length === 0 ? void 0 : methods;
}
var hasUnseenHeir = rememberedByName((world, owner, name) => {
  return isDefinedBelowUnknown(world, name) || isMadeWithBase(world, owner);
});
function isDefinedBelowUnknown(world, name) {
  return world.modulesWith(name).some(
    (module2) => module2.definitions.some((definition) => {
      if (definition.kind !== "class" || classVariableOf(module2, definition, name) === void 0)
        return false;
      const { others } = ancestryOf(world, { module: module2, definition });
      return others.some(({ base }) => base.kind === "unknown");
    })
  );
}
function isMadeWithBase(world, owner) {
  const below = [...descendantsOf2(world, owner).values()];
  const modules = new Set(
    below.flatMap((one) => [...aliasesOf(world, one)]).flatMap((alias) => world.modulesWith(alias))
  );
  return [...modules].some(
    (module2) => module2.nodesOf(import_shared.Kind.call).some((call) => {
      const bases = basesMadeWith(module2, call);
      return bases?.some((base) => {
        const value = valueOf(world, module2, base);
        if (value.kind === "class") return below.some((one) => one.definition === value.class.definition);
        return value.kind === "unknown";
      });
    })
  );
}
function basesMadeWith(module2, call) {
  const { tree } = module2;
  const isMaker = /^(?:type|new_class|make_dataclass|make_class|with_metaclass)$/.test(
    (0, import_shared.calledNameOf)(tree, call)
  );
  const given = isMaker ? (0, import_shared.argumentsOf)(tree, call) : [];
  if (given.length < 2) return void 0;
  return given.slice(1).flatMap(({ value }) => {
    if ((0, import_shared.kindOf)(tree, value) === import_shared.Kind.tuple) return (0, import_shared.namedChildrenOf)(tree, value);
    return (0, import_shared.kindOf)(tree, value) === import_shared.Kind.dictionary || (0, import_shared.kindOf)(tree, value) === import_shared.Kind.list ? [] : [value];
  }).filter((node) => node !== import_shared.NO_NODE);
}
function isReplaced(world, module2, { name, enclosing }) {
  return isStoredByName(world, name) || enclosing === void 0 && isStoredByComputedName(world, module2.path);
}
var isStoredByName = rememberedOf(
  (world, name) => world.modulesWith(name).some((module2) => {
    const isSaid3 = literalsWith(module2, name).some(
      (literal) => !literal.isDocstring && formOf(module2, literal).form !== "export"
    );
    return isSaid3 || module2.nodesOf(import_shared.Kind.attribute).some((node) => isStoreOf(module2, node, name)) || module2.nodesOf(import_shared.Kind.keyword_argument).some((node) => mayMakeMember(world, module2, node, name));
  })
);
var isStoredByComputedName = rememberedOf((world, path2) => {
  const word = lastPartOf({ path: path2 });
  return world.modulesWith(word).some(
    (module2) => storesByComputedName(world, module2, (value) => {
      if (value.kind === "module") return value.link.to !== "module" || value.link.path === path2;
      return value.kind === "unknown";
    })
  );
});
function isStoreOf({ tree }, attribute2, name) {
  if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute)) !== name) return false;
  const parent = (0, import_shared.parentOf)(tree, attribute2);
  return (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.assignment ? (0, import_shared.fieldOf)(tree, attribute2) === import_shared.Field.left : STORES.has((0, import_shared.kindOf)(tree, parent));
}
var STORES = /* @__PURE__ */ new Set([
  import_shared.Kind.augmented_assignment,
  import_shared.Kind.pattern_list,
  import_shared.Kind.tuple_pattern,
  import_shared.Kind.list_pattern,
  import_shared.Kind.as_pattern_target,
  import_shared.Kind.delete_statement
]);
function mayMakeMember(world, module2, argument, name) {
  const { tree } = module2;
  if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, argument, import_shared.Field.name)) !== name) return false;
  const call = (0, import_shared.ancestorOf)(tree, argument, import_shared.Kind.call);
  if (/^(?:dict|type|multiple|new_class)$/.test((0, import_shared.calledNameOf)(tree, call))) return true;
  const callee = valueOf(world, module2, (0, import_shared.childIn)(tree, call, import_shared.Field.function));
  return callee.kind === "function" && !callee.definition.parameters.some((one) => one.name === name);
}
var unknown2 = { kind: "unknown" };
function resolvedValueOf(world, module2, expression) {
  return valueIn({ world, seen: /* @__PURE__ */ new Set() }, { module: module2, node: expression });
}
function valueIn({ world, seen }, { module: module2, node: expression }) {
  if (expression === import_shared.NO_NODE) return unknown2;
  const value = valueOf(world, module2, expression);
  if (value.kind !== "unknown") return value;
  const { tree } = module2;
  const node = (0, import_shared.unparenthesized)(tree, expression);
  const key = `${module2.path}:${node}`;
  if (seen.has(key)) return unknown2;
  const search = { world, seen: new Set(seen).add(key) };
  switch ((0, import_shared.kindOf)(tree, node)) {
    case import_shared.Kind.identifier:
      return valueOfVariable(search, module2, node);
    case import_shared.Kind.attribute:
      return memberOfEnumeration(world, module2, node) ?? agreed(search, storedIn(world, module2, node));
    case import_shared.Kind.subscript: {
      const display = displayAt(module2, (0, import_shared.childIn)(tree, node, import_shared.Field.value));
      const isItem = display !== import_shared.NO_NODE && usesOfItems(module2, display)?.items.includes(node) === true;
      return isItem ? valueOfEachIn(search, module2, display) : unknown2;
    }
    case import_shared.Kind.call:
      return valueOfCall2(search, module2, node, "call");
    case import_shared.Kind.await: {
      const awaited = (0, import_shared.unparenthesized)(tree, (0, import_shared.firstNamedChildOf)(tree, node));
      return (0, import_shared.kindOf)(tree, awaited) === import_shared.Kind.call ? valueOfCall2(search, module2, awaited, "await") : unknown2;
    }
    default:
      return unknown2;
  }
}
function memberOfEnumeration(world, module2, attribute2) {
  const { tree } = module2;
  const owner = valueOf(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object));
  if (owner.kind !== "class") return void 0;
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute));
  return hasMember(world, owner.class, name) ? { kind: "instance", class: owner.class } : void 0;
}
function agreed(search, sources) {
  const values = (sources ?? []).filter(({ module: module2, node }) => node === import_shared.NO_NODE || (0, import_shared.kindOf)(module2.tree, node) !== import_shared.Kind.none).map((source) => valueIn(search, source));
  const [first = unknown2] = values;
  return values.every((value) => isSame5(value, first)) ? first : unknown2;
}
function isSame5(one, other) {
  if (one.kind !== other.kind) return false;
  if (one.kind === "instance" || one.kind === "class")
    return "class" in other && other.class.definition === one.class.definition;
  return one.kind === "foreign-instance";
}
function valueOfVariable(search, module2, node) {
  const parameter = parameterAt(module2, node);
  if (parameter !== void 0) return agreed(search, sourcesOf3(search.world, module2, parameter));
  const binding = module2.bindings.bindingAt((0, import_shared.startOf)(module2.tree, node));
  if (binding === void 0 || binding.kind !== "local" || binding.definitions.length === 0) return unknown2;
  const values = binding.definitions.map(
    (definition) => valueGiven(search, module2, binding, definition.node)
  );
  const [first = unknown2] = values;
  return values.every((value) => isSame5(value, first)) ? first : unknown2;
}
function sourcesOf3(world, module2, parameter) {
  const passed = passedTo(world, module2, parameter);
  const fixture2 = passed === void 0 ? fixtureFilling(world, module2, parameter) : void 0;
  return fixture2 === void 0 ? passed : givenByFixture(fixture2).map((node) => ({ module: fixture2.module, node }));
}
function valueGiven(search, module2, { scope }, target) {
  const { tree } = module2;
  if (scope.kind === "module" || scope.kind === "class") return unknown2;
  const iterable = iteratedFor(tree, target);
  if (iterable !== import_shared.NO_NODE) return valueOfItems(search, module2, iterable);
  const given = (0, import_shared.valueGivenTo)(tree, target);
  if ((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, target)) !== import_shared.Kind.as_pattern_target)
    return valueIn(search, { module: module2, node: given });
  const statement = (0, import_shared.ancestorOf)(tree, target, import_shared.Kind.with_statement);
  const isAsync = statement !== import_shared.NO_NODE && (0, import_shared.textOf)(tree, statement).startsWith("async");
  const manager = valueIn(search, { module: module2, node: given });
  return manager.kind === "instance" ? valueOfMethod(search, manager, isAsync ? "__aenter__" : "__enter__", isAsync ? "await" : "call") : unknown2;
}
function valueOfItems(search, module2, iterable) {
  const { world } = search;
  const display = displayAt(module2, iterable);
  if (display !== import_shared.NO_NODE) return valueOfEachIn(search, module2, display);
  const owner = valueOf(world, module2, iterable);
  return owner.kind === "class" && isEnumeration(world, owner.class) ? { kind: "instance", class: owner.class } : unknown2;
}
var valueOfEachIn = (search, module2, display) => agreed(
  search,
  (0, import_shared.namedChildrenOf)(module2.tree, display).filter((item) => (0, import_shared.kindOf)(module2.tree, item) !== import_shared.Kind.comment).map((node) => ({ module: module2, node }))
);
function valueOfCall2(search, module2, call, use) {
  const { tree } = module2;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  const called = valueOf(search.world, module2, callee);
  if (called.kind === "function") return valueReturned(search, called, unknown2, use);
  if ((0, import_shared.kindOf)(tree, callee) !== import_shared.Kind.attribute) return unknown2;
  const object = valueIn(search, { module: module2, node: (0, import_shared.childIn)(tree, callee, import_shared.Field.object) });
  return valueOfMethod(search, object, (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.attribute)), use);
}
function valueOfMethod(search, object, name, use) {
  const methods = methodsOf2(search.world, object, name) ?? [];
  const values = methods.map((method) => valueReturned(search, method, object, use));
  const [first = unknown2] = values;
  return values.every((value) => isSame5(value, first)) ? first : unknown2;
}
function valueReturned(search, { module: module2, definition }, receiver, use) {
  const { tree } = module2;
  const { decorators, parameters, isAsync } = definition;
  if (isAsync !== (use === "await")) return unknown2;
  const isPlain3 = decorators.every((one) => one.name === "classmethod" || one.name === "staticmethod");
  if (!isPlain3 || isReplaced(search.world, module2, definition)) return unknown2;
  const isOwn2 = (node) => module2.definitionAt((0, import_shared.startOf)(tree, node)) === definition;
  if (module2.nodesOf(import_shared.Kind.yield).some(isOwn2)) return unknown2;
  const returned = Array.from(module2.nodesOf(import_shared.Kind.return_statement)).filter(isOwn2).map((statement) => (0, import_shared.firstNamedChildOf)(tree, statement)).filter((node) => node !== import_shared.NO_NODE && (0, import_shared.kindOf)(tree, node) !== import_shared.Kind.none);
  const [self] = decorators.length === 0 ? parameters : [];
  const values = returned.map((node) => {
    const isSelf2 = self !== void 0 && parameterAt(module2, node)?.definitions[0]?.start === self.span.start;
    return isSelf2 && receiver.kind === "instance" ? receiver : valueIn(search, { module: module2, node });
  });
  const [first = unknown2] = values;
  return values.every((value) => isSame5(value, first)) ? first : unknown2;
}
function isStructural(world, value) {
  if (value.kind === "foreign") return VIRTUAL.test(value.origin);
  if (value.kind !== "class") return false;
  const { classes, others } = ancestryOf(world, value.class);
  return others.some(({ base }) => base.kind === "foreign" && isProtocol(base.origin)) || [...classes.values()].some((owner) => isAskedOtherwise(owner));
}
var VIRTUAL = /^(?:builtins\.)?object$|^(?:collections\.abc|typing|typing_extensions|numbers|abc|io|importlib\.abc)\.|^os\.PathLike$|^contextlib\.Abstract\w+$/;
var isProtocol = (origin) => /^typing(?:_extensions)?\.Protocol$/.test(origin);
function isAskedOtherwise({ module: module2, definition }) {
  return classKeywordsOf(module2, definition).length > 0 || module2.definitions.some(
    ({ enclosing, name }) => enclosing === definition && /^__(?:subclass|instance)(?:hook|check)__$/.test(name)
  );
}
function* protocolsWith(world, ...names3) {
  for (const name of names3) {
    for (const module2 of world.modulesWith(name)) {
      for (const definition of module2.definitions) {
        if (definition.kind !== "class") continue;
        const member = classVariableOf(module2, definition, name);
        if (member === void 0) continue;
        const { others } = ancestryOf(world, { module: module2, definition });
        if (others.some(({ base }) => base.kind === "foreign" && isProtocol(base.origin)))
          yield refuse(
            "interface",
            `\`${name}\``,
            module2,
            member.definitions[0]?.start ?? definition.nameSpan.start
          );
      }
    }
  }
}
function* memberReferencesTo(world, family, name, newName = name) {
  for (const module2 of world.modulesWith(name)) {
    if (module2.tree.hasError) yield objectTo2("does-not-parse", module2, 0, module2.path);
    yield* identifiersIn3(world, family, module2, name);
    for (const literal of literalsWith(module2, name)) yield* inString(world, family, module2, name, literal);
  }
  yield* computedIn2(world, family, name, newName);
  for (const { path: path2, line } of world.mentionsOf(name))
    yield { kind: "objection", objection: refuseAt("mention", `\`${name}\``, path2, line) };
  for (const path2 of world.unreadable)
    yield { kind: "objection", objection: refuseAt("unreadable", path2, path2, 1) };
}
function objectTo2(code2, module2, offset, found) {
  return { kind: "objection", objection: refuse(code2, found, module2, offset) };
}
function* identifiersIn3(world, family, module2, name) {
  const { tree, bindings } = module2;
  const seen = /* @__PURE__ */ new Set();
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if ((0, import_shared.textOf)(tree, node).normalize("NFKC") !== name) continue;
    const offset = (0, import_shared.startOf)(tree, node);
    const parent = (0, import_shared.parentOf)(tree, node);
    if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute) {
      const object = resolvedValueOf(world, module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.object));
      const answer = isMember(world, family, object);
      const objection = refuse("unknown-receiver", shownOf(module2, parent), module2, offset);
      if (answer === "maybe") yield { kind: "unknown", module: module2, node: parent, objection };
      if (answer === "yes") yield { kind: "attribute", module: module2, node: parent, span: module2.spanOf(node) };
    } else if ((0, import_shared.kindOf)(tree, parent) === import_shared.Kind.keyword_argument && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.name) {
      if (setsAttributes(world, module2, parent))
        yield objectTo2("mention", module2, offset, shownOf(module2, parent));
    } else if ((0, import_shared.kindOf)(tree, parent) === import_shared.Kind.keyword_pattern && parent + 1 === node) {
      yield* inPattern(world, family, module2, parent, node);
    } else {
      const binding = bindings.bindingAt(offset);
      if (binding?.scope.kind !== "class" || seen.has(binding)) continue;
      seen.add(binding);
      const owner = module2.definitions.find((definition) => definition.node === binding.scope.node);
      if (owner?.kind === "class" && family.members.has(owner)) yield { kind: "variable", module: module2, binding };
    }
  }
}
var SETTERS = /^(?:\w*Mock|SimpleNamespace|Namespace|patch|object|multiple|configure_mock|replace|_replace|update|evolve|assoc|create_autospec|attrs)$/;
function setsAttributes(world, { tree }, argument) {
  const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, argument));
  if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return false;
  const called = (0, import_shared.calledNameOf)(tree, call);
  return SETTERS.test(called) || called === "dict" && world.modulesWith("testscenarios").length > 0;
}
function* inPattern(world, family, module2, pattern, node) {
  const { tree } = module2;
  const matched = matchedBy(world, module2, pattern);
  const answer = isMember(world, family, matched);
  if (answer === "maybe" || answer === "no" && isStructural(world, matched))
    yield objectTo2("unknown-receiver", module2, (0, import_shared.startOf)(tree, node), shownOf(module2, pattern));
  if (answer === "yes") yield { kind: "text", module: module2, span: module2.spanOf(node) };
}
function matchedBy(world, module2, pattern) {
  const { tree } = module2;
  const around = (0, import_shared.ancestorOf)(tree, pattern, import_shared.Kind.class_pattern);
  const [named2 = import_shared.NO_NODE] = around === import_shared.NO_NODE ? [] : (0, import_shared.namedChildrenOf)(tree, around);
  const [only, ...more] = named2 === import_shared.NO_NODE ? [] : (0, import_shared.namedChildrenOf)(tree, named2);
  return only === void 0 || more.length > 0 ? { kind: "unknown" } : valueOf(world, module2, only);
}
function* inString(world, family, module2, name, literal) {
  const unexplained = (code2) => objectTo2(code2, module2, literalStart(module2, literal), shownOf(module2, literal.node));
  const whole = () => wholeLiteral(module2, name, literal);
  const form = formOf(module2, literal);
  switch (form.form) {
    case "docstring":
      if (form.hasDoctest) yield unexplained("doctest");
      return;
    case "export":
    case "fixture":
      return;
    case "annotation":
      if (literal.value.includes(`.${name}`)) yield unexplained("mention");
      return;
    case "slot": {
      const owner = enclosingClass(module2, literalStart(module2, literal));
      if (owner !== void 0 && family.members.has(owner)) yield whole() ?? unexplained("mention");
      return;
    }
    case "attribute": {
      const answer = isMember(world, family, resolvedValueOf(world, module2, form.target));
      if (answer === "maybe") yield unexplained("mention");
      if (answer === "yes") yield whole() ?? unexplained("mention");
      return;
    }
    case "path":
      for (const part of pathPartsOf(world, module2, literal)) {
        if (part.name !== name) continue;
        const answer = isMember(world, family, part.object);
        if (answer === "maybe" || part.span.end - part.span.start !== name.length)
          yield unexplained("mention");
        else if (answer === "yes") yield { kind: "text", module: module2, span: part.span };
      }
      return;
    case "other":
      if (!isApart(world, family, module2)) yield unexplained("mention");
  }
}
function wholeLiteral(module2, name, literal) {
  const start = literal.offsets[0] ?? 0;
  const end = start + name.length;
  return literal.value === name && module2.text.slice(start, end) === name ? { kind: "text", module: module2, span: { start, end } } : void 0;
}
function* computedIn2(world, family, name, newName) {
  const aliases = new Set([...family.descendants.values()].flatMap((owner) => [...aliasesOf(world, owner)]));
  const modules = /* @__PURE__ */ new Set([
    ...[...family.related.values()].map(({ module: module2 }) => module2),
    ...[...aliases].flatMap((alias) => world.modulesWith(alias))
  ]);
  const lookups = [...modules].flatMap(
    (module2) => lookupsAndListingsOf(module2).filter(({ object }) => !isCertainlyOther(world, family, module2, object)).map((lookup) => ({ ...lookup, module: module2 }))
  );
  for (const { module: module2, node } of [...lookups, ...lookupsInHandedOn(world, family)]) {
    if (isAlikeFor(module2, node, name, newName)) continue;
    if ((0, import_shared.textOf)(module2.tree, node) === "__annotations__" && !isAnnotated(family, name)) continue;
    const isCall = (0, import_shared.kindOf)(module2.tree, node) === import_shared.Kind.call;
    const shown = shownOf(module2, isCall ? node : (0, import_shared.parentOf)(module2.tree, node));
    yield objectTo2("dynamic-attribute", module2, (0, import_shared.startOf)(module2.tree, node), `${shown} may use \`${name}\``);
  }
}
function isAnnotated({ related }, name) {
  return [...related.values()].some(
    ({ module: module2, definition }) => (classVariableOf(module2, definition, name)?.definitions ?? []).some(
      ({ node }) => (0, import_shared.childIn)(module2.tree, (0, import_shared.parentOf)(module2.tree, node), import_shared.Field.type) !== import_shared.NO_NODE
    )
  );
}
function isTestedOther(test, place) {
  const { tree } = test.module;
  for (let inner = place, outer = (0, import_shared.parentOf)(tree, place); outer !== import_shared.NO_NODE; outer = (0, import_shared.parentOf)(tree, outer)) {
    const kind = (0, import_shared.kindOf)(tree, outer);
    if (kind === import_shared.Kind.function_definition || kind === import_shared.Kind.lambda) return false;
    if (isTestedBy(test, outer, inner)) return true;
    inner = outer;
  }
  return false;
}
function isTestedBy(test, outer, inner) {
  const { tree } = test.module;
  switch ((0, import_shared.kindOf)(tree, outer)) {
    case import_shared.Kind.if_statement:
      return (0, import_shared.childIn)(tree, outer, import_shared.Field.consequence) === inner && tells(test, (0, import_shared.childIn)(tree, outer, import_shared.Field.condition), true);
    case import_shared.Kind.conditional_expression: {
      const [chosen, condition = import_shared.NO_NODE] = (0, import_shared.namedChildrenOf)(tree, outer);
      return chosen === inner && tells(test, condition, true);
    }
    case import_shared.Kind.boolean_operator:
      return (0, import_shared.childIn)(tree, outer, import_shared.Field.right) === inner && tells(test, (0, import_shared.childIn)(tree, outer, import_shared.Field.left), isAnd(test, outer));
    case import_shared.Kind.block:
      return (0, import_shared.namedChildrenOf)(tree, outer).some((before) => before < inner && isLeftUnless(test, before));
    default:
      return false;
  }
}
function isLeftUnless(test, statement) {
  const { tree } = test.module;
  if ((0, import_shared.kindOf)(tree, statement) !== import_shared.Kind.if_statement) return false;
  const last = (0, import_shared.namedChildrenOf)(tree, (0, import_shared.childIn)(tree, statement, import_shared.Field.consequence)).at(-1) ?? import_shared.NO_NODE;
  const isLeft = last !== import_shared.NO_NODE && [import_shared.Kind.return_statement, import_shared.Kind.raise_statement].some((one) => one === (0, import_shared.kindOf)(tree, last));
  return isLeft && tells(test, (0, import_shared.childIn)(tree, statement, import_shared.Field.condition), false);
}
function tells(test, condition, truth) {
  const { tree } = test.module;
  const node = (0, import_shared.unparenthesized)(tree, condition);
  if (node === import_shared.NO_NODE) return false;
  switch ((0, import_shared.kindOf)(tree, node)) {
    case import_shared.Kind.not_operator:
      return tells(test, (0, import_shared.childIn)(tree, node, import_shared.Field.argument), !truth);
    case import_shared.Kind.boolean_operator: {
      const told = [import_shared.Field.left, import_shared.Field.right].map((side) => tells(test, (0, import_shared.childIn)(tree, node, side), truth));
      return told.every(Boolean) || isAnd(test, node) === truth && told.some(Boolean);
    }
    case import_shared.Kind.call: {
      const [object, tested] = (0, import_shared.argumentsOf)(tree, node);
      if (!truth || (0, import_shared.calleeOf)(tree, node) !== "isinstance" || object === void 0 || tested === void 0)
        return false;
      return (0, import_shared.textOf)(tree, object.value) === test.variable && test.isOther(tested.value);
    }
    case import_shared.Kind.comparison_operator:
      return comparesClass(test, node, truth);
    default:
      return false;
  }
}
var isAnd = ({ module: { tree } }, operator) => (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, operator, import_shared.Field.operator)) === "and";
function comparesClass({ module: module2, variable: variable2, isOther: isOther3 }, comparison, truth) {
  const { tree } = module2;
  const [one, other, ...more] = (0, import_shared.namedChildrenOf)(tree, comparison);
  if (one === void 0 || other === void 0 || more.length > 0) return false;
  const between = module2.text.slice((0, import_shared.startOf)(tree, one) + (0, import_shared.textOf)(tree, one).length, (0, import_shared.startOf)(tree, other));
  if (!(truth ? /^\s*(?:==|is)\s*$/ : /^\s*(?:!=|is\s+not)\s*$/).test(between)) return false;
  const isClass = (node) => [`type(${variable2})`, `${variable2}.__class__`].includes((0, import_shared.textOf)(tree, node));
  return isClass(one) && isOther3(other) || isClass(other) && isOther3(one);
}
function* lookupsInOperands(world, family, special2, member) {
  for (const module2 of world.modulesWith(special2)) {
    const { tree } = module2;
    for (const { definition } of functionsNamed(module2, special2)) {
      const { enclosing, parameters } = definition;
      if (enclosing?.kind === "class" && family.related.has(enclosing)) continue;
      const operand = module2.bindings.bindingAt(parameters[1]?.span.start ?? -1);
      const reads = new Set(operand?.references.map(({ node }) => node));
      for (const { node, object } of lookupsAndListingsOf(module2)) {
        const isOfClass2 = (0, import_shared.textOf)(tree, node) === "__annotations__";
        if (operand === void 0 || isOfClass2 || !reads.has(objectIn(module2, object))) continue;
        const isOther3 = (tested) => givesOther(world, family, module2, tested);
        const isKept2 = operand.definitions.length === 1;
        if (isKept2 && isTestedOther({ module: module2, variable: operand.name, isOther: isOther3 }, node)) continue;
        const shown = (0, import_shared.kindOf)(tree, node) === import_shared.Kind.call ? node : (0, import_shared.parentOf)(tree, node);
        const found = `${shownOf(module2, shown)} may use \`${member}\``;
        yield refuse("dynamic-attribute", found, module2, (0, import_shared.startOf)(tree, node));
      }
    }
  }
}
var objectIn = ({ tree }, object) => object === import_shared.NO_NODE ? import_shared.NO_NODE : (0, import_shared.unparenthesized)(tree, object);
function givesOther(world, family, module2, tested) {
  const { tree } = module2;
  const node = (0, import_shared.unparenthesized)(tree, tested);
  if (node === import_shared.NO_NODE) return false;
  if ((0, import_shared.kindOf)(tree, node) === import_shared.Kind.tuple)
    return (0, import_shared.namedChildrenOf)(tree, node).every((one) => givesOther(world, family, module2, one));
  const value = valueOf(world, module2, node);
  return value.kind === "class" && isMember(world, family, value) === "no";
}
function* escapesOf(world, family, member) {
  const search = { world, family, member, listed: /* @__PURE__ */ new Set() };
  const seen = /* @__PURE__ */ new Set();
  const waiting = [...family.descendants.values()].flatMap((owner) => isCollected2(owner) ? [] : [...classItself(owner), ...selvesOf2(owner)]).toReversed();
  for (let flow = waiting.pop(); flow !== void 0; flow = waiting.pop()) {
    if (flow.kind === "objection") yield flow.objection;
    else {
      const key = keyOf(flow);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(...[...next(search, flow)].toReversed());
    }
  }
}
function keyOf(flow) {
  switch (flow.kind) {
    case "expression":
      return `${flow.held} ${flow.module.path}#${flow.node}`;
    case "variable":
      return `${flow.held} ${flow.module.path}:${flow.binding.definitions[0]?.start ?? flow.binding.name}`;
    case "attribute":
      return `${flow.held} .${flow.name}`;
    case "operand":
      return `${flow.held} ${flow.name}`;
    case "result":
      return `${flow.held} ${flow.module.path}:${flow.maker.nameSpan.start} result`;
    case "entry":
      return `entry ${flow.owner.module.path}:${flow.owner.definition.nameSpan.start}`;
    case "argument":
      return `argument ${flow.module.path}#${flow.node}`;
    case "raised":
      return "raised";
  }
}
function* classItself({ module: module2, definition }) {
  const binding = module2.bindings.bindingAt(definition.nameSpan.start);
  if (binding !== void 0) yield { kind: "variable", module: module2, binding, held: "class" };
}
function* selvesOf2({ module: module2, definition }) {
  for (const method of module2.definitions) {
    if (method.kind !== "function" || method.enclosing !== definition) continue;
    const [self] = method.parameters;
    if (self === void 0 || method.decorators.some(({ name }) => name.endsWith("staticmethod"))) continue;
    const binding = module2.bindings.bindingAt(self.span.start);
    const isClass = method.decorators.some(({ name }) => name.endsWith("classmethod"));
    if (binding !== void 0)
      yield { kind: "variable", module: module2, binding, held: isClass ? "class" : "object" };
  }
}
function* next(search, flow) {
  const { world, member } = search;
  switch (flow.kind) {
    case "expression":
      yield* flowsOfMembers(world, search.family, flow);
      return yield* flowsFrom(world, flow.module, flow.node, flow.held, member);
    case "variable":
      return yield* readsOfVariable(world, flow.module, flow.binding, flow.held);
    case "attribute":
      return yield* readsOfAttributes(world, flow.name, flow.held);
    case "operand":
      for (const objection of lookupsInOperands(world, search.family, flow.name, member))
        yield { kind: "objection", objection };
      return yield* parametersOf(world, flow.name, 1, flow.held);
    case "result":
      return yield* callsOf2(world, flow.module, flow.maker, flow.held);
    case "entry":
      return yield* entriesOf(search, flow.owner);
    case "raised":
      return yield* handlersOf(search);
    case "argument":
      for (const objection of listingsOfPassed(world, flow.module, flow.node, search.listed))
        yield { kind: "objection", objection };
  }
}
function* readsOfVariable(world, module2, binding, held) {
  if (binding.scope.kind !== "module") {
    yield* readsIn2(module2, binding, held);
    return;
  }
  for (const reference of referencesTo(world, { module: module2, binding })) {
    if (reference.kind === "variable" || reference.kind === "alias")
      yield* readsIn2(reference.module, reference.binding, held);
    if (reference.kind === "attribute")
      yield { kind: "expression", module: reference.module, node: reference.node, held };
  }
}
function* readsIn2(module2, binding, held) {
  for (const { node } of occurrencesOf(module2, binding)) {
    if (binding.definitions.some((definition) => definition.node === node)) continue;
    yield { kind: "expression", module: module2, node, held };
  }
}
function* readsOfAttributes(world, name, held) {
  for (const module2 of world.modulesWith(name)) {
    const { tree } = module2;
    for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
      if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute || (0, import_shared.textOf)(tree, node) !== name) continue;
      const attribute2 = (0, import_shared.parentOf)(tree, node);
      if ((0, import_shared.fieldOf)(tree, attribute2) !== import_shared.Field.left)
        yield { kind: "expression", module: module2, node: attribute2, held };
    }
  }
}
function* parametersOf(world, name, place, held) {
  for (const { module: module2, parameter } of parametersOfAll(world, name, place))
    yield { kind: "variable", module: module2, binding: parameter, held };
}
function* handlersOf({ world, family }) {
  for (const { module: module2, node } of targetsOfHandlers(world, family))
    yield* flowsToName(module2, node + 1, "object") ?? [];
  for (const { module: module2, node } of expectingCalls(world, family))
    yield { kind: "expression", module: module2, node, held: "caught" };
  for (const { module: module2, node } of callsForHandled(world))
    yield { kind: "expression", module: module2, node, held: "caught" };
  for (const name of ["__cause__", "__context__"]) yield { kind: "attribute", name, held: "object" };
  for (const name of ["__exit__", "__aexit__"]) yield* parametersOf(world, name, 2, "object");
}
function* entriesOf({ world, family }, owner) {
  for (const { module: module2, node } of callsOfEntries(world))
    yield { kind: "expression", module: module2, node, held: "object" };
  if (family.descendants.has(owner.definition)) return;
  for (const { module: module2, node } of targetsOfEntries(world, owner)) {
    const variable2 = flowsToName(module2, node + 1, "object");
    if (variable2 !== void 0) yield* variable2;
    else yield escape2(module2, (0, import_shared.parentOf)(module2.tree, node), node);
  }
}
function* callsOf2(world, module2, maker, held) {
  const { enclosing, name, nameSpan } = maker;
  const binding = module2.bindings.bindingAt(nameSpan.start);
  const references = enclosing?.kind === "class" ? memberReferencesTo(world, familyOf(world, { module: module2, definition: enclosing }, name), name) : binding && referencesTo(world, { module: module2, binding });
  for (const reference of references ?? []) {
    switch (reference.kind) {
      case "objection":
      case "unknown":
        yield { kind: "objection", objection: reference.objection };
        break;
      case "attribute":
        yield callAt2(reference.module, reference.node, held);
        break;
      case "variable":
      case "alias":
        for (const { node } of reference.binding.references) yield callAt2(reference.module, node, held);
        break;
      case "string":
      case "fixture-name":
        yield escape2(reference.module, reference.literal.node, reference.literal.node);
        break;
      case "text":
        yield {
          kind: "objection",
          objection: refuse("escape", `\`${name}\``, reference.module, reference.span.start)
        };
    }
  }
}
function callAt2(module2, callee, held) {
  const { tree } = module2;
  const node = (0, import_shared.parentOf)(tree, callee);
  return (0, import_shared.kindOf)(tree, node) === import_shared.Kind.call && (0, import_shared.fieldOf)(tree, callee) === import_shared.Field.function ? { kind: "expression", module: module2, node, held } : escape2(module2, node, callee);
}
function escape2(module2, shown, node) {
  const objection = refuse("escape", shownOf(module2, shown), module2, (0, import_shared.startOf)(module2.tree, node));
  return { kind: "objection", objection };
}
function* namesInLogs(world, module2, definition) {
  if (definition.kind !== "function") return;
  const { found, isOfCallers } = recordsOf(world);
  if (found === void 0) return;
  const { tree } = module2;
  const calls = module2.nodesOf(import_shared.Kind.call).filter((call) => (0, import_shared.contains)(tree, definition.node, call));
  if (calls.some((call) => isOfCallers || mayLog(world, module2, call))) yield found;
}
var RECORD_ATTRIBUTE = "funcName";
var recordsOf = rememberedOfAll((world) => {
  const [found] = placesIn(world);
  return { found, isOfCallers: found !== void 0 && skipsCallers(world) };
});
function* placesIn(world) {
  for (const module2 of world.modulesWith(RECORD_ATTRIBUTE)) {
    const { tree } = module2;
    const node = Array.from(module2.nodesOf(import_shared.Kind.attribute)).find(
      (one) => (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, one, import_shared.Field.attribute)) === RECORD_ATTRIBUTE
    );
    if (node !== void 0)
      yield refuse("name-in-string", shownOf(module2, node), module2, (0, import_shared.startOf)(tree, node));
    const told = literalsWith(module2, RECORD_ATTRIBUTE).find(({ isDocstring }) => !isDocstring);
    if (told !== void 0)
      yield refuse("name-in-string", shownOf(module2, told.node), module2, literalStart(module2, told));
  }
  for (const { path: path2, line } of world.mentionsOf(RECORD_ATTRIBUTE))
    yield refuseAt("name-in-string", `\`${RECORD_ATTRIBUTE}\``, path2, line);
  for (const module2 of world.modulesWith("records")) {
    const lookup = computedLookupsOf(module2).find(({ object }) => isCaptured(module2, object));
    if (lookup !== void 0)
      yield refuse("name-in-string", shownOf(module2, lookup.node), module2, (0, import_shared.startOf)(module2.tree, lookup.node));
  }
}
function isCaptured(module2, object) {
  if (object === import_shared.NO_NODE) return false;
  const { tree, bindings } = module2;
  switch ((0, import_shared.kindOf)(tree, object)) {
    case import_shared.Kind.attribute:
      return (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, object, import_shared.Field.attribute)) === "records";
    case import_shared.Kind.subscript:
      return isCaptured(module2, (0, import_shared.childIn)(tree, object, import_shared.Field.value));
    case import_shared.Kind.identifier:
      return isCaptured(module2, loopOf(module2, bindings.bindingAt((0, import_shared.startOf)(tree, object))));
    default:
      return false;
  }
}
function mayLog(world, module2, call) {
  const value = valueOf(world, module2, (0, import_shared.childIn)(module2.tree, call, import_shared.Field.function));
  if (value.kind === "foreign") return !value.origin.startsWith("builtins.");
  return value.kind === "unknown";
}
function skipsCallers(world) {
  return world.modulesWith("stacklevel").some(
    ({ tree, nodesOf: nodesOf2 }) => Array.from(nodesOf2(import_shared.Kind.keyword_argument)).some((argument) => {
      const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, argument));
      const isLevel = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, argument, import_shared.Field.name)) === "stacklevel";
      return isLevel && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && LOGGING.test((0, import_shared.calledNameOf)(tree, call));
    })
  );
}
var LOGGING = /^(?:debug|info|warning|warn|error|exception|critical|fatal|log|_log)$/;
function* namesOfFrames(world, { kind, name }) {
  if (kind !== "function") return;
  for (const module2 of new Set(WORDS.flatMap(world.modulesWith))) {
    const found = stringsBesideFrames(module2).find(
      (literal) => Array.from(partsOf(name, literal)).some(({ isOpen }) => isOpen)
    );
    if (found !== void 0)
      yield refuse("name-in-string", shownOf(module2, found.node), module2, literalStart(module2, found));
  }
}
var WORDS = ["co_name", "co_qualname"];
var known15 = /* @__PURE__ */ new WeakMap();
function stringsBesideFrames(module2) {
  const present = known15.get(module2);
  if (present !== void 0) return present;
  const { tree } = module2;
  const reads = module2.nodesOf(import_shared.Kind.identifier).filter((node) => WORDS.includes((0, import_shared.textOf)(tree, node)));
  const literals = literalsOf(module2).filter((literal) => {
    const around = outermostFunctionAt(module2, literalStart(module2, literal));
    return around !== void 0 && reads.some((node) => (0, import_shared.contains)(tree, around.node, node));
  });
  known15.set(module2, literals);
  return literals;
}
function* newTests(world, module2, binding, newName) {
  if (!isTest(module2, binding)) yield* collectedByHooks(world, module2);
  if (!isCollectedAlike(module2, binding, newName) && mayBeCalled(module2, binding))
    yield refuse("collection", `\`${newName}\``, module2, binding.definitions[0]?.start ?? 0);
}
function isTest(module2, binding) {
  const { tests, classes } = module2.model;
  return definitionsOf(module2, binding).some(
    (definition) => [...tests, ...classes].some((one) => one.definition === definition)
  );
}
function* collectedByHooks(world, module2) {
  if (world.pathsWith(COLLECTING).length === 0 || !isCollected(module2)) return;
  for (const other of surroundingsOf(world, module2).told) {
    for (const { name, node, nameSpan } of other.model.hooks) {
      const isDeciding = name === COLLECTING && readsParameter(other, node, "name");
      if (isDeciding) yield refuse("collection", name, other, nameSpan.start);
    }
  }
}
var COLLECTING = "pytest_pycollect_makeitem";
function readsParameter({ tree, bindings, nodesOf: nodesOf2 }, hook, name) {
  return nodesOf2(import_shared.Kind.identifier).some((node) => {
    if ((0, import_shared.textOf)(tree, node) !== name || !(0, import_shared.contains)(tree, hook, node)) return false;
    const binding = bindings.bindingAt((0, import_shared.startOf)(tree, node));
    return binding?.kind === "parameter" && binding.references.some((read2) => read2.node === node);
  });
}
function isCollectedAlike({ model }, { name, scope }, newName) {
  const { functions, classes } = model.conventions;
  const ofClass = scope.kind === "class" ? ["test"] : [];
  return [[...functions, ...ofClass], classes].every(
    (options) => (0, import_shared.matchesConvention)(name, options) === (0, import_shared.matchesConvention)(newName, options)
  );
}
function mayBeCalled(module2, binding) {
  const defined = new Set(definitionsOf(module2, binding).map(({ nameSpan }) => nameSpan.start));
  return binding.definitions.some((definition) => {
    const { node, start } = definition;
    if (defined.has(start)) return isOfOtherClass(module2, binding);
    const value = (0, import_shared.valueGivenTo)(module2.tree, node);
    if (value !== import_shared.NO_NODE) return !PLAIN4.has((0, import_shared.kindOf)(module2.tree, value));
    const imported2 = importOf(module2, definition);
    return imported2 === void 0 || imported2.member !== void 0;
  });
}
var isOfOtherClass = ({ model }, { scope }) => scope.kind === "class" && !model.classes.some(({ definition }) => definition.node === scope.node);
var PLAIN4 = /* @__PURE__ */ new Set([
  import_shared.Kind.string,
  import_shared.Kind.concatenated_string,
  import_shared.Kind.integer,
  import_shared.Kind.float,
  import_shared.Kind.true,
  import_shared.Kind.false,
  import_shared.Kind.none,
  import_shared.Kind.list,
  import_shared.Kind.tuple,
  import_shared.Kind.dictionary,
  import_shared.Kind.set,
  import_shared.Kind.list_comprehension,
  import_shared.Kind.dictionary_comprehension,
  import_shared.Kind.set_comprehension,
  import_shared.Kind.generator_expression,
  import_shared.Kind.comparison_operator,
  import_shared.Kind.not_operator
]);
var WRITERS2 = /* @__PURE__ */ new Set(["write", "flush"]);
function* printsInto(world, family, name) {
  if (!WRITERS2.has(name)) return;
  for (const module2 of world.modulesWith("print")) {
    const { tree } = module2;
    for (const call of module2.nodesOf(import_shared.Kind.call)) {
      if (!/^(?:builtins\.)?print$/.test((0, import_shared.calleeOf)(tree, call) ?? "")) continue;
      const file = (0, import_shared.keywordOf)(tree, call, "file");
      if (file === import_shared.NO_NODE || isCertainlyOther(world, family, module2, file)) continue;
      yield refuse("escape", shownOf(module2, (0, import_shared.parentOf)(tree, file)), module2, (0, import_shared.startOf)(tree, file));
    }
  }
}
function* calleesThatName(world, module2, definition) {
  const { tree } = module2;
  const names3 = namesThatSee(world, module2, definition);
  if (names3.size === 0) return;
  const bases = superclassesAround(module2, definition);
  const seeing = module2.nodesOf(import_shared.Kind.identifier).find((node) => {
    if (!names3.has((0, import_shared.textOf)(tree, node)) || (0, import_shared.fieldOf)(tree, node) === import_shared.Field.name) return false;
    return (0, import_shared.contains)(tree, definition.node, node) || bases.some((base) => (0, import_shared.contains)(tree, base, node));
  });
  if (seeing === void 0) return;
  const found = `\`${(0, import_shared.textOf)(tree, seeing)}\`, which looks into its callers,`;
  yield refuse("frame", found, module2, (0, import_shared.startOf)(tree, seeing));
}
function namesThatSee(world, module2, { kind, enclosing }) {
  const { project } = world;
  const names3 = /* @__PURE__ */ new Set();
  const isOfClass2 = kind === "class" || enclosing?.kind === "class";
  for (const path2 of [module2.path, ...filesImportedBy(world, module2)]) {
    const far = farHelpersOf(project, path2);
    for (const name of far?.ofCallers ?? []) names3.add(name);
    if (isOfClass2) for (const name of far?.ofFrames ?? []) names3.add(name);
  }
  const conftests = conftestsAbove(project, module2.path);
  for (const other of /* @__PURE__ */ new Set([...conftests, ...pluginsOf(project, conftests)])) {
    const far = farHelpersOf(project, other.path);
    for (const { name, definition } of other.model.fixtures) {
      const isSeeing = far?.ofCallers.has(definition.name) || isOfClass2 && far?.ofFrames.has(definition.name);
      if (isSeeing === true) names3.add(name);
    }
  }
  return names3;
}
function superclassesAround({ tree }, definition) {
  const lists = [];
  for (let around = definition; around !== void 0; around = around.enclosing) {
    const list = around.kind === "class" ? (0, import_shared.childIn)(tree, around.node, import_shared.Field.superclasses) : import_shared.NO_NODE;
    if (list !== import_shared.NO_NODE) lists.push(list);
  }
  return lists;
}
function* helpersThatSee(world, module2, binding) {
  const { tree } = module2;
  yield* conftestsThatSee(world, module2);
  const isParameter2 = binding.kind === "parameter";
  let blocks;
  for (const { node, name, helpers } of usesOfHelpers(world, module2)) {
    const { ofFrames, ofVariables, ofParameters } = helpers;
    const isOfCode = ofVariables.has(name) || isParameter2 && ofParameters.has(name);
    if (!isOfCode && !ofFrames.has(name)) continue;
    const isSeeing = ofFrames.has(name) || ofVariables.has(name) && isBase(module2, node, blocks ??= blocksAround(module2, binding)) || isGiven2(module2, node, blocks ??= blocksAround(module2, binding));
    if (!isSeeing) continue;
    const found = `\`${name}\`, which looks into its callers or arguments,`;
    yield refuse("frame", found, module2, (0, import_shared.startOf)(tree, node));
  }
}
var knownUses = /* @__PURE__ */ new WeakMap();
function usesOfHelpers(world, module2) {
  const all = helpersImportedBy(world, module2);
  const uses = knownUses.get(all) ?? all.flatMap((helpers) => usesIn(module2, helpers));
  knownUses.set(all, uses);
  return uses;
}
function usesIn(module2, helpers) {
  const { ofFrames, ofVariables, ofParameters } = helpers;
  if (ofFrames.size + ofVariables.size + ofParameters.size === 0) return [];
  return Array.from(module2.nodesOf(import_shared.Kind.identifier)).flatMap((node) => {
    const name = (0, import_shared.textOf)(module2.tree, node);
    const isNamed3 = ofFrames.has(name) || ofVariables.has(name) || ofParameters.has(name);
    return isNamed3 && !isInImport(module2, node) ? { node, name, helpers } : [];
  });
}
function blocksAround({ model }, { symbols }) {
  const nodes = /* @__PURE__ */ new Set();
  const names3 = /* @__PURE__ */ new Set();
  const testClasses = new Set(model.tests.map(({ definition }) => definition.enclosing?.node));
  let hasObjects = false;
  for (const { scope } of symbols) {
    for (let block = scope; block?.parent !== void 0; block = block.parent) {
      nodes.add(block.node);
      if (block.kind === "function" || block.kind === "class") names3.add(block.name);
      hasObjects ||= block.kind === "class" && !testClasses.has(block.node);
    }
  }
  return { nodes, names: names3, hasObjects };
}
function isBase({ tree }, node, { nodes }) {
  let up = node;
  while (up !== import_shared.NO_NODE && (0, import_shared.fieldOf)(tree, up) !== import_shared.Field.superclasses && !(0, import_shared.isStatement)(tree, up))
    up = (0, import_shared.parentOf)(tree, up);
  return up !== import_shared.NO_NODE && (0, import_shared.fieldOf)(tree, up) === import_shared.Field.superclasses && nodes.has((0, import_shared.parentOf)(tree, up));
}
function isGiven2(module2, node, blocks) {
  const { tree } = module2;
  const decorator = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.decorator);
  if (decorator !== import_shared.NO_NODE && blocks.nodes.has((0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, decorator), import_shared.Field.definition)))
    return true;
  for (let up = node; up !== import_shared.NO_NODE && !(0, import_shared.isStatement)(tree, up); up = (0, import_shared.parentOf)(tree, up)) {
    const list = (0, import_shared.kindOf)(tree, up) === import_shared.Kind.call ? (0, import_shared.childIn)(tree, up, import_shared.Field.arguments) : up;
    if ((0, import_shared.kindOf)(tree, list) === import_shared.Kind.argument_list && takesOne(tree, list, blocks)) return true;
  }
  const given = givenByCalls(module2);
  if (blocks.hasObjects) return given.lists.size > 0;
  for (const name of blocks.names) if (given.names.has(name)) return true;
  return Array.from(blocks.nodes).some((block) => isInList(tree, block, given.lists));
}
var knownGiven = /* @__PURE__ */ new WeakMap();
function givenByCalls(module2) {
  const present = knownGiven.get(module2);
  if (present !== void 0) return present;
  const { tree } = module2;
  const lists = new Set(module2.nodesOf(import_shared.Kind.argument_list).filter((list) => handsOver(tree, list)));
  const names3 = /* @__PURE__ */ new Set();
  for (const list of lists) for (const node of namesHandedOver(tree, list)) names3.add((0, import_shared.textOf)(tree, node));
  const given = { lists, names: names3 };
  knownGiven.set(module2, given);
  return given;
}
function isInList(tree, node, lists) {
  for (let up = (0, import_shared.parentOf)(tree, node); up !== import_shared.NO_NODE; up = (0, import_shared.parentOf)(tree, up)) if (lists.has(up)) return true;
  return false;
}
var OWN = /* @__PURE__ */ new Set(["self", "cls"]);
var handsOver = (tree, list) => (0, import_shared.fieldOf)(tree, list) !== import_shared.Field.superclasses && (0, import_shared.calledNameOf)(tree, (0, import_shared.parentOf)(tree, list)) !== "super";
function takesOne(tree, list, blocks) {
  if (!handsOver(tree, list)) return false;
  if (blocks.hasObjects) return true;
  for (const block of blocks.nodes) if ((0, import_shared.contains)(tree, list, block)) return true;
  return namesHandedOver(tree, list).some((node) => {
    const name = (0, import_shared.textOf)(tree, node);
    return blocks.names.has(name) || OWN.has(name);
  });
}
function namesHandedOver(tree, list) {
  return Array.from((0, import_shared.descendantsOf)(tree, list, import_shared.Kind.identifier)).filter((node) => {
    if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.name) return false;
    return (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) !== import_shared.Kind.attribute || (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute;
  });
}
function* helpersThatAskForNames(world, module2, definition, occurrences) {
  const { tree } = module2;
  const { node, kind } = definition;
  yield* calleesThatName(world, module2, definition);
  if (definition.kind === "class") yield* basesThatAskForNames(world, { module: module2, definition });
  const bases = kind === "class" ? (0, import_shared.childIn)(tree, node, import_shared.Field.superclasses) : import_shared.NO_NODE;
  for (const { ofDefinitions } of helpersImportedBy(world, module2)) {
    const base = module2.nodesOf(import_shared.Kind.identifier).find((one) => bases !== import_shared.NO_NODE && (0, import_shared.contains)(tree, bases, one) && ofDefinitions.has((0, import_shared.textOf)(tree, one)));
    const asking2 = base ?? occurrences.find((one) => ofDefinitions.has(takerOf(module2, one.node)))?.node;
    if (asking2 === void 0) continue;
    yield refuse("name-in-string", `\`${(0, import_shared.textOf)(tree, asking2)}\``, module2, (0, import_shared.startOf)(tree, asking2));
  }
}
function* basesThatAskForNames(world, owner) {
  for (const { module: module2, definition } of ancestryOf(world, owner).classes.values()) {
    const { tree } = module2;
    const asking2 = module2.nodesOf(import_shared.Kind.attribute).find((node) => {
      if (module2 === owner.module || !(0, import_shared.contains)(tree, definition.node, node)) return false;
      const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute));
      return /^__(?:qual)?name__$/.test(name) && OWN_CLASS.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.object)));
    });
    if (asking2 !== void 0)
      yield refuse("name-in-string", shownOf(module2, asking2), module2, (0, import_shared.startOf)(tree, asking2));
  }
}
var OWN_CLASS = /^(?:type\((?:self|cls)\)|(?:self|cls)(?:\.__class__)?)$/;
function takerOf({ tree }, expression) {
  let node = expression;
  while ((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) === import_shared.Kind.call && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.function)
    node = (0, import_shared.parentOf)(tree, node);
  const argument = (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) === import_shared.Kind.keyword_argument ? (0, import_shared.parentOf)(tree, node) : node;
  const list = (0, import_shared.parentOf)(tree, argument);
  const call = (0, import_shared.parentOf)(tree, list);
  return (0, import_shared.kindOf)(tree, list) === import_shared.Kind.argument_list && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call ? (0, import_shared.calledNameOf)(tree, call) : "";
}
var NONE = /* @__PURE__ */ new Set();
var known16 = /* @__PURE__ */ new WeakMap();
function helpersImportedBy(world, module2) {
  const ofWorld = known16.get(world) ?? /* @__PURE__ */ new WeakMap();
  known16.set(world, ofWorld);
  const present = ofWorld.get(module2);
  if (present !== void 0) return present;
  const helpers = filesImportedBy(world, module2).flatMap((path2) => {
    const other = SEEING2.test(world.project.text(path2) ?? "") ? world.project.module(path2) : void 0;
    const near = other === void 0 ? [] : [helpersIn(other)];
    const far = farHelpersOf(world.project, path2);
    return far === void 0 ? near : [...near, { ...far, ofParameters: NONE, ofDefinitions: NONE }];
  });
  ofWorld.set(module2, helpers);
  return helpers;
}
var SEEING2 = /frame|settrace|setprofile|capture_locals|generatorlocals|coroutinelocals|inspect|__code__|__closure__|co_varnames|getsource|linecache|signature|get_type_hints|__annotations__|__wrapped__|autospec|__name__|__qualname__/;
var knownHelpers = /* @__PURE__ */ new WeakMap();
function helpersIn(module2) {
  const present = knownHelpers.get(module2);
  if (present !== void 0) return present;
  const { tree } = module2;
  const observers = observersOf(module2);
  const nodesOfKind = (pattern) => observers.flatMap(({ kind, node }) => pattern.test(kind) && !isInImport(module2, node) ? [node] : []);
  const helpers = {
    ofFrames: definitionsHolding(module2, nodesOfKind(/^frame$/)),
    ofVariables: definitionsHolding(module2, nodesOfKind(/^(?:code-object|source-text)$/)),
    ofParameters: definitionsHolding(module2, nodesOfKind(/^signature$/)),
    ofDefinitions: definitionsHolding(
      module2,
      module2.nodesOf(import_shared.Kind.identifier).filter(
        (node) => (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute && /^__(?:qual)?name__$/.test((0, import_shared.textOf)(tree, node))
      )
    )
  };
  knownHelpers.set(module2, helpers);
  return helpers;
}
function definitionsHolding(module2, places3) {
  const { tree } = module2;
  const names3 = /* @__PURE__ */ new Set();
  const top = module2.definitions.filter(({ enclosing }) => enclosing === void 0);
  const add = (node) => {
    const holder = top.find((definition) => (0, import_shared.contains)(tree, definition.node, node));
    if (holder !== void 0) names3.add(holder.name);
  };
  for (const place of places3) add(place);
  for (let size = 0; size < names3.size; ) {
    size = names3.size;
    for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
      if (names3.has((0, import_shared.textOf)(tree, node))) add(node);
    }
  }
  return names3;
}
function* metaclassesToldNames(world, module2, definition) {
  if (definition.kind !== "class") return;
  for (const owner of ancestryOf(world, { module: module2, definition }).classes.values()) {
    for (const keyword of classKeywordsOf(owner.module, owner.definition)) {
      const { tree } = owner.module;
      if ((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, keyword, import_shared.Field.name)) !== "metaclass") continue;
      const made = valueOf(world, owner.module, (0, import_shared.childIn)(tree, keyword, import_shared.Field.value));
      const isTold = made.kind !== "foreign" && (made.kind !== "class" || takesName2(made.class));
      if (isTold)
        yield refuse("functional-name", shownOf(owner.module, keyword), owner.module, (0, import_shared.startOf)(tree, keyword));
    }
  }
}
function takesName2({ module: module2, definition }) {
  return module2.definitions.some(
    ({ enclosing, name }) => enclosing === definition && /^__(?:new|init|prepare)__$/.test(name)
  );
}
var NAMES2 = {
  function: /^__(?:name|qualname)__$|^func_name$/,
  class: /^__(?:name|qualname)__$|^typename$/
};
function* readNames(world, module2, definition) {
  const { tree } = module2;
  const { kind } = definition;
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute) continue;
    if (!NAMES2[kind].test((0, import_shared.textOf)(tree, node))) continue;
    const object = (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, node), import_shared.Field.object);
    if (kind === "function" && isOfType(module2, object)) continue;
    if (isOther2(world, module2, object, definition)) continue;
    yield refuse("name-in-string", shownOf(module2, (0, import_shared.parentOf)(tree, node)), module2, (0, import_shared.startOf)(tree, node));
  }
}
function isOfType({ tree }, object) {
  if ((0, import_shared.kindOf)(tree, object) === import_shared.Kind.call) return (0, import_shared.calledNameOf)(tree, object) === "type";
  return (0, import_shared.kindOf)(tree, object) === import_shared.Kind.attribute && (0, import_shared.textOf)(tree, object).endsWith(".__class__");
}
function isOther2(world, module2, object, definition) {
  const { tree, bindings } = module2;
  if ((0, import_shared.kindOf)(tree, object) !== import_shared.Kind.identifier || (0, import_shared.textOf)(tree, object) === definition.name) return false;
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, object));
  if (binding?.kind === "import") return true;
  if (binding?.kind !== "function" && binding?.kind !== "class") return false;
  return definitionsOf(module2, binding).every((other) => keepsOwnName(module2, other)) || takesAnotherName(module2, definition) || !isHandedOn2(world, module2, definition);
}
function* toldNames2(world, module2, binding, definition) {
  yield* objectionsToDefinition(module2, definition);
  yield* readNames(world, module2, definition);
  yield* helpersThatAskForNames(world, module2, definition, occurrencesOf(module2, binding));
  yield* metaclassesToldNames(world, module2, definition);
  yield* computedFromNames(world, module2, definition);
  yield* namesInLogs(world, module2, definition);
  yield* namesOfFrames(world, definition);
}
function* readAsText(world, module2, binding) {
  if (!isKeptAsText(module2, binding)) return;
  const readers = readersIn2(world);
  if (readers.length === 0) return;
  const within = modulesWithin(world, module2);
  for (const { module: reading, node } of readers) {
    if (within === "project" || within.has(reading))
      yield refuse("code-object", (0, import_shared.textOf)(reading.tree, node), reading, (0, import_shared.startOf)(reading.tree, node));
  }
}
function isKeptAsText(module2, binding) {
  const isPostponed = module2.nodesOf(import_shared.Kind.future_import_statement).some((node) => /\bannotations\b/.test((0, import_shared.textOf)(module2.tree, node)));
  return isPostponed && unevaluatedOf(module2, binding).length > 0 || stringsThatMean(module2, binding).length > 0;
}
function modulesWithin(world, module2) {
  const name = lastPartOf(module2);
  const isAlone2 = world.pathsNaming(name).every((path2) => path2 === module2.path);
  if (!isAlone2 || isConftest2(module2)) return "project";
  return /* @__PURE__ */ new Set([...importedBy(world.project, [module2]), ...runnersIn(world)]);
}
var readersIn2 = rememberedOfAll((world) => {
  const modules = new Set(READERS2.flatMap((word) => world.modulesWith(word)));
  return [...modules].flatMap(
    (module2) => [...signaturesReadIn(module2), ...fieldsReadIn(module2)].map((node) => ({ module: module2, node }))
  );
});
var READERS2 = "__annotations__ get_annotations signature Signature getfullargspec getargspec formatargspec fields fields_dict __dataclass_fields__ __attrs_attrs__".split(" ");
var BLIND = /autospec$|^(?:get_type_hints|getcallargs|__wrapped__|__kwdefaults__)$/;
function signaturesReadIn(module2) {
  return observersOf(module2).flatMap(
    ({ kind, shown, node }) => kind === "signature" && !BLIND.test(shown) ? [node] : []
  );
}
function fieldsReadIn({ tree, imports, nodesOf: nodesOf2 }) {
  const attributes = nodesOf2(import_shared.Kind.identifier).filter((node) => (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute);
  if (!attributes.some((node) => (0, import_shared.textOf)(tree, node) === "type")) return [];
  const isFields = (node) => /^(?:dataclasses|attrs?)\.fields(?:_dict)?$|\.__(?:dataclass_fields|attrs_attrs)__$/.test(
    imports.originOf((0, import_shared.textOf)(tree, node))
  );
  return [...nodesOf2(import_shared.Kind.identifier), ...nodesOf2(import_shared.Kind.attribute)].filter(isFields);
}
function mayUseDocstring(world, module2, definition) {
  return readsDocstringOf(world, definition) || unknownDecorators(module2, definition, () => false).next().done !== true || isHandedOn2(world, module2, definition);
}
function readsDocstringOf(world, definition) {
  return readersOfDocstrings(world).some(
    (read2) => read2 === "any" || read2.kind === "unknown" || isFunction(read2, definition)
  );
}
var isFunction = (value, definition) => value.kind === "function" && value.definition === definition;
var readersOfDocstrings = rememberedOfAll((world) => {
  const asked2 = Object.entries(READERS3).some(
    ([word, pattern]) => world.pathsWith(word).some((path2) => pattern.test(world.project.text(path2) ?? ""))
  );
  return asked2 ? ["any"] : world.modulesWith("__doc__").flatMap((module2) => readIn(world, module2));
});
var READERS3 = {
  getdoc: /\bgetdoc\b/,
  pydoc: /\bpydoc\b/,
  help: /(?<![\w.]|\bdef )help\s*\(/,
  shortDescription: /\bshortDescription\b/,
  _testMethodDoc: /\b_testMethodDoc\b/,
  cmd: /\bimport cmd\b|\bfrom cmd import\b/,
  cmd2: /\bimport cmd2\b|\bfrom cmd2[\w.]* import\b/,
  fire: /\bimport fire\b|\bfrom fire[\w.]* import\b/,
  yacc: /\byacc\b/
};
function readIn(world, module2) {
  const { tree } = module2;
  const named2 = literalsWith(module2, "__doc__").some(({ isDocstring }) => !isDocstring);
  const attributes = Array.from(module2.nodesOf(import_shared.Kind.identifier)).flatMap((node) => {
    if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute || (0, import_shared.textOf)(tree, node) !== "__doc__") return [];
    const attribute2 = (0, import_shared.parentOf)(tree, node);
    const isStored5 = (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, attribute2)) === import_shared.Kind.assignment && (0, import_shared.fieldOf)(tree, attribute2) === import_shared.Field.left;
    return isStored5 ? [] : [valueOf(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object))];
  });
  return named2 ? ["any", ...attributes] : attributes;
}
function* mentionsInProse(world, module2, binding, newName, occurrences) {
  const owner = functionOf(module2, binding);
  if (owner === void 0) return;
  const { name } = binding;
  const texts = [...commentsOf(module2, owner), ...docstringsOf(world, module2, owner)];
  const mentions = texts.flatMap(
    (prose) => wordOffsetsIn(prose.text, name).map((offset) => ({ prose, offset }))
  );
  if (mentions.length === 0) return;
  const follows = isUnmistakable(name) && texts.every(({ text }) => wordOffsetsIn(text, newName).length === 0) && isOnlyMeaning(module2, owner, name, occurrences);
  const documented = readsDocstringOf(world, owner) ? /* @__PURE__ */ new Set() : documentedStarts(module2, owner, binding);
  for (const { prose, offset } of mentions) {
    const start = prose.start + offset;
    const mayFollow = follows && prose.mayFollow() && isPlainMention(prose.text, offset, name);
    if (mayFollow || documented.has(start)) yield edit(module2, { start, end: start + name.length }, newName);
    else yield leave(module2, start);
  }
}
function functionOf(module2, { scope }) {
  const definition = module2.definitions.find(({ node }) => node === scope.node);
  return scope.kind === "function" && definition?.kind === "function" ? definition : void 0;
}
function isUnmistakable(name) {
  return /[\p{L}\d]_+[\p{L}\d]|\d|\p{Ll}\p{Lu}/u.test(name);
}
function isOnlyMeaning(module2, { span }, name, occurrences) {
  const { tree } = module2;
  const own2 = new Set(occurrences.map(({ start }) => start));
  const isInside3 = (offset) => span.start <= offset && offset < span.end;
  const isOther3 = module2.nodesOf(import_shared.Kind.identifier).some(
    (node) => isInside3((0, import_shared.startOf)(tree, node)) && !own2.has((0, import_shared.startOf)(tree, node)) && (0, import_shared.textOf)(tree, node) === name
  );
  const isString = literalsWith(module2, name).some(
    (literal) => !literal.isDocstring && isInside3(literalStart(module2, literal))
  );
  return !isOther3 && !isString && module2.bindings.lookup(module2.bindings.module, name) === void 0;
}
function isPlainMention(text, offset, name) {
  const [before, after] = [text.slice(0, offset), text.slice(offset + name.length)];
  return !/[./\\@%$'"{<:-]$|%\($/.test(before) && !/^[/\\'"}>-]/.test(after);
}
function commentsOf(module2, { span }) {
  const last = module2.positionAt(span.end).line;
  return module2.comments.filter(
    (comment) => comment.span.start >= span.start && (comment.span.start < span.end || isOn(comment, last))
  ).map((comment) => ({
    text: comment.text,
    start: comment.span.start,
    mayFollow: () => !comment.isPragma && !/#\s*(?:type|noqa|pylint|pragma|fmt|proctor)\b/.test(comment.text)
  }));
}
var isOn = ({ line }, last) => line === last;
function docstringsOf(world, module2, owner) {
  const docstring = docstringOf(module2, owner);
  if (docstring === void 0) return [];
  const { text, start } = docstring;
  const isPlain3 = !text.includes(">>>") && !text.includes("\\");
  return [{ text, start, mayFollow: () => isPlain3 && !mayUseDocstring(world, module2, owner) }];
}
function docstringOf({ docstrings }, owner) {
  return docstrings.find(({ definition }) => definition === owner);
}
function documentedStarts(module2, owner, binding) {
  const docstring = docstringOf(module2, owner);
  if (docstring === void 0 || binding.kind !== "parameter") return /* @__PURE__ */ new Set();
  return new Set(
    (0, import_shared.documentedParametersOf)(docstring).flatMap(
      ({ name, span }) => name === binding.name ? [span.start] : []
    )
  );
}
function onlookersOf(world, module2) {
  if (!world.project.isWhole || module2.model.tests.length > 0 && !isConftest2(module2)) return [];
  return filesNaming(world, module2.path);
}
var filesNaming = rememberedOf((world, path2) => {
  const names3 = moduleNameOf(path2).split(".").slice(-2);
  const paths = new Set(names3.flatMap((name) => world.pathsNaming(name)));
  return [...paths].filter((other) => other !== path2 && isPython(other));
});
function nestedElsewhere(world, module2, name) {
  return messagesElsewhere(
    world,
    module2,
    name,
    (other, node, isAlone2) => asksForText(other, node, !isAlone2) || names2(other, node, SPECIAL_NAME)
  );
}
function unboundElsewhere(world, module2, name) {
  return messagesElsewhere(
    world,
    module2,
    name,
    (other, node, _isAlone, around) => asksForText(other, node, false) && names2(other, around, NAME_ERRORS)
  );
}
function* messagesElsewhere(world, module2, name, isAsking2) {
  const holding = new Set(world.project.isWhole ? world.pathsWith(name) : []);
  for (const path2 of onlookersOf(world, module2)) {
    const text = holding.has(path2) ? world.project.text(path2) ?? "" : "";
    const other = MAY_ASK.test(text) ? world.project.module(path2) : void 0;
    const found = other === void 0 ? void 0 : literalsWith(other, name).find((literal) => isTelling(other, literal));
    if (other !== void 0 && found !== void 0)
      yield refuse("source-text", shownOf(other, found.node), other, literalStart(other, found));
  }
  function isTelling(other, literal) {
    const around = outermostFunctionAt(other, literalStart(other, literal));
    if (around === void 0) return false;
    const expression = outermostExpressionAt(other, literal.node);
    return Array.from(partsOf(name, literal)).some(
      ({ kind, isAlone: isAlone2 }) => kind === "whole" && isAsking2(other, isAlone2 ? expression : around.node, isAlone2, around.node)
    );
  }
}
var MAY_ASK = /Error|Exception|match|raises|warns|repr|str|ascii|format|__name__|__qualname__|caplog|capsys|capfd|stderr/;
var SPECIAL_NAME = /^__(?:qual)?name__$/;
var NAME_ERRORS = /^(?:NameError|UnboundLocalError|(?:Base)?Exception)$/;
function names2({ tree, nodesOf: nodesOf2 }, node, word) {
  return nodesOf2(import_shared.Kind.identifier).some(
    (identifier) => (0, import_shared.contains)(tree, node, identifier) && word.test((0, import_shared.textOf)(tree, identifier))
  );
}
function* quotedLines(world, module2, binding) {
  const lines = linesWith(module2, binding);
  for (const other of modulesQuoting(world, module2)) {
    const found = piecesOf(other).find(({ text }) => lines.some((line) => isQuoted(line, text)));
    if (found === void 0) continue;
    const { literal } = found;
    yield refuse("source-text", shownOf(other, literal.node), other, literalStart(other, literal));
  }
}
function linesWith(module2, binding) {
  const { text } = module2;
  const names3 = /* @__PURE__ */ new Map();
  for (const { start, end } of occurrencesOf(module2, binding)) {
    const first = text.lastIndexOf("\n", start - 1) + 1;
    names3.set(first, [...names3.get(first) ?? [], [start - first, end - first]]);
  }
  return Array.from(names3, ([first, places3]) => {
    const end = text.indexOf("\n", first);
    return { text: text.slice(first, end === -1 ? void 0 : end), names: places3 };
  });
}
var SHORTEST2 = 3;
function isQuoted({ text, names: names3 }, piece) {
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    const past = at + piece.length;
    const isOverlapping2 = names3.some(
      ([start, end]) => Math.min(end, past) - Math.max(start, at) >= Math.min(SHORTEST2, end - start)
    );
    if (isOverlapping2) return true;
  }
  return false;
}
function* modulesQuoting(world, module2) {
  const { project } = world;
  const conftests = conftestsAbove(project, module2.path);
  const near = /* @__PURE__ */ new Set([module2, ...conftests, ...pluginsOf(project, conftests)]);
  for (const other of near) if (QUOTING.test(other.text)) yield other;
  for (const path2 of onlookersOf(world, module2)) {
    const other = QUOTING.test(project.text(path2) ?? "") ? project.module(path2) : void 0;
    if (other !== void 0 && !near.has(other)) yield other;
  }
}
var QUOTING = /\b(?:traceback|format_exc|format_exception|format_tb|extract_tb|extract_stack|TracebackException|caplog|assertLogs|stderr|capsys|capfd|readouterr|longrepr\w*|getrepr|getsource|getsourcelines|pytester|testdir)\b|\.statement\b/;
var known17 = /* @__PURE__ */ new WeakMap();
function piecesOf(module2) {
  const present = known17.get(module2);
  if (present !== void 0) return present;
  const pieces = literalsOf(module2).flatMap(
    (literal) => literal.isDocstring ? [] : piecesIn(literal.value).map((text) => ({ text, literal }))
  );
  known17.set(module2, pieces);
  return pieces;
}
function piecesIn(value) {
  const written = value.split(/[\n\ufffc]/);
  const matched = written.flatMap(
    (line) => line.split(WILDCARD2).map((part) => part.replace(/\\(\W)/g, "$1").replace(/^\^|\$$/g, ""))
  );
  const pieces = [...written, ...matched].map((piece) => piece.trim());
  return [...new Set(pieces)].filter((piece) => /\w{3}/.test(piece) && /\W/.test(piece));
}
var WILDCARD2 = /(?<!\\)\.[*+?]+|\\[a-zA-Z][*+?]*/;
function* quotedVariable(world, module2, binding) {
  yield* quotedSource(
    module2,
    binding.name,
    () => dealsInSource(module2) || expectsAnyError(module2) && mayBeUnbound(module2, binding)
  );
  if (!mayBeUnbound(module2, binding)) return;
  yield* quotedWhenUnbound(module2);
  yield* unboundElsewhere(world, module2, binding.name);
}
function* quotedWhenUnbound(module2) {
  const { tree } = module2;
  const block = module2.raisesBlocks.find(
    ({ exceptions, alias, call }) => exceptions.some(isOfNames) && (alias !== import_shared.NO_NODE || (0, import_shared.argumentsOf)(tree, call).length > 1)
  );
  if (block !== void 0)
    yield refuse("source-text", shownOf(module2, block.call), module2, (0, import_shared.startOf)(tree, block.call));
}
function quotedParameter(module2, name) {
  return quotedSource(
    module2,
    name,
    () => dealsInSource(module2) || expectsAnyError(module2) || hasIdentifier(module2, "TypeError")
  );
}
function* quotedSource(module2, name, isDealing) {
  const literal = literalsWith(module2, name).find(({ isDocstring }) => !isDocstring);
  if (literal === void 0 || !isDealing()) return;
  yield refuse("source-text", `a string with \`${name}\``, module2, literalStart(module2, literal));
}
var hasIdentifier = ({ tree, nodesOf: nodesOf2 }, name) => nodesOf2(import_shared.Kind.identifier).some((node) => (0, import_shared.textOf)(tree, node) === name);
var dealing = /* @__PURE__ */ new WeakMap();
function dealsInSource(module2) {
  const present = dealing.get(module2);
  if (present !== void 0) return present;
  const found = module2.nodesOf(import_shared.Kind.identifier).some((node) => SOURCE_DEALERS.has((0, import_shared.textOf)(module2.tree, node)) || logsTraceback(module2, node));
  dealing.set(module2, found);
  return found;
}
var SOURCE_DEALERS = new Set(
  "traceback format_exc print_exc format_exception print_exception format_tb print_tb extract_tb extract_stack format_stack TracebackException exc_info tblib AssertionError NameError UnboundLocalError __file__ getrepr testdir pytester runpytest runpytest_subprocess makepyfile faulthandler __cause__ showwarning formatwarning excepthook __excepthook__ unraisablehook last_traceback TextTestRunner TextTestResult TestResult TestSuite TestLoader defaultTestLoader runTest failures".split(" ")
);
function expectsAnyError({ raisesBlocks, handlers }) {
  return raisesBlocks.some(({ exceptions }) => exceptions.some(isAny)) || handlers.some(({ alias, exceptions }) => alias !== import_shared.NO_NODE && exceptions.some(isAny));
}
var isOfNames = (exception) => /^(?:NameError|UnboundLocalError)$/.test(exception);
var isAny = (exception) => /(?:^|\.)(?:Base)?Exception$/.test(exception);
function mayBeUnbound(module2, { definitions, references, scope }) {
  const { tree } = module2;
  const [first] = definitions;
  if (first === void 0 || scope.kind !== "function") return false;
  const statement = (0, import_shared.statementAround)(tree, first.node);
  const isBoundFirst = binders.has((0, import_shared.kindOf)(tree, statement)) && (0, import_shared.kindOf)(tree, statement + 1) !== import_shared.Kind.augmented_assignment && (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, statement)) === scope.node && references.every(({ start, node }) => start > first.start && !(0, import_shared.contains)(tree, statement, node));
  return !isBoundFirst || definitions.some(({ node }) => isUnbinding(module2, node));
}
var binders = /* @__PURE__ */ new Set([
  import_shared.Kind.expression_statement,
  import_shared.Kind.import_statement,
  import_shared.Kind.import_from_statement
]);
function isUnbinding({ tree }, node) {
  const statement = (0, import_shared.statementAround)(tree, node);
  if ((0, import_shared.kindOf)(tree, statement) === import_shared.Kind.delete_statement) return true;
  for (let outer = (0, import_shared.parentOf)(tree, node); outer > statement; outer = (0, import_shared.parentOf)(tree, outer)) {
    if ((0, import_shared.kindOf)(tree, outer) === import_shared.Kind.except_clause) return true;
  }
  return false;
}
function* seenElsewhere(world, module2, name) {
  const { project } = world;
  const holding = new Set(project.isWhole ? world.pathsWith(name) : []);
  for (const path2 of onlookersOf(world, module2)) {
    if (!holding.has(path2)) continue;
    const looking = [
      ...lookingIn(world, module2, path2, LOOKING2),
      ...filesNamedBy(project, path2).flatMap((one) => lookingIn(world, module2, one, PRINTING))
    ];
    const other = looking.length === 0 ? void 0 : project.module(path2);
    const literals = other === void 0 ? [] : literalsWith(other, name).filter((one) => !one.isDocstring);
    const isTest2 = other !== void 0 && (other.model.tests.length > 0 || isConftest2(other));
    const found = looking.find((one) => literals.some((literal) => isTest2 || isBeside(one, literal)));
    if (found !== void 0)
      yield refuse(
        found.observer.kind === "frame" ? "frame" : "code-object",
        found.observer.shown,
        found.module,
        (0, import_shared.startOf)(found.module.tree, found.observer.node)
      );
  }
  function isBeside({ module: other, observer }, literal) {
    const around = outermostFunctionAt(other, (0, import_shared.startOf)(other.tree, observer.node));
    return around !== void 0 && literalsWith(other, name).includes(literal) && (0, import_shared.contains)(other.tree, around.node, literal.node);
  }
}
function lookingIn({ project }, module2, path2, by) {
  if (path2 === module2.path || !by.test(project.text(path2) ?? "")) return [];
  const other = project.module(path2);
  if (other === void 0) return [];
  return observersOf(other).filter(({ kind, shown }) => (kind === "frame" || kind === "code-object") && by.test(shown)).map((observer) => ({ module: other, observer }));
}
var LOOKING2 = /\b(?:f_locals|locals|getargvalues|get(?:generator|coroutine|asyncgen)locals|capture_locals|showlocals|settrace|setprofile|co_(?:varnames|names|freevars|cellvars)|getclosurevars|dis|Bytecode)\b/;
var PRINTING = /\b(?:capture_locals|showlocals)\b/;
function* sightingsOf(module2, binding, newName, occurrences) {
  yield* printedNames(module2, occurrences);
  const seeing = scopesOf(module2, binding, occurrences);
  for (const observer of observersOf(module2)) {
    if (!sees(observer, binding, seeing)) continue;
    const words2 = observer.kind === "signature" ? ownersOf(module2, binding) : [binding.name, newName];
    if (isHarmlessFor(observer, ...words2)) continue;
    yield refuse(codeOf2(observer), observer.shown, module2, (0, import_shared.startOf)(module2.tree, observer.node));
  }
}
function ownersOf({ path: path2, definitions }, { scope }) {
  const owner = definitions.find(({ node }) => node === scope.node);
  const [name = ""] = moduleNameOf(path2).split(".").slice(-1);
  return [name, ...owner?.qualifiedName.split(".") ?? []];
}
function* printedNames(module2, occurrences) {
  const { tree } = module2;
  for (const { node, start } of occurrences) {
    for (let outer = (0, import_shared.parentOf)(tree, node); outer !== import_shared.NO_NODE; outer = (0, import_shared.parentOf)(tree, outer)) {
      if ((0, import_shared.kindOf)(tree, outer) !== import_shared.Kind.interpolation || !isPrinted(module2, outer, node)) continue;
      yield refuse("printed-name", (0, import_shared.textOf)(tree, outer), module2, start);
      break;
    }
  }
}
function isPrinted({ tree }, interpolation, node) {
  const equals = (0, import_shared.childrenOf)(tree, interpolation).find((child) => (0, import_shared.kindOf)(tree, child) === import_shared.Kind["="]);
  if (equals !== void 0 && node < equals) return true;
  const prefix = (0, import_shared.textOf)(tree, (0, import_shared.parentOf)(tree, interpolation) + 1);
  return /^r?t/i.test(prefix);
}
function scopesOf({ bindings }, binding, occurrences) {
  return /* @__PURE__ */ new Set([
    binding.scope,
    ...binding.symbols.map(({ scope }) => scope),
    ...occurrences.map(({ node }) => bindings.scopeOf(node))
  ]);
}
function sees({ kind, scope }, binding, seeing) {
  const isGlobal = binding.scope.kind === "module";
  switch (kind) {
    case "frame":
    case "code-object":
    case "source-text":
      return true;
    case "signature":
      return binding.kind === "parameter";
    case "namespace":
      return isGlobal;
    case "dynamic-code":
      return isGlobal || scope === void 0 || isSeenFrom(scope, seeing);
    case "locals":
      return scope === void 0 || (isGlobal ? scope === binding.scope : isSeenFrom(scope, seeing));
  }
}
function isSeenFrom(scope, seeing) {
  if (seeing.has(scope)) return true;
  return scope.kind === "comprehension" && scope.parent !== void 0 && isSeenFrom(scope.parent, seeing);
}
function codeOf2({ kind }) {
  return kind === "signature" ? "code-object" : kind;
}
function* renameLocal(world, module2, binding, newName) {
  const unaliased = unaliasedImportOf(module2, binding);
  if (unaliased !== void 0)
    yield refuse("import-without-alias", module2.textOf(unaliased.node), module2, unaliased.start);
  yield* renameInModule(world, module2, binding, newName);
  yield* quotedVariable(world, module2, binding);
  yield* quotedLines(world, module2, binding);
  yield* seenElsewhere(world, module2, binding.name);
  yield* readAsText(world, module2, binding);
  yield* helpersThatSee(world, module2, binding);
  for (const definition of definitionsOf(module2, binding)) {
    yield* toldNames2(world, module2, binding, definition);
    yield* namesInStrings(module2, binding.name);
    yield* nestedElsewhere(world, module2, binding.name);
    yield* partsInMessages(
      module2,
      binding.name,
      binding.references.map(({ node }) => node)
    );
    if (definition.kind === "class") yield* privateNames(module2, definition);
  }
}
function* renameInModule(world, module2, binding, newName) {
  if (isSpecial(binding.name)) yield decline("special-name", `\`${binding.name}\``);
  const occurrences = occurrencesOf(module2, binding);
  yield* privateTypeParameter(module2, binding, occurrences);
  yield* ambiguousReads(module2, binding);
  yield* collisionsOf(module2, binding, newName, occurrences);
  yield* sightingsOf(module2, binding, newName, occurrences);
  yield* functionalNames(module2, binding);
  for (const occurrence of occurrences) yield edit(module2, occurrence, newName);
  yield* annotationsOf(module2, binding, newName);
  yield* mentionsInProse(world, module2, binding, newName, occurrences);
}
function* privateTypeParameter(module2, { scope, name }, [first]) {
  if (scope.kind !== "type-parameters" || first === void 0) return;
  const written = module2.text.slice(first.start, first.end);
  if (written.startsWith("__") && written.normalize("NFKC") !== name)
    yield refuse("mangled", `type parameter \`${written}\``, module2, first.start);
}
function* ambiguousReads(module2, binding) {
  const { certain, uncertain } = readsThroughClasses2(module2, binding);
  for (const read2 of uncertain) yield refuse("two-meanings", `\`${binding.name}\``, module2, read2.start);
  for (const read2 of certain) {
    if (binding.definitions.some(({ start }) => start === read2.start))
      yield refuse("two-meanings", `\`${binding.name}\``, module2, read2.start);
  }
  if (binding.scope.kind !== "class") return;
  const [isGlobal, isEnclosed] = [hasGlobal(module2, binding.name), isBoundAround(module2, binding)];
  for (const symbol of classSymbolsOf(module2, binding.name)) {
    if (symbol.binding !== binding) continue;
    for (const read2 of symbol.references) {
      const provenance = provenanceIn(module2, symbol, read2);
      if (provenance === "either" && isGlobal || provenance !== "class" && isEnclosed)
        yield refuse("two-meanings", `\`${binding.name}\``, module2, read2.start);
    }
  }
}
function isBoundAround({ bindings }, { name, scope }) {
  const around = scope.parent && bindings.lookup(scope.parent, name);
  return around !== void 0 && around.scope.kind !== "module";
}
function hasGlobal({ bindings, nodesOf: nodesOf2 }, name) {
  return builtins.has(name) || bindings.lookup(bindings.module, name) !== void 0 || nodesOf2(import_shared.Kind.wildcard_import).length > 0;
}
function* renameMember(world, owner, name, newName) {
  if (!world.project.isWhole) yield decline("single-file", `\`${name}\` of class ${owner.definition.name}`);
  if (newName === "keys") yield decline("special-name", "`keys`");
  for (const either of [name, newName]) {
    if (isSpecialMember(either)) yield decline("special-name", `\`${either}\``);
    if (either.startsWith("__") || isMangled(owner, either)) yield decline("mangled", `\`${either}\``);
  }
  const family = familyOf(world, owner, name);
  yield* objectionsToBases(world, family, name, newName);
  yield* objectionsToClasses(world, family, name);
  yield* takenIn(world, family, newName);
  for (const { module: module2, definition } of family.related.values())
    yield { step: "claim", claim: `${module2.path}:${definition.nameSpan.start}:${newName}` };
  let isDefined = false;
  for (const reference of memberReferencesTo(world, family, name, newName)) {
    switch (reference.kind) {
      case "objection":
      case "unknown":
        yield reference.objection;
        break;
      case "variable":
        isDefined = true;
        yield* objectionsToFile(reference.module);
        yield* renameInModule(world, reference.module, reference.binding, newName);
        yield* newTests(world, reference.module, reference.binding, newName);
        for (const definition of definitionsOf(reference.module, reference.binding)) {
          yield* unknownDecorators(
            reference.module,
            definition,
            ({ name: decorator }) => isOwnAccessor(decorator, name)
          );
          yield* namesInLogs(world, reference.module, definition);
          yield* namesOfFrames(world, definition);
          yield* computedFromNames(world, reference.module, definition);
          if (definition.kind === "class") yield* privateNames(reference.module, definition);
        }
        break;
      case "attribute":
        isDefined ||= isStored4(reference.module, reference.node);
        yield* partsInMessages(reference.module, name, [reference.node]);
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
        break;
      case "text":
        yield* partsInMessages(reference.module, name, [(0, import_shared.nodeAt)(reference.module.tree, reference.span.start)]);
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
    }
  }
  if (!isDefined) yield decline("not-ours", `\`${name}\` is defined nowhere in the project`);
  const isOther3 = (module2, object) => isCertainlyOther(world, family, module2, object);
  yield* composedNames(world, name, isOther3);
  for (const { module: module2, node, object } of askedNames(world, newName)) {
    if (!isOther3(module2, object))
      yield refuse("capture", shownOf(module2, node), module2, (0, import_shared.startOf)(module2.tree, node));
  }
  for (const collected of [...family.related.values()].filter(isCollected2))
    yield* namesListedOfClasses(world, collected.module);
  yield* protocolsWith(world, name, newName);
  yield* escapesOf(world, family, name);
  yield* printsInto(world, family, name);
}
var isMangled = ({ definition }, name) => name.startsWith(`_${definition.name.replace(/^_+/, "")}__`);
var isOwnAccessor = (decorator, name) => new RegExp(`^(?:.+\\.)?${name}\\.(?:setter|getter|deleter)$`).test(decorator);
function isStored4({ tree }, attribute2) {
  const parent = (0, import_shared.parentOf)(tree, attribute2);
  const kind = (0, import_shared.kindOf)(tree, parent);
  if (kind === import_shared.Kind.assignment || kind === import_shared.Kind.augmented_assignment)
    return (0, import_shared.fieldOf)(tree, attribute2) === import_shared.Field.left;
  return kind === import_shared.Kind.pattern_list || kind === import_shared.Kind.tuple_pattern || kind === import_shared.Kind.list_pattern || kind === import_shared.Kind.as_pattern_target || kind === import_shared.Kind.for_statement && (0, import_shared.fieldOf)(tree, attribute2) === import_shared.Field.left;
}
function* objectionsToBases(world, family, name, newName) {
  for (const { base, of } of family.others) {
    const { module: module2, definition } = of;
    const place = definition.nameSpan.start;
    const known18 = base.kind === "foreign" ? attributesOfForeignClass(base.origin) ?? attributesBesideMethods(world, base.origin, family, name, newName) : void 0;
    const shown = base.kind === "foreign" ? base.origin : shownOf(module2, base.node);
    if (known18 === void 0) {
      const code2 = base.kind === "foreign" ? codeOfForeignBase(base.origin) : "unknown-base";
      const found = code2 === "unknown-base" ? unknownBase(world, base, of, name) : `class ${definition.name}(${shown})`;
      yield refuse(code2, found, module2, place);
    } else if (known18.has(name)) yield refuse("framework-method", `\`${name}\` of ${shown}`, module2, place);
    else if (newName !== void 0 && known18.has(newName))
      yield refuse("member-exists", `\`${newName}\` of ${shown}`, module2, place);
  }
}
function unknownBase(world, base, { module: module2, definition }, name) {
  const shown = base.kind === "foreign" ? base.origin : originOf2(module2, base.node);
  const isForeign = base.kind === "foreign" ? !shown.startsWith("builtins.") : isMissing(world, module2, shown);
  const because = `\`${shown}\` is not ${isForeign ? "in this repository" : "known"}`;
  return `${because} and may use \`${name}\` too: base of class ${definition.name}`;
}
function originOf2(module2, node) {
  const dotted = (0, import_shared.dottedNameOf)(module2.tree, node);
  return dotted === void 0 ? shownOf(module2, node) : module2.imports.originOf(dotted);
}
function isMissing({ project }, module2, dotted) {
  const [, dots = "", rest = ""] = /^(\.*)([\w.]+)$/s.exec(dotted) ?? [];
  const parts = rest.split(".").slice(0, -1);
  if (parts.length === 0) return false;
  const { to } = linkOf(project, module2, dots + parts.join("."));
  return to === "elsewhere" || to === "folder";
}
function codeOfForeignBase(origin) {
  if (/^typing(?:_extensions)?\.Protocol$/.test(origin)) return "interface";
  return /(?:^|\.)(?:NamedTuple|TypedDict|(?:Int|Str)?(?:Enum|Flag)|Structure|Union|BaseModel|Model|Schema|Serializer)$/.test(
    origin
  ) ? "data-member" : "unknown-base";
}
var INTERCEPTORS = new Set(
  "__getattr__ __getattribute__ __setattr__ __delattr__ __dir__ __getstate__ __setstate__ __reduce__ __reduce_ex__".split(
    " "
  )
);
function* objectionsToClasses(world, family, name) {
  for (const { module: module2, definition } of family.related.values()) {
    const { tree } = module2;
    for (const keyword of classKeywordsOf(module2, definition))
      yield refuse("data-member", shownOf(module2, keyword), module2, (0, import_shared.startOf)(tree, keyword));
    for (const method of methodsOf3(module2, definition)) {
      if (INTERCEPTORS.has(method.name) || method.name === "__init_subclass__")
        yield refuse("dynamic-attribute", method.name, module2, method.nameSpan.start);
      const isAbstract = method.decorators.some((decorator) => /(?:^|\.)abstract\w+$/.test(decorator.name));
      if (method.name === name && isAbstract)
        yield refuse("interface", `\`${name}\``, module2, method.nameSpan.start);
    }
    yield* unknownDecorators(module2, definition, () => false);
    yield* dataMembers(world, { module: module2, definition }, name);
  }
}
function methodsOf3({ definitions }, owner) {
  return definitions.filter(({ enclosing, kind }) => enclosing === owner && kind === "function");
}
function* dataMembers(world, { module: module2, definition }, name) {
  const { tree } = module2;
  const binding = classVariableOf(module2, definition, name);
  if (binding === void 0) return;
  const isData = definition.decorators.some(
    (decorator) => /^(?:dataclasses|attrs?)\.|(?:^|\.)dataclass$/.test(module2.imports.originOf(decorator.name))
  );
  for (const { node, start } of binding.definitions) {
    if (definitionsOf(module2, binding).some(({ nameSpan }) => nameSpan.start === start)) continue;
    if (isData) yield refuse("data-member", `class ${definition.name}`, module2, start);
    const value = (0, import_shared.valueGivenTo)(tree, node);
    if (value === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, value) !== import_shared.Kind.call) continue;
    const made = valueOf(world, module2, value);
    const isPlain3 = made.kind === "foreign-instance" || made.kind === "instance" && !hasSetName(made.class);
    if (!isPlain3 && !/^(?:property|staticmethod|classmethod|\w*Mock)$/.test((0, import_shared.calledNameOf)(tree, value)))
      yield refuse("data-member", shownOf(module2, value), module2, start);
  }
}
function hasSetName({ module: module2, definition }) {
  return methodsOf3(module2, definition).some(({ name }) => name === "__set_name__");
}
function* takenIn(world, family, newName) {
  for (const { module: module2, definition } of family.related.values()) {
    const taken = classVariableOf(module2, definition, newName);
    if (taken !== void 0)
      yield refuse("member-exists", `\`${newName}\``, module2, taken.definitions[0]?.start ?? 0);
  }
  for (const module2 of world.modulesWith(newName)) {
    for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
      if ((0, import_shared.fieldOf)(module2.tree, node) !== import_shared.Field.attribute || (0, import_shared.textOf)(module2.tree, node) !== newName) continue;
      if (!isTakenAt(world, family, module2, (0, import_shared.parentOf)(module2.tree, node))) continue;
      yield refuse(
        "member-exists",
        shownOf(module2, (0, import_shared.parentOf)(module2.tree, node)),
        module2,
        (0, import_shared.startOf)(module2.tree, node)
      );
    }
  }
}
function isTakenAt(world, family, module2, attribute2) {
  const object = (0, import_shared.childIn)(module2.tree, attribute2, import_shared.Field.object);
  const value = resolvedValueOf(world, module2, object);
  if (value.kind === "class" || value.kind === "instance" || value.kind === "super")
    return family.related.has(value.class.definition);
  return value.kind === "unknown" && isStored4(module2, attribute2) && !isCertainlyOther(world, family, module2, object);
}
function testOf({ model }, definition) {
  return model.tests.find((test) => test.definition === definition);
}
function* objectionsToTest(world, module2, test, newName) {
  yield* objectionsToId(world, module2, test.name, newName);
  yield* deselected(world, module2, test.definition, newName);
  yield* foldersNamed(module2, test.definition);
  for (const conftest of surroundingsOf(world, module2).own)
    if (conftest !== module2) yield* foldersNamed(conftest, test.definition);
  if (test.testClass === void 0) return;
  yield* idsOfLoaded(world, module2);
  const owner = { module: module2, definition: test.testClass.definition };
  for (const { base, of } of ancestryOf(world, owner).others) {
    if (base.kind === "foreign" && /^(?:unittest\.|builtins\.object$|abc\.ABC$)/.test(base.origin)) continue;
    yield refuse(
      "unknown-base",
      unknownBase(world, base, of, test.name),
      of.module,
      of.definition.nameSpan.start
    );
  }
  for (const other of familyOf(world, owner, test.name).members.values()) {
    const isOther3 = other.definition !== owner.definition && classVariableOf(other.module, other.definition, test.name) !== void 0;
    if (isOther3)
      yield refuse(
        "shared-method",
        `class ${other.definition.name}`,
        other.module,
        other.definition.nameSpan.start
      );
  }
  if (test.testClass.framework === "unittest") yield* order(module2, test, newName);
}
function* objectionsToTestClass(world, module2, definition, newName) {
  const { model } = module2;
  const testClass = model.classes.find((one) => one.definition === definition);
  if (testClass === void 0) return;
  yield* objectionsToId(world, module2, definition.name, newName);
  yield* ownObjectsAsText(world, { module: module2, definition });
  yield* deselected(world, module2, definition, newName);
  yield* idsOfLoaded(world, module2);
  if (testClass.framework === "unittest") yield* classOrder(module2, definition, newName);
}
function* objectionsToId(world, module2, name, newName) {
  yield* readersOfTests(world, module2);
  yield* namedFiles(world, name);
  yield* selections(world, name, newName);
}
function* selections(world, name, newName) {
  const settings = world.project.files.filter((path2) => SETTINGS2.test(path2));
  for (const path2 of /* @__PURE__ */ new Set([...world.pathsNaming("k"), ...settings])) {
    const lines = (world.project.text(path2) ?? "").split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const [, rest] = /(?<![\w-])-k[\s"'=,]*(.*)$/.exec(line) ?? [];
      const expression = rest === "" ? lines[index + 1] ?? "" : rest ?? "";
      const words2 = [
        ...Array.from(expression.matchAll(/\w+/g), ([word]) => word.toLowerCase()),
        ...COMPOSED.test(`${line}${rest === "" ? expression : ""}`) ? wordsComposed(world, path2) : []
      ];
      const isOther3 = (word) => name.toLowerCase().includes(word) !== newName.toLowerCase().includes(word);
      if (words2.some(isOther3)) yield refuseAt("test-id", line.trim().slice(0, 40), path2, index + 1);
    }
  }
}
var COMPOSED = /(?<![\w-])-k(?: ?["']\s*[,+]\s*(?:[^"'\s]|(["'])[^"']*\1\s*[.%+])|[^"']*\{)/;
function wordsComposed(world, path2) {
  const module2 = isPython(path2) ? world.project.module(path2) : void 0;
  if (module2 === void 0) return [];
  return literalsOf(module2).flatMap(
    ({ value, isDocstring }) => isDocstring ? [] : Array.from(value.matchAll(/[a-z]\w{2,}/gi), ([word]) => word.toLowerCase())
  );
}
var SETTINGS2 = /(?:\.ini|\.cfg|\.toml|\.sh|\.ya?ml|(?:^|\/)Makefile)$/;
function* readersOfTests(world, module2) {
  yield* readIds(world, module2);
  yield* namesReadOfTests(world, module2);
  yield* testsAsText(world, module2);
}
function* readIds(world, module2) {
  const { own: own2, told, all } = surroundingsOf(world, module2);
  for (const other of all) {
    const { tree } = other;
    const hasItems = other.model.hooks.some(({ name }) => ITEM_HOOKS.test(name));
    for (const node of other.nodesOf(import_shared.Kind.identifier)) {
      const word = (0, import_shared.textOf)(tree, node);
      const isId = ID_WORDS.has(word) && (own2.has(other) || OF_TESTS_ALONE.test(word)) || word === "name" && (isOfNode(other, node) || hasItems && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute) || told.has(other) && namesNodes(other, node, word, hasItems) || word === "id" && isOfSelf(other, node);
      if (isId) yield refuse("test-id", shownOf(other, (0, import_shared.parentOf)(tree, node)), other, (0, import_shared.startOf)(tree, node));
    }
    const asksByName = (own2.has(other) ? ["node", "nodeid"] : []).concat(hasItems ? ["name", "nodeid"] : []);
    for (const word of ["PYTEST_CURRENT_TEST", ...asksByName]) {
      const asked2 = literalsWith(other, word).find(
        ({ isDocstring, value, node }) => !isDocstring && value === word && (word !== "node" || isGotByName(other, node))
      );
      if (asked2 !== void 0)
        yield refuse("test-id", shownOf(other, asked2.node), other, literalStart(other, asked2));
    }
  }
}
function isGotByName({ tree }, literal) {
  const list = (0, import_shared.parentOf)(tree, literal);
  return (0, import_shared.kindOf)(tree, list) === import_shared.Kind.argument_list && (0, import_shared.calledNameOf)(tree, (0, import_shared.parentOf)(tree, list)) === "getattr";
}
var ITEM_HOOKS = /^pytest_(?:collection|itemcollected|deselected|runtest|pyfunc|pycollect)/;
var REPORT_HOOKS = /^pytest_(?:report|terminal)/;
var OF_TESTS_ALONE = /^(?:nodeid|originalname|_testMethodName|PYTEST_CURRENT_TEST)$/;
var ID_WORDS = new Set(
  "nodeid originalname _testMethodName shortDescription snapshot data_regression file_regression num_regression image_regression dataframe_regression ndarrays_regression vcr_cassette verify verify_as_json PYTEST_CURRENT_TEST".split(" ")
);
function isOfNode({ tree }, node) {
  if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute) return false;
  const object = (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, node), import_shared.Field.object);
  return object !== import_shared.NO_NODE && NODES2.test((0, import_shared.textOf)(tree, object));
}
var NODES2 = /(?:^|\.)(?:node|item|function|nextitem|testcase|request|parent|collector|metafunc\.definition|getparent\([^()]*\))$/;
function namesNodes(module2, node, word, hasItems) {
  const { tree, bindings } = module2;
  if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute) {
    if (OF_ITEMS.has(word)) return true;
    const isOfItem = hasItems || isOfNode(module2, node) || module2.model.hooks.some(({ name }) => REPORT_HOOKS.test(name));
    return isOfItem && (word === "location" || word === "keywords" && !isAskedFor(module2, (0, import_shared.parentOf)(tree, node)));
  }
  if (word !== "name") return false;
  const scope = bindings.bindingAt((0, import_shared.startOf)(tree, node))?.scope;
  const collecting = module2.definitions.find((definition) => definition.node === scope?.node);
  return collecting?.name === "pytest_pycollect_makeitem" && !isParameter(collecting, (0, import_shared.startOf)(tree, node));
}
var isParameter = (definition, offset) => definition.kind === "function" && definition.parameters.some(({ span }) => span.start === offset);
var OF_ITEMS = new Set(
  "location reportinfo listnames getmodpath head_line".split(" ")
);
function isAskedFor(module2, keywords2) {
  const { tree } = module2;
  const outer = (0, import_shared.parentOf)(tree, keywords2);
  if ((0, import_shared.kindOf)(tree, outer) === import_shared.Kind.comparison_operator)
    return literalAt(module2, (0, import_shared.childrenOf)(tree, outer)[0] ?? import_shared.NO_NODE)?.isFormatted === false;
  if ((0, import_shared.kindOf)(tree, outer) === import_shared.Kind.subscript)
    return literalAt(module2, (0, import_shared.childIn)(tree, outer, import_shared.Field.subscript))?.isFormatted === false;
  const call = (0, import_shared.parentOf)(tree, outer);
  if ((0, import_shared.kindOf)(tree, outer) !== import_shared.Kind.attribute || (0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return false;
  return (0, import_shared.argumentsOf)(tree, call).some(({ value }) => literalAt(module2, value)?.isFormatted === false);
}
function isOfSelf({ tree, members }, node) {
  if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute) return false;
  const object = (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, node), import_shared.Field.object);
  return members.classOf(object) !== void 0 || (0, import_shared.textOf)(tree, object) === "self";
}
function* namedFiles(world, name) {
  const named2 = world.project.files.find((path2) => (isPython(path2) ? folderOf(path2) : path2).includes(name));
  if (named2 !== void 0) yield refuseAt("test-id", named2, named2, 1);
}
function* order(module2, { name, nameSpan, testClass }, newName) {
  const passed = module2.model.tests.find(
    (other) => other.testClass === testClass && other.name !== name && other.name < name !== other.name < newName
  );
  if (passed !== void 0)
    yield refuse("test-order", `\`${newName}\` and \`${passed.name}\` change places`, module2, nameSpan.start);
}
var idOf = ({ path: path2 }, { qualifiedName }) => [path2, ...qualifiedName.split(".")].join("::");
function* newIdsOf({ path: path2, model }, definition, newName) {
  const depth = definition.qualifiedName.split(".").length - 1;
  for (const { qualifiedName, definition: test } of model.tests) {
    const isOwn2 = test === definition || qualifiedName.startsWith(`${definition.qualifiedName}.`);
    if (!isOwn2) continue;
    const names3 = qualifiedName.split(".");
    const joined3 = (parts) => [path2, ...parts].join("::");
    yield { step: "test-id", before: joined3(names3), after: joined3(names3.with(depth, newName)) };
  }
}
function* classOrder(module2, { name, nameSpan }, newName) {
  const passed = module2.model.classes.find(
    ({ definition, framework }) => framework === "unittest" && definition.enclosing === void 0 && definition.name !== name && definition.name < name !== definition.name < newName
  );
  if (passed !== void 0 && hasSharedState(module2))
    yield refuse(
      "test-order",
      `\`${newName}\` and \`${passed.definition.name}\` change places`,
      module2,
      nameSpan.start
    );
}
function hasSharedState({ bindings, tree }) {
  return bindings.bindings.some(
    ({ scope, kind, definitions, declarations }) => scope.kind === "module" && kind === "local" && (declarations.length > 0 || definitions.some(({ node }) => {
      const value = (0, import_shared.valueGivenTo)(tree, node);
      return value !== import_shared.NO_NODE && CHANGEABLE.has((0, import_shared.kindOf)(tree, value));
    }))
  );
}
var CHANGEABLE = /* @__PURE__ */ new Set([
  import_shared.Kind.list,
  import_shared.Kind.dictionary,
  import_shared.Kind.set,
  import_shared.Kind.call,
  import_shared.Kind.list_comprehension,
  import_shared.Kind.dictionary_comprehension,
  import_shared.Kind.set_comprehension
]);
var MAXIMUM_NUMBER = 100;
function* numberedIdsChange(world, module2, call, { name, newName }) {
  yield* readIds(world, module2);
  for (const { path: path2, line } of world.mentionsOf(name)) yield refuseAt("test-id", `\`${name}\``, path2, line);
  for (let number = 0; number < MAXIMUM_NUMBER; number++) {
    const numbered = `${name}${number}`;
    for (const { path: path2, line } of world.mentionsOf(numbered))
      yield refuseAt("test-id", `\`${numbered}\``, path2, line);
    if (world.pathsWith(numbered).length === 0) continue;
    for (const other of world.modulesWith(numbered)) {
      const literal = literalsWith(other, numbered).find(({ isDocstring }) => !isDocstring);
      if (literal !== void 0)
        yield refuse("test-id", shownOf(other, literal.node), other, literalStart(other, literal));
    }
  }
  yield* newIds(module2, call, `${name}0`, `${newName}0`);
}
function* newIds(module2, call, before, after) {
  const { tree, path: path2, model, definitions } = module2;
  const marked2 = definitions.find(
    ({ decorators }) => decorators.some((decorator) => decorator.call === call)
  );
  const tests = model.tests.filter(
    ({ definition }) => marked2 !== void 0 && (0, import_shared.contains)(tree, marked2.node, definition.node)
  );
  const ids = tests.length > 0 ? tests.map((test) => idOf(module2, test)) : [path2];
  for (const id of ids) yield { step: "test-id", before: `${id}[\u2026${before}\u2026]`, after: `${id}[\u2026${after}\u2026]` };
}
function* numberedIds(world, module2, call, place, names3) {
  const values = valuesOf(module2, call);
  if (values === import_shared.NO_NODE || isNamed2(world, module2, idsOf(module2, call))) return;
  for (const other of world.modulesWith("pytest_make_parametrize_id")) {
    const hook = other.definitions.find(({ name }) => name === "pytest_make_parametrize_id");
    if (hook !== void 0) yield refuse("test-id", hook.name, other, hook.nameSpan.start);
  }
  const isNumbered = [...idValuesIn(module2, values, place)].some(
    (value) => !hasOwnText(world, module2, value)
  );
  if (isNumbered) yield* numberedIdsChange(world, module2, call, names3);
}
function placeAmong(names3, isOneString, name) {
  const parts = isOneString ? names3.flatMap((text) => text.split(",")).map((part) => part.trim()).filter((part) => part !== "") : names3;
  return isOneString && parts.length === 1 ? void 0 : { at: parts.indexOf(name) };
}
function givesParameters(module2, call) {
  const called = (0, import_shared.calledNameOf)(module2.tree, call);
  return called === "parametrize" || called.endsWith("fixture") && valuesOf(module2, call) !== import_shared.NO_NODE;
}
function valuesOf({ tree }, call) {
  if ((0, import_shared.calledNameOf)(tree, call) !== "parametrize") return (0, import_shared.keywordOf)(tree, call, "params");
  return positionalOrKeyword(tree, call, 1, "argvalues");
}
function idsOf({ tree }, call) {
  return (0, import_shared.calledNameOf)(tree, call) === "parametrize" ? positionalOrKeyword(tree, call, 3, "ids") : (0, import_shared.keywordOf)(tree, call, "ids");
}
function positionalOrKeyword(tree, call, at, keyword) {
  const positional = (0, import_shared.argumentsOf)(tree, call).filter((argument) => argument.keyword === void 0);
  const named2 = (0, import_shared.keywordOf)(tree, call, keyword);
  return named2 === import_shared.NO_NODE ? positional[at]?.value ?? import_shared.NO_NODE : named2;
}
function isWrittenOut2({ tree }, ids) {
  const kind = (0, import_shared.kindOf)(tree, ids);
  if (ids === import_shared.NO_NODE || kind !== import_shared.Kind.list && kind !== import_shared.Kind.tuple) return false;
  return (0, import_shared.namedChildrenOf)(tree, ids).every(
    (id) => ownText.has((0, import_shared.kindOf)(tree, id)) && (0, import_shared.kindOf)(tree, id) !== import_shared.Kind.none
  );
}
function isNamed2(world, module2, ids) {
  if (ids === import_shared.NO_NODE) return false;
  const value = valueOf(world, module2, ids);
  if (value.kind === "foreign") return /^builtins\.(?:str|repr|ascii)$/.test(value.origin);
  return isWrittenOut2(module2, ids);
}
function* idValuesIn(module2, values, place) {
  const { tree } = module2;
  const display = displayOf(module2, values);
  if (display === import_shared.NO_NODE) {
    if (!isRange(module2, values)) yield values;
    return;
  }
  for (const row of (0, import_shared.namedChildrenOf)(tree, display)) {
    if ((0, import_shared.kindOf)(tree, row) === import_shared.Kind.comment) continue;
    const parameter = (0, import_shared.kindOf)(tree, row) === import_shared.Kind.call && (0, import_shared.calledNameOf)(tree, row) === "param" ? row : import_shared.NO_NODE;
    const id = parameter === import_shared.NO_NODE ? import_shared.NO_NODE : (0, import_shared.keywordOf)(tree, parameter, "id");
    if (id !== import_shared.NO_NODE && (0, import_shared.kindOf)(tree, id) !== import_shared.Kind.none) continue;
    yield valueIn2(module2, row, parameter, place);
  }
}
function valueIn2({ tree }, row, parameter, place) {
  const isParameter2 = parameter !== import_shared.NO_NODE;
  const inner = (0, import_shared.unwrapped)(tree, row);
  const kind = (0, import_shared.kindOf)(tree, inner);
  if (!isParameter2 && place === void 0) return row;
  if (!isParameter2 && kind !== import_shared.Kind.tuple && kind !== import_shared.Kind.list) return row;
  const given = isParameter2 ? (0, import_shared.argumentsOf)(tree, parameter).flatMap(({ keyword, value }) => keyword === void 0 ? value : []) : (0, import_shared.namedChildrenOf)(tree, inner).filter((child) => (0, import_shared.kindOf)(tree, child) !== import_shared.Kind.comment);
  const isSpread = given.some((child) => (0, import_shared.kindOf)(tree, child) === import_shared.Kind.list_splat);
  return isSpread ? row : given[place?.at ?? 0] ?? row;
}
function displayOf(module2, expression) {
  const { tree, bindings } = module2;
  const node = (0, import_shared.unwrapped)(tree, expression);
  const kind = (0, import_shared.kindOf)(tree, node);
  if (kind === import_shared.Kind.list || kind === import_shared.Kind.tuple || kind === import_shared.Kind.set) return node;
  const binding = kind === import_shared.Kind.identifier ? bindings.bindingAt((0, import_shared.startOf)(tree, node)) : void 0;
  const [definition, ...more] = binding?.definitions ?? [];
  if (binding === void 0 || definition === void 0 || more.length > 0) return import_shared.NO_NODE;
  const isOnlyRead = binding.references.every(({ node: read2 }) => {
    const list = (0, import_shared.parentOf)(tree, read2);
    return (0, import_shared.kindOf)(tree, list) === import_shared.Kind.argument_list && (0, import_shared.calledNameOf)(tree, (0, import_shared.parentOf)(tree, list)) === "parametrize";
  });
  const value = isOnlyRead ? (0, import_shared.valueGivenTo)(tree, definition.node) : import_shared.NO_NODE;
  return value === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, value) === import_shared.Kind.identifier ? import_shared.NO_NODE : displayOf(module2, value);
}
function isRange({ tree, bindings }, values) {
  if ((0, import_shared.kindOf)(tree, values) !== import_shared.Kind.call || (0, import_shared.calledNameOf)(tree, values) !== "range") return false;
  return bindings.bindingAt((0, import_shared.startOf)(tree, values))?.kind === "unbound";
}
var ownText = /* @__PURE__ */ new Set([
  import_shared.Kind.string,
  import_shared.Kind.concatenated_string,
  import_shared.Kind.integer,
  import_shared.Kind.float,
  import_shared.Kind.true,
  import_shared.Kind.false,
  import_shared.Kind.none
]);
function hasOwnText(world, module2, expression) {
  const { tree } = module2;
  const node = (0, import_shared.unwrapped)(tree, expression);
  const kind = (0, import_shared.kindOf)(tree, node);
  if (ownText.has(kind) || kind === import_shared.Kind.not_operator || kind === import_shared.Kind.lambda) return true;
  if (kind === import_shared.Kind.unary_operator)
    return (0, import_shared.namedChildrenOf)(tree, node).every((operand) => hasOwnText(world, module2, operand));
  if (kind === import_shared.Kind.binary_operator)
    return [import_shared.Field.left, import_shared.Field.right].every((field) => isTextOrNumber(tree, (0, import_shared.childIn)(tree, node, field)));
  if (kind === import_shared.Kind.call) return makesText(world, module2, node);
  if (kind !== import_shared.Kind.identifier && kind !== import_shared.Kind.attribute) return false;
  if (isConstant(module2, node)) return true;
  const value = valueOf(world, module2, node);
  if (value.kind === "function" || value.kind === "class" || value.kind === "module") return true;
  return value.kind === "foreign" && NAMED_BUILTIN.test(value.origin);
}
function isConstant({ tree, bindings }, node) {
  const binding = (0, import_shared.kindOf)(tree, node) === import_shared.Kind.identifier ? bindings.bindingAt((0, import_shared.startOf)(tree, node)) : void 0;
  if (binding === void 0 || binding.definitions.length === 0) return false;
  return binding.definitions.every((definition) => {
    const isAssigned2 = (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, definition.node)) === import_shared.Kind.assignment;
    const value = isAssigned2 ? (0, import_shared.valueGivenTo)(tree, definition.node) : import_shared.NO_NODE;
    return value !== import_shared.NO_NODE && ownText.has((0, import_shared.kindOf)(tree, (0, import_shared.unwrapped)(tree, value)));
  });
}
function isTextOrNumber(tree, operand) {
  const node = (0, import_shared.unwrapped)(tree, operand);
  if ((0, import_shared.kindOf)(tree, node) !== import_shared.Kind.binary_operator) return ownText.has((0, import_shared.kindOf)(tree, node));
  return [import_shared.Field.left, import_shared.Field.right].every((field) => isTextOrNumber(tree, (0, import_shared.childIn)(tree, node, field)));
}
var NAMED_BUILTIN = /^builtins\.(?!Ellipsis$|NotImplemented$|copyright$|credits$|license$|exit$|quit$|_)\w+$/;
function makesText(world, module2, call) {
  const { tree } = module2;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  if ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute) {
    const object = (0, import_shared.unwrapped)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.object));
    const isText = (0, import_shared.kindOf)(tree, object) === import_shared.Kind.string || (0, import_shared.kindOf)(tree, object) === import_shared.Kind.concatenated_string;
    if (isText) return TEXT_METHODS.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.attribute)));
  }
  const value = valueOf(world, module2, callee);
  return value.kind === "foreign" && TEXT_MAKERS.test(value.origin);
}
var TEXT_METHODS = /^(?:join|format|encode|decode|replace|lower|upper|title|strip|lstrip|rstrip|ljust|rjust|center|zfill)$/;
var TEXT_MAKERS = /^(?:builtins\.(?:str|repr|ascii|bytes|int|float|bool|complex|len|ord|chr|hash|hex|oct|bin|sum)|re\.compile)$/;
function* renameParametrized(world, request, name, newName) {
  const { module: module2, definition, parameter } = request;
  yield* generatedTests(world, module2);
  const marks = marksFor(module2, definition);
  const mark = marks.find(
    ({ decorator }) => namesOf2(module2, decorator).some((literal) => wordSpansIn(literal, name).length > 0)
  );
  const computed = marks.find(({ decorator }) => namesOf2(module2, decorator).length === 0);
  if (mark === void 0) {
    if (computed !== void 0)
      yield refuse(
        "computed-fixture",
        shownOf(module2, computed.decorator.call),
        module2,
        (0, import_shared.startOf)(module2.tree, computed.decorator.call)
      );
    else yield* otherwiseProvided(module2, name, parameter.span.start);
    return;
  }
  if (!world.project.isWhole) yield decline("single-file", `argument \`${name}\``);
  yield* indirect(module2, mark.decorator);
  yield* overriddenBy(world, request, newName);
  yield* otherUses(world, module2, name, mark);
  yield* numberedIds(world, module2, mark.decorator.call, placeIn(module2, mark.decorator.call, name), {
    name,
    newName
  });
  for (const literal of namesOf2(module2, mark.decorator)) {
    for (const span of wordSpansIn(literal, name)) yield edit(module2, span, newName);
    for (const span of wordSpansIn(literal, newName))
      yield refuse("collision", `\`${newName}\``, module2, span.start);
  }
  for (const other of requestsIn(module2, name)) {
    const isOwn2 = mark.on === other.definition || isInside(other.definition, mark.on);
    if (!isOwn2) continue;
    const binding = module2.bindings.bindingAt(other.parameter.span.start);
    if (binding === void 0) continue;
    yield* quotedParameter(module2, name);
    yield* renameInModule(world, module2, binding, newName);
  }
}
function* otherwiseProvided(module2, name, offset) {
  const inMark = literalsWith(module2, name).find((literal) => isArgumentName(module2, literal));
  if (inMark === void 0) yield refuse("foreign-fixture", `\`${name}\``, module2, offset);
  else yield refuse("computed-fixture", shownOf(module2, inMark.node), module2, literalStart(module2, inMark));
}
function isArgumentName(module2, literal) {
  const form = formOf(module2, literal);
  return form.form === "fixture" && form.by === "argnames";
}
function marksFor(module2, definition) {
  const marks = [];
  for (let on = definition; on !== void 0; on = on.enclosing) {
    for (const decorator of on.decorators) {
      if (isParametrize(module2, decorator)) marks.push({ decorator, on });
    }
  }
  return marks;
}
var isParametrize = ({ imports }, { name, call }) => call !== import_shared.NO_NODE && /(?:^|\.)mark\.parametrize$/.test(imports.originOf(name));
function namesOf2(module2, { call }) {
  const { tree } = module2;
  const names3 = namesNodeOf(module2, call);
  if (names3 === import_shared.NO_NODE) return [];
  const kind = (0, import_shared.kindOf)(tree, names3);
  const nodes = kind === import_shared.Kind.list || kind === import_shared.Kind.tuple ? (0, import_shared.namedChildrenOf)(tree, names3) : [names3];
  const literals = nodes.map((node) => literalAt(module2, node));
  return literals.every((literal) => literal?.isFormatted === false) ? literals.flatMap((literal) => literal ?? []) : [];
}
function namesNodeOf({ tree }, call) {
  const [first] = (0, import_shared.argumentsOf)(tree, call);
  const keyword = (0, import_shared.keywordOf)(tree, call, "argnames");
  return keyword === import_shared.NO_NODE && first?.keyword === void 0 ? first?.value ?? import_shared.NO_NODE : keyword;
}
function placeIn(module2, call, name) {
  const names3 = namesNodeOf(module2, call);
  const alone2 = names3 === import_shared.NO_NODE ? void 0 : literalAt(module2, names3);
  const literals = alone2 === void 0 ? (0, import_shared.namedChildrenOf)(module2.tree, names3) : [];
  const texts = alone2?.value ?? literals.map((node) => literalAt(module2, node)?.value ?? "");
  return placeAmong([texts].flat(), alone2 !== void 0, name);
}
function isInside(definition, outer) {
  for (let around = definition.enclosing; around !== void 0; around = around.enclosing) {
    if (around === outer) return true;
  }
  return false;
}
function* generatedTests(world, module2) {
  for (const other of world.modulesWith("pytest_generate_tests")) {
    const isAbove3 = isConftest2(other) && module2.path.startsWith(other.path.slice(0, -"conftest.py".length));
    if (other !== module2 && !isAbove3) continue;
    const hook = other.definitions.find(({ name }) => name === "pytest_generate_tests");
    yield refuse("computed-fixture", "pytest_generate_tests", other, hook?.nameSpan.start ?? 0);
  }
}
function* overriddenBy(world, request, newName) {
  if (isForeignFixture(newName)) yield decline("foreign-fixture", `\`${newName}\` of pytest or a plugin`);
  for (const { module: module2, definition } of providersFor(world, providersOf(world, newName), request))
    yield refuse("fixture-exists", `\`${newName}\``, module2, definition.nameSpan.start);
}
function* indirect(module2, { call }) {
  const value = (0, import_shared.keywordOf)(module2.tree, call, "indirect");
  if (value === import_shared.NO_NODE || (0, import_shared.textOf)(module2.tree, value) === "False") return;
  yield refuse("foreign-fixture", `indirect=${shownOf(module2, value)}`, module2, (0, import_shared.startOf)(module2.tree, value));
}
function* otherUses(world, module2, name, { on, decorator }) {
  const asking2 = world.modulesWith(name).flatMap((other) => requestsIn(other, name));
  for (const { module: other, definition, parameter } of asking2) {
    const isOwn2 = other === module2 && (definition === on || isInside(definition, on));
    const isFixture = other.model.fixtures.some((fixture2) => fixture2.definition === definition);
    if (!isOwn2 && isFixture)
      yield refuse("computed-fixture", `fixture \`${definition.name}\``, other, parameter.span.start);
  }
  if (on.kind === "class") {
    for (const heir of descendantsOf2(world, { module: module2, definition: on }).values()) {
      if (heir.definition !== on)
        yield refuse(
          "shared-method",
          `class ${heir.definition.name}`,
          heir.module,
          heir.definition.nameSpan.start
        );
    }
  }
  const conftests = world.modulesWith(name).filter((other) => isConftest2(other));
  for (const other of /* @__PURE__ */ new Set([module2, ...conftests])) {
    for (const literal of literalsWith(other, name)) {
      if (looksUp2(other, literal, decorator))
        yield refuse("mention", shownOf(other, literal.node), other, literalStart(other, literal));
    }
  }
}
function looksUp2(module2, literal, { call }) {
  const { tree } = module2;
  const form = formOf(module2, literal);
  if (form.form === "fixture") return form.call !== call && form.by !== "argnames";
  const parent = (0, import_shared.parentOf)(tree, literal.node);
  const kind = (0, import_shared.kindOf)(tree, parent);
  if (kind === import_shared.Kind.subscript)
    return (0, import_shared.childIn)(tree, parent, import_shared.Field.value) !== literal.node && hasArgumentsByName(module2);
  if (kind === import_shared.Kind.argument_list) {
    if (!hasArgumentsByName(module2)) return false;
    const callee = (0, import_shared.childIn)(tree, (0, import_shared.parentOf)(tree, parent), import_shared.Field.function);
    return /\.(?:get|pop|setdefault|index)$/.test((0, import_shared.textOf)(tree, callee));
  }
  return kind === import_shared.Kind.comparison_operator && /\b(?:fixturenames|funcargs|params)\b/.test((0, import_shared.textOf)(tree, parent));
}
function hasArgumentsByName({ tree, nodesOf: nodesOf2 }) {
  return nodesOf2(import_shared.Kind.identifier).some((node) => MAPPINGS.has((0, import_shared.textOf)(tree, node)));
}
var MAPPINGS = new Set(
  "callspec params funcargs fixturenames metafunc arguments signature getcallargs locals vars f_locals __dict__".split(
    " "
  )
);
function* stringSteps(world, group, module2, name, literal, newName) {
  const start = literalStart(module2, literal);
  const form = formOf(module2, literal);
  if (form.form === "docstring" || form.form === "annotation" || form.form === "export") return;
  const isReached = group.some(({ region }) => isReaching(world, region, module2, start));
  if (!isReached) return;
  if (form.form !== "fixture") {
    if (!isKey(module2, literal) || namesFixtures(world))
      yield refuse("mention", shownOf(module2, literal.node), module2, start);
    return;
  }
  if (form.by === "name" && !isNameOfGroup(group, module2, form.call)) return;
  const spans = wordSpansIn(literal, name);
  if (spans.length === 0) yield refuse("mention", shownOf(module2, literal.node), module2, start);
  yield* objectionsToFile(module2);
  if (form.by === "argnames")
    yield* numberedIds(world, module2, form.call, placeIn(module2, form.call, name), { name, newName });
  for (const span of spans) yield edit(module2, span, newName);
}
function isKey({ tree }, { node }) {
  const parent = (0, import_shared.parentOf)(tree, node);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.pair:
      return (0, import_shared.childIn)(tree, parent, import_shared.Field.key) === node;
    case import_shared.Kind.subscript:
      return (0, import_shared.childIn)(tree, parent, import_shared.Field.value) !== node;
    case import_shared.Kind.comparison_operator:
      return true;
    default:
      return false;
  }
}
var namesFixtures = (world) => LOOKUPS3.some((word) => world.pathsWith(word).length > 0);
var LOOKUPS3 = "callspec funcargs fixturenames fixturename getfixturedefs getfixtureclosure fixturedefs metafunc lazy_fixture lazyfixture lf fixture_ref getfuncargvalue pytest_fixture_setup".split(" ");
function isNameOfGroup(group, module2, call) {
  return group.some(
    (provider) => provider.module === module2 && provider.definition.decorators.some((decorator) => decorator.call === call)
  );
}
function* starImporters(world, module2, linked, name, newName) {
  const importers = /* @__PURE__ */ new Set([module2]);
  for (const exporting of importers) {
    const isExported = [name, newName].some((either) => mayExport(exporting, either));
    const stars = isExported ? starsOf(world, exporting) : [];
    for (const { module: other, star } of stars) {
      const isExplicit = exporting.bindings.module.symbols.has("__all__");
      if (!isExplicit && name.startsWith("_") !== newName.startsWith("_")) yield objectionTo2(other, star);
      if (importers.has(other)) continue;
      importers.add(other);
      yield* newNameIn(world, other, newName);
      yield* oldNameIn(world, other, linked, name);
    }
  }
}
function starsOf(world, module2) {
  return world.modulesWith(lastPartOf(module2)).flatMap((other) => {
    const star = other === module2 ? void 0 : starImportsOf(world, other).find(isOfModule2);
    return star === void 0 ? [] : [{ module: other, star }];
  });
  function isOfModule2({ link }) {
    if (link.to === "module") return link.path === module2.path;
    return link.to === "unknown" && link.candidates.includes(module2.path);
  }
}
function* newNameIn(world, module2, newName) {
  const below = submoduleOf(world.project, { to: "module", path: module2.path }, newName);
  if (below !== void 0) yield decline("collision", `\`${newName}\` is a module of ${module2.path}`);
  const taken = module2.bindings.scopes.map(({ symbols }) => symbols.get(newName)).find((symbol) => symbol?.binding.scope.kind === "module");
  const place = taken?.definitions[0] ?? taken?.references[0] ?? taken?.declarations[0];
  if (taken !== void 0) yield refuse("collision", `\`${newName}\``, module2, place?.start ?? 0);
  yield* foreignStars(world, module2);
  for (const star of starImportsOf(world, module2)) {
    if (bringers(world, star, newName).some((from) => globalOf(world, from, newName) !== void 0))
      yield refuse("collision", `\`${newName}\``, module2, (0, import_shared.startOf)(module2.tree, star.statement));
  }
}
function* foreignStars(world, module2) {
  for (const star of starImportsOf(world, module2)) {
    if (star.link.to === "elsewhere") yield objectionTo2(module2, star);
  }
}
function* oldNameIn(world, module2, linked, name) {
  const own2 = module2.bindings.module.symbols.get(name)?.definitions[0];
  if (own2 !== void 0 && isAnother(module2)) yield refuse("star-import", `\`${name}\``, module2, own2.start);
  for (const star of starImportsOf(world, module2)) {
    if (bringers(world, star, name).some(isAnother)) yield objectionTo2(module2, star);
  }
  function isAnother(from) {
    const origin = nameOriginOf(world, from, name);
    if (origin === void 0) return false;
    return origin === "unknown" || linked.every(({ binding }) => binding !== origin.binding);
  }
}
function bringers({ project }, { link }, name) {
  if (link.to !== "module" && link.to !== "unknown") return [];
  const paths = link.to === "module" ? [link.path] : link.candidates;
  return paths.flatMap((path2) => project.module(path2) ?? []).filter((module2) => mayExport(module2, name));
}
function objectionTo2(module2, { statement }) {
  return refuse("star-import", shownOf(module2, statement), module2, (0, import_shared.startOf)(module2.tree, statement));
}
function lookupsInImported(world, target) {
  return lookupsOf(world).filter((lookup) => mayName(world, lookup, target));
}
var lookupsOf = rememberedOfAll((world) => {
  const paths = new Set(IMPORTERS.flatMap(world.pathsWith));
  return [...paths].flatMap((path2) => world.project.module(path2) ?? []).flatMap(lookupsIn);
});
var IMPORTERS = ["import_module", "__import__", "import_string", "import_object", "importorskip"];
function lookupsIn(module2) {
  const { tree } = module2;
  return computedLookupsOf(module2).flatMap((lookup) => {
    const call = lookup.object === import_shared.NO_NODE ? import_shared.NO_NODE : importAt(module2, lookup.object);
    const name = call === import_shared.NO_NODE ? import_shared.NO_NODE : (0, import_shared.argumentsOf)(tree, call)[0]?.value ?? import_shared.NO_NODE;
    return name === import_shared.NO_NODE || constantAt(module2, name) !== void 0 ? [] : [{ ...lookup, module: module2, name }];
  });
}
function importAt(module2, expression) {
  const { tree, bindings } = module2;
  const isImport = (node) => node !== import_shared.NO_NODE && (0, import_shared.kindOf)(tree, node) === import_shared.Kind.call && isImporter((0, import_shared.calledNameOf)(tree, node));
  if (isImport(expression)) return expression;
  const binding = (0, import_shared.kindOf)(tree, expression) === import_shared.Kind.identifier ? bindings.bindingAt((0, import_shared.startOf)(tree, expression)) : void 0;
  const values = (binding?.definitions ?? []).map(({ node }) => (0, import_shared.valueGivenTo)(tree, node));
  return values.find(isImport) ?? import_shared.NO_NODE;
}
function mayName(world, { module: module2, name }, target) {
  const parts = moduleNameOf(target.path).split(".");
  if (/\b__(?:name|package)__\b/.test((0, import_shared.textOf)(module2.tree, name)))
    return target.path.startsWith(module2.path.replace(/[^/]*$/, ""));
  const dotted = parts.map((_, from) => parts.slice(from).join("."));
  if (!dotted.some((one) => mayCompose(module2, name, one))) return false;
  const last = parts.at(-1) ?? "";
  return isComputed2(module2, name) || world.mentionsOf(last).length > 0 || world.modulesWith(last).some((one) => literalsWith(one, last).some(({ isDocstring }) => !isDocstring));
}
function* computedLookups(world, { module: module2 }) {
  const hook = module2.definitions.find(
    ({ name, enclosing }) => enclosing === void 0 && /^__(?:getattr|dir)__$/.test(name)
  );
  if (hook !== void 0) yield refuse("namespace", hook.name, module2, hook.nameSpan.start);
  for (const { module: other, node } of lookupsInImported(world, module2))
    yield refuse("namespace", shownOf(other, node), other, (0, import_shared.startOf)(other.tree, node));
  for (const other of /* @__PURE__ */ new Set([module2, ...world.modulesWith(lastPartOf(module2))])) {
    yield* listingsOfModule(world, other, module2);
    for (const { node, object } of computedLookupsOf(other)) {
      const value = object === import_shared.NO_NODE ? void 0 : valueOf(world, other, object);
      const isOurs2 = value?.kind === "module" && value.link.to === "module" ? value.link.path === module2.path : false;
      const isOwnModule = other === module2 && shownOf(other, object === import_shared.NO_NODE ? node : object).startsWith("sys.modules[");
      const mayBeOurs = value?.kind === "unknown" && importsByName(other);
      if (isOurs2 || isOwnModule || mayBeOurs)
        yield refuse("namespace", shownOf(other, node), other, (0, import_shared.startOf)(other.tree, node));
    }
  }
}
function* listingsOfModule(world, module2, listed) {
  const seen = /* @__PURE__ */ new Set();
  for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
    if (callWith(module2, node) === import_shared.NO_NODE) continue;
    const value = valueOf(world, module2, node);
    const isListed4 = value.kind === "module" && value.link.to === "module" && value.link.path === listed.path;
    if (isListed4) yield* listingsOfPassed(world, module2, node, seen);
  }
}
function importsByName({ tree, nodesOf: nodesOf2 }) {
  return nodesOf2(import_shared.Kind.identifier).some((node) => isImporter((0, import_shared.textOf)(tree, node)));
}
function hasNoGlobals(world, module2, object) {
  const { kind } = valueOf(world, module2, object);
  return kind !== "module" && kind !== "unknown";
}
function* partsElsewhere(world, module2, name, uses) {
  const { functions, variables } = holdersOf(module2, uses);
  const tests = new Set(module2.model.tests.map(({ definition }) => definition));
  const callable = [...functions].filter((user) => !tests.has(user));
  const holders = /* @__PURE__ */ new Set([...variables, ...callable.map((user) => user.name)]);
  const paths = new Set([...holders].flatMap((holder) => world.pathsWith(holder)));
  for (const path2 of paths) {
    if (path2 === module2.path || !MAY_ASK2.test(world.project.text(path2) ?? "")) continue;
    const other = world.project.module(path2);
    if (other === void 0) continue;
    const found = literalsOf(other).find((literal) => {
      if (!isPartOfMessage(other, name, literal)) return false;
      const teller = outermostFunctionAt(other, literalStart(other, literal));
      return teller !== void 0 && namesAny(other, teller.node, holders) && asksForText(other, teller.node, true);
    });
    if (found !== void 0 && (isConftest2(module2) || importedBy(world.project, [other]).has(module2)))
      yield refuse("source-text", shownOf(other, found.node), other, literalStart(other, found));
  }
}
var MAY_ASK2 = /Error|match|repr|str|ascii|format|Regexp?\b|co_|typename|caplog|assertLogs|capsys|capfd|stderr|readouterr|Thread|Timer|exception\(/;
function* renameGlobal(world, target, newName) {
  const { module: module2, binding } = target;
  const { name } = binding;
  if (!world.project.isWhole) yield decline("single-file", `\`${name}\` of ${module2.path}`);
  for (const either of [name, newName]) {
    if (isSpecialGlobal(either)) yield decline("special-name", `\`${either}\``);
  }
  const linked = linkedGlobals(world, target);
  for (const one of linked) {
    if (one !== target) yield* testsAmong(one);
    yield* renameLinked(world, one, newName, linked);
  }
}
function* testsAmong({ module: module2, binding }) {
  const { tests, fixtures } = module2.model;
  const found = definitionsOf(module2, binding).find(
    (definition) => [...tests, ...fixtures].some((one) => one.definition === definition)
  );
  if (found !== void 0) yield refuse("unknown-import", `\`${found.name}\``, module2, found.nameSpan.start);
}
function* renameLinked(world, target, newName, linked) {
  const { module: module2, binding } = target;
  yield* objectionsToFile(module2);
  yield* foreignImports(world, target, linked);
  yield* builtinFallback(target);
  yield* ownStarImports(world, target);
  for (const definition of definitionsOf(module2, binding)) yield* ownDefinition(world, target, definition);
  yield* renameReferences(world, target, newName, () => true, linked);
  yield* computedLookups(world, target);
  yield* composedNames(world, binding.name, (other, object) => hasNoGlobals(world, other, object));
  yield* newNameElsewhere(world, target, newName);
  for (const { module: other, node, object } of askedNames(world, newName)) {
    if (!hasNoGlobals(world, other, object))
      yield refuse("capture", shownOf(other, node), other, (0, import_shared.startOf)(other.tree, node));
  }
}
function* foreignImports(world, { module: module2, binding }, linked) {
  const origins = linked.length > 1 ? importedOrigins(world, module2, binding) : [];
  const unaliased = binding.definitions.find(
    ({ node }, index) => isUnaliasedImport(module2, node) && linked.every((one) => one.binding !== origins[index]?.binding)
  );
  if (unaliased !== void 0)
    yield refuse("import-without-alias", module2.textOf(unaliased.node), module2, unaliased.start);
}
function* renameReferences(world, target, newName, counts, linked = [target]) {
  const uses = /* @__PURE__ */ new Map();
  for (const reference of referencesTo(world, target, linked)) {
    const { module: user } = reference.kind === "objection" ? target : reference;
    uses.set(user, [...uses.get(user) ?? [], ...usesBy(reference)]);
    switch (reference.kind) {
      case "objection":
        if (counts(reference.objection)) yield reference.objection;
        break;
      case "fixture-name": {
        const objection = fixtureName(reference.module, reference.literal);
        if (counts(objection) && mayBeFixture(world, target)) yield objection;
        break;
      }
      case "variable":
        yield* objectionsToFile(reference.module);
        yield* renameInModule(world, reference.module, reference.binding, newName);
        yield* readAsText(world, reference.module, reference.binding);
        yield* conftestsThatSee(world, reference.module);
        if (reference.binding.scope.kind === "module") {
          yield* newTests(world, reference.module, reference.binding, newName);
          yield* collisionInExports(world, reference.module, linked, target.binding.name, newName);
          yield* namesListedOfModule(world, reference.module);
        }
        break;
      case "string":
        yield* orderOfExports(world, reference.module, reference.literal);
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
        break;
      case "alias":
      case "attribute":
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
    }
  }
  if (definitionsOf(target.module, target.binding).length === 0) return;
  for (const [user, nodes] of uses) {
    yield* partsInMessages(user, target.binding.name, nodes);
    yield* partsElsewhere(world, user, target.binding.name, nodes);
  }
}
function usesBy(reference) {
  switch (reference.kind) {
    case "variable":
    case "alias":
      return reference.binding.references.map(({ node }) => node);
    case "attribute":
      return [reference.node];
    case "string":
      return [reference.literal.node];
    case "fixture-name":
    case "objection":
      return [];
  }
}
function* orderOfExports(world, module2, literal) {
  const assignment = (0, import_shared.ancestorOf)(module2.tree, literal.node, import_shared.Kind.assignment);
  if (assignment === import_shared.NO_NODE || (0, import_shared.textOf)(module2.tree, (0, import_shared.childIn)(module2.tree, assignment, import_shared.Field.left)) !== "__all__")
    return;
  for (const path2 of world.pathsWith("__all__")) {
    const line = (world.project.text(path2) ?? "").split("\n").findIndex((text) => SORTED_EXPORTS.test(text));
    if (line !== -1) yield refuseAt("mention", "sorted(__all__)", path2, line + 1);
  }
}
var SORTED_EXPORTS = /__all__\b.*\bsorted\(\s*[\w.]*__all__|\bsorted\(\s*[\w.]*__all__.*__all__/;
function fixtureName(module2, literal) {
  return refuse("computed-fixture", shownOf(module2, literal.node), module2, literalStart(module2, literal));
}
function mayBeFixture(world, { module: module2, binding }) {
  const { kind } = valueOfBinding(world, module2, binding);
  return kind === "unknown" || kind === "foreign" || kind === "super";
}
function* ownDefinition(world, { module: module2, binding }, definition) {
  yield* toldNames2(world, module2, binding, definition);
  if (definition.kind === "class") yield* privateNames(module2, definition);
}
function* builtinFallback({ module: module2, binding }) {
  if (!builtins.has(binding.name)) return;
  const { tree } = module2;
  const [first, ...others] = occurrencesOf(module2, binding);
  if (first === void 0) return;
  const statement = (0, import_shared.ancestorOf)(
    tree,
    first.node,
    import_shared.Kind.expression_statement,
    import_shared.Kind.function_definition,
    import_shared.Kind.class_definition
  );
  const isAtTop = statement !== import_shared.NO_NODE && module2.bindings.scopeOf(statement) === module2.bindings.module;
  const isFirst = binding.definitions.some(({ start }) => start === first.start);
  const isDeleted = binding.definitions.some(
    ({ node }) => (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.delete_statement) !== import_shared.NO_NODE
  );
  const isConditional = (0, import_shared.ancestorOf)(
    tree,
    first.node,
    import_shared.Kind.if_statement,
    import_shared.Kind.try_statement,
    import_shared.Kind.for_statement,
    import_shared.Kind.while_statement,
    import_shared.Kind.with_statement
  ) !== import_shared.NO_NODE;
  const isReadFirst = others.some(
    ({ node }) => statement !== import_shared.NO_NODE && (0, import_shared.contains)(tree, statement, node) && isAssigned(module2, statement)
  );
  if (!isAtTop || !isFirst || isDeleted || isConditional || isReadFirst)
    yield refuse("two-meanings", `\`${binding.name}\``, module2, first.start);
}
function isAssigned({ tree }, statement) {
  return (0, import_shared.kindOf)(tree, statement) === import_shared.Kind.expression_statement && (0, import_shared.childIn)(tree, statement + 1, import_shared.Field.right) !== import_shared.NO_NODE;
}
function* ownStarImports(world, { module: module2, binding }) {
  const [star] = module2.nodesOf(import_shared.Kind.wildcard_import);
  if (star === void 0) return;
  for (const link of starLinksOf(world, module2)) {
    const from = link.to === "module" ? world.project.module(link.path) : void 0;
    const found = from === void 0 ? "unknown" : globalOf(world, from, binding.name);
    if (found !== void 0)
      yield refuse(
        "star-import",
        shownOf(module2, (0, import_shared.parentOf)(module2.tree, star)),
        module2,
        (0, import_shared.startOf)(module2.tree, star)
      );
  }
}
function* collisionInExports(world, module2, linked, name, newName) {
  const below = submoduleOf(world.project, { to: "module", path: module2.path }, newName);
  if (below !== void 0) yield decline("collision", `\`${newName}\` is a module of ${module2.path}`);
  if (globalOf(world, module2, newName) !== void 0)
    yield decline("collision", `\`${newName}\` in ${module2.path}`);
  yield* foreignStars(world, module2);
  yield* starImporters(world, module2, linked, name, newName);
}
function* newNameElsewhere(world, { module: module2, binding }, newName) {
  const wanted = { module: module2, binding: { ...nameless(binding), name: newName } };
  for (const reference of referencesTo(world, wanted)) {
    if (reference.kind === "objection" || reference.kind === "fixture-name" || reference.module === module2)
      continue;
    const [first] = reference.kind === "variable" ? reference.binding.definitions : [reference.span];
    yield refuse("collision", `\`${newName}\``, reference.module, first?.start ?? 0);
  }
}
function nameless({ scope, kind }) {
  return { scope, kind, definitions: [], references: [], declarations: [], symbols: [] };
}
function* renameFixture(world, start, newName) {
  const { name } = start;
  if (!world.project.isWhole) yield decline("single-file", `fixture \`${name}\``);
  for (const either of [name, newName]) {
    if (isForeignFixture(either)) yield decline("foreign-fixture", `\`${either}\` of pytest or a plugin`);
  }
  const all = providersOf(world, name);
  const group = groupOf(world, all, start);
  yield* foreignOverrides(world, group);
  yield* visibleUnder(world, group, newName);
  yield* computedIn(world, group);
  for (const named2 of new Set(group.map(({ definition, alias }) => alias?.binding ?? definition))) {
    const provider = group.find(({ definition, alias }) => (alias?.binding ?? definition) === named2);
    if (provider !== void 0) yield* renameProvider(world, provider, newName);
  }
  let isAskedFor2 = group.some(
    (provider) => isAutouse(provider.module, provider.definition) || hasAskedAlias(world, provider)
  );
  for (const module2 of world.modulesWith(name)) {
    if (!isInGroup(world, group, module2)) continue;
    for (const request of requestsIn(module2, name)) {
      if (!isWithinGroup(world, group, request)) continue;
      isAskedFor2 = true;
      yield* directCalls(world, request);
      yield* conftestsThatSee(world, module2);
      yield* renameRequest(world, request, newName);
    }
    yield* perhapsFilled(module2, name);
    for (const literal of literalsWith(module2, name)) {
      const steps = [...stringSteps(world, group, module2, name, literal, newName)];
      isAskedFor2 ||= steps.some(({ step }) => step === "edit");
      yield* steps;
    }
  }
  if (!isAskedFor2) yield decline("foreign-fixture", `no test asks for \`${name}\`, so a plugin may`);
  for (const { path: path2, line } of world.mentionsOf(name)) yield refuseAt("mention", `\`${name}\``, path2, line);
}
function* renameProvider(world, { module: module2, definition, name, alias }, newName) {
  if (alias !== void 0 && isAutouse(module2, definition))
    yield refuse("autouse-order", `\`${name}\``, module2, definition.nameSpan.start);
  for (const { call } of definition.decorators) {
    if (call !== import_shared.NO_NODE) yield* numberedIds(world, module2, call, void 0, { name, newName });
  }
  yield* parameterOrder(world, module2, definition, { name, newName });
  if (alias !== void 0) {
    yield* renameOwn(world, alias, newName);
    return;
  }
  yield* objectionsToFile(module2);
  if (definition.name !== name) return;
  yield* namesInLogs(world, module2, definition);
  yield* namesOfFrames(world, definition);
  yield* namesReadOfFixtures(world, module2);
  yield* laterFixture(world, module2, definition, newName);
  if (isAutouse(module2, definition)) yield* autouseOrder(world, module2, definition, newName);
  const binding = module2.bindings.bindingAt(definition.nameSpan.start);
  if (binding === void 0) return;
  if (binding.definitions.length > 1)
    yield refuse("collision", `\`${name}\` is bound more than once`, module2, definition.nameSpan.start);
  if (binding.scope.kind !== "module") {
    yield* renameInModule(world, module2, binding, newName);
    return;
  }
  yield* renameOwn(world, { module: module2, binding }, newName);
}
function renameOwn(world, target, newName) {
  return renameReferences(world, target, newName, ({ code: code2, place }) => {
    if (code2 === "unknown-receiver" || code2 === "computed-fixture") return false;
    return code2 !== "mention" || place === void 0 || !isPython(place.path);
  });
}
function hasAskedAlias(world, { module: module2, definition }) {
  const binding = module2.bindings.bindingAt(definition.nameSpan.start);
  if (binding?.scope.kind !== "module") return false;
  for (const reference of referencesTo(world, { module: module2, binding })) {
    if (reference.kind !== "alias" || reference.binding.scope.kind !== "module") continue;
    const { name } = reference.binding;
    if (world.modulesWith(name).some((other) => requestsIn(other, name).length > 0)) return true;
  }
  return false;
}
function* renameRequest(world, { module: module2, parameter }, newName) {
  yield* objectionsToFile(module2);
  const binding = module2.bindings.bindingAt(parameter.span.start);
  if (binding === void 0) return;
  yield* quotedParameter(module2, binding.name);
  yield* renameInModule(world, module2, binding, newName);
}
function* directCalls(world, { definition, parameter }) {
  for (const module2 of world.modulesWith(definition.name)) {
    const { tree } = module2;
    for (const argument of module2.nodesOf(import_shared.Kind.keyword_argument)) {
      const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, argument));
      const isSame6 = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, argument, import_shared.Field.name)) === parameter.name;
      if (isSame6 && (0, import_shared.kindOf)(tree, call) === import_shared.Kind.call && (0, import_shared.calledNameOf)(tree, call) === definition.name)
        yield refuse("unknown-caller", shownOf(module2, call), module2, (0, import_shared.startOf)(tree, call));
    }
  }
}
function* perhapsFilled(module2, name) {
  const asking2 = askingFunctions(module2);
  for (const definition of module2.model.helpers) {
    const hasParameter = definition.parameters.some((parameter) => parameter.name === name);
    if (hasParameter && !asking2.includes(definition))
      yield* unknownDecorators(module2, definition, () => false);
  }
}
function* namesInIds(world, module2, binding) {
  if (!hasParameters(world)) return;
  const search = { world, seen: /* @__PURE__ */ new Set() };
  yield* ofVariable(search, module2, binding, "itself");
  for (const definition of definitionsOf(module2, binding))
    if (definition.kind === "class") yield* givenToBases(search, { module: module2, definition });
}
function* givenToBases(search, owner) {
  const { world } = search;
  const bases = [...ancestryOf(world, owner).classes.values()].filter(
    ({ definition }) => definition !== owner.definition
  );
  for (const module2 of bases.length > 0 ? world.modulesWith("__subclasses__") : []) {
    for (const node of module2.nodesOf(import_shared.Kind.attribute)) {
      if ((0, import_shared.textOf)(module2.tree, (0, import_shared.childIn)(module2.tree, node, import_shared.Field.attribute)) !== "__subclasses__") continue;
      const value = valueOf(world, module2, (0, import_shared.childIn)(module2.tree, node, import_shared.Field.object));
      const isOfBase = value.kind === "unknown" || value.kind === "class" && bases.some(({ definition }) => definition === value.class.definition);
      if (isOfBase) yield* ofExpression(search, module2, node, "within");
    }
  }
  for (const { module: module2, definition } of bases) {
    const told = module2.definitions.find(
      ({ name, enclosing }) => name === "__init_subclass__" && enclosing === definition
    );
    const [own2] = told?.kind === "function" ? told.parameters : [];
    const parameter = own2 === void 0 ? void 0 : module2.bindings.bindingAt(own2.span.start);
    if (parameter !== void 0) yield* ofVariable(search, module2, parameter, "itself");
  }
}
var hasParameters = (world) => world.modulesWith("parametrize").length + world.modulesWith("params").length > 0;
function* ofVariable(search, module2, binding, held) {
  const key = `${held} ${module2.path} ${binding.scope.id} ${binding.name}`;
  if (search.seen.has(key)) return;
  search.seen.add(key);
  for (const { node } of binding.references) yield* ofExpression(search, module2, node, held);
  if (binding.scope.kind === "class") {
    const owner = module2.definitions.find(({ node }) => node === binding.scope.node);
    if (owner?.kind === "class")
      yield* ofAttributes(search, { module: module2, definition: owner }, binding.name, held);
  }
  if (binding.scope.kind !== "module") return;
  for (const reference of referencesTo(search.world, { module: module2, binding })) {
    if (reference.kind === "variable" || reference.kind === "alias") {
      if (reference.binding !== binding) yield* ofVariable(search, reference.module, reference.binding, held);
    } else if (reference.kind === "attribute")
      yield* ofExpression(search, reference.module, reference.node, held);
    else if (reference.kind === "objection" && reference.attribute !== void 0 && held !== "itself")
      yield* ofExpression(search, reference.attribute.module, reference.attribute.node, held);
  }
}
function* ofExpression(search, module2, expression, given) {
  const { tree, bindings } = module2;
  if (isAnnotationNode(tree, expression)) return;
  let held = given;
  for (let node = expression; node !== import_shared.NO_NODE; ) {
    const outer = (0, import_shared.parentOf)(tree, node);
    switch ((0, import_shared.kindOf)(tree, outer)) {
      case import_shared.Kind.call:
        if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.function) {
          if (held === "itself") return;
          held = "within";
        }
        break;
      case import_shared.Kind.attribute:
        if (held === "itself" && !isEnumeration2(search, module2, node)) return;
        if (held === "maker") return;
        held = "within";
        break;
      case import_shared.Kind.keyword_argument:
      case import_shared.Kind.argument_list: {
        const call = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.call, import_shared.Kind.class_definition);
        if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return;
        if (givesParameters(module2, call)) {
          if (isValue(module2, call, expression) && !isWrittenOut2(module2, idsOf(module2, call)))
            yield refuse("test-id", shownOf(module2, expression), module2, (0, import_shared.startOf)(tree, expression));
          return;
        }
        const called = (0, import_shared.calledNameOf)(tree, call);
        if (called === "param" && hasId(module2, call)) return;
        if (called === "partial" || NOT_KEPT.test(called)) return;
        yield* intoObject(search, module2, (0, import_shared.childIn)(tree, call, import_shared.Field.function));
        held = "within";
        node = call;
        continue;
      }
      case import_shared.Kind.assignment:
      case import_shared.Kind.augmented_assignment:
      case import_shared.Kind.named_expression:
      case import_shared.Kind.for_statement:
      case import_shared.Kind.for_in_clause: {
        const field = (0, import_shared.kindOf)(tree, outer) === import_shared.Kind.named_expression ? import_shared.Field.name : import_shared.Field.left;
        const target = (0, import_shared.childIn)(tree, outer, field);
        if (target === import_shared.NO_NODE || (0, import_shared.contains)(tree, target, node)) return;
        yield* intoTargets(search, module2, target, (0, import_shared.kindOf)(tree, outer) === import_shared.Kind.assignment ? held : "within");
        if ((0, import_shared.kindOf)(tree, outer) === import_shared.Kind.for_statement) return;
        if ((0, import_shared.kindOf)(tree, outer) !== import_shared.Kind.for_in_clause) held = held === "maker" ? "maker" : "within";
        break;
      }
      case import_shared.Kind.return_statement:
      case import_shared.Kind.yield: {
        const maker = module2.definitionAt((0, import_shared.startOf)(tree, outer));
        const binding = maker === void 0 ? void 0 : bindings.bindingAt(maker.nameSpan.start);
        if (binding !== void 0) yield* ofVariable(search, module2, binding, "maker");
        return;
      }
      case import_shared.Kind.expression_statement:
      case import_shared.Kind.decorator:
      case import_shared.Kind.comparison_operator:
      case import_shared.Kind.block:
      case import_shared.Kind.module:
      case import_shared.Kind.except_clause:
      case import_shared.Kind.assert_statement:
      case import_shared.Kind.default_parameter:
      case import_shared.Kind.typed_default_parameter:
        return;
      default:
        if (held === "itself" && (0, import_shared.kindOf)(tree, outer) !== import_shared.Kind.parenthesized_expression) held = "within";
    }
    node = outer;
  }
}
function isEnumeration2({ world }, module2, node) {
  const value = valueOf(world, module2, node);
  if (value.kind !== "class") return false;
  return ancestryOf(world, value.class).others.some(
    ({ base }) => base.kind !== "foreign" || attributesOfForeignClass(base.origin) === void 0
  );
}
var NOT_KEPT = /^(?:isinstance|issubclass|super|raises|warns|assert\w+|callable|getattr|setattr|hasattr|delattr|object)$/;
function isValue({ tree }, call, expression) {
  return (0, import_shared.argumentsOf)(tree, call).some(
    ({ keyword, value }) => (0, import_shared.contains)(tree, value, expression) && (keyword === void 0 || keyword === "argvalues" || keyword === "params")
  );
}
function hasId({ tree }, call) {
  const id = (0, import_shared.keywordOf)(tree, call, "id");
  return id !== import_shared.NO_NODE && (0, import_shared.kindOf)(tree, id) === import_shared.Kind.string;
}
function* intoObject(search, module2, callee) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, callee) !== import_shared.Kind.attribute) return;
  yield* intoTargets(search, module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object), "within");
}
function* intoTargets(search, module2, target, held) {
  const { tree, bindings } = module2;
  const isName = (0, import_shared.kindOf)(tree, target) === import_shared.Kind.identifier;
  for (const identifier of module2.nodesOf(import_shared.Kind.identifier)) {
    if (!(0, import_shared.contains)(tree, target, identifier) || (0, import_shared.fieldOf)(tree, identifier) === import_shared.Field.attribute) continue;
    const owner = module2.members.classOf(identifier);
    if (owner !== void 0) {
      const attribute2 = (0, import_shared.parentOf)(tree, identifier);
      yield* ofOwnAttribute(search, module2, owner, attribute2, attribute2 === target ? held : "within");
      continue;
    }
    const binding = bindings.bindingAt((0, import_shared.startOf)(tree, identifier));
    if (binding !== void 0) yield* ofVariable(search, module2, binding, isName ? held : "within");
  }
}
function* ofOwnAttribute(search, module2, owner, attribute2, held) {
  const { tree, members } = module2;
  if ((0, import_shared.kindOf)(tree, attribute2) !== import_shared.Kind.attribute) return;
  const nameOf = (node) => (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, node, import_shared.Field.attribute));
  const name = nameOf(attribute2);
  const key = `${held} ${module2.path} ${owner.qualifiedName}.${name}`;
  if (search.seen.has(key)) return;
  search.seen.add(key);
  for (const read2 of module2.nodesOf(import_shared.Kind.attribute)) {
    if (nameOf(read2) !== name || members.classOf((0, import_shared.childIn)(tree, read2, import_shared.Field.object)) !== owner) continue;
    yield* ofExpression(search, module2, read2, held);
  }
  yield* ofAttributes(search, { module: module2, definition: owner }, name, held);
}
function* ofAttributes(search, owner, name, held) {
  const { world } = search;
  for (const module2 of modulesWithAttribute(world, name)) {
    const { tree } = module2;
    for (const node of attributesNamed(module2, name)) {
      const value = valueOf(world, module2, (0, import_shared.childIn)(tree, node, import_shared.Field.object));
      if (value.kind !== "class" && value.kind !== "instance") continue;
      const { classes } = ancestryOf(world, value.class);
      if ([...classes.values()].some(({ definition }) => definition === owner.definition))
        yield* ofExpression(search, module2, node, held === "maker" ? "maker" : "within");
    }
  }
}
function namedInString(world, module2, offset) {
  const literal = literalsOf(module2).findLast(
    ({ node }) => (0, import_shared.startOf)(module2.tree, node) <= offset && offset < (0, import_shared.endOf)(module2.tree, node)
  );
  const name = literal === void 0 ? void 0 : wordAt(module2, literal, offset);
  if (literal === void 0 || name === void 0) return void 0;
  const form = formOf(module2, literal);
  switch (form.form) {
    case "fixture":
      return form.by === "argnames" ? argumentOf(module2, form.call, name) : fixtureOf2(world, module2, offset, name);
    case "export": {
      const found = nameOriginOf(world, module2, name);
      return found === void 0 || found === "unknown" ? void 0 : { kind: "variable", name, ...found };
    }
    case "annotation": {
      const binding = module2.bindings.lookup(module2.bindings.scopeOf(literal.node), name);
      return binding === void 0 ? void 0 : { kind: "variable", name, module: module2, binding };
    }
    case "attribute":
      return { kind: "attribute", name, object: resolvedValueOf(world, module2, form.target) };
    case "path": {
      const part = pathPartsOf(world, module2, literal).find(
        ({ span }) => span.start <= offset && offset < span.end
      );
      return part === void 0 ? void 0 : { kind: "attribute", name, object: part.object };
    }
    case "slot": {
      const definition = enclosingClass(module2, offset);
      return definition === void 0 ? void 0 : { kind: "attribute", name, object: { kind: "class", class: { module: module2, definition } } };
    }
    case "docstring":
    case "other":
      return void 0;
  }
}
function wordAt({ text }, literal, offset) {
  const [before = ""] = /[\p{XID_Continue}_]*$/u.exec(text.slice(literal.offsets[0] ?? 0, offset)) ?? [];
  const [after = ""] = /^[\p{XID_Continue}_]*/u.exec(text.slice(offset)) ?? [];
  return before + after === "" ? void 0 : (before + after).normalize("NFKC");
}
function argumentOf(module2, call, name) {
  const marked2 = module2.definitions.find(({ decorators }) => decorators.some((one) => one.call === call));
  if (marked2 === void 0) return void 0;
  const asking2 = requestsIn(module2, name).find(
    ({ definition }) => marked2.span.start <= definition.span.start && definition.span.end <= marked2.span.end
  );
  const binding = asking2 === void 0 ? void 0 : module2.bindings.bindingAt(asking2.parameter.span.start);
  return binding === void 0 ? void 0 : { kind: "variable", name, module: module2, binding };
}
function fixtureOf2(world, module2, offset, name) {
  const visible = providersOf(world, name).filter(
    ({ region, definition, module: owner }) => isReaching(world, region, module2, offset) || isWithin(world, region, module2, offset) || owner === module2 && isInDecorators(module2, definition, offset)
  );
  const [provider] = visible.toSorted((one, other) => rankOf(other.region) - rankOf(one.region));
  return provider === void 0 ? void 0 : { kind: "fixture", name, provider };
}
function isInDecorators({ tree }, { decorators }, offset) {
  return decorators.some(({ node }) => (0, import_shared.startOf)(tree, node) <= offset && offset < (0, import_shared.endOf)(tree, node));
}
function isRestWithout(module2, expression, name) {
  const { tree, bindings, definitions } = module2;
  if (expression === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, expression) !== import_shared.Kind.identifier) return false;
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, expression));
  const maker = definitions.find(({ node }) => node === binding?.scope.node);
  if (binding === void 0 || maker?.kind !== "function") return false;
  const start = binding.definitions[0]?.start;
  const isRest = maker.parameters.some(({ kind, span }) => kind === "var-keyword" && span.start === start);
  const isTaken2 = maker.parameters.some(
    (one) => one.name === name && (one.kind === "positional-or-keyword" || one.kind === "keyword-only")
  );
  return isRest && isTaken2 && isLeftWithout(module2, binding, name);
}
function isLeftWithout(module2, { definitions, references }, name) {
  const { tree } = module2;
  const isOther3 = (key) => {
    const literal = key === void 0 ? void 0 : literalAt(module2, key);
    return literal !== void 0 && !literal.isFormatted && literal.value !== name;
  };
  return definitions.length === 1 && references.every(({ node }) => {
    const parent = (0, import_shared.parentOf)(tree, node);
    const kind = (0, import_shared.kindOf)(tree, parent);
    if (kind === import_shared.Kind.dictionary_splat) return true;
    if (kind === import_shared.Kind.subscript)
      return (0, import_shared.fieldOf)(tree, node) === import_shared.Field.value && isOther3((0, import_shared.childIn)(tree, parent, import_shared.Field.subscript));
    if (kind !== import_shared.Kind.attribute) return false;
    const method = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute));
    const call = (0, import_shared.parentOf)(tree, parent);
    if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return false;
    return /^(?:get|pop|setdefault)$/.test(method) && isOther3((0, import_shared.argumentsOf)(tree, call)[0]?.value);
  });
}
function usesOfFactory(world, module2, expression) {
  const definition = fixtureGiving(module2, expression);
  const factory = definition === void 0 ? void 0 : functionAt(module2, expression);
  if (definition === void 0 || factory === void 0 || factory.scope.node !== definition.node)
    return void 0;
  const given = givenByFixture({ module: module2, definition });
  const isOnly = given.every((node) => functionAt(module2, node) === factory);
  const takers = isOnly ? takersOfFixture(world, { module: module2, definition }) : void 0;
  if (takers === void 0 || namesItsVariables(module2, factory)) return void 0;
  const isFilled2 = takers.every(
    ({ module: other, parameter }) => fixtureFilling(world, other, parameter)?.definition === definition && !namesItsVariables(other, parameter) && parameter.references.every(({ node }) => isCalled(other, node))
  );
  return isFilled2 ? takers.flatMap(
    ({ module: other, parameter }) => parameter.references.map(({ node }) => ({ module: other, node }))
  ) : void 0;
}
function factoryAt(world, module2, called) {
  const binding = (0, import_shared.kindOf)(module2.tree, called) === import_shared.Kind.identifier ? module2.bindings.bindingAt((0, import_shared.startOf)(module2.tree, called)) : void 0;
  const fixture2 = binding === void 0 ? void 0 : fixtureFilling(world, module2, binding);
  const [first] = fixture2 === void 0 ? [] : givenByFixture(fixture2);
  return fixture2 === void 0 || first === void 0 ? void 0 : { module: fixture2.module, node: first };
}
function functionAt({ tree, bindings }, node) {
  if ((0, import_shared.kindOf)(tree, node) !== import_shared.Kind.identifier) return void 0;
  const binding = bindings.bindingAt((0, import_shared.startOf)(tree, node));
  return binding?.kind === "function" && binding.definitions.length === 1 ? binding : void 0;
}
var isCalled = ({ tree }, node) => (0, import_shared.fieldOf)(tree, node) === import_shared.Field.function && (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) === import_shared.Kind.call;
var TAKERS = [
  // `ids(value)` (pytest reference, "Metafunc.parametrize", "fixture").
  { callee: /^pytest\.mark\.parametrize$/, arguments: /* @__PURE__ */ new Set([3, "ids"]), readBy: ["ids"] },
  { callee: /^pytest\.fixture$/, arguments: /* @__PURE__ */ new Set(["ids"]), readBy: ["ids"] },
  {
    callee: /^builtins\.property$/,
    arguments: /* @__PURE__ */ new Set([0, 1, 2, "fget", "fset", "fdel"]),
    readBy: ["fget", "fset", "fdel"]
  }
];
function isKeptByPosition(world, module2, call, argument) {
  const { tree } = module2;
  const callee = valueOf(world, module2, (0, import_shared.childIn)(tree, call, import_shared.Field.function));
  if (callee.kind !== "foreign") return false;
  const taker = TAKERS.find((one) => one.callee.test(callee.origin));
  if (taker === void 0 || taker.readBy.some((word) => isRead3(world, word))) return false;
  if (callee.origin === "pytest.mark.parametrize" && handsMarksOn(world)) return false;
  const given = (0, import_shared.argumentsOf)(tree, call);
  if (given.some(({ node }) => (0, import_shared.kindOf)(tree, node) === import_shared.Kind.list_splat)) return false;
  const keyword = given.find(({ value }) => value === argument)?.keyword;
  const place = given.filter((one) => one.keyword === void 0).findIndex(({ value }) => value === argument);
  return taker.arguments.has(keyword ?? place);
}
var isRead3 = rememberedOf(
  (world, word) => modulesWithAttribute(world, word).some((module2) => hasAttribute(module2, word)) || isSaid2(world, word) || composedNames(world, word).next().done !== true
);
var isSaid2 = (world, word) => world.modulesWith(word).some((module2) => literalsWith(module2, word).some(({ isDocstring }) => !isDocstring));
var hasAttribute = (module2, name) => attributesNamed(module2, name).length > 0;
var handsMarksOn = rememberedOfAll((world) => {
  if (isSaid2(world, "parametrize")) return true;
  const isHolder = (module2) => ["args", "kwargs"].some((name) => hasAttribute(module2, name));
  return ["iter_markers", "iter_markers_with_node", "own_markers", "pytestmark", "combined_with"].some(
    (word) => modulesWithAttribute(world, word).some((module2) => hasAttribute(module2, word) && isHolder(module2))
  );
});
function useOf(world, module2, expression) {
  const { tree } = module2;
  let node = expression;
  while ((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) === import_shared.Kind.parenthesized_expression) node = (0, import_shared.parentOf)(tree, node);
  const parent = (0, import_shared.parentOf)(tree, node);
  switch ((0, import_shared.kindOf)(tree, parent)) {
    case import_shared.Kind.call:
      return (0, import_shared.fieldOf)(tree, node) === import_shared.Field.function ? { use: "call", call: parent } : { use: "escape" };
    case import_shared.Kind.argument_list:
      return useAsArgument(world, module2, (0, import_shared.parentOf)(tree, parent), node);
    case import_shared.Kind.keyword_argument:
      return useAsKeyword(world, module2, parent);
    case import_shared.Kind.decorator:
    case import_shared.Kind.delete_statement:
    case import_shared.Kind.expression_statement:
    case import_shared.Kind.global_statement:
    case import_shared.Kind.nonlocal_statement:
      return { use: "by-position" };
    case import_shared.Kind.attribute:
      return useOfAttribute(tree, parent);
    case import_shared.Kind.comparison_operator:
      return isIdentity(tree, parent) ? { use: "by-position" } : { use: "escape" };
    default:
      return { use: "escape" };
  }
}
var HANDS_ON = new Map(
  Object.entries({
    partial: 0,
    addCleanup: 0,
    addClassCleanup: 0,
    addModuleCleanup: 0,
    addAsyncCleanup: 0,
    callback: 0,
    deprecated_call: 0,
    raises: 1,
    warns: 1,
    assertRaises: 1,
    assertRaisesRegex: 2,
    assertRaisesRegexp: 2,
    assertWarns: 1,
    assertWarnsRegex: 2
  })
);
var BY_POSITION = new Map(
  Object.entries({
    map: [0],
    filter: [0],
    reduce: [0],
    starmap: [0],
    takewhile: [0],
    dropwhile: [0],
    filterfalse: [0],
    accumulate: [1],
    groupby: [1],
    cmp_to_key: [0],
    iter: [0],
    callable: [0],
    addfinalizer: [0],
    sub: [0, 1],
    subn: [0, 1]
  })
);
var TAKERS2 = /* @__PURE__ */ new Map([
  [
    "key",
    /^(?:sorted|sort|min|max|groupby|nlargest|nsmallest|merge|bisect(?:_left|_right)?|insort(?:_left|_right)?)$/
  ],
  ["default", /^dumps?$/],
  ["object_hook", /^loads?$/],
  ["object_pairs_hook", /^loads?$/]
]);
function useAsArgument(world, module2, call, node) {
  const { tree } = module2;
  if (isKeptByPosition(world, module2, call, node)) return { use: "by-position" };
  const called = (0, import_shared.calledNameOf)(tree, call);
  const place = (0, import_shared.argumentsOf)(tree, call).filter(({ keyword }) => keyword === void 0).findIndex(({ value }) => value === node);
  if (isOfOthers2(world, module2, call, isOfLibrary)) {
    if (HANDS_ON.get(called) === place) return { use: called === "partial" ? "partial" : "call", call };
    if (BY_POSITION.get(called)?.includes(place) === true) return { use: "by-position" };
    const isKept2 = /^(?:staticmethod|classmethod)$/.test(called) && isBoundTo(module2, call, (0, import_shared.textOf)(tree, node));
    if (isKept2) return { use: "by-position" };
  }
  return { use: "escape" };
}
function isOfOthers2(world, module2, call, isMethod2) {
  const callee = (0, import_shared.childIn)(module2.tree, call, import_shared.Field.function);
  return (0, import_shared.kindOf)(module2.tree, callee) === import_shared.Kind.attribute ? isMethod2(world, module2, callee) : !isOfProject(world, module2, call);
}
function isBoundTo({ tree, bindings }, call, name) {
  const assignment = (0, import_shared.parentOf)(tree, call);
  const target = (0, import_shared.childIn)(tree, assignment, import_shared.Field.left);
  if ((0, import_shared.kindOf)(tree, assignment) !== import_shared.Kind.assignment || (0, import_shared.fieldOf)(tree, call) !== import_shared.Field.right) return false;
  return (0, import_shared.textOf)(tree, target) === name && bindings.bindingAt((0, import_shared.startOf)(tree, target))?.scope.kind === "class";
}
function useAsKeyword(world, module2, argument) {
  const { tree } = module2;
  const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, argument));
  if (isKeptByPosition(world, module2, call, (0, import_shared.childIn)(tree, argument, import_shared.Field.value)))
    return { use: "by-position" };
  const keyword = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, argument, import_shared.Field.name));
  const isTaker = TAKERS2.get(keyword)?.test((0, import_shared.calledNameOf)(tree, call)) === true;
  return isTaker && isOfOthers2(world, module2, call, isOfLibraryByName) ? { use: "by-position" } : { use: "escape" };
}
function useOfAttribute(tree, attribute2) {
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute));
  return /^(?:__name__|__qualname__|__doc__|__module__|__defaults__|cache_clear|cache_info)$/.test(name) ? { use: "by-position" } : { use: "escape" };
}
function isIdentity(tree, comparison) {
  return (0, import_shared.childrenOf)(tree, comparison).some((child) => {
    const kind = (0, import_shared.kindOf)(tree, child);
    return kind === import_shared.Kind.is_token || kind === import_shared.Kind["is not"];
  });
}
function* callsAt(world, module2, expression, oldName, newName) {
  const { tree } = module2;
  const use = useOf(world, module2, expression);
  switch (use.use) {
    case "by-position":
      return;
    case "call":
      yield* keywordInCall(module2, use.call, oldName, newName);
      return;
    case "partial":
      yield* keywordInCall(module2, use.call, oldName, newName);
      yield* callsOfValue(world, module2, use.call, oldName, newName);
      return;
    case "escape": {
      const uses = usesOfFactory(world, module2, expression);
      if (uses !== void 0) {
        for (const { module: other, node } of uses) yield* callsAt(world, other, node, oldName, newName);
        return;
      }
      const call = callWith(module2, expression);
      yield refuse(
        "unknown-caller",
        shownOf(module2, call === import_shared.NO_NODE ? (0, import_shared.parentOf)(tree, expression) : call),
        module2,
        (0, import_shared.startOf)(tree, expression)
      );
    }
  }
}
function* callsOfValue(world, module2, expression, oldName, newName) {
  const holder = holderOf3(module2, expression);
  if (holder === void 0) {
    yield* callsAt(world, module2, expression, oldName, newName);
    return;
  }
  const isKnown = holder.definitions.length === 1 && holder.scope.kind !== "class" && holder.scope.kind !== "module";
  if (!isKnown)
    yield refuse("unknown-caller", shownOf(module2, expression), module2, (0, import_shared.startOf)(module2.tree, expression));
  for (const { node } of holder.references) yield* callsAt(world, module2, node, oldName, newName);
}
function holderOf3({ tree, bindings }, expression) {
  const assignment = (0, import_shared.parentOf)(tree, expression);
  if ((0, import_shared.kindOf)(tree, assignment) !== import_shared.Kind.assignment) return void 0;
  if ((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, assignment)) === import_shared.Kind.assignment) return void 0;
  const left = (0, import_shared.childIn)(tree, assignment, import_shared.Field.left);
  return left !== import_shared.NO_NODE && (0, import_shared.kindOf)(tree, left) === import_shared.Kind.identifier ? bindings.bindingAt((0, import_shared.startOf)(tree, left)) : void 0;
}
function functionCalledBy(world, module2, call) {
  const { tree } = module2;
  const place = HANDS_ON.get((0, import_shared.calledNameOf)(tree, call));
  if (place === void 0 || isOfProject(world, module2, call)) return (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  return (0, import_shared.argumentsOf)(tree, call).filter(({ keyword }) => keyword === void 0)[place]?.value ?? import_shared.NO_NODE;
}
function* keywordInCall(module2, call, oldName, newName) {
  const { tree } = module2;
  for (const { node, keyword } of (0, import_shared.argumentsOf)(tree, call)) {
    if (keyword === oldName) yield edit(module2, module2.spanOf((0, import_shared.childIn)(tree, node, import_shared.Field.name)), newName);
    else if (keyword === newName) yield refuse("collision", `\`${newName}=\``, module2, (0, import_shared.startOf)(tree, node));
    else if ((0, import_shared.kindOf)(tree, node) === import_shared.Kind.dictionary_splat && mayHold(module2, node, oldName, newName))
      yield refuse("unpacked-call", shownOf(module2, call), module2, (0, import_shared.startOf)(tree, node));
  }
}
function mayHold(module2, splat, ...names3) {
  const { tree } = module2;
  const display = (0, import_shared.namedChildrenOf)(tree, splat)[0] ?? import_shared.NO_NODE;
  if ((0, import_shared.kindOf)(tree, display) !== import_shared.Kind.dictionary)
    return !names3.every((name) => isRestWithout(module2, display, name));
  return (0, import_shared.namedChildrenOf)(tree, display).some((pair) => {
    const key = (0, import_shared.kindOf)(tree, pair) === import_shared.Kind.pair ? literalAt(module2, (0, import_shared.childIn)(tree, pair, import_shared.Field.key)) : void 0;
    return key === void 0 || key.isFormatted || names3.includes(key.value);
  });
}
function* sinksOf(world, module2, expression) {
  const { tree } = module2;
  for (let node = expression, parent = (0, import_shared.parentOf)(tree, node); ; node = parent, parent = (0, import_shared.parentOf)(tree, node)) {
    const kind = (0, import_shared.kindOf)(tree, parent);
    if (CARRIES.has(kind) && isCarried(tree, node)) continue;
    switch (kind) {
      case import_shared.Kind.call:
        if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.function && isLister((0, import_shared.textOf)(tree, node))) continue;
        return;
      case import_shared.Kind.for_in_clause:
      case import_shared.Kind.for_statement:
        if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.right) yield* targetsIn(module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.left));
        return;
      case import_shared.Kind.assignment:
      case import_shared.Kind.augmented_assignment:
        if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.right) return;
        yield* targetsIn(module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.left));
        continue;
      case import_shared.Kind.named_expression:
        yield* targetsIn(module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.name));
        continue;
      case import_shared.Kind.return_statement:
      case import_shared.Kind.yield: {
        const name = functionNameAt(module2, parent);
        if (name !== void 0) yield { name };
        return;
      }
      case import_shared.Kind.keyword_argument:
        continue;
      case import_shared.Kind.argument_list: {
        const call = (0, import_shared.parentOf)(tree, parent);
        if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return;
        yield* keptByCall(world, module2, call, node);
        if (!HANDS_BACK.test((0, import_shared.calledNameOf)(tree, call))) return;
        parent = call;
        continue;
      }
      default:
        return;
    }
  }
}
var CARRIES = /* @__PURE__ */ new Set([
  import_shared.Kind.parenthesized_expression,
  import_shared.Kind.expression_list,
  import_shared.Kind.tuple,
  import_shared.Kind.list,
  import_shared.Kind.set,
  import_shared.Kind.dictionary,
  import_shared.Kind.pair,
  import_shared.Kind.list_splat,
  import_shared.Kind.conditional_expression,
  import_shared.Kind.boolean_operator,
  import_shared.Kind.subscript,
  import_shared.Kind.list_comprehension,
  import_shared.Kind.set_comprehension,
  import_shared.Kind.dictionary_comprehension,
  import_shared.Kind.generator_expression
]);
function isCarried(tree, node) {
  const field = (0, import_shared.fieldOf)(tree, node);
  return field !== import_shared.Field.key && field !== import_shared.Field.subscript;
}
var isLister = (callee) => /\.(?:__subclasses__|mro)$/.test(callee);
var HANDS_BACK = /^(?:next|iter|list|tuple|set|frozenset|sorted|reversed|min|max|enumerate|zip|filter|dict|cast|choice|chain|partial|param)$/;
var KEEPS = /^(?:append|appendleft|add|insert|setdefault|extend|update|push|register|set)$/;
function* keptByCall(world, module2, call, node) {
  const { tree } = module2;
  const called = (0, import_shared.calledNameOf)(tree, call);
  const given = (0, import_shared.argumentsOf)(tree, call);
  const argument = given.find((one) => one.node === node);
  if (called === "parametrize" || called === "setattr") {
    for (const { value } of given.slice(0, called === "setattr" ? 2 : 1)) {
      for (const string of [value, ...(0, import_shared.descendantsOf)(tree, value, import_shared.Kind.string)])
        for (const name of literalAt(module2, string)?.value.match(/\w+/g) ?? []) yield { name };
    }
    return;
  }
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  if (KEEPS.test(called) && (0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute)
    yield* targetsIn(module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object));
  const place = given.filter(({ keyword }) => keyword === void 0).findIndex((one) => one === argument);
  for (const one of calleesOf(world, module2, callee, methodsMeant)) {
    const parameter = parameterOf(one, place, argument?.keyword);
    if (parameter !== void 0) yield { module: one.module, binding: parameter };
  }
}
var methodsMeant = (world, module2, attribute2) => {
  const { tree } = module2;
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute));
  const [only, ...more] = pathsDefining(world, name);
  const defining = only === void 0 ? void 0 : world.project.module(only);
  if (defining === void 0) return [];
  const functions = functionsNamed(defining, name);
  if (more.length === 0 && functions.length === 1) return functions;
  const object = valueOf(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object));
  return "class" in object ? methodsOf(world, object.class, name) : [];
};
function* targetsIn(module2, target) {
  const { tree, bindings } = module2;
  switch (target === import_shared.NO_NODE ? void 0 : (0, import_shared.kindOf)(tree, target)) {
    case void 0:
      return;
    case import_shared.Kind.identifier: {
      const binding = bindings.bindingAt((0, import_shared.startOf)(tree, target));
      if (binding === void 0) return;
      yield { module: module2, binding };
      if (binding.scope.kind === "module" || binding.scope.kind === "class") yield { name: binding.name };
      return;
    }
    case import_shared.Kind.attribute:
      yield { name: (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, target, import_shared.Field.attribute)) };
      return;
    case import_shared.Kind.subscript:
      yield* targetsIn(module2, (0, import_shared.childIn)(tree, target, import_shared.Field.value));
      return;
    default:
      for (const child of (0, import_shared.namedChildrenOf)(tree, target)) yield* targetsIn(module2, child);
  }
}
function functionNameAt(module2, node) {
  const definition = module2.definitionAt((0, import_shared.startOf)(module2.tree, node));
  return definition?.kind === "function" ? definition.name : void 0;
}
var KIN_WORDS = "__base__|__bases__|__orig_bases__|__mro__|mro|__subclasses__";
var ANYTHING_CALLED = "get_type_hints|get_annotations|get_args|get_origin|exc_info";
var WORDS2 = `type|classmethod|__class__|${KIN_WORDS}|${ANYTHING_CALLED}|__new__|__init_subclass__|__class_getitem__|__annotations__|annotation|return_annotation|__exit__|__aexit__`;
var GIVES = new RegExp(
  String.raw`\btype\s*\((?![^()]*\)\s*\.\s*__name__)|\.\s*(?:type|annotation|return_annotation)\s*(?:[(\[]|$)|` + String.raw`(?<!\.\s*)__class__|__class__(?!\s*\.\s*__name__)|__annotations__|\b__a?exit__\b|\b(?:${KIN_WORDS})\b|` + String.raw`\b(?:${ANYTHING_CALLED})\s*\(|\bclassmethod\b|__(?:new|init_subclass|class_getitem)__`,
  "m"
);
function modulesGivingClasses({ project, pathsWith }) {
  const paths = new Set(WORDS2.split("|").flatMap((word) => pathsWith(word)));
  return [...paths].filter((path2) => GIVES.test(project.text(path2) ?? "")).flatMap((path2) => project.module(path2) ?? []);
}
var KIN = new RegExp(`^(?:${KIN_WORDS})$`);
var ANYTHING = /^(?:__annotations__|annotation|return_annotation|type)$/;
var GIVES_ANYTHING = new RegExp(`^(?:${ANYTHING_CALLED})$`);
function* classesGivenBy(search, module2, expression, depth = 0) {
  const { tree } = module2;
  const node = (0, import_shared.unparenthesized)(tree, expression);
  if (node === import_shared.NO_NODE || depth > MAXIMUM_DEPTH) return;
  switch ((0, import_shared.kindOf)(tree, node)) {
    case import_shared.Kind.identifier:
      yield* givenByVariable(search, module2, node, depth + 1);
      return;
    case import_shared.Kind.attribute:
      yield* givenByAttribute(search, module2, node);
      return;
    case import_shared.Kind.call:
      yield* givenByCall(search, module2, node, depth + 1);
      return;
    case import_shared.Kind.subscript:
      yield* classesGivenBy(search, module2, (0, import_shared.childIn)(tree, node, import_shared.Field.value), depth + 1);
      return;
    case import_shared.Kind.lambda:
    case import_shared.Kind.string:
    case import_shared.Kind.comparison_operator:
      return;
    default:
      for (const child of (0, import_shared.namedChildrenOf)(tree, node))
        yield* classesGivenBy(search, module2, child, depth + 1);
  }
}
function* givenByVariable(search, module2, node, depth) {
  const { tree, bindings } = module2;
  const start = (0, import_shared.startOf)(tree, node);
  if ((0, import_shared.textOf)(tree, node) === "__class__") {
    const definition = enclosingClass(module2, start);
    if (definition !== void 0)
      yield { of: "object", value: { kind: "instance", class: { module: module2, definition } } };
    return;
  }
  const binding = bindings.bindingAt(start);
  if (binding?.kind === "parameter") {
    const value = selfOf(module2, binding);
    if (value.kind === "class") yield { of: "object", value: { ...value, kind: "instance" } };
    if (/^__a?exit__$/.test(binding.scope.name)) yield { of: "anything" };
  }
  if (binding === void 0) return;
  yield* search.variables.get(binding) ?? [];
  if (binding.kind !== "local" || binding.scope.kind === "module")
    yield* search.named.get(binding.name) ?? [];
  if (binding.kind !== "local") return;
  for (const definition of binding.definitions) {
    const source = sourceOf2(module2, definition);
    if (source !== import_shared.NO_NODE && !(0, import_shared.contains)(tree, source, node))
      yield* classesGivenBy(search, module2, source, depth);
  }
}
function sourceOf2({ tree }, { node }) {
  const binder = (0, import_shared.ancestorOf)(
    tree,
    node,
    import_shared.Kind.assignment,
    import_shared.Kind.named_expression,
    import_shared.Kind.for_statement,
    import_shared.Kind.for_in_clause,
    import_shared.Kind.with_item
  );
  if (binder === import_shared.NO_NODE) return import_shared.NO_NODE;
  const right = (0, import_shared.childIn)(tree, binder, import_shared.Field.right);
  const source = right === import_shared.NO_NODE ? (0, import_shared.childIn)(tree, binder, import_shared.Field.value) : right;
  return source !== import_shared.NO_NODE && (0, import_shared.contains)(tree, source, node) ? import_shared.NO_NODE : source;
}
function* givenByAttribute({ world, named: named2 }, module2, attribute2) {
  const { tree } = module2;
  const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute));
  const value = () => objectAt(world, module2, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.object));
  if (name === "__class__") yield { of: "object", value: value() };
  else if (KIN.test(name)) yield { of: "kin", value: value() };
  else if (ANYTHING.test(name) && value().kind !== "instance") yield { of: "anything" };
  yield* named2.get(name) ?? [];
}
function objectAt(world, module2, node) {
  const { tree, bindings } = module2;
  const binding = (0, import_shared.kindOf)(tree, node) === import_shared.Kind.identifier ? bindings.bindingAt((0, import_shared.startOf)(tree, node)) : void 0;
  const self = binding?.kind === "parameter" ? selfOf(module2, binding) : unknown;
  return self.kind === "unknown" ? valueOf(world, module2, node) : self;
}
function* givenByCall(search, module2, call, depth) {
  const { world } = search;
  const { tree } = module2;
  const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
  const given = (0, import_shared.argumentsOf)(tree, call);
  const called = (0, import_shared.calledNameOf)(tree, call);
  if ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.identifier && called === "type") {
    const [object, ...more] = given;
    if (object !== void 0 && more.length === 0)
      yield { of: "object", value: objectAt(world, module2, object.value) };
    return;
  }
  if (GIVES_ANYTHING.test(called)) {
    yield { of: "anything" };
    return;
  }
  yield* classesGivenBy(search, module2, callee, depth);
  if ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute)
    yield* classesGivenBy(search, module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object), depth);
  if (HANDS_BACK.test(called))
    for (const { value } of given) yield* classesGivenBy(search, module2, value, depth);
}
function keptClassesOf(world) {
  const named2 = /* @__PURE__ */ new Map();
  const variables = /* @__PURE__ */ new Map();
  const modules = /* @__PURE__ */ new Set();
  const open3 = [...givenIn(world)];
  for (let next2 = open3.pop(); next2 !== void 0; next2 = open3.pop()) {
    const { given } = next2;
    for (const sink of sinksOf(world, next2.module, next2.node)) {
      if ("name" in sink) {
        named2.set(sink.name, (named2.get(sink.name) ?? /* @__PURE__ */ new Set()).add(given));
        continue;
      }
      const { module: module2, binding } = sink;
      const held = variables.get(binding) ?? /* @__PURE__ */ new Set();
      if (held.has(given)) continue;
      variables.set(binding, held.add(given));
      modules.add(module2);
      open3.push(...binding.references.map(({ node }) => ({ module: module2, node, given })));
    }
  }
  return { world, named: named2, variables, modules };
}
function* givenIn(world) {
  const search = { world, named: /* @__PURE__ */ new Map(), variables: /* @__PURE__ */ new Map() };
  const same = /* @__PURE__ */ new Map();
  for (const module2 of modulesGivingClasses(world)) {
    for (const node of placesIn2(module2)) {
      for (const given of classesGivenBy(search, module2, node)) {
        const key = keyOf2(given);
        const first = same.get(key) ?? given;
        same.set(key, first);
        yield { module: module2, node, given: first };
      }
    }
  }
}
function keyOf2(given) {
  if (given.of === "anything") return given.of;
  const { value } = given;
  return "class" in value && given.of === "object" ? value.class.definition : JSON.stringify(named(given));
}
function named({ of, value }) {
  if (!("class" in value)) return [of, value.kind];
  const { module: module2, definition } = value.class;
  return [of, value.kind, module2.path, definition.qualifiedName];
}
function* placesIn2(module2) {
  const { tree, bindings } = module2;
  const isLed = (node) => (0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, node)) === import_shared.Kind.attribute && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.object;
  for (const call of module2.nodesOf(import_shared.Kind.call)) {
    if (!isLed(call) && GIVERS2.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, call, import_shared.Field.function)))) yield call;
  }
  for (const attribute2 of module2.nodesOf(import_shared.Kind.attribute)) {
    const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, attribute2, import_shared.Field.attribute));
    if (!isLed(attribute2) && HOLDERS.test(name)) yield attribute2;
  }
  for (const definition of module2.definitions) {
    const first = definition.kind === "function" ? definition.parameters[0] : void 0;
    const binding = first === void 0 ? void 0 : bindings.bindingAt(first.span.start);
    if (binding === void 0 || selfOf(module2, binding).kind !== "class") continue;
    for (const { node } of binding.references) if (!isLed(node)) yield node;
  }
}
var GIVERS2 = new RegExp(String.raw`^type$|(?:^|\.)(?:${ANYTHING_CALLED})$`);
var HOLDERS = new RegExp(`^(?:__class__|${KIN_WORDS}|__annotations__)$`);
function* unnamedCalls({ world, binding, newName }, heirs) {
  for (const { module: module2, call, given } of unnamedCallsIn(world)) {
    const [step] = keywordInCall(module2, call, binding.name, newName);
    if (step === void 0 || !given.some((one) => mayBeOneOf(world, heirs, one))) continue;
    yield step.step === "edit" ? refuse("unknown-caller", shownOf(module2, call), module2, (0, import_shared.startOf)(module2.tree, call)) : step;
  }
}
var unnamedCallsIn = rememberedOfAll((world) => {
  const kept = keptClassesOf(world);
  const modules = /* @__PURE__ */ new Set([
    ...modulesGivingClasses(world),
    ...kept.modules,
    ...[...kept.named.keys()].flatMap((word) => world.modulesWith(word)),
    ...modulesInitialising(world)
  ]);
  return [...modules].flatMap(
    (module2) => Array.from(module2.nodesOf(import_shared.Kind.call)).flatMap((call) => {
      if (!hasKeywords(module2, call)) return [];
      const given = narrowed(world, module2, call) ?? [
        ...madeBy(kept, module2, functionCalledBy(world, module2, call))
      ];
      return given.length > 0 ? [{ module: module2, call, given }] : [];
    })
  );
});
function modulesInitialising({ project, pathsWith }) {
  return pathsWith("__init__").filter((path2) => /(?<!\bsuper\([^()]*\)\s*)\.\s*__init__\s*\(/.test(project.text(path2) ?? "")).flatMap((path2) => project.module(path2) ?? []);
}
function hasKeywords({ tree }, call) {
  return (0, import_shared.argumentsOf)(tree, call).some(
    ({ node, keyword }) => keyword !== void 0 || (0, import_shared.kindOf)(tree, node) === import_shared.Kind.dictionary_splat
  );
}
function narrowed(world, module2, call) {
  const { tree } = module2;
  const statement = (0, import_shared.ancestorOf)(tree, call, import_shared.Kind.if_statement);
  const condition = statement === import_shared.NO_NODE ? import_shared.NO_NODE : (0, import_shared.childIn)(tree, statement, import_shared.Field.condition);
  if (condition === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, condition) !== import_shared.Kind.call) return void 0;
  if (!(0, import_shared.contains)(tree, (0, import_shared.childIn)(tree, statement, import_shared.Field.consequence), call)) return void 0;
  const [tested, of] = (0, import_shared.argumentsOf)(tree, condition);
  if (tested === void 0 || of === void 0) return void 0;
  const callee = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, call, import_shared.Field.function));
  const text = (0, import_shared.textOf)(tree, tested.value);
  const isTested = (0, import_shared.calledNameOf)(tree, condition) === "issubclass" ? callee === text : (0, import_shared.calledNameOf)(tree, condition) === "isinstance" && [`type(${text})`, `${text}.__class__`].includes(callee);
  if (!isTested) return void 0;
  const value = valueOf(world, module2, of.value);
  return value.kind === "foreign" && CONTAINER.test(value.origin) ? [{ of: "object", value }] : void 0;
}
function* madeBy(search, module2, callee) {
  const { tree } = module2;
  const isInit = callee !== import_shared.NO_NODE && (0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.attribute)) === "__init__";
  if (!isInit) {
    yield* classesGivenBy(search, module2, callee);
    return;
  }
  const object = (0, import_shared.childIn)(tree, callee, import_shared.Field.object);
  const value = valueOf(search.world, module2, object);
  if (value.kind === "instance" || value.kind === "unknown") yield { of: "object", value };
  yield* classesGivenBy(search, module2, object);
}
function mayBeOneOf(world, heirs, given) {
  if (given.of === "anything") return true;
  const { value } = given;
  switch (value.kind) {
    case "unknown":
      return true;
    case "foreign":
      return heirs.some((heir) => mayComeFrom(world, heir, value));
    case "foreign-instance":
      return heirs.some((heir) => ancestryOf(world, heir).others.length > 0);
    case "instance":
    case "super":
      return heirs.some((heir) => ancestryOf(world, heir).classes.has(value.class.definition));
    case "class": {
      if (given.of === "object") return false;
      const above = ancestryOf(world, value.class).classes;
      return heirs.some(
        (heir) => above.has(heir.definition) || [...descendantsOf2(world, heir).values()].some(
          (below) => ancestryOf(world, below).classes.has(value.class.definition)
        )
      );
    }
    case "function":
    case "module":
      return false;
  }
}
function mayComeFrom(world, heir, { origin }) {
  return ancestryOf(world, heir).others.some(({ base }) => {
    if (base.kind !== "foreign") return true;
    const isPlain3 = /^(?:builtins\.object|abc\.ABC|typing(?:_extensions)?\.(?:Generic|Protocol))$/.test(
      base.origin
    );
    return !isPlain3 && (!CONTAINER.test(origin) || !base.origin.startsWith("builtins.") || base.origin === origin);
  });
}
var CONTAINER = /^builtins\.(?:dict|list|tuple|set|frozenset|str|bytes|int|float)$/;
function isOnlyExported(world, module2, literal) {
  return formOf(module2, literal).form === "export" && !isExportListRead(world);
}
var isExportListRead = rememberedOfAll((world) => {
  const { project, pathsWith } = world;
  return pathsWith("__all__").some((path2) => READ.test(project.text(path2) ?? ""));
});
var READ = /(?<!^)\b__all__\b|^__all__\b(?!\s*\+?=\s*[[(]|\s*:[^=\n]*=\s*[[(]|\.(?:append|extend)\()/m;
function* constructorCalls(rename2, owner) {
  yield* objectionsToOwner(rename2, owner);
  const made = [];
  for (const heir of descendantsOf2(rename2.world, owner).values()) {
    const init = initOf(rename2.world, heir);
    yield* superCalls(rename2, owner, heir);
    if (init === "unclear")
      yield refuse(
        "shared-method",
        `class ${heir.definition.name}`,
        heir.module,
        heir.definition.nameSpan.start
      );
    if (init !== owner.definition) continue;
    yield* unknownDecorators(heir.module, heir.definition, () => false);
    yield* metaclassesOf(rename2.world, heir);
    yield* takersOfTheSame(rename2, heir);
    yield* callsOfClass(rename2, heir);
    made.push(heir);
  }
  yield* unnamedCalls(rename2, made);
}
function* takersOfTheSame({ world, binding, newName }, heir) {
  for (const { module: module2, definition } of ancestryOf(world, heir).classes.values()) {
    const [place] = classVariableOf(module2, definition, "__new__")?.definitions ?? [];
    if (place === void 0) continue;
    const maker = definitionNamedAt(module2, place);
    const isFree = maker?.kind === "function" && maker.parameters.every(
      ({ name, kind }) => kind !== "var-keyword" && name !== binding.name && name !== newName
    );
    if (!isFree)
      yield refuse("shared-method", `\`__new__\` of class ${definition.name}`, module2, place.start);
  }
}
function* objectionsToOwner({ world, binding }, owner) {
  const { module: module2, definition } = owner;
  for (const keyword of classKeywordsOf(module2, definition))
    yield refuse("data-member", shownOf(module2, keyword), module2, (0, import_shared.startOf)(module2.tree, keyword));
  for (const { base, of } of ancestryOf(world, owner).others) {
    const isKnown = base.kind === "foreign" && attributesOfForeignClass(base.origin) !== void 0;
    if (!isKnown)
      yield refuse(
        "unknown-base",
        unknownBase(world, base, of, binding.name),
        of.module,
        of.definition.nameSpan.start
      );
  }
}
function* metaclassesOf(world, heir) {
  for (const { module: module2, definition } of ancestryOf(world, heir).classes.values()) {
    const { tree } = module2;
    for (const keyword of classKeywordsOf(module2, definition)) {
      const isMetaclass = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, keyword, import_shared.Field.name)) === "metaclass";
      if (isMetaclass && valueOf(world, module2, (0, import_shared.childIn)(tree, keyword, import_shared.Field.value)).kind !== "foreign")
        yield refuse("data-member", shownOf(module2, keyword), module2, (0, import_shared.startOf)(tree, keyword));
    }
  }
}
function initOf(world, heir) {
  const definers = [...ancestryOf(world, heir).classes.values()].filter(
    ({ module: module2, definition }) => classVariableOf(module2, definition, "__init__") !== void 0
  );
  const first = definers.find((definer) => {
    const { classes } = ancestryOf(world, definer);
    return definers.every(({ definition }) => classes.has(definition));
  });
  return first?.definition ?? "unclear";
}
function* callsOfClass(rename2, { module: module2, definition }) {
  const binding = module2.bindings.bindingAt(definition.nameSpan.start);
  if (binding === void 0) return;
  if (binding.scope.kind === "class") {
    yield* callsOfMember(rename2, { module: module2, definition });
    return;
  }
  if (binding.scope.kind !== "module") {
    yield* usesOfClass(rename2, module2, binding);
    return;
  }
  for (const reference of referencesTo(rename2.world, { module: module2, binding })) {
    const { kind } = reference;
    if (kind === "objection") yield reference.objection;
    else if (kind === "fixture-name") continue;
    else if (kind === "string" && isOnlyExported(rename2.world, reference.module, reference.literal)) continue;
    else if (kind === "variable" || kind === "alias")
      yield* usesOfClass(rename2, reference.module, reference.binding);
    else if (kind === "attribute") yield* stepsAt(rename2, reference.module, reference.node);
    else
      yield refuse(
        "unknown-caller",
        shownOf(reference.module, reference.literal.node),
        reference.module,
        reference.span.start
      );
  }
}
function* callsOfMember(rename2, { module: module2, definition }) {
  const { enclosing, name } = definition;
  if (enclosing?.kind !== "class") return;
  const family = familyOf(rename2.world, { module: module2, definition: enclosing }, name);
  for (const reference of memberReferencesTo(rename2.world, family, name)) {
    switch (reference.kind) {
      case "objection":
      case "unknown":
        yield reference.objection;
        break;
      case "variable":
        yield* usesOfClass(rename2, reference.module, reference.binding);
        break;
      case "attribute":
        yield* stepsAt(rename2, reference.module, reference.node);
        break;
      case "text":
        yield refuse("unknown-caller", `\`${name}\``, reference.module, reference.span.start);
    }
  }
}
function* usesOfClass(rename2, module2, binding) {
  for (const { node } of occurrencesOf(module2, binding)) {
    if (binding.references.some((reference) => reference.node === node)) yield* stepsAt(rename2, module2, node);
  }
}
function* stepsAt({ world, binding, newName }, module2, expression) {
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, expression);
  if (isOwnUse(module2, expression)) return;
  if ((0, import_shared.kindOf)(tree, parent) === import_shared.Kind.attribute) {
    const name = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute));
    if (name !== "__init__") return;
  }
  const maker = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.attribute ? parent : expression;
  yield* callsAt(world, module2, maker, binding.name, newName);
  yield* parameterInMessages(module2, binding.name, [expression]);
}
function isOwnUse({ tree }, expression) {
  for (let node = expression, parent = (0, import_shared.parentOf)(tree, node); ; node = parent, parent = (0, import_shared.parentOf)(tree, node)) {
    switch ((0, import_shared.kindOf)(tree, parent)) {
      case import_shared.Kind.tuple:
      case import_shared.Kind.parenthesized_expression:
        continue;
      case import_shared.Kind.type:
      case import_shared.Kind.except_clause:
      case import_shared.Kind.as_pattern:
      case import_shared.Kind.class_pattern:
      case import_shared.Kind.dotted_name:
        return true;
      case import_shared.Kind.argument_list: {
        const outer = (0, import_shared.parentOf)(tree, parent);
        if ((0, import_shared.kindOf)(tree, outer) === import_shared.Kind.class_definition) return true;
        const called = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, outer, import_shared.Field.function));
        if (/^(?:isinstance|issubclass)$|(?:^|\.)assertIsInstance$/.test(called)) return true;
        const isFirst = (0, import_shared.argumentsOf)(tree, outer)[0]?.value === node;
        return isFirst && /(?:^|\.)(?:raises|assertRaises\w*|patch\.object)$/.test(called);
      }
      default:
        return false;
    }
  }
}
function* superCalls({ world, binding, newName }, owner, { module: module2, definition }) {
  const { tree } = module2;
  for (const call of module2.nodesOf(import_shared.Kind.call)) {
    if (!(0, import_shared.contains)(tree, definition.node, call)) continue;
    const callee = (0, import_shared.childIn)(tree, call, import_shared.Field.function);
    if ((0, import_shared.kindOf)(tree, callee) === import_shared.Kind.attribute && (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, callee, import_shared.Field.attribute)) === "__init__") {
      const object = valueOf(world, module2, (0, import_shared.childIn)(tree, callee, import_shared.Field.object));
      if (object.kind !== "super" || !isNextInit(world, owner, object.class)) continue;
      yield* keywordInCall(module2, call, binding.name, newName);
    }
  }
}
function isNextInit(world, owner, { module: module2, definition }) {
  return basesOf(world, { module: module2, definition }).some(
    (base) => base.kind === "class" && initOf(world, base.class) === owner.definition
  );
}
function* callsOfObjects(rename2, definition, owner) {
  const { world } = rename2;
  const { module: module2 } = owner;
  const binding = module2.bindings.bindingAt(owner.definition.nameSpan.start);
  if (binding?.definitions.length !== 1 || binding.scope.kind === "class" || !isAlone(world, owner, definition)) {
    yield refuse("unknown-caller", definition.name, module2, definition.nameSpan.start);
    return;
  }
  for (const method of module2.definitions) {
    if (method.kind === "function" && method.enclosing === owner.definition)
      yield* usesOfSelf(rename2, module2, method);
  }
  if (binding.scope.kind !== "module") {
    yield* usesOfClass2(rename2, module2, binding);
    return;
  }
  for (const reference of referencesTo(world, { module: module2, binding })) {
    if (reference.kind === "objection") yield reference.objection;
    else if (reference.kind === "variable" || reference.kind === "alias")
      yield* usesOfClass2(rename2, reference.module, reference.binding);
    else if (reference.kind === "attribute") yield* objectsMadeAt(rename2, reference.module, reference.node);
    else yield unknownCaller(reference.module, reference.literal.node);
  }
}
function isAlone(world, owner, method) {
  const { module: module2, definition } = owner;
  const { classes, others } = ancestryOf(world, owner);
  const isPlain3 = others.every(
    ({ base }) => base.kind === "foreign" && attributesOfForeignClass(base.origin)?.size === 0
  );
  const isOnly = classVariableOf(module2, definition, method.name)?.definitions.length === 1;
  return isPlain3 && isOnly && classes.size === 1 && descendantsOf2(world, owner).size === 1 && method.decorators.length === 0 && definition.decorators.length === 0 && classKeywordsOf(module2, definition).length === 0 && doubts().makesItsObjects(world, owner) && WAYS_TO_SELF.every((word) => world.pathsWith(word).length === 0) && !namesItsClass(module2, definition.node) && !isTakenUnnamed(world, owner);
}
function isTakenUnnamed(world, { module: module2, definition }) {
  const isHome = ({ link }) => link.to !== "module" || link.path === module2.path;
  const looksInto = (other) => computedLookupsOf(other).some(({ object }) => {
    const value = valueOf(world, other, object);
    return value.kind === "module" && isHome(value);
  });
  const naming = world.modulesWith(definition.name);
  const seesAll = naming.some(
    (other) => observersOf(other).some(({ kind }) => kind === "namespace" || kind === "dynamic-code")
  );
  return seesAll || findersIn(world).length > 0 || [...naming, ...world.modulesWith(lastPartOf(module2))].some(looksInto);
}
var WAYS_TO_SELF = ["__self__", "im_self", "get_objects", "get_referrers", "__subclasses__"];
function namesItsClass({ tree, nodesOf: nodesOf2 }, definition) {
  return nodesOf2(import_shared.Kind.identifier).some(
    (node) => /^(?:__class__|super)$/.test((0, import_shared.textOf)(tree, node)) && (0, import_shared.contains)(tree, definition, node)
  );
}
function* usesOfSelf(rename2, module2, method) {
  const { tree } = module2;
  const [decorator, ...more] = method.decorators;
  if (decorator?.name === "staticmethod" && more.length === 0) return;
  const [self] = method.parameters;
  const binding = self === void 0 ? void 0 : module2.bindings.bindingAt(self.span.start);
  const isKnown = (decorator === void 0 || decorator.name === "property" && more.length === 0) && self?.kind !== "var-positional" && binding?.definitions.length === 1 && !namesItsVariables(module2, binding);
  if (!isKnown || binding === void 0) {
    yield refuse("unknown-caller", method.name, module2, method.nameSpan.start);
    return;
  }
  for (const { node } of binding.references) {
    const parent = (0, import_shared.parentOf)(tree, node);
    const isAsked = (0, import_shared.kindOf)(tree, parent) === import_shared.Kind.attribute && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.object;
    if (isAsked && !(0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, parent, import_shared.Field.attribute)).startsWith("__")) continue;
    yield* callsAt(rename2.world, module2, node, rename2.oldName, rename2.newName);
  }
}
function* usesOfClass2(rename2, module2, binding) {
  for (const { node } of occurrencesOf(module2, binding)) {
    if (binding.references.some((reference) => reference.node === node))
      yield* objectsMadeAt(rename2, module2, node);
  }
}
function* objectsMadeAt(rename2, module2, named2) {
  const { tree, bindings } = module2;
  if (isAnnotationNode(tree, named2)) return;
  const call = (0, import_shared.parentOf)(tree, named2);
  if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call || (0, import_shared.fieldOf)(tree, named2) !== import_shared.Field.function) {
    yield unknownCaller(module2, call);
    return;
  }
  const assignment = (0, import_shared.parentOf)(tree, call);
  const target = (0, import_shared.kindOf)(tree, assignment) === import_shared.Kind.assignment ? (0, import_shared.childIn)(tree, assignment, import_shared.Field.left) : import_shared.NO_NODE;
  const holder = target === import_shared.NO_NODE ? void 0 : bindings.bindingAt((0, import_shared.startOf)(tree, target));
  if (holder !== void 0 && namesItsVariables(module2, holder)) yield unknownCaller(module2, call);
  yield* callsOfValue(rename2.world, module2, call, rename2.oldName, rename2.newName);
}
var unknownCaller = (module2, node) => refuse("unknown-caller", shownOf(module2, node), module2, (0, import_shared.startOf)(module2.tree, node));
function* renameInFunction({ world, module: module2, binding, newName }) {
  yield* renameInModule(world, module2, binding, newName);
  yield* helpersThatSee(world, module2, binding);
  yield* quotedParameter(module2, binding.name);
  yield* quotedLines(world, module2, binding);
  yield* seenElsewhere(world, module2, binding.name);
}
function* renameParameter(rename2, definition, parameter) {
  const { module: module2 } = rename2;
  yield* renameInFunction(rename2);
  yield* doctests(module2, rename2.binding.name);
  if (isNameless(module2, definition, parameter)) {
    if (definition.parameters.some(({ kind }) => kind === "var-keyword") && parameter.kind === "positional-or-keyword")
      yield* newNameAsKeyword(rename2, definition);
    return;
  }
  yield* unknownDecorators(module2, definition, ({ name }) => /\.(?:setter|getter|deleter)$/.test(name));
  const { enclosing } = definition;
  if (enclosing?.kind === "class")
    yield* callsOfMethod2(rename2, definition, { module: module2, definition: enclosing });
  else yield* callsOfFunction(rename2, definition);
}
function* newNameAsKeyword(rename2, definition) {
  const { world, module: module2, binding, newName } = rename2;
  const { enclosing, name } = definition;
  if (enclosing?.kind !== "class" || CALLED_BY_NAME.test(name)) {
    yield* keywordAnywhere(world, newName);
    return;
  }
  const passing = { ...rename2, binding: { ...binding, name: newName } };
  for (const step of callsOfMethod2(passing, definition, { module: module2, definition: enclosing })) {
    const other = step.step === "edit" ? world.project.module(step.path) : void 0;
    if (step.step === "edit" && other !== void 0)
      yield refuse("collision", `\`${newName}=\``, other, step.span.start);
    if (step.step === "refuse" && OF_CALLS.has(step.code)) yield step;
  }
}
var OF_CALLS = /* @__PURE__ */ new Set([
  "collision",
  "dynamic-attribute",
  "unpacked-call",
  "unknown-caller",
  "unknown-receiver",
  "shared-method",
  "single-file"
]);
function* keywordAnywhere(world, name) {
  for (const module2 of world.modulesWith(name)) {
    for (const argument of module2.nodesOf(import_shared.Kind.keyword_argument)) {
      const keyword = (0, import_shared.childIn)(module2.tree, argument, import_shared.Field.name);
      if ((0, import_shared.textOf)(module2.tree, keyword) === name)
        yield refuse("collision", `\`${name}=\``, module2, (0, import_shared.startOf)(module2.tree, keyword));
    }
  }
}
function* doctests(module2, name) {
  for (const literal of literalsWith(module2, name)) {
    if (!literal.isDocstring || !new RegExp(`^\\s*(?:>>>|\\.\\.\\.).*\\b${name}\\b`, "m").test(literal.value))
      continue;
    yield refuse("doctest", `\`${name}\``, module2, literalStart(module2, literal));
  }
}
function* callsOfFunction(rename2, { nameSpan, name }) {
  const { world, module: module2 } = rename2;
  const binding = module2.bindings.bindingAt(nameSpan.start);
  if (binding === void 0) return;
  if (binding.definitions.length > 1)
    yield refuse("unknown-caller", `\`${name}\` is bound more than once`, module2, nameSpan.start);
  if (binding.scope.kind !== "module") yield* usesOfVariable(rename2, module2, binding);
  else if (world.project.isWhole) yield* usesOfGlobal(rename2, module2, binding);
  else yield decline("single-file", `callers of \`${name}\``);
}
function* usesOfGlobal(rename2, owner, binding) {
  for (const reference of referencesTo(rename2.world, { module: owner, binding })) {
    const { kind } = reference;
    if (kind === "objection") yield* perhapsInDoctest(rename2, reference.objection);
    else if (kind === "fixture-name") continue;
    else if (kind === "string" && isOnlyExported(rename2.world, reference.module, reference.literal)) continue;
    else if (kind === "variable") yield* usesOfVariable(rename2, reference.module, reference.binding);
    else if (kind === "attribute") yield* stepsAt2(rename2, reference.module, reference.node);
    else if (kind === "string")
      yield refuse(
        "unknown-caller",
        shownOf(reference.module, reference.literal.node),
        reference.module,
        reference.span.start
      );
    else if (reference.binding.scope.kind === "module")
      yield* usesOfGlobal(rename2, reference.module, reference.binding);
    else yield* usesOfVariable(rename2, reference.module, reference.binding);
  }
}
function* perhapsInDoctest({ world, binding }, objection) {
  const other = objection.code === "doctest" ? world.project.module(objection.place?.path ?? "") : void 0;
  if (other === void 0) yield objection;
  else yield* doctests(other, binding.name);
}
function* usesOfVariable(rename2, module2, binding) {
  for (const { node } of occurrencesOf(module2, binding)) {
    const isRead4 = binding.references.some((reference) => reference.node === node);
    if (isRead4) yield* stepsAt2(rename2, module2, node);
  }
}
function* stepsAt2({ world, binding, newName }, module2, expression) {
  yield* callsAt(world, module2, expression, binding.name, newName);
  yield* parameterInMessages(module2, binding.name, [expression]);
}
var CALLED_BY_NAME = /^__(?:new|call|init_subclass|prepare|post_init|class_getitem)__$/;
function* callsOfMethod2(rename2, definition, owner) {
  const { world, module: module2, binding } = rename2;
  const { name, nameSpan } = definition;
  if (definition.decorators.some(
    ({ name: decorator }) => /(?:^|\.)(?:cached_)?property$|\.(?:setter|getter|deleter)$/.test(decorator)
  ))
    return;
  if (name === "__call__" && world.project.isWhole) {
    yield* callsOfObjects({ world, oldName: binding.name, newName: rename2.newName }, definition, owner);
    yield* namedInSpecialCalls(rename2, name);
    return;
  }
  if (CALLED_BY_NAME.test(name)) yield refuse("unknown-caller", name, module2, nameSpan.start);
  const isSpecial2 = /^__.*__$/s.test(name);
  if (isSpecial2 && name !== "__init__") {
    yield* namedInSpecialCalls(rename2, name);
    return;
  }
  if (!world.project.isWhole) yield decline("single-file", `callers of \`${name}\``);
  if (name === "__init__") {
    yield* constructorCalls(rename2, owner);
    return;
  }
  const family = familyOf(world, owner, name);
  yield* objectionsToBases(world, family, name, void 0);
  const definers = [...family.members.values()].filter(
    (member) => classVariableOf(member.module, member.definition, name) !== void 0
  );
  for (const reference of memberReferencesTo(world, family, name)) {
    if (reference.kind === "objection") yield reference.objection;
    else if (reference.kind === "text")
      yield refuse(
        "unknown-caller",
        shownOf(reference.module, (0, import_shared.nodeAt)(reference.module.tree, reference.span.start)),
        reference.module,
        reference.span.start
      );
    else if (reference.kind === "variable") yield* usesInClass(rename2, reference.module, reference.binding);
    else {
      const steps = [...stepsAt2(rename2, reference.module, reference.node)];
      const [shared] = definers.length > 1 || reference.kind === "unknown" ? steps : [];
      if (shared === void 0) yield* steps;
      else if (reference.kind === "unknown") yield reference.objection;
      else
        yield refuse(
          "shared-method",
          `\`${binding.name}\` of ${definers.length} definitions of \`${name}\``,
          reference.module,
          (0, import_shared.startOf)(reference.module.tree, reference.node)
        );
    }
  }
  yield* escapesOf(world, family, name);
}
function* namedInSpecialCalls({ world, binding, newName }, method) {
  for (const module2 of world.modulesWith(method)) {
    const { tree } = module2;
    for (const node of module2.nodesOf(import_shared.Kind.identifier)) {
      if ((0, import_shared.fieldOf)(tree, node) !== import_shared.Field.attribute || (0, import_shared.textOf)(tree, node) !== method) continue;
      const use = useOf(world, module2, (0, import_shared.parentOf)(tree, node));
      if (use.use !== "call" && use.use !== "partial") continue;
      const [step] = keywordInCall(module2, use.call, binding.name, newName);
      if (step !== void 0)
        yield refuse("unknown-caller", shownOf(module2, use.call), module2, (0, import_shared.startOf)(tree, node));
    }
  }
}
function* usesInClass(rename2, module2, binding) {
  const accessors = definitionsOf(module2, binding).length;
  if (accessors > 0) yield* usesOfVariable(rename2, module2, binding);
}
function* renameLambdaParameter(rename2) {
  const { world, module: module2, binding, newName } = rename2;
  const lambda = binding.scope.node;
  yield* renameInFunction(rename2);
  const isNamed3 = binding.definitions.some(({ node }) => isNamedParameter(module2, node));
  if (isNamed3) yield* callsOfValue(world, module2, lambda, binding.name, newName);
}
function isNamedParameter({ tree }, name) {
  let parameter = name;
  while ((0, import_shared.kindOf)(tree, (0, import_shared.parentOf)(tree, parameter)) !== import_shared.Kind.lambda_parameters) {
    parameter = (0, import_shared.parentOf)(tree, parameter);
    if (parameter === import_shared.NO_NODE) return false;
  }
  const kind = (0, import_shared.kindOf)(tree, parameter);
  if (kind === import_shared.Kind.list_splat_pattern || kind === import_shared.Kind.dictionary_splat_pattern) return false;
  return (0, import_shared.childrenOf)(tree, (0, import_shared.parentOf)(tree, parameter)).every(
    (sibling) => sibling < parameter || (0, import_shared.kindOf)(tree, sibling) !== import_shared.Kind.positional_separator
  );
}
function* renameArgument(rename2) {
  const { world, module: module2, binding, newName } = rename2;
  yield* objectionsToFile(module2);
  const found = parameterOf2(module2, binding);
  if (found === void 0) {
    yield* renameLocal(world, module2, binding, newName);
    return;
  }
  const { definition, parameter } = found;
  const { tests, fixtures, hooks } = module2.model;
  const test = tests.find((one) => one.definition === definition);
  const isFixture = fixtures.some((one) => one.definition === definition);
  const isInjected = test !== void 0 || isFixture || isInherited2(rename2, definition, parameter);
  if (hooks.includes(definition)) {
    if (definition.name.startsWith("pytest_"))
      yield refuse("hook-parameter", definition.name, module2, definition.nameSpan.start);
    yield* unknownDecorators(module2, definition, () => false);
    yield* renameInFunction(rename2);
  } else if (!isInjected && sourceOf(module2, definition, parameter).from !== "given")
    yield* renameParameter(rename2, definition, parameter);
  else yield* renameInjected(rename2, definition, parameter);
}
function isInherited2({ world, module: module2, binding }, definition, parameter) {
  if (!askingFunctions(module2).includes(definition)) return false;
  const isMarked = [definition, definition.enclosing].some(
    (one) => one?.decorators.some(({ name }) => /(?:^|\.)parametrize$/.test(name))
  );
  const request = { module: module2, definition, parameter };
  return isMarked || providersFor(world, providersOf(world, binding.name), request).length > 0;
}
function isTestOfUnittest({ world, module: module2 }, definition) {
  if (module2.model.fixtures.some((fixture2) => fixture2.definition === definition)) return false;
  const { enclosing } = definition;
  const isTest2 = module2.model.classes.some(
    (one) => one.definition === enclosing && one.framework === "unittest"
  );
  if (!isTest2 || enclosing?.kind !== "class") return false;
  return ancestryOf(world, { module: module2, definition: enclosing }).others.length > 0;
}
function* renameInjected(rename2, definition, parameter) {
  const { module: module2, binding } = rename2;
  const { name } = binding;
  yield* unknownDecorators(module2, definition, () => false);
  const source = sourceOf(module2, definition, parameter);
  switch (source.from) {
    case "position":
      yield* renameInFunction(rename2);
      return;
    case "default":
      yield* renameParameter(rename2, definition, parameter);
      return;
    case "given":
      yield* renameInFunction(rename2);
      for (const { call } of source.calls) yield* keywordInCall(module2, call, name, rename2.newName);
      yield* falsifyingExamples(module2, definition);
      return;
    case "decorator": {
      const { call, node } = source.decorator;
      const keywords2 = call === import_shared.NO_NODE ? [] : (0, import_shared.argumentsOf)(module2.tree, call);
      if (keywords2.some(({ keyword }) => keyword === name || keyword === void 0))
        yield refuse(
          "unknown-decorator",
          module2.textOf((0, import_shared.childIn)(module2.tree, call, import_shared.Field.function)),
          module2,
          (0, import_shared.startOf)(module2.tree, node)
        );
      yield* renameAsked(rename2, definition, parameter);
      return;
    }
    case "pytest":
      if (isTestOfUnittest(rename2, definition))
        yield refuse("unknown-caller", `\`${name}\` of \`${definition.name}\``, module2, parameter.span.start);
      yield* renameAsked(rename2, definition, parameter);
  }
}
function* renameAsked({ world, module: module2, binding, newName }, definition, parameter) {
  const { name } = binding;
  if (!world.project.isWhole) yield decline("single-file", `fixture \`${name}\``);
  const request = { module: module2, definition, parameter };
  const [provider] = providersFor(world, providersOf(world, name), request);
  if (provider !== void 0) yield* renameFixture(world, provider, newName);
  else if (isForeignFixture(name))
    yield refuse("foreign-fixture", `\`${name}\``, module2, parameter.span.start);
  else yield* renameParametrized(world, request, name, newName);
}
function* falsifyingExamples(module2, definition) {
  if (module2.model.tests.some((test) => test.definition === definition)) return;
  const { tree } = module2;
  const reading = module2.nodesOf(import_shared.Kind.identifier).find(
    (node) => /^(?:__notes__|capsys\w*|capfd\w*|redirect_stdout|with_reporter)$/.test((0, import_shared.textOf)(tree, node))
  );
  if (reading !== void 0)
    yield refuse("source-text", `\`${(0, import_shared.textOf)(tree, reading)}\``, module2, (0, import_shared.startOf)(tree, reading));
}
function parameterNamedBy(world, module2, argument, name) {
  const { tree } = module2;
  const call = (0, import_shared.parentOf)(tree, (0, import_shared.parentOf)(tree, argument));
  if ((0, import_shared.kindOf)(tree, call) !== import_shared.Kind.call) return void 0;
  const decorated = module2.definitions.find(({ decorators }) => decorators.some((one) => one.call === call));
  if (decorated?.kind === "function" && /(?:^|\.)(?:given|example)$/.test((0, import_shared.calleeOf)(tree, call) ?? ""))
    return parameterIn(module2, decorated, name);
  const called = throughPartials(world, module2, functionCalledBy(world, module2, call));
  if (called === import_shared.NO_NODE) return void 0;
  const factory = factoryAt(world, module2, called);
  const value = factory === void 0 ? valueOf(world, module2, called) : valueOf(world, factory.module, factory.node);
  switch (value.kind) {
    case "function":
      return parameterIn(value.module, value.definition, name);
    case "class":
      return parameterOfMethod(world, value.class, "__init__", name);
    case "instance":
      return parameterOfMethod(world, value.class, "__call__", name);
    case "foreign":
    case "foreign-instance":
    case "module":
    case "super":
    case "unknown":
      return parameterOfAttribute(world, module2, called, name) ?? parameterOfLambda(module2, called, name);
  }
}
function throughPartials(world, module2, called) {
  const { tree } = module2;
  const made = (0, import_shared.kindOf)(tree, called) === import_shared.Kind.identifier ? onlyValueOf(module2, called) : called;
  if (made === import_shared.NO_NODE || (0, import_shared.kindOf)(tree, made) !== import_shared.Kind.call || (0, import_shared.calledNameOf)(tree, made) !== "partial")
    return called;
  return throughPartials(world, module2, functionCalledBy(world, module2, made));
}
function onlyValueOf({ tree, bindings }, variable2) {
  const [only, ...more] = bindings.bindingAt((0, import_shared.startOf)(tree, variable2))?.definitions ?? [];
  return only === void 0 || more.length > 0 ? import_shared.NO_NODE : (0, import_shared.valueGivenTo)(tree, only.node);
}
function parameterIn(module2, { parameters }, name) {
  const parameter = parameters.find((one) => one.name.normalize("NFKC") === name);
  const binding = parameter === void 0 ? void 0 : module2.bindings.bindingAt(parameter.span.start);
  return binding === void 0 ? void 0 : { module: module2, binding };
}
function parameterOfMethod(world, owner, method, name, isAbove3 = false) {
  for (const { module: module2, definition } of ancestryOf(world, owner).classes.values()) {
    if (isAbove3 && definition === owner.definition) continue;
    const [first] = classVariableOf(module2, definition, method)?.definitions ?? [];
    const found = first === void 0 ? void 0 : definitionNamedAt(module2, first);
    if (found?.kind === "function") return parameterIn(module2, found, name);
    if (found?.kind === "class")
      return parameterOfMethod(world, { module: module2, definition: found }, "__init__", name);
  }
  return void 0;
}
function parameterOfAttribute(world, module2, called, name) {
  const { tree } = module2;
  if ((0, import_shared.kindOf)(tree, called) !== import_shared.Kind.attribute) return void 0;
  const object = valueOf(world, module2, (0, import_shared.childIn)(tree, called, import_shared.Field.object));
  if (!("class" in object)) return void 0;
  const method = (0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, called, import_shared.Field.attribute));
  return parameterOfMethod(world, object.class, method, name, object.kind === "super");
}
function parameterOfLambda(module2, called, name) {
  const { tree, bindings } = module2;
  const value = (0, import_shared.kindOf)(tree, called) === import_shared.Kind.identifier ? onlyValueOf(module2, called) : (0, import_shared.unwrapped)(tree, called);
  const lambda = (0, import_shared.kindOf)(tree, value) === import_shared.Kind.lambda ? value : import_shared.NO_NODE;
  const symbol = lambda === import_shared.NO_NODE ? void 0 : bindings.scopeAt(lambda)?.symbols.get(name);
  return symbol?.flags.parameter === true ? { module: module2, binding: symbol.binding } : void 0;
}
var METHOD_HOOKS = ["setup_method", "teardown_method", "setup", "teardown"];
var FUNCTION_HOOKS = ["setup_function", "teardown_function"];
function* toldOfMethod(world, owner, name) {
  for (const { module: module2, definition } of familyOf(world, owner, name).related.values()) {
    for (const hook of METHOD_HOOKS) {
      const binding = classVariableOf(module2, definition, hook);
      if (binding !== void 0) yield* usesIn2(world, module2, binding);
    }
  }
}
function* toldOfFunction(world, module2) {
  for (const hook of FUNCTION_HOOKS) {
    const found = globalOf(world, module2, hook);
    if (found !== void 0 && found !== "unknown") yield* usesIn2(world, found.module, found.binding);
  }
}
function* usesIn2(world, module2, hook) {
  const value = valueOfBinding(world, module2, hook);
  if (value.kind !== "function") {
    yield refuse("test-id", `\`${hook.name}\``, module2, hook.definitions[0]?.start ?? 0);
    return;
  }
  const { module: other, definition } = value;
  if (other.model.fixtures.some((fixture2) => fixture2.definition === definition)) return;
  yield* unknownDecorators(other, definition, () => false);
  for (const parameter of parametersTold(other, definition)) {
    const seeing = parameter.references.find(({ node }) => !isIndifferent(other, node));
    if (seeing === void 0) continue;
    const call = callWith(other, seeing.node);
    const shown = shownOf(other, call === import_shared.NO_NODE ? (0, import_shared.parentOf)(other.tree, seeing.node) : call);
    yield refuse("test-id", shown, other, seeing.start);
  }
}
function parametersTold({ bindings }, definition) {
  const symbols = bindings.scopeAt(definition.node)?.symbols;
  const bound = definition.enclosing?.kind === "class" && !(0, import_shared.isStaticMethod)(definition) ? 1 : 0;
  return definition.parameters.slice(bound).filter(({ kind }) => kind === "positional-or-keyword" || kind === "positional-only").flatMap(({ name }) => symbols?.get(name.normalize("NFKC"))?.binding ?? []);
}
function isIndifferent(module2, node) {
  const { tree } = module2;
  const outer = (0, import_shared.parentOf)(tree, node);
  switch ((0, import_shared.kindOf)(tree, outer)) {
    case import_shared.Kind.attribute:
      return !NAMING.test((0, import_shared.textOf)(tree, (0, import_shared.childIn)(tree, outer, import_shared.Field.attribute)));
    case import_shared.Kind.comparison_operator:
    case import_shared.Kind.delete_statement:
      return true;
    case import_shared.Kind.argument_list:
      return (0, import_shared.fieldOf)(tree, outer) === import_shared.Field.arguments && isIndifferentCall(module2, (0, import_shared.parentOf)(tree, outer), node);
    default:
      return false;
  }
}
function isIndifferentCall(module2, call, given) {
  const { tree } = module2;
  const called = (0, import_shared.calledNameOf)(tree, call);
  if ([...METHOD_HOOKS, ...FUNCTION_HOOKS].some((hook) => hook === called)) return true;
  if (/^(?:callable|isinstance|isfunction|ismethod|iscoroutinefunction)$/.test(called)) return true;
  const [object, asked2] = (0, import_shared.argumentsOf)(tree, call);
  if (!/^(?:get|has)attr$/.test(called) || object?.value !== given || asked2 === void 0) return false;
  const literal = literalAt(module2, asked2.value);
  return literal !== void 0 && !literal.isFormatted && !NAMING.test(literal.value);
}
var NAMING = /^(?:__(?!doc__$|module__$|dict__$)|func_|im_)/;
function* stepsOf(world, module2, offset, newName) {
  yield* objectionsToFile(module2);
  const binding = bindingMeantAt(module2, offset);
  if (binding !== void 0) {
    yield* objectionsToName(binding.name, newName);
    yield* renameBinding(world, module2, binding, newName);
    return;
  }
  const node = (0, import_shared.nodeAt)(module2.tree, offset);
  if ((0, import_shared.kindOf)(module2.tree, node) !== import_shared.Kind.identifier) {
    yield* renameInString(world, module2, offset, newName);
    return;
  }
  yield* objectionsToName((0, import_shared.textOf)(module2.tree, node), newName);
  yield* renameIdentifier(world, module2, node, newName);
}
function* renameBinding(world, module2, binding, newName) {
  const { name, kind, scope } = binding;
  if (kind === "unbound") {
    const found = nameOriginOf(world, module2, name);
    if (found === void 0 || found === "unknown") yield decline("unbound", `\`${name}\``);
    else yield* renameTop(world, found, newName);
    return;
  }
  const owner = module2.definitions.find(({ node }) => node === scope.node);
  if (scope.kind === "class" && owner?.kind === "class")
    yield* renameInClass(world, { module: module2, definition: owner }, binding, newName);
  else if (scope.kind === "module") yield* renameTop(world, { module: module2, binding }, newName);
  else if (kind === "parameter" && scope.kind === "lambda")
    yield* renameLambdaParameter({ world, module: module2, binding, newName });
  else if (kind === "parameter") yield* renameArgument({ world, module: module2, binding, newName });
  else if (unaliasedImportOf(module2, binding) !== void 0)
    yield* renameImported(world, module2, binding, newName);
  else {
    yield* renameLocal(world, module2, binding, newName);
    if (definitionsOf(module2, binding).length > 0) yield* namesInIds(world, module2, binding);
  }
}
function* renameImported(world, module2, binding, newName) {
  const { tree } = module2;
  const node = binding.definitions[0]?.node ?? import_shared.NO_NODE;
  const statement = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.import_from_statement);
  const found = statement === import_shared.NO_NODE ? void 0 : importedFrom(world, module2, statement, binding.name);
  if (found === void 0) yield* renameLocal(world, module2, binding, newName);
  else yield* renameTop(world, found, newName);
}
function importedFrom(world, module2, statement, name) {
  const link = linkOf(world.project, module2, moduleNameIn(module2, statement));
  const from = link.to === "module" ? world.project.module(link.path) : void 0;
  const found = from === void 0 ? void 0 : nameOriginOf(world, from, name);
  return found === "unknown" ? void 0 : found;
}
function* renameTop(world, named2, newName) {
  const isImported2 = unaliasedImportOf(named2.module, named2.binding) !== void 0;
  const origin = isImported2 ? nameOriginOf(world, named2.module, named2.binding.name) : named2;
  const target = origin === void 0 || origin === "unknown" ? named2 : origin;
  const { module: module2, binding } = target;
  yield* objectionsToFile(module2);
  const [definition] = definitionsOf(module2, binding);
  const fixture2 = module2.model.fixtures.find((one) => one.definition === definition);
  if (fixture2 !== void 0 && fixture2.name === binding.name) {
    const provider2 = providersOf(world, fixture2.name).find((one) => one.definition === fixture2.definition);
    if (provider2 !== void 0) yield* renameFixture(world, provider2, newName);
    return;
  }
  const provider = providersOf(world, binding.name).find(({ alias }) => alias?.binding === binding);
  if (provider !== void 0) {
    yield* renameFixture(world, provider, newName);
    return;
  }
  if (definition === void 0) yield* perhapsFixture(world, target);
  if (fixture2 !== void 0) yield* laterFixture(world, module2, fixture2.definition, newName);
  yield* renameGlobal(world, target, newName);
  if (definition === void 0) return;
  yield* namesInIds(world, module2, binding);
  const test = testOf(module2, definition);
  if (test !== void 0) {
    yield* objectionsToTest(world, module2, test, newName);
    yield* toldOfFunction(world, module2);
  }
  if (definition.kind === "class") yield* objectionsToTestClass(world, module2, definition, newName);
  yield* newIdsOf(module2, definition, newName);
}
function* perhapsFixture(world, { binding }) {
  const { name } = binding;
  if (providersOf(world, name).length > 0) return;
  for (const module2 of world.modulesWith(name)) {
    const [request] = requestsIn(module2, name);
    const marks = module2.model.tests.find(
      ({ definition }) => definition === request?.definition
    )?.parametrizations;
    if (request === void 0 || marks?.some(({ names: names3 }) => names3.includes(name)) === true) continue;
    yield refuse("foreign-fixture", `\`${name}\``, module2, request.parameter.span.start);
  }
}
function* renameInClass(world, owner, binding, newName) {
  const { module: module2 } = owner;
  const [definition] = definitionsOf(module2, binding);
  const fixture2 = module2.model.fixtures.find((one) => one.definition === definition);
  if (fixture2 !== void 0 && fixture2.name === binding.name) {
    const provider = providersOf(world, fixture2.name).find((one) => one.definition === fixture2.definition);
    if (provider !== void 0) yield* renameFixture(world, provider, newName);
    return;
  }
  const test = definition === void 0 ? void 0 : testOf(module2, definition);
  if (test !== void 0) yield* objectionsToTest(world, module2, test, newName);
  else if (definition?.kind === "function" && definition.name.startsWith("test"))
    yield* readersOfTests(world, module2);
  if (definition !== void 0) yield* calleesThatName(world, module2, definition);
  if (definition?.kind === "function") yield* foundByLoaders(world, definition, newName);
  if (test !== void 0 || definition?.name.startsWith("test") === true) {
    yield* ownObjectsAsText(world, owner);
    yield* toldOfMethod(world, owner, binding.name);
  }
  yield* renameMember(world, owner, binding.name, newName);
  if (definition?.kind === "class") yield* objectionsToTestClass(world, module2, definition, newName);
  if (definition !== void 0) yield* namesInIds(world, module2, binding);
  if (definition !== void 0) yield* newIdsOf(module2, definition, newName);
}
function* renameIdentifier(world, module2, node, newName) {
  const { tree } = module2;
  const parent = (0, import_shared.parentOf)(tree, node);
  const name = (0, import_shared.textOf)(tree, node).normalize("NFKC");
  const offset = (0, import_shared.startOf)(tree, node);
  if ((0, import_shared.fieldOf)(tree, node) === import_shared.Field.attribute) {
    const object = resolvedValueOf(world, module2, (0, import_shared.childIn)(tree, parent, import_shared.Field.object));
    yield* renameAttribute(world, module2, offset, object, name, newName);
    return;
  }
  const statement = (0, import_shared.ancestorOf)(tree, node, import_shared.Kind.import_from_statement);
  if (statement !== import_shared.NO_NODE) {
    const found = importedFrom(world, module2, statement, name);
    if (found === void 0) yield refuse("not-ours", `\`${name}\``, module2, offset);
    else yield* renameTop(world, found, newName);
    return;
  }
  if ((0, import_shared.kindOf)(tree, parent) === import_shared.Kind.keyword_argument && (0, import_shared.fieldOf)(tree, node) === import_shared.Field.name) {
    const found = parameterNamedBy(world, module2, parent, name);
    if (found === void 0) yield refuse("not-ours", `\`${name}=\``, module2, offset);
    else if (found.binding.scope.kind === "lambda")
      yield* renameLambdaParameter({ world, ...found, newName });
    else yield* renameArgument({ world, ...found, newName });
    return;
  }
  if ((0, import_shared.kindOf)(tree, parent) === import_shared.Kind.keyword_pattern) {
    yield* renameAttribute(world, module2, offset, matchedBy(world, module2, parent), name, newName);
    return;
  }
  const meant = module2.bindings.unevaluated.find(
    ({ start, end }) => start <= offset && (0, import_shared.endOf)(tree, node) <= end
  );
  const binding = meant === void 0 ? void 0 : module2.bindings.lookup(meant.scope, meant.name);
  if (binding === void 0) yield refuse("no-name", `\`${name}\``, module2, offset);
  else yield* renameBinding(world, module2, binding, newName);
}
function* renameAttribute(world, module2, offset, object, name, newName) {
  const shown = `\`${name}\``;
  switch (object.kind) {
    case "class":
    case "instance":
    case "super":
      yield* renameInFamily(world, object.class, name, newName);
      return;
    case "module": {
      const from = object.link.to === "module" ? world.project.module(object.link.path) : void 0;
      const found = from === void 0 ? void 0 : nameOriginOf(world, from, name);
      if (found === void 0 || found === "unknown") yield refuse("not-ours", shown, module2, offset);
      else yield* renameTop(world, found, newName);
      return;
    }
    case "unknown":
      yield refuse("unknown-receiver", shown, module2, offset);
      return;
    case "foreign":
    case "foreign-instance":
    case "function":
      yield refuse("not-ours", shown, module2, offset);
  }
}
function* renameInFamily(world, owner, name, newName) {
  for (const member of familyOf(world, owner, name).members.values()) {
    const binding = classVariableOf(member.module, member.definition, name);
    if (binding === void 0) continue;
    yield* renameInClass(world, member, binding, newName);
    return;
  }
  yield* renameMember(world, owner, name, newName);
}
function* renameInString(world, module2, offset, newName) {
  const named2 = namedInString(world, module2, offset);
  if (named2 === void 0) {
    yield decline("no-name", "no name");
    return;
  }
  yield* objectionsToName(named2.name, newName);
  switch (named2.kind) {
    case "fixture":
      yield* renameFixture(world, named2.provider, newName);
      return;
    case "variable":
      yield* renameBinding(world, named2.module, named2.binding, newName);
      return;
    case "attribute":
      yield* renameAttribute(world, module2, offset, named2.object, named2.name, newName);
  }
}
function proposalFor(project, request) {
  const { path: path2, offset } = request;
  const newName = request.newName.normalize("NFKC");
  const module2 = moduleOf2(project, path2);
  const gathered3 = gather(stepsOf(worldOf(project), module2, offset, newName));
  if ("objection" in gathered3)
    return { safe: false, refusal: refusalOf(module2, request, gathered3.objection) };
  const { edits, claims, left, testIds } = gathered3;
  const [reader] = readersThatMatter(worldOf(project), module2, request, edits);
  if (reader !== void 0) return { safe: false, refusal: refusalOf(module2, request, reader) };
  const [firstPath = path2, [first] = []] = edits.has(path2) ? [path2, edits.get(path2)] : [...edits][0] ?? [];
  const defined = moduleOf2(project, firstPath);
  const plan = {
    oldName: defined.text.slice(first?.span.start, first?.span.end),
    newName,
    path: firstPath,
    start: defined.positionAt(first?.span.start ?? offset),
    edits,
    left,
    testIds
  };
  return { safe: true, plan, claims };
}
function readersThatMatter(world, module2, { offset, newName }, edits) {
  const binding = bindingMeantAt(module2, offset);
  const isOfTest2 = binding?.kind === "local" && binding.scope.kind !== "module" && module2.model.tests.length > 0;
  if (!world.project.isWhole || isOfTest2) return [];
  return readersOfFiles(world, [...edits.keys()], module2.textOf((0, import_shared.nodeAt)(module2.tree, offset)), newName);
}
function moduleOf2(project, path2) {
  const module2 = project.module(path2);
  if (module2 === void 0) throw new Error(`${path2} is no Python file that can be read`);
  return module2;
}
function gather(steps) {
  const lists = /* @__PURE__ */ new Map();
  const left = [];
  const testIds = [];
  const claims = /* @__PURE__ */ new Set();
  for (const step of steps) {
    switch (step.step) {
      case "refuse":
        return { objection: step };
      case "edit": {
        const list = lists.get(step.path) ?? [];
        lists.set(step.path, list);
        list.push({ span: step.span, replacement: step.replacement });
        break;
      }
      case "leave":
        left.push({ path: step.path, line: step.line });
        break;
      case "test-id":
        testIds.push({ before: step.before, after: step.after });
        break;
      case "claim":
        claims.add(step.claim);
    }
  }
  const edits = /* @__PURE__ */ new Map();
  for (const [path2, list] of lists) {
    const sorted = merged(list);
    if (sorted === void 0) return { objection: decline("internal", `edits of ${path2} overlap`) };
    edits.set(path2, sorted);
  }
  if (edits.size === 0) return { objection: decline("mangled", "a private name of a class") };
  return { edits, left, testIds, claims };
}
function refusedAs(project, request, { code: code2, found }) {
  const refusal = refusalOf(moduleOf2(project, request.path), request, decline(code2, found));
  return { safe: false, refusal };
}
function refusalOf(module2, { path: path2, offset }, { code: code2, found, place }) {
  if (place === void 0) return { code: code2, path: path2, at: module2.positionAt(offset), reason: found };
  const where = place.path === path2 ? `at line ${place.at.line}` : `at ${place.path}:${place.at.line}`;
  return { code: code2, path: place.path, at: place.at, reason: `${found} ${where}` };
}
function planRenames(project, requests) {
  const proposals = requests.map((request) => ({ request, proposal: proposalFor(project, request) }));
  const reasons = /* @__PURE__ */ new Map();
  const candidates = unitsOf(proposals).filter((unit) => {
    const isPossible = unit.every(({ proposal }) => proposal.safe);
    if (!isPossible)
      refuse2(reasons, unit, { code: "group", found: "another rename of the group was refused" });
    return isPossible;
  });
  const accepted = isProvedTogether(project, candidates) ? candidates : acceptable(project, candidates, reasons);
  return {
    outcomes: proposals.map((proposed) => outcomeOf(project, proposed, reasons.get(proposed))),
    edits: editsOf(accepted) ?? /* @__PURE__ */ new Map()
  };
}
function unitsOf(proposals) {
  const units = /* @__PURE__ */ new Map();
  for (const proposed of proposals) {
    const key = proposed.request.group ?? proposed;
    const unit = units.get(key);
    if (unit === void 0) units.set(key, [proposed]);
    else unit.push(proposed);
  }
  return [...units.values()];
}
function refuse2(reasons, unit, reason) {
  for (const proposed of unit) reasons.set(proposed, reason);
}
function isProvedTogether(project, units, last) {
  const edits = clashIn(units) === void 0 ? editsOf(units) : void 0;
  if (edits === void 0) return false;
  const concerned = last === void 0 ? void 0 : editsOf([last]);
  const unproved = [...edits].filter(([path2]) => concerned === void 0 || concerned.has(path2));
  return differenceIn(project, new Map(unproved)) === void 0;
}
function acceptable(project, units, reasons) {
  const accepted = [];
  for (const unit of units) {
    const alone2 = editsOf([unit]);
    const difference = alone2 === void 0 ? void 0 : differenceIn(project, alone2);
    const isAlone2 = unit.length === 1;
    if (difference !== void 0)
      refuse2(reasons, unit, isAlone2 ? difference : { ...difference, code: "clash" });
    else if (isProvedTogether(project, [...accepted, unit], unit)) accepted.push(unit);
    else
      refuse2(reasons, unit, {
        code: "clash",
        found: clashIn([...accepted, unit]) ?? "with the renames before it the code would mean something else"
      });
  }
  return accepted;
}
function clashIn(units) {
  const claimed = /* @__PURE__ */ new Map();
  for (const { proposal } of units.flat()) {
    if (!proposal.safe) continue;
    for (const claim of proposal.claims) {
      const other = claimed.get(claim);
      if (other !== void 0 && other !== proposal.plan.oldName) return `\`${other}\` gets the same name`;
      claimed.set(claim, proposal.plan.oldName);
    }
  }
  return void 0;
}
function editsOf(units) {
  const lists = /* @__PURE__ */ new Map();
  for (const { proposal } of units.flat()) {
    if (!proposal.safe) continue;
    for (const [path2, edits] of proposal.plan.edits) lists.set(path2, [...lists.get(path2) ?? [], edits]);
  }
  const together = /* @__PURE__ */ new Map();
  for (const [path2, edits] of lists) {
    const all = merged(...edits);
    if (all === void 0) return void 0;
    together.set(path2, all);
  }
  return together;
}
function outcomeOf(project, { request, proposal }, reason) {
  if (!proposal.safe) return proposal;
  return reason === void 0 ? { safe: true, plan: proposal.plan } : refusedAs(project, request, reason);
}
var CONTEXT = 3;
function unifiedDiff({ pathBytes, before, after }) {
  const old = linesOf(asLatin12(before));
  const fresh = linesOf(asLatin12(after));
  const hunks = hunksOf(changesBetween(old, fresh));
  if (hunks.length === 0) return new Uint8Array();
  const header = `--- ${quoted3("a/", pathBytes)}
+++ ${quoted3("b/", pathBytes)}
`;
  return fromLatin1(header + hunks.map((hunk) => hunkText(hunk, old, fresh)).join(""));
}
function hunksOf(changes) {
  const hunks = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    const end = last?.at(-1)?.end;
    if (last !== void 0 && end !== void 0 && change.start - end <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}
function hunkText(hunk, old, fresh) {
  const [first] = hunk;
  const last = hunk.at(-1) ?? first;
  const lead = Math.min(CONTEXT, first.start);
  const end = Math.min(old.length, last.end + CONTEXT);
  const newEnd = last.newEnd + (end - last.end);
  const lines = [];
  let at = first.start - lead;
  for (const { start, end: changeEnd, newStart, newEnd: changeNewEnd } of hunk) {
    lines.push(...marked(" ", old.slice(at, start)));
    lines.push(
      ...marked("-", old.slice(start, changeEnd)),
      ...marked("+", fresh.slice(newStart, changeNewEnd))
    );
    at = changeEnd;
  }
  lines.push(...marked(" ", old.slice(at, end)));
  const range = `-${rangeText(first.start - lead, end)} +${rangeText(first.newStart - lead, newEnd)}`;
  return `@@ ${range} @@
${lines.join("")}`;
}
function rangeText(start, end) {
  const count2 = end - start;
  return `${count2 === 0 ? start : start + 1}${count2 === 1 ? "" : `,${count2}`}`;
}
function marked(mark, lines) {
  return lines.map(
    (line) => line.endsWith("\n") ? `${mark}${line}` : `${mark}${line}
\\ No newline at end of file
`
  );
}
function linesOf(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function changesBetween(old, fresh) {
  const partners = commonLines(old, fresh);
  const changes = [];
  let start = 0;
  let newStart = 0;
  for (let line = 0; line <= old.length; line++) {
    const partner = line === old.length ? fresh.length : partners[line] ?? -1;
    if (partner === -1) continue;
    if (line > start || partner > newStart) changes.push({ start, end: line, newStart, newEnd: partner });
    start = line + 1;
    newStart = partner + 1;
  }
  return changes;
}
var MOST_DIFFERENCES = 1500;
function commonLines(one, other) {
  const partners = new Int32Array(one.length).fill(-1);
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) {
    partners[start] = start;
    start++;
  }
  let end = one.length;
  let otherEnd = other.length;
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    partners[--end] = --otherEnd;
  }
  for (const [line, partner] of snakes(one.slice(start, end), other.slice(start, otherEnd))) {
    partners[start + line] = start + partner;
  }
  return partners;
}
function snakes(one, other) {
  const most = Math.min(MOST_DIFFERENCES, one.length + other.length);
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace = [];
  for (let differences = 0; differences <= most; differences++) {
    trace.push(furthest.slice(middle - differences - 1, middle + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const at = middle + diagonal;
      let line = isDown(furthest, at, diagonal, differences) ? furthest[at + 1] ?? 0 : (furthest[at - 1] ?? 0) + 1;
      while (line < one.length && line - diagonal < other.length && one[line] === other[line - diagonal])
        line++;
      furthest[at] = line;
      if (line >= one.length && line - diagonal >= other.length)
        return traced(trace, one.length, other.length);
    }
  }
  return [];
}
function isDown(furthest, at, diagonal, differences) {
  if (diagonal === -differences) return true;
  return diagonal !== differences && (furthest[at - 1] ?? 0) < (furthest[at + 1] ?? 0);
}
function traced(trace, length, otherLength) {
  const pairs = [];
  let line = length;
  let partner = otherLength;
  for (let differences = trace.length - 1; differences >= 0; differences--) {
    const furthest = trace[differences] ?? new Int32Array();
    const diagonal = line - partner;
    const at = differences + 1 + diagonal;
    const previous = isDown(furthest, at, diagonal, differences) ? diagonal + 1 : diagonal - 1;
    const previousLine = differences === 0 ? 0 : furthest[differences + 1 + previous] ?? 0;
    const previousPartner = differences === 0 ? 0 : previousLine - previous;
    while (line > previousLine && partner > previousPartner) pairs.push([--line, --partner]);
    line = previousLine;
    partner = previousPartner;
  }
  return pairs;
}
function quoted3(prefix, pathBytes) {
  const path2 = asLatin12(pathBytes);
  if (!/[\x00-\x1f"\\\x7f]/.test(path2) && isUtf8(pathBytes)) return prefix + path2;
  const escaped = path2.replaceAll(
    /[\x00-\x1f"\\\x7f-\xff]/g,
    (byte) => byte === '"' || byte === "\\" ? `\\${byte}` : `\\${byte.charCodeAt(0).toString(8).padStart(3, "0")}`
  );
  return `"${prefix}${escaped}"`;
}
function isUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
var asLatin12 = (bytes) => Buffer.from(bytes).toString("latin1");
var fromLatin1 = (text) => Buffer.from(text, "latin1");
function counterpartOf(module2, offset, starts, other) {
  if (module2.text === other.text) return { kind: "found", offset };
  const identifiers2 = new Map(
    Array.from(module2.nodesOf(import_shared.Kind.identifier), (node) => [module2.spanOf(node).start, node])
  );
  const nodes = [offset, ...starts].flatMap((start) => identifiers2.get(start) ?? []);
  const [first] = nodes;
  if (first === void 0) throw new Error(`there is no identifier at offset ${offset} of ${module2.path}`);
  return onCommonLine(module2, nodes, other) ?? inDefinition(module2, first, other);
}
function onCommonLine(module2, nodes, other) {
  const partners = commonLines(linesWithoutEnds(module2.text), linesWithoutEnds(other.text));
  for (const node of nodes) {
    const { line, column } = module2.positionAt(module2.spanOf(node).start);
    const partner = partners[line - 1] ?? -1;
    const lineStart = partner === -1 ? void 0 : other.lineStarts[partner];
    if (lineStart !== void 0) return { kind: "found", offset: lineStart + column - 1 };
  }
  return void 0;
}
function linesWithoutEnds(text) {
  return linesOf(text).map((line) => line.replace(/\r?\n$/, ""));
}
function inDefinition(module2, node, other) {
  const name = module2.textOf(node);
  const definition = module2.qualifiedNameAt(module2.spanOf(node).start);
  const candidates = Array.from(other.nodesOf(import_shared.Kind.identifier)).filter(
    (candidate) => other.textOf(candidate) === name && isWithin3(other.qualifiedNameAt(other.spanOf(candidate).start), definition)
  );
  if (candidates.length === 0) return { kind: "absent" };
  const found = candidates.find((candidate) => isVariable2(other, candidate) === isVariable2(module2, node));
  return found === void 0 ? { kind: "unclear" } : { kind: "found", offset: other.spanOf(found).start };
}
function isWithin3(inner, outer) {
  return outer === "" || inner === outer || inner.startsWith(`${outer}.`);
}
function isVariable2(module2, node) {
  return module2.bindings.bindingAt(module2.spanOf(node).start) !== void 0;
}
function planChange(drafts, wanted) {
  const [first, ...others] = drafts;
  const denials = /* @__PURE__ */ new Map();
  for (; ; ) {
    const asked2 = wanted.filter((one) => !denials.has(one));
    const planned = planRenames(
      first.project(),
      asked2.map(({ request }) => request)
    );
    const accepted = [];
    for (const [index, outcome] of planned.outcomes.entries()) {
      const one = asked2[index];
      if (one === void 0) continue;
      if (outcome.safe) accepted.push({ wanted: one, plan: outcome.plan });
      else denials.set(one, outcome.refusal);
    }
    const late = /* @__PURE__ */ new Map();
    for (const { wanted: one, plan } of accepted) {
      const denial = testIdDenial(one, plan) ?? objectionTo3(first, plan);
      if (denial !== void 0) late.set(one, denial);
    }
    const followed = late.size > 0 ? [] : others.map((draft) => follow(first, draft, accepted, late));
    if (late.size === 0) {
      const denied = Array.from(denials, ([one, denial]) => ({ wanted: one, denial }));
      return { accepted, denied, edits: [planned.edits, ...followed] };
    }
    for (const [one, denial] of late) {
      denials.set(one, denial);
      for (const member of membersOf(one, asked2)) if (!denials.has(member)) denials.set(member, GROUP);
    }
  }
}
var GROUP = { code: "group", reason: "another rename of its group was refused" };
function membersOf({ request }, asked2) {
  return request.group === void 0 ? [] : asked2.filter((other) => other.request.group === request.group);
}
function testIdDenial({ mayChangeTestIds }, { testIds }) {
  const [first] = testIds;
  if (mayChangeTestIds || first === void 0) return void 0;
  return { code: "test-id", reason: `${first.before} would have another id; use proctor rename` };
}
function objectionTo3(draft, { edits }) {
  for (const [path2, list] of edits) {
    const objection = draft.objection(path2, list);
    if (objection !== void 0) return { code: "unwritable", reason: `${path2} ${objection}` };
  }
  return void 0;
}
function follow(first, draft, accepted, late) {
  const within = ({ code: code2, reason }) => ({ code: code2, reason: `${reason} in ${draft.name}` });
  const followers = [];
  for (const { wanted, plan } of accepted) {
    const { request } = wanted;
    const module2 = first.project().module(request.path);
    const other = draft.project().module(request.path);
    if (module2 === void 0) throw new Error(`${request.path} is no module`);
    if (other === void 0) {
      const isThere = draft.bytes(request.path) !== void 0;
      if (isThere)
        late.set(wanted, within({ code: "unwritable", reason: `${request.path} is not readable` }));
      continue;
    }
    const starts = (plan.edits.get(request.path) ?? []).map(({ span }) => span.start);
    const counterpart = counterpartOf(module2, request.offset, starts, other);
    if (counterpart.kind === "found") {
      followers.push({ wanted, request: { ...request, offset: counterpart.offset } });
    } else if (counterpart.kind === "unclear") {
      late.set(wanted, within({ code: "unwritable", reason: `\`${plan.oldName}\` is used otherwise` }));
    }
  }
  const planned = planRenames(
    draft.project(),
    followers.map(({ request }) => request)
  );
  for (const [index, outcome] of planned.outcomes.entries()) {
    const wanted = followers[index]?.wanted;
    if (wanted === void 0) continue;
    const denial = outcome.safe ? objectionTo3(draft, outcome.plan) : outcome.refusal;
    if (denial !== void 0) late.set(wanted, within(denial));
  }
  return planned.edits;
}
function differenceOutside(before, after, edits) {
  if (before.hasError) return "the text does not parse";
  if (after.hasError) return "the edited text would not parse";
  const fresh = inverse(before.text, edits).map(({ span }) => span);
  const old = edits.map(({ span }) => span);
  const shift = shiftOf(edits);
  const moved = ({ kind, field, start, end }) => ({
    kind,
    field,
    start: shift(start),
    end: end === start ? shift(end) : shift(end - 1) + 1
  });
  const stay = (seen) => isEqual(seen(before, old).map(moved), seen(after, fresh));
  return stay(tokensOutside) && stay(nodesAwayFrom) ? void 0 : "the edit would change what stands around it";
}
var seenAt = (tree, node) => ({
  kind: (0, import_shared.kindOf)(tree, node),
  field: (0, import_shared.fieldOf)(tree, node),
  start: (0, import_shared.startOf)(tree, node),
  end: (0, import_shared.endOf)(tree, node)
});
function tokensOutside(tree, spans) {
  return nodesOf(tree).filter((node) => (0, import_shared.afterOf)(tree, node) === node + 1 && (0, import_shared.startOf)(tree, node) < (0, import_shared.endOf)(tree, node)).map((node) => ({ ...seenAt(tree, node), field: 0 })).filter(({ start, end }) => spans.every((span) => end <= span.start || start >= span.end));
}
function nodesAwayFrom(tree, spans) {
  return nodesOf(tree).map((node) => seenAt(tree, node)).filter(({ start, end }) => spans.every((span) => end < span.start || start > span.end));
}
var nodesOf = ({ size }) => Array.from({ length: size }, (_, node) => node);
function isEqual(some, others) {
  return some.length === others.length && some.every(({ kind, field, start, end }, index) => {
    const other = others[index];
    return kind === other?.kind && field === other.field && start === other.start && end === other.end;
  });
}
var MOST_ROUNDS = 10;
function repaired(task) {
  const review2 = memoized(task);
  const repairs = [];
  for (let round = 1; ; round++) {
    const reviews = task.sources.map((source) => review2(task.drafts[0], source));
    const flawed = task.sources.flatMap((source, index) => {
      const outcome = reviews[index];
      return outcome?.ok === true ? outcome.findings.map((finding) => ({ source, finding })) : [];
    });
    const renames = renamesFor(flawed, task);
    const step = renames.repairs.length > 0 ? renames : editsFor(flawed, task, review2);
    const refusals = step === renames ? renames.refusals : [...renames.refusals, ...step.refusals];
    for (const [index, draft] of task.drafts.entries()) draft.edit(step.edits[index] ?? /* @__PURE__ */ new Map());
    repairs.push(...step.repairs);
    if (step.repairs.length === 0 || round === MOST_ROUNDS) return { repairs, refusals, reviews };
  }
}
function memoized({ review: review2 }) {
  const known18 = /* @__PURE__ */ new Map();
  return (draft, source) => {
    const bytes = draft.bytes(source.place);
    if (bytes === void 0) {
      return { ok: false, failure: { path: source.path, reason: `is not in ${draft.name} any more` } };
    }
    const reviews = known18.get(source) ?? /* @__PURE__ */ new WeakMap();
    known18.set(source, reviews);
    const reviewed = reviews.get(bytes) ?? review2(source, bytes);
    reviews.set(bytes, reviewed);
    return reviewed;
  };
}
function renamesFor(flaws, task) {
  const wanted = flaws.flatMap((flaw) => wantedRenames(flaw, task));
  const { accepted, denied, edits } = planChange(task.drafts, wanted);
  return {
    edits,
    repairs: accepted.map(({ wanted: { source, finding, evidence }, plan }) => ({
      ...renamedBy(plan, source.path, task.shown),
      rule: finding.rule,
      evidence
    })),
    refusals: denied.map(({ wanted: { source, finding, at, from, request }, denial }) => ({
      path: source.path,
      line: at.line,
      column: at.column,
      rule: finding.rule,
      what: `${from} -> ${request.newName}`,
      code: denial.code,
      reason: denial.reason
    }))
  };
}
function wantedRenames({ source, finding }, { drafts, allowsUnsafe }) {
  const { fix: fix2, span, start } = finding;
  const module2 = drafts[0].project().module(source.place);
  if (fix2 === void 0 || "edits" in fix2 || module2 === void 0) return [];
  if ("renameTo" in fix2 && fix2.safe === false && !allowsUnsafe) return [];
  const group = "renames" in fix2 ? `${source.place} ${span.start} ${finding.rule}` : void 0;
  const names3 = "renames" in fix2 ? fix2.renames.map(({ line, column, ...name }) => ({ ...name, at: { line, column } })) : [{ ...fix2, span, at: start }];
  return names3.map(({ span: named2, at, renameTo, evidence }) => {
    const name = nameIn(module2, named2);
    if (name === void 0) throw new Error(`${finding.rule} wants to rename what is no name`);
    const request = {
      path: source.place,
      offset: name.start,
      newName: renameTo,
      ...group === void 0 ? {} : { group }
    };
    const from = module2.text.slice(name.start, name.end);
    return { request, mayChangeTestIds: allowsUnsafe, source, finding, at, from, evidence };
  });
}
function nameIn({ nodesOf: nodesOf2, spanOf }, { start, end }) {
  return Array.from(nodesOf2(import_shared.Kind.identifier), spanOf).findLast(
    (name) => name.start >= start && name.end <= end
  );
}
function renamedBy(plan, path2, shown) {
  return {
    kind: "rename",
    path: path2,
    line: plan.start.line,
    column: plan.start.column,
    from: plan.oldName,
    to: plan.newName,
    places: Array.from(plan.edits.values(), (edits) => edits.length).reduce((sum, places3) => sum + places3, 0),
    files: plan.edits.size,
    left: plan.left.map((mention) => ({
      path: mention.path === plan.path ? path2 : shown(mention.path),
      line: mention.line
    })),
    testIds: plan.testIds
  };
}
function editsFor(flaws, { drafts, allowsUnsafe }, review2) {
  const changes = drafts.map((draft) => ({ draft, edits: /* @__PURE__ */ new Map() }));
  const repairs = [];
  const refusals = [];
  for (const flaw of flaws) {
    const { fix: fix2, start, rule } = flaw.finding;
    if (fix2 === void 0 || !("edits" in fix2) || !(fix2.safe || allowsUnsafe)) continue;
    const place = { path: flaw.source.path, line: start.line, column: start.column, rule };
    const merges = changes.map(({ draft, edits }) => {
      const others = edits.get(flaw.source.place) ?? [];
      const own2 = editsIn(draft, flaw, fix2, drafts[0], review2);
      return own2 === void 0 ? { kind: "nothing" } : mergedEdits(draft, flaw.source.place, others, own2);
    });
    const refusal = merges.find((merge) => merge.kind === "refused");
    if (refusal !== void 0) refusals.push({ ...place, what: fix2.title, reason: refusal.reason });
    if (refusal !== void 0 || merges.some(({ kind }) => kind === "overlap")) continue;
    for (const [index, merge] of merges.entries()) {
      if (merge.kind === "merged") changes[index]?.edits.set(flaw.source.place, merge.edits);
    }
    repairs.push({ ...place, kind: "edit", title: fix2.title });
  }
  return { repairs, refusals, edits: changes.map(({ edits }) => edits) };
}
function editsIn(draft, { source, finding }, fix2, first, review2) {
  if (draft === first) return fix2.edits;
  const same = (reviewed) => reviewed.ok ? reviewed.findings.filter(
    (other2) => other2.fingerprint === finding.fingerprint && titleOf(other2) === fix2.title
  ) : [];
  const index = same(review2(first, source)).indexOf(finding);
  const other = same(review2(draft, source))[index]?.fix;
  return other !== void 0 && "edits" in other ? other.edits : void 0;
}
var titleOf = ({ fix: fix2 }) => fix2 !== void 0 && "edits" in fix2 ? fix2.title : void 0;
function mergedEdits(draft, path2, others, own2) {
  const all = merged(others, own2);
  if (all === void 0) return { kind: "overlap" };
  const { module: moduleOf3, parse } = draft.project();
  const before = moduleOf3(path2);
  if (before === void 0) throw new Error(`${path2} is no module`);
  const reason = draft.objection(path2, all) ?? differenceOutside(before.tree, parse(path2, edited(before.text, all)).tree, all);
  return reason === void 0 ? { kind: "merged", edits: all } : { kind: "refused", reason };
}
function draftOf(view, reading) {
  const edited2 = /* @__PURE__ */ new Map();
  const modules = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  const bytes = (path2) => edited2.get(path2) ?? view.read(path2)?.bytes;
  const parse = (path2, text) => {
    const parser = reading.parse();
    return (0, import_shared.testModule)(path2, parser(text), reading.conventions(path2), parser);
  };
  function moduleAt(path2) {
    if (modules.has(path2)) return modules.get(path2);
    const content = path2.endsWith(".py") ? bytes(path2) : void 0;
    const decoded = content && (0, import_shared.decode)(content);
    const module2 = decoded?.ok === true ? parse(path2, decoded.text) : void 0;
    modules.set(path2, module2);
    return module2;
  }
  function textAt(path2) {
    if (texts.has(path2)) return texts.get(path2);
    const content = bytes(path2);
    const text = content && textOf2(path2, content);
    texts.set(path2, text);
    return text;
  }
  function newProject() {
    let files;
    return {
      isWhole: view.isWhole,
      get files() {
        return files ??= view.files;
      },
      text: textAt,
      module: moduleAt,
      parse
    };
  }
  let project = newProject();
  return {
    name: view.name,
    project: () => project,
    bytes,
    objection: (path2, edits) => {
      const held = view.read(path2);
      if (held === void 0) return "cannot be read";
      if (held.obstacle !== void 0) return held.obstacle;
      const result = editedBytes(bytes(path2) ?? held.bytes, edits);
      return result.ok ? void 0 : result.reason;
    },
    edit: (edits) => {
      for (const [path2, list] of edits) {
        const result = editedBytes(bytes(path2) ?? new Uint8Array(), list);
        if (!result.ok) throw new Error(`${path2}: ${result.reason}`);
        edited2.set(path2, result.bytes);
        modules.delete(path2);
        texts.delete(path2);
      }
      project = newProject();
    },
    contents: () => edited2
  };
}
function textOf2(path2, bytes) {
  const decoded = path2.endsWith(".py") ? (0, import_shared.decode)(bytes) : void 0;
  if (decoded?.ok === true) return decoded.text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString("latin1");
  }
}
var LARGEST = 32 * 1024 * 1024;
var LINK = "is a symbolic link";
function indexView(place, name, first) {
  const entries = /* @__PURE__ */ new Map();
  for (const entry of indexEntries(place)) if (!isSubmodule(entry)) entries.set(entry.path, entry);
  const contentOf = blobReader(place, entries, first);
  const held = (path2) => {
    const entry = entries.get(path2);
    if (entry === void 0) return void 0;
    const obstacle = obstacleOf(entry);
    if (obstacle === LINK) return { bytes: contentOf(targetOf2(entry)) ?? new Uint8Array(), obstacle };
    const bytes = contentOf(entry);
    return bytes && { bytes, obstacle };
  };
  function targetOf2(link) {
    const target = Buffer.from(contentOf(link) ?? []).toString();
    const entry = entries.get(import_node_path8.posix.join(import_node_path8.posix.dirname(link.path), target));
    return entry !== void 0 && obstacleOf(entry) !== LINK ? entry : void 0;
  }
  return {
    name,
    isWhole: true,
    get files() {
      return [...entries.keys()].toSorted();
    },
    read: held,
    pathBytes: (path2) => entries.get(path2)?.pathBytes ?? Buffer.from(path2),
    rewrite: (contents) => ({
      place,
      entries: Array.from(contents, ([path2, content]) => {
        const entry = entries.get(path2);
        if (entry === void 0) throw new Error(`${path2} is not in the index`);
        return { entry, content };
      })
    })
  };
}
var isSubmodule = ({ mode }) => mode === "160000";
function obstacleOf({ mode, stage }) {
  if (stage !== 0) return "is not merged";
  return mode === "120000" ? LINK : void 0;
}
var AT_ONCE = 1e3;
function blobReader(place, entries, first) {
  const contents = /* @__PURE__ */ new Map();
  const load = (wanted) => {
    const sizes = (0, import_shared.blobSizes)(
      place,
      wanted.map(({ blob }) => blob)
    );
    const readable = wanted.filter(({ blob }) => (sizes.get(blob) ?? Infinity) <= LARGEST);
    const contentOf = (0, import_shared.readBlobs)(
      place,
      readable.map(({ blob }) => blob)
    );
    for (const { blob } of wanted) contents.set(blob, void 0);
    for (const { blob, path: path2 } of readable) contents.set(blob, contentOf(blob, path2));
  };
  const all = [...entries.values()];
  load(first.flatMap((path2) => entries.get(path2) ?? []));
  return (entry) => {
    if (entry === void 0) return void 0;
    if (!contents.has(entry.blob)) {
      const following = all.slice(all.indexOf(entry));
      load(following.filter(({ blob }) => !contents.has(blob)).slice(0, AT_ONCE));
    }
    return contents.get(entry.blob);
  };
}
function treeView(repository, name, named2) {
  const { topLevel } = repository;
  let paths;
  const bytesOf2 = (path2) => (paths ??= pathsOf3(repository, named2)).get(path2) ?? Buffer.from(path2);
  const locate = (path2) => locationOf(topLevel, bytesOf2(path2));
  const files = () => {
    paths ??= pathsOf3(repository, named2);
    return [...paths.keys()].filter((path2) => (0, import_node_fs5.existsSync)(locate(path2))).toSorted();
  };
  return viewOf({ name, isWhole: true, files, topLevel, locate, bytesOf: bytesOf2 });
}
function looseView(cwd, named2) {
  return viewOf({
    name: "the working tree",
    isWhole: false,
    files: () => named2.toSorted(),
    topLevel: void 0,
    locate: (path2) => Buffer.from((0, import_node_path9.resolve)(cwd, path2)),
    bytesOf: () => void 0
  });
}
function pathsOf3({ place, topLevel }, named2) {
  const tracked = indexEntries(place).filter(({ mode }) => mode !== SUBMODULE);
  const isForeign = foreignFolders(topLevel);
  const words2 = ["ls-files", "-z", "--others", "--exclude-standard", "--", "*.py"];
  const untracked = (0, import_shared.splitAtNul)((0, import_shared.output)(place, words2)).filter((path2) => !isForeign((0, import_node_path9.dirname)(path2.toString())));
  return new Map([
    ...named2.map((path2) => [path2, Buffer.from(path2)]),
    ...untracked.map((path2) => [(0, import_shared.pathText)(path2), path2]),
    ...tracked.map(({ path: path2, pathBytes }) => [path2, pathBytes])
  ]);
}
var SUBMODULE = "160000";
function foreignFolders(topLevel) {
  const known18 = /* @__PURE__ */ new Map([[".", false]]);
  const isForeign = (folder) => {
    const answer = known18.get(folder) ?? ((0, import_node_path9.basename)(folder) === "node_modules" || (0, import_node_fs5.existsSync)((0, import_node_path9.join)(topLevel, folder, "pyvenv.cfg")) || isForeign((0, import_node_path9.dirname)(folder)));
    known18.set(folder, answer);
    return answer;
  };
  return isForeign;
}
function viewOf({ name, isWhole: isWhole2, files, topLevel, locate, bytesOf: bytesOf2 }) {
  const known18 = /* @__PURE__ */ new Map();
  const readFile = (path2) => {
    const read2 = known18.get(path2) ?? readAt(locate(path2), topLevel);
    known18.set(path2, read2);
    return read2;
  };
  return {
    name,
    isWhole: isWhole2,
    get files() {
      return files();
    },
    read: (path2) => readFile(path2).held,
    pathBytes: (path2) => bytesOf2(path2) ?? Buffer.from(path2),
    rewrite: (contents) => Array.from(contents, ([path2, content]) => {
      const { file } = readFile(path2);
      if (file === void 0) throw new Error(`${path2} is no regular file`);
      return { path: path2, pathBytes: bytesOf2(path2), file, content };
    })
  };
}
function readAt(location, topLevel) {
  const nothing = { held: void 0, file: void 0 };
  try {
    const status = (0, import_node_fs5.statSync)(location, { throwIfNoEntry: false });
    if (status !== void 0 && status.size > LARGEST) return nothing;
    const found = findFile(topLevel, location);
    if (found.kind === "absent") return nothing;
    if (found.kind === "regular")
      return { held: { bytes: found.file.bytes, obstacle: void 0 }, file: found.file };
    const bytes = status?.isFile() === true ? (0, import_node_fs5.readFileSync)(location) : new Uint8Array();
    return { held: { bytes, obstacle: LINK }, file: void 0 };
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    return nothing;
  }
}
function stagedWorkbench(repository, reading, paths) {
  const [forCommit, ...afterwards] = indexPlaces(repository);
  const tree = treeView(repository, "the working tree", paths);
  const index = indexView(forCommit, "the index", paths);
  const indexes = [
    index,
    ...afterwards.map((place) => indexView(place, "the index after this commit", paths))
  ];
  const drafts = [...indexes, tree].map((view) => draftOf(view, reading));
  return workbenchOf(
    index,
    drafts,
    () => writeOrTakeBack(repository, {
      indexes: indexes.map((view, at) => view.rewrite(contentsOf(drafts[at]))),
      files: tree.rewrite(contentsOf(drafts.at(-1)))
    })
  );
}
function treeWorkbench(repository, reading, named2) {
  const tree = treeView(repository, "the working tree", named2);
  const draft = draftOf(tree, reading);
  return workbenchOf(
    tree,
    [draft],
    () => writeOrTakeBack(repository, { indexes: [], files: tree.rewrite(draft.contents()) })
  );
}
function looseWorkbench(cwd, reading, named2) {
  const files = looseView(cwd, named2);
  const draft = draftOf(files, reading);
  return workbenchOf(files, [draft], () => writeLooseFiles(files.rewrite(draft.contents())));
}
var contentsOf = (draft) => draft?.contents() ?? /* @__PURE__ */ new Map();
function workbenchOf(view, drafts, write2) {
  const [first, ...others] = drafts;
  if (first === void 0) throw new Error("a workbench has a draft");
  return {
    drafts: [first, ...others],
    changed: () => new Set(drafts.flatMap((draft) => [...draft.contents().keys()])),
    diff: () => Buffer.concat(diffsOf(view, first)),
    write: write2
  };
}
function diffsOf(view, draft) {
  return Array.from(draft.contents()).toSorted(([one], [other]) => one < other ? -1 : 1).map(([path2, after]) => {
    const before = view.read(path2)?.bytes ?? new Uint8Array();
    return unifiedDiff({ pathBytes: view.pathBytes(path2), before, after });
  });
}
function fix(fixing, host) {
  const { sources, isStaged, isDiff, settings, parse, workplace } = fixing;
  const { repository } = workplace;
  const reading = { parse, conventions: (path2) => settings.for(path2).conventions };
  const work = (part, bench) => {
    const result = repaired({ ...fixing, sources: part, drafts: bench.drafts });
    const changed = bench.changed();
    const unwritten = isDiff || changed.size === 0 ? [] : bench.write();
    return { ...result, sources: part, changed, unwritten, diff: isDiff ? bench.diff() : new Uint8Array() };
  };
  const inside = sources.filter(({ place }) => repository !== void 0 && isInside2(place));
  const outside = sources.filter((source) => !inside.includes(source));
  const parts = [];
  if (repository !== void 0 && inside.length > 0) {
    const paths = inside.map(({ place }) => place);
    const make = isStaged ? stagedWorkbench : treeWorkbench;
    const workInside = () => work(inside, make(repository, reading, paths));
    parts.push(isDiff ? workInside() : writing(repository, host, workInside));
  }
  if (outside.length > 0) {
    const paths = outside.map(({ place }) => place);
    parts.push(work(outside, looseWorkbench(host.cwd, reading, paths)));
  }
  const reviewsOf = ({ sources: part, reviews }) => part.flatMap((source, index) => {
    const review2 = reviews[index];
    return review2 === void 0 ? [] : [[source, review2]];
  });
  return {
    repairs: parts.flatMap(({ repairs }) => repairs),
    refusals: parts.flatMap(({ refusals }) => refusals),
    reviews: new Map(parts.flatMap(reviewsOf)),
    changed: new Set(parts.flatMap(({ changed }) => [...changed])),
    diff: Buffer.concat(parts.map(({ diff }) => diff)),
    unwritten: parts.flatMap(({ unwritten }) => unwritten)
  };
}
function isInside2(place) {
  return !place.startsWith("../") && !(0, import_node_path2.isAbsolute)(place);
}
function undisturbed(repository, host, run) {
  return host.uninterrupted(() => alone(journalDirectory(repository.gitDirectory), host, run));
}
function writing(repository, host, run) {
  return undisturbed(repository, host, () => {
    const settled = settle(repository);
    if (settled !== void 0) host.stderr.write(`proctor: ${accountOf(settled)}
`);
    return run();
  });
}
function accountOf({ paths, unwritten }) {
  const [first] = unwritten;
  if (first !== void 0) {
    const sentence2 = "a fix that was stopped halfway could not be taken back";
    throw new import_shared.UserError(`${sentence2}: ${(0, import_shared.displayed)(first.path)}: ${first.reason}`);
  }
  const restored = paths.filter(({ index, file }) => index === "restored" || file === "restored");
  return `a fix that was stopped halfway has been taken back first: ${restored.map(({ path: path2 }) => (0, import_shared.displayed)(path2)).join(", ")}`;
}
async function fixSources(command, { sources, failures, isRepaired, ...inspection }, host) {
  const { topLevel } = inspection.workplace;
  const isFramework = host.environment["PRE_COMMIT"] === "1";
  const isStaged = command.source.from === "index";
  const fixed = fix(
    {
      ...inspection,
      sources: sources.filter(isRepaired),
      isStaged: isStaged && !isFramework,
      isDiff: command.diff,
      allowsUnsafe: command.unsafeFixes,
      shown: (path2) => isStaged ? path2 : (0, import_shared.withSlashes)((0, import_node_path.relative)(host.cwd, (0, import_node_path.resolve)(topLevel, path2)))
    },
    host
  );
  const reviews = sources.map(
    (source) => fixed.reviews.get(source) ?? inspection.review(source, source.bytes)
  );
  const findings = reviews.flatMap((review2) => review2.ok ? review2.findings : []);
  const allFailures = [
    ...failures,
    ...fixed.unwritten,
    ...reviews.flatMap((review2) => review2.ok ? [] : review2.failure)
  ];
  if (command.diff) {
    host.stdout.write(fixed.diff);
    host.stderr.write(fixLines({ repairs: [], refusals: fixed.refusals }));
    await (0, import_shared.print)(
      { findings: [], checked: 0, failures: allFailures, command: "" },
      { ...command, format: "text" },
      host
    );
    return allFailures.length > 0 ? 2 : fixed.diff.length > 0 ? 1 : 0;
  }
  if (command.format === "text" && !command.quiet) host.stdout.write(fixLines(fixed));
  const report = {
    findings,
    checked: reviews.filter(({ ok }) => ok).length,
    command: "proctor --fix",
    failures: allFailures,
    fixes: { repairs: fixed.repairs, refusals: fixed.refusals }
  };
  await (0, import_shared.print)(report, command, host);
  if (report.failures.length > 0) return 2;
  const isBlocked = findings.some(({ severity }) => severity === "error");
  return isBlocked || isFramework && fixed.changed.size > 0 ? 1 : 0;
}
function targetOf(place) {
  const [, path2, line, column] = /^(.+?):(\d+)(?::(\d+))?$/s.exec(place) ?? [];
  if (path2 === void 0 || Number(line) === 0 || Number(column ?? 1) === 0) {
    throw new import_shared.UserError(`rename: ${place} is no place; name one as FILE:LINE or FILE:LINE:COLUMN`);
  }
  return { path: path2, line: Number(line), column: column === void 0 ? void 0 : Number(column) };
}
function nameAt(module2, { path: path2, line, column }) {
  const start = module2.lineStarts[line - 1];
  if (start === void 0) throw new import_shared.UserError(`rename: ${path2} has only ${module2.lineStarts.length} lines`);
  if (column !== void 0) {
    const offset = start + column - 1;
    const found = identifiersOf(module2).find((name) => name.start <= offset && offset < name.end);
    if (found !== void 0 && module2.positionAt(offset).line === line) return found;
    throw new import_shared.UserError(`rename: there is no name at ${path2}:${line}:${column}`);
  }
  const [first, ...others] = definedOn(module2, line);
  if (first === void 0) {
    throw new import_shared.UserError(`rename: ${path2}:${line} defines no name; add the column of the one that you mean`);
  }
  if (others.length === 0) return first;
  const candidates = [first, ...others].map(
    (name) => `${module2.text.slice(name.start, name.end)} (${path2}:${line}:${module2.positionAt(name.start).column})`
  );
  throw new import_shared.UserError(
    `rename: ${path2}:${line} defines several names; add a column: ${candidates.join(", ")}`
  );
}
function definedOn(module2, line) {
  const names3 = module2.bindings.bindings.filter(({ kind }) => kind !== "unbound").flatMap(({ definitions }) => definitions);
  const attributes = module2.attributeAssignments.flatMap(
    ({ span }) => identifiersOf(module2).findLast(({ end }) => end === span.end) ?? []
  );
  return [...names3, ...attributes].filter(({ start }) => module2.positionAt(start).line === line).toSorted((one, other) => one.start - other.start);
}
function identifiersOf(module2) {
  return Array.from(module2.nodesOf(import_shared.Kind.identifier), module2.spanOf);
}
async function rename(command, host) {
  const asked2 = askedBy(command, host);
  const workplace = (0, import_shared.workplaceOf)(host);
  const settings = (0, import_shared.settingsOf)(NO_RULES, workplace, host);
  const { repository, topLevel } = workplace;
  const placeOf5 = (path2) => {
    const place = (0, import_node_path10.relative)(topLevel, (0, import_node_path10.resolve)(host.cwd, path2));
    return (0, import_shared.withSlashes)(place.startsWith("..") || (0, import_node_path10.isAbsolute)(place) ? path2 : place);
  };
  const reading = {
    parse: (0, import_shared.parserFor)([], host),
    conventions: (path2) => settings.for(path2).conventions
  };
  const places3 = asked2.map(({ target }) => placeOf5(target.path));
  const outside = places3.filter((place) => repository === void 0 || !isInside2(place));
  const [stranger] = outside;
  if (stranger !== void 0 && outside.length < places3.length) {
    throw new import_shared.UserError(`rename: ${stranger} is outside the repository of the others; rename it by itself`);
  }
  const shown = (path2) => (0, import_shared.withSlashes)((0, import_node_path10.relative)(host.cwd, (0, import_node_path10.resolve)(topLevel, path2)));
  const work = (bench) => {
    const wanted = asked2.map((one, index) => wantedIn(bench.drafts[0], one, places3[index] ?? ""));
    return carriedOut(bench, wanted, command, shown);
  };
  if (repository === void 0 || stranger !== void 0) {
    return reported(work(looseWorkbench(host.cwd, reading, places3)), command, host);
  }
  const workInside = () => work(treeWorkbench(repository, reading, places3));
  return reported(command.diff ? workInside() : writing(repository, host, workInside), command, host);
}
var NO_RULES = {
  file: void 0,
  preset: void 0,
  select: void 0,
  extendSelect: [],
  ignore: []
};
function askedBy({ target }, host) {
  if (target !== void 0) return [{ target: targetOf(target.place), newName: target.newName }];
  const lines = new TextDecoder().decode(host.stdin()).split(/\r?\n/);
  return lines.flatMap((line) => {
    if (line.trim() === "") return [];
    const [, place, newName] = /^(.*\S)\s+(\S+)\s*$/.exec(line) ?? [];
    if (place === void 0 || newName === void 0) {
      throw new import_shared.UserError(`rename: ${line} is no place and name; write FILE:LINE[:COLUMN] NAME`);
    }
    return { target: targetOf(place), newName };
  });
}
function wantedIn(draft, { target, newName }, place) {
  const module2 = draft.project().module(place);
  if (module2 === void 0) throw unreadable(draft, target, place);
  const name = nameAt(module2, target);
  const request = { path: place, offset: name.start, newName };
  return { request, mayChangeTestIds: true, target, module: module2, name };
}
function unreadable(draft, { path: path2 }, place) {
  const bytes = draft.bytes(place);
  if (bytes === void 0) return new import_shared.UserError(`rename: there is no file ${path2} that can be read`);
  const decoded = (0, import_shared.decode)(bytes);
  const reason = decoded.ok ? "is not a Python file" : decoded.reason;
  return new import_shared.UserError(`rename: ${path2}: ${reason}`);
}
function carriedOut(bench, wanted, { diff }, shown) {
  const [draft] = bench.drafts;
  const { accepted, denied, edits } = planChange(bench.drafts, wanted);
  const refusals = denied.map(({ wanted: { target, module: module2, name, request }, denial }) => ({
    path: target.path,
    ...module2.positionAt(name.start),
    what: `${module2.text.slice(name.start, name.end)} -> ${request.newName}`,
    code: denial.code,
    reason: denial.reason
  }));
  const possible = accepted.length;
  if (refusals.length > 0) return { possible, repairs: [], refusals, diff: new Uint8Array(), unwritten: [] };
  draft.edit(edits[0] ?? /* @__PURE__ */ new Map());
  return {
    possible,
    repairs: accepted.map(({ wanted: { target }, plan }) => renamedBy(plan, target.path, shown)),
    refusals,
    diff: diff ? bench.diff() : new Uint8Array(),
    unwritten: diff ? [] : bench.write()
  };
}
function reported(done, { diff, format }, host) {
  for (const { path: path2, reason } of done.unwritten)
    host.stderr.write(`proctor: ${(0, import_shared.displayed)(path2)}: ${reason}
`);
  const { repairs, refusals, possible } = done;
  if (format === "json") host.stdout.write(jsonOf(done, diff));
  else {
    host.stdout.write(diff ? done.diff : fixLines({ repairs, refusals: [] }));
    host.stderr.write(fixLines({ repairs: [], refusals }));
  }
  if (refusals.length > 0 && possible > 0) {
    host.stderr.write(`proctor: nothing was renamed, since ${refusals.length} of the renames were refused
`);
  }
  if (done.unwritten.length > 0) return 2;
  return refusals.length > 0 || done.diff.length > 0 ? 1 : 0;
}
function jsonOf({ repairs, refusals, diff: changes, unwritten }, diff) {
  const report = {
    version: import_shared.JSON_VERSION,
    repairs,
    refusals,
    failures: unwritten,
    ...diff ? { diff: new TextDecoder().decode(changes) } : {}
  };
  return `${JSON.stringify(report, void 0, 2)}
`;
}
function undoLastFix(host) {
  const repository = (0, import_shared.openRepository)(host.cwd, host.environment);
  const undone = undisturbed(repository, host, () => settle(repository) ?? undo(repository));
  if (undone === void 0) throw new import_shared.UserError("undo: there is no fix to take back");
  const { paths, unwritten } = undone;
  for (const path2 of paths) host.stdout.write(`${lineFor(path2)}
`);
  for (const { path: path2, reason } of unwritten) host.stderr.write(`proctor: ${(0, import_shared.displayed)(path2)}: ${reason}
`);
  if (unwritten.length > 0) return 2;
  const isLeft = paths.some(({ index, file }) => index === "changed since" || file === "changed since");
  return isLeft ? 1 : 0;
}
function lineFor({ path: path2, index, file }) {
  const parts = [
    ...index === void 0 ? [] : [`index ${index}`],
    ...file === void 0 ? [] : [`file ${file}`]
  ];
  return `${(0, import_shared.displayed)(path2)}: ${parts.join(", ")}`;
}
var marker = "# proctor pre-commit hook";
async function installHook(repository, runs, force) {
  const { directory, isElsewhere } = await hooksDirectory(repository.place);
  if (isElsewhere && !force) {
    throw new import_shared.UserError(
      `install: core.hooksPath is set to ${directory}; call proctor from its pre-commit, or use --force`
    );
  }
  return onDisk(() => installIn(directory, runs));
}
async function uninstallHook(repository) {
  const { directory } = await hooksDirectory(repository.place);
  return onDisk(() => uninstallFrom(directory));
}
function installIn(directory, runs) {
  const { hook, previous } = pathsIn(directory);
  const found = ownerOf(hook);
  if (found === "foreign" && exists(previous)) {
    throw new import_shared.UserError(`install: ${previous} is in the way; delete it or move it back to pre-commit`);
  }
  const script = scriptFor(runs);
  (0, import_node_fs6.mkdirSync)(directory, { recursive: true });
  const written = writeBeside2(hook, script);
  if (found === "foreign") (0, import_node_fs6.renameSync)(hook, previous);
  (0, import_node_fs6.renameSync)(written, hook);
  if (found === "foreign") return { did: "chained", hook, previous };
  return { did: found === "absent" ? "created" : "updated", hook };
}
function uninstallFrom(directory) {
  const { hook, previous } = pathsIn(directory);
  const found = ownerOf(hook);
  if (found !== "proctor") return { did: "nothing", hook, found };
  if (exists(previous)) {
    (0, import_node_fs6.renameSync)(previous, hook);
    return { did: "restored", hook };
  }
  (0, import_node_fs6.rmSync)(hook);
  return { did: "removed", hook };
}
var pathsIn = (directory) => ({
  hook: (0, import_node_path11.join)(directory, "pre-commit"),
  previous: (0, import_node_path11.join)(directory, "pre-commit.before-proctor")
});
async function hooksDirectory(place) {
  const { simpleGit } = await Promise.resolve().then(() => __toESM(require("./simple-git.cjs")));
  const environment = Object.entries(place.environment).filter(
    ([name]) => places.includes(name) || !/^GIT_|^(?:EDITOR|PAGER|SSH_ASKPASS|VISUAL|PREFIX)$/i.test(name)
  );
  const git = simpleGit({
    baseDir: place.directory,
    allowEnvironment: places,
    unsafe: { allowUnsafeConfigPaths: true },
    completion: { onClose: true, onExit: false }
  }).env(Object.fromEntries(environment));
  const absolute2 = async (...words2) => (0, import_node_path11.resolve)(place.directory, (await git.raw("rev-parse", ...words2)).replace(/\n$/, ""));
  try {
    const directory = await absolute2("--git-path", "hooks");
    return { directory, isElsewhere: directory !== (0, import_node_path11.join)(await absolute2("--git-common-dir"), "hooks") };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new import_shared.UserError(`git rev-parse: ${(0, import_shared.sentence)(reason)}`, { cause });
  }
}
var places = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_COMMON_DIR",
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM"
];
var exists = (path2) => (0, import_node_fs6.lstatSync)(path2, { throwIfNoEntry: false }) !== void 0;
function ownerOf(hook) {
  if (!exists(hook)) return "absent";
  const isOurs2 = (0, import_node_fs6.existsSync)(hook) && (0, import_node_fs6.readFileSync)(hook, "utf8").split(/\r?\n/).includes(marker);
  return isOurs2 ? "proctor" : "foreign";
}
function scriptFor({ node, program }) {
  const template = (0, import_node_path11.join)((0, import_node_path11.dirname)((0, import_node_fs6.realpathSync)(program)), "..", "hooks", "pre-commit");
  return (0, import_node_fs6.readFileSync)(template, "utf8").replaceAll("\r\n", "\n").replace("node=''", () => `node=${quotedForShell(node)}`).replace("program=''", () => `program=${quotedForShell((0, import_node_fs6.realpathSync)(program))}`);
}
var quotedForShell = (path2) => `'${path2.replaceAll(import_node_path11.sep, "/").replaceAll("'", String.raw`'\''`)}'`;
function writeBeside2(path2, text) {
  const beside = `${path2}.new`;
  (0, import_node_fs6.writeFileSync)(beside, text);
  (0, import_node_fs6.chmodSync)(beside, 493);
  return beside;
}
function onDisk(act) {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause)
      throw new import_shared.UserError(`install: ${cause.message}`, { cause });
    throw cause;
  }
}
async function installation(command, host) {
  const repository = (0, import_shared.openRepository)(host.cwd, host.environment);
  if (command.name === "install") {
    const done2 = await installHook(repository, host.program, command.force);
    switch (done2.did) {
      case "created":
        return `installed ${done2.hook}
`;
      case "updated":
        return `updated ${done2.hook}
`;
      case "chained":
        return `installed ${done2.hook}; the hook that was there runs first, from ${done2.previous}
`;
    }
  }
  const done = await uninstallHook(repository);
  switch (done.did) {
    case "removed":
      return `removed ${done.hook}
`;
    case "restored":
      return `removed ${done.hook}; the hook that was there before is back
`;
    case "nothing":
      return done.found === "absent" ? `nothing to remove: there is no hook ${done.hook}
` : `nothing removed: ${done.hook} is not proctor's
`;
  }
}
function factsOf(module2) {
  const { text, lineStarts, docstrings, model } = module2;
  const described = new Set(docstrings.map(({ definition }) => definition));
  const counted = model.tests.map((test) => ({ test, statements: test.statementCount }));
  const [longest] = counted.toSorted((one, other) => other.statements - one.statements);
  const isEnded = lineStarts.at(-1) === text.length;
  return {
    lines: lineStarts.length - Number(isEnded),
    tests: model.tests.length,
    documented: model.tests.filter(({ definition }) => described.has(definition)).length,
    longest: longest && {
      name: longest.test.qualifiedName,
      line: module2.positionAt(longest.test.nameSpan.start).line,
      statements: longest.statements,
      lines: lineCountOf(module2, longest.test.node)
    }
  };
}
function lineCountOf({ spanOf, positionAt }, node) {
  const { start, end } = spanOf(node);
  return positionAt(end).line - positionAt(start).line + 1;
}
function reviewedModule({ path: path2, findings, rules, facts, command }) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const checked = new Set(rules.map(({ family }) => family));
  const [security, ...others] = import_shared.families.map(({ name, title }, number) => {
    const own2 = findings.filter(({ rule }) => (byId.get(rule)?.family ?? FAMILY_OF_OTHERS) === name);
    return { number, family: name, title, groups: groupedByRule(own2, byId) };
  });
  return {
    path: path2,
    findings,
    security: security !== void 0 && checked.has(security.family) ? security.groups : void 0,
    points: others.filter(({ groups }) => groups.length > 0),
    silent: others.filter(({ family, groups }) => groups.length === 0 && checked.has(family)),
    repairs: repairsOf(findings),
    facts,
    command
  };
}
var FAMILY_OF_OTHERS = "comments";
function groupedByRule(findings, rules) {
  return gathered2(findings, ({ rule }) => rule).map(([first, ...others]) => {
    const { advice, summary = "" } = rules.get(first.rule) ?? {};
    return { rule: first.rule, severity: first.severity, summary, advice, findings: [first, ...others] };
  }).toSorted((one, other) => Number(other.severity === "error") - Number(one.severity === "error"));
}
function repairsOf(findings) {
  const repairs = findings.flatMap(repairsFor);
  return gathered2(repairs, ({ safe, title }) => `${safe} ${title}`).map(([first, ...others]) => ({
    ...first,
    lines: [...first.lines, ...others.flatMap(({ lines }) => lines)]
  }));
}
function repairsFor(finding) {
  const { fix: fix2, start } = finding;
  if (fix2 !== void 0 && "edits" in fix2) {
    return [{ safe: fix2.safe, title: fix2.title, rename: void 0, lines: [start.line] }];
  }
  return renamesOf(finding).map(({ from, to, line }) => ({
    safe: true,
    title: `rename \`${from}\` to \`${to}\``,
    rename: { from, to },
    lines: [line]
  }));
}
function renamesOf(finding) {
  const { fix: fix2, start } = finding;
  if (fix2 === void 0 || "edits" in fix2) return [];
  if ("renames" in fix2) return fix2.renames.map(({ from, renameTo, line }) => ({ from, to: renameTo, line }));
  return [{ from: pointedAt(finding), to: fix2.renameTo, line: start.line }];
}
function totalsOf(modules) {
  const findings = modules.flatMap((module2) => module2.findings);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const total = (part) => modules.reduce((sum, { facts }) => sum + facts[part], 0);
  return {
    modules: modules.length,
    faulty: modules.filter((module2) => module2.findings.length > 0).length,
    findings: findings.length,
    errors,
    warnings: findings.length - errors,
    defects: defectsIn(modules.flatMap(({ security }) => security ?? [])),
    tests: total("tests"),
    lines: total("lines"),
    documented: total("documented")
  };
}
var defectsIn = (security) => security.flatMap(({ findings }) => findings).length;
function pointedAt({ line, start, end }) {
  return line.slice(start.column - 1, end.line === start.line ? end.column - 1 : void 0).trim();
}
function gathered2(items, keyOf3) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf3(item));
    if (group === void 0) groups.set(keyOf3(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
var REVIEW_VERSION = 1;
function reviewJson({ modules, failures }) {
  const report = {
    version: REVIEW_VERSION,
    modules: modules.map(moduleEntry),
    failures,
    summary: totalsOf(modules)
  };
  return `${JSON.stringify(report, void 0, 2)}
`;
}
function moduleEntry({ path: path2, security, points, silent, repairs, command, facts }) {
  return {
    path: path2,
    security: security === void 0 ? { checked: false } : { checked: true, groups: security.map(groupEntry) },
    points: points.map((point) => ({ ...titleEntry(point), groups: point.groups.map(groupEntry) })),
    silent: silent.map(titleEntry),
    repairs: { command, changes: repairs },
    facts
  };
}
var titleEntry = ({ number, family, title }) => ({ number, family, title });
var groupEntry = ({ findings, ...group }) => ({ ...group, findings: findings.map(import_shared.findingEntry) });
function reviewMarkdown({ modules, failures }) {
  const paragraphs = [
    ...modules.flatMap(moduleParagraphs),
    ...failures.flatMap(({ path: path2, reason }) => [heading(path2), `Not reviewed: ${reason}.`]),
    ...modules.length > 1 ? ["## All modules", overallSentences(modules)] : []
  ];
  return paragraphs.length === 0 ? "No test module to review.\n" : `${paragraphs.join("\n\n")}
`;
}
var heading = (path2) => `## ${code((0, import_shared.displayed)(path2))}`;
function moduleParagraphs(module2) {
  const { path: path2, security, points, facts, findings } = module2;
  const verdict = securityVerdict(security);
  if (findings.length === 0) {
    return [heading(path2), `${verdict} Nothing to say on the other points. ${factsSentence(facts)}`];
  }
  return [
    heading(path2),
    verdict,
    ...(security ?? []).flatMap(groupParagraphs),
    ...points.flatMap(({ number, title, groups }) => [
      `### ${number}. ${title}`,
      ...groups.flatMap(groupParagraphs)
    ]),
    ...silenceSentence(module2),
    ...repairSentence(module2),
    factsSentence(facts)
  ];
}
function securityVerdict(security) {
  if (security === void 0) return "Security was not reviewed, its rules are off.";
  const defects = defectsIn(security);
  return defects === 0 ? "No security defects found." : `${(0, import_shared.count)(defects, "security defect")} found.`;
}
function groupParagraphs({ rule, severity, summary, advice, findings }) {
  const mark = severity === "error" ? `${code(rule)}, error` : code(rule);
  const [first, ...others] = findings;
  if (others.length === 0) return [`${capitalized(placed(first))} (${mark}).`];
  const isSame6 = others.every(({ message }) => message === first.message);
  if (isSame6 && advice === void 0 && first.message.includes("`"))
    return [`${capitalized(places2(findings.map(lineOf)))}: ${first.message} (${mark}).`];
  const fallback = isSame6 || summary === "" ? first.message : `${summary}, ${findings.length} times`;
  const remedies = advice === void 0 ? /* @__PURE__ */ new Set() : sharedRemedies(findings);
  const isQuoting = !isSame6 || first.message.includes("`");
  const items = itemsOf(findings, isQuoting ? detailWithout(remedies) : pointedAtAsCode);
  return [`${capitalized(advice ?? fallback)} (${mark}):`, items.map((item) => `- ${item}`).join("\n")];
}
function placed(finding) {
  const isOfModule2 = finding.span.start === 0 && finding.span.end === 0;
  return isOfModule2 ? finding.message : `${placeOf4(finding)}: ${finding.message}`;
}
function placeOf4(finding) {
  const line = `line ${finding.start.line}`;
  return finding.message.includes("`") || pointedAt(finding) === "" ? line : `${line}, ${pointedAtAsCode(finding)}`;
}
function sharedRemedies(findings) {
  const remedies = findings.flatMap(({ message }) => splitRemedy(message)?.remedy ?? []);
  const alike = gathered2(remedies, (remedy) => remedy.split(" ", SAME_WORDS).join(" "));
  return new Set(alike.flatMap((group) => group.length > 1 || alike.length === 1 ? group : []));
}
var SAME_WORDS = 3;
function splitRemedy(message) {
  const [, problem, remedy, offer] = /^(.*); ([^;`]*?)(?:, ((?:perhaps|or at least) `[^;]*))?$/s.exec(message) ?? [];
  return problem === void 0 || remedy === void 0 ? void 0 : { problem, remedy, offer };
}
var detailWithout = (remedies) => (finding) => {
  const { message, fix: fix2 } = finding;
  if (fix2 !== void 0 && "renameTo" in fix2) return `${code(pointedAt(finding))} \u2192 ${code(fix2.renameTo)}`;
  const split = splitRemedy(message);
  if (split === void 0 || !remedies.has(split.remedy)) return message;
  return split.offer === void 0 ? split.problem : `${split.problem}; ${split.offer.replace(/^or /, "")}`;
};
function pointedAtAsCode(finding) {
  const text = pointedAt(finding);
  return code(text.length > LONGEST_CODE ? `${text.slice(0, LONGEST_CODE - 1)}\u2026` : text);
}
var LONGEST_CODE = 80;
function itemsOf(findings, textOf3) {
  const items = gathered2(findings, textOf3);
  const shown = items.length > MOST_ITEMS ? items.slice(0, MOST_ITEMS - 1) : items;
  const rest = items.slice(shown.length).flat();
  return [
    ...shown.map((alike) => `${places2(alike.map(lineOf))}: ${textOf3(alike[0])}`),
    ...rest.length === 0 ? [] : [`and ${places2(rest.map(lineOf))}`]
  ];
}
var MOST_ITEMS = 20;
var lineOf = ({ start }) => start.line;
var places2 = (lines) => `${lines.length === 1 ? "line" : "lines"} ${enumerated(lines.map(String))}`;
function silenceSentence({ silent }) {
  const titles = silent.filter(isOfStyle).map(({ title }) => title.toLowerCase());
  return titles.length === 0 ? [] : [`Nothing to say on ${enumerated(titles)}.`];
}
var isOfStyle = ({ family }) => family !== "ineffective-tests";
function repairSentence({ repairs, command }) {
  const safe = ordersOf(repairs.filter((repair) => repair.safe));
  const unsafe = ordersOf(repairs.filter((repair) => !repair.safe));
  if (safe.length === 0 && unsafe.length === 0) return [];
  if (safe.length === 0) return [`${code(`${command} --unsafe-fixes`)} would ${enumerated(unsafe)}.`];
  const more = unsafe.length === 0 ? "" : `; with ${code("--unsafe-fixes")} it would also ${enumerated(unsafe)}`;
  return [`${code(command)} would ${enumerated(safe)}${more}.`];
}
function ordersOf(repairs) {
  const renamed = new Set(repairs.flatMap(({ rename: rename2 }) => rename2?.from ?? []));
  const names3 = renamed.size > MOST_NAMES ? `${renamed.size} names` : enumerated(Array.from(renamed, code));
  const proviso = renamed.size === 1 ? "if that is safe" : "each only if that is safe";
  return [
    ...renamed.size === 0 ? [] : [`rename ${names3} as proposed (${proviso})`],
    ...repairs.filter(({ rename: rename2 }) => rename2 === void 0).map(({ title, lines }) => `${title} (${places2(lines)})`)
  ];
}
var MOST_NAMES = 5;
function factsSentence({ tests, lines, longest, documented }) {
  if (longest === void 0) return `No tests in ${(0, import_shared.count)(lines, "line")}.`;
  if (tests === 1) {
    const docstring = documented === 1 ? "with a docstring" : "without a docstring";
    return `One test in ${(0, import_shared.count)(lines, "line")}: ${sizeOf(longest)}, ${docstring}.`;
  }
  const name = `${code(longest.name)} on line ${longest.line}`;
  return `${tests} tests in ${lines} lines; the longest, ${name}, has ${sizeOf(longest)}; ${shareOf(documented, tests)}.`;
}
var sizeOf = ({ statements, lines }) => `${(0, import_shared.count)(statements, "statement")} on ${(0, import_shared.count)(lines, "line")}`;
function shareOf(documented, tests) {
  if (documented === 0) return "none has a docstring";
  if (documented === tests) return "all have docstrings";
  const share = `${documented} of ${tests} (${Math.round(documented * 100 / tests)} %)`;
  return `${share} ${documented === 1 ? "has" : "have"} a docstring`;
}
function overallSentences(modules) {
  const { findings, errors, defects, faulty, tests, lines, documented } = totalsOf(modules);
  const grave = [
    ...errors === 0 ? [] : [(0, import_shared.count)(errors, "error")],
    ...defects === 0 ? [] : [(0, import_shared.count)(defects, "security defect")]
  ];
  const among = grave.length === 0 ? "" : `, among them ${enumerated(grave)}`;
  const docstrings = tests < 2 ? "" : `; ${shareOf(documented, tests)}`;
  return [
    `${(0, import_shared.count)(findings, "finding")} in ${faulty} of ${modules.length} modules${among}.`,
    `${(0, import_shared.count)(tests, "test")} in ${(0, import_shared.count)(lines, "line")}${docstrings}.`
  ].join(" ");
}
function enumerated(items) {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
var capitalized = (sentence2) => sentence2.charAt(0).toUpperCase() + sentence2.slice(1);
function code(text) {
  if (!text.includes("`")) return `\`${text}\``;
  const longest = Math.max(...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}
async function review(command, host) {
  const workplace = (0, import_shared.workplaceOf)(host);
  const settings = (0, import_shared.settingsOf)(command.configuration, workplace, host);
  const { sources, failures } = (0, import_shared.sourcesOf)({ ...command, scope: "file" }, workplace, settings, host);
  const parse = (0, import_shared.parserFor)(sources, host);
  const outcomes = sources.map((source) => outcomeOf2(source, settings.for(source.place), parse, command));
  const report = {
    modules: outcomes.flatMap((outcome) => outcome.ok ? outcome.module : []),
    failures: [...failures, ...outcomes.flatMap((outcome) => outcome.ok ? [] : outcome.failure)]
  };
  for (const { path: path2, reason } of report.failures) {
    host.stderr.write(`proctor: ${(0, import_shared.displayed)(path2)}: ${reason}
`);
  }
  switch (command.format) {
    case "markdown":
      host.stdout.write(reviewMarkdown(report));
      break;
    case "json":
      host.stdout.write(reviewJson(report));
  }
  if (report.failures.length > 0) return 2;
  const findings = report.modules.flatMap((module2) => module2.findings);
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
function outcomeOf2({ path: path2, place, bytes }, { rules, conventions }, parse, { configuration }) {
  const decoded = (0, import_shared.decode)(bytes);
  if (!decoded.ok) return { ok: false, failure: { path: path2, reason: decoded.reason } };
  const module2 = (0, import_shared.testModule)(place, parse()(decoded.text), conventions, parse());
  const findings = (0, import_shared.check)(module2, rules).map((finding) => ({ ...finding, path: path2 }));
  const error = findings.find(({ rule }) => rule === import_shared.SYNTAX_ERROR);
  if (error !== void 0) {
    return { ok: false, failure: { path: path2, reason: `line ${error.start.line}: ${error.message}` } };
  }
  return {
    ok: true,
    module: reviewedModule({
      path: path2,
      findings,
      rules: rules.map(({ rule }) => rule),
      facts: factsOf(module2),
      command: `proctor --fix --scope file --preset ${configuration.preset} ${shellWord(path2)}`
    })
  };
}
function shellWord(word) {
  return /^[\w./+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  fixSources,
  installation,
  rename,
  review,
  undoLastFix
});
