// The files of the index, as `site_builder/outputs/search.py` writes them, each fetched once. A build may replace them while a reader
// searches: then the root is read anew, and what was asked by numbers of the old one fails with a `Rebuilt`.
import { keys } from "./search-keyboard.js";

const LEVELS = [4, 3, 2, 1];
const MOST_FILES = 3;

export class Rebuilt extends Error {}

export const openFiles = async (base, get) => {
  let root, files;
  const load = async (cache) => {
    const answer = await get(`${base}index.json`, { cache });
    if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
    root = await answer.json();
    files = new Map();
  };
  await load("default");

  const file = (path, made = (content) => content) => {
    if (!files.has(path)) files.set(path, fetched(path, files).then(made));
    return files.get(path);
  };
  const fetched = async (path, kept) => {
    try {
      const answer = await get(`${base}${path}.json`);
      if (answer.status === 404) throw new Rebuilt(path);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return await answer.json();
    } catch (error) {
      kept.delete(path);
      throw error;
    }
  };
  const current = async (work, again) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Rebuilt)) throw error;
      await load("reload");
      if (!again) throw error;
      return work();
    }
  };
  const named = (kind, number) => `${kind}/${nameAt(root[kind].names ?? root[kind], number)}`;

  // The files of `t` or `e` that hold the words from one up to another: where they are, and the first of them.
  const places = (kind, [from, to]) => {
    const { first } = root[kind];
    const start = Math.max(0, upper(first, from) - 1);
    return [start, first.length && Math.max(start + 1, lower(first, to))];
  };
  const isWithin = (kind, range, most) => {
    const [start, end] = places(kind, range);
    return end - start <= most;
  };
  const between = (kind, range) => {
    const [start, end] = places(kind, range);
    const made = kind === "t" ? (content) => new Map(Object.entries(content)) : undefined;
    return Array.from({ length: Math.min(end - start, MOST_FILES) }, (_, at) => file(named(kind, start + at), made));
  };
  const postings = async (word) => (await Promise.all(between("t", [word, `${word}\0`]))).find((each) => each.has(word))?.get(word);
  // Words that begin with what was typed, in these ranges.
  const beginning = async (typed, ranges) => {
    const pressed = keys(typed);
    const parts = await Promise.all(ranges.flatMap((range) => between("t", range)));
    const within = (word) => ranges.some(([from, to]) => word >= from && word < to) && keys(word).startsWith(pressed);
    return [...new Set(parts)].flatMap((part) => [...part].filter(([word]) => within(word)));
  };

  return { get root() { return root; }, file, current, named, isWithin, between, postings, beginning };
};

const nameAt = (names, number) => names.slice(number * 6, number * 6 + 6);
const bound = (isBefore) => (sorted, word) => {
  let from = 0;
  for (let to = sorted.length; from < to;) {
    const middle = (from + to) >> 1;
    if (isBefore(sorted[middle], word)) from = middle + 1;
    else to = middle;
  }
  return from;
};
const lower = bound((each, word) => each < word);
const upper = bound((each, word) => each <= word);

const DIGITS = Object.fromEntries([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].map((digit, value) => [digit, value]));
// Levels are parted by commas; a number is the one before it and a gap, in digits of 5 bits, the least first.
export const decode = (postings, take) => {
  let [at, number, gap, shift] = [0, -1, 0, 0];
  for (const digit of postings) {
    if (digit === ",") {
      at++;
      number = -1;
      continue;
    }
    const value = DIGITS[digit];
    gap += (value & 31) << shift;
    shift += 5;
    if (value & 32) continue;
    take((number += gap), LEVELS[at]);
    gap = shift = 0;
  }
};
