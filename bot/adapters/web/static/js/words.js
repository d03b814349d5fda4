// The page's own texts, which the server sends in the language of whoever is being played.

let texts = {};

/** Take up texts and the language they are in. */
export function speak(language, newTexts) {
  texts = newTexts;
  document.documentElement.lang = language;
}

/** The text under `key`, its variables filled in. */
export function t(key, values = {}) {
  const text = texts[key];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
}

/** Whether there is a text under `key`. */
export const hasText = (key) => key in texts;
