// Draws a Teams card with Microsoft's own Adaptive Cards renderer, under settings like those of Teams.

import { h } from "./dom.js";

const SCRIPT = "/static/vendor/adaptivecards/adaptivecards.min.js";

const PALETTES = {
  light: { text: "#242424", subtle: "#5a5a5a", accent: "#4f52b2", good: "#0a6b0a", warning: "#8a4600", attention: "#b10e1c", emphasis: "#f3f3f3", line: "#d1d1d1" },
  dark: { text: "#ffffff", subtle: "#bdbdbd", accent: "#a9acf2", good: "#7fd07f", warning: "#f7b56b", attention: "#ff9aa2", emphasis: "#333333", line: "#4d4d4d" },
};

let loading = null;

/** The renderer, fetched when it is first needed. */
function renderer() {
  loading ??= new Promise((resolve, reject) => {
    const script = h("script", { src: SCRIPT, onload: () => resolve(window.AdaptiveCards), onerror: reject });
    document.head.append(script);
  });
  return loading;
}

/** A message by the app in Teams; the card appears as soon as the renderer is there. */
export function teamsMessage(payload, message) {
  const place = h("div.teams-card");
  renderer().then((cards) => place.append(draw(cards, payload)));
  return h(
    "div.teams",
    null,
    h("img.teams-avatar", { src: "/static/icon.svg", alt: "", width: 32, height: 32 }),
    h("div.teams-body", null, h("div.teams-head", null, h("strong", null, "Milepost"), h("time", null, message.time)), place),
  );
}

function draw(cards, payload) {
  const card = new cards.AdaptiveCard();
  card.hostConfig = new cards.HostConfig(hostConfig(isDark() ? PALETTES.dark : PALETTES.light));
  cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };
  card.parse(payload);
  return card.render();
}

const isDark = () => {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]);

/** The part of Markdown that Teams cards use; everything else, HTML above all, is shown as it is. */
function markdown(text) {
  return text
    .split(/(\\[\\`*_{}[\]()#+.!~>|-]|\*\*[^*]+\*\*|_[^_]+_)/)
    .map((piece) => {
      if (/^\\.$/.test(piece)) return escaped(piece[1]);
      if (/^\*\*.+\*\*$/s.test(piece)) return `<strong>${escaped(piece.slice(2, -2))}</strong>`;
      return /^_.+_$/s.test(piece) ? `<em>${escaped(piece.slice(1, -1))}</em>` : escaped(piece);
    })
    .join("")
    .replace(/\n/g, "<br>");
}

function hostConfig(colour) {
  const both = (name) => ({ default: colour[name], subtle: colour[name] });
  const foregroundColors = {
    default: { default: colour.text, subtle: colour.subtle },
    dark: { default: colour.text, subtle: colour.subtle },
    light: { default: colour.subtle, subtle: colour.subtle },
    accent: both("accent"),
    good: both("good"),
    warning: both("warning"),
    attention: both("attention"),
  };
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "inherit",
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colour.line },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    containerStyles: { default: style("#00000000"), emphasis: style(colour.emphasis), accent: style(colour.emphasis), good: style(colour.emphasis), attention: style(colour.emphasis), warning: style(colour.emphasis) },
    actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, showCard: { actionMode: "inline", inlineTopMargin: 12 }, actionsOrientation: "horizontal", actionAlignment: "left" },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 180 }, value: { wrap: true }, spacing: 12 },
    inputs: { label: { inputSpacing: "small", requiredInputs: { weight: "bolder" }, optionalInputs: { weight: "bolder" } } },
  };
}
