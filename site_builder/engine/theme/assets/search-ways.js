// The ways to find a term: its words, those that begin with it, and, where these are not there, what its reader may have meant.
import { hangul, isSyllabic, keys, letters, parts } from "./search-keyboard.js";
import { goesOn, isNear } from "./search-nearness.js";
import { after, ending, moved, starting, whole } from "./search-ranges.js";
import { decode } from "./search-files.js";
import { isKey, isNumber, oneTerm, stems } from "./search-terms.js";
import { INNER, VERB } from "./search-words.js";

const FEW = 10; // claims, fewer than which a word may be a slip
const LONGER = [0.4, 0.4]; // a word that goes on counts so much, and so much for the part of it that was typed
const MOVED = 0.7;
const SLIP = 0.5;
const BEGINNING = 0.4;
const MOST_SLIPS = 8;
const MOST_SPLIT = 12; // letters

export const finder = (files, words, names) => {
  const found = () => ({ hits: new Map(), words: new Set(), exact: false, used: "none" });
  const add = (result, word, each, share) => {
    result.words.add(word);
    decode(each, (number, level) => {
      if (!(result.hits.get(number) >= level * share)) result.hits.set(number, level * share);
    });
  };

  const merge = (result, other, share = 1) => {
    other.words.forEach((word) => result.words.add(word));
    other.hits.forEach((weight, number) => result.hits.set(number, Math.max(weight * share, result.hits.get(number) ?? 0)));
  };

  // Its words, and those that begin with it.
  const direct = async (term, typing) => {
    const result = found();
    const begun = new Set([...term.words].filter(([word, { kind }]) => kind !== VERB && !isNumber(word)).map(([word]) => word));
    if (term.text && (typing || !isNumber(term.text))) begun.add(term.text);
    const longer = (ranges, certainty) => Promise.all([...begun].map(async (typed) => {
      const share = certainty * (term.words.get(typed)?.share ?? 1);
      for (const [word, each] of await files.beginning(typed, ranges(typed))) {
        if (word !== typed) add(result, word, each, share * (LONGER[0] + (LONGER[1] * typed.length) / Math.max(word.length, typed.length)));
        else if (!term.words.has(word)) add(result, word, each, 1);
        if (result.used === "none") result.used = "prefix";
      }
    }));
    await Promise.all([longer(whole, 1), ...[...term.words].map(async ([word, { share }]) => {
      const each = await files.postings(word);
      if (each === undefined) return;
      add(result, word, each, share);
      result.exact ||= isKey(word) ? parts(word[1]) !== null : share === 1;
      result.used = "exact";
    })]);
    if (typing || !result.exact) await longer(moved, MOVED);
    return result;
  };

  // Two words written as one, or three: all must be there.
  const split = async (term) => {
    const letters = [...term.text];
    const least = isSyllabic(term.text) ? 2 : 3;
    const known = new Map();
    const part = (from, to) => {
      const text = letters.slice(from, to).join("");
      if (!known.has(text)) known.set(text, exactly(text));
      return known.get(text);
    };
    const ways = (from, count) => {
      if (count === 1) return [[[from, letters.length]]];
      const cuts = Array.from({ length: Math.max(0, letters.length - from - least * count + 1) }, (_, at) => from + least + at);
      return cuts.flatMap((cut) => ways(cut, count - 1).map((rest) => [[from, cut], ...rest]));
    };
    const result = found();
    for (let count = 2; count <= (least === 2 ? 3 : 2) && !result.hits.size; count++) {
      for (const way of letters.length > MOST_SPLIT ? [] : ways(0, count)) {
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

  // Words of which one letter is another, too many, missing, or in its neighbour's place: those of names, else any that share
  // the first or the last half of the letters; else words that go on from one that is near.
  const slipped = async (term) => {
    const result = found();
    const spelt = new Map(stems(term).map((word) => [word, letters(word)]).filter(([, each]) => each.length > 3));
    const isNearOne = (word) => [...spelt.values()].some((each) => isNear(each, word));
    const known = (await names.all()).words.filter(([, each]) => isNearOne(each)).map(([word]) => word);
    let candidates = known.flatMap((name) => [...words.of(name)].filter(([, kind]) => !kind).map(([word]) => word));
    if (!candidates.length) {
      const shared = [...spelt].flatMap(([word, { length }]) => {
        const half = Math.ceil((length - 1) / 2);
        const begun = starting(word, half);
        const last = ending(word, length - 1 - half);
        return [...[...whole(begun), ...moved(begun)].flatMap((range) => files.between("t", range)), ...(last ? files.between("e", [last, after(last)]) : [])];
      });
      const others = (await Promise.all(new Set(shared))).flatMap((part) => [...(part instanceof Map ? part.keys() : part)]);
      const near = (isAlike) => others.filter((word) => isAlike(letters(word)));
      candidates = near(isNearOne);
      if (!candidates.length) candidates = near((word) => [...spelt.values()].some((each) => each.length > 5 && goesOn(each, word)));
    }
    await Promise.all([...new Set(candidates)].filter((word) => !isKey(word)).slice(0, MOST_SLIPS).map(async (word) => {
      const meant = await direct({ text: word, words: new Map([[word, { kind: 0, share: 1 }]]) });
      if (!meant.exact) return;
      merge(result, meant, SLIP);
      result.used = "slip";
    }));
    return result;
  };

  const otherKeyboard = async (term, typing) => {
    const turned = /^[a-z]+$/i.test(term.raw) ? hangul(term.raw) : isSyllabic(term.text) ? keys(term.text) : "";
    if (!turned) return found();
    const result = await direct(oneTerm(words, turned), typing);
    return { ...result, used: result.hits.size ? "keyboard" : "none" };
  };

  const shortened = async (term) => {
    const letters = [...term.text];
    for (let length = letters.length - 1; length >= Math.max(2, letters.length * 0.6); length--) {
      const result = found();
      const begun = letters.slice(0, length).join("");
      for (const [word, each] of await files.beginning(begun, whole(begun))) add(result, word, each, BEGINNING);
      if (result.hits.size) return { ...result, used: "beginning" };
    }
    return found();
  };

  const lookUp = async (term, typing) => {
    let result = await direct(term, typing);
    if (!term.text || isNumber(term.text)) return result;
    const orElse = async (next) => {
      if (!result.hits.size) result = await next(term, typing);
    };
    for (const next of isSyllabic(term.text) ? [split, otherKeyboard] : [otherKeyboard, split]) await orElse(next);
    if (!typing && !result.exact && result.hits.size < FEW && result.used !== "keyboard") {
      const more = await slipped(term);
      if (!result.hits.size) result = more;
      else merge(result, more);
    }
    await orElse(shortened);
    return result;
  };

  return lookUp;
};
