// How people are shown: initials on a colour of their own, their marks, what is particular about them.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const HUES = 8;

function initials(name) {
  const parts = name.split(/[\s-]+/).filter((part) => /^\p{Lu}/u.test(part));
  return parts.length > 1 ? parts[0][0] + parts.at(-1)[0] : name.slice(0, 2);
}

/** A round sign with someone's initials; the name stands beside it, so it is not read out. */
export function avatar(name) {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % HUES;
  return h(`span.avatar.hue-${hue}`, { "aria-hidden": "true" }, initials(name));
}

/** Milepost's own sign. */
export const milepostAvatar = () => h("span.avatar.avatar-milepost", { "aria-hidden": "true" }, h("img", { src: "/static/icon.svg", alt: "" }));

/** Line manager, HR, or staff. */
export const marks = (person) => person.marks.map((mark) => h(`span.mark.mark-${mark}`, null, t(`mark-${mark}`)));

/** What is particular: zone, days, contract, language. */
export function particulars(person) {
  const said = [];
  if (person.employment !== "permanent") said.push(t(`employment-${person.employment}`));
  if (person.days.length) said.push(person.days.join(", "));
  if (person.zone) said.push(person.zone);
  if (person.nation === "Wales") said.push(t("in-wales"));
  if (person.language === "cy") said.push("Cymraeg");
  return said;
}

/** The product's name and sign. */
export const brand = () => h("span.brand", null, h("img", { src: "/static/icon.svg", alt: "", width: 28, height: 28 }), h("span", null, "Milepost"));

const THEMES = { "": "dark", dark: "light", light: "" };

/** A button that goes through the themes: the system's, dark, light. */
export function themeButton() {
  const root = document.documentElement;
  const label = () => t(`theme-${root.dataset.theme || "system"}`);
  const button = h("button.quiet.theme", { type: "button", "aria-label": label(), title: label() }, icon("theme"));
  button.addEventListener("click", () => {
    root.dataset.theme = THEMES[root.dataset.theme];
    localStorage.setItem("milepost.theme", root.dataset.theme);
    button.setAttribute("aria-label", label());
    button.title = label();
  });
  return button;
}
