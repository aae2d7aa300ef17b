// Words that were meant by one that nobody has written: of one letter another, too many, missing, or in its neighbour's place; of a long
// word two letters.
import { isSyllabic, letters } from "./search-keyboard.js";
import { isNear } from "./search-nearness.js";
import { after, ending, moved, starting, whole } from "./search-ranges.js";
import { isKey, stems } from "./search-terms.js";

const SHORTEST = 4; // letters of a word of which one may be wrong
const GOING_ON = 6; // and of one that may be a slip at the beginning of another
const FEW_SYLLABLES = 3; // of a word of which one may be wrong
const LONG = [8, 7]; // and of one, and of its stem, of which two may be wrong
const LONG_HANGUL = [10, 10];
const SHORTEST_STEM = 3;
const FEW_FILES = 2;

export const slips = (files, words, names) => {
  const ofNames = async (isMeant) => {
    const near = (await names.all()).words.filter(([, spelt]) => isMeant(spelt)).map(([word]) => word);
    return near.flatMap((name) => [...words.of(name)].filter(([, kind]) => !kind).map(([word]) => word));
  };

  // Words that share so many of a word's first or last letters; more, where those that share so few fill many files.
  const sharing = async (spelt, first, last) => {
    const shared = [...spelt].flatMap(([word, { length }]) => {
      const begun = narrowed("t", length, first(length), (count) => starting(word, count), (typed) => [...whole(typed), ...moved(typed)]);
      const ended = narrowed("e", length, last(length), (count) => ending(word, count), (typed) => [[typed, after(typed)]]);
      return [...begun.flatMap((range) => files.between("t", range)), ...ended.flatMap((range) => files.between("e", range))];
    });
    const parts = await Promise.all(new Set(shared));
    return [...new Set(parts.flatMap((part) => [...(part instanceof Map ? part.keys() : part)]))].filter((word) => !isKey(word));
  };
  const narrowed = (kind, length, least, part, rangesOf) => {
    let ranges = [];
    for (let count = least; count < length; count++) {
      const typed = part(count);
      ranges = typed ? rangesOf(typed) : [];
      if (ranges.length && ranges.every((range) => files.isWithin(kind, range, FEW_FILES))) break;
    }
    return ranges;
  };

  // Words of the language's own tables that are near: broguht, thurty.
  const { forms, numerals, suffixes: table } = files.root.rules;
  const tabled = [...Object.keys(forms), ...Object.keys(numerals)];
  const inTables = (text) => tabled.filter((word) => text.length >= SHORTEST && isNear(text, word)).flatMap((word) => [...words.of(word).keys()]);

  // The stems that a word would have if the letters of its suffix were those of another one that is near: deploymnet, drafitng.
  const withSuffixes = (text) => {
    const found = new Set();
    if (!/^[a-z]+$/.test(text)) return found;
    for (let at = Math.max(SHORTEST_STEM, Math.ceil(text.length / 3)); at < text.length; at++) {
      const [begun, rest] = [text.slice(0, at), text.slice(at)];
      for (const suffix of suffixes) {
        if (rest !== suffix && isNear(rest, suffix)) for (const word of words.of(begun + suffix).keys()) found.add(word);
      }
    }
    return found;
  };
  const steps = table.map((step) => step.map(([suffix]) => suffix));
  const joined = steps.flatMap((step, at) => step.flatMap((suffix) => steps.slice(0, at).flat().map((further) => suffix + further)));
  const suffixes = new Set([...steps.flat(), ...joined].filter((suffix) => suffix.length > 1));

  const spelling = (term, shortest, more = []) => new Map([...stems(term), ...more].map((word) => [word, letters(word)]).filter(([, each]) => each.length >= shortest));
  const anyOf = (spelt, isAlike) => (other) => [...spelt.values()].some((each) => isAlike(each, other));

  // What is left without a suffix, where a slip made it look like a longer one: contian-er.
  const unsuffixed = (text) => (/^[a-z]+$/.test(text) ? steps.flat().filter((suffix) => suffix.length > 1 && text.endsWith(suffix)).map((suffix) => text.slice(0, -suffix.length)) : [])
    .sort((one, other) => other.length - one.length).slice(0, 2);

  // Words of names, else any that are near, also with another suffix; else words that go on from one that is near.
  const ofOneLetter = async (term) => {
    const spelt = spelling(term, SHORTEST, unsuffixed(term.text));
    const isMeant = anyOf(spelt, isNear);
    const known = await ofNames(isMeant);
    if (known.length) return known;
    const half = (length) => Math.ceil((length - 1) / 2);
    const others = await sharing(spelt, half, (length) => length - 1 - half(length));
    const isSame = anyOf(isSyllabic(term.text) ? new Map([[term.text, letters(term.text)]]) : spelling(term, SHORTEST), isNear);
    const same = others.filter((word) => isSame(letters(word)));
    if (same.length) return isSyllabic(term.text) ? same : [...same, ...withSuffixes(term.text), ...inTables(term.text)];
    const near = [...others.filter((word) => isMeant(letters(word))), ...withSuffixes(term.text), ...inTables(term.text)];
    const isBegun = anyOf(spelt, (each, other) => each.length >= GOING_ON && goesOn(each, other));
    return near.length ? near : others.filter((word) => isBegun(letters(word)));
  };

  // Another syllable, one too many or missing, or two in each other's place.
  const ofOneSyllable = async (term) => {
    if (!isSyllabic(term.text) || term.text.length < FEW_SYLLABLES) return [];
    const spelt = new Map(stems(term).filter((stem) => stem.length >= FEW_SYLLABLES).map((stem) => [stem, letters(stem)]));
    const isMeant = (word) => word.length >= FEW_SYLLABLES && [...spelt.keys()].some((stem) => stem[0] === word[0] || stem.at(-1) === word.at(-1) ? isNear([...stem], [...word]) : false);
    const known = (await names.all()).words.map(([word]) => word).filter(isMeant);
    if (known.length) return known.flatMap((name) => [...words.of(name)].filter(([, kind]) => !kind).map(([word]) => word));
    const third = (length) => Math.floor(length / 3);
    return (await sharing(spelt, third, third)).filter(isMeant);
  };

  const ofTwoLetters = async (term) => {
    const [shortest, shortestStem] = isSyllabic(term.text) ? LONG_HANGUL : LONG;
    if (letters(term.text).length < shortest) return [];
    const spelt = spelling(term, shortestStem);
    const isMeant = anyOf(spelt, isNearly);
    const known = await ofNames(isMeant);
    if (known.length) return known;
    const third = (length) => Math.floor(length / 3);
    return (await sharing(spelt, third, third)).filter((word) => isMeant(letters(word)));
  };

  return { ofOneLetter, ofOneSyllable, ofTwoLetters };
};

// Damerau's distance is 2 at most.
const isNearly = (one, other) => {
  if (Math.abs(one.length - other.length) > 2) return false;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= other.length; to++) {
      const isSame = one[at - 1] === other[to - 1];
      row[to] = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (isSame ? 0 : 1));
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) row[to] = Math.min(row[to], before[to - 2] + 1);
    }
    if (Math.min(...row) > 2) return false;
    [before, last] = [last, row];
  }
  return last[other.length] <= 2;
};
const goesOn = (one, other) => [-1, 0, 1].some((more) => isNear(one, other.slice(0, one.length + more)));
