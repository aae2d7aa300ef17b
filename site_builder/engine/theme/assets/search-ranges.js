// Where in the order of words those stand that begin as something does: pairs of a first word, and of the one behind the last.
import { FINALS, LEADS, VOWELS, isInitials, letters, parts, syllable } from "./search-keyboard.js";

export const after = (word) => word.slice(0, -1) + String.fromCharCode(word.charCodeAt(word.length - 1) + 1);
const withLead = (head, lead) => [head + syllable(lead, 0), head + String.fromCharCode(0xac00 + 588 * (lead + 1))];
// From which word up to which those lie that begin with what was typed, whatever its last syllable becomes: 고 과, 갑 값, ㅂ 바.
export const whole = (typed) => {
  const [head, last] = [typed.slice(0, -1), typed.slice(-1)];
  if (isInitials(last)) return [[typed, after(typed)], withLead(head, last.charCodeAt(0) - 0x1100)];
  if (!parts(last)) return [[typed, after(typed)]];
  const [lead, vowel, final] = parts(last);
  const end = (table, at) => table.findLastIndex((each) => each.startsWith(table[at]));
  return [[typed, after(head + (final ? syllable(lead, vowel, end(FINALS, final)) : syllable(lead, end(VOWELS, vowel), 27)))]];
};
// And those whose next syllable begins with the last consonant: 갑 가바.
export const moved = (typed) => {
  const [lead, vowel, final] = parts(typed.slice(-1)) ?? [];
  if (!final) return [];
  const keys = FINALS[final];
  return [withLead(typed.slice(0, -1) + syllable(lead, vowel, FINALS.indexOf(keys.slice(0, -1))), LEADS.indexOf(keys.slice(-1)))];
};

// The beginning of a word that has so many letters, and its last whole syllables that have no more, turned round.
export const starting = (word, count) => {
  let begun = "";
  for (const each of word) {
    const { length } = letters(each);
    if (length > count) {
      const [lead, vowel, final] = parts(each) ?? [];
      if (lead !== undefined && count === 1) begun += String.fromCharCode(0x1100 + lead);
      if (lead !== undefined && count > 1) begun += syllable(lead, vowel, count > 2 ? FINALS.indexOf(FINALS[final][0]) : 0);
      break;
    }
    begun += each;
    count -= length;
  }
  return begun;
};
export const ending = (word, count) => {
  let turned = "";
  for (const each of [...word].reverse()) {
    count -= letters(each).length;
    if (count < 0) break;
    turned += each;
  }
  return turned;
};
