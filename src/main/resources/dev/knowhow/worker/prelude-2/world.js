// What a flow finds: the language and nothing else. Whatever is not on this list is removed, so that
// a newer engine adds nothing by itself.
const KEPT = [
  'Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Math', 'JSON',
  'Date', 'RegExp', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Proxy', 'Reflect', 'Iterator',
  'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError',
  'URIError', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array',
  'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array',
  'BigUint64Array', 'Infinity', 'NaN', 'undefined', 'globalThis', 'parseFloat', 'parseInt', 'isNaN',
  'isFinite', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent',
];
const kept = new Set(KEPT);
for (const name of Reflect.ownKeys(globalThis)) {
  if (!kept.has(name) && !Reflect.deleteProperty(globalThis, name)) {
    throw new Error(`${String(name)} could not be removed`);
  }
}

const parseJson = JSON.parse;
const toJson = JSON.stringify;
const isList = Array.isArray;
const kindOf = Object.getPrototypeOf;
const keysOf = Object.keys;
const anObject = Object.prototype;

// Makes something known to flows; they can neither replace nor remove it.
const expose = (name, value) =>
  Object.defineProperty(globalThis, name, { value, writable: false, enumerable: false, configurable: false });

// The clock stands at the run's start, and random numbers come from the run's seed.
let startedAt = 0;
const EngineDate = Date;
function FrozenDate(...given) {
  if (!new.target) {
    return new EngineDate(startedAt).toString();
  }
  return Reflect.construct(EngineDate, given.length === 0 ? [startedAt] : given, new.target);
}
FrozenDate.prototype = EngineDate.prototype;
FrozenDate.now = () => startedAt;
FrozenDate.parse = EngineDate.parse;
FrozenDate.UTC = EngineDate.UTC;
Object.defineProperty(EngineDate.prototype, 'constructor', { value: FrozenDate, writable: false, configurable: false });
Object.defineProperty(FrozenDate, 'name', { value: 'Date' });
expose('Date', FrozenDate);

// sfc32 by Chris Doty-Humphrey, in the public domain.
const randomState = [0, 0, 0, 1];
let unusedSeed = null;
const random = () => {
  if (unusedSeed !== null) {
    seed(unusedSeed);
  }
  return nextRandom();
};
const nextRandom = () => {
  const s = randomState;
  const t = (s[0] + s[1] + s[3]) | 0;
  s[3] = (s[3] + 1) | 0;
  s[0] = s[1] ^ (s[1] >>> 9);
  s[1] = (s[2] + (s[2] << 3)) | 0;
  s[2] = (s[2] << 21) | (s[2] >>> 11);
  s[2] = (s[2] + t) | 0;
  return (t >>> 0) / 4294967296;
};
// Most flows want no random number, so the seed is only kept until one does.
const seedRandom = (text) => {
  unusedSeed = text;
};
const toBigInt = BigInt;
const bits = BigInt.asUintN;
const toNumber = Number;
const seed = (text) => {
  unusedSeed = null;
  const given = bits(64, toBigInt(text));
  randomState[0] = toNumber(given & 0xffffffffn) | 0;
  randomState[1] = toNumber(given >> 32n) | 0;
  randomState[2] = 0x9e3779b9 | 0;
  randomState[3] = 1;
  for (let i = 0; i < 12; i++) {
    nextRandom();
  }
};
Object.defineProperty(Math, 'random', { value: random, writable: false, configurable: false });

// No text becomes code: eval is gone, and the four function constructors refuse.
for (const sample of [function () {}, async function () {}, function* () {}, async function* () {}]) {
  const prototype = Object.getPrototypeOf(sample);
  const refuse = function () {
    throw new EvalError('text can\u2019t become code here');
  };
  Object.defineProperty(refuse, 'prototype', { value: prototype, writable: false });
  Object.defineProperty(prototype, 'constructor', { value: refuse, writable: false, configurable: false });
  if (prototype === Function.prototype) {
    Object.defineProperty(refuse, 'name', { value: 'Function' });
    expose('Function', refuse);
  }
}
