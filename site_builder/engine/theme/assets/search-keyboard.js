// Hangul in the keys of the Korean keyboard (KS X 5002): what is half typed begins what is whole, and what was typed with the keyboard
// in another language is the same keys.

export const isSyllabic = (word) => /[\u1100-\u11ff\uac00-\ud7a3\u3041-\u30ff\u3400-\u9fff]/.test(word);
export const isInitials = (word) => /^[\u1100-\u1112]+$/.test(word);

export const LEADS = [..."rRseEfaqQtTdwWczxvg"];
export const VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
export const FINALS = " r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ");
const ONE_KEY = "koiOjpuPh123yn456bm7l"; // a vowel of two keys is one letter
export const syllable = (lead, vowel, final = 0) => String.fromCharCode(0xac00 + (lead * 21 + vowel) * 28 + final);
export const parts = (letter) => {
  const code = letter.charCodeAt(0) - 0xac00;
  return code >= 0 && code < 11172 ? [Math.floor(code / 588), Math.floor(code / 28) % 21, code % 28] : null;
};
const spelling = (vowels) => (word) => word.replace(/[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2\uac00-\ud7a3]/g, (letter) => {
  const code = letter.charCodeAt(0);
  if (code < 0x1161) return LEADS[code - 0x1100];
  if (code < 0x11a8) return vowels[code - 0x1161];
  if (code < 0xac00) return FINALS[code - 0x11a7];
  const [lead, vowel, final] = parts(letter);
  return LEADS[lead] + vowels[vowel] + FINALS[final];
});
export const keys = spelling(VOWELS);
export const letters = spelling(ONE_KEY);
const SYLLABLE = /([rRseEfaqQtTdwWczxvg])(hk|ho|hl|nj|np|nl|ml|[koiOjpuPhynbml])((?:rt|sw|sg|f[raqtxvg]|qt|[rRsefaqtTdwczxvg])(?![koiOjpuPhynbml]))?|([rRseEfaqQtTdwWczxvg])/g;
export const hangul = (typed) => {
  const shifted = typed.replace(/[^OPQRTEW]/g, (key) => key.toLowerCase());
  const text = shifted.replace(SYLLABLE, (_, lead, vowel, final = "", alone) =>
    alone ? String.fromCharCode(0x1100 + LEADS.indexOf(alone)) : syllable(LEADS.indexOf(lead), VOWELS.indexOf(vowel), FINALS.indexOf(final)));
  return /^(?:[\uac00-\ud7a3]+[\u1100-\u1112]?|[\u1100-\u1112]+)$/.test(text) ? text : "";
};
export const initials = (text) => text.replace(/[\uac00-\ud7a3]/g, (letter) => String.fromCharCode(0x1100 + parts(letter)[0]));
