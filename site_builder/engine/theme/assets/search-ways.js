// The ways to find a term: its words, those that begin with it, and, where these are not there, what its reader may have meant.
import { hangul, isSyllabic, keys, parts } from "./search-keyboard.js";
import { decode } from "./search-files.js";
import { moved, whole } from "./search-ranges.js";
import { isKey, isNumber, oneTerm, stems } from "./search-terms.js";
import { INNER, VERB, WHOLE } from "./search-words.js";

const FEW = 10; // claims, fewer than which a word may be a slip
const LONGER = [0.4, 0.4]; // a word that goes on counts so much, and so much for the part of it that was typed
const MOVED = 0.7;
const SLIP = 0.5;
const TWO_SLIPS = 0.3;
const BEGINNING = 0.4;
const SHORT = 0.5;
const SURE = 0.5;
const MOST_SLIPS = 8;
const MOST_SPLIT = [12, 24]; // syllables, letters

export const finder = (files, words, names) => {
  // What guesses at slips is loaded when it is needed first; without it the rest goes on.
  let guesses;
  const slips = () => (guesses ??= import("./search-slips.js").then((script) => script.slips(files, words, names), () => {
    guesses = undefined;
    return { ofOneLetter: () => [], ofOneSyllable: () => [], ofTwoLetters: () => [] };
  }));
  const found = () => ({ hits: new Map(), words: new Set(), exact: false, known: false, used: "none" });
  const add = (result, word, each, share) => {
    result.words.add(word);
    decode(each, (number, level) => {
      if (!(result.hits.get(number) >= level * share)) result.hits.set(number, level * share);
    });
  };
  // A part of a word with hyphens: who has more of them has more.
  const addPart = (result, word, each, share) => {
    result.words.add(word);
    decode(each, (number, level) => result.hits.set(number, (result.hits.get(number) ?? 0) + level * share));
  };

  const merge = (result, other, share = 1) => {
    other.words.forEach((word) => result.words.add(word));
    other.hits.forEach((weight, number) => result.hits.set(number, Math.max(weight * share, result.hits.get(number) ?? 0)));
  };

  // Its words, and those that begin with it. If it is known (it is there, or begins what is there, and nobody is still typing it), only
  // what goes on behind it: 이사회 of 이사, and not 이상, which its keys begin as well.
  const direct = async (term, typing) => {
    const result = found();
    const begun = new Set([...term.words].filter(([word, { kind }]) => kind !== VERB && !isNumber(word)).map(([word]) => word));
    if (term.text && (typing || !isNumber(term.text))) begun.add(term.text);
    const longer = (ranges) => Promise.all([...begun].map(async (typed) => [typed, await files.beginning(typed, ranges(typed))]));
    const put = (all, certainty) => {
      const isBegun = ([typed, entries]) => sureness(term, typed, typing) >= SURE && isExact(term, typed, term.words.get(typed) ?? { share: 1 }) && entries.some(([word]) => word.startsWith(typed));
      result.known ||= !typing && (result.exact || all.some(isBegun));
      for (const [typed, entries] of all) {
        const share = certainty * (term.words.get(typed)?.share ?? 1) * sureness(term, typed, typing);
        for (const [word, each] of entries) {
          if (result.known && !word.startsWith(typed)) continue;
          if (word !== typed) add(result, word, each, share * (LONGER[0] + (LONGER[1] * typed.length) / Math.max(word.length, typed.length)));
          else if (!term.words.has(word)) add(result, word, each, 1);
          if (result.used === "none") result.used = "prefix";
        }
      }
    };
    const own = [...term.words].map(async ([word, how]) => [word, how, await files.postings(word)]);
    const [further, ...entries] = await Promise.all([longer(whole), ...own]);
    const known = entries.filter(([, , each]) => each !== undefined);
    const best = Math.max(...known.filter(([word]) => isKey(word)).map(([, { share }]) => share));
    const isNoun = known.some(([word, { kind }]) => !isKey(word) && kind === WHOLE);
    for (const [word, how, each] of known) {
      if (isKey(word) && (how.share < best || (isNoun && how.kind === INNER))) continue;
      (isPart(term, word, how) ? addPart : add)(result, word, each, how.share);
      result.exact ||= isExact(term, word, how);
      result.used = "exact";
    }
    put(further, 1);
    if (!result.known) put(await longer(moved), MOVED);
    return result;
  };
  const isPart = ({ text }, word, { kind, share }) => kind === WHOLE && share < 1 && !isNumber(word) && /[-'.&/_]/.test(text) && !isSyllabic(text);
  // Much begins with a syllable, or with what is left of a word without what looks like its suffixes.
  const sureness = ({ text }, typed, typing) => {
    if (isSyllabic(typed)) return typed.length === 1 && !typing ? SHORT : 1;
    return text.length > typed.length ? (typed.length / text.length) ** 2 : 1;
  };
  // A word of Hangul has several stems, of which any may be meant; of the parts of one with hyphens none is the whole.
  const isExact = ({ text }, word, { kind, share }) =>
    isKey(word) ? parts(word[1]) !== null : share === 1 || (kind === WHOLE && isSyllabic(word) && !text.includes("·"));

  // Two words written as one, or three: all must be there.
  const splitInto = async (term, find) => {
    const letters = [...term.text];
    const least = isSyllabic(term.text) ? 2 : 3;
    const known = new Map();
    const part = (from, to) => {
      const text = letters.slice(from, to).join("");
      if (!known.has(text)) known.set(text, find(text));
      return known.get(text);
    };
    const ways = (from, count) => {
      if (count === 1) return [[[from, letters.length]]];
      const cuts = Array.from({ length: Math.max(0, letters.length - from - least * count + 1) }, (_, at) => from + least + at);
      return cuts.flatMap((cut) => ways(cut, count - 1).map((rest) => [[from, cut], ...rest]));
    };
    const result = found();
    for (let count = 2; count <= (least === 2 ? 3 : 2) && !result.hits.size; count++) {
      for (const way of letters.length > MOST_SPLIT[least - 2] ? [] : ways(0, count)) {
        const sides = await Promise.all(way.map(([from, to]) => part(from, to)));
        for (const [number, weight] of sides[0].hits) {
          const all = Math.min(weight, ...sides.slice(1).map(({ hits }) => hits.get(number) ?? 0));
          if (all <= (result.hits.get(number) ?? 0)) continue;
          result.hits.set(number, all);
          sides.forEach((side) => side.words.forEach((word) => result.words.add(word)));
          result.used = "split";
        }
      }
    }
    return result;
  };
  const exactly = async (text) => {
    const result = found();
    const own = [...words.of(text)].filter(([, kind]) => kind !== INNER);
    await Promise.all(own.map(async ([word]) => {
      const each = await files.postings(word);
      if (each !== undefined) add(result, word, each, 1);
    }));
    return result;
  };

  const split = (term) => splitInto(term, exactly);

  // Of words written as one, of which each only begins what is there: 가온검찰 of 가온지방검찰청.
  const splitLoosely = (term) => splitInto(term, async (text) => {
    const result = found();
    for (const [word, each] of await files.beginning(text, whole(text))) add(result, word, each, BEGINNING);
    return result;
  });

  // Words that nobody typed but may have meant.
  const meant = async (candidates, share) => {
    const result = found();
    await Promise.all([...new Set(candidates)].slice(0, MOST_SLIPS).map(async (word) => {
      const own = await direct({ text: word, words: new Map([[word, { kind: WHOLE, share: 1 }]]) });
      if (!own.exact) return;
      merge(result, own, share);
      result.used = "slip";
    }));
    return result;
  };

  // A stem that still ends like a word: of 경상북도부터 the text had 경상북도는, and that lost more.
  const stemmed = async (term, typing) => {
    const further = stems(term).flatMap((stem) => [...oneTerm(words, stem).words]).filter(([word]) => !term.words.has(word));
    if (!further.length) return found();
    const result = await direct({ text: "", words: new Map(further) }, typing);
    return result.exact ? result : found();
  };

  const otherKeyboard = async (term, typing) => {
    const turned = /^[a-z]+$/i.test(term.raw) ? hangul(term.raw) : isSyllabic(term.text) ? keys(term.text) : "";
    if (!turned) return found();
    const result = await direct(oneTerm(words, turned), typing);
    return { ...result, used: result.hits.size ? "keyboard" : "none" };
  };

  // The longest part of a word that is there, or that consists of words that are: its beginning, else its end.
  const shortened = async (term) => {
    const letters = [...term.text];
    for (let length = letters.length - 1; length >= Math.max(2, letters.length * 0.6); length--) {
      const result = found();
      const [begun, ended] = [letters.slice(0, length).join(""), letters.slice(-length).join("")];
      for (const [word, each] of await files.beginning(begun, whole(begun))) add(result, word, each, BEGINNING);
      if (!result.hits.size && isSyllabic(term.text)) {
        for (const part of [begun, ended]) merge(result, await split({ text: part }), BEGINNING);
        merge(result, await exactly(ended), BEGINNING);
      }
      if (result.hits.size) return { ...result, used: "beginning" };
    }
    return found();
  };
  // A number of which only the first digits were typed: 112 of 112 million.
  const longerNumber = async (term) => {
    const result = found();
    if (!/^[0-9]{2,}$/.test(term.text)) return result;
    for (const [word, each] of await files.beginning(term.text, whole(term.text))) add(result, word, each, BEGINNING);
    return { ...result, used: result.hits.size ? "beginning" : "none" };
  };

  const lookUp = async (term, typing) => {
    let result = await direct(term, typing);
    if (isNumber(term.text) && !result.hits.size) return longerNumber(term);
    if (!term.text || isNumber(term.text)) return result;
    const orElse = async (next) => {
      if (!result.hits.size) result = await next(term, typing);
    };
    await orElse(stemmed);
    for (const next of isSyllabic(term.text) ? [split, otherKeyboard] : [otherKeyboard, split]) await orElse(next);
    if (!typing && !result.known && result.hits.size < FEW && result.used !== "keyboard") {
      const { ofOneLetter, ofOneSyllable, ofTwoLetters } = await slips();
      const more = await meant(await ofOneLetter(term), SLIP);
      if (!result.hits.size) result = more;
      else merge(result, more);
      await orElse(async () => meant(await ofOneSyllable(term), TWO_SLIPS));
      await orElse(async () => meant(await ofTwoLetters(term), TWO_SLIPS));
    }
    if (isSyllabic(term.text)) await orElse(splitLoosely);
    await orElse(shortened);
    return result;
  };

  // A word that was typed with a space in it: before its last syllable, or so that a part of it was not found.
  const joined = async (before, last, isMissing) => {
    const isSyllable = isSyllabic(before.text) && [...last.text].length === 1 && parts(last.text);
    const isAlike = before.text && last.text && isSyllabic(before.text) === isSyllabic(last.text);
    if (!isAlike || !(isSyllable || isMissing)) return undefined;
    const term = oneTerm(words, before.text + last.text);
    const result = await direct(term, false);
    return result.known ? { term, result } : undefined;
  };

  return { lookUp, joined };
};
