// The words that a text can be found by, with their kinds, as `site_builder/search/` finds them: that says why, rule by rule (tokens in
// `words.py`, `spelt_numbers.py`, `latin.py`, `hangul.py`, `verbs.py`, `dates.py`, `digits.py`), and stands in the same order. The
// tables are those of the index. A test in a browser holds the two together.

export const WHOLE = 0;
export const VERB = 1;
export const INNER = 2;

const LENGTH = 8;
const RUN = 24;
const MOST = 2 ** 53 - 1;
const MANY = 12; // the power of ten of a word that is rather a name
const HANGUL = "\\u1100-\\u11ff\\uac00-\\ud7a3";
const HAN_KANA = "\\u3005-\\u3007\\u3031-\\u3035\\u3041-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const OTHER = "\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3021-\\u3029\\u3100-\\u318f\\u31a0-\\u31bf\\ua000-\\uabff\\ud7b0-\\ud7ff\\ufb00-\\ufdff\\ufe70-\\ufefc\\u{10000}-\\u{1efff}";
const LAST_CENTURY = "69"; // of years of two digits
const NUMBER = "[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?(?![0-9])|[0-9]+(?:\\.[0-9]+)?";
const TOKEN = new RegExp([
  `(?<date>${[
    "[0-9]{4}[-.\\/][01]?[0-9](?:[-.\\/][0-3]?[0-9])?(?![0-9])",
    "[0-3]?[0-9][-.\\/][0-3]?[0-9][-.\\/](?:[0-9]{2}){1,2}(?![-.\\/]?[0-9])",
    "[0-9]{2}[-.\\/][01]?[0-9][-.\\/][0-3]?[0-9](?![-.\\/]?[0-9])",
    "[0-3]?[0-9]\\/[0-3]?[0-9](?!\\/?[0-9])",
    "(?:19|20)[0-9]{2}[01][0-9][0-3][0-9](?![0-9a-z])",
  ].join("|")})`,
  "(?<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?(?![0-9a-z]))",
  "(?<latin>[a-z0-9]+(?:[-'.&\\/_][a-z0-9]+)*)",
  `(?<hangul>[${HANGUL}]+(?:·[${HANGUL}]+)*)`,
  `(?<han>[${HAN_KANA}]+)`,
  `(?<other>[${OTHER}]+)`,
].join("|"), "gu");
const MARKS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200f\u2060]/g;

const SPELT = { ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ", ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", þ: "th", ð: "d" };
for (const [letters, instead] of [["‘’ʼ′`´", "'"], ["‐‑‒–—−", "-"], ["ㆍᆞ‧∙⋅・･•", "·"]]) {
  for (const letter of letters) SPELT[letter] = instead;
}
const TO_SPELL = new RegExp(`[${Object.keys(SPELT).join("")}]`, "g");
const spelt = (text) => text.replace(TO_SPELL, (letter) => SPELT[letter]);
export const folded = (text) => spelt(spelt(text).normalize("NFKC").toLowerCase()).normalize("NFD").replace(MARKS, "").normalize("NFC");

const anyOf = (words) => `(?:${[...new Set(words)].sort((one, other) => other.length - one.length).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|") || "(?!)"})`;
const byLength = (endings) => {
  const lengths = new Map();
  for (const each of endings) lengths.set(each.length, (lengths.get(each.length) ?? new Set()).add(each));
  return [...lengths].filter(([length]) => length).sort(([one], [other]) => other - one);
};
const endingsOf = (word, endings) => endings.filter(([length, known]) => length < word.length && known.has(word.slice(-length))).map(([length]) => word.slice(-length));
const without = (word, ending) => word.slice(0, word.length - ending.length);
const descending = (powers) => Object.keys(powers).sort((one, other) => powers[other] - powers[one]);

export class Words {
  #tables; #forms; #stopWords; #particles; #allParticles; #nouns; #verbless; #endings; #lightVerbs; #contracted; #auxiliaries; #future; #honorific; #counter; #units; #apart; #spelt; #counted; #piece; #spoken; #marked; #dates;

  constructor(tables) {
    const { particles, plural, digits, multipliers, myriads, numerals, powers } = tables;
    this.#tables = tables;
    this.#forms = new Map(Object.entries(tables.forms));
    this.#stopWords = new Set(tables.stop_words);
    this.#particles = byLength([...particles, ...(plural ? ["", ...particles].map((each) => plural + each) : [])]);
    this.#allParticles = new Set(["", ...particles]);
    this.#nouns = new Set(tables.nouns);
    this.#verbless = new Set(tables.verbless);
    this.#endings = byLength(tables.endings.flatMap((each) => [each, each + tables.polite.normalize("NFD")]));
    const decomposed = (words) => byLength(words.map((each) => each.normalize("NFD")));
    this.#lightVerbs = decomposed(tables.light_verbs);
    this.#contracted = decomposed(tables.contracted);
    this.#auxiliaries = decomposed(tables.auxiliaries);
    this.#future = tables.future.normalize("NFD");
    this.#honorific = tables.honorific.normalize("NFD");
    this.#counter = new RegExp(`^${anyOf(tables.about)}?(${anyOf(tables.counters)}?)${anyOf(tables.behind)}*`);
    this.#units = { ...digits, ...multipliers, ...myriads };
    this.#spelt = new RegExp(`^${anyOf(Object.keys(this.#units))}{2,}`);
    const large = anyOf(Object.keys(myriads).filter((each) => myriads[each] < MANY));
    this.#apart = new RegExp(`(?<![0-9\\uac00-\\ud7a3])(${anyOf(Object.keys(this.#units))}*${large}) (?=${anyOf(Object.keys(this.#units))}{2})`, "g");
    const units = Object.keys({ ...multipliers, ...myriads }).join("");
    const below = descending(multipliers).map((each) => `(?:(?:${NUMBER})${each} ?)?`).join("");
    const above = descending(myriads).map((each) => `(?:(?=[0-9])${below}(?:${NUMBER})?${each} ?)?`).join("");
    this.#counted = new RegExp(`(?<![0-9.,a-z])(?=[0-9])${above}(?:(?=[0-9])${below}(?:(?:${NUMBER})(?![0-9.,${units}]))?(?!${anyOf(units)}))?`, "g");
    this.#piece = new RegExp(`(${NUMBER})(${anyOf(Object.keys(multipliers))}?)(${anyOf(Object.keys(myriads))}?)`, "g");
    const number = anyOf(Object.keys(numerals));
    const numberWord = anyOf(Object.keys({ ...numerals, ...powers }));
    this.#spoken = new RegExp(`(?<![0-9a-z.,-])(?:${NUMBER}|${number})(?:(?: ${anyOf(tables.joins)} |[ -])${numberWord})*(?![a-z0-9])`, "g");
    this.#marked = new RegExp(`^(${NUMBER})(${anyOf(Object.keys(tables.marks))})$`);
    this.#dates = tables.dates.map(({ regex, order }) => [new RegExp(regex, "g"), [...order]]);
  }

  fold(text) {
    return folded(text);
  }

  // Each word with the best way in which it stands in a text.
  of(text) {
    const found = new Map();
    const put = (word, kind) => word && !(found.get(word) <= kind) && found.set(word, kind);
    const spaced = this.#inDigits(withoutSpaces(folded(text).replace(/[\s\x1c-\x1f\x85\ufeff]+/g, " ")));
    for (const chunk of spaced.split(" ")) this.#ofChunk(chunk, put);
    for (const [regex, order] of this.#dates) {
      for (const [, ...parts] of spaced.matchAll(regex)) {
        const at = (field) => parts[order.indexOf(field)];
        dates(at("y") ?? "", this.#tables.months[at("M")] ?? 0, Number(at("d") ?? 0)).forEach((date) => put(date, WHOLE));
      }
    }
    return found;
  }

  #inDigits(text) {
    return text.replace(this.#apart, "$1").replace(this.#counted, (match) => this.#fromCounted(match)).replace(this.#spoken, (match) => this.#fromSpoken(match));
  }

  #fromCounted(match) {
    if (![...match].some((letter) => Object.hasOwn(this.#units, letter))) return match;
    let [total, section] = [0, 0];
    for (const [, number, multiplier, myriad] of match.matchAll(this.#piece)) {
      const power = this.#tables.multipliers[multiplier] ?? 0;
      const above = this.#tables.myriads[myriad] ?? 0;
      const value = scaled(number, section ? power : power + above);
      if (value === null) return match;
      if (!myriad) section += value;
      else {
        total += section ? (section + value) * 10 ** above : value;
        section = 0;
      }
    }
    return total + section <= MOST ? `${total + section}${match.endsWith(" ") ? " " : ""}` : match;
  }

  #fromSpoken(match) {
    const { joins, numerals, powers } = this.#tables;
    const [first, ...further] = match.split(/[ -]/);
    const words = further.filter((word) => !joins.includes(word));
    if (!Object.hasOwn(numerals, first)) {
      const isScaled = words.length && words.every((word) => Object.hasOwn(powers, word));
      return `${(isScaled ? scaled(first, words.reduce((sum, word) => sum + powers[word], 0)) : null) ?? match}`;
    }
    let [total, section] = [0, numerals[first]];
    for (const word of words) {
      const power = 10 ** (powers[word] ?? 0);
      if (power > 100) [total, section] = [total + section * power, 0];
      else if (power === 100) section *= power;
      else if (section % 10 || section === 10 || (section % 100 && numerals[word] >= 10)) return match;
      else section += numerals[word];
    }
    return total + section >= 10 && total + section <= MOST ? `${total + section}` : match;
  }

  #ofChunk(chunk, put) {
    let [before, end] = ["", 0];
    for (const { 0: text, index, groups } of chunk.matchAll(TOKEN)) {
      const adjoins = index === end ? before : "";
      const kind = Object.keys(groups).find((each) => groups[each] !== undefined);
      if (kind === "date") {
        const found = datesInDigits(text);
        found.forEach((word) => put(word, WHOLE));
        if (!found.length || /^[0-9]+(?:\/[0-9]+)?$/.test(text)) text.split(/[-/]|\.(?=[0-9]+\.)/).forEach((part) => put(canonical(part), WHOLE));
      } else if (kind === "number") put(canonical(text), WHOLE);
      else if (kind === "latin") this.#ofLatin(text, put);
      else if (kind === "hangul") this.#ofHangul(text, adjoins, put);
      else inRuns([...text], (letters) => ofLetters(letters, kind === "han", put));
      before = kind === "latin" ? (/[0-9]$/.test(text) ? "number" : kind) : kind === "date" ? "number" : kind;
      end = index + text.length;
    }
  }

  #ofLatin(text, put) {
    const marked = this.#marked.exec(text);
    if (marked) {
      put(canonical(marked[1]), WHOLE);
      put(`${scaled(marked[1], this.#tables.marks[marked[2]]) || ""}`, WHOLE);
    } else if (!/[a-z]/.test(text)) text.split(/[-'&/_]|\.(?=[0-9]+\.)/).forEach((part) => put(canonical(part), WHOLE));
    else {
      const parts = text.split(/[-'.&/_]/);
      const joined = parts.join("");
      for (const part of [...parts, joined]) {
        const counted = /^([0-9]+)[a-z]{2,}$/.exec(part);
        if (counted) put(canonical(counted[1]), WHOLE);
        if (/^[0-9]+$/.test(part)) put(canonical(part), WHOLE);
        else if (part.length > 1 || part === joined) put(this.#stem(part.slice(0, RUN)), WHOLE);
      }
    }
  }

  #stem(text) {
    if (this.#stopWords.has(text)) return "";
    let word = this.#forms.get(text) ?? text;
    if (word.length < 4 || /[^a-z]/.test(word)) return word;
    for (const step of this.#tables.suffixes) {
      const fits = ([suffix, least]) => word.endsWith(suffix) && word.length - suffix.length >= least && /[aeiouy]/.test(without(word, suffix));
      const [suffix, , instead] = step.find(fits) ?? ["", 0, ""];
      word = without(word, suffix) + instead;
    }
    return word.replace(/([bdfgklmnprstz])\1$/, "$1");
  }

  #ofHangul(text, adjoins, put) {
    const parts = text.split("·");
    let runs = [...parts, parts.join("")];
    if (adjoins === "number") runs = [...this.#behindNumber(parts[0]), ...parts.slice(1)];
    else if (adjoins && this.#allParticles.has(parts[0])) runs = parts.slice(1);
    for (const run of new Set(runs)) inRuns(run, (part) => this.#ofRun(part, put));
  }

  #behindNumber(run) {
    const [counter, rest] = this.#countedBy(run);
    if (this.#allParticles.has(rest)) return counter.length > 1 ? [counter] : [];
    return rest.length > 1 ? [run, rest] : [run];
  }

  #countedBy(run) {
    const [all, counter] = this.#counter.exec(run);
    return [counter, run.slice(all.length)];
  }

  #ofRun(run, put) {
    const number = this.#numeral(run);
    if (number) put(number, WHOLE);
    const stems = this.#stems(run);
    const isVerbless = this.#verbless.has(run) || endingsOf(run, this.#particles).some((particle) => this.#verbless.has(without(run, particle)));
    const forms = isVerbless ? [] : [run, ...stems.slice(0, 1).filter((stem) => /(?:\u1100\u1175|\u11b7)$/.test(stem.normalize("NFD")))];
    const verbs = [...new Set(forms)].flatMap((form) => this.#verbs(form));
    const nouns = verbs.filter((word) => !word.startsWith("~"));
    const hasEnds = !nouns.length || (endingsOf(run.normalize("NFD"), this.#endings)[0] ?? "").length < 2;
    for (const stem of stems) ofLetters([...stem], hasEnds, put);
    for (const noun of nouns) ofLetters([...noun], true, put);
    const isDoubtful = this.#isDoubtful(run.normalize("NFD"));
    for (const word of verbs) put(word, isDoubtful && word.startsWith("~") ? INNER : VERB);
  }

  #numeral(run) {
    const match = this.#spelt.exec(run)?.[0];
    if (!match) return "";
    const { digits, multipliers, myriads } = this.#tables;
    if (match.length === 2 && match.length === run.length && match[1] in digits && (multipliers[match[0]] > 1 || match[0] in myriads)) return "";
    if (!this.#allParticles.has(this.#countedBy(run.slice(match.length))[1])) return "";
    let [total, section, digit] = [0, 0, 0];
    for (const each of match) {
      if (each in digits) {
        if (digit) return "";
        digit = digits[each];
      } else if (each in multipliers) [section, digit] = [section + (digit || 1) * 10 ** multipliers[each], 0];
      else [total, section, digit] = [total + (section + digit || 1) * 10 ** myriads[each], 0, 0];
    }
    const value = total + section + digit;
    return value >= 10 && value <= MOST ? `${value}` : "";
  }

  #stems(run) {
    const found = [];
    for (const particle of endingsOf(run, this.#particles)) {
      const rest = run.length - particle.length;
      if (rest < 2) continue;
      found.push(run.slice(0, rest));
      if (![1, 2].some((back) => this.#nouns.has(run.slice(Math.max(0, rest - back), rest + 1)))) return found;
    }
    return [...found, run];
  }

  #verbs(run) {
    const letters = run.normalize("NFD");
    const endings = endingsOf(letters, this.#endings);
    const forms = [];
    for (const ending of endings) {
      const rest = without(letters, ending);
      forms.push(rest);
      if (ending.startsWith("\u110b\u1173") && /[\u1161-\u1175]$/.test(rest)) forms.push(`${rest}\u110b\u1173`);
      if (syllablesOf(rest) >= 2 || !ending.startsWith("\u1105\u1161")) break;
    }
    const contractions = this.#contractions(letters);
    forms.push(...contractions);
    if (!contractions.length && OPEN.test(letters) && endings[0] !== "\u1103\u1161" && (endings[0] ?? "").length <= 2) forms.push(letters);
    return [...new Set(forms.flatMap((form) => this.#plain(form)))].flatMap((form) => {
      const [light = ""] = endingsOf(form, this.#lightVerbs);
      const noun = without(form, light).normalize("NFC");
      return light && noun.length > 1 ? [noun] : [form, form.replace(VOICE, "")].map(verbKey).filter(Boolean);
    });
  }

  #isDoubtful(letters) {
    return DOUBTFUL.test(letters) && !endingsOf(letters, this.#endings).length && !this.#contractions(letters).length;
  }

  #contractions(letters) {
    return endingsOf(letters, this.#contracted).map((each) => without(letters, each)).filter((form) => OPEN.test(form));
  }

  #plain(letters) {
    const present = this.#future && letters.endsWith(this.#future) ? without(letters, this.#future) : letters;
    let form = this.#withoutRespect(present.replace(PAST, ""), PAST.test(present));
    let whole;
    const forms = [];
    for (let time = 0; time < 3; time++) {
      whole = form;
      form = joined(form);
      forms.push(form);
      const [helper = ""] = endingsOf(form, this.#auxiliaries);
      const rest = without(form, helper);
      if (!helper || !OPEN.test(rest) || syllablesOf(rest) < 2) break;
      form = rest;
    }
    return /^[\u1100-\u1112][\u1161-\u1175]$/.test(form) && whole.slice(0, -2) === form ? [...forms, whole] : forms;
  }

  #withoutRespect(form, isPast) {
    const short = joined(form);
    if (!this.#honorific || !short.endsWith(this.#honorific)) return form;
    const rest = without(short, this.#honorific);
    const stem = rest.replace(/(?<=[\u11a8-\u11c2])\u110b\u1173$/, "");
    return syllablesOf(stem) >= (isPast || short !== form || stem !== rest ? 1 : 2) ? stem : form;
  }
}

const OPEN = /[\u1161\u1162\u1165\u1167\u116a\u116b\u116f]$/;
const SYLLABLE = /[\u1100-\u1112][\u1161-\u1175]/g;
const PAST = /(?<!\u110b\u1175)\u11bb$/;
const VOICE = /(?<=[\u11a8-\u11c2])(?:\u110b|\u1112|\u1105|\u1100)\u1175$/;
const DOUBTFUL = /(?!\u110b)[\u1100-\u1112][\u1161\u1162\u1165]$/;
const syllablesOf = (letters) => letters.match(SYLLABLE)?.length ?? 0;
const inRuns = (letters, take) => {
  for (let start = 0; start < letters.length; start += RUN) take(letters.slice(start, start + RUN));
};

const ofLetters = (letters, hasEnds, put) => {
  const from = (start) => letters.slice(start, start + LENGTH).join("");
  put(from(0), WHOLE);
  if (!hasEnds) return;
  for (let start = 1; start < letters.length - 1; start++) put(from(start), INNER);
};

const CONTRACTED = { "\u1167": "\u1175", "\u116b": "\u116c", "\u116a": "\u1169", "\u116f": "\u116e" };
const JOINED = [["\u1112\u1161\u110b\u1167", "\u1112\u1161"], ["\u1112\u1162", "\u1112\u1161"], ["\u110b\u1165", ""], ["\u110b\u1161", ""]];
const joined = (letters) => {
  let form = letters;
  for (const [old, instead] of JOINED) {
    if (form.endsWith(old) && form.length > old.length) form = without(form, old) + instead;
  }
  return form.replace(/[\u1167\u116b\u116a\u116f]$/, (vowel) => CONTRACTED[vowel]);
};

const verbKey = (letters) => {
  const form = letters.replace(/\u11af(\u1105[\u1161\u1165\u1173])$|(?<=\u1105\u1173)\u1105\u1165$/, "$1").replace(/\u11b8$/, "\u110b\u116e");
  const count = syllablesOf(form);
  if (!count) return "";
  const kept = form.replace(/[\u11ae\u11af\u11ba\u11c2]$/, "").replace(/\u110b\u1169$/, "\u110b\u116e");
  const dark = count > 1 ? kept.replace(/[\u1161\u1165]$/, "\u1173") : kept.replace(/\u1165$/, "\u1173");
  return `~${dark.normalize("NFC").slice(0, LENGTH)}`;
};

const withoutSpaces = (text) => text.replace(/(?<![0-9])([0-9]{4})\. ?([01]?[0-9])\.(?: ?([0-3]?[0-9])(?![0-9])\.?)?/g, (_, ...groups) => `${groups.slice(0, 3).filter(Boolean).join("-")} `);

const datesInDigits = (text) => {
  const parts = text.split(/[-./]/);
  const [first, second, third] = parts.length === 1 ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)] : parts;
  const orders = [];
  if (first.length === 4) orders.push([first, second, third ?? 0]);
  else if (third === undefined) orders.push(["", first, second], ["", second, first]);
  else {
    if (first.length === 2) orders.push([first, second, third]);
    if (third.length >= 2) orders.push([third, first, second], [third, second, first]);
  }
  return orders.flatMap(([year, month, day]) => dates(year, Number(month), Number(day)));
};

const dates = (written, month, day) => {
  if (month < 1 || month > 12 || day > 31) return [];
  const two = (number) => `${number}`.padStart(2, "0");
  const year = written.length === 2 ? `${written >= LAST_CENTURY ? 19 : 20}${written}` : written;
  const dated = day ? [`${two(month)}-${two(day)}`] : [];
  return [...(year ? [year, `${year}-${two(month)}`, ...dated.map((each) => `${year}-${each}`)] : []), ...dated, `${two(month)}-`];
};

const canonical = (number) => {
  const [whole, part = ""] = number.replaceAll(",", "").split(/\.(.*)/s);
  const told = part.replace(/0+$/, "");
  return ((whole.replace(/^0+/, "") || whole.slice(0, 1)) + (told && `.${told}`)).slice(0, RUN);
};
const scaled = (number, power) => {
  const [whole, part = ""] = canonical(number).split(".");
  const digits = whole + part + "0".repeat(Math.max(0, power - part.length));
  return part.length <= power && digits.length < 16 ? Number(digits) : null;
};
