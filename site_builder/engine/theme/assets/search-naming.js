// Names of entities and series: those to suggest while a reader types, and those that are near to what was not found.
import { initials, isInitials, keys, letters } from "./search-keyboard.js";
import { isNear, likeness, pairs } from "./search-nearness.js";
import { NO_LETTERS, stems } from "./search-terms.js";

export const namesOf = (files, words) => {
  // With the keys that type them: a name is found in whichever keyboard it was begun.
  const all = () => files.file(`n/${files.root.n}`, (entries) => {
    const spelt = entries.map(([path, labels, other, count]) => ({
      path, labels, count,
      ways: [...labels, ...other].map((name) => {
        const text = words.fold(name).replace(NO_LETTERS, " ").trim();
        const bare = text.replaceAll(" ", "");
        return { name, text, parts: text.split(" ").map(letters), keys: ` ${keys(text)}`, bare: keys(bare), initials: keys(initials(bare)), letters: letters(bare) };
      }),
    }));
    const own = spelt.flatMap(({ ways }) => ways.flatMap(({ text }) => text.split(" ")));
    return { entries: spelt, words: [...new Set(own)].map((word) => [word, letters(word)]) };
  });

  const near = async (terms) => {
    const asked = pairs(letters(terms.map(({ text }) => text).join("")));
    const alike = (name) => Math.max(...name.ways.map((way) => likeness(asked, pairs(way.letters))));
    const ranked = (await all()).entries.map((name) => [alike(name), name]).filter(([like]) => like >= 0.4);
    return ranked.sort(([one], [other]) => other - one).slice(0, 3).map(([, { labels, ways }]) => ({ labels, name: ways[0].name }));
  };

  const suggest = async (query, asked, language, most) => {
    const text = words.fold(query).replace(NO_LETTERS, " ").trim();
    const forms = [text, ...(asked.length === 1 ? stems(asked[0]) : [])].map((form) => ({ form, keys: keys(form), bare: keys(form.replaceAll(" ", "")), letters: letters(form.replaceAll(" ", "")) }));
    const rank = (way) => Math.max(...forms.map((form) => {
      if (!form.keys) return 0;
      if (way.keys.startsWith(` ${form.keys}`)) return 5;
      if (way.keys.includes(` ${form.keys}`)) return 4;
      if (way.bare.startsWith(form.bare) || (isInitials(form.form) && way.initials.startsWith(form.keys))) return 3;
      return form.letters.length > 3 && [way.letters, ...way.parts].some((part) => isNear(form.letters, part)) ? 2 : 0;
    }));
    const at = Math.max(0, files.root.languages.indexOf(language));
    const ranked = (await all()).entries.map((entry) => {
      const best = entry.ways.map((way) => [rank(way), way.name]).reduce((one, other) => (other[0] > one[0] ? other : one));
      const name = entry.labels[at];
      return { rank: best[0], path: entry.path, name, other: best[1] === name ? "" : best[1], count: entry.count };
    });
    const best = ranked.filter((each) => each.rank).sort((one, other) => other.rank - one.rank || other.count - one.count).slice(0, most);
    return best.map(({ rank: _, ...name }) => name);
  };

  return { all, near, suggest };
};
